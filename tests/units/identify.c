/* identify.c - which language texts are in, and of which it must not be said. */
#include "base/identify.h"

#include "base/language_hint.h"
#include "base/language_name.h"
#include "menus/label_language.h"
#include "tap.h"

static const struct {
	const char *text, *tag; /* tag "": it abstains */
} prose[] = {
	{ "Page en construction", "" }, /* libcld2 alone: English */
	{ "Morocco", "" },
	{ "Romania", "" },
	{ "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.",
	    "" },
	{ "Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip "
	  "ex ea commodo consequat.",
	    "" }, /* libcld2 alone: Norwegian */
	{ "Stet clita kasd gubergren, no sea takimata sanctus est.", "" },
	{ "Cum sociis natoque penatibus et magnis dis parturient montes.", "" },
	{ "Pellentesque habitant morbi tristique senectus et netus et malesuada fames.", "" },
	{ "Duis aute irure dolor in reprehenderit in voluptate velit esse cillum.", "" },
	{ "Acme ProLine X200, Acme HomeLine Y300, Zeta Drive Mini, Orion Desk Maxi", "" },
	{ "make -j4 CFLAGS=-O2 /usr/share/doc/foo/README.txt x=1 y_z www.example.org/path",
	    "" },
	{ "Cette page n’est pas encore prête, merci de revenir plus tard.", "fr" },
	{ "The pump must be greased before the rainy season begins.", "en" },
	{ "Die Pumpe muss vor der Regenzeit geschmiert werden.", "de" },
	{ "雨の季節が来る前にポンプに油をさしてください。", "ja" },
	{ "비가 오기 전에 펌프에 기름을 쳐야 합니다.", "ko" },
	{ "在雨季到来之前必须给水泵上油并检查所有的管道。", "zh" },
	{ "Перед началом сезона дождей насос нужно смазать.", "ru" },
};

static const struct {
	const char *label, *expected, *tag;
} labels[] = {
	{ "Água segura em Moçambique", "en", "pt" },
	{ "Preguntas: cuidar el manantial", "en", "es" },
	{ "Rooftop rain for schools in Vanuatu", "en", "" },
	{ "Spring House Training Centre", "fr", "" }, /* all capitals: may be a name */
	{ "Projet de loi", "en", "" },                /* too short */
	{ "How we look after our wells", "fr", "en" },
	{ "Transformation récursive", "fr", "" }, /* libcld2 alone: English */
	{ "Options du filtre de perspective", "fr", "" },
};

static const struct {
	const char *tag, *hint;
} hints[] = {
	{ "en-UK", "en-GB" },
	{ "fr_FR", "fr-FR" },
	{ "de_DE.UTF-8", "de-DE" },
	{ "jp", "ja" },
	{ "cz", "cs" },
	{ "eng", "en" },
	{ "klingonisch", NULL },
	{ "", NULL },
};

static const struct {
	const char *name, *tag;
} names[] = {
	{ "English", "en" },
	{ "FRANÇAIS", "fr" },
	{ "German", "de" },
	{ "Português (Brasil)", "pt" },
	{ "日本語", "ja" },
	{ "pt-br", "pt-BR" },
	{ "FR", "fr" },
	{ "Home", NULL },
};

static void
is(struct str got, const char *wanted, const char *of)
{
	ok(str_eq(got, str_of(wanted)), "'%s': %.*s", of, (int)got.n, got.n ? got.p : "");
}

int
main(void)
{
	const struct str none = { 0 };
	struct arena a = { 0 };

	for (size_t i = 0; i < sizeof(prose) / sizeof(*prose); i++)
		is(str_of(identified_tag(identify_prose(str_of(prose[i].text), none))),
		    prose[i].tag, prose[i].text);
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		is(str_of(identified_tag(
		       label_foreign(str_of(labels[i].label), str_of(labels[i].expected)))),
		    labels[i].tag, labels[i].label);
	for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++)
		is(language_hint(&a, str_of(hints[i].tag)), hints[i].hint, hints[i].tag);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		is(language_named(&a, str_of(names[i].name)), names[i].tag, names[i].name);
	arena_free(&a);
	return tap_end();
}

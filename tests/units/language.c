/* language.c - which language tags are valid, and how they are written. */
#include "base/language.h"

#include "tap.h"

static const char *const valid[] = {
	"en",
	"en-GB",
	"EN-gb",
	"de-CH-1996",
	"pt-BR",
	"zh-Hant",
	"zh-Hant-TW",
	"zh-cmn-Hans-CN",
	"cmn",
	"sr-Latn-RS",
	"es-419",
	"sl-rozaj-biske-1994",
	"hy-Latn-IT-arevela",
	"ca-valencia",
	"tlh",
	"und",
	"mul",
	"qtz-Qabx-XZ",
	"haw",
	"en-GB-oed",
	"i-klingon",
	"I-Lux",
	"zh-min",
	"sgn-BE-FR",
	"x-whatever",
	"x-1-2-3",
	"de-u-co-x-a-u",
	"en-x-us",
	"de-u-co-phonebk",
	"en-t-jp-u-ca-gregory-x-any",
	"fr-1606nict",
};

static const struct {
	const char *tag, *why;
} invalid[] = {
	{ "en-UK", "no such region" },
	{ "", "empty" },
	{ "e", "one letter" },
	{ "i-nothing", "not grandfathered" },
	{ "en_GB", "an underscore" },
	{ "en-", "ends with a hyphen" },
	{ "-en", "starts with a hyphen" },
	{ "en--GB", "an empty subtag" },
	{ " en", "a space" },
	{ "english", "a name" },
	{ "xx", "no such language" },

	{ "fr-FRA", "three letters are no region" },
	{ "en-cmn", "extends another language" },
	{ "zh-cmn-yue", "extended twice" },
	{ "en-GB-Latn", "out of order" },
	{ "en-Abcd", "no such script" },
	{ "es-420", "no such area" },
	{ "de-1997", "no such variant" },
	{ "de-abcdef", "no such variant" },
	{ "de-1996-1901-1996", "a variant twice" },
	{ "en-a", "an extension of nothing" },
	{ "en-a-bb-A-cc", "an extension twice" },
	{ "en-x", "private use of nothing" },
	{ "x", "private use of nothing" },
	{ "x-toolongsubtag", "nine letters" },
	{ "en-u-toolongsubtag", "nine letters" },
	{ "en-GB-x-\xC3\xA9", "beyond ASCII" },
	{ "{{lang}}", "a placeholder" },
};

static const struct {
	const char *tag, *usual;
} written[] = {
	{ "PT-br", "pt-BR" },
	{ "ZH-hANT-tw", "zh-Hant-TW" },
	{ "en-gb-OED", "en-GB-oed" },
	{ "SGN-be-fr", "sgn-BE-FR" },
	{ "DE-1996-U-CO-PHON", "de-1996-u-co-phon" },
	{ "X-AB-ABCD", "x-ab-abcd" },
	{ "I-KLINGON", "i-klingon" },
	{ "EN-X-US", "en-x-us" },
	{ "", "" },
};

int
main(void)
{
	struct arena a = { 0 };
	struct str usual = STR("zh-Hant-TW");

	for (size_t i = 0; i < sizeof(valid) / sizeof(*valid); i++)
		ok(language_is_valid(str_of(valid[i])), "'%s' is valid", valid[i]);
	for (size_t i = 0; i < sizeof(invalid) / sizeof(*invalid); i++)
		ok(!language_is_valid(str_of(invalid[i].tag)), "'%s' is not valid: %s",
		    invalid[i].tag, invalid[i].why);
	ok(!language_is_valid((struct str){ 0 }), "an absent tag is not valid");
	ok(!language_is_valid(STR("en\0")), "a tag with a NUL is not valid");
	for (size_t i = 0; i < sizeof(written) / sizeof(*written); i++)
		ok(str_eq(language_canonical(&a, str_of(written[i].tag)),
		       str_of(written[i].usual)),
		    "'%s' is written '%s'", written[i].tag, written[i].usual);
	ok(language_canonical(&a, usual).p == usual.p, "a tag in the usual case is not copied");
	arena_free(&a);
	return tap_end();
}

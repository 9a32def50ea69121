/* count.c - words and characters of pages, and of the sources they were made of. */
#include "page/count.h"

#include <stdlib.h>

#include "base/letters.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "stream/pageline.h"
#include "tap.h"

static const struct {
	const char *name, *regions;
	uint32_t words, characters;
} cases[] = {
	{ "nothing", "", 0, 0 },
	{ "labels and texts",
	    "<nav id='n1' kind='menu' label='two words'><text>and text</text>"
	    "<item label='a'/><item label='b'><text>c</text><item label='d'/></item></nav>",
	    8, 19 },
	{ "labels that are no text of the page",
	    "<nav id='n1' kind='menu' label='no' label-from='aria-label'>"
	    "<item label='no' label-from='alt'><text>yes</text></item></nav>",
	    1, 3 },
	{ "a part", "<part id='p1' role='banner'>one&#10;two three</part>", 3, 11 },
	{ "borders in a body", "<b>bo</b><i>ld</i><p>a</p>b<p>c</p><p>d<br/>e<hr/>f</p>", 7,
	    10 },
	{ "nested borders", "<div><div>a</div></div>b<div><p/></div>c<span/>d", 3, 4 },
	{ "a cut", "a<cut xmlns='urn:siteglean:page:1' ref='n1'/>b", 2, 2 },
	{ "mathematics",
	    "<math xmlns='http://www.w3.org/1998/Math/MathML'><mi>x</mi><mo>=</mo>"
	    "<mi>y</mi></math>z",
	    1, 4 },
	{ "white space that is not ASCII",
	    "a\xC2\xA0"
	    "b\xE2\x80\xA8"
	    "c\xE3\x80\x80"
	    "d\xC2\x85"
	    "e\xE1\x9A\x80"
	    "f",
	    6, 6 },
	{ "what only looks like it",
	    "a\xE2\x80\x8B"
	    "b\xEF\xBB\xBF"
	    "c",
	    1, 5 },
	{ "other scripts", "\u4E2D\u6587 \u00E9t\u00E9", 2, 5 },
};

static void
test_page(const char *name, const char *regions, uint32_t words, uint32_t characters)
{
	struct arena arena = { 0 };
	struct buffer b = { 0 };
	struct page page;
	struct str error;
	struct position at;
	bool body =
	    *regions && strncmp(regions, "<nav", 4) != 0 && strncmp(regions, "<part", 5) != 0;

	buffer_printf(&b, "<page xmlns='urn:siteglean:page:1'>%s%s%s</page>",
	    body ? "<main><body xmlns='http://www.w3.org/1999/xhtml'>" : "", regions,
	    body ? "</body></main>" : "");
	ok(page_read(&arena, buffer_str(&b), &page, &error, &at) == 0 &&
		page_words(&page) == words && page_characters(&page) == characters,
	    "%s: %u words, %u characters", name, words, characters);
	buffer_free(&b);
	arena_free(&arena);
}

static void
test_source(const char *html, uint32_t characters)
{
	struct arena arena = { 0 };
	struct html_document doc;

	html_parse(&arena, str_of(html), &(struct html_options){ .charset = "UTF-8" }, &doc);
	ok(source_characters(&doc) == characters, "%u characters count in %s", characters,
	    html);
	arena_free(&arena);
}

/* True for ASCII whose white space is single spaces, or is all there is. */
static bool
is_plain(struct str s, uint32_t characters)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80 ||
		    (characters && ((unsigned char)s.p[i] < ' ' ||
				       (i && s.p[i] == ' ' && s.p[i - 1] == ' '))))
			return false;
	return true;
}

/* A text that is measured counts as it does anyway, be it within a word or not. */
static bool
measures(struct str s, uint32_t words, uint32_t characters)
{
	struct measure m = text_measure(s);
	bool good = m.characters == characters &&
	            (m.note == NOTE_PLAIN ? is_plain(s, characters) : m.note == words);

	for (int in_word = 0; s.n && in_word < 2 && good; in_word++) {
		struct tally t = { 5, 7, in_word }, whole = t;

		tally_text(&whole, s);
		tally_measured(&t, s, m);
		good = t.words == whole.words && t.characters == whole.characters &&
		       t.in_word == whole.in_word;
	}
	return good;
}

static void
test_measure(void)
{
	enum { MOST = 70000 };
	char *many = x_malloc(2 * MOST);

	for (size_t i = 0; i < MOST; i++)
		memcpy(many + 2 * i, "a\n", 2);
	ok(text_measure(STR("plain words here")).note == NOTE_PLAIN &&
		text_measure(STR(" plain words, and more of them ")).note == NOTE_PLAIN &&
		text_measure(STR(" \n ")).note == NOTE_PLAIN,
	    "plain texts");
	ok(text_measure(STR("not\nplain")).note == 2 &&
		text_measure(STR("not  plain, for two spaces")).note == 5 &&
		text_measure(STR("not plain: 16 by  two spaces")).note == 6 &&
		text_measure(STR("no\u0142")).note == 1,
	    "texts that are not");
	ok(text_measure((struct str){ many, 2 * MOST }).note == NOTE_MANY &&
		measures((struct str){ many, 2 * NOTE_MANY - 2 }, NOTE_MANY - 1, NOTE_MANY - 1),
	    "many words");
	free(many);
}

/* Any run of characters counts as it does one by one. */
static void
test_runs(void)
{
	static const uint32_t characters[] = { 'a', 'b', 'c', ' ', 'd', '\n', 0x85, 0x86, 0xA0,
		0xE9, 0x416, 0x1680, 0x1681, 0x2000, 0x200A, 0x200B, 0x2019, 0x2028, 0x2029,
		0x202A, 0x202F, 0x2030, 0x205F, 0x2060, 0x3000, 0x3001, 0x304B, 0x4E2D, 0xFEFF,
		0x1F600 };
	enum { N = sizeof(characters) / sizeof(*characters) };
	uint32_t random = 1;
	bool good = true;

	for (int run = 0; run < 20000 && good; run++) {
		struct tally t = { 0 };
		uint32_t words = 0, shown = 0, n = run % 60;
		char bytes[60 * 4];
		size_t length = 0;
		bool white = true, before;

		for (uint32_t i = 0; i < n; i++) {
			uint32_t cp;

			random = random * 1664525 + 1013904223;
			cp = characters[(random >> 16) % (run & 1 ? N : N - 20)];
			before = white;
			white = cp == ' ' || cp == '\n' || is_white_beyond_ascii(cp);
			shown += !white;
			words += before && !white;
			length += utf8_write(bytes + length, cp);
		}
		tally_text(&t, (struct str){ bytes, length });
		good = t.words == words && t.characters == shown &&
		       measures((struct str){ bytes, length }, words, shown);
	}
	ok(good, "runs of characters");
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		test_page(cases[i].name, cases[i].regions, cases[i].words, cases[i].characters);
	test_source("", 0);
	test_source("<title>no</title><body>yes", 3);
	test_source("<script>no</script><style>no</style><p>yes", 3);
	test_source("a<iframe>no</iframe><noframes>no</noframes><noembed>no</noembed>b", 2);
	test_source("a<template>no<p>no</template>b", 2);
	test_source("<noscript>a<p>b</noscript><p hidden>c", 3);
	test_source("<svg><style>no</style><script>no</script><title>yes</title></svg>", 3);
	test_source("<textarea>yes</textarea>", 3);
	ok(text_characters(STR(" a\tb\xC2\xA0")) == 2 &&
		text_characters((struct str){ 0 }) == 0,
	    "characters of a text");
	test_measure();
	test_runs();
	return tap_end();
}

/* units.c - name tables, positions, offsets. */
#include <stdio.h>

#include "html/position.h"
#include "html/tokenizer.h"

static unsigned checks, failures;

static void
check(bool holds, const char *what, size_t at)
{
	checks++;
	if (!holds) {
		printf("units: %s, at %zu\n", what, at);
		failures++;
	}
}

static struct str
upper(struct str s, char *out)
{
	for (size_t i = 0; i < s.n; i++)
		out[i] = is_alpha(s.p[i]) ? (char)(s.p[i] & ~0x20) : s.p[i];
	return (struct str){ out, s.n };
}

/* Every name finds its number in either case; what differs by one byte does not. */
static void
check_names(void)
{
	char copy[64];

	for (size_t i = TAG_UNKNOWN + 1; i < N_TAGS; i++) {
		struct str name = tag_name((enum tag)i);

		check(tag_of(name) == i, "tag_of", i);
		check(tag_of(upper(name, copy)) == i, "tag_of in capitals", i);
		check(str_eq_nocase(name, tag_svg_name((enum tag)i)), "tag_svg_name", i);
		copy[name.n - 1] = '\0';
		check(tag_of((struct str){ copy, name.n }) == TAG_UNKNOWN, "tag_of a NUL", i);
	}
	for (size_t i = ATTR_UNKNOWN + 1; i < N_ATTRS; i++) {
		struct str name = attr_name((enum attr)i);

		check(attr_of(name) == i, "attr_of", i);
		check(attr_of(upper(name, copy)) == i, "attr_of in capitals", i);
		check(str_eq_nocase(name, attr_svg_name((enum attr)i)), "attr_svg_name", i);
		copy[name.n / 2] = '\x01';
		check(attr_of((struct str){ copy, name.n }) == ATTR_UNKNOWN, "attr_of", i);
	}
	check(tag_of(STR("")) == TAG_UNKNOWN, "tag_of an empty name", 0);
	check(tag_of(STR("ANNOTATION-xml")) == TAG_ANNOTATION_XML, "tag_of with a dash", 0);
	check(attr_of(STR("xlink:Href")) == ATTR_XLINK_HREF, "attr_of with a colon", 0);
	check(str_eq(tag_svg_name(TAG_CLIPPATH), STR("clipPath")), "tag_svg_name", 0);
	check(str_eq(attr_svg_name(ATTR_VIEWBOX), STR("viewBox")), "attr_svg_name", 0);
	check(str_eq(attr_svg_name(ATTR_HREF), STR("href")), "attr_svg_name", 1);
}

static void
check_positions(void)
{
	static const struct {
		uint32_t offset, line, column;
	} expected[] = {
		{ 0, 1, 1 }, { 2, 1, 2 }, /* behind a character of two bytes */
		{ 3, 1, 3 },              /* at CR */
		{ 4, 1, 4 },              /* at its LF */
		{ 5, 2, 1 },              /* at CR alone */
		{ 6, 3, 1 },              /* at FF, which ends no line */
		{ 7, 3, 2 },              /* at LF alone */
		{ 8, 4, 1 },              /* at a character of four bytes */
		{ 12, 4, 2 },             /* behind it */
		{ 5, 2, 1 },              /* back again */
		{ 99, 4, 3 },             /* beyond the end */
	};
	struct arena a = { 0 };
	struct position_finder f = { .text = STR("\xC3\xB6x\r\n\r\f\n\xF0\x9D\x84\x9E."),
		.arena = &a };

	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++) {
		struct position at = position_of(&f, expected[i].offset);

		check(at.line == expected[i].line && at.column == expected[i].column,
		    "position_of", expected[i].offset);
	}
	arena_free(&a);
}

/* The position of a byte, counted from the first one on. */
static struct position
naive_position(struct str text, size_t offset)
{
	struct position at = { 1, 1 };

	for (size_t i = 0; i < offset; i++) {
		bool cr_alone = text.p[i] == '\r' && (i + 1 == text.n || text.p[i + 1] != '\n');

		at.column += (text.p[i] & 0xC0) != 0x80;
		if (text.p[i] == '\n' || cr_alone)
			at = (struct position){ at.line + 1, 1 };
	}
	return at;
}

/* Texts of every length up to some blocks, with ends of lines of one kind or of all. */
static void
check_random_positions(void)
{
	static const char *const pieces[] = { "x", "some words", "\n", "\r\n", "\r", "\xC3\xB6",
		"\xE2\x82\xAC", "\xF0\x9D\x84\x9E", "0123456789abcdef0123456789abcdef" };
	uint32_t state = 7;

	for (int i = 0; i < 400; i++) {
		char text[5200];
		struct arena a = { 0 };
		struct position_finder f = { .text = { text, 0 }, .arena = &a };
		size_t want = i < 300 ? (size_t)i : 5000, offset = 0;

		while (f.text.n < want) {
			const char *piece;

			state = state * 1664525 + 1013904223;
			piece = pieces[(state >> 8) % 9];
			if (strchr(piece, '\r') && i % 3 == 0)
				continue;
			memcpy(text + f.text.n, piece, strlen(piece));
			f.text.n += strlen(piece);
		}
		for (int k = 0; k < 40; k++) {
			struct position at, wanted;

			state = state * 1664525 + 1013904223;
			offset = k < 30 ? offset + (state >> 8) % (f.text.n / 20 + 2)
			                : (state >> 8) % (f.text.n + 1);
			offset = offset < f.text.n ? offset : f.text.n;
			at = position_of(&f, (uint32_t)offset);
			wanted = naive_position(f.text, offset);
			check(at.line == wanted.line && at.column == wanted.column,
			    "position_of in a text made at random", offset);
		}
		arena_free(&a);
	}
}

static void
check_offsets(void)
{
	struct str page = STR("ab<p class=x id='y'>\r\n<!--c--></p>&amp;<br hidden");
	static const uint32_t expected[] = { 0, 2, 20, 22, 30, 34, 49 };
	struct arena arena = { 0 };
	struct tokenizer t;
	struct token token;
	size_t i = 0;

	tokenizer_init(&t, page, &arena);
	do {
		tokenizer_next(&t, &token);
		check(token.offset == expected[i], "offset of a token", i);
		if (token.n_attrs == 2) {
			check(token.attrs[0].offset == 11, "offset of a value", 0);
			check(token.attrs[1].offset == 17, "offset of a quoted value", 0);
		}
		check(token.white == (i == 2), "white", i);
		i++;
	} while (token.kind != TOKEN_EOF && i < sizeof(expected) / sizeof(*expected));
	check(i == sizeof(expected) / sizeof(*expected), "number of tokens", i);
	tokenizer_next(&t, &token);
	check(token.kind == TOKEN_EOF, "the end stays the end", i);
	arena_free(&arena);
}

int
main(void)
{
	check_names();
	check_positions();
	check_random_positions();
	check_offsets();
	printf("units: %u checks, %u failed\n", checks, failures);
	return failures > 0;
}

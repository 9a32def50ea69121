/* change.h - page lines broken and changed at random, the same ones from run to run. */
#ifndef TESTS_UNITS_CHANGE_H
#define TESTS_UNITS_CHANGE_H

#include <stdint.h>
#include <stdio.h>

#include "base/buffer.h"

/* One that has what tests/schemas/good.xml has not. */
static const char change_other[] =
    "<page xmlns=\"urn:siteglean:page:1\" path=\"a&amp;b/\xC3\xA9.html\" title=\"\xE2\x82\xAC"
    " &quot;q&quot;&#9;&apos;\" lang=\"zh-Hant\" charset=\"gb18030\" bytes=\"12\" words=\"14\""
    " characters=\"22\"><fact name=\"tag\" value=\"t\" from=\"meta\"/><meta name=\"n\""
    " content=\"\" at=\"999999999:1\"/><anchor name=\"n\" from=\"map\"/><ref element=\"my-x\""
    " attribute=\"data-src\" href=\"\xC3\xA9\" target=\"x&#38;y\" state=\"page\" at=\"7:8\"/>"
    "<nav id=\"n1\" kind=\"contents\" at=\"2:2\"><item label=\"\xC3\xA9t\xC3\xA9 &lt;\""
    " at=\"3:3\"><text>x&#10;y</text><item label=\"b\" href=\"c\" target=\"d\" state=\"page\">"
    "<item label=\"e\" href=\"f\" target=\"d\" state=\"page\"/></item></item></nav><main>"
    "<body xmlns=\"http://www.w3.org/1999/xhtml\"><p data-at=\"5:6\">a<br/>b"
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" at=\"9:9\"><mi mathvariant=\"bold\">x"
    "</mi><mtext><em xmlns=\"http://www.w3.org/1999/xhtml\">t</em></mtext></math></p>"
    "<pre class=\"language-c++\" lang=\"i-default\">\xF0\x9F\x98\x80&#10;&#x20;\xE3\x80\x80z"
    "</pre><ul><li>one <i>t</i>wo</li></ul></body></main><part id=\"p1\" role=\"form\">&amp; "
    "o</part></page>";

static uint64_t change_state = 0x9E3779B97F4A7C15u;

/* A number below n. */
static size_t
below(size_t n)
{
	change_state ^= change_state << 13;
	change_state ^= change_state >> 7;
	change_state ^= change_state << 17;
	return n ? (size_t)(change_state >> 11) % n : 0;
}

static const char *const snippets[] = { "<", ">", "&", "\"", "'", " ", "/", "\t", "\n", "\r",
	"\x01", "\x7F", "\xC3\xA9", "\xC3", "\xFF", "\xED\xA0\x80", "\xEF\xBF\xBF",
	"\xEF\xBF\xBD", "&amp;", "&#10;", "&#0;", "&#xD800;", "&#x1F600;", "&lol;", "&#38",
	"]]>", "<!--x-->", "<?y?>", "<![CDATA[z]]>", " xmlns=\"urn:x\"", " xmlns=\"\"",
	" xml:lang=\"en\"", " xmlns:x=\"urn:x\"", " x=\"1\"", "<br/>", "<text>t</text>", "<x/>",
	"word", "<cut xmlns=\"urn:siteglean:page:1\" ref=\"n1\"/>", "<p lang=\"fr\">a</p>",
	"<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>",
	"<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mn a=\"1\" a=\"2\">1</mn></math>",
	"<!DOCTYPE page>", "<nav id=\"n2\" kind=\"menu\"/>",
	"<part id=\"p2\" role=\"form\"></part>" };

static const char *const values[] = { "", " ", "0", "1", "01", "+1", "-1", " 1", "4294967295",
	"4294967296", "18446744073709551615", "1:1", "1:01", "0:1", "9999999999:9999999999",
	"1:10000000000", "page", "file", "outside", "menu", "n1", "p1", "n01", "true", "en",
	"en-GB", "en_GB", "zh-cmn-Hans-CN", "de-1996", "x-y", "i-klingon", "de-a-bb-x-c",
	"UTF-8", "utf-8", "windows-1258", "windows-1259", "xlink:href", "data-x", "A", "a b",
	"\xC3\xA9", "language-", "language-c", "&#49;", "&#x2d;1", "a&#32;b", "599", "600",
	"row", "ltr" };

/* Replace the bytes of *line from one place to another. */
static void
splice(struct buffer *line, size_t from, size_t to, struct str with)
{
	struct buffer out = { 0 };
	struct str s = buffer_str(line);

	buffer_add(&out, str_part(s, 0, from));
	buffer_add(&out, with);
	buffer_add(&out, str_part(s, to, s.n));
	buffer_free(line);
	*line = out;
}

/* The next c from a random place on. */
static size_t
any(const struct buffer *line, char c)
{
	struct str s = buffer_str(line);
	size_t at = str_find_char(s, c, below(s.n));

	return at < s.n ? at : str_find_char(s, c, 0);
}

static void
change_value(struct buffer *line)
{
	static const char alphabet[] = "aZx019-:._ &#en";
	struct str s = buffer_str(line),
		   with = str_of(values[below(sizeof(values) / sizeof(values[0]))]);
	size_t from = str_find(s, STR("=\""), any(line, '=')) + 2;
	size_t to = str_find_char(s, '"', from);
	char made[12];

	if (from >= s.n)
		return;
	if (below(3) == 0) {
		with = (struct str){ made, below(sizeof(made)) };
		for (size_t i = 0; i < with.n; i++)
			made[i] = alphabet[below(sizeof(alphabet) - 1)];
	} else if (below(2) == 0) {
		with = str_part(s, from, to); /* that value itself, one byte of it changed */
		with.n = with.n < sizeof(made) ? with.n : sizeof(made);
		memcpy(made, with.p, with.n);
		with.p = made;
		if (with.n)
			made[below(with.n)] = alphabet[below(sizeof(alphabet) - 1)];
	}
	splice(line, from, to, with);
}

/* Copy a tag, an attribute or an element that has nothing inside to another place. */
static void
move_part(struct buffer *line)
{
	struct str s = buffer_str(line);
	char first = below(2) ? '<' : ' ', last = first == '<' ? '>' : '"';
	size_t from = any(line, first), to = str_find_char(s, last, from), place;

	if (last == '"')
		to = str_find_char(s, last, to + 1);
	if (to >= s.n || to - from > 400)
		return;
	place = any(line, first);
	if (below(2))
		splice(line, place, place, str_part(s, from, to + 1));
	else
		splice(line, from, to + 1, STR(""));
}

/* Change a line in one place. */
static inline void
change_once(struct buffer *line)
{
	size_t at = below(line->n + 1);
	struct str snippet = str_of(snippets[below(sizeof(snippets) / sizeof(snippets[0]))]);

	switch (below(8)) {
	case 0: splice(line, at, at, snippet); break;
	case 1:
		at = any(line, '<');
		splice(line, at, at, snippet);
		break;
	case 2:
		at = any(line, '>') + 1;
		splice(line, at, at, snippet);
		break;
	case 3: splice(line, at, at + below(6), STR("")); break;
	case 4: splice(line, at, at + 1, str_part(snippet, 0, 1)); break;
	case 5: move_part(line); break;
	default: change_value(line); break;
	}
}

/* A copy of a line, changed in up to three places; free it. */
static inline struct buffer
changed(struct str line)
{
	struct buffer copy = { 0 };

	buffer_add(&copy, line);
	for (size_t n = 1 + below(3); n > 0; n--)
		change_once(&copy);
	return copy;
}

/* A page line that has most of what pages have, from the tests of the schema. */
static inline struct buffer
change_good(void)
{
	FILE *file = fopen("tests/schemas/good.xml", "r");
	struct buffer line = { 0 };

	if (!file)
		return line;
	line.n = fread(buffer_room(&line, 1 << 16), 1, 1 << 16, file);
	fclose(file);
	while (line.n && line.data[line.n - 1] == '\n')
		line.n--;
	return line;
}

#endif

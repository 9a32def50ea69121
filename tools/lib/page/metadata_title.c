/* metadata_title.c - the title of a page without the name of its site. */
#include "../base/utf8.h"
#include "metadata.h"

/* Signs that part a page's title from its site's name, with spaces around. */
static const struct str separators[] = { STR_INIT("|"), STR_INIT("-"), STR_INIT("–"),
	STR_INIT("—"), STR_INIT("·"), STR_INIT("•"), STR_INIT("»"), STR_INIT("«"),
	STR_INIT("::"), STR_INIT(":"), STR_INIT("/"), STR_INIT("›"), STR_INIT(">"),
	STR_INIT("~"), STR_INIT("@") };

enum { SEGMENTS = 12 };

/* A title's segments, and where each starts and ends in it. */
struct segments {
	struct str title;
	size_t from[SEGMENTS], to[SEGMENTS];
	size_t n;
};

/* Does a character begin a separator, or may it? */
static bool
may_part(char c)
{
	switch (c) {
	case '|':
	case '-':
	case ':':
	case '/':
	case '>':
	case '~':
	case '@':
	case '\xC2': /* of what is beyond ASCII */
	case '\xE2': return true;
	default: return false;
	}
}

/* Length of the separator at p with its spaces, or 0. A colon needs none before it. */
static size_t
separator_at(struct str title, size_t at)
{
	bool spaced = title.p[at] == ' ';
	struct str s = str_part(title, at + spaced, title.n);

	if (!s.n || !may_part(s.p[0]))
		return 0;
	for (size_t i = 0; i < sizeof(separators) / sizeof(separators[0]); i++) {
		struct str sign = separators[i], after = str_part(s, sign.n, s.n);
		bool bare = sign.p[0] == '|';

		if (!str_starts(s, sign))
			continue;
		if (after.n && after.p[0] == ' ' && (spaced || bare || sign.p[0] == ':'))
			return spaced + sign.n + 1;
		if (bare && after.n)
			return spaced + 1;
	}
	return 0;
}

/* Where brackets around the end of a title begin, with the space before them, or its end. */
static size_t
brackets_at(struct str title)
{
	size_t i = str_ends(title, STR("]")) ? title.n - 1 : 0;

	while (i > 0 && title.p[i - 1] != '[' && title.p[i - 1] != ']')
		i--;
	return i > 2 && title.p[i - 1] == '[' && title.p[i - 2] == ' ' ? i - 2 : title.n;
}

static struct segments
segments_of(struct str title)
{
	struct segments s = { .title = title };
	size_t i = 0, brackets = brackets_at(title);

	s.from[s.n++] = 0;
	while (i < title.n) {
		size_t sign = i == brackets ? STR(" [").n : separator_at(title, i);

		if (!sign || s.n == SEGMENTS) {
			i++;
			continue;
		}
		s.to[s.n - 1] = i;
		s.from[s.n++] = i + sign;
		i += sign;
	}
	s.to[s.n - 1] = title.n - (s.from[s.n - 1] > brackets);
	return s;
}

/* The next letter or digit of s from *i on in lower case, 0 at the end. Beyond ASCII each
 * character but punctuation counts as itself. */
static uint32_t
next_letter(struct str s, size_t *i)
{
	while (*i < s.n) {
		uint32_t cp;

		*i += utf8_read(s.p + *i, s.p + s.n, &cp);
		if (cp < 0x80 && (is_alpha((char)cp) || is_digit((char)cp)))
			return (unsigned char)to_lower((char)cp);
		if (cp >= 0xC0 && (cp < 0x2000 || cp > 0x206F))
			return cp;
	}
	return 0;
}

/* The same letters and digits, whatever stands between; what has none says nothing. */
static bool
says_same(struct str x, struct str y)
{
	size_t i = 0, j = 0;
	uint32_t first = next_letter(x, &i), letter = first;

	while (letter == next_letter(y, &j)) {
		if (!letter)
			return first;
		letter = next_letter(x, &i);
	}
	return false;
}

/* Segments first up to but not including end, as they stand in the title. */
static struct str
run_of(const struct segments *s, size_t first, size_t end)
{
	return str_part(s->title, s->from[first], s->to[end - 1]);
}

struct str
title_edge(struct str title, int n)
{
	struct segments s = segments_of(title);
	size_t count = (size_t)(n < 0 ? -n : n);

	if (s.n <= count)
		return (struct str){ 0 };
	return n < 0 ? run_of(&s, 0, count) : run_of(&s, s.n - count, s.n);
}

bool
title_is_in(struct str title, struct str heading)
{
	enum { SHORTEST = 4 }; /* that more than chance finds in a heading */
	struct str start = title_edge(title, -1);

	if (!start.n)
		start = title;
	start = str_part(start, 0, str_find(start, STR(" ("), 0));
	if (start.n >= SHORTEST && str_find(heading, start, 0) < heading.n)
		return true;
	return heading.n >= SHORTEST && heading.n * 2 >= title.n &&
	       str_find(title, heading, 0) < title.n;
}

bool
title_begins(struct str heading, struct str title)
{
	size_t i = 0, j = 0;
	uint32_t letter;

	while ((letter = next_letter(title, &j)))
		if (letter != next_letter(heading, &i))
			return false;
	return j > 0 && i < heading.n && heading.p[i] == ' ';
}

bool
title_is_one_of(struct str s, const struct str *list)
{
	for (; list->p; list++)
		if (list->n && says_same(s, *list))
			return true;
	return false;
}

struct str
title_without_site(struct str title, const struct str *names, const struct str *headings)
{
	struct segments s = segments_of(title);

	for (size_t i = 1; i < s.n; i++)
		if (title_is_one_of(run_of(&s, i, s.n), names))
			return run_of(&s, 0, i);
	for (size_t i = 1; i < s.n; i++) /* what follows a name is wider still */
		for (size_t end = s.n - 1; end > i; end--)
			if (title_is_one_of(run_of(&s, i, end), names))
				return title_without_site(run_of(&s, 0, i), names, headings);
	for (size_t i = s.n - 1; i > 0; i--)
		if (title_is_one_of(run_of(&s, 0, i), names))
			return run_of(&s, i, s.n);
	for (size_t n = s.n - 1; n > 0; n--)
		for (size_t i = 0; i + n <= s.n; i++)
			if (title_is_one_of(run_of(&s, i, i + n), headings))
				return run_of(&s, i, i + n);
	return title;
}

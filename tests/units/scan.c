/* scan.c - what is read many bytes at a time, held against the same read byte by byte. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "html/scan.h"
#include "stream/xml.h"
#include "tap.h"

enum { LONGEST = 100, ROUNDS = 40000 };

static uint64_t
next_random(void)
{
	static uint64_t state = 88172645463325252;

	state ^= state << 13;
	state ^= state >> 7;
	return state ^= state << 17;
}

/* By one code point at a time; the replacement character itself is well-formed. */
static size_t
valid_prefix(struct str s)
{
	size_t at = 0;
	uint32_t cp;

	while (at < s.n) {
		size_t n = utf8_read(s.p + at, s.p + s.n, &cp);

		if (cp == UTF8_REPLACEMENT && !(n == 3 && !memcmp(s.p + at, "\xEF\xBF\xBD", 3)))
			break;
		at += n;
	}
	return at;
}

/* Characters of all lengths at the edges of what is well-formed; now and then one is broken. */
static struct str
random_text(char *room)
{
	static const uint32_t edges[] = { 'A', '=', '>', ' ', 0x7F, 0x80, 0xE9, 0x7FF, 0x800,
		0x3042, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0xFFFFF, 0x10FFFF };
	size_t want = next_random() % LONGEST, n = 0;
	bool ascii = next_random() % 4 == 0;

	while (n < want)
		n += utf8_write(
		    room + n, edges[ascii ? next_random() % 5
					  : next_random() % (sizeof(edges) / sizeof(*edges))]);
	if (n && next_random() % 2)
		room[next_random() % n] = (char)next_random();
	return (struct str){ room, n };
}

static const char *
first_of_four(struct str s, char a, char b, char c, char d)
{
	size_t i = 0;

	while (i < s.n && s.p[i] != a && s.p[i] != b && s.p[i] != c && s.p[i] != d)
		i++;
	return s.p + i;
}

/* Nothing before at ends a name, and at may. */
static bool
is_end_of_name(struct str s, const char *at)
{
	for (const char *p = s.p; p < at; p++)
		if (ends_name(*p) || *p == '=')
			return false;
	return at == s.p + s.n || (unsigned char)*at <= ' ' || ends_name(*at) || *at == '=';
}

/* Spaces of all kinds in the room of a text, one byte of which may be any. */
static bool
fill_with_white(char *p, size_t n)
{
	static const char white[] = { ' ', '\t', '\n', '\f', '\r' };
	size_t at = n ? next_random() % n : 0;

	for (size_t i = 0; i < n; i++)
		p[i] = white[next_random() % sizeof(white)];
	if (n && next_random() % 2)
		p[at] = (char)next_random();
	return !n || is_space(p[at]);
}

/* Letters in the room of a text, one or none of which is to be escaped: is it, in its place? */
static bool
escapes(char *p, size_t n)
{
	size_t at = next_random() % (n + 1), behind = at < n ? n - at - 1 : 0;
	struct buffer out = { 0 };
	bool good;

	memset(p, 'x', n);
	if (at < n)
		p[at] = '&';
	xml_text(&out, (struct str){ p, n });
	good = out.n == (at < n ? n + 4 : n) && (!at || !memcmp(out.data, p, at)) &&
	       (at == n || !memcmp(out.data + at, "&amp;", 5)) &&
	       (!behind || !memcmp(out.data + at + 5, p + at + 1, behind));
	buffer_free(&out);
	return good;
}

/* Scans in an allocation of the very size, so that a checker sees a byte read past it. */
int
main(void)
{
	char room[LONGEST + 4];
	int utf8 = 0, four = 0, names = 0, white = 0, escaped = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct str text = random_text(room);
		char *exact = malloc(text.n + 1), *p = exact + 1;

		memcpy(p, text.p, text.n);
		text.p = p;
		utf8 += utf8_valid_prefix(text) == valid_prefix(text);
		four += scan_four(p, p + text.n, 'A', '\x80', '\xBF', '\xF0') ==
		        first_of_four(text, 'A', '\x80', '\xBF', '\xF0');
		names += is_end_of_name(text, scan_name(p, p + text.n));
		white += fill_with_white(p, text.n) == str_is_white(text);
		escaped += escapes(p, text.n);
		free(exact);
	}
	ok(utf8 == ROUNDS, "well-formed starts of texts");
	ok(four == ROUNDS, "the first of four bytes");
	ok(names == ROUNDS, "ends of names");
	ok(white == ROUNDS, "white space alone");
	ok(escaped == ROUNDS, "what XML escapes");
	return tap_end();
}

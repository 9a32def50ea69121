/* fingerprint.c - texts that count as the same have one fingerprint, however they are read: in
 * words of eight bytes, or byte by byte. */
#include "page/fingerprint.h"

#include <inttypes.h>

#include "tap.h"

enum { ROOM = 256 };

/* The text with each of its spaces as more of them, each 0 as a longer number, and in capitals.
 */
static struct str
spread(struct str text, char room[static ROOM])
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		room[n++] = is_alpha(c) ? (char)(c & ~0x20) : c;
		if (c == ' ' || c == '0')
			room[n++] = c == '0' ? '7' : i % 2 ? ' ' : '\n';
	}
	return (struct str){ room, n };
}

static void
alike(const char *name, struct str text)
{
	char room[ROOM];
	bool good = true;

	for (size_t from = 0; from < text.n && good; from++)
		for (size_t to = from; to <= text.n && good; to++) {
			struct str part = str_part(text, from, to);

			good = text_fingerprint(part) == text_fingerprint(spread(part, room));
		}
	ok(good, "%s: case, digits and white space do not count", name);
}

static void
is_known_by(struct str text, uint64_t expected)
{
	uint64_t is = text_fingerprint(text);

	ok(is == expected, "'%.*s' is known by %016" PRIx64 ", is by %016" PRIx64, (int)text.n,
	    text.p, expected, is);
}

int
main(void)
{
	alike("words", STR("the quick brown fox jumps over the lazy dog and is gone"));
	alike("numbers", STR("abcdefgh0ijklmno 0 pqrstuvw 0x0 yz{|}~ 0"));
	alike("beyond ascii", STR("caf\u00e9 \u4e2d\u6587\u5b57 \u00fcber na\u00efve"));
	ok(text_fingerprint(STR("one two three four")) !=
		text_fingerprint(STR("one two threefour")),
	    "a space counts");
	is_known_by(STR(""), 1);
	is_known_by(STR("Next"), 0xCCAABB228D0F1D93);
	is_known_by(STR("Copyright (c) 1993, 2021, All rights reserved."), 0x38FCAB5DAA8D6441);
	return tap_end();
}

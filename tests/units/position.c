/* position.c - positions of bytes, held against a count from the start of the text. */
#include "html/position.h"

#include "base/buffer.h"
#include "tap.h"

enum { LONGEST = 20000, QUESTIONS = 300 };

static uint32_t
next_random(void)
{
	static uint32_t state = 1;

	state = state * 1664525 + 1013904223;
	return state >> 8;
}

static struct position
counted(struct str text, uint32_t offset)
{
	struct position at = { 1, 1 };

	for (uint32_t i = 0; i < offset && i < text.n; i++) {
		at.column += (text.p[i] & 0xC0) != 0x80;
		if (text.p[i] == '\n' ||
		    (text.p[i] == '\r' && !(i + 1 < text.n && text.p[i + 1] == '\n')))
			at = (struct position){ at.line + 1, 1 };
	}
	return at;
}

/* Of texts made of the pieces; questions that rise, and then any. */
static void
test_text(const char *name, const char *const *pieces, uint32_t n_pieces)
{
	struct arena arena = { 0 };
	bool good = true;

	for (uint32_t longest = 1; longest <= LONGEST && good; longest = longest * 3 + 1) {
		struct buffer b = { 0 };
		struct position_finder f = { .arena = &arena };
		uint32_t offset = 0;

		while (b.n < longest)
			buffer_add(&b, str_of(pieces[next_random() % n_pieces]));
		f.text = buffer_str(&b);
		for (uint32_t i = 0; i < QUESTIONS && good; i++) {
			struct position at, want;

			offset = i < QUESTIONS / 2
			             ? offset + next_random() % (2 * longest / QUESTIONS + 2)
			             : next_random() % (longest + 20);
			at = position_of(&f, offset);
			want = counted(f.text, offset);
			good = at.line == want.line && at.column == want.column;
		}
		arena_reset(&arena);
		buffer_free(&b);
	}
	ok(good, "%s", name);
	arena_free(&arena);
}

/* Positions are read as they are printed, and nothing else is. */
static void
test_reading(void)
{
	static const char *const none[] = { "", ":", "1", "1:", ":1", "0:1", "1:0", "1:1:1",
		"1:1 ", "-1:1", "1:x", "4294967296:1", "1:99999999999999999999" };
	const struct position largest = { UINT32_MAX, UINT32_MAX };
	char room[POSITION_ROOM];
	struct position at = position_read(position_print(largest, room));
	bool any = false;

	ok(at.line == UINT32_MAX && at.column == UINT32_MAX, "what is printed is read");
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		any |= position_read(str_of(none[i])).line > 0;
	ok(!any, "what is no position has no line");
}

int
main(void)
{
	static const char *const lines[] = { "a", "word", "\n", "<p>", "\n\n" };
	static const char *const one[] = { "a", "b", "long words without an end" };
	static const char *const returns[] = { "a", "\r", "\n", "\r\n",
		"a longer piece of text" };
	static const char *const beyond[] = { "\xC3\xA9", "\xE4\xB8\xAD", "x",
		"\xF0\x9F\x98\x80", "words of ASCII in between, quite a few of them" };
	static const char *const mixed[] = { "\xC3\xA9", "\xE4\xB8\xAD\xE6\x96\x87", "\n",
		"\r\n", "\xF0\x9F\x98\x80", "words of ASCII", "\xBF" };

	test_text("lines", lines, 5);
	test_text("one line", one, 3);
	test_text("returns", returns, 5);
	test_text("one line beyond ASCII", beyond, 5);
	test_text("lines beyond ASCII", mixed, 7);
	test_reading();
	return tap_end();
}

/* prose.c - a text is folded alike wherever in it something stands that is folded. */
#include "page/prose.h"

#include "base/buffer.h"
#include "tap.h"

/* What is folded, and what it is then. */
static const char *const forms[][2] = {
	{ "a \t\n\r\f\v b", "a b" },
	{ "a\u00A0\u2003b", "a b" },
	{ "a \u200B b", "a b" },
	{ "so\u00ADft", "soft" },
	{ "\u2018\u2019\u02BC\u201C\u201E\u00AB", "'''\"\"\"" },
	{ "\u0130\u012F", "i\u012F" },
	{ "\u0643\u0640\u064E\u0652\u0653\u0641", "\u0643\u0653\u0641" },
	{ "gr\u00F6\u00DFer \u0441\u0442\u0440", "gr\u00F6\u00DFer \u0441\u0442\u0440" },
	{ "\u5DE5\u4E8B\u4E2D", "\u5DE5\u4E8B\u4E2D" },
	{ "x\x01\x7Fy", "x\x01\x7Fy" },
};

enum { PLACES = 150 };

static void
add_run(struct buffer *text, char c, unsigned n)
{
	while (n--)
		buffer_char(text, c);
}

/* Behind a long word and many spaces, and before one more word. */
static bool
folds_at(struct arena *a, const char *const form[2], unsigned place)
{
	struct buffer text = { 0 }, wanted = { 0 };
	unsigned letters = place / 2, spaces = place - letters;
	bool same;

	add_run(&text, 'w', letters);
	add_run(&text, place % 3 ? ' ' : '\n', spaces);
	buffer_add(&text, str_of(form[0]));
	buffer_add(&text, STR("  end\n"));
	add_run(&wanted, 'w', letters);
	add_run(&wanted, ' ', letters > 0);
	buffer_add(&wanted, str_of(form[1]));
	buffer_add(&wanted, STR(" end"));
	same = str_eq(prose_fold(a, buffer_str(&text)), buffer_str(&wanted));
	buffer_free(&text);
	buffer_free(&wanted);
	return same;
}

int
main(void)
{
	struct arena arena = { 0 };

	for (unsigned i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		bool all = true;

		for (unsigned place = 0; place < PLACES; place++)
			all &= folds_at(&arena, forms[i], place);
		ok(all, "%s", forms[i][1]);
	}
	arena_free(&arena);
	return tap_end();
}

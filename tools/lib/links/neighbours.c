/* neighbours.c - strings one slip of the pen away. */
#include "neighbours.h"

#include <stdint.h>

static const char letters[] = "abcdefghijklmnopqrstuvwxyz-_.";

/* Put s in *out with the bytes from i to j replaced by others. */
static struct str
replaced(struct buffer *out, struct str s, size_t i, size_t j, struct str others)
{
	out->n = 0;
	buffer_add(out, str_part(s, 0, i));
	buffer_add(out, others);
	buffer_add(out, str_part(s, j, s.n));
	return buffer_str(out);
}

static bool
may_be(const struct neighbourhood *n, char less, char more)
{
	return !n->may_be || n->may_be(n->context, less, more);
}

/* The letters that may be more, instead of another or of none (0): a bit each. */
static uint32_t
letters_for(const struct neighbourhood *n, char less)
{
	uint32_t set = 0;

	for (size_t k = 0; letters[k]; k++)
		set |= (uint32_t)may_be(n, less, letters[k]) << k;
	return set;
}

/* Try a letter more at each place, or instead of what stands there. */
static bool
find_other_letter(
    struct str s, size_t from, const struct neighbourhood *n, struct buffer *found)
{
	uint32_t more = letters_for(n, 0), instead[256];
	bool known[256] = { false };

	for (size_t i = from; i <= s.n; i++) {
		unsigned char at = i < s.n && !is_digit(s.p[i]) ? (unsigned char)s.p[i] : 0;

		if (!known[at])
			instead[at] = at ? letters_for(n, (char)at) : 0;
		known[at] = true;
		for (uint32_t left = more | instead[at]; left; left &= left - 1) {
			unsigned k = (unsigned)__builtin_ctz(left);
			struct str c = { letters + k, 1 };

			if ((more >> k & 1 &&
				n->there(n->context, replaced(found, s, i, i, c))) ||
			    (instead[at] >> k & 1 &&
				n->there(n->context, replaced(found, s, i, i + 1, c))))
				return true;
		}
	}
	return false;
}

bool
neighbours_find(struct str s, size_t from, const struct neighbourhood *n, struct buffer *found)
{
	bool same = may_be(n, 0, 0);

	for (size_t i = from; same && i + 1 < s.n; i++) {
		char swapped[2] = { s.p[i + 1], s.p[i] };

		if (!is_digit(s.p[i]) && !is_digit(s.p[i + 1]) &&
		    n->there(
			n->context, replaced(found, s, i, i + 2, (struct str){ swapped, 2 })))
			return true;
	}
	for (size_t i = from; i < s.n && s.n > from + 1; i++)
		if (!is_digit(s.p[i]) && may_be(n, s.p[i], 0) &&
		    n->there(n->context, replaced(found, s, i, i + 1, STR(""))))
			return true;
	if (find_other_letter(s, from, n, found))
		return true;
	found->n = 0;
	return false;
}

/* neighbours.c - strings one slip of the pen away. */
#include "neighbours.h"

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

bool
neighbours_find(struct str s, size_t from, bool (*there)(void *context, struct str s),
    void *context, struct buffer *found)
{
	for (size_t i = from; i + 1 < s.n; i++) {
		char swapped[2] = { s.p[i + 1], s.p[i] };

		if (!is_digit(s.p[i]) && !is_digit(s.p[i + 1]) &&
		    there(context, replaced(found, s, i, i + 2, (struct str){ swapped, 2 })))
			return true;
	}
	for (size_t i = from; i < s.n && s.n > from + 1; i++)
		if (!is_digit(s.p[i]) && there(context, replaced(found, s, i, i + 1, STR(""))))
			return true;
	for (size_t i = from; i <= s.n; i++)
		for (const char *c = letters; *c; c++)
			if (there(context, replaced(found, s, i, i, (struct str){ c, 1 })) ||
			    (i < s.n && !is_digit(s.p[i]) &&
				there(context,
				    replaced(found, s, i, i + 1, (struct str){ c, 1 }))))
				return true;
	found->n = 0;
	return false;
}

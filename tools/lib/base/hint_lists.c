/* hint_lists.c - reading patterns for the literals that every match of them must hold.
 *
 * Of the syntax of pcre2pattern(3), what hand-written lists of phrases use is understood. The
 * pattern compiles, so parentheses match and are at most 250 deep. */
#include "hint_lists.h"

#include "hint_fold.h"
#include "hint_syntax.h"
#include "utf8.h"

/* Shorter literals are in too many texts; longer ones are not rarer by much. Longer lists cost
 * more than they tell. */
enum { LEAST_BYTES = 2, ENOUGH_BYTES = 6, MOST_LITERALS = 200, MOST_REPEATS = 8 };

static bool read_alternatives(struct hint_reader *r, struct hint_list *all);

static bool
is_syntax(char c)
{
	return hint_looks[(unsigned char)c] & (HINT_PARTING | HINT_MARKS);
}

/* True where a says more than b: its literals are longer, else it has fewer. */
static bool
is_better(const struct hint_list *a, const struct hint_list *b)
{
	size_t x = a->least < ENOUGH_BYTES ? a->least : ENOUGH_BYTES;
	size_t y = b->least < ENOUGH_BYTES ? b->least : ENOUGH_BYTES;

	if (!a->n || !b->n)
		return a->n != 0;
	return x != y ? x > y : a->n < b->n;
}

/* Add a literal to the run. */
static void
add_to_run(struct hint_reader *r, const char *from, const char *to)
{
	struct str literal = { from, (size_t)(to - from) };

	if (!r->run.n)
		r->run_at_border = r->at_border;
	if (literal.n)
		r->at_border = to[-1] == ' ';
	r->run.n += hint_fold(buffer_room(&r->run, HINT_FOLD_MOST * literal.n), literal);
}

/* Put a list among the best, if it is. */
static void
offer(struct hint_reader *r, struct hint_list best[static HINT_LISTS], struct hint_list list)
{
	list.place = r->places++;
	for (int i = 0; i < HINT_LISTS && list.n; i++) {
		struct hint_list worse = best[i];

		if (!is_better(&list, &worse))
			continue;
		best[i] = list;
		list = worse;
	}
}

/* True for what stands in few texts. */
static bool
is_rare(char c)
{
	return strchr("%{}<>#$~^|\\[]@_", c) != NULL;
}

/* True for a letter or digit of ASCII: where \b stands before it, none does. */
static bool
begins_word(const char *literal)
{
	return is_alpha(*literal) || is_digit(*literal);
}

/* What follows the literals so far may be anything. */
static void
end_run(struct hint_reader *r, struct hint_list best[static HINT_LISTS])
{
	struct hint_literal *literal;

	if (r->run.n >= LEAST_BYTES || (r->run.n && is_rare(r->run.data[0]))) {
		literal = arena_alloc(r->arena, sizeof(*literal));
		*literal = (struct hint_literal){ arena_str(r->arena, buffer_str(&r->run)),
			r->run_at_border && begins_word(r->run.data) };
		offer(r, best,
		    (struct hint_list){ .at = literal, .n = 1, .least = literal->text.n });
	}
	r->run.n = 0;
}

/* A quantifier, if there is one: *least and whether it lets there be more. */
static bool
read_quantifier(struct hint_reader *r, uint32_t *least)
{
	*least = 1;
	if (r->p == r->end)
		return false;
	if (*r->p == '?' || *r->p == '*' || *r->p == '+') {
		*least = *r->p++ == '+';
	} else if (*r->p == '{' && r->p + 1 < r->end && is_digit(r->p[1])) {
		for (*least = 0, r->p++; is_digit(*r->p); r->p++)
			*least = *least < MOST_REPEATS ? *least * 10 + (uint32_t)(*r->p - '0')
			                               : MOST_REPEATS;
		while (*r->p++ != '}')
			;
	} else {
		return false;
	}
	if (r->p < r->end && (*r->p == '?' || *r->p == '+'))
		r->p++;
	return true;
}

/* Characters that stand for themselves. What a quantifier follows is read alone. */
static void
read_literal(struct hint_reader *r, struct hint_list best[static HINT_LISTS])
{
	const char *from = r->p++, *last;
	uint32_t least;

	while (r->p < r->end && !is_syntax(*r->p))
		r->p++;
	last = utf8_before(r->p, from);
	if (last > from && r->p < r->end && strchr("?*+{", *r->p)) {
		r->p = last;
		add_to_run(r, from, last);
		return;
	}
	last = r->p;
	if (!read_quantifier(r, &least)) {
		add_to_run(r, from, last);
		return;
	}
	for (uint32_t i = 0; i < least && i < MOST_REPEATS; i++)
		add_to_run(r, from, last);
	end_run(r, best);
	r->at_border = *from == ' ' && (least || r->at_border);
}

/* Something that stands for any of many characters. */
static void
read_any(struct hint_reader *r, struct hint_list best[static HINT_LISTS])
{
	uint32_t least;

	end_run(r, best);
	read_quantifier(r, &least);
	r->at_border = false;
}

/* What stands at a place and is no character. A literal follows at a border, if it begins with
 * a letter or digit. */
static void
read_border(struct hint_reader *r, struct hint_list best[static HINT_LISTS])
{
	read_any(r, best);
	r->at_border = true;
}

static void
read_class(struct hint_reader *r, struct hint_list best[static HINT_LISTS])
{
	r->p = hint_class_end(r->p);
	read_any(r, best);
}

/* False for escapes that are not understood. */
static bool
read_escape(struct hint_reader *r, struct hint_list best[static HINT_LISTS])
{
	char c = r->p[1];

	if (is_digit(c) || (is_alpha(c) && !strchr("wWdDsSbBAzZ", c)))
		return false;
	if (c == 'b') {
		r->p += 2;
		read_border(r, best);
	} else if (is_alpha(c)) {
		r->p += 2;
		read_any(r, best);
	} else {
		r->p++;
		read_literal(r, best);
	}
	return true;
}

/* What is in parentheses. A look-around is no part of the match; options of letter case do not
 * count. */
static bool
read_group(struct hint_reader *r, struct hint_list best[static HINT_LISTS])
{
	struct str rest = { r->p + 1, (size_t)(r->end - r->p - 1) };
	struct hint_list list;
	bool around = false, at_border = r->at_border;
	uint32_t least;

	end_run(r, best);
	if (str_starts(rest, STR("?:")))
		r->p += 3;
	else if (str_starts(rest, STR("?-i:")))
		r->p += 5;
	else if (str_starts(rest, STR("?=")) || str_starts(rest, STR("?!")))
		r->p += 3;
	else if (str_starts(rest, STR("?<=")) || str_starts(rest, STR("?<!")))
		r->p += 4;
	else if (str_starts(rest, STR("?")) || str_starts(rest, STR("*")))
		return false;
	else
		r->p++;
	around = rest.p[0] == '?' && rest.p[1] != ':' && rest.p[1] != '-';
	if (!read_alternatives(r, &list) || r->p == r->end)
		return false;
	r->p++;
	read_quantifier(r, &least);
	if (least && !around)
		offer(r, best, list);
	if (around)
		r->at_border = at_border;
	else
		r->at_border &= least || at_border;
	return true;
}

bool
hint_lists_next(struct hint_reader *r, struct hint_list best[static HINT_LISTS])
{
	bool known = true;

	memset(best, 0, HINT_LISTS * sizeof(*best));
	while (known && r->p < r->end && *r->p != '|' && *r->p != ')') {
		switch (*r->p) {
		case '(': known = read_group(r, best); break;
		case '[': read_class(r, best); break;
		case '\\': known = read_escape(r, best); break;
		case '^':
			r->p++;
			read_border(r, best);
			break;
		case '$':
		case '.':
			r->p++;
			read_any(r, best);
			break;
		default: read_literal(r, best);
		}
	}
	end_run(r, best);
	return known;
}

/* Read an alternative that is a literal and nothing else, as most are; false: it is not. */
static bool
read_plain(struct hint_reader *r, struct hint_literal *literal)
{
	const char *from = r->p, *p = from;
	unsigned look = 0;

	for (; p < r->end && !is_syntax(*p); p++)
		look |= hint_looks[(unsigned char)*p];
	if (p == r->end || (*p != '|' && *p != ')') || p - from < LEAST_BYTES)
		return false;
	r->p = p;
	literal->at_border = r->at_border && begins_word(from);
	r->at_border = p[-1] == ' ';
	if (!(look & HINT_CASED)) {
		literal->text = arena_str(r->arena, (struct str){ from, (size_t)(p - from) });
		return true;
	}
	add_to_run(r, from, p);
	literal->text = arena_str(r->arena, buffer_str(&r->run));
	r->run.n = 0;
	return true;
}

/* One list for all of them; none where one may be anything. */
static bool
read_alternatives(struct hint_reader *r, struct hint_list *all)
{
	bool any = false, from_border = r->at_border, to_border = true;
	uint32_t room = 0;

	*all = (struct hint_list){ .least = SIZE_MAX };
	for (;;) {
		struct hint_list best[HINT_LISTS], list;
		uint32_t n = all->n;
		struct hint_literal plain;

		r->at_border = from_border;
		if (read_plain(r, &plain))
			list =
			    (struct hint_list){ .at = &plain, .n = 1, .least = plain.text.n };
		else if (hint_lists_next(r, best))
			list = best[0];
		else
			return false;
		to_border &= r->at_border;
		any |= list.n == 0 || n + list.n > MOST_LITERALS;
		if (!any) {
			if (n + list.n > room) {
				room = 2 * (n + list.n);
				all->at = arena_grow(r->arena, all->at, n * sizeof(*all->at),
				    room * sizeof(*all->at));
			}
			for (uint32_t i = 0; i < list.n; i++)
				all->at[all->n++] = list.at[i];
			all->least = list.least < all->least ? list.least : all->least;
		}
		if (r->p == r->end || *r->p != '|')
			break;
		r->p++;
	}
	if (any)
		all->n = 0;
	r->at_border = to_border;
	return true;
}

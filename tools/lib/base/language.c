/* language.c - language tags. */
#include "language.h"

#include <stdlib.h>

#include "language_table.h"

/* A tag and where its reader is; subtag is absent past the end, and empty between two hyphens.
 */
struct reader {
	struct str rest;
	struct str subtag;
};

static void
next(struct reader *r)
{
	size_t n;

	r->subtag = (struct str){ 0 };
	if (!r->rest.p)
		return;
	n = str_find_char(r->rest, '-', 0);
	r->subtag = str_part(r->rest, 0, n);
	r->rest = n < r->rest.n ? str_part(r->rest, n + 1, r->rest.n) : (struct str){ 0 };
}

static bool
is_alphabetic(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_alpha(s.p[i]))
			return false;
	return s.n > 0;
}

static bool
is_alphanumeric(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_alpha(s.p[i]) && !is_digit(s.p[i]))
			return false;
	return s.n > 0;
}

static unsigned
letter(char c)
{
	return (unsigned)(to_lower(c) - 'a');
}

static int
compare_subtag(const void *key, const void *row)
{
	const struct str *s = key;
	const char *known = ((const struct language_row *)row)->subtag;

	size_t i = 0;

	while (i < s->n && known[i] && to_lower(s->p[i]) == known[i])
		i++;
	if (i == s->n)
		return known[i] ? -1 : 0;
	return (unsigned char)to_lower(s->p[i]) < (unsigned char)known[i] ? -1 : 1;
}

static const struct language_row *
find(struct str subtag, const struct language_row *rows, size_t count)
{
	return bsearch(&subtag, rows, count, sizeof(*rows), compare_subtag);
}

/* s is two or three letters. */
static bool
is_language(struct str s)
{
	unsigned i = letter(s.p[0]);

	if (s.n == 2)
		return language_two[i] >> letter(s.p[1]) & 1;
	return language_three[i * 26 + letter(s.p[1])] >> letter(s.p[2]) & 1;
}

static bool
is_region(struct str s)
{
	if (s.n == 2)
		return language_region[letter(s.p[0])] >> letter(s.p[1]) & 1;
	return find(s, language_area_rows, language_area_count) != NULL;
}

/* "langtag" up to its script: the language, and the one that may extend it. */
static bool
read_language(struct reader *r)
{
	const struct language_row *row;
	struct str language = r->subtag;

	if (!is_alphabetic(language) || language.n < 2 || language.n > 3 ||
	    !is_language(language))
		return false;
	next(r);
	if (r->subtag.n != 3 || !is_alphabetic(r->subtag))
		return true;
	row = find(r->subtag, language_extlang_rows, language_extlang_count);
	next(r);
	return row && str_eq_nocase(language, str_of(row->prefix));
}

static bool
read_script(struct reader *r)
{
	struct str s = r->subtag;

	if (s.n != 4 || !is_alphabetic(s))
		return true;
	next(r);
	return find(s, language_script_rows, language_script_count) != NULL;
}

static bool
read_region(struct reader *r)
{
	struct str s = r->subtag;

	if (!(s.n == 2 && is_alphabetic(s)) && !(s.n == 3 && is_digit(s.p[0])))
		return true;
	next(r);
	return is_region(s);
}

/* True when one of the subtags of `list` up to `end` is s. */
static bool
is_repeated(struct str list, const char *end, struct str s)
{
	struct reader r = { .rest = { list.p, (size_t)(end - list.p) } };

	for (next(&r); r.subtag.p; next(&r))
		if (str_eq_nocase(r.subtag, s))
			return true;
	return false;
}

/* No more than the registry's variants are read before one is repeated. */
static bool
read_variants(struct reader *r)
{
	struct str first = r->subtag;

	for (; r->subtag.n > 4 || (r->subtag.n == 4 && is_digit(r->subtag.p[0])); next(r)) {
		if (!find(r->subtag, language_variant_rows, language_variant_count))
			return false;
		if (is_repeated(first, r->subtag.p, r->subtag))
			return false;
	}
	return true;
}

/* The subtags after a singleton: at least one of least to 8 characters. */
static bool
read_extension(struct reader *r, size_t least)
{
	size_t count = 0;

	next(r);
	for (; r->subtag.n >= least && r->subtag.n <= 8; next(r), count++)
		if (!is_alphanumeric(r->subtag))
			return false;
	return count > 0;
}

static bool
is_private(struct str subtag)
{
	return str_eq_nocase(subtag, STR("x"));
}

static bool
read_extensions(struct reader *r)
{
	uint64_t seen = 0;

	while (r->subtag.n == 1 && is_alphanumeric(r->subtag) && !is_private(r->subtag)) {
		char c = r->subtag.p[0];
		uint64_t bit = UINT64_C(1)
		               << (is_digit(c) ? 26u + (unsigned)(c - '0') : letter(c));

		if (seen & bit || !read_extension(r, 2))
			return false;
		seen |= bit;
	}
	return true;
}

bool
language_is_valid(struct str tag)
{
	struct reader r = { .rest = tag };

	if (find(tag, language_grandfathered_rows, language_grandfathered_count))
		return true;
	next(&r);
	if (!is_private(r.subtag) &&
	    !(read_language(&r) && read_script(&r) && read_region(&r) && read_variants(&r) &&
		read_extensions(&r)))
		return false;
	if (is_private(r.subtag) && !read_extension(&r, 1))
		return false;
	return !r.subtag.p;
}

/* Write a subtag in its case: after the first, and before any singleton, two letters are a
 * region and four are a script. */
static void
write_subtag(char *to, struct str s, bool plain)
{
	for (size_t i = 0; i < s.n; i++) {
		bool upper = !plain && (s.n == 2 || (s.n == 4 && i == 0));
		char c = to_lower(s.p[i]);

		to[i] = upper && is_alpha(c) ? (char)(c - 32) : c;
	}
}

struct str
language_canonical(struct arena *a, struct str tag)
{
	char *text = arena_alloc(a, tag.n + 1), *to = text;
	struct reader r = { .rest = tag };
	bool plain = true;

	for (next(&r); r.subtag.p; next(&r)) {
		write_subtag(to, r.subtag, plain || r.subtag.n == 1);
		to += r.subtag.n;
		*to++ = '-';
		plain = r.subtag.n == 1 || (plain && r.subtag.p != tag.p);
	}
	return str_eq((struct str){ text, tag.n }, tag) ? tag : (struct str){ text, tag.n };
}

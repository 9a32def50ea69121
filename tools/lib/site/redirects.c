/* redirects.c - the redirects that a build hands to its server. */
#include "redirects.h"

#include "../base/buffer.h"

enum { PARTS = 8 }; /* of a path that a place may name, at most */

static void
add(struct redirects *r, struct redirect redirect)
{
	if (r->n == r->cap) {
		size_t cap = r->cap ? 2 * r->cap : 16;

		r->rows = arena_grow(
		    &r->arena, r->rows, r->n * sizeof(*r->rows), cap * sizeof(*r->rows));
		r->cap = cap;
	}
	r->rows[r->n++] = redirect;
}

static bool
is_place(struct str s)
{
	return str_starts(s, STR("/")) || str_find(s, STR("://"), 0) < s.n;
}

static void
read_line(struct redirects *r, struct str line)
{
	struct redirect redirect = { .has_parameters = false };
	struct str status;

	if (!str_token(&line, &redirect.from) || redirect.from.p[0] != '/')
		return;
	while (str_token(&line, &redirect.to) && !is_place(redirect.to))
		redirect.has_parameters = true;
	if (!redirect.to.n)
		return;
	if (str_token(&line, &status) && (status.p[0] == '4' || status.p[0] == '5'))
		redirect.to = (struct str){ 0 };
	add(r, redirect);
}

void
redirects_read(struct redirects *r, struct str text)
{
	for (text = arena_str(&r->arena, text); text.n;) {
		size_t n = str_find_char(text, '\n', 0);

		read_line(r, str_part(text, 0, n));
		text = str_part(text, n + 1, text.n);
	}
}

void
redirects_free(struct redirects *r)
{
	arena_free(&r->arena);
	*r = (struct redirects){ 0 };
}

/* A part of a path that a pattern names. */
struct part {
	struct str name, value; /* with its ':'; ":splat" for '*' */
};

static struct str
take_part(struct str *path)
{
	size_t n = str_find_char(*path, '/', 1);
	struct str part = str_part(*path, 0, n);

	*path = str_part(*path, n, path->n);
	return part;
}

/* Match a path part by part; returns the number of named parts, or -1. */
static int
match(struct str from, struct str path, struct part parts[static PARTS])
{
	int n = 0;

	while (from.n) {
		struct str wanted = take_part(&from), part;

		if (str_eq(wanted, STR("/*"))) {
			parts[n++] = (struct part){ STR(":splat"), str_part(path, 1, path.n) };
			return n;
		}
		if (!path.n)
			return str_eq(wanted, STR("/")) ? n : -1;
		part = take_part(&path);
		if (str_starts(wanted, STR("/:")) && n < PARTS - 1)
			parts[n++] = (struct part){ str_part(wanted, 1, wanted.n),
				str_part(part, 1, part.n) };
		else if (!str_eq(wanted, part))
			return -1;
	}
	return !path.n || str_eq(path, STR("/")) ? n : -1;
}

static struct str
filled_in(struct arena *a, struct str to, const struct part *parts, int n)
{
	struct buffer out = { 0 };
	struct str text;

	for (size_t i = 0; i < to.n;) {
		int k = 0;

		while (k < n && !str_starts(str_part(to, i, to.n), parts[k].name))
			k++;
		if (k < n) {
			buffer_add(&out, parts[k].value);
			i += parts[k].name.n;
		} else {
			buffer_char(&out, to.p[i++]);
		}
	}
	text = arena_str(a, buffer_str(&out));
	buffer_free(&out);
	return text;
}

struct str
redirects_find(const struct redirects *r, struct arena *a, struct str path)
{
	size_t query = str_find_char(path, '?', 0);
	struct part parts[PARTS];

	for (size_t i = 0; i < r->n; i++) {
		const struct redirect *redirect = &r->rows[i];
		int n = -1;

		if (!redirect->has_parameters || query < path.n)
			n = match(redirect->from, str_part(path, 0, query), parts);
		if (n >= 0)
			return redirect->to.p ? filled_in(a, redirect->to, parts, n)
			                      : redirect->to;
	}
	return (struct str){ 0 };
}

/* dossier.c - a page's dossier as bytes, and back. They live as long as the run: no byte order,
 * no version. */
#include "dossier.h"

#include <stdint.h>

static void
put(struct buffer *out, const void *bytes, size_t n)
{
	buffer_add(out, (struct str){ bytes, n });
}

static void
put_number(struct buffer *out, uint32_t n)
{
	put(out, &n, sizeof(n));
}

/* Absent and empty differ: the length is one more. */
static void
put_str(struct buffer *out, struct str s)
{
	put_number(out, s.p ? (uint32_t)s.n + 1 : 0);
	if (s.p)
		buffer_add(out, s);
}

static void
get(struct str *bytes, void *to, size_t n)
{
	memcpy(to, bytes->p, n);
	*bytes = str_part(*bytes, n, bytes->n);
}

static uint32_t
get_number(struct str *bytes)
{
	uint32_t n;

	get(bytes, &n, sizeof(n));
	return n;
}

static struct str
get_str(struct str *bytes)
{
	uint32_t n = get_number(bytes);
	struct str s = { 0 };

	if (!n)
		return s;
	s = str_part(*bytes, 0, n - 1);
	*bytes = str_part(*bytes, n - 1, bytes->n);
	return s;
}

/* The members of a dossier that are strings and numbers, in their order. */
enum { STRINGS = 7, NUMBERS = 6 };

static void
members(struct dossier *d, struct str *strings[STRINGS], uint32_t *numbers[NUMBERS])
{
	struct str *s[] = { &d->file, &d->path, &d->url, &d->title, &d->lang, &d->modified,
		&d->menu };
	uint32_t *n[] = { &d->line_number, &d->words, &d->link_words, &d->heading_words,
		&d->at.line, &d->at.column };

	memcpy(strings, s, sizeof(s));
	memcpy(numbers, n, sizeof(n));
}

void
dossier_write(struct buffer *out, const struct dossier *d)
{
	struct dossier copy = *d;
	struct str *strings[STRINGS];
	uint32_t *numbers[NUMBERS], n = 0;

	members(&copy, strings, numbers);
	for (size_t i = 0; i < STRINGS; i++)
		put_str(out, *strings[i]);
	for (size_t i = 0; i < NUMBERS; i++)
		put_number(out, *numbers[i]);
	for (const struct evidence *e = d->evidence.first; e; e = e->next)
		n++;
	put_number(out, n);
	for (const struct evidence *e = d->evidence.first; e; e = e->next) {
		put(out, e, offsetof(struct evidence, text));
		put_str(out, e->text);
	}
	put_number(out, d->n_passages);
	put(out, d->passages, d->n_passages * sizeof(*d->passages));
}

static void
get_evidence(struct arena *a, struct str *bytes, struct evidence_list *list)
{
	for (uint32_t n = get_number(bytes); n; n--) {
		struct evidence *e = arena_zalloc(a, sizeof(*e));

		get(bytes, e, offsetof(struct evidence, text));
		e->text = get_str(bytes);
		*(list->last ? &list->last->next : &list->first) = e;
		list->last = e;
	}
}

void
dossier_read(struct arena *a, struct str bytes, struct dossier *d)
{
	struct str *strings[STRINGS];
	uint32_t *numbers[NUMBERS];

	*d = (struct dossier){ .file = { 0 } };
	members(d, strings, numbers);
	for (size_t i = 0; i < STRINGS; i++)
		*strings[i] = get_str(&bytes);
	for (size_t i = 0; i < NUMBERS; i++)
		*numbers[i] = get_number(&bytes);
	get_evidence(a, &bytes, &d->evidence);
	d->n_passages = get_number(&bytes);
	d->passages = arena_alloc(a, d->n_passages * sizeof(*d->passages) + 1);
	get(&bytes, d->passages, d->n_passages * sizeof(*d->passages));
}

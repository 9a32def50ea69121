/* path_claims.c - which parts of paths name languages.
 *
 * A part that could be a tag is taken for one if the pages below it say or show that language,
 * or if enough of them have twins: pages whose path differs in the tag alone. Parts of file
 * names may be words, as in "and-or.html" beside "and-not.html": one of the twins has to be in
 * its language by what pages say or show. */
#include "path_claims.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/identify.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "path_tags.h"

/* One candidate in the path of one version. */
struct candidate {
	uint64_t key;   /* of the path without it */
	uint64_t place; /* of what stands before it, and of its tag */
	uint32_t version, tag;
	bool in_name; /* of a file */
};

/* Those of one tag in one place. */
struct place {
	uint64_t place;
	uint32_t tag, pages, twins, known, agree;
};

struct search {
	struct versions *all;
	struct candidate *candidates;
	size_t n, cap;
	struct place *places;
	size_t n_places;
};

static uint32_t
tag_string(struct versions *all, struct str text)
{
	struct arena a = { 0 };
	struct str copy = arena_str(&a, text);
	uint32_t string;

	for (size_t i = 0; i < copy.n; i++)
		if (copy.p[i] == '_')
			((char *)copy.p)[i] = '-';
	string = version_string(all, language_canonical(&a, copy));
	arena_free(&a);
	return string;
}

static bool
is_in_query(struct str path, size_t at)
{
	return str_find_char(path, '?', 0) < at;
}

static bool
is_in_name(struct str path, size_t at)
{
	return str_find_char(path, '/', at) == path.n && !is_in_query(path, at);
}

/* Where the candidate stands: in this folder; as part of any file's name; or in any query. */
static uint64_t
place_of(struct str path, size_t at, uint32_t string)
{
	if (is_in_query(path, at))
		return hash_mix(1, string);
	if (is_in_name(path, at))
		return hash_mix(2, string);
	return hash_str(string, str_part(path, 0, at));
}

static void
add_candidates(struct search *s, uint32_t version)
{
	struct version *v = &s->all->rows[version];
	struct path_tag tags[PATH_TAGS];
	struct buffer path = { 0 }, key = { 0 };
	size_t n;

	buffer_add(&path, version_str(s->all, v->url ? v->url : v->path));
	n = path_tags(buffer_str(&path), tags);
	for (size_t i = 0; i < n; i++) {
		uint32_t tag = tag_string(s->all, tags[i].text);
		size_t at = (size_t)(tags[i].text.p - path.data);

		key.n = 0;
		path_without(buffer_str(&path), &tags[i], true, &key);
		s->candidates =
		    x_grow(s->candidates, &s->cap, s->n + 1, sizeof(*s->candidates));
		s->candidates[s->n++] =
		    (struct candidate){ .key = hash_str(0, buffer_str(&key)),
			    .place = place_of(buffer_str(&path), at, tag),
			    .version = version,
			    .tag = tag,
			    .in_name = is_in_name(buffer_str(&path), at) };
	}
	buffer_free(&path);
	buffer_free(&key);
}

static int
by_key(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->version > y->version) - (x->version < y->version);
}

static int
by_place(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return (x->version > y->version) - (x->version < y->version);
}

static int
by_version(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->version != y->version)
		return x->version < y->version ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

static bool
agrees(const struct versions *all, const struct candidate *c)
{
	const struct version *v = &all->rows[c->version];
	struct str tag = version_str(all, c->tag);

	return same_language(version_str(all, v->claims[CLAIM_HTML]), tag) ||
	       (v->body && identified_may_be(v->body, tag));
}

/* Candidates sorted by place become places, in the same order. */
static void
find_places(struct search *s)
{
	s->places = x_calloc(s->n, sizeof(*s->places));
	for (size_t i = 0; i < s->n; i++) {
		const struct candidate *c = &s->candidates[i];
		const struct version *v = &s->all->rows[c->version];
		struct place *p;

		if (!i || c->place != s->candidates[i - 1].place)
			s->places[s->n_places++] =
			    (struct place){ .place = c->place, .tag = c->tag };
		p = &s->places[s->n_places - 1];
		p->pages++;
		p->known += v->claims[CLAIM_HTML] || v->body;
		p->agree += agrees(s->all, c);
	}
}

static int
compare_place(const void *key, const void *row)
{
	uint64_t place = *(const uint64_t *)key, at = ((const struct place *)row)->place;

	return (place > at) - (place < at);
}

static struct place *
place_in(const struct search *s, const struct candidate *c)
{
	return bsearch(&c->place, s->places, s->n_places, sizeof(*s->places), compare_place);
}

/* More than half agree of those that say or show anything. */
static bool
is_spoken(const struct place *p)
{
	return 2 * p->agree > p->known;
}

/* Count the twins of each place. */
static void
count_twins(struct search *s)
{
	for (size_t i = 0, end; i < s->n; i = end) {
		const struct candidate *first = &s->candidates[i];
		bool differ = false, spoken = false;

		for (end = i; end < s->n && s->candidates[end].key == first->key; end++) {
			differ |= s->candidates[end].tag != first->tag;
			spoken |= is_spoken(place_in(s, &s->candidates[end]));
		}
		for (size_t k = i; differ && k < end; k++)
			if (spoken || !s->candidates[k].in_name)
				place_in(s, &s->candidates[k])->twins++;
	}
}

/* Most of the pages agree, or a fifth have twins. */
static bool
names_language(const struct search *s, const struct candidate *c)
{
	const struct place *p = place_in(s, c);

	return is_spoken(p) || 5 * p->twins >= p->pages;
}

void
path_claims(struct versions *all)
{
	struct search s = { .all = all };

	for (uint32_t i = 0; i < all->n; i++)
		add_candidates(&s, i);
	if (s.n) {
		qsort(s.candidates, s.n, sizeof(*s.candidates), by_place);
		find_places(&s);
		qsort(s.candidates, s.n, sizeof(*s.candidates), by_key);
		count_twins(&s);
		qsort(s.candidates, s.n, sizeof(*s.candidates), by_version);
	}
	for (size_t i = 0; i < s.n; i++) {
		struct version *v = &all->rows[s.candidates[i].version];

		if (names_language(&s, &s.candidates[i]) && !v->claims[CLAIM_PATH])
			v->claims[CLAIM_PATH] = s.candidates[i].tag;
	}
	free(s.candidates);
	free(s.places);
}

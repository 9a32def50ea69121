/* open.c - the stack of open elements. */
#include "open.h"

#include <search.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "formatting.h"
#include "traits.h"

struct unknown {
	struct str name;
	uint32_t number;
};

static int
compare_unknown(const void *a, const void *b)
{
	return str_cmp(((const struct unknown *)a)->name, ((const struct unknown *)b)->name);
}

static void
keep_unknown(void *unknown)
{
	(void)unknown; /* in the arena */
}

void
open_init(struct open_stack *s, struct arena *a, struct html_node *document)
{
	*s = (struct open_stack){ .arena = a, .n_names = N_TAGS, .n_newest = 2 * N_TAGS };
	s->newest = x_calloc(s->n_newest, sizeof(*s->newest));
	s->entries = x_grow(NULL, &s->cap, 64, sizeof(*s->entries));
	s->entries[0] = (struct open){ .node = document };
}

void
open_free(struct open_stack *s)
{
	tdestroy(s->unknown, keep_unknown);
	free(s->newest);
	free(s->entries);
}

uint32_t
open_unknown(struct open_stack *s, struct str name)
{
	struct unknown key = { name, 0 }, *u,
		       **found = tfind(&key, &s->unknown, compare_unknown);
	size_t had = s->n_newest;

	if (found)
		return (*found)->number;
	u = arena_alloc(s->arena, sizeof(*u));
	*u = (struct unknown){ name, s->n_names++ };
	if (!tsearch(u, &s->unknown, compare_unknown))
		memory_exhausted();
	if (2 * (size_t)s->n_names > had) {
		s->newest =
		    x_grow(s->newest, &s->n_newest, 2 * (size_t)s->n_names, sizeof(*s->newest));
		memset(s->newest + had, 0, (s->n_newest - had) * sizeof(*s->newest));
	}
	return u->number;
}

static inline void
place(struct open_stack *s, uint32_t i, struct html_node *node, uint32_t name,
    struct formatting *formatting)
{
	struct open *e = &s->entries[i];
	bool foreign = name & 1;
	uint8_t traits = foreign ? traits_of_foreign(node) : traits_of_html[node->tag];

	*e = e[-1];
	e->node = node;
	e->formatting = formatting;
	e->name = name;
	e->below = s->newest[name];
	s->newest[name] = i;
	s->depth = i;
	if (formatting)
		formatting->open = i;
	if (!foreign)
		e->html = i;
	if (!traits)
		return;
	if (traits & TRAIT_SCOPE)
		e->scope = e->button = e->list = i;
	if (traits & TRAIT_BUTTON)
		e->button = i;
	if (traits & TRAIT_LIST)
		e->list = i;
	if (traits & TRAIT_TABLE)
		e->table = i;
	if (traits & TRAIT_SPECIAL)
		e->special = i;
	if (traits & TRAIT_BLOCK)
		e->block = i;
}

void
open_place(struct open_stack *s, uint32_t i, struct html_node *node, uint32_t name,
    struct formatting *formatting)
{
	place(s, i, node, name, formatting);
}

void
open_replace(struct open_stack *s, uint32_t i, uint32_t from)
{
	const struct open *e = &s->entries[from];

	open_place(s, i, e->node, e->name, e->formatting);
}

/* The same where there is no room, or the element is foreign. */
static __attribute__((noinline)) void
push_other(struct open_stack *s, struct html_node *node, uint32_t name)
{
	if (s->depth + 1 == s->cap)
		s->entries = x_grow(s->entries, &s->cap, s->cap + 1, sizeof(*s->entries));
	place(s, s->depth + 1, node, name, NULL);
}

void
open_push(struct open_stack *s, struct html_node *node, uint32_t name)
{
	if (s->depth + 1 == s->cap || name & 1)
		push_other(s, node, name);
	else
		place(s, s->depth + 1, node, name & ~UINT32_C(1), NULL);
}

void
open_unlink(struct open_stack *s, uint32_t index)
{
	for (; s->depth >= index; s->depth--)
		s->newest[open_top(s)->name] = open_top(s)->below;
}

void
open_pop_to(struct open_stack *s, uint32_t index)
{
	for (; s->depth >= index; s->depth--) {
		const struct open *e = open_top(s);

		s->newest[e->name] = e->below;
		if (e->formatting)
			e->formatting->open = 0;
	}
}

void
open_remove(struct open_stack *s, uint32_t index)
{
	uint32_t depth = s->depth;

	if (s->entries[index].formatting)
		s->entries[index].formatting->open = 0;
	open_unlink(s, index);
	for (uint32_t i = index; i < depth; i++)
		open_replace(s, i, i + 1);
}

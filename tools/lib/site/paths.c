/* paths.c - the paths of a stream of pages. */
#include "paths.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/memory.h"

/* The slot of a path, or the free one where it belongs. */
static struct path **
slot_of(const struct paths *p, struct str path)
{
	uint64_t hash = hash_mix(hash_str(p->seed, path), p->seed);

	for (;; hash++) {
		struct path **slot = &p->slots[hash & (p->n_slots - 1)];

		if (!*slot || str_eq((*slot)->path, path))
			return slot;
	}
}

/* Make room for one more: at least a third of the slots stays free. */
static void
grow(struct paths *p)
{
	struct path **old = p->slots;
	size_t n_old = p->n_slots;

	if (p->n < n_old / 3 * 2)
		return;
	if (!n_old)
		p->seed = hash_seed();
	p->n_slots = n_old ? 2 * n_old : 64;
	p->slots = x_calloc(p->n_slots, sizeof(*p->slots));
	for (size_t i = 0; i < n_old; i++)
		if (old[i])
			*slot_of(p, old[i]->path) = old[i];
	free(old);
}

/* The entry of a path, a new and empty one where there was none. */
static struct path *
entry(struct paths *p, struct str path)
{
	struct path **slot;

	grow(p);
	slot = slot_of(p, path);
	if (*slot)
		return *slot;
	p->n++;
	*slot = arena_zalloc(&p->arena, sizeof(**slot));
	(*slot)->path = arena_str(&p->arena, path);
	return *slot;
}

static struct str
keep(struct paths *p, struct str s)
{
	return s.p ? arena_str(&p->arena, s) : s;
}

static struct mention
keep_mention(struct paths *p, const struct mention *m)
{
	if (!p->file.p || !str_eq(p->file, m->file))
		p->file = keep(p, m->file);
	return (struct mention){ p->file, keep(p, m->page), keep(p, m->xpath), m->at };
}

const struct path *
paths_page(struct paths *p, struct str path, const struct mention *where)
{
	struct path *e = entry(p, path);

	if (e->is_page)
		return e;
	e->is_page = true;
	e->first = keep_mention(p, where);
	return NULL;
}

void
paths_target(struct paths *p, struct str path, const struct mention *where)
{
	struct path *e = entry(p, path);

	if (e->is_page || e->n_references++)
		return;
	e->first = keep_mention(p, where);
	if (p->last_target)
		p->last_target->next = e;
	else
		p->targets = e;
	p->last_target = e;
}

const struct path *
paths_missing(const struct path *t)
{
	while (t && t->is_page)
		t = t->next;
	return t;
}

void
paths_free(struct paths *p)
{
	free(p->slots);
	arena_free(&p->arena);
	*p = (struct paths){ 0 };
}

/* paths.c - the paths of a stream of pages. */
#include "paths.h"

#include <search.h>

#include "../base/memory.h"

static int
compare(const void *a, const void *b)
{
	return str_cmp(((const struct path *)a)->path, ((const struct path *)b)->path);
}

/* The entry of a path, a new and empty one where there was none. */
static struct path *
entry(struct paths *p, struct str path)
{
	struct path sought = { .path = path }, *new;
	struct path *const *found = tfind(&sought, &p->tree, compare);

	if (found)
		return *found;
	new = arena_zalloc(&p->arena, sizeof(*new));
	new->path = arena_str(&p->arena, path);
	if (!tsearch(new, &p->tree, compare))
		memory_exhausted();
	return new;
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

static void
nothing(void *entry_in_arena)
{
	(void)entry_in_arena;
}

void
paths_free(struct paths *p)
{
	tdestroy(p->tree, nothing);
	arena_free(&p->arena);
	*p = (struct paths){ 0 };
}

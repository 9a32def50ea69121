/* item_walk.c - the items of all navigation trees of a page, each named by its place. */
#include "item_walk.h"

#include "../base/decimal.h"

/* Let the item have the given position below the id of n bytes. */
static void
place(struct item_walk *w, size_t n, uint32_t position)
{
	w->id.n = n;
	w->parent = n;
	w->position = position;
	buffer_printf(&w->id, ".%u", position);
}

void
item_walk_start(struct item_walk *w, const struct region *r)
{
	while (r && (r->kind != REGION_NAV || !r->nav.first))
		r = r->next;
	w->region = r;
	w->item = r ? r->nav.first : NULL;
	w->depth = 1;
	w->id.n = 0;
	if (r)
		buffer_add(&w->id, r->id);
	place(w, w->id.n, 1);
}

/* Go back to the item above, whose position is the end of what its id has become. */
static void
go_up(struct item_walk *w)
{
	struct str last;
	uint64_t position = 0;

	w->item = w->item->parent;
	w->depth--;
	w->id.n = w->parent;
	while (w->id.data[--w->parent] != '.')
		;
	last = str_part(buffer_str(&w->id), w->parent + 1, w->id.n);
	decimal_take(&last, UINT32_MAX, &position);
	w->position = (uint32_t)position;
}

void
item_walk_next(struct item_walk *w)
{
	if (w->item->first) {
		w->item = w->item->first;
		w->depth++;
		place(w, w->id.n, 1);
		return;
	}
	while (!w->item->next && w->item->parent)
		go_up(w);
	if (!w->item->next) {
		item_walk_start(w, w->region->next);
		return;
	}
	w->item = w->item->next;
	place(w, w->parent, w->position + 1);
}

struct str
item_walk_id(const struct item_walk *w)
{
	return buffer_str(&w->id);
}

struct str
item_walk_parent(const struct item_walk *w)
{
	return str_part(buffer_str(&w->id), 0, w->parent);
}

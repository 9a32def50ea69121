/* inlinks.c - how many pages link to each. */
#include "inlinks.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/memory.h"

struct slot {
	uint64_t path; /* its hash, 0: free */
	uint32_t pages;
};

struct inlinks {
	struct slot *slots;
	size_t n, room; /* room is a power of two */
};

struct inlinks *
inlinks_new(void)
{
	struct inlinks *l = x_calloc(1, sizeof(*l));

	l->room = 1024;
	l->slots = x_calloc(l->room, sizeof(*l->slots));
	return l;
}

void
inlinks_free(struct inlinks *l)
{
	if (!l)
		return;
	free(l->slots);
	free(l);
}

static uint64_t
path_hash(struct str path)
{
	return hash_str(0, path) | 1;
}

static struct slot *
find(const struct inlinks *l, uint64_t path)
{
	size_t i = path >> 20 & (l->room - 1);

	while (l->slots[i].path && l->slots[i].path != path)
		i = (i + 1) & (l->room - 1);
	return &l->slots[i];
}

static void
grow(struct inlinks *l)
{
	struct inlinks larger = { .n = l->n, .room = 2 * l->room };

	larger.slots = x_calloc(larger.room, sizeof(*larger.slots));
	for (size_t i = 0; i < l->room; i++)
		if (l->slots[i].path)
			*find(&larger, l->slots[i].path) = l->slots[i];
	free(l->slots);
	*l = larger;
}

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* Count a link where it leads to a page of the save, and put the page down unless out is NULL.
 */
static void
list_target(const struct link *link, uint64_t *out, uint32_t *n)
{
	if (link->state != STATE_PAGE)
		return;
	if (out)
		out[*n] = path_hash(link->target);
	++*n;
}

static uint32_t
list_targets(const struct page *page, uint64_t *out)
{
	uint32_t n = 0;

	for (const struct ref *r = page->refs; r; r = r->next)
		if (str_eq(r->element, STR("a")))
			list_target(&r->link, out, &n);
	for (const struct region *r = page->regions; r; r = r->next)
		for (const struct item *i = r->kind == REGION_NAV ? r->nav.first : NULL; i;
		     i = item_next(i))
			list_target(&i->link, out, &n);
	return n;
}

uint64_t *
inlinks_targets(struct arena *a, const struct page *page, uint32_t *n)
{
	uint32_t all = list_targets(page, NULL);
	uint64_t *targets = arena_alloc(a, (all + 1) * sizeof(*targets));
	uint64_t own = path_hash(page->path);

	list_targets(page, targets);
	qsort(targets, all, sizeof(*targets), by_value);
	*n = 0;
	for (uint32_t i = 0; i < all; i++)
		if (targets[i] != own && (!*n || targets[*n - 1] != targets[i]))
			targets[(*n)++] = targets[i];
	return targets;
}

void
inlinks_add(struct inlinks *l, const uint64_t *targets, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		struct slot *slot;

		if (3 * (l->n + 1) > 2 * l->room)
			grow(l);
		slot = find(l, targets[i]);
		l->n += slot->path == 0;
		slot->path = targets[i];
		slot->pages++;
	}
}

uint32_t
inlinks_of(const struct inlinks *l, struct str path)
{
	return find(l, path_hash(path))->pages;
}

/* repeats.c - how often each address stands in the trees of a page. */
#include "repeats.h"

#include "../base/hash.h"

static size_t
count_links(const struct region *regions)
{
	size_t n = 0;

	for (const struct region *r = regions; r; r = r->next)
		for (const struct item *i = r->kind == REGION_NAV ? r->nav.first : NULL; i;
		     i = item_next(i))
			n += i->link.href.n > 0;
	return n;
}

struct repeat *
repeat_of(const struct repeats *r, struct str href)
{
	uint64_t hash = hash_str(r->seed, href);
	size_t i = hash_first_slot(hash, r->mask + 1);

	while (r->slots[i].count && r->slots[i].hash != hash)
		i = (i + 1) & r->mask;
	r->slots[i].hash = hash;
	return &r->slots[i];
}

struct repeats
repeats_of(struct arena *a, const struct region *regions)
{
	struct repeats r = { .seed = hash_seed() };
	size_t links = count_links(regions), slots = 16;

	while (slots < 2 * links)
		slots *= 2;
	r.mask = slots - 1;
	r.slots = arena_zalloc(a, slots * sizeof(*r.slots));
	for (; regions; regions = regions->next)
		for (const struct item *i = regions->kind == REGION_NAV ? regions->nav.first
		                                                        : NULL;
		     i; i = item_next(i))
			if (i->link.href.n)
				repeat_of(&r, i->link.href)->count++;
	return r;
}

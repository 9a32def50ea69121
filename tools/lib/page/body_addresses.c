/* body_addresses.c - addresses of a body that mean the same where its page's base is gone. */
#include "body_addresses.h"

#include "../base/buffer.h"
#include "srcset.h"
#include "tour.h"
#include "viewpoint.h"

/* How addresses are to be written. */
struct rewriting {
	struct viewpoint from;
	const struct address_map *map; /* or NULL */
};

static struct str
rewrite(const struct rewriting *r, struct str address)
{
	struct str mapped = { 0 };

	if (r->map)
		mapped = r->map->find(r->map->context, str_trim(address));
	return mapped.p ? mapped : viewpoint_resolve(&r->from, address);
}

/* The candidates of an image, each rewritten. */
static struct str
rewrite_set(const struct rewriting *r, struct str set)
{
	struct str left = set, url;
	struct buffer out = { 0 };
	const char *from = set.p;

	while (srcset_next(&left, &url)) {
		buffer_add(&out, (struct str){ from, (size_t)(url.p - from) });
		buffer_add(&out, rewrite(r, url));
		from = url.p + url.n;
	}
	buffer_add(&out, (struct str){ from, (size_t)(set.p + set.n - from) });
	set = arena_str(r->from.arena, buffer_str(&out));
	buffer_free(&out);
	return set;
}

void
body_resolve(
    struct arena *a, const struct page *page, bool absolute, const struct address_map *map)
{
	struct tour t = { .root = page_main(page) };
	struct rewriting r = { .map = map };

	if (!t.root)
		return;
	r.from = viewpoint_of(a, page, absolute);
	if (!map && !viewpoint_matters(&r.from))
		return;
	while (tour_next(&t))
		for (uint32_t i = 0; !t.leaving && i < t.node->n_attrs; i++) {
			struct html_attr *attr = &t.node->attrs[i];

			switch (attr->name) {
			case ATTR_SRCSET: attr->value = rewrite_set(&r, attr->value); break;
			case ATTR_CITE:
			case ATTR_DATA:
			case ATTR_HREF:
			case ATTR_POSTER:
			case ATTR_SRC: attr->value = rewrite(&r, attr->value); break;
			}
		}
}

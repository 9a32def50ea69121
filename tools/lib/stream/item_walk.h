/* item_walk.h - the items of all navigation trees of a page, each named by its place. */
#ifndef STREAM_ITEM_WALK_H
#define STREAM_ITEM_WALK_H

#include "../base/buffer.h"
#include "../page/page.h"

/* Goes through them in document order. Zero-initialise; free id after use. */
struct item_walk {
	const struct region *region;
	const struct item *item;  /* NULL at the end */
	struct buffer id;         /* such as n1.3.2 */
	size_t parent;            /* bytes of the id above: up to the last dot */
	uint32_t depth, position; /* both from 1 */
};

/* Stand at the first item of the regions from r on; go to the next. */
void item_walk_start(struct item_walk *w, const struct region *r);
void item_walk_next(struct item_walk *w);

/* The id of the item, and that of the item or tree above it, until the next step. */
struct str item_walk_id(const struct item_walk *w);
struct str item_walk_parent(const struct item_walk *w);

#endif

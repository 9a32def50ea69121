/* navform.h - navigation trees, of a page or of a site, in the forms in which they are printed.
 */
#ifndef STREAM_NAVFORM_H
#define STREAM_NAVFORM_H

#include "../base/buffer.h"
#include "../page/page.h"

/* A place where a menu of a site stands on its pages: the header, a copy at the foot … */
struct nav_variant {
	enum nav_kind kind;
	struct str label; /* its heading there */
	enum label_from label_from;
	struct str
	    below;      /* id of the item whose branch it shows; absent: it starts at the top */
	uint32_t pages; /* that have it */
	uint32_t items; /* that it shows, on all of them together */
	struct str path; /* of the first of these pages, and where it stands there */
	struct position at;
	struct nav_variant *next;
};

/* A menu of a site, and an item of one: as those of a page, with what only a site knows. */
struct site_nav {
	struct region region; /* linked by region.next */
	uint32_t pages, items;
	struct nav_variant *variants;
};

struct site_item {
	struct item item;
	struct str path; /* of the page from which the item's href and place are */
	uint32_t pages;  /* that show it */
};

/* The trees of one page, or of one language of one site. */
struct nav_group {
	const struct page *page; /* NULL: of a site; regions and items are then as above */
	struct str host, lang;   /* of a site; absent: unknown */
	uint32_t pages;          /* of it */
	const struct region *regions;
};

/* A form: what stands before, for and after groups. begin and end may be NULL. */
struct nav_form {
	const char *name; /* "xml", "csv", "tree", "json" */
	void (*begin)(struct buffer *out);
	void (*write)(struct buffer *out, const struct nav_group *g);
	void (*end)(struct buffer *out);
};

/* The form of that name, or NULL. */
const struct nav_form *nav_form(const char *name);

/* The first navigation tree at or after r that has items, or NULL. */
const struct region *nav_region(const struct region *r);

void nav_write_tree(struct buffer *out, const struct nav_group *g);
void nav_write_json(struct buffer *out, const struct nav_group *g);

#endif

/* nav_builder.h - what the rooms of navigation share: a tree while it is built. */
#ifndef PAGE_NAV_BUILDER_H
#define PAGE_NAV_BUILDER_H

#include "fold.h"
#include "navigation.h"

/* An item while its words are gathered. */
struct draft {
	struct item item;    /* first: an item's draft is found from it */
	struct pieces label; /* words that may be its label */
	struct pieces
	    helper; /* hidden words in its link: the label only if there is no other */
	struct pieces text;
	const struct html_node *link; /* its a[href], or NULL */
	int depth;                    /* from 1 */
	struct draft *next;
};

/* An element that items belong under while the tour is in it. */
struct holder {
	const struct html_node *node;
	struct draft *draft; /* NULL until its first words or link */
	struct draft *above; /* what its items belong under while it has no draft */
	int level;           /* of a heading's holder, 1 to 6; 0: a list entry */
};

/* A button and the element, perhaps elsewhere, that it opens. */
struct control {
	struct str id;
	struct draft *draft; /* the button's item, NULL until its first words */
	bool opens_all;      /* there is no link of the nav but those it opens: it is no item */
	struct control *next;
};

struct builder {
	struct arena *arena;
	const struct blocks *blocks;
	const struct rules *rules;
	struct position_finder *where;
	struct nav *nav;
	uint32_t region;
	const struct html_node *root;
	bool trail; /* a breadcrumb or pagination: words outside links are items too */
	struct draft *drafts, *last_draft;
	struct holder *holders;
	size_t n_holders, cap_holders;
	struct draft *link;              /* of the link the tour is in, or NULL */
	struct pieces *link_words;       /* where that link's words go */
	const struct html_node *heading; /* the heading the tour is in, outside of entries */
	const struct html_node *caption; /* the caption the tour is in, and its list ahead */
	const struct html_node *captioned;
	struct draft *caption_draft; /* its item, or NULL */
	struct control *controls;    /* newest first */
	unsigned n_controls;
	const struct html_node *button; /* the button the tour is in that opens something */
	const struct html_node *group;  /* the entry the tour is in that names those after it */
	const struct html_node *title;  /* the heading that is the nav's label, or NULL */
	const struct html_node *hidden; /* the hidden helper the tour is in */
	const struct html_node *dl;     /* the list of the last dt */
	struct draft *term;             /* of the last dt: the dd after it belong under it */
	struct draft *loose;            /* the last label-only item: its words may go on */
	struct pieces label, text;      /* of the nav itself */
	enum gap gap;
};

/* The draft that a new item belongs under, or NULL. */
struct draft *innermost_draft(const struct builder *s);

/* Let what comes belong under `draft`, or where that is NULL under the first item that comes,
 * until the tour leaves node. */
void push_holder(
    struct builder *s, const struct html_node *node, struct draft *draft, int level);

/* The innermost list entry, or NULL where a heading's holder or nothing is innermost. */
static inline struct holder *
entry(const struct builder *s)
{
	struct holder *top = s->n_holders ? &s->holders[s->n_holders - 1] : NULL;

	return top && !top->level ? top : NULL;
}

struct draft *new_draft(struct builder *s, struct draft *parent, const struct html_node *node);

/* A new item where the tour stands: the entry's own if it has none yet, else under it. */
struct draft *add_item(struct builder *s, const struct html_node *node);

/* Do class words or ARIA say that an item is the page's own? */
bool is_current(struct builder *s, const struct html_node *e);

/* Turn gathered pieces into labels and texts. */
void settle_drafts(struct builder *s);

/* nav_links.c */
void enter_link(struct builder *s, const struct html_node *a);
void leave_link(struct builder *s, const struct html_node *a);
void enter_choice(struct builder *s, const struct html_node *option);
void enter_choices(struct builder *s, const struct html_node *group);
void label_of_image(struct builder *s, const struct html_node *img);

/* Does node n stand in a group of its own with the last item's link, as in a teaser? */
bool goes_with_last(const struct builder *s, const struct html_node *n);

/* nav_words.c: where the words of a text node go. */
void place_words(struct builder *s, const struct html_node *n);

#endif

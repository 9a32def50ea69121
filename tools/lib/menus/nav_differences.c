/* nav_differences.c - where pages show a menu otherwise than most that have it in that place.
 */
#include <stdlib.h>

#include "../base/memory.h"
#include "nav_check.h"

/* What the pages of a variant do with a node. Pages that show none of its siblings do not
 * count: there the branch is closed. */
struct tally {
	uint32_t shown, lacking, moved, renamed, led;
	uint32_t label, key; /* as the first of them have it */
	struct spot first_shown, first_lacking, first_renamed, first_led;
};

struct differences {
	struct nav_check *check;
	const struct trees *trees;
	struct tally *tallies;  /* by number of the node */
	struct node **majority; /* by key: a node that most pages show but not all */
	uint64_t mark;          /* the tree at hand, or the menu */
};

#define PAGES(n) (n), (n) == 1 ? "page" : "pages"

/* Keep the place that comes first in the stream. */
static void
note(struct spot *spot, const struct tree *t, const struct tree_item *item)
{
	if (!spot->tree || t->number < spot->tree->number)
		*spot = (struct spot){ t, item };
}

static void
count_shown(struct differences *d, const struct tree *t, uint32_t i)
{
	struct node *node = t->nodes[i];
	struct tally *y = &d->tallies[node->number];
	const struct tree_item *item = &t->items[i];

	node->last_set = d->mark;
	y->shown += t->pages;
	note(&y->first_shown, t, item);
	if (!y->label)
		y->label = item->label;
	if (!y->key)
		y->key = item->key;
	if (y->label != item->label) {
		y->renamed += t->pages;
		note(&y->first_renamed, t, item);
	}
	if (item->key && y->key != item->key) {
		y->led += t->pages;
		note(&y->first_led, t, item);
	}
}

/* True where an item leads to the one page that a tree stands on: many menus leave out the page
 * itself. */
static bool
is_page_itself(const struct differences *d, const struct tree *t, const struct item *i)
{
	struct str target = i->link.target;

	return t->pages == 1 && target.p && str_eq(target, trees_text(d->trees, t->first.path));
}

/* Count the children of an open node that the tree lacks. */
static void
count_lacking(struct differences *d, const struct tree *t, const struct node *up,
    const struct tree_item *item)
{
	for (struct item *i = up->seen.item.first; i; i = i->next) {
		struct tally *y = &d->tallies[node_of(i)->number];

		if (node_of(i)->last_set == d->mark || is_page_itself(d, t, i))
			continue;
		y->lacking += t->pages;
		note(&y->first_lacking, t, item);
	}
}

static void
count_tree(struct differences *d, const struct tree *t)
{
	d->mark++;
	for (uint32_t i = 0; i < t->n; i++)
		count_shown(d, t, i);
	count_lacking(d, t, t->top, &t->items[0]);
	for (uint32_t i = 0; i + 1 < t->n; i++)
		if (t->items[i + 1].above == i + 1)
			count_lacking(d, t, t->nodes[i], &t->items[i]);
}

/* True for a node that the variant shows on more pages than not. */
static bool
is_usual(const struct tally *y)
{
	return y->shown > y->lacking;
}

static struct node *
next_node(const struct node *node)
{
	return node_of(item_next(&node->seen.item));
}

/* Where a node stands: "at the top" or "below 'LABEL'"; printf arguments for "%s%.*s%s". */
#define PLACE(node)                                                                            \
	(node)->up->up ? "below '" : "at the top", NAV_QUOTE((node)->up->seen.item.label),     \
	    (node)->up->up ? "'" : ""

/* An item that stands below another on most pages has moved, and is not missing there as well.
 */
static void
find_moves(struct differences *d, const struct menu *menu)
{
	for (struct node *n = node_of(menu->top.seen.item.first); n; n = next_node(n)) {
		const struct tally *y = &d->tallies[n->number];

		if (n->key && y->lacking && is_usual(y))
			d->majority[n->key] = n;
	}
	for (struct node *n = node_of(menu->top.seen.item.first); n; n = next_node(n)) {
		struct tally *y = &d->tallies[n->number], *there;
		struct node *usual = n->key ? d->majority[n->key] : NULL;

		if (!y->shown || is_usual(y) || !usual || usual->label != n->label ||
		    usual->up == n->up)
			continue;
		there = &d->tallies[usual->number];
		if (there->lacking < y->shown)
			continue;
		there->lacking -= y->shown;
		y->moved = y->shown;
		nav_say(d->check, NAV_MOVED, y->first_shown,
		    "'%.*s' stands %s%.*s%s on %u %s, %s%.*s%s on the others",
		    NAV_QUOTE(n->seen.item.label), PLACE(n), PAGES(y->shown), PLACE(usual));
	}
	for (struct node *n = node_of(menu->top.seen.item.first); n; n = next_node(n))
		d->majority[n->key] = NULL;
}

static void
say_presence(struct differences *d, const struct node *node, const struct tally *y)
{
	struct str label = node->seen.item.label;

	if (y->lacking && is_usual(y))
		nav_say(d->check, NAV_MISSING, y->first_lacking,
		    "'%.*s' is missing %s%.*s%s on %u of %u %s", NAV_QUOTE(label), PLACE(node),
		    y->lacking, PAGES(y->shown + y->lacking));
	else if (y->shown && y->lacking && !y->moved)
		nav_say(d->check, NAV_ADDED, y->first_shown,
		    "'%.*s' stands %s%.*s%s on only %u of %u %s", NAV_QUOTE(label), PLACE(node),
		    y->shown, PAGES(y->shown + y->lacking));
}

/* An item that is another on most pages, such as one called next, is not changed on them. */
static void
say_changes(struct differences *d, const struct tally *y)
{
	if (y->renamed && y->renamed * 2 <= y->shown)
		nav_say(d->check, NAV_RELABELLED, y->first_renamed,
		    "'%.*s' is called '%.*s' on %u of %u %s", NAV_TEXT(d->check, y->label),
		    NAV_TEXT(d->check, y->first_renamed.item->label), y->renamed,
		    PAGES(y->shown));
	if (y->led && y->led * 2 <= y->shown)
		nav_say(d->check, NAV_RETARGETED, y->first_led,
		    "'%.*s' leads to '%.*s' on %u of %u %s, to '%.*s' on the others",
		    NAV_TEXT(d->check, y->label), NAV_TEXT(d->check, y->first_led.item->key),
		    y->led, PAGES(y->shown), NAV_TEXT(d->check, y->key));
}

/* True where most of what a variant shows is on most of its pages, and these are enough to
 * tell: others go by the page. */
static bool
is_steady(const struct differences *d, const struct menu *menu, const struct variant *v)
{
	uint32_t usual = 0, all = 0;

	if (!is_widespread(v->shown.pages, v->trees->site))
		return false;
	for (uint32_t i = 1; i < menu->n_nodes; i++) {
		all += d->tallies[i].shown > 0;
		usual += is_usual(&d->tallies[i]);
	}
	return usual * 2 > all;
}

static void
check_variant(struct differences *d, const struct menu *menu, const struct variant *v)
{
	memset(d->tallies, 0, menu->n_nodes * sizeof(*d->tallies));
	for (const struct tree *t = v->trees; t; t = t->next_of_variant)
		count_tree(d, t);
	if (!v->trees->next_of_variant || !is_steady(d, menu, v))
		return;
	find_moves(d, menu);
	for (struct node *n = node_of(menu->top.seen.item.first); n; n = next_node(n)) {
		say_presence(d, n, &d->tallies[n->number]);
		say_changes(d, &d->tallies[n->number]);
	}
}

void
nav_check_differences(struct nav_check *c, const struct menus *menus)
{
	struct differences d = { .check = c, .trees = c->trees, .mark = UINT64_C(1) << 63 };

	d.majority = x_calloc(c->trees->strings.n + 1, sizeof(*d.majority));
	for (const struct menu *menu = menus->first; menu; menu = menu_next(menu)) {
		d.tallies = x_calloc(menu->n_nodes, sizeof(*d.tallies));
		for (const struct nav_variant *v = menu->nav.variants; v; v = v->next)
			if (v->kind != NAV_CONTENTS)
				check_variant(&d, menu, (const struct variant *)v);
		free(d.tallies);
	}
	free(d.majority);
}

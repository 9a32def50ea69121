/* menu_match.c - where a tree fits among the menus found so far. */
#include "menu_match.h"

#include <stdlib.h>

#include "../base/memory.h"

enum {
	CANDIDATES = 64, /* nodes of one key that are looked at, so that none is quadratic */
	SAME = 70,       /* per cent of what two trees both could show that must be the same */
};

void
matcher_init(struct matcher *m, const struct trees *trees)
{
	m->n_strings = trees->strings.n + 1;
	m->keyed = x_calloc(m->n_strings, sizeof(*m->keyed));
	m->labelled = x_calloc(m->n_strings, sizeof(*m->labelled));
	m->key_round = x_calloc(m->n_strings, sizeof(*m->key_round));
	m->round = 0;
}

void
matcher_free(struct matcher *m)
{
	free(m->keyed);
	free(m->labelled);
	free(m->key_round);
}

void
matcher_add_key(struct matcher *m, struct node *node)
{
	struct node_list *list = &m->keyed[node->key];

	if (!node->key)
		return;
	if (list->last)
		list->last->next_keyed = node;
	else
		list->first = node;
	list->last = node;
}

void
matcher_add(struct matcher *m, struct node *node)
{
	struct node_list *list = &m->labelled[node->label];

	matcher_add_key(m, node);
	if (list->last)
		list->last->next_labelled = node;
	else
		list->first = node;
	list->last = node;
}

/* Count an item of the first level for the node above one that it may be; the node so far best
 * stays unless this has more. */
static void
vote(struct matcher *m, struct node *up, uint32_t voter, struct node **best)
{
	if (up->vote_round != m->round) {
		up->vote_round = m->round;
		up->votes = 0;
	} else if (up->voter == voter) {
		return;
	}
	up->voter = voter;
	up->votes++;
	if (!*best || up->votes > (*best)->votes)
		*best = up;
}

/* The node under which most of the first level stands. */
static struct node *
elect(struct matcher *m, const struct tree *t)
{
	struct node *best = NULL;

	for (uint32_t i = 0; i < t->n; i++) {
		const struct tree_item *item = &t->items[i];
		int n = 0;

		if (item->above)
			continue;
		if (item->key)
			for (struct node *c = m->keyed[item->key].first; c && n < CANDIDATES;
			     c = c->next_keyed, n++)
				vote(m, c->up, i + 1, &best);
		else
			for (struct node *c = m->labelled[item->label].first;
			     c && n < CANDIDATES; c = c->next_labelled, n++)
				vote(m, c->up, i + 1, &best);
	}
	return best;
}

/* The child of up that the item is: by key and label, by key, or by label where the keys say
 * nothing against it. */
static struct node *
find_child(struct matcher *m, const struct tree_item *item, const struct node *up)
{
	struct node *found = NULL;
	int n = 0;

	if (item->key)
		for (struct node *c = m->keyed[item->key].first; c && n < CANDIDATES;
		     c = c->next_keyed, n++) {
			if (c->up != up || c->round == m->round)
				continue;
			if (c->label == item->label)
				return c;
			found = found ? found : c;
		}
	if (found)
		return found;
	n = 0;
	for (struct node *c = m->labelled[item->label].first; c && n < CANDIDATES;
	     c = c->next_labelled, n++)
		if (c->up == up && c->round != m->round &&
		    (!item->key || !c->key || m->key_round[c->key] != m->round))
			return c;
	return NULL;
}

/* How much a tree and the branch have in common. */
struct overlap {
	uint64_t same;        /* items that are one by their key, or in captures by label */
	uint64_t there, ours; /* items of either below nodes that both show open */
};

static void
count(struct overlap *o, const struct tree *t, uint32_t i, const struct node *up)
{
	const struct node *node = t->nodes[i];

	if (!up->children)
		return;
	o->ours++;
	o->same += node && t->items[i].key == node->key && (node->key || !t->has_links);
}

/* True when the tree shows items below this one. */
static bool
is_open(const struct tree *t, uint32_t i)
{
	return i + 1 < t->n && t->items[i + 1].above == i + 1;
}

static bool
is_enough(const struct overlap *o, const struct tree *t, const struct node *top)
{
	uint64_t could = o->there < o->ours ? o->there : o->ours;

	if (t->kind == NAV_RELATED && top->up)
		return false;
	if (t->n == 1)
		return o->same && !top->up && top->menu->n_nodes == 2;
	return o->same >= 2 && o->same * 100 >= could * SAME;
}

struct node *
matcher_find(struct matcher *m, struct tree *t)
{
	struct overlap o = { 0 };
	struct node *top;

	m->round++;
	for (uint32_t i = 0; i < t->n; i++)
		m->key_round[t->items[i].key] = m->round;
	top = elect(m, t);
	if (!top)
		return NULL;
	o.there = top->children;
	for (uint32_t i = 0; i < t->n; i++) {
		const struct tree_item *item = &t->items[i];
		struct node *up = item->above ? t->nodes[item->above - 1] : top;

		t->nodes[i] = up ? find_child(m, item, up) : NULL;
		if (up)
			count(&o, t, i, up);
		if (!t->nodes[i])
			continue;
		t->nodes[i]->round = m->round;
		if (is_open(t, i))
			o.there += t->nodes[i]->children;
	}
	return is_enough(&o, t, top) ? top : NULL;
}

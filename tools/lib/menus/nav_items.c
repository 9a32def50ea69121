/* nav_items.c - what is wrong with single items of menus, once for each label and address. */
#include <search.h>
#include <stdlib.h>

#include "../base/identify.h"
#include "../base/memory.h"
#include "../page/fold.h"
#include "label_language.h"
#include "nav_check.h"

/* The item of a tree that led to each key last. */
struct last {
	const struct tree *tree;
	uint32_t item;
};

/* Something wrong, wherever it stands in the site. */
struct nav_issue {
	enum nav_rule rule;
	uint32_t label, address; /* strings: what is wrong, with where it leads */
	struct spot first;
	uint32_t other;    /* label of the item that led there before */
	uint16_t language; /* that the label is in */
	uint32_t pages;
	uint64_t last_set; /* counted */
	struct nav_issue *next;
};

struct items {
	struct nav_check *check;
	struct arena arena;
	struct last *last; /* by key */
	void *index;       /* of issues, tsearch(3) */
	struct nav_issue *issues, **next;
	struct spot where; /* the item at hand */
	struct node *node;
};

static int
compare(const void *a, const void *b)
{
	const struct nav_issue *x = a, *y = b;

	if (x->rule != y->rule)
		return x->rule > y->rule ? 1 : -1;
	if (x->label != y->label)
		return x->label > y->label ? 1 : -1;
	return (x->address > y->address) - (x->address < y->address);
}

/* Note what is wrong with the item at hand. */
static struct nav_issue *
issue(struct items *s, enum nav_rule rule)
{
	const struct tree_item *item = s->where.item;
	struct nav_issue sought = { .rule = rule,
		.label = item->label,
		.address = item->key ? item->key : item->href };
	struct nav_issue *const *found = tfind(&sought, &s->index, compare), *new;

	if (found)
		return *found;
	new = arena_alloc(&s->arena, sizeof(*new));
	*new = sought;
	new->first = s->where;
	if (!tsearch(new, &s->index, compare))
		memory_exhausted();
	*s->next = new;
	s->next = &new->next;
	return new;
}

static struct nav_issue *
label_issue(struct items *s)
{
	struct str label = s->node->seen.item.label;

	if (rules_match(s->check->rules, LABEL_INACCESSIBLE, label))
		return issue(s, NAV_INACCESSIBLE);
	return text_is_white(label) ? issue(s, NAV_EMPTY) : NULL;
}

/* An item that only opens those below it may lead nowhere; one that stands for the page itself
 * need not lead there. In captures as text nothing has an address. */
static struct nav_issue *
link_issue(struct items *s)
{
	const struct node *node = s->node;
	struct str href = node->seen.item.link.href;

	if (node->seen.item.link.state == STATE_ABSENT)
		return issue(s, NAV_ABSENT);
	if (node->key || node->children)
		return NULL;
	if (href.p)
		return href_is_dead(href) ? issue(s, NAV_DEAD) : NULL;
	return !s->where.item->current && s->where.tree->has_links ? issue(s, NAV_UNLINKED)
	                                                           : NULL;
}

/* The language of a menu's labels together where it is surely not that of its pages, else 0:
 * every other label tells the same as those between, so that a few names do not decide. */
static uint16_t
menu_language(const struct menu *menu, struct str lang)
{
	enum { ENOUGH = 8 };
	struct str *labels = x_calloc(menu->n_nodes + 1, sizeof(*labels)), *half = labels;
	size_t n = menu->n_nodes - 1, i = 0;
	uint16_t language = 0;

	for (const struct item *x = menu->top.seen.item.first; x; x = item_next(x), i++)
		labels[i % 2 ? (n + 1) / 2 + i / 2 : i / 2] = x->label;
	half += (n + 1) / 2;
	if (n >= ENOUGH)
		language = labels_language(labels, (n + 1) / 2);
	if (language &&
	    (identified_may_be(language, lang) || labels_language(half, n / 2) != language))
		language = 0;
	free(labels);
	return language;
}

/* Say once for a menu that is in another language, and not of its labels then. */
static bool
is_foreign(struct items *s, struct str lang)
{
	const struct tree *t = s->where.tree;
	struct menu *menu = t->menu;
	uint16_t language;

	if (menu->is_judged)
		return menu->is_foreign;
	menu->is_judged = true;
	language = menu_language(menu, lang);
	menu->is_foreign = language != 0;
	if (menu->is_foreign)
		nav_say_page(s->check, NAV_FOREIGN, t->first, t->at,
		    "the labels of this menu are in '%s', its pages in '%.*s', on %u %s",
		    identified_tag(language), NAV_QUOTE(lang), menu->nav.pages,
		    menu->nav.pages == 1 ? "page" : "pages");
	return menu->is_foreign;
}

static struct nav_issue *
language_issue(struct items *s)
{
	struct str lang = trees_text(s->check->trees, s->where.tree->site->lang);
	struct str label = s->node->seen.item.label;
	struct nav_issue *found;
	uint16_t language;

	if (!lang.n || is_foreign(s, lang) ||
	    rules_match(s->check->rules, LABEL_LANGUAGE, label))
		return NULL;
	language = label_foreign(label, lang);
	if (!language)
		return NULL;
	found = issue(s, NAV_FOREIGN);
	found->language = language;
	return found;
}

/* The same target twice in a tree; the entries of an index, on few pages, may have that. */
static struct nav_issue *
repetition(struct items *s, const struct last *before)
{
	const struct tree *t = s->where.tree;
	const struct tree_item *other = &t->items[before->item];
	struct nav_issue *found;

	if (before->tree != t || t->nodes[before->item] == s->node ||
	    !is_widespread(t->menu->nav.pages, t->site))
		return NULL;
	found = issue(s, other->above == s->where.item->above ? NAV_DUPLICATE : NAV_REPEATED);
	found->other = found->other ? found->other : other->label;
	return found;
}

static void
find_issues(struct items *s, const struct tree *t)
{
	for (uint32_t i = 0; i < t->n; i++) {
		struct last *last = &s->last[t->items[i].key];
		struct node *node = s->node = t->nodes[i];

		s->where = (struct spot){ t, &t->items[i] };
		if (!node->is_checked) {
			node->is_checked = true;
			node->issues[0] = label_issue(s);
			node->issues[1] = link_issue(s);
			node->issues[2] = language_issue(s);
		}
		if (!t->items[i].key)
			continue;
		if (!node->issues[3])
			node->issues[3] = repetition(s, last);
		*last = (struct last){ t, i };
	}
}

/* Count the pages of each issue, each page once. */
static void
count_set(const struct tree_set *set, uint64_t mark)
{
	for (uint32_t i = 0; i < set->n; i++) {
		const struct tree *t = set->trees[i];

		for (uint32_t k = 0; k < t->n * NODE_ISSUES; k++) {
			struct nav_issue *x =
			    t->nodes[k / NODE_ISSUES]->issues[k % NODE_ISSUES];

			if (!x || x->last_set == mark)
				continue;
			x->last_set = mark;
			x->pages += set->pages;
		}
	}
}

/* What to say: behind the label, before the address where it is to be there, before the label
 * of the other item, and last. */
static const struct {
	const char *verb, *like, *where;
	bool has_address;
} texts[NAV_RULES] = {
	[NAV_INACCESSIBLE] = { .verb = "stands for an entry that visitors may not see" },
	[NAV_EMPTY] = { .verb = "leads to", .has_address = true },
	[NAV_DUPLICATE] = { "leads to", "like", "beside it", true },
	[NAV_REPEATED] = { "leads to", "like", "in the same menu", true },
	[NAV_DEAD] = { .verb = "leads nowhere:", .has_address = true },
	[NAV_UNLINKED] = { .verb = "has neither a link nor items below it" },
	[NAV_FOREIGN] = { .verb = "is in" },
	[NAV_ABSENT] = { "leads to", NULL, "which is not in the save", true },
};

static void
say(struct nav_check *c, const struct nav_issue *x)
{
	struct buffer text = { 0 };

	if (x->rule == NAV_EMPTY)
		buffer_add(&text, STR("item without a label"));
	else
		buffer_printf(&text, "'%.*s'", NAV_TEXT(c, x->label));
	buffer_printf(&text, " %s", texts[x->rule].verb);
	if (x->language)
		buffer_printf(&text, " '%s', its page in '%.*s'", identified_tag(x->language),
		    NAV_TEXT(c, x->first.tree->site->lang));
	if (texts[x->rule].has_address)
		buffer_printf(&text, " '%.*s'", NAV_TEXT(c, x->address));
	if (texts[x->rule].like)
		buffer_printf(&text, " %s '%.*s' %s", texts[x->rule].like,
		    NAV_TEXT(c, x->other), texts[x->rule].where);
	else if (texts[x->rule].where)
		buffer_printf(&text, ", %s", texts[x->rule].where);
	nav_say(c, x->rule, x->first, "%.*s, on %u %s", (int)text.n, text.data, x->pages,
	    x->pages == 1 ? "page" : "pages");
	buffer_free(&text);
}

static void
nothing(void *issue_in_arena)
{
	(void)issue_in_arena;
}

void
nav_check_items(struct nav_check *c, const struct tree_site *site)
{
	struct items s = { .check = c };
	uint64_t mark = 0;

	s.next = &s.issues;
	s.last = x_calloc(c->trees->strings.n + 1, sizeof(*s.last));
	for (const struct tree *t = site->trees; t; t = t->next)
		if (t->menu->is_menu)
			find_issues(&s, t);
	for (const struct tree_set *set = site->sets; set; set = set->next)
		count_set(set, ++mark);
	for (const struct nav_issue *x = s.issues; x; x = x->next)
		say(c, x);
	tdestroy(s.index, nothing);
	free(s.last);
	arena_free(&s.arena);
}

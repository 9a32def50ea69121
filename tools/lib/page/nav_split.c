/* nav_split.c - trails and pagers that stand in one bar with other links. */
#include "nav_split.h"

static bool
leads_on(const struct item *i)
{
	static const char *const signs[] = { ">", "»", "›", "→" };

	for (size_t k = 0; k < sizeof(signs) / sizeof(signs[0]); k++)
		if (str_eq(i->text, str_of(signs[k])))
			return true;
	return false;
}

/* Does a trail begin at i: a run of items that lead on and one more, at least two of them or
 * all there is? end: the item to go on with, after the run in either case. */
static bool
begins_trail(const struct nav *nav, struct item *i, struct item **end)
{
	unsigned signs = 0;
	bool all = i == nav->first;

	for (; i && !i->first && leads_on(i); i = i->next)
		signs++;
	*end = i ? i->next : NULL;
	return signs && i && !i->first && (signs >= 2 || (all && i == nav->last));
}

static void
append(struct nav *nav, struct item *i)
{
	*(nav->last ? &nav->last->next : &nav->first) = i;
	nav->last = i;
	i->next = NULL;
	if (!nav->at.line)
		nav->at = i->link.at;
}

void
nav_split(const struct rules *rules, struct nav *nav, struct nav *trail, struct nav *pages)
{
	struct item *next = nav->first, *end = next;
	const struct nav whole = *nav;
	bool in_trail = false;

	*trail = (struct nav){ .kind = NAV_BREADCRUMB };
	*pages = (struct nav){ .kind = NAV_PAGINATION };
	nav->first = nav->last = NULL;
	for (struct item *i = next; i; i = next) {
		next = i->next;
		if (i == end)
			in_trail = begins_trail(&whole, i, &end);
		if (in_trail)
			append(trail, i);
		else if (!i->first && i->link.href.n &&
			 rules_match(rules, LABEL_PAGER, i->label))
			append(pages, i);
		else
			append(nav, i);
	}
}

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

/* The item after the last step of a trail that begins at i, or i: a run of items that lead on
 * and one more, at least two of them or all there is. */
static struct item *
trail_end(const struct nav *nav, struct item *i)
{
	struct item *end = i;
	unsigned signs = 0;

	for (; end && !end->first && leads_on(end); end = end->next)
		signs++;
	if (!signs || !end || end->first)
		return i;
	return signs >= 2 || (i == nav->first && end == nav->last) ? end->next : i;
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
		if (i == end) {
			end = trail_end(&whole, i);
			in_trail = end != i;
			if (!in_trail)
				end = next;
		}
		if (in_trail)
			append(trail, i);
		else if (!i->first && i->link.href.n &&
			 rules_match(rules, LABEL_PAGER, i->label))
			append(pages, i);
		else
			append(nav, i);
	}
}

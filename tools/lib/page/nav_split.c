/* nav_split.c - trails, pagers and switchers that stand in one bar with other links. */
#include "nav_split.h"

static bool
leads_on(struct str text)
{
	static const char *const signs[] = { ">", "»", "›", "→", "►", "▶", "▸", "❯" };

	for (size_t k = 0; k < sizeof(signs) / sizeof(signs[0]); k++)
		if (str_eq(text, str_of(signs[k])))
			return true;
	return false;
}

/* Do such signs stand before all items but the first? No item has them then. */
static bool
is_led_on(const struct nav *nav)
{
	struct str text = nav->text, word;
	size_t signs = 0, items = 0;

	for (const struct item *i = nav->first; i; i = i->next, items++)
		if (i->first)
			return false;
	for (; str_token(&text, &word); signs++)
		if (!leads_on(word))
			return false;
	return signs && signs + 1 == items;
}

/* Does a trail begin at i: a run of items that lead on and one more, at least two of them or
 * all there is? end: the item to go on with, after the run in either case. */
static bool
begins_trail(const struct nav *nav, struct item *i, struct item **end)
{
	unsigned signs = 0;
	bool all = i == nav->first;

	for (; i && !i->first && leads_on(i->text); i = i->next)
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

/* What its label says of an item that may be a part, for it leads somewhere and holds no
 * others. */
static uint64_t
said_by(const struct rules *rules, const struct item *i)
{
	if (!i || i->first || !i->link.href.n)
		return 0;
	return rules_say(rules, RULE(LABEL_PAGER) | RULE(LABEL_LANGUAGE), i->label);
}

void
nav_split(const struct rules *rules, struct nav *nav, struct nav parts[static BAR_PARTS])
{
	struct item *next = nav->first, *end = next;
	const struct nav whole = *nav;
	bool all = is_led_on(nav), in_trail = false;
	uint64_t before, says = 0, after = said_by(rules, next);

	parts[BAR_TRAIL] = (struct nav){ .kind = NAV_BREADCRUMB };
	parts[BAR_PAGES] = (struct nav){ .kind = NAV_PAGINATION };
	parts[BAR_LANGUAGES] = (struct nav){ .kind = NAV_LANGUAGE };
	nav->first = nav->last = NULL;
	for (struct item *i = next; i; i = next) {
		struct nav *to = nav;

		next = i->next;
		before = says;
		says = after;
		after = said_by(rules, next);
		if (i == end)
			in_trail = begins_trail(&whole, i, &end);
		if (in_trail || all)
			to = &parts[BAR_TRAIL];
		else if (says & RULE(LABEL_PAGER))
			to = &parts[BAR_PAGES];
		else if (says & (before | after) & RULE(LABEL_LANGUAGE))
			to = &parts[BAR_LANGUAGES];
		append(to, i);
	}
}

/* naming.c - what the titles of a site call it. */
#include "naming.h"

#include "../page/metadata.h"
#include "induction.h"

enum { NAMING_PERCENT = 50 }; /* of titles: what so many begin or end with is a name */

/* Some of the pages of a site: those that declare a language, or all. */
struct edition {
	const struct skeleton *pages;
	uint32_t n;                /* of all pages */
	const struct buffer *lang; /* NULL: all */
};

static bool
is_in(const struct edition *e, uint32_t page)
{
	return !e->lang || str_eq_nocase(buffer_str(&e->pages[page].lang), buffer_str(e->lang));
}

static uint32_t
count(const struct edition *e)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < e->n; i++)
		n += is_in(e, i);
	return n;
}

/* What most titles have of segments at an edge, as title_edge() counts them, or absent. */
static struct str
name_at(const struct edition *e, int edge)
{
	for (uint32_t i = 0; i < e->n; i++) {
		struct str list[2] = { title_edge(buffer_str(&e->pages[i].title), edge),
			{ 0 } };
		uint32_t same = 0;

		for (uint32_t k = 0; list[0].n && is_in(e, i) && k < e->n; k++)
			same += is_in(e, k) &&
			        title_is_one_of(
				    title_edge(buffer_str(&e->pages[k].title), edge), list);
		if (same >= FEWEST_PAGES && same * 100 >= count(e) * NAMING_PERCENT)
			return list[0];
	}
	return (struct str){ 0 };
}

static void
find_name(const struct edition *e, struct profile *profile)
{
	/* The longest at the end, else at the start. */
	static const int edges[] = { 3, 2, 1, -3, -2, -1 };
	struct str name = { 0 };

	for (size_t i = 0; !name.n && i < sizeof(edges) / sizeof(*edges); i++)
		name = name_at(e, edges[i]);
	if (name.n)
		profile_add_name(profile, name);
}

void
find_names(const struct skeleton *pages, uint32_t n, struct profile *profile)
{
	struct edition e = { .pages = pages, .n = n };

	find_name(&e, profile);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t first = 0;

		e.lang = &pages[i].lang;
		while (!is_in(&e, first))
			first++;
		if (first == i)
			find_name(&e, profile);
	}
}

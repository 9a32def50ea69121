/* naming.c - what the titles of a site call it. */
#include "naming.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../page/metadata.h"
#include "induction.h"

enum { NAMING_PERCENT = 50 }; /* of titles: what so many begin or end with is a name */

/* What most titles have of segments at an edge, as title_edge() counts them, or absent. ends:
 * room for as many as there are titles. */
static struct str
name_at(const struct str *titles, uint32_t n, int edge, struct str *ends)
{
	for (uint32_t i = 0; i < n; i++)
		ends[i] = title_edge(titles[i], edge);
	for (uint32_t i = 0; i < n; i++) {
		struct str list[2] = { ends[i], { 0 } };
		uint32_t same = 0;

		for (uint32_t k = 0; list[0].n && k < n; k++)
			same += title_is_one_of(ends[k], list);
		if (same >= FEWEST_PAGES && same * 100 >= n * NAMING_PERCENT)
			return list[0];
	}
	return (struct str){ 0 };
}

static void
find_name(const struct str *titles, uint32_t n, struct str *ends, struct profile *profile)
{
	/* The longest at the end, else at the start. */
	static const int edges[] = { 3, 2, 1, -3, -2, -1 };
	struct str name = { 0 };

	for (size_t i = 0; !name.n && i < sizeof(edges) / sizeof(*edges); i++)
		name = name_at(titles, n, edges[i], ends);
	if (name.n)
		profile_add_name(profile, name);
}

static bool
same_lang(const struct skeleton *a, const struct skeleton *b)
{
	return str_eq_nocase(buffer_str(&a->lang), buffer_str(&b->lang));
}

/* The titles of the pages from `first` on that declare the language of that one. */
static uint32_t
titles_of(const struct skeleton *pages, uint32_t n, uint32_t first, struct str *titles)
{
	uint32_t found = 0;

	for (uint32_t i = first; i < n; i++)
		if (same_lang(&pages[i], &pages[first]))
			titles[found++] = buffer_str(&pages[i].title);
	return found;
}

void
find_names(const struct skeleton *pages, uint32_t n, struct profile *profile)
{
	struct str *titles = x_calloc(2 * n + 1, sizeof(*titles)), *ends = titles + n;

	for (uint32_t i = 0; i < n; i++)
		titles[i] = buffer_str(&pages[i].title);
	find_name(titles, n, ends, profile);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t before = 0, found;

		while (!same_lang(&pages[before], &pages[i]))
			before++;
		found = before == i ? titles_of(pages, n, i, titles) : 0;
		if (found < n) /* else all titles were held beside each other already */
			find_name(titles, found, ends, profile);
	}
	free(titles);
}

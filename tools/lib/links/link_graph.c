/* link_graph.c - the pages of a stream and what they refer to. */
#include "link_graph.h"

#include <stdlib.h>
#include <string.h>

#include "../base/diagnostics.h"
#include "../base/hash.h"
#include "../base/memory.h"
#include "../base/sort.h"

enum { FIRST_SLOTS = 1024, PLACES_SHOWN = 3, LONGEST_NUMBER = 5 };

void
link_graph_init(struct link_graph *g, enum link_keep keep)
{
	*g = (struct link_graph){ .n_slots = FIRST_SLOTS, .keep = keep };
	strings_init(&g->strings);
	g->slots = x_calloc(FIRST_SLOTS, sizeof(*g->slots));
}

void
link_graph_free(struct link_graph *g)
{
	strings_free(&g->strings);
	free(g->dests);
	free(g->groups);
	free(g->more);
	free(g->pages);
	free(g->anchors);
	buffer_free(&g->ways);
	buffer_free(&g->printer.path);
	free(g->slots);
	free(g->dest_of_name);
	free(g->pending);
	free(g->page_ways);
	*g = (struct link_graph){ 0 };
}

/* The number of a string, with a row of g->dests for it. */
static uint32_t
add_hashed(struct link_graph *g, struct str text, uint64_t hash)
{
	uint32_t number = strings_add(&g->strings, text, hash);

	if (number >= g->n_dests) {
		g->dests = x_grow(g->dests, &g->cap_dests, number + 1, sizeof(*g->dests));
		g->dests[number] = (struct link_dest){ .page = LINK_NONE, .last = LINK_NONE };
		g->n_dests = number + 1;
	}
	return number;
}

static uint32_t
add_string(struct link_graph *g, struct str text)
{
	return add_hashed(g, text, strings_hash(&g->strings, text));
}

/* Kinds whose texts could be mistaken for paths begin with a byte that no path does. */
static const char marks[] = { [DEST_ROOT] = 1, [DEST_SUBJECT] = 2, [DEST_URL] = 0 };

static uint32_t
add_dest(struct link_graph *g, enum dest_kind kind, struct str text)
{
	struct buffer marked = { 0 };
	uint32_t number;

	if (!marks[kind]) {
		number = add_string(g, text);
	} else {
		buffer_char(&marked, marks[kind]);
		buffer_add(&marked, text);
		number = add_string(g, buffer_str(&marked));
		buffer_free(&marked);
	}
	g->dests[number].kind = (uint8_t)kind;
	return number;
}

uint32_t
link_graph_find(const struct link_graph *g, enum dest_kind kind, struct str text)
{
	struct buffer marked = { 0 };
	uint32_t number;

	if (marks[kind]) {
		buffer_char(&marked, marks[kind]);
		buffer_add(&marked, text);
		text = buffer_str(&marked);
	}
	number = strings_find(&g->strings, text, strings_hash(&g->strings, text));
	buffer_free(&marked);
	return number;
}

struct str
link_graph_text(const struct link_graph *g, uint32_t dest)
{
	struct str text = strings_text(&g->strings, dest);

	return marks[g->dests[dest].kind] ? str_part(text, 1, text.n) : text;
}

/* What a group is known by: of 64 bits with a seed, no two are taken to be the same. */
static uint64_t
group_key(const struct link_graph *g, uint32_t dest, const struct link_use *use)
{
	uint64_t key = hash_mix(g->strings.seed, (uint64_t)dest << 8 | use->rule);

	return hash_mix(key, use->fragment.n ? use->fragment_hash : 0);
}

/* The slot that holds the group, or the free one where it belongs. */
static uint32_t *
find_slot(const struct link_graph *g, uint64_t key)
{
	for (size_t i = key;; i++) {
		uint32_t *slot = &g->slots[i & (g->n_slots - 1)];

		if (!*slot || g->groups[*slot - 1].key == key)
			return slot;
	}
}

static void
grow_slots(struct link_graph *g)
{
	free(g->slots);
	g->n_slots *= 2;
	g->slots = x_calloc(g->n_slots, sizeof(*g->slots));
	for (uint32_t i = 0; i < g->n_groups; i++)
		*find_slot(g, g->groups[i].key) = i + 1;
}

/* The group that a reference belongs to. Only that of a new one needs its fragment in words. */
static struct link_group *
find_group(struct link_graph *g, uint64_t key, uint32_t dest, const struct link_use *use)
{
	uint32_t *slot = find_slot(g, key);

	if (*slot)
		return &g->groups[*slot - 1];
	if (g->n_groups + 1 >= LINK_NONE)
		die("more than 4,294,967,294 different references");
	g->groups = x_grow(g->groups, &g->cap_groups, g->n_groups + 1, sizeof(*g->groups));
	g->groups[g->n_groups++] = (struct link_group){
		.key = key,
		.dest = dest,
		.fragment = use->fragment.n ? add_hashed(g, use->fragment, use->fragment_hash)
		                            : LINK_NONE,
		.rule = use->rule,
		.last_page = LINK_NONE,
		.more = LINK_NONE,
		.last_more = LINK_NONE,
	};
	*slot = (uint32_t)g->n_groups;
	if (g->n_groups * 4 >= g->n_slots * 3)
		grow_slots(g);
	return &g->groups[g->n_groups - 1];
}

/* Note a further place of a group. */
static void
add_more(struct link_graph *g, struct link_group *group, struct link_place place)
{
	uint32_t number = (uint32_t)g->n_more;

	g->more = x_grow(g->more, &g->cap_more, g->n_more + 1, sizeof(*g->more));
	g->more[g->n_more++] = (struct more_place){ place, LINK_NONE };
	if (group->more == LINK_NONE)
		group->more = number;
	else
		g->more[group->last_more].next = number;
	group->last_more = number;
}

static void
add_place(struct link_graph *g, struct link_group *group, struct link_place place)
{
	bool new_page = group->last_page != place.page;

	group->pages += new_page;
	group->last_page = place.page;
	if (group->pages == 1 && new_page)
		group->first = place;
	else if (g->keep == KEEP_ALL ||
		 (new_page && (g->keep == KEEP_PAGES || group->pages <= PLACES_SHOWN)))
		add_more(g, group, place);
}

void
link_graph_fault(
    struct link_graph *g, enum link_rule rule, struct str subject, struct link_place place)
{
	uint32_t dest = add_dest(g, DEST_SUBJECT, subject);
	struct link_use use = { .rule = (uint8_t)rule };

	add_place(g, find_group(g, group_key(g, dest, &use), dest, &use), place);
}

/* A reference whose group is yet to be found. */
struct pending {
	uint64_t key;
	uint32_t dest;
};

/* The place that a reference leads to. Places of the save come by number, without hashing. */
static uint32_t
dest_of(struct link_graph *g, const struct names *names, const struct link_use *use)
{
	size_t old = g->cap_names;
	uint32_t *known;

	if (!use->name)
		return marks[use->kind] ? add_dest(g, use->kind, use->dest)
		                        : add_hashed(g, use->dest, use->dest_hash);
	g->dest_of_name =
	    x_grow(g->dest_of_name, &g->cap_names, use->name, sizeof(*g->dest_of_name));
	if (g->cap_names > old)
		memset(g->dest_of_name + old, 0, (g->cap_names - old) * sizeof(uint32_t));
	known = &g->dest_of_name[use->name - 1];
	if (!*known) {
		*known = add_string(g, path_print(&g->printer, names, use->name - 1)) + 1;
	}
	return *known - 1;
}

static struct pending
prepare(struct link_graph *g, const struct names *names, const struct link_use *use)
{
	uint32_t number = dest_of(g, names, use);
	struct link_dest *dest = &g->dests[number];
	uint64_t key = group_key(g, number, use);

	__builtin_prefetch(&g->slots[key & (g->n_slots - 1)]);
	dest->kind = (uint8_t)use->kind;
	if (use->state == STATE_PAGE || use->state == STATE_FILE)
		dest->flags |= DEST_ANSWERED | (use->state == STATE_PAGE ? DEST_IS_PAGE : 0);
	if (use->state == STATE_ABSENT)
		dest->flags |= DEST_ABSENT;
	if (use->relative)
		dest->flags |= DEST_RELATIVE;
	return (struct pending){ key, number };
}

uint32_t
link_graph_row(struct link_graph *g, struct str path, struct str file)
{
	struct page_row row = {
		.dest = add_dest(g, DEST_SAVED, path),
		.url = LINK_NONE,
		.file = str_eq(file, path) || !file.p ? LINK_NONE : add_string(g, file),
		.first_anchor = (uint32_t)g->n_anchors,
		.first_way = g->ways.n,
		.redirect = LINK_NONE,
	};

	if (g->n_pages + 1 >= LINK_NONE || g->n_anchors >= LINK_NONE)
		die("more than 4,294,967,294 pages or anchors");
	g->pages = x_grow(g->pages, &g->cap_pages, g->n_pages + 1, sizeof(*g->pages));
	g->pages[g->n_pages++] = row;
	return (uint32_t)g->n_pages - 1;
}

/* Write down n different places that a page leads to; behind them is room for as many. */
static void
add_ways(struct link_graph *g, uint64_t *ways, size_t n)
{
	uint64_t last = 0;

	sort_numbers(ways, n, ways + n);
	for (size_t i = 0; i < n; i++) {
		uint64_t step = ways[i] - last;
		char *out = buffer_room(&g->ways, LONGEST_NUMBER);

		for (; step >= 0x80; step >>= 7, g->ways.n++)
			*out++ = (char)(step & 0x7F);
		*out = (char)(step | 0x80);
		g->ways.n++;
		last = ways[i];
	}
}

bool
link_graph_way(const struct link_graph *g, uint32_t page, size_t *at, uint32_t *dest)
{
	size_t end = page + 1 < g->n_pages ? g->pages[page + 1].first_way : g->ways.n;
	unsigned shift = 0;
	unsigned char c;

	if (*at >= end)
		return false;
	do {
		c = (unsigned char)g->ways.data[(*at)++];
		*dest += (uint32_t)(c & 0x7F) << shift;
		shift += 7;
	} while (c < 0x80);
	return true;
}

/* True for a place that a page, which it is not, is seen to lead to for the first time. */
static bool
is_new_way(struct link_graph *g, uint32_t dest, uint32_t page)
{
	uint32_t last = g->dests[dest].last;

	g->dests[dest].last = page;
	return last != page && dest != g->pages[page].dest;
}

/* Let memory fetch the row of a group whose slot is at hand by now. */
static void
expect_group(const struct link_graph *g, const struct pending *p)
{
	uint32_t number = g->slots[p->key & (g->n_slots - 1)];

	if (number)
		__builtin_prefetch(&g->groups[number - 1]);
}

/* All references of a page: first their places, while memory fetches their groups' slots. */
static void
add_uses(struct link_graph *g, const struct names *names, uint32_t number,
    const struct link_page *page)
{
	enum { AHEAD = 8 }; /* references */
	struct page_row *row = &g->pages[number];
	size_t n = 0;

	g->pending = x_grow(g->pending, &g->cap_pending, page->n_uses, sizeof(*g->pending));
	g->page_ways =
	    x_grow(g->page_ways, &g->cap_page_ways, 2 * page->n_uses, sizeof(*g->page_ways));
	for (size_t i = 0; i < page->n_uses; i++)
		g->pending[i] = prepare(g, names, &page->uses[i]);
	for (size_t i = 0; i < page->n_uses; i++) {
		const struct link_use *use = &page->uses[i];
		struct pending p = g->pending[i];
		struct link_group *group;

		if (i + AHEAD < page->n_uses)
			expect_group(g, &g->pending[i + AHEAD]);
		group = find_group(g, p.key, p.dest, use);
		group->travels = group->travels || use->travels;
		add_place(g, group, (struct link_place){ number, use->at });
		if (use->redirects && p.dest != row->dest)
			row->redirect = p.dest;
		row->is_copy = row->is_copy ||
		               (use->copies && p.dest != row->dest && use->state == STATE_PAGE);
		if (use->travels && use->rule == LINK_RULES && is_new_way(g, p.dest, number))
			g->page_ways[n++] = p.dest;
	}
	add_ways(g, g->page_ways, n);
}

void
link_graph_add(struct link_graph *g, const struct names *names, const struct link_page *page,
    struct str file)
{
	uint32_t number = link_graph_row(g, page->path, file);
	struct page_row *row = &g->pages[number];

	row->url = page->url.p ? add_string(g, page->url) : LINK_NONE;
	row->url_from = (uint8_t)page->url_from;
	row->is_page = !page->is_sheet;
	row->is_error = page->is_error;
	if (g->dests[row->dest].page == LINK_NONE)
		g->dests[row->dest].page = number;
	add_uses(g, names, number, page);
	g->anchors = x_grow(
	    g->anchors, &g->cap_anchors, g->n_anchors + page->n_anchors, sizeof(*g->anchors));
	if (page->n_anchors)
		memcpy(g->anchors + g->n_anchors, page->anchors,
		    page->n_anchors * sizeof(*g->anchors));
	g->n_anchors += page->n_anchors;
	g->n_links += page->n_links;
	g->n_unanswered += page->n_unanswered;
	g->n_other += page->n_other;
}

bool
link_graph_has_anchor(const struct link_graph *g, uint32_t page, struct str name)
{
	uint64_t h = link_anchor_hash(g->strings.seed, name);
	size_t low = g->pages[page].first_anchor,
	       end = page + 1 < g->n_pages ? g->pages[page + 1].first_anchor : g->n_anchors,
	       high = end;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (g->anchors[middle] < h)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && g->anchors[low] == h;
}

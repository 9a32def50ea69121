/* extract.c - from a document tree to a page. */
#include "extract.h"

#include <stdio.h>

#include "blocks.h"
#include "body.h"
#include "breadcrumb.h"
#include "count.h"
#include "data_body.h"
#include "fold.h"
#include "head.h"
#include "known.h"
#include "menu_score.h"
#include "metadata.h"
#include "nav_split.h"
#include "navigation.h"
#include "places.h"
#include "prose_reader.h"
#include "reasons.h"
#include "references.h"
#include "regions.h"
#include "tour.h"

/* The words of a part while they are gathered; regions that are no parts have none. */
struct gathered {
	struct region region; /* first: a region's words are found from it */
	struct pieces words;
};

struct assembly {
	struct arena *arena;
	const struct blocks *blocks;
	struct regions *regions;
	const struct rules *rules;
	struct position_finder *where;
	struct page *page;
	struct region *last;     /* in order of first characters */
	struct menu_tree *menus; /* trees that may be one */
	bool main_alone;
	enum gap gap;
	uint32_t next_root; /* first block from here on that is the root of a region */
};

static struct region *
add_region(struct assembly *s, enum region_kind kind)
{
	struct gathered *g = arena_zalloc(s->arena, sizeof(*g));

	g->region.kind = kind;
	if (s->last)
		s->last->next = &g->region;
	else
		s->page->regions = &g->region;
	s->last = &g->region;
	return &g->region;
}

/* Add the region of a tree; the root's, where it is the first. */
static struct nav *
add_nav(struct assembly *s, struct root *root, const struct nav *nav)
{
	struct region *r = add_region(s, REGION_NAV);

	r->nav = *nav;
	if (!root->region)
		root->region = r;
	return &r->nav;
}

static bool
is_before(struct position a, struct position b)
{
	return a.line < b.line || (a.line == b.line && a.column < b.column);
}

/* The part of a bar that comes first and has items, or NULL. */
static struct nav *
first_part(struct nav parts[static BAR_PARTS])
{
	struct nav *first = NULL;

	for (int i = 0; i < BAR_PARTS; i++)
		if (parts[i].first && (!first || is_before(parts[i].at, first->at)))
			first = &parts[i];
	return first;
}

/* Add the trees of one bar in order. Words of the bar go with the first. */
static void
add_bar(struct assembly *s, struct root *root, struct nav *nav)
{
	struct nav parts[BAR_PARTS], *part;

	nav_split(s->rules, nav, parts);
	if (nav->first) {
		struct menu_tree *tree = arena_zalloc(s->arena, sizeof(*tree));

		tree->nav = add_nav(s, root, nav);
		tree->root = root->node;
		tree->next = s->menus;
		s->menus = tree;
	}
	for (; (part = first_part(parts)); part->first = NULL) {
		if (!root->region) {
			part->label = nav->label;
			part->label_from = nav->label_from;
			part->text = nav->text;
		}
		add_nav(s, root, part);
	}
}

/* Build a nav. Without items it is no tree: its words become a part of role navigation. */
static void
begin_nav(struct assembly *s, uint32_t number)
{
	struct root *root = &s->regions->at[number];
	struct nav nav;

	navigation_build(s->arena, s->blocks, s->regions, number, s->rules, s->where, &nav);
	if (!nav.first) {
		root->kind = REGION_PART;
		root->role = PART_NAVIGATION;
		return;
	}
	if (root->known && known_is_told(root->known) && root->nav_kind >= 0) {
		nav.kind = (enum nav_kind)root->nav_kind;
		add_nav(s, root, &nav);
		return;
	}
	nav.kind =
	    nav_kind_of_tree(&nav, root->nav_kind, block_of(s->blocks, root->node), s->rules);
	if (nav.kind == NAV_MENU || nav.kind == NAV_FOOTER)
		add_bar(s, root, &nav);
	else
		add_nav(s, root, &nav);
}

/* The region of a root, made when its first character or link is met. */
static struct region *
begin(struct assembly *s, uint32_t number, const struct html_node *first)
{
	struct root *root = &s->regions->at[number];

	if (root->region && (number != STRAY || root->region == s->last))
		return root->region;
	if (root->kind == REGION_NAV && !s->main_alone)
		begin_nav(s, number);
	if (root->region && number != STRAY)
		return root->region;
	root->region = add_region(s, root->kind);
	if (root->kind == REGION_PART)
		root->region->part.role = root->role;
	if (root->kind == REGION_PART && !s->main_alone) {
		const struct html_node *from = root->node ? root->node : first;

		root->region->part.at = position_of(s->where, from->offset);
	}
	return root->region;
}

static void
meet_text(struct assembly *s, const struct html_node *n)
{
	const struct block *b = block_around(s->blocks, n);
	struct region *region;

	if (!b->counts)
		return;
	if (is_blank(n)) {
		s->gap = s->gap ? s->gap : GAP_SPACE;
		return;
	}
	region = begin(s, b->region, n);
	if (region->kind == REGION_PART && !s->main_alone)
		pieces_add(s->arena, &((struct gathered *)region)->words, s->gap, n->text);
	s->gap = GAP_NONE;
}

/* Links of a nav and images of main begin a region too: neither needs words. */
static void
meet_element(struct assembly *s, const struct html_node *e)
{
	const struct block *b = block_of(s->blocks, e);
	bool link = html_is(e, TAG_A) && html_attr(e, ATTR_HREF);

	if (b->counts && ((link && s->regions->at[b->region].kind == REGION_NAV) ||
			     (html_is(e, TAG_IMG) && b->region == MAIN)))
		begin(s, b->region, e);
}

/* The first root of a region from block i on; blocks->n: there is none. */
static uint32_t
root_from(const struct blocks *b, uint32_t i)
{
	while (i < b->n && !b->at[i].rooted)
		i++;
	return i;
}

/* Meet all of an element at once, where all of it is the body's or one tree's: whatever more
 * is in it makes no difference. False where it has to be looked into. */
static bool
meet_whole(struct assembly *s, const struct html_node *e)
{
	const struct block *b = block_of(s->blocks, e);
	uint32_t number = (uint32_t)(b - s->blocks->at);

	if (number >= s->next_root)
		s->next_root = root_from(s->blocks, number + 1);
	if (b->end > s->next_root || is_phrasing(e) || !b->characters ||
	    (b->region != MAIN && s->regions->at[b->region].kind != REGION_NAV))
		return false;
	return begin(s, b->region, e)->kind != REGION_PART;
}

/* Name regions, and settle the words of parts. */
static void
settle(struct assembly *s)
{
	unsigned navs = 0, parts = 0;

	for (struct region *r = s->page->regions; r; r = r->next) {
		char id[16];
		int n;

		if (r->kind == REGION_MAIN)
			continue;
		n = r->kind == REGION_NAV ? snprintf(id, sizeof(id), "n%u", ++navs)
		                          : snprintf(id, sizeof(id), "p%u", ++parts);
		r->id = arena_str(s->arena, (struct str){ id, (size_t)n });
		if (r->kind == REGION_PART)
			r->part.text = pieces_fold(s->arena, &((struct gathered *)r)->words);
	}
}

static void
build_regions(struct assembly *s)
{
	struct tour t = { .root = s->blocks->at[0].node };

	while (tour_next(&t)) {
		if (t.node->kind == HTML_TEXT && !t.leaving)
			meet_text(s, t.node);
		else if (t.node->kind == HTML_ELEMENT && !t.leaving) {
			meet_element(s, t.node);
			if (meet_whole(s, t.node))
				tour_skip(&t);
		}
		if (t.node->kind == HTML_ELEMENT &&
		    (!is_phrasing(t.node) || html_is(t.node, TAG_BR)))
			s->gap = GAP_LINE;
	}
}

static void
build_main(struct assembly *s, const struct body_sink *sink, struct tally *tally)
{
	s->regions->at[MAIN].region->main =
	    body_build(s->arena, s->blocks, s->regions, s->where, tally, sink);
	if (sink && sink->prose) {
		prose_end(sink->prose);
		s->page->prose = sink->prose->prose;
	}
}

/* Partition the page into regions; links then are items' or refs. */
static void
extract_regions(struct arena *a, const struct html_document *doc, const struct rules *rules,
    const struct profile *profile, struct position_finder *where, unsigned wants,
    const struct body_sink *sink, struct page *page)
{
	struct blocks blocks = blocks_of(a, doc);
	struct regions regions = regions_find(a, doc, &blocks, rules, profile);
	struct assembly s = { .arena = a,
		.blocks = &blocks,
		.regions = &regions,
		.rules = rules,
		.where = where,
		.page = page,
		.main_alone = wants & WANT_MAIN_ALONE };
	struct data_body data = { 0 };
	struct tally tally = { 0 };

	head_extract(a, doc, &blocks, where, page);
	build_regions(&s);
	if (!s.main_alone) {
		tell_menus(a, &blocks, rules, page->regions, s.menus);
		breadcrumb_add(a, &blocks, page);
		settle(&s);
	}
	if (regions.at[MAIN].region)
		build_main(&s, sink, s.main_alone ? NULL : &tally);
	if (wants & (WANT_FACTS | WANT_REASONS | WANT_MAIN_ALONE) && blocks.n)
		data = data_body_of(a, &blocks);
	if (wants & WANT_REASONS)
		page->reasons = reasons_of(a, &blocks, &regions, rules, profile, where);
	if (wants & WANT_REASONS && data.script)
		page->reasons = reasons_of_data(a, &data, page->reasons, where);
	if (wants & WANT_PLACES)
		page->places = places_of(a, &blocks, &regions, profile);
	if (wants & WANT_FACTS)
		metadata_extract(a, &blocks, rules, profile ? profile->names : NULL, page);
	if (wants & (WANT_FACTS | WANT_MAIN_ALONE) && data.script)
		metadata_add_body(a, data.text, page);
	if (wants & WANT_REFS)
		references_of_blocks(a, &blocks, where, page);
	else if (wants & WANT_ELSEWHERE)
		references_elsewhere(a, &blocks, where, page);
	if (!s.main_alone)
		tally_beside_main(&tally, page);
	page->words = tally.words;
	page->characters = blocks.n ? blocks.at[0].characters : 0;
}

void
page_extract(struct arena *a, const struct html_document *doc, const struct rules *rules,
    const struct profile *profile, unsigned wants, const struct body_sink *sink,
    struct page *page)
{
	struct position_finder where = { .text = doc->text, .arena = a };

	*page = (struct page){ 0 };
	extract_regions(a, doc, rules, profile, &where, wants, sink, page);
}

enum { BYTES_A_REFERENCE = 512 }; /* of a page, more or less */

/* A page that is read without its tree. */
struct outlining {
	struct page *page;
	struct position_finder where;
	struct references references;
	bool wants_references;
};

static void
start_outline(void *context, const struct html_document *doc)
{
	struct outlining *o = context;

	*o->page = (struct page){ 0 };
	o->where = (struct position_finder){ .text = doc->text, .arena = o->where.arena };
	references_start(&o->references, o->page);
	if (o->references.distinct)
		seen_expect(
		    o->where.arena, &o->references.seen, doc->text.n / BYTES_A_REFERENCE);
}

static void
meet_outlined(void *context, const struct html_node *e)
{
	struct outlining *o = context;

	if (o->wants_references)
		references_meet(&o->references, e);
}

void
page_outline(struct arena *a, struct str bytes, const struct html_options *whole,
    unsigned wants, uint64_t seed, struct html_document *doc, struct page *page)
{
	struct outlining o = {
		.page = page,
		.where = { .arena = a },
		.references = { .arena = a,
		    .where = &o.where,
		    .distinct = wants & WANT_DISTINCT,
		    .seed = seed },
		.wants_references = wants & WANT_REFS,
	};
	struct html_outline outline = { &o, start_outline, meet_outlined };
	struct html_options options = *whole;

	options.outline = &outline;
	html_parse(a, bytes, &options, doc);
	head_extract(a, doc, NULL, &o.where, page);
}

struct str
document_base(const struct html_document *doc)
{
	for (const struct html_node *e = doc->root; e; e = html_next(e, doc->root))
		if (html_is(e, TAG_BASE) && html_attr(e, ATTR_HREF))
			return str_trim(html_value(e, ATTR_HREF));
	return (struct str){ 0 };
}

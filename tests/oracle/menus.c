/* menus.c - the trees of links of pages with their traits, for menus.py to fit weights to.
 *
 * usage: menus PAGE...
 *
 * Tab-separated lines: "tree PAGE KIND DECLARED HIERARCHY TRAIT...", KIND by all but the score,
 * then for each link "link HREF LABEL", the label only where it is text of the page. */
#include <stdio.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "page/blocks.h"
#include "page/menu_score.h"
#include "page/navigation.h"
#include "stream/load.h"

struct sheet {
	struct arena arena;
	struct blocks blocks;
	struct regions regions;
	const struct rules *rules;
	struct position_finder where;
	const char *page;
};

static void
print_tree(const struct nav *nav, const struct traits *t, const char *page)
{
	printf(
	    "tree\t%s\t%s\t%d\t%d", page, nav_kind_name(nav->kind), t->declared, t->hierarchy);
	for (int i = 0; i < TRAITS; i++)
		printf("\t%.4g", t->of[i]);
	putchar('\n');
	for (const struct item *i = nav->first; i; i = item_next(i)) {
		struct str label = i->label_from == LABEL_TEXT ? i->label : STR("");

		if (i->link.href.n)
			printf("link\t%.*s\t%.*s\n", (int)i->link.href.n, i->link.href.p,
			    (int)label.n, label.p);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct root *x = a, *y = b;

	if (!x->node || !y->node)
		return (x->node != NULL) - (y->node != NULL);
	return (x->node->offset > y->node->offset) - (x->node->offset < y->node->offset);
}

static void
print_trees(struct sheet *s)
{
	size_t size = s->regions.n * sizeof(struct root);
	struct root *roots = arena_alloc(&s->arena, size);

	memcpy(roots, s->regions.at, size);
	qsort(roots, s->regions.n, sizeof(*roots), by_place);
	for (uint32_t i = 0; i < s->regions.n; i++) {
		const struct html_node *node = roots[i].node;
		struct traits t;
		struct nav nav;

		if (roots[i].kind != REGION_NAV)
			continue;
		navigation_build(&s->arena, &s->blocks, &s->regions,
		    block_of(&s->blocks, node)->rooted, s->rules, &s->where, &nav);
		if (!nav.first)
			continue;
		nav.kind = nav_kind_of_tree(
		    &nav, roots[i].nav_kind, block_of(&s->blocks, node)->in_footer, s->rules);
		t = menu_traits(&s->blocks, &s->regions, node, &nav, s->rules);
		print_tree(&nav, &t, s->page);
	}
}

int
main(int argc, char **argv)
{
	struct loader loader = { .limit = 64 << 20 };
	struct rules *rules = rules_new();
	struct sheet s = { .rules = rules };

	program_start(argv[0]);
	for (int i = 1; i < argc; i++) {
		struct html_options options = { 0 };
		struct html_document doc;
		struct str bytes;

		if (load_file(&loader, argv[i], true, &bytes) != 0)
			return 2;
		html_parse(&s.arena, bytes, &options, &doc);
		s.page = argv[i];
		s.where = (struct position_finder){ .text = doc.text, .arena = &s.arena };
		s.blocks = blocks_of(&s.arena, &doc);
		s.regions = regions_find(&s.arena, &doc, &s.blocks, rules, NULL);
		print_trees(&s);
		arena_reset(&s.arena);
	}
	arena_free(&s.arena);
	loader_free(&loader);
	rules_free(rules);
	return 0;
}

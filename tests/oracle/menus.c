/* menus.c - the trees of links of pages with their traits, for menus.py to fit weights to.
 *
 * usage: menus PAGE...
 *
 * Tab-separated lines: "tree PAGE KIND HIERARCHY HEADER TRAIT...", KIND by all but the score,
 * then for each link "link HREF LABEL", the label only where it is text of the page. */
#include <stdio.h>
#include <stdlib.h>

#include "base/diagnostics.h"
#include "page/blocks.h"
#include "page/kind_names.h"
#include "page/menu_score.h"
#include "page/nav_split.h"
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

/* A tree of the page and its root. */
struct tree {
	struct region region; /* first: a region's tree is found from it */
	const struct html_node *root;
};

static void
print_tree(struct sheet *s, const struct tree *tree, const struct repeats *repeats)
{
	const struct nav *nav = &tree->region.nav;
	struct traits t = menu_traits(&s->blocks, tree->root, nav, s->rules, repeats);

	printf("tree\t%s\t%s\t%d\t%d", s->page, kind_name(&nav_kind_names, nav->kind),
	    t.hierarchy, t.header);
	for (int i = 0; i < TRAITS; i++)
		printf("\t%.4g", t.of[i]);
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

/* The tree of a root, as extract.c makes it, or NULL. */
static struct tree *
tree_of(struct sheet *s, const struct root *root)
{
	struct tree *tree = arena_zalloc(&s->arena, sizeof(*tree));
	struct nav *nav = &tree->region.nav, parts[BAR_PARTS];
	const struct block *block;

	if (!root->node || root->kind != REGION_NAV)
		return NULL;
	block = block_of(&s->blocks, root->node);
	if (s->regions.at[block->rooted].kind != REGION_NAV)
		return NULL;
	navigation_build(
	    &s->arena, &s->blocks, &s->regions, block->rooted, s->rules, &s->where, nav);
	nav->kind = nav_kind_of_tree(nav, root->nav_kind, block, s->rules);
	if (nav->kind == NAV_MENU || nav->kind == NAV_FOOTER)
		nav_split(s->rules, nav, parts);
	tree->root = root->node;
	tree->region.kind = REGION_NAV;
	return nav->first ? tree : NULL;
}

static void
print_trees(struct sheet *s)
{
	size_t size = s->regions.n * sizeof(struct root);
	struct root *roots = arena_alloc(&s->arena, size);
	struct region *first = NULL, **end = &first;
	struct repeats repeats;

	memcpy(roots, s->regions.at, size);
	qsort(roots, s->regions.n, sizeof(*roots), by_place);
	for (uint32_t i = 0; i < s->regions.n; i++) {
		struct tree *tree = tree_of(s, &roots[i]);

		if (!tree)
			continue;
		*end = &tree->region;
		end = &tree->region.next;
	}
	repeats = repeats_of(&s->arena, first);
	for (struct region *r = first; r; r = r->next)
		print_tree(s, (struct tree *)r, &repeats);
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

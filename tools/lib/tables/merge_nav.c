/* merge_nav.c - the edits of the table nav put into the trees of a page. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../page/count.h"
#include "../stream/item_walk.h"
#include "../stream/navform.h"
#include "../stream/sniff.h"
#include "merge_edit.h"

/* The columns that are read. depth follows from parent; at tells where an item comes from. */
enum nav_column { NAV, KIND, ID, PARENT, POSITION, LABEL, HREF, TARGET, NAV_COLUMNS };

static const char *const column_names[NAV_COLUMNS] = {
	[NAV] = "nav",
	[KIND] = "kind",
	[ID] = "id",
	[PARENT] = "parent",
	[POSITION] = "position",
	[LABEL] = "label",
	[HREF] = "href",
	[TARGET] = "target",
};

/* The trees of one page while its rows are put in. */
struct nav_edit {
	const struct merge *merge;
	struct merged *out;
	size_t columns[NAV_COLUMNS]; /* in the table */
	struct strings ids;
	struct item_node **nodes; /* by number in ids: those of the page, then new ones */
	size_t n, cap;
	uint32_t n_trees;
	struct region **next_region;
	bool changed;
};

/* A value that names something, without white space around it. */
static struct str
value(const struct nav_edit *e, const struct sheet_row *row, enum nav_column column)
{
	return str_trim(sheet_value(e->merge->sheet, row, e->columns[column]));
}

static struct item_node *
find_node(const struct nav_edit *e, struct str id)
{
	uint32_t number = strings_find(&e->ids, id, strings_hash(&e->ids, id));

	return number == STRING_NONE ? NULL : e->nodes[number];
}

/* Add a node of an id that no other has. */
static struct item_node *
add_node(struct nav_edit *e, struct str id)
{
	struct item_node *node = arena_zalloc(&e->out->arena, sizeof(*node));

	strings_add(&e->ids, id, strings_hash(&e->ids, id));
	e->nodes = x_grow(e->nodes, &e->cap, e->n + 1, sizeof(*e->nodes));
	e->nodes[e->n++] = node;
	return node;
}

/* Put a region, a copy, behind those that the page has so far; a tree without its items. */
static struct site_nav *
add_region(struct nav_edit *e, const struct region *like)
{
	struct site_nav *copy = arena_zalloc(&e->out->arena, sizeof(*copy));

	copy->region = *like;
	copy->region.next = NULL;
	*e->next_region = &copy->region;
	e->next_region = &copy->region.next;
	if (like->kind == REGION_NAV)
		copy->region.nav.first = copy->region.nav.last = NULL;
	return copy;
}

static struct item_node *
add_tree(struct nav_edit *e, const struct region *like)
{
	struct item_node *node = add_node(e, like->id);

	node->tree = add_region(e, like);
	node->kind = (int)like->nav.kind;
	e->n_trees++;
	return node;
}

/* True, after a finding, for an id that another tree or item of the page has. */
static bool
is_twice(const struct nav_edit *e, const struct merge_path *path, struct str id)
{
	if (!find_node(e, id))
		return false;
	merge_find(e->out, MERGE_NAV, path->first, "two trees or items '%.*s' on page '%.*s'",
	    QUOTED(id), QUOTED(e->out->page.path));
	return true;
}

/* Take up the trees as they are. Returns -1 after a finding: ids that name two do not tell
 * which rows are whose. */
static int
take_page(struct nav_edit *e, const struct merge_path *path)
{
	const struct region *regions = e->out->page.regions;
	struct item_walk walk = { .item = NULL };

	e->next_region = &e->out->page.regions;
	*e->next_region = NULL;
	for (const struct region *r = regions; r; r = r->next) {
		if (r->kind == REGION_NAV && is_twice(e, path, r->id))
			return -1;
		if (r->kind == REGION_NAV)
			add_tree(e, r);
		else
			add_region(e, r);
	}
	for (item_walk_start(&walk, regions); walk.item; item_walk_next(&walk)) {
		struct item_node *node;

		if (is_twice(e, path, item_walk_id(&walk)))
			break;
		node = add_node(e, item_walk_id(&walk));
		node->item = arena_zalloc(&e->out->arena, sizeof(*node->item));
		node->item->item = *walk.item;
		node->home = find_node(e, walk.region->id);
		node->parent = find_node(e, item_walk_parent(&walk));
		node->position = walk.position;
	}
	buffer_free(&walk.id);
	return walk.item ? -1 : 0;
}

/* True for an id as tables have it, such as n1.3.2: no one would call a new item so. */
static bool
is_place(struct str id)
{
	size_t i = 1;

	if (id.n < 2 || (id.p[0] != 'n' && id.p[0] != 'm'))
		return false;
	while (i < id.n && (is_digit(id.p[i]) || id.p[i] == '.'))
		i++;
	return i == id.n;
}

/* The node of a new item; where it has no id, its line behind a space, which no id starts with,
 * is one. */
static struct item_node *
new_item(struct nav_edit *e, const struct sheet_row *row, struct str id)
{
	struct item_node *node;
	char line[24];

	if (!id.n)
		id = (struct str){ line,
			(size_t)snprintf(line, sizeof(line), " %" PRIu32, row->line) };
	node = add_node(e, id);
	node->item = arena_zalloc(&e->out->arena, sizeof(*node->item));
	node->item->item.label = STR("");
	node->item->path = sheet_value(e->merge->sheet, row, 0);
	node->moved = e->changed = true;
	return node;
}

/* Find or make the item of a row. */
static void
take_row(struct nav_edit *e, const struct sheet_row *row)
{
	struct str id = value(e, row, ID);
	struct item_node *node = id.n ? find_node(e, id) : NULL;

	if (node && node->row)
		merge_find(e->out, MERGE_DUPLICATE, row,
		    "id '%.*s' stands before, in line %" PRIu32, QUOTED(id), node->row->line);
	else if (node && !node->item)
		merge_find(e->out, MERGE_ID, row, "id '%.*s' is a tree's", QUOTED(id));
	else if (!node && is_place(id) && !e->merge->alone)
		merge_find(e->out, MERGE_ID, row, "no item '%.*s' on this page", QUOTED(id));
	else if (!node)
		new_item(e, row, id)->row = row;
	else
		node->row = row;
}

/* What a target is, by its name; whether it is there, sitelint says. */
static enum ref_state
state_of(struct str target)
{
	return name_kind(path_name(target)) == NAME_KIND_OTHER ? STATE_FILE : STATE_PAGE;
}

/* Read what an item shows and where it leads. Where a link was made another one, what it led to
 * is no longer known but by the row. */
static void
read_item(struct nav_edit *e, const struct item_node *node)
{
	struct item *item = &node->item->item;
	bool differs[NAV_COLUMNS] = { false };

	for (enum nav_column c = LABEL; c <= TARGET; c++) {
		const struct field *f = field_of(item_fields, str_of(column_names[c]));

		differs[c] = !merge_agrees(e->merge, node->row, e->columns[c], f, item);
		if (differs[c])
			merge_set(e->merge, e->out, node->row, e->columns[c], f, item);
		e->changed |= differs[c];
	}
	if (!item->label.p)
		item->label = STR("");
	if (differs[HREF] && !differs[TARGET])
		item->link.target = (struct str){ 0 };
	if (differs[HREF] || differs[TARGET])
		item->link.state =
		    item->link.target.p ? state_of(item->link.target) : STATE_NONE;
	if (item->link.target.p && !item->link.href.p)
		merge_find(e->out, MERGE_VALUE, node->row, "target '%.*s' without an href",
		    QUOTED(item->link.target));
}

/* The tree that a row names, made where it is the page's next one; NULL after a finding. */
static struct item_node *
named_tree(struct nav_edit *e, const struct sheet_row *row, struct str name)
{
	struct item_node *tree = find_node(e, name);
	struct region like = { .kind = REGION_NAV, .id = name };
	int kind = kind_of(&nav_kind_names, value(e, row, KIND));
	char next[16];

	if (tree && !tree->item)
		return tree;
	snprintf(next, sizeof(next), "n%" PRIu32, e->n_trees + 1);
	if (tree || (e->merge->alone ? !is_place(name) : !str_eq(name, str_of(next)))) {
		merge_find(e->out, MERGE_NAV, row,
		    "no tree '%.*s' on this page; a new one is '%s'", QUOTED(name), next);
		return NULL;
	}
	if (kind < 0) {
		merge_find(e->out, MERGE_NAV, row, "new tree '%.*s' without a known kind",
		    QUOTED(name));
		return NULL;
	}
	like.nav.kind = (enum nav_kind)kind;
	tree = add_tree(e, &like);
	tree->kind = -1;
	tree->kind_row = row;
	return tree;
}

/* A kind that a tree did not have is an edit, on which its rows must agree. */
static void
read_kind(struct nav_edit *e, struct item_node *tree, const struct sheet_row *row)
{
	enum nav_kind *now = &tree->tree->region.nav.kind;
	struct str name = value(e, row, KIND);
	int kind = kind_of(&nav_kind_names, name);

	if (!name.n || kind == tree->kind)
		return;
	if (kind < 0) {
		merge_find(e->out, MERGE_VALUE, row, "kind cannot be '%.*s'", QUOTED(name));
	} else if (tree->kind_row && kind != (int)*now) {
		merge_find(e->out, MERGE_NAV, row,
		    "kind '%.*s', but line %" PRIu32 " makes tree '%.*s' '%s'", QUOTED(name),
		    tree->kind_row->line, QUOTED(tree->tree->region.id),
		    kind_name(&nav_kind_names, *now));
	} else {
		tree->kind_row = row;
		*now = (enum nav_kind)kind;
		e->changed = true;
	}
}

/* The item or tree that a row puts its item below; NULL after a finding. */
static struct item_node *
named_parent(struct nav_edit *e, const struct item_node *node, struct item_node *tree)
{
	struct str name = value(e, node->row, PARENT);
	struct item_node *parent = node->parent;

	if (name.n)
		parent =
		    tree && str_eq(name, tree->tree->region.id) ? tree : find_node(e, name);
	else if (!parent || (tree && tree != node->home))
		parent = tree;
	if (!parent && name.n)
		merge_find(e->out, MERGE_PARENT, node->row, "no parent '%.*s' on this page",
		    QUOTED(name));
	else if (!parent)
		merge_find(e->out, MERGE_NAV, node->row, "new item without a parent or nav");
	else if (parent->item && !parent->row && e->merge->delete)
		merge_find(e->out, MERGE_PARENT, node->row,
		    "parent '%.*s' goes, for it has no row", QUOTED(name));
	return parent;
}

/* Read the place among its siblings that a row gives its item. */
static void
read_position(struct nav_edit *e, struct item_node *node)
{
	static const struct field field = FIELD("position", FIELD_NUMBER, item_node, position);
	uint32_t before = node->position;

	if (!value(e, node->row, POSITION).n) {
		node->position = node->moved ? UINT32_MAX : before;
		return;
	}
	merge_set(e->merge, e->out, node->row, e->columns[POSITION], &field, node);
	if (node->position != before)
		node->moved = true;
}

/* Find where a row puts its item. */
static void
place_item(struct nav_edit *e, struct item_node *node)
{
	struct str name = value(e, node->row, NAV);
	struct item_node *tree = name.n ? named_tree(e, node->row, name) : node->home;
	struct item_node *parent;

	if (name.n && !tree)
		return;
	parent = named_parent(e, node, tree);
	if (parent != node->parent)
		node->moved = true;
	node->parent = parent;
	read_position(e, node);
	e->changed |= node->moved;
	if (node->home || tree)
		read_kind(e, node->home ? node->home : tree, node->row);
}

/* Count an item in the tree it is in now. A row that names a tree its item was not in means
 * that one. */
static void
check_tree(struct nav_edit *e, const struct item_node *node)
{
	struct str name = value(e, node->row, NAV);
	const struct item_node *top = node;

	while (top->item)
		top = top->parent;
	top->tree->items++;
	if (name.n && (!node->home || !str_eq(name, node->home->tree->region.id)) &&
	    !str_eq(name, top->tree->region.id))
		merge_find(e->out, MERGE_NAV, node->row, "parent '%.*s' is not in tree '%.*s'",
		    QUOTED(value(e, node->row, PARENT)), QUOTED(name));
}

/* Put all rows in; with --delete, items without one are gone. */
static void
read_rows(struct nav_edit *e, const struct merge_path *path)
{
	for (const struct sheet_row *row = path->first; row; row = row->next)
		take_row(e, row);
	for (size_t i = 0; i < e->n; i++) {
		struct item_node *node = e->nodes[i];

		if (node->row)
			read_item(e, node);
		if (node->row)
			place_item(e, node);
		node->gone = node->item && !node->row && e->merge->delete;
		e->changed |= node->gone;
	}
}

/* The words and characters of a page change by what its trees now hold. */
static void
count_again(struct page *page, const struct page *before)
{
	page->words += page_words(page) - page_words(before);
	page->characters += page_characters(page) - page_characters(before);
}

void
merge_nav(const struct merge *m, const struct merge_path *path, struct merged *out)
{
	struct nav_edit e = { .merge = m, .out = out };
	const struct page before = out->page;

	for (enum nav_column c = 0; c < NAV_COLUMNS; c++)
		e.columns[c] = sheet_column(m->sheet->table, column_names[c]);
	strings_init(&e.ids);
	if (take_page(&e, path) == 0)
		read_rows(&e, path);
	if (!out->findings)
		merge_tree(e.nodes, e.n, out);
	for (size_t i = 0; i < e.n && !out->findings; i++)
		if (e.nodes[i]->row)
			check_tree(&e, e.nodes[i]);
	if (!e.changed || out->findings)
		out->page = before;
	else if (!m->alone)
		count_again(&out->page, &before);
	strings_free(&e.ids);
	free(e.nodes);
}

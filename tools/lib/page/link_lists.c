/* link_lists.c - blocks that hold little but links: menus that nothing declares. */
#include "link_lists.h"

#include "nav_shape.h"
#include "region_steps.h"

enum {
	LEAST_LINKS = 3,
	LEAST_PERCENT = 80,
	LONGEST_LABEL = 40,
	/* The same in the body, where lists of links are mostly its own: */
	LEAST_IN_MAIN = 4,
	LEAST_PERCENT_IN_MAIN = 90,
	LONGEST_IN_MAIN = 22,
	LEAST_PERCENT_OPEN = 50, /* of a list that opens its entries with links */
	LONGEST_ENTRY = 32,      /* a link that opens an entry */
	LEAST_PROSE = 60,        /* a paragraph as long as this begins the body proper */
};

struct lists {
	struct regions *regions;
	struct arena *arena;
	struct blocks *blocks;
	const struct block *main;  /* the first root of main, or NULL */
	const struct block *prose; /* the first paragraph in it, or its end */
};

static bool
is_list(const struct block *b)
{
	return b->is & IS_LIST;
}

static uint32_t
mix(uint32_t hash, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		hash = (hash ^ (unsigned char)s.p[i]) * 16777619U;
	return hash * 16777619U;
}

/* Equal for lists equal in depth and names, and those of their parents, as the columns of a
 * menu are. */
static uint32_t
likeness(const struct html_node *list, uint32_t depth)
{
	uint32_t hash = mix(depth, html_value(list, ATTR_CLASS));

	hash = mix(hash, html_value(list->parent, ATTR_CLASS));
	hash = mix(hash, html_value(list->parent, ATTR_ID));
	return hash > LISTS_MIXED ? hash : hash + LISTS_MIXED + 1;
}

/* Add what stands in a block to that of its parent. */
static void
add_links(struct block *parent, const struct block *b)
{
	parent->listed += b->listed;
	if (parent->lists == LISTS_NONE)
		parent->lists = b->lists;
	else if (b->lists != LISTS_NONE && b->lists != parent->lists)
		parent->lists = LISTS_MIXED;
	parent->pagers += b->pagers;
	parent->beside_pagers += b->beside_pagers;
}

/* What a block holds is known when its turn comes, for that stands behind it; where it has no
 * links, none of that is in it. */
void
note_links(struct blocks *b, const struct rules *rules)
{
	struct pager_search pagers = { .blocks = b, .rules = rules };

	for (uint32_t i = b->n; i-- > 0;) {
		struct block *block = &b->at[i];

		if (!block->links)
			continue;
		if (block->is & IS_HEADING)
			block->listed += block->links;
		if (is_list(block) && block->links >= LEAST_LINKS) {
			block->lists = likeness(block->node, block->depth);
			block->listed = block->links;
		}
		if (block->links == 1 && block_is(block, TAG_A))
			note_pager(&pagers, block);
		if (i > 0)
			add_links(&b->at[block->parent], block);
	}
}

/* Is the first thing an entry shows a link, and a short one, or the short name of a list? */
static bool
opens_with_link(const struct blocks *b, const struct html_node *entry)
{
	enum { NEAR = 256 };
	const struct html_node *n = entry;

	for (int i = 0; n && i < NEAR; i++, n = html_next(n, entry)) {
		if (n->kind == HTML_TEXT && !str_is_white(n->text))
			return n->text.n <= LONGEST_ENTRY && block_of(b, entry)->links >= 2;
		if (html_is(n, TAG_A) && block_of(b, n)->links)
			return block_of(b, n)->characters <= LONGEST_ENTRY;
	}
	return false;
}

/* The list, or the group of alike children, that holds all links of a block. */
static const struct block *
innermost_group(const struct blocks *b, const struct block *block)
{
	enum { NEAR = 8 };

	for (int i = 0; i < NEAR && !is_list(block); i++) {
		const struct html_node *n = block->node->first, *next = NULL;

		for (; n && !next; n = n->next)
			if (n->kind == HTML_ELEMENT && block_of(b, n)->links == block->links)
				next = n;
		if (!next)
			break;
		block = block_of(b, next);
	}
	return block;
}

bool
holds_list(const struct blocks *b, const struct block *block)
{
	const struct block *group = innermost_group(b, block);
	uint32_t own = 0;

	for (const struct html_node *n = group->node->first; n; n = n->next)
		own += html_is(n, TAG_A);
	return is_list(group) || own == group->links || block_is(group, TAG_TABLE) ||
	       block_is(group, TAG_TBODY) || block_is(group, TAG_TR);
}

static struct str
first_class(const struct html_node *e)
{
	struct str class = html_value(e, ATTR_CLASS), word = { 0 };

	str_token(&class, &word);
	return word;
}

/* Do most of the children with links have one name? */
static bool
holds_alike(const struct blocks *b, const struct block *group)
{
	unsigned children = 0, alike = 0;
	const struct html_node *last = NULL;

	for (const struct html_node *n = group->node->first; n; n = n->next) {
		if (n->kind != HTML_ELEMENT || !block_of(b, n)->links)
			continue;
		children++;
		alike += last && n->tag == last->tag &&
		         str_eq(first_class(n), first_class(last)) && first_class(n).n;
		last = n;
	}
	return children > LEAST_LINKS && (alike + 1) * 4 >= children * 3;
}

bool
opens_with_links(const struct blocks *b, const struct block *block)
{
	unsigned entries = 0, open = 0;

	block = innermost_group(b, block);
	if (holds_captioned_lists(b, block))
		return true;
	for (const struct html_node *n = block->node->first; n; n = n->next) {
		if (n->kind != HTML_ELEMENT ||
		    !(block_of(b, n)->characters || block_of(b, n)->links) ||
		    (html_is(n, TAG_DT) && !block_of(b, n)->links))
			continue;
		entries++;
		open += opens_with_link(b, n);
	}
	return open >= LEAST_LINKS && open * 4 >= entries * 3;
}

bool
is_one_list(const struct blocks *b, const struct block *block)
{
	const struct block *group = innermost_group(b, block);

	if (block->lists == LISTS_NONE || holds_captioned_lists(b, group) ||
	    (!is_list(group) && opens_with_links(b, group) && holds_alike(b, group)))
		return true;
	return block->lists != LISTS_MIXED && block->listed == block->links;
}

/* Images and icons alone are links with no characters at all. */
static bool
holds_links(const struct block *b, unsigned least, unsigned percent, unsigned longest)
{
	if (b->links < least)
		return false;
	if (!b->characters)
		return true;
	if (b->link_characters / b->links > longest)
		return false;
	return link_percent(b) >= percent;
}

static bool
is_list_of_links(const struct blocks *b, const struct block *block)
{
	return holds_links(block, LEAST_LINKS, LEAST_PERCENT, LONGEST_LABEL) ||
	       holds_captioned_lists(b, block) ||
	       (is_list(block) &&
		   holds_links(block, LEAST_LINKS, LEAST_PERCENT_OPEN, LONGEST_LABEL) &&
		   opens_with_links(b, block));
}

static bool
may_be_list(const struct lists *s, const struct block *b)
{
	if (b->region != MAIN)
		return is_list_of_links(s->blocks, b);
	if (b <= s->main || b->end > (size_t)(s->prose - s->blocks->at) || b->controls ||
	    b->characters > s->main->characters / 2)
		return false;
	return holds_links(b, LEAST_IN_MAIN, LEAST_PERCENT_IN_MAIN, LONGEST_IN_MAIN) ||
	       (is_list(b) &&
		   holds_links(b, LEAST_IN_MAIN, LEAST_PERCENT_OPEN, LONGEST_IN_MAIN) &&
		   opens_with_links(s->blocks, b));
}

/* Go down while one child holds all the links, and stop at a list. */
static struct block *
innermost(const struct blocks *b, struct block *at)
{
	for (;;) {
		struct block *next = NULL;

		if (is_list(at))
			return at;
		for (const struct html_node *n = at->node->first; n; n = n->next)
			if (n->kind == HTML_ELEMENT && block_of(b, n)->links == at->links &&
			    block_of(b, n)->characters == at->characters)
				next = block_of(b, n);
		if (!next)
			return at;
		at = next;
	}
}

struct block *
link_list_of(const struct blocks *b, struct block *block)
{
	if (!block->links || !is_list_of_links(b, block) || !is_one_list(b, block))
		return NULL;
	return innermost(b, block);
}

static const struct block *
first_prose(const struct blocks *b, const struct block *main)
{
	const struct block *i = main;

	while (i < b->at + main->end &&
	       !(i->region == MAIN && i->in_prose && i->prose >= LEAST_PROSE))
		i++;
	return i;
}

void
find_link_lists(struct regions *r, struct arena *a, struct blocks *b)
{
	struct lists s = { .regions = r, .arena = a, .blocks = b };
	bool settled = r->main_by == BY_PROFILE || r->main_by == BY_MODEL;

	if (r->at[MAIN].node && !settled) {
		s.main = block_of(b, r->at[MAIN].node);
		s.prose = first_prose(b, s.main);
	}
	for (uint32_t i = 1; i < b->n; i++) {
		struct block *block = &b->at[i];

		if (!block->links || (settled && block->region == MAIN) || block->rooted ||
		    r->at[block->region].kind == REGION_NAV || block->above_main ||
		    !block->counts || block_is(block, TAG_BODY) || !may_be_list(&s, block) ||
		    !is_one_list(b, block))
			continue;
		block = innermost(b, block);
		if (!block->rooted && r->at[block->region].kind != REGION_NAV)
			regions_root(r, a, block,
			    (struct root){
				.kind = REGION_NAV, .nav_kind = NAV_MENU, .by = BY_LINKS });
		i = block->end - 1;
	}
}

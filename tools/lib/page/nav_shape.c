/* nav_shape.c - the parts of a tree of links that markup draws without naming them. */
#include "nav_shape.h"

#include "fold.h"

enum { LONGEST_CAPTION = 60, LONGEST_ROW = 100 };

/* Does a child show words or hold links? */
static bool
is_content(const struct blocks *b, const struct html_node *n)
{
	if (n->kind == HTML_TEXT)
		return !is_blank(n);
	return n->kind == HTML_ELEMENT && block_of(b, n)->counts &&
	       (block_of(b, n)->characters || block_of(b, n)->links);
}

static const struct html_node *
content_from(const struct blocks *b, const struct html_node *n)
{
	while (n && !is_content(b, n))
		n = n->next;
	return n;
}

static uint32_t
links_of(const struct blocks *b, const struct html_node *n)
{
	return n->kind == HTML_ELEMENT ? block_of(b, n)->links : 0;
}

static bool
is_list(const struct html_node *n)
{
	return html_is(n, TAG_UL) || html_is(n, TAG_OL);
}

/* A few words without link. */
static bool
is_caption(const struct blocks *b, const struct html_node *n)
{
	if (n->kind == HTML_TEXT)
		return n->text.n <= LONGEST_CAPTION;
	return !block_of(b, n)->links && block_of(b, n)->characters <= LONGEST_CAPTION;
}

/* Does an element say that it is more than words: a heading or a button, or does it hold one?
 */
static bool
is_title(const struct blocks *b, const struct html_node *n)
{
	return n->kind == HTML_ELEMENT && (block_of(b, n)->headings || html_is(n, TAG_BUTTON) ||
					      has_token(n, ATTR_ROLE, STR("button")) ||
					      has_token(n, ATTR_ROLE, STR("heading")));
}

/* How many elements down the first link or words are. */
static unsigned
depth_of_content(const struct blocks *b, const struct html_node *n)
{
	enum { DEEPEST = 16 };
	unsigned depth = 0;

	while (depth < DEEPEST && n->kind == HTML_ELEMENT && !html_is(n, TAG_A)) {
		const struct html_node *first = content_from(b, n->first);

		if (!first)
			break;
		n = first;
		depth++;
	}
	return depth;
}

static bool
has_sibling_with_links(const struct blocks *b, const struct html_node *e)
{
	const struct html_node *other = e->prev;

	while (other && !links_of(b, other))
		other = other->prev;
	if (other)
		return true;
	for (other = e->next; other && !links_of(b, other);)
		other = other->next;
	return other;
}

/* "Title, entry, entry": the title is the item, the entries belong under it. */
static bool
is_titled(const struct blocks *b, const struct html_node *title)
{
	uint32_t links = 0;

	for (const struct html_node *n = title->next; n; n = n->next) {
		if (!is_content(b, n))
			continue;
		if (!links_of(b, n))
			return false;
		links += links_of(b, n);
	}
	return links >= (is_title(b, title) ? 1 : 2);
}

/* Does a row hold a heading? Not the h1, which is the site's name or the page's. */
static bool
heads(const struct blocks *b, const struct html_node *row)
{
	const struct html_node *n = row;

	if (!block_of(b, row)->headings)
		return false;
	while (n && !is_heading(n))
		n = html_next(n, row);
	return n && !html_is(n, TAG_H1);
}

/* "Link, block of entries", next to others of its kind; not a logo next to a menu. */
static bool
is_row_and_block(const struct blocks *b, const struct html_node *e, const struct html_node *row)
{
	const struct html_node *below = content_from(b, row->next);

	if (row->kind != HTML_ELEMENT || links_of(b, row) != 1 || block_of(b, row)->images ||
	    block_of(b, row)->characters > LONGEST_ROW || !below ||
	    content_from(b, below->next))
		return false;
	if (links_of(b, below) < 2 &&
	    !(links_of(b, below) && depth_of_content(b, below) > depth_of_content(b, row)))
		return false;
	return heads(b, row) || has_sibling_with_links(b, e);
}

bool
is_entry_group(const struct blocks *b, const struct html_node *root, const struct block *group)
{
	const struct html_node *e = group->node, *first = content_from(b, e->first);

	if (is_caption(b, first))
		return group->links < links_of(b, root) && is_titled(b, first);
	return is_row_and_block(b, e, first);
}

const struct html_node *
list_captioned(const struct blocks *b, const struct html_node *e)
{
	const struct html_node *list;

	if (html_is(e, TAG_BR) || !is_content(b, e) || !is_caption(b, e))
		return NULL;
	list = content_from(b, e->next);
	return list && is_list(list) && links_of(b, list) ? list : NULL;
}

const struct html_node *
sole_captioned_list(const struct blocks *b, const struct html_node *e)
{
	const struct html_node *first = content_from(b, e->first), *list = NULL;

	if (first && first->kind == HTML_ELEMENT)
		list = list_captioned(b, first);
	return list && !content_from(b, list->next) ? list : NULL;
}

bool
holds_captioned_lists(const struct blocks *b, const struct block *block)
{
	unsigned captions = 0, lists = 0;

	for (const struct html_node *n = block->node->first; n; n = n->next) {
		if (!is_content(b, n))
			continue;
		if (n->kind == HTML_ELEMENT && is_list(n) && links_of(b, n))
			lists++;
		else if (n->kind == HTML_ELEMENT && list_captioned(b, n))
			captions++;
		else
			return false;
	}
	return captions && lists >= 2;
}

bool
has_peer(const struct html_node *h, const struct html_node *root)
{
	const struct html_node *n = h;

	while ((n = html_next(n, root)))
		if (is_heading(n) && n->tag <= h->tag)
			return true;
	return false;
}

/* blocks.c - the elements of a page in document order, with what stands in each. */
#include "blocks.h"

#include "count.h"

/* The html element; pages always have one (13.2.6.4.2). */
static struct html_node *
document_element(const struct html_document *doc)
{
	for (struct html_node *n = doc->root->first; n; n = n->next)
		if (n->kind == HTML_ELEMENT)
			return n;
	return NULL;
}

static uint32_t
count_elements(const struct html_node *root)
{
	uint32_t n = 0;

	for (const struct html_node *e = root; e; e = html_next(e, root))
		n += e->kind == HTML_ELEMENT;
	return n;
}

static bool
takes_input(const struct html_node *e)
{
	if (html_is(e, TAG_INPUT))
		return !str_eq_nocase(html_value(e, ATTR_TYPE), STR("hidden"));
	return html_is(e, TAG_SELECT) || html_is(e, TAG_TEXTAREA);
}

/* Text of these is prose: what people write in sentences. */
static bool
is_prose(const struct html_node *e)
{
	static const uint16_t tags[] = { TAG_P, TAG_BLOCKQUOTE, TAG_PRE, TAG_DD,
		TAG_FIGCAPTION };

	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (html_is(e, tags[i]))
			return true;
	return false;
}

bool
is_heading(const struct html_node *e)
{
	return html_is(e, TAG_H1) || html_is(e, TAG_H2) || html_is(e, TAG_H3) ||
	       html_is(e, TAG_H4) || html_is(e, TAG_H5) || html_is(e, TAG_H6);
}

bool
is_nav_landmark(const struct html_node *e)
{
	if (!html_attr(e, ATTR_ROLE))
		return html_is(e, TAG_NAV);
	return has_token(e, ATTR_ROLE, STR("navigation")) ||
	       has_token(e, ATTR_ROLE, STR("menubar")) ||
	       has_token(e, ATTR_ROLE, STR("menu")) || has_token(e, ATTR_ROLE, STR("doc-toc"));
}

/* Parts of a page whose header and footer are not the page's own (HTML-AAM 3.4). */
static bool
is_section(const struct html_node *e)
{
	return html_is(e, TAG_ARTICLE) || html_is(e, TAG_ASIDE) || html_is(e, TAG_MAIN) ||
	       html_is(e, TAG_NAV) || html_is(e, TAG_SECTION) ||
	       has_token(e, ATTR_ROLE, STR("main"));
}

static void
fill(struct block *b, const struct block *parent, struct html_node *e)
{
	bool link = (html_is(e, TAG_A) || html_is(e, TAG_AREA)) && html_attr(e, ATTR_HREF);

	b->node = e;
	b->in_link = parent->in_link || link;
	b->in_prose = parent->in_prose || is_prose(e);
	b->counts = parent->counts && counts(e);
	if (parent->node) {
		b->in_section = parent->in_section || is_section(parent->node);
		b->entries = parent->entries +
		             (html_is(parent->node, TAG_LI) || html_is(parent->node, TAG_DD));
	}
	b->links = link && b->counts;
	if (b->links) {
		struct str href = str_trim(html_value(e, ATTR_HREF));

		b->toggles = str_eq(href, STR("#"));
		b->fragments = !b->toggles && str_starts(href, STR("#"));
	}
	b->controls = takes_input(e);
	b->images = html_is(e, TAG_IMG);
	b->headings = is_heading(e);
	b->navs = is_nav_landmark(e);
}

/* What a subtree holds is what its parts hold; children come after their parent. */
static void
add_up(struct blocks *b)
{
	for (uint32_t i = b->n - 1; i > 0; i--) {
		const struct block *child = &b->at[i];
		struct block *parent = &b->at[child->parent];

		if (parent->end < child->end)
			parent->end = child->end;
		parent->characters += child->characters;
		parent->link_characters += child->link_characters;
		parent->prose += child->prose;
		parent->links += child->links;
		parent->toggles += child->toggles;
		parent->fragments += child->fragments;
		parent->controls += child->controls;
		parent->images += child->images;
		parent->headings += child->headings;
		parent->navs += child->navs;
		parent->has_block |=
		    child->has_block || (child->counts && !is_phrasing(child->node) &&
					    !html_is(child->node, TAG_BR));
	}
}

/* Returns the characters that stand outside links. */
static uint32_t
add_text(struct block *b, struct str text)
{
	uint32_t n = b->counts ? text_characters(text) : 0;

	b->characters += n;
	if (b->in_link)
		b->link_characters += n;
	else if (b->in_prose)
		b->prose += n;
	return b->in_link ? 0 : n;
}

struct blocks
blocks_of(struct arena *a, const struct html_document *doc)
{
	struct html_node *root = document_element(doc);
	struct blocks b = { 0 };
	struct block none = { .counts = true };
	uint32_t before = 0;

	if (!root)
		return b;
	b.at = arena_zalloc(a, count_elements(root) * sizeof(*b.at));
	for (struct html_node *n = root; n; n = html_next(n, root)) {
		if (n->kind == HTML_ELEMENT) {
			n->mark = b.n + 1;
			b.at[b.n].parent = n == root ? 0 : n->parent->mark - 1;
			b.at[b.n].end = b.n + 1;
			b.at[b.n].before = before;
			fill(&b.at[b.n], n == root ? &none : &b.at[b.at[b.n].parent], n);
			b.n++;
		} else if (n->kind == HTML_TEXT) {
			before += add_text(block_around(&b, n), n->text);
		}
	}
	add_up(&b);
	return b;
}

struct str
class_words(struct arena *a, const struct html_node *e)
{
	struct str class = html_value(e, ATTR_CLASS), id = html_value(e, ATTR_ID);
	char *both;

	if (!class.n || !id.n)
		return class.n ? class : id;
	both = arena_alloc(a, class.n + 1 + id.n);
	memcpy(both, class.p, class.n);
	both[class.n] = ' ';
	memcpy(both + class.n + 1, id.p, id.n);
	return (struct str){ both, class.n + 1 + id.n };
}

bool
has_token(const struct html_node *e, enum attr name, struct str token)
{
	struct str left = html_value(e, name), word;

	while (str_token(&left, &word))
		if (str_eq_nocase(word, token))
			return true;
	return false;
}

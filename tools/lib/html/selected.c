/* selected.c - selectedcontent elements, which show what their select has selected. */
#include "selected.h"

#include "../base/memory.h"
#include "mode.h"

void
selected_note(struct builder *b)
{
	b->mirrors = x_grow(b->mirrors, &b->mirrors_cap, b->n_mirrors + 1, sizeof(*b->mirrors));
	b->mirrors[b->n_mirrors++] = open_top(&b->open)->node;
}

/* The select whose choice a selectedcontent element shows: none inside an option, another
 * selectedcontent or two selects, none that takes several choices. */
static struct html_node *
select_of(struct builder *b, const struct html_node *mirror)
{
	struct html_node *select = NULL;

	for (struct html_node *n = mirror->parent; n; n = n->parent) {
		if (html_is(n, TAG_OPTION) || html_is(n, TAG_SELECTEDCONTENT) ||
		    (select && html_is(n, TAG_SELECT)) || !builder_toil(b, 1))
			return NULL;
		if (html_is(n, TAG_SELECT))
			select = n;
	}
	return select && !html_attr(select, ATTR_MULTIPLE) ? select : NULL;
}

static bool
is_disabled(const struct html_node *option)
{
	return html_attr(option, ATTR_DISABLED) ||
	       (html_is(option->parent, TAG_OPTGROUP) &&
		   html_attr(option->parent, ATTR_DISABLED));
}

/* The selected option of a select that a page's parsing leaves: the last one said to be, or
 * else the first that can be. *mirror is set to the first selectedcontent element on the way.
 */
static struct html_node *
selected_option(struct builder *b, struct html_node *select, struct html_node **mirror)
{
	struct html_node *n = select->first, *first = NULL, *last = NULL;

	*mirror = NULL;
	while (n && builder_toil(b, 1)) {
		if (html_is(n, TAG_SELECTEDCONTENT) && !*mirror)
			*mirror = n;
		if (html_is(n, TAG_OPTION) && html_attr(n, ATTR_SELECTED))
			last = n;
		if (html_is(n, TAG_OPTION) && !first && !is_disabled(n))
			first = n;
		if (html_is(n, TAG_OPTION) || html_is(n, TAG_SELECT) ||
		    html_is(n, TAG_DATALIST))
			n = html_next_sibling_or_up(n, select);
		else
			n = html_next(n, select);
	}
	return last ? last : first;
}

/* A copy of one node, without its children; templates share their content. */
static struct html_node *
copy_node(struct arena *a, const struct html_node *n)
{
	struct html_node *copy = html_new(a, n->kind);

	copy->ns = n->ns;
	copy->tag = n->tag;
	copy->offset = n->offset;
	copy->text = n->text;
	if (n->kind == HTML_TEXT)
		copy->room = 0;
	if (n->kind != HTML_ELEMENT)
		return copy;
	copy->n_attrs = n->n_attrs;
	copy->attrs = n->attrs;
	copy->content = n->content;
	return copy;
}

/* Give a node copies of all that another contains. */
static void
copy_children(struct builder *b, const struct html_node *from, struct html_node *to)
{
	const struct html_node *n = from->first;

	while (n && builder_toil(b, TOIL_COPY)) {
		struct html_node *copy = copy_node(b->arena, n);

		html_append(to, copy);
		if (n->first) {
			n = n->first;
			to = copy;
			continue;
		}
		while (n != from && !n->next) {
			n = n->parent;
			to = to->parent;
		}
		n = n != from ? n->next : NULL;
	}
}

void
selected_copy_all(struct builder *b)
{
	for (size_t i = 0; i < b->n_mirrors; i++) {
		struct html_node *mirror, *option, *select = select_of(b, b->mirrors[i]);

		option = select ? selected_option(b, select, &mirror) : NULL;
		if (!option || mirror != b->mirrors[i])
			continue;
		mirror->first = mirror->last = NULL;
		copy_children(b, option, mirror);
	}
}

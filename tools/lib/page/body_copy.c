/* body_copy.c - elements of a body. */
#include "body_copy.h"

#include "../html/node.h"

struct html_node *
element_made(struct body_writer *w, enum tag tag)
{
	struct html_node *e = node_new(w->nodes, HTML_ELEMENT);

	e->ns = HTML_NS_HTML;
	e->tag = (uint16_t)tag;
	e->text = tag_name(tag);
	return e;
}

void
element_give_id(struct body_writer *w, struct html_node *e, struct str id)
{
	e->attrs = arena_alloc(w->nodes, 2 * sizeof(*e->attrs));
	e->attrs[e->n_attrs++] =
	    (struct html_attr){ .name = ATTR_ID, .key = STR("id"), .value = id };
}

/* The id of an element, or the last one that waits for a place. */
static struct str
take_id(struct body_writer *w, const struct html_node *e)
{
	struct str id = html_value(e, ATTR_ID);

	if (!id.n && e->tag == TAG_A)
		id = html_value(e, ATTR_NAME);
	if (id.n || !w->ids || e->tag == TAG_WBR)
		return id;
	id = w->ids->id;
	w->ids = w->ids->next;
	return id;
}

/* True for an element whose position is told: those that words stand in do not need it twice.
 */
static bool
tells_position(const struct html_node *e, const struct element_rule *rule)
{
	return rule->within[0] == 0 && rule->becomes != TAG_WBR &&
	       (rule->fate != FATE_INLINE || e->tag == TAG_A);
}

/* True for an element of which nothing is left but its words. */
static bool
is_for_words(const struct element_rule *rule)
{
	return rule->fate != FATE_VOID && rule->becomes != TAG_OBJECT &&
	       rule->becomes != TAG_VIDEO && rule->becomes != TAG_AUDIO;
}

/* May a copy have attributes besides its position? */
static bool
keeps_attributes(const struct html_node *e, const struct element_rule *rule, struct str id)
{
	return e->n_attrs || id.n || rule->attrs[0] == ATTR_CLASS || rule->becomes == TAG_BDO;
}

struct html_node *
element_copy(struct body_writer *w, const struct html_node *e, const struct element_rule *rule)
{
	static const struct html_attr by_offset = { .key = STR_INIT("data-at") };
	struct html_attr attrs[ATTRIBUTES];
	struct html_node *copy = element_made(w, rule->becomes);
	struct str id = take_id(w, e);
	bool at = tells_position(e, rule);
	uint32_t n = 0;

	copy->offset = e->offset;
	if (w->prose && is_for_words(rule)) {
		copy->attrs = (struct html_attr *)&by_offset;
		copy->n_attrs = at;
		return copy;
	}
	if (keeps_attributes(e, rule, id))
		n = copy_attributes(w->arena, e, rule, id, writer_top(w)->speech, attrs);
	if (!w->prose && at)
		attrs[n++] = (struct html_attr){ .name = ATTR_UNKNOWN,
			.key = STR("data-at"),
			.value = position_text(w->nodes, position_of(w->where, e->offset)) };
	if (!n)
		return copy;
	copy->n_attrs = n;
	copy->attrs = arena_alloc(w->nodes, n * sizeof(*attrs));
	memcpy(copy->attrs, attrs, n * sizeof(*attrs));
	return copy;
}

/* grammar_content.c - what may stand in an element, as an automaton over names. */
#include "../base/decimal.h"
#include "grammar_reading.h"

enum { MOST_DEPTH = 32, MOST_TIMES = 9999 };

/* A particle of a content model, which may be repeated. */
struct particle {
	struct schema_reading *reading;
	xmlNode *node;
	uint16_t *inner;
};

static bool
read_bounds(const xmlNode *node, struct automaton_part *part)
{
	struct str bounds[2] = { said(node, "minOccurs"), said(node, "maxOccurs") };
	uint64_t values[2] = { 1, 1 };

	for (int i = 0; i < 2; i++) {
		if (!bounds[i].p)
			continue;
		if (i == 1 && str_eq(bounds[i], STR("unbounded"))) {
			values[i] = AUTOMATON_UNBOUNDED;
			continue;
		}
		if (!decimal_take(&bounds[i], MOST_TIMES, &values[i]) || bounds[i].n)
			return false;
	}
	part->least = (unsigned)values[0];
	part->most = (unsigned)values[1];
	return part->least <= part->most;
}

/* An edge for a name, whose elements have a type. */
static bool
add_name(struct particle *p, struct automaton_draft *d, unsigned from, unsigned to,
    unsigned name, unsigned type)
{
	if (!name || (p->inner[name] && p->inner[name] != type))
		return false;
	p->inner[name] = (uint16_t)type;
	automaton_edge(d, from, to, name, name);
	return true;
}

static bool
build_element(struct particle *p, struct automaton_draft *d, unsigned from, unsigned to)
{
	struct schema_reading *r = p->reading;
	struct str ref = said(p->node, "ref");
	xmlNode *element = p->node;
	const struct schema_document *document;
	unsigned space;

	if (ref.p) {
		if (!has_only(p->node, " ref minOccurs maxOccurs ", " "))
			return false;
		element = referred(r, p->node, ref, "element", NULL);
	}
	if (!element)
		return false;
	document = document_of(r, element);
	space = document->qualified || ref.p ? document->space : 0;
	return add_name(p, d, from, to,
	    name_find(&r->grammar->elements, space, said(element, "name")),
	    element_type_of(r, element));
}

/* A wildcard for namespaces that no document of the schema is of. */
static bool
build_any(struct particle *p, struct automaton_draft *d, unsigned from, unsigned to)
{
	struct str spaces = said(p->node, "namespace"), space;
	struct grammar *g = p->reading->grammar;
	bool good = spaces.n && str_eq(said(p->node, "processContents"), STR("skip")) &&
	            has_only(p->node, " namespace processContents minOccurs maxOccurs ", " ");

	while (good && str_token(&spaces, &space)) {
		unsigned number = grammar_space(g, space);

		for (size_t i = 0; i < p->reading->n_documents; i++)
			good = good && p->reading->documents[i].space != number;
		good = good && number && *space.p != '#' &&
		       add_name(p, d, from, to, name_find(&g->elements, number, STR("*")),
			   element_type_plain(g, TYPE_SKIPPED, NULL));
	}
	return good;
}

static bool build_particle(
    struct particle *p, struct automaton_draft *d, unsigned from, unsigned to);

/* The particles in a node, one after another or one of them. */
static bool
build_inside(struct particle *p, struct automaton_draft *d, unsigned from, unsigned to)
{
	bool choice = is_schema_node(p->node, "choice");

	for (xmlNode *n = inside(p->node); n; n = after(n)) {
		struct particle inner = { p->reading, n, p->inner };
		unsigned next = choice ? to : automaton_state(d);

		if (!build_particle(&inner, d, from, next))
			return false;
		if (!choice)
			from = next;
	}
	if (!choice)
		automaton_silent(d, from, to);
	return true;
}

static bool
build_group(struct particle *p, struct automaton_draft *d, unsigned from, unsigned to)
{
	const xmlNode *group =
	    referred(p->reading, p->node, said(p->node, "ref"), "group", NULL);
	struct particle inner = { p->reading, NULL, p->inner };

	if (!group || !has_only(p->node, " ref minOccurs maxOccurs ", " ") ||
	    !has_only(group, " name ", " sequence choice "))
		return false;
	inner.node = inside(group);
	return inner.node && !after(inner.node) && build_particle(&inner, d, from, to);
}

/* automaton_part: build */
static bool
build_once(void *context, struct automaton_draft *d, unsigned from, unsigned to)
{
	struct particle *p = context;

	if (is_schema_node(p->node, "element"))
		return build_element(p, d, from, to);
	if (is_schema_node(p->node, "any"))
		return build_any(p, d, from, to);
	if (is_schema_node(p->node, "group"))
		return build_group(p, d, from, to);
	return (is_schema_node(p->node, "sequence") || is_schema_node(p->node, "choice")) &&
	       has_only(
		   p->node, " minOccurs maxOccurs ", " element any group sequence choice ") &&
	       build_inside(p, d, from, to);
}

static bool
build_particle(struct particle *p, struct automaton_draft *d, unsigned from, unsigned to)
{
	struct automaton_part part = { .build = build_once, .context = p };
	bool good;

	if (!read_bounds(p->node, &part) || ++p->reading->depth > MOST_DEPTH)
		return false;
	good = automaton_repeat(d, from, to, &part);
	p->reading->depth--;
	return good;
}

bool
content_build(struct schema_reading *r, xmlNode *particle, struct automaton_draft *d,
    unsigned from, unsigned to, uint16_t *inner)
{
	struct particle p = { r, particle, inner };

	return build_particle(&p, d, from, to);
}

/* grammar_type.c - the types of elements: their attributes and their content. */
#include <stdlib.h>

#include "../base/memory.h"
#include "grammar_reading.h"

enum { MOST_DEPTH = 32 };

/* A complex type half read, over its base types. */
struct complex {
	struct schema_reading *reading;
	struct element_type *type;
	struct automaton_draft draft;
	unsigned at, depth; /* where the content goes on; of extensions and groups */
	uint16_t *inner;
	uint8_t *use_of;
	unsigned n_uses;
	bool mixed, has_content;
};

/* Add a type, and return its number; 0 when there are too many. */
static unsigned
add_type(struct grammar *g, enum type_kind kind)
{
	size_t cap = g->cap_types;

	if (g->n_types == MOST_TYPES)
		return 0;
	g->types = x_grow(g->types, &cap, g->n_types + 1, sizeof(*g->types));
	g->cap_types = (unsigned)cap;
	g->types[g->n_types] = arena_zalloc(&g->arena, sizeof(**g->types));
	g->types[g->n_types]->kind = kind;
	return g->n_types++;
}

static bool
add_use(struct complex *c, const xmlNode *node)
{
	struct grammar *g = c->reading->grammar;
	unsigned name = name_find(&g->attributes, 0, said(node, "name"));
	struct str use = said(node, "use");

	if (!has_only(node, " name type use fixed ", " simpleType ") || !name ||
	    c->use_of[name] || c->n_uses == MOST_USES)
		return false;
	if (str_eq(use, STR("prohibited")))
		return true;
	if (str_eq(use, STR("required")))
		c->type->required |= (uint64_t)1 << c->n_uses;
	c->type->uses[c->n_uses] = value_type_of(c->reading, node);
	c->use_of[name] = (uint8_t)++c->n_uses;
	return !use.p || str_eq(use, STR("required")) || str_eq(use, STR("optional"));
}

/* Take the attributes that stand in a node from a child on. */
static bool
add_uses(struct complex *c, const xmlNode *n)
{
	bool good = ++c->depth <= MOST_DEPTH;

	for (; n && good; n = after(n)) {
		const xmlNode *group = n;

		if (is_schema_node(n, "attribute")) {
			good = add_use(c, n);
			continue;
		}
		group = referred(c->reading, n, said(n, "ref"), "attributeGroup", NULL);
		good = group && is_schema_node(n, "attributeGroup") &&
		       has_only(n, " ref ", " ") &&
		       has_only(group, " name ", " attribute attributeGroup ") &&
		       add_uses(c, inside(group));
	}
	c->depth--;
	return good;
}

/* Take the particle and the attributes of a complexType or extension. */
static bool
add_model(struct complex *c, const xmlNode *node)
{
	xmlNode *n = inside(node);

	if (n && (is_schema_node(n, "sequence") || is_schema_node(n, "choice") ||
		     is_schema_node(n, "group"))) {
		unsigned next = automaton_state(&c->draft);

		if (!content_build(c->reading, n, &c->draft, c->at, next, c->inner))
			return false;
		c->at = next;
		c->has_content = true;
		n = after(n);
	}
	return add_uses(c, n);
}

static bool add_complex(struct complex *c, const xmlNode *type);

/* An extension of a type with simple content, or of a simple type. */
static bool
add_simple_extension(struct complex *c, const xmlNode *extension)
{
	struct str base = said(extension, "base");
	const xmlNode *type = referred(c->reading, extension, base, "complexType", NULL);

	if (!has_only(extension, " base ", " attribute attributeGroup "))
		return false;
	if (type && !(add_complex(c, type) && c->type->kind == TYPE_SIMPLE))
		return false;
	if (!type)
		c->type->value = value_type_named(c->reading, extension, base);
	c->type->kind = TYPE_SIMPLE;
	return add_uses(c, inside(extension));
}

/* An extension that adds to the content of another type. It is mixed like that one. */
static bool
add_extension(struct complex *c, const xmlNode *extension, bool mixed)
{
	const xmlNode *base =
	    referred(c->reading, extension, said(extension, "base"), "complexType", NULL);
	bool had_content;

	if (!base ||
	    !has_only(extension, " base ", " sequence choice group attribute attributeGroup "))
		return false;
	if (!add_complex(c, base) || c->type->kind == TYPE_SIMPLE)
		return false;
	had_content = c->has_content;
	c->has_content = false;
	if (!add_model(c, extension) || (c->has_content && had_content && c->mixed != mixed))
		return false;
	if (c->has_content && !had_content)
		c->mixed = mixed;
	c->has_content = c->has_content || had_content;
	return true;
}

static bool
is_true(struct str s)
{
	return str_eq(s, STR("true"));
}

/* Take a complex type: its base first. */
static bool
add_complex(struct complex *c, const xmlNode *type)
{
	const xmlNode *content = inside(type), *extension;
	struct str mixed = said(type, "mixed");
	bool good;

	if ((mixed.p && !is_true(mixed)) || ++c->depth > MOST_DEPTH ||
	    !has_only(type, " name mixed ",
		" sequence choice group attribute attributeGroup simpleContent "
		"complexContent "))
		return false;
	extension = content ? inside(content) : NULL;
	if (content && is_schema_node(content, "simpleContent"))
		good = !after(content) && !mixed.p && has_only(content, " ", " extension ") &&
		       extension && add_simple_extension(c, extension);
	else if (content && is_schema_node(content, "complexContent"))
		good = !after(content) && has_only(content, " ", " extension ") && extension &&
		       add_extension(c, extension, is_true(mixed));
	else {
		c->mixed = is_true(mixed);
		good = add_model(c, type);
	}
	c->depth--;
	return good;
}

/* Put what was read into the type; what is not known of it stays TYPE_UNKNOWN. */
static void
finish(struct complex *c)
{
	struct grammar *g = c->reading->grammar;
	struct element_type *t = c->type;
	unsigned last = c->at;

	t->inner = c->inner;
	t->use_of = c->use_of;
	if (t->kind == TYPE_SIMPLE)
		return;
	if (c->has_content) {
		t->content = automaton_make(&g->arena, &c->draft, 0, last, g->elements.n + 1);
		if (!t->content)
			return;
	}
	t->kind = c->mixed ? TYPE_MIXED : TYPE_ELEMENTS;
}

/* Read a complex type, when its turn comes. */
static void
read_complex(struct schema_reading *r, const xmlNode *node, struct element_type *type)
{
	struct arena *a = &r->grammar->arena;
	struct complex c = { .reading = r, .type = type };

	c.inner = arena_zalloc(a, (r->grammar->elements.n + 1) * sizeof(*c.inner));
	c.use_of = arena_zalloc(a, r->grammar->attributes.n + 1);
	type->uses = arena_zalloc(a, MOST_USES * sizeof(*type->uses));
	c.at = automaton_state(&c.draft);
	if (!add_complex(&c, node))
		type->kind = TYPE_UNKNOWN;
	else
		finish(&c);
	automaton_draft_free(&c.draft);
}

unsigned
element_type_plain(struct grammar *g, enum type_kind kind, const struct value_type *value)
{
	unsigned number;

	for (unsigned i = 1; i < g->n_types; i++)
		if (g->types[i]->kind == kind && g->types[i]->value == value &&
		    !g->types[i]->use_of)
			return i;
	number = add_type(g, kind);
	if (number)
		g->types[number]->value = value;
	return number;
}

/* The number of a complex type, which is noted at its node: types contain each other, so that
 * each waits to be read until another has been. */
static unsigned
complex_type(struct schema_reading *r, xmlNode *node)
{
	unsigned number = (unsigned)(uintptr_t)node->_private;

	if (number)
		return number;
	number = add_type(r->grammar, TYPE_UNKNOWN);
	node->_private = (void *)(uintptr_t)number;
	r->waiting = x_grow(r->waiting, &r->cap_waiting, r->n_waiting + 1, sizeof(*r->waiting));
	r->waiting[r->n_waiting++] = node;
	return number;
}

void
element_types_read(struct schema_reading *r)
{
	for (size_t i = 0; i < r->n_waiting; i++) {
		const xmlNode *node = r->waiting[i];

		read_complex(r, node, r->grammar->types[(uintptr_t)node->_private]);
	}
	free(r->waiting);
}

static unsigned
find_type(struct schema_reading *r, const xmlNode *element)
{
	struct str name = said(element, "type");
	xmlNode *inner = inside(element), *type = NULL;

	if (!has_only(element, " name type minOccurs maxOccurs ", " simpleType complexType ") ||
	    !name.p == !inner || (inner && after(inner)))
		return element_type_plain(r->grammar, TYPE_UNKNOWN, NULL);
	if (name.p)
		type = referred(r, element, name, "complexType", NULL);
	if (inner && is_schema_node(inner, "complexType"))
		type = inner;
	return type ? complex_type(r, type)
	            : element_type_plain(r->grammar, TYPE_SIMPLE, value_type_of(r, element));
}

unsigned
element_type_of(struct schema_reading *r, xmlNode *element)
{
	if (!element->_private)
		element->_private = (void *)(uintptr_t)find_type(r, element);
	return (unsigned)(uintptr_t)element->_private;
}

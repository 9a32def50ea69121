/* grammar.c - a document against the tables of a schema. */
#include "grammar.h"

#include "../base/memory.h"
#include "grammar_reading.h"

enum { MOST_SKIPPED = 10000 };

static unsigned
hash(unsigned space, struct str name)
{
	unsigned char first = (unsigned char)name.p[0],
		      last = (unsigned char)name.p[name.n - 1];
	unsigned char middle = (unsigned char)name.p[name.n / 2];

	return (space * 101u + (unsigned)name.n * 29u + first * 5u + middle * 311u +
		   last * 1031u) %
	       NAME_SLOTS;
}

static bool
is_name(const struct name *n, unsigned space, struct str name)
{
	return n->space == space && str_eq(n->name, name);
}

/* The slot of a name, or the free one where it belongs. */
static unsigned
slot_of(const struct name_table *t, unsigned space, struct str name)
{
	unsigned i = hash(space, name);

	while (t->slots[i] && !is_name(&t->names[t->slots[i]], space, name))
		i = (i + 1) % NAME_SLOTS;
	return i;
}

unsigned
name_find(const struct name_table *t, unsigned space, struct str name)
{
	return t->slots && name.n ? t->slots[slot_of(t, space, name)] : 0;
}

unsigned
name_add(struct grammar *g, struct name_table *t, unsigned space, struct str name)
{
	uint16_t *slot;

	if (!t->slots) {
		t->slots = arena_zalloc(&g->arena, NAME_SLOTS * sizeof(*t->slots));
		t->names = arena_zalloc(&g->arena, MOST_NAMES * sizeof(*t->names));
	}
	if (!name.n || t->n + 1 == MOST_NAMES)
		return 0;
	slot = &t->slots[slot_of(t, space, name)];
	if (!*slot) {
		*slot = (uint16_t)++t->n;
		t->names[*slot] = (struct name){ arena_str(&g->arena, name), space };
	}
	return *slot;
}

void
grammar_walk_start(struct grammar_walk *w, const struct grammar *g)
{
	w->grammar = g;
	w->n = 0;
	w->space = (struct str){ 0 };
	w->space_number = 0;
	w->n_skipped = 0;
	w->value = (struct buffer){ 0 };
}

void
grammar_walk_end(struct grammar_walk *w)
{
	buffer_free(&w->value);
}

/* The number of a tag's name, or that of a wildcard for its namespace. */
static unsigned
name_of(struct grammar_walk *w, const struct xml_tag *tag)
{
	const struct name_table *names = &w->grammar->elements;
	unsigned name;

	if (tag->space.p != w->space.p || tag->space.n != w->space.n) {
		w->space = tag->space;
		w->space_number = grammar_space(w->grammar, tag->space);
		if (!w->space_number && tag->space.n)
			w->space_number = MOST_SPACES; /* which nothing is in */
	}
	name = name_find(names, w->space_number, tag->name);
	return name ? name : name_find(names, w->space_number, STR("*"));
}

/* The type of the element that a tag starts, which may stand here; 0: not surely. */
static unsigned
type_of(struct grammar_walk *w, const struct xml_tag *tag)
{
	const struct grammar *g = w->grammar;
	const struct element_type *around;
	unsigned name = name_of(w, tag), state;

	if (!w->n)
		return g->roots[name];
	around = g->types[w->open[w->n - 1].type];
	if (!name || !around->content)
		return 0;
	state = automaton_next(around->content, w->open[w->n - 1].state, name);
	w->open[w->n - 1].state = (uint16_t)state;
	return state ? around->inner[name] : 0;
}

static bool
has_good_attributes(
    const struct grammar *g, const struct element_type *t, const struct xml_tag *tag)
{
	uint64_t seen = 0;

	for (int i = 0; i < tag->n; i++) {
		const struct xml_attribute *a = &tag->attributes[i];
		unsigned name = name_find(&g->attributes, 0, a->name), use;

		if (!name || !(use = t->use_of[name]) ||
		    !value_is_good(t->uses[use - 1], a->value))
			return false;
		seen |= (uint64_t)1 << (use - 1);
	}
	return (seen & t->required) == t->required;
}

/* A tag in content that is skipped, or that starts it. */
static bool
skip(struct grammar_walk *w, const struct xml_tag *tag)
{
	w->n_skipped += 1 + (unsigned)tag->n;
	return w->n_skipped <= MOST_SKIPPED;
}

bool
grammar_enter(struct grammar_walk *w, const struct xml_tag *tag)
{
	const struct element_type *t;
	unsigned type;

	if (w->n && w->grammar->types[w->open[w->n - 1].type]->kind == TYPE_SKIPPED)
		type = w->open[w->n - 1].type;
	else
		type = type_of(w, tag);
	if (!type)
		return false;
	w->open[w->n].type = (uint16_t)type;
	w->open[w->n++].state = 1;
	t = w->grammar->types[type];
	w->value.n = 0;
	switch (t->kind) {
	case TYPE_UNKNOWN: return false;
	case TYPE_SKIPPED: return skip(w, tag);
	case TYPE_SIMPLE:
		if (!t->use_of)
			return tag->n == 0;
		break;
	case TYPE_ELEMENTS:
	case TYPE_MIXED: break;
	}
	return has_good_attributes(w->grammar, t, tag);
}

bool
grammar_text(struct grammar_walk *w, struct str text)
{
	const struct element_type *t = w->grammar->types[w->open[w->n - 1].type];

	switch (t->kind) {
	case TYPE_UNKNOWN: return false;
	case TYPE_MIXED:
	case TYPE_SKIPPED: return true;
	case TYPE_SIMPLE:
		if (!t->value->any)
			buffer_add(&w->value, text);
		return true;
	case TYPE_ELEMENTS: return t->content && str_is_white(text);
	}
	return false;
}

bool
grammar_leave(struct grammar_walk *w)
{
	const struct element_type *t = w->grammar->types[w->open[--w->n].type];

	switch (t->kind) {
	case TYPE_UNKNOWN: return false;
	case TYPE_SKIPPED: return true;
	case TYPE_SIMPLE: return value_is_good(t->value, buffer_str(&w->value));
	case TYPE_ELEMENTS:
	case TYPE_MIXED: return !t->content || t->content->accepts[w->open[w->n].state];
	}
	return false;
}

/* canonical_listener: start */
static bool
start(void *context, const struct xml_tag *tag, const char *until)
{
	(void)until;
	return grammar_enter(context, tag);
}

static bool
text(void *context, struct str s)
{
	return grammar_text(context, s);
}

static bool
end(void *context)
{
	return grammar_leave(context);
}

bool
grammar_accepts(const struct grammar *g, struct str xml)
{
	struct grammar_walk w;
	const struct canonical_listener listener = { &w, start, text, end };
	bool accepts;

	grammar_walk_start(&w, g);
	accepts = canonical_read(xml, &listener);
	grammar_walk_end(&w);
	return accepts;
}

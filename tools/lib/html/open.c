/* open.c - the stack of open elements. */
#include "open.h"

#include <search.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "formatting.h"

#define S (TRAIT_SPECIAL | TRAIT_BLOCK)

const uint8_t open_traits[N_TAGS] = {
	[TAG_ADDRESS] = TRAIT_SPECIAL,
	[TAG_APPLET] = S | TRAIT_SCOPE,
	[TAG_AREA] = S,
	[TAG_ARTICLE] = S,
	[TAG_ASIDE] = S,
	[TAG_BASE] = S,
	[TAG_BASEFONT] = S,
	[TAG_BGSOUND] = S,
	[TAG_BLOCKQUOTE] = S,
	[TAG_BODY] = S,
	[TAG_BR] = S,
	[TAG_BUTTON] = S | TRAIT_BUTTON,
	[TAG_CAPTION] = S | TRAIT_SCOPE,
	[TAG_CENTER] = S,
	[TAG_COL] = S,
	[TAG_COLGROUP] = S,
	[TAG_DD] = S | TRAIT_IMPLIED,
	[TAG_DETAILS] = S,
	[TAG_DIR] = S,
	[TAG_DIV] = TRAIT_SPECIAL,
	[TAG_DL] = S,
	[TAG_DT] = S | TRAIT_IMPLIED,
	[TAG_EMBED] = S,
	[TAG_FIELDSET] = S,
	[TAG_FIGCAPTION] = S,
	[TAG_FIGURE] = S,
	[TAG_FOOTER] = S,
	[TAG_FORM] = S,
	[TAG_FRAME] = S,
	[TAG_FRAMESET] = S,
	[TAG_H1] = S,
	[TAG_H2] = S,
	[TAG_H3] = S,
	[TAG_H4] = S,
	[TAG_H5] = S,
	[TAG_H6] = S,
	[TAG_HEAD] = S,
	[TAG_HEADER] = S,
	[TAG_HGROUP] = S,
	[TAG_HR] = S,
	[TAG_HTML] = S | TRAIT_SCOPE | TRAIT_TABLE,
	[TAG_IFRAME] = S,
	[TAG_IMG] = S,
	[TAG_INPUT] = S,
	[TAG_KEYGEN] = S,
	[TAG_LI] = S | TRAIT_IMPLIED,
	[TAG_LINK] = S,
	[TAG_LISTING] = S,
	[TAG_MAIN] = S,
	[TAG_MARQUEE] = S | TRAIT_SCOPE,
	[TAG_MENU] = S,
	[TAG_META] = S,
	[TAG_NAV] = S,
	[TAG_NOEMBED] = S,
	[TAG_NOFRAMES] = S,
	[TAG_NOSCRIPT] = S,
	[TAG_OBJECT] = S | TRAIT_SCOPE,
	[TAG_OL] = S | TRAIT_LIST,
	[TAG_OPTGROUP] = TRAIT_IMPLIED,
	[TAG_OPTION] = TRAIT_IMPLIED,
	[TAG_P] = TRAIT_SPECIAL | TRAIT_IMPLIED,
	[TAG_PARAM] = S,
	[TAG_PLAINTEXT] = S,
	[TAG_PRE] = S,
	[TAG_RB] = TRAIT_IMPLIED,
	[TAG_RP] = TRAIT_IMPLIED,
	[TAG_RT] = TRAIT_IMPLIED,
	[TAG_RTC] = TRAIT_IMPLIED,
	[TAG_SCRIPT] = S,
	[TAG_SEARCH] = S,
	[TAG_SECTION] = S,
	[TAG_SELECT] = S | TRAIT_SCOPE,
	[TAG_SOURCE] = S,
	[TAG_STYLE] = S,
	[TAG_SUMMARY] = S,
	[TAG_TABLE] = S | TRAIT_SCOPE | TRAIT_TABLE,
	[TAG_TBODY] = S,
	[TAG_TD] = S | TRAIT_SCOPE,
	[TAG_TEMPLATE] = S | TRAIT_SCOPE | TRAIT_TABLE,
	[TAG_TEXTAREA] = S,
	[TAG_TFOOT] = S,
	[TAG_TH] = S | TRAIT_SCOPE,
	[TAG_THEAD] = S,
	[TAG_TITLE] = S,
	[TAG_TR] = S,
	[TAG_TRACK] = S,
	[TAG_UL] = S | TRAIT_LIST,
	[TAG_WBR] = S,
	[TAG_XMP] = S,
};

struct unknown {
	struct str name;
	uint32_t number;
};

static int
compare_unknown(const void *a, const void *b)
{
	return str_cmp(((const struct unknown *)a)->name, ((const struct unknown *)b)->name);
}

static void
keep_unknown(void *unknown)
{
	(void)unknown; /* in the arena */
}

void
open_init(struct open_stack *s, struct arena *a, struct html_node *document)
{
	*s = (struct open_stack){ .arena = a, .n_names = N_TAGS, .n_newest = 2 * N_TAGS };
	s->newest = x_calloc(s->n_newest, sizeof(*s->newest));
	s->entries = x_grow(NULL, &s->cap, 64, sizeof(*s->entries));
	s->entries[0] = (struct open){ .node = document };
}

void
open_free(struct open_stack *s)
{
	tdestroy(s->unknown, keep_unknown);
	free(s->newest);
	free(s->entries);
}

/* The number of a name that has no tag. */
static uint32_t
unknown_number(struct open_stack *s, struct str name)
{
	struct unknown key = { name, 0 }, *u,
		       **found = tfind(&key, &s->unknown, compare_unknown);
	size_t had = s->n_newest;

	if (found)
		return (*found)->number;
	u = arena_alloc(s->arena, sizeof(*u));
	*u = (struct unknown){ name, s->n_names++ };
	if (!tsearch(u, &s->unknown, compare_unknown))
		memory_exhausted();
	if (2 * (size_t)s->n_names > had) {
		s->newest =
		    x_grow(s->newest, &s->n_newest, 2 * (size_t)s->n_names, sizeof(*s->newest));
		memset(s->newest + had, 0, (s->n_newest - had) * sizeof(*s->newest));
	}
	return u->number;
}

uint32_t
open_name(struct open_stack *s, enum tag tag, struct str name, bool foreign)
{
	return 2 * (tag != TAG_UNKNOWN ? (uint32_t)tag : unknown_number(s, name)) + foreign;
}

uint32_t
open_last(struct open_stack *s, enum tag tag, struct str name, bool foreign)
{
	uint32_t number = open_name(s, tag, name, foreign);

	return s->newest[number];
}

/* The traits of an SVG or MathML element (sections 13.2.4.2 and 13.2.4.3). */
static uint8_t
foreign_traits(const struct html_node *n)
{
	switch (n->tag) {
	case TAG_MI:
	case TAG_MO:
	case TAG_MN:
	case TAG_MS:
	case TAG_MTEXT:
	case TAG_ANNOTATION_XML: return n->ns == HTML_NS_MATHML ? S | TRAIT_SCOPE : 0;
	case TAG_FOREIGNOBJECT:
	case TAG_DESC:
	case TAG_TITLE: return n->ns == HTML_NS_SVG ? S | TRAIT_SCOPE : 0;
	default: return 0;
	}
}

void
open_place(struct open_stack *s, uint32_t i, struct html_node *node, uint32_t name,
    struct formatting *formatting)
{
	struct open *e = &s->entries[i];
	bool foreign = name & 1;
	uint8_t traits = foreign ? foreign_traits(node) : open_traits[node->tag];

	*e = e[-1];
	e->node = node;
	e->formatting = formatting;
	e->name = name;
	e->below = s->newest[name];
	s->newest[name] = i;
	s->depth = i;
	if (formatting)
		formatting->open = i;
	if (!foreign)
		e->html = i;
	if (!traits)
		return;
	if (traits & TRAIT_SCOPE)
		e->scope = e->button = e->list = i;
	if (traits & TRAIT_BUTTON)
		e->button = i;
	if (traits & TRAIT_LIST)
		e->list = i;
	if (traits & TRAIT_TABLE)
		e->table = i;
	if (traits & TRAIT_SPECIAL)
		e->special = i;
	if (traits & TRAIT_BLOCK)
		e->block = i;
}

void
open_replace(struct open_stack *s, uint32_t i, uint32_t from)
{
	const struct open *e = &s->entries[from];

	open_place(s, i, e->node, e->name, e->formatting);
}

void
open_push(struct open_stack *s, struct html_node *node, uint32_t name)
{
	if (s->depth + 1 == s->cap)
		s->entries = x_grow(s->entries, &s->cap, s->cap + 1, sizeof(*s->entries));
	open_place(s, s->depth + 1, node, name, NULL);
}

void
open_unlink(struct open_stack *s, uint32_t index)
{
	for (; s->depth >= index; s->depth--)
		s->newest[open_top(s)->name] = open_top(s)->below;
}

void
open_pop_to(struct open_stack *s, uint32_t index)
{
	for (; s->depth >= index; s->depth--) {
		const struct open *e = open_top(s);

		s->newest[e->name] = e->below;
		if (e->formatting)
			e->formatting->open = 0;
	}
}

void
open_remove(struct open_stack *s, uint32_t index)
{
	uint32_t depth = s->depth;

	if (s->entries[index].formatting)
		s->entries[index].formatting->open = 0;
	open_unlink(s, index);
	for (uint32_t i = index; i < depth; i++)
		open_replace(s, i, i + 1);
}

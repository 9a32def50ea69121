/* fragments.c - a body as a row of fingerprints. */
#include "fragments.h"

#include <stdlib.h>

#include "../base/buffer.h"
#include "../base/hash.h"
#include "../base/identify.h"
#include "../base/memory.h"
#include "../page/count.h"
#include "../page/fold.h"
#include "../page/tour.h"
#include "passages.h"

enum {
	LEAST_BESIDE = 7, /* words of a line beside the body that make it a passage */
	LEAST_CODE = 4,   /* bytes of code that can tell pages apart */
	SHAPE = 6,        /* fragments in a row that make a shape */
};

/* The fingerprints of different things differ. */
enum seed { SEED_TEXT = 1, SEED_IMAGE, SEED_ANCHOR, SEED_CODE, SEED_ADDRESS, SEED_SHAPE };

struct reading {
	const struct page *page;
	struct fragments *out;
	struct arena arena;
	struct buffer text, prose, code; /* of the fragment on its way; prose is without code */
	struct passages passages;
	const struct html_node *block; /* that the fragment stands in */
	struct position at;            /* of the last element that says where it is */
	struct position start;         /* of the fragment */
	const struct anchor *anchor;   /* the next */
	uint64_t *features;
	size_t n_features, features_cap;
	unsigned code_depth;
};

static void
add_feature(struct reading *r, uint64_t print)
{
	r->features = x_grow(r->features, &r->features_cap, r->n_features + 1, sizeof(print));
	r->features[r->n_features++] = print;
}

static struct fragment *
add(struct reading *r, enum fragment_kind kind, uint64_t print, struct position at)
{
	struct fragments *p = r->out;

	p->rows = x_grow(p->rows, &p->cap, p->n + 1, sizeof(*p->rows));
	p->rows[p->n] = (struct fragment){ .print = print, .at = at, .kind = (uint8_t)kind };
	return &p->rows[p->n++];
}

/* Names that programs give count on: "id-1.9.17", "idm14814", "toc3". */
static bool
is_given(struct str name)
{
	size_t letters = 0, digits = 0;

	for (size_t i = 0; i < name.n; i++) {
		letters += is_alpha(name.p[i]);
		digits += is_digit(name.p[i]);
	}
	return letters > 3 * digits;
}

static bool
is_before(struct position a, struct position b)
{
	return a.line < b.line || (a.line == b.line && a.column <= b.column);
}

/* Put down the anchors that stand before a place. */
static void
add_anchors(struct reading *r, struct position before)
{
	for (; r->anchor && is_before(r->anchor->at, before); r->anchor = r->anchor->next) {
		uint64_t print = hash_str(SEED_ANCHOR, r->anchor->name);

		if (!is_given(r->anchor->name))
			continue;
		add(r, FRAGMENT_ANCHOR, print, r->anchor->at);
		add_feature(r, print);
	}
}

static struct str
attribute(const struct html_node *e, struct str name)
{
	for (uint32_t i = 0; i < e->n_attrs; i++)
		if (str_eq(e->attrs[i].key, name))
			return e->attrs[i].value;
	return (struct str){ 0 };
}

static void
read_position(struct reading *r, const struct html_node *e)
{
	struct position at = position_read(attribute(e, STR("data-at")));

	if (at.line)
		r->at = at;
}

static enum fragment_kind
kind_of_block(const struct html_node *e)
{
	if (e->kind != HTML_ELEMENT || e->ns != HTML_NS_HTML)
		return FRAGMENT_PARAGRAPH;
	switch (e->tag) {
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6: return FRAGMENT_HEADING;
	case TAG_LI:
	case TAG_DT:
	case TAG_DD: return FRAGMENT_ENTRY;
	case TAG_TD:
	case TAG_TH: return FRAGMENT_CELL;
	case TAG_PRE: return FRAGMENT_CODE;
	default: return FRAGMENT_PARAGRAPH;
	}
}

static bool
is_code(const struct html_node *e)
{
	if (e->ns != HTML_NS_HTML)
		return true;
	switch (e->tag) {
	case TAG_CODE:
	case TAG_KBD:
	case TAG_SAMP:
	case TAG_TT:
	case TAG_VAR:
	case TAG_PRE: return true;
	default: return false;
	}
}

/* What the nearest element around a node, or itself, declares. */
static struct str
lang_of(const struct html_node *n)
{
	struct str lang = { 0 };

	for (; n->kind == HTML_ELEMENT && !lang.n; n = n->parent)
		lang = attribute(n, STR("lang"));
	return lang;
}

/* Keep the prose of the last fragment until all is there to tell what language to expect. */
static void
read_prose(struct reading *r, struct fragment *p, struct str prose, struct str lang)
{
	uint32_t words = words_of(prose);

	if (!words || p->kind == FRAGMENT_CODE)
		return;
	p->words = words < UINT16_MAX ? (uint16_t)words : UINT16_MAX;
	p->flags |= is_filler(prose) ? FRAGMENT_FILLER : FRAGMENT_PROSE;
	if (p->flags & FRAGMENT_PROSE)
		passages_add(&r->passages, (size_t)(p - r->out->rows), prose, lang);
}

/* End the fragment on its way. */
static void
flush(struct reading *r)
{
	struct str text = fold(&r->arena, buffer_str(&r->text));
	enum fragment_kind kind;
	struct fragment *p;

	if (text.n) {
		kind = kind_of_block(r->block);
		p = add(r, kind, hash_str(SEED_TEXT, text), r->start);
		read_prose(r, p, fold(&r->arena, buffer_str(&r->prose)), lang_of(r->block));
		if (kind == FRAGMENT_CODE)
			add_feature(r, p->print);
	}
	r->text.n = r->prose.n = 0;
	r->block = NULL;
	arena_reset(&r->arena);
}

/* A file name says what an image shows; its folder may be the language's. */
static void
add_image(struct reading *r, const struct html_node *e)
{
	struct str src = attribute(e, STR("src"));
	size_t n = 0;

	src = str_part(src, 0, str_find_char(src, '?', 0));
	for (size_t i = 0; i < src.n; i++)
		if (src.p[i] == '/')
			n = i + 1;
	src = str_part(src, n, src.n);
	if (!src.n)
		return;
	add(r, FRAGMENT_IMAGE, hash_str(SEED_IMAGE, src), r->at);
	add_feature(r, hash_str(SEED_IMAGE, src));
}

static void
enter(struct reading *r, const struct html_node *e)
{
	if (!is_phrasing(e))
		flush(r);
	read_position(r, e);
	if (!is_phrasing(e)) {
		add_anchors(r, r->at);
	} else if (html_is(e, TAG_IMG)) {
		add_image(r, e);
	} else if (html_is(e, TAG_BR)) {
		buffer_char(&r->text, ' ');
		buffer_char(&r->prose, ' ');
	}
	if (is_code(e) && r->code_depth++ == 0)
		r->code.n = 0;
}

static void
leave(struct reading *r, const struct html_node *e)
{
	struct str code;

	if (is_code(e) && --r->code_depth == 0) {
		code = str_trim(buffer_str(&r->code));
		if (code.n >= LEAST_CODE)
			add_feature(r, hash_str(SEED_CODE, code));
		buffer_char(&r->prose, ' ');
	}
	if (!is_phrasing(e))
		flush(r);
}

static void
read_text(struct reading *r, const struct html_node *text)
{
	const struct html_node *block = text->parent;

	if (!r->block && !text_is_white(text->text)) {
		while (block->kind == HTML_ELEMENT && is_phrasing(block))
			block = block->parent;
		r->block = block;
		r->start = r->at;
	}
	buffer_add(&r->text, text->text);
	buffer_add(r->code_depth ? &r->code : &r->prose, text->text);
}

/* Addresses out of the site are the same in each language. */
static void
add_addresses(struct reading *r)
{
	for (const struct ref *ref = r->page->refs; ref; ref = ref->next)
		if (ref->link.state == STATE_OUTSIDE && str_eq(ref->element, STR("a")))
			add_feature(r, hash_str(SEED_ADDRESS, ref->link.href));
}

/* What follows what. */
static void
add_shapes(struct reading *r)
{
	const struct fragments *p = r->out;
	uint64_t whole = SEED_SHAPE;
	uint8_t last[SHAPE] = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (p->rows[i].kind == FRAGMENT_ANCHOR)
			continue;
		memmove(last, last + 1, SHAPE - 1);
		last[SHAPE - 1] = (uint8_t)(p->rows[i].kind + 1);
		whole = hash_mix(whole, last[SHAPE - 1]);
		if (++n >= SHAPE)
			add_feature(
			    r, hash_str(SEED_SHAPE, (struct str){ (char *)last, SHAPE }));
	}
	if (n > SHAPE)
		add_feature(r, whole);
}

bool
is_passage(const struct part *part, struct str line)
{
	return (part->role == PART_REGION || part->role == PART_COMPLEMENTARY) &&
	       words_of(line) >= LEAST_BESIDE;
}

/* What stands beside the body, such as sidebars, and is no label only. */
static void
read_part(struct reading *r, const struct part *part)
{
	for (size_t from = 0, end; from < part->text.n; from = end + 1) {
		struct str line;
		struct fragment *p;

		end = str_find_char(part->text, '\n', from);
		line = fold(&r->arena, str_part(part->text, from, end));
		if (!is_passage(part, line))
			continue;
		p = add(r, FRAGMENT_PARAGRAPH, hash_str(SEED_TEXT, line), part->at);
		p->flags = FRAGMENT_BESIDE | (line.n <= LONGEST_LABEL ? FRAGMENT_LABEL : 0);
		read_prose(r, p, line, (struct str){ 0 });
		arena_reset(&r->arena);
	}
}

static int
compare_prints(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void
keep_features(struct reading *r)
{
	struct fragments *p = r->out;

	if (r->n_features)
		qsort(r->features, r->n_features, sizeof(*r->features), compare_prints);
	for (size_t i = 0; i < r->n_features && p->n_features < FRAGMENT_FEATURES; i++)
		if (!i || r->features[i] != r->features[i - 1])
			p->features[p->n_features++] = r->features[i];
}

void
fragments_read(const struct page *page, struct str tag, struct fragments *p)
{
	struct reading r = { .page = page, .out = p, .anchor = page->anchors };
	struct tour t = { .root = page_main(page) };

	while (t.root && tour_next(&t)) {
		if (t.node->kind == HTML_TEXT && !t.leaving)
			read_text(&r, t.node);
		else if (t.node->kind == HTML_ELEMENT && !t.leaving)
			enter(&r, t.node);
		else if (t.node->kind == HTML_ELEMENT)
			leave(&r, t.node);
	}
	flush(&r);
	add_anchors(&r, (struct position){ UINT32_MAX, UINT32_MAX });
	add_addresses(&r);
	add_shapes(&r);
	keep_features(&r);
	for (const struct region *region = page->regions; region; region = region->next)
		if (region->kind == REGION_PART)
			read_part(&r, &region->part);
	passages_identify(&r.passages, tag, p);
	free(r.features);
	buffer_free(&r.text);
	buffer_free(&r.prose);
	buffer_free(&r.code);
	passages_free(&r.passages);
	arena_free(&r.arena);
}

void
fragments_free(struct fragments *p)
{
	free(p->rows);
	*p = (struct fragments){ 0 };
}

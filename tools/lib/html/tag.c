/* tag.c - tags and their attributes (sections 13.2.5.8, 13.2.5.32 to 13.2.5.40). */
#include <stdlib.h>

#include "characters.h"
#include "markup.h"
#include "names_find.h"
#include "scan.h"

enum { FIRST_ATTRS = 4, FEW_ATTRS = 16 };

static inline const char *
name_read(struct tokenizer *t, const char *p, struct token *token)
{
	struct str raw = { p, 0 };

	token->tag = (uint16_t)tag_short(&raw, t->end);
	if (token->tag && ends_name(raw.p[raw.n])) {
		token->text = raw;
		return p + raw.n;
	}
	while ((p = scan_name(p, t->end)) < t->end && !ends_name(*p))
		p++;
	raw.n = (size_t)(p - raw.p);
	token->tag = (uint16_t)tag_lowered(&raw, t->end);
	token->text = token->tag ? raw : characters_name(t->arena, raw);
	return p;
}

/* The first byte is part of the key whatever it is, '=' too. */
static inline const char *
key_read(struct tokenizer *t, const char *p, struct html_attr *attr)
{
	struct str raw = { p, 0 };

	attr->name = (uint16_t)attr_short(&raw, t->end);
	if (attr->name && (ends_name(raw.p[raw.n]) || raw.p[raw.n] == '=')) {
		attr->key = raw;
		return p + raw.n;
	}
	for (p++; (p = scan_name(p, t->end)) < t->end && !ends_name(*p) && *p != '='; p++)
		;
	raw.n = (size_t)(p - raw.p);
	attr->name = (uint16_t)attr_lowered(&raw, t->end);
	attr->key = attr->name ? raw : characters_name(t->arena, raw);
	return p;
}

/* Read the value whose quotation mark is at p. Unclosed, it reaches to the end of the text, and
 * with it the tag. */
static inline const char *
quoted_read(struct tokenizer *t, const char *p, struct html_attr *attr)
{
	char quote = *p++;
	const char *close = scan_four(p, t->end, quote, '&', '\r', '\0');
	bool plain = close == t->end || *close == quote;

	if (!plain)
		close = scan_four(close, t->end, quote, quote, quote, quote);
	attr->offset = offset_of(t, p);
	attr->value = (struct str){ p, (size_t)(close - p) };
	if (!plain)
		attr->value = characters(t->arena, attr->value, IN_ATTRIBUTE);
	return close < t->end ? close + 1 : close;
}

static const char *
unquoted_read(struct tokenizer *t, const char *p, struct html_attr *attr)
{
	struct str raw = { p, 0 };

	while (p < t->end && !is_space(*p) && *p != '>')
		p++;
	raw.n = (size_t)(p - raw.p);
	attr->offset = offset_of(t, raw.p);
	attr->value = characters(t->arena, raw, IN_ATTRIBUTE);
	return p;
}

static inline const char *
attr_read(struct tokenizer *t, const char *p, struct html_attr *attr)
{
	attr->prefix = HTML_PREFIX_NONE;
	p = key_read(t, p, attr);
	if (t->end - p >= 2 && p[0] == '=' && p[1] == '"')
		return quoted_read(t, p + 1, attr);
	attr->value = (struct str){ p, 0 };
	attr->offset = offset_of(t, p);
	p = skip_space(p, t->end);
	if (p == t->end || *p != '=')
		return p;
	p = skip_space(p + 1, t->end);
	if (p < t->end && (*p == '"' || *p == '\''))
		return quoted_read(t, p, attr);
	return unquoted_read(t, p, attr);
}

static bool
same_key(const struct html_attr *a, const struct html_attr *b)
{
	return a->name == b->name && (a->name != ATTR_UNKNOWN || str_eq(a->key, b->key));
}

/* By key, then as they stand in the tag. */
static int
by_key(const void *a, const void *b)
{
	const struct html_attr *x = *(struct html_attr *const *)a;
	const struct html_attr *y = *(struct html_attr *const *)b;
	int order = str_cmp(x->key, y->key);

	return order ? order : (x > y) - (x < y);
}

/* Take the key from every attribute that repeats an earlier one's: for a few by looking at all
 * pairs, for many by sorting, so that a tag of many attributes is not quadratic. */
static void
mark_duplicates(struct arena *a, struct html_attr *attrs, size_t n)
{
	struct html_attr **sorted;

	if (n <= FEW_ATTRS) {
		for (size_t i = 1; i < n; i++)
			for (size_t j = 0; j < i && attrs[i].key.p; j++)
				if (attrs[j].key.p && same_key(&attrs[i], &attrs[j]))
					attrs[i].key.p = NULL;
		return;
	}
	sorted = arena_alloc(a, n * sizeof(*sorted));
	for (size_t i = 0; i < n; i++)
		sorted[i] = &attrs[i];
	qsort(sorted, n, sizeof(*sorted), by_key);
	for (size_t i = n - 1; i > 0; i--)
		if (same_key(sorted[i], sorted[i - 1]))
			sorted[i]->key.p = NULL;
}

/* Drop duplicates; returns how many are left. */
static uint32_t
drop_duplicates(struct arena *a, struct html_attr *attrs, uint32_t n)
{
	uint32_t kept = 0;

	mark_duplicates(a, attrs, n);
	for (uint32_t i = 0; i < n; i++)
		if (attrs[i].key.p)
			attrs[kept++] = attrs[i];
	return kept;
}

/* Read attributes up to the tag's '>', for a start tag into the token; the end of the text when
 * there is none. They are written where they stay, in the arena: room for some is taken, and
 * given back when nothing was put behind it. Keys are sorted into 64 sets: two in one may be
 * the same. */
static const char *
attrs_read(struct tokenizer *t, const char *p, struct token *token)
{
	const size_t size = sizeof(struct html_attr);
	struct html_attr *attrs = arena_alloc(t->arena, FIRST_ATTRS * size);
	uint32_t n = 0, cap = FIRST_ATTRS;
	uint64_t seen = 0, set;
	bool may_repeat = false;

	while ((p = skip_space(p, t->end)) < t->end && *p != '>') {
		if (*p == '/') {
			p++;
			token->self_closing = p < t->end && *p == '>';
			continue;
		}
		if (n == cap) {
			attrs = arena_grow(t->arena, attrs, cap * size, 2 * cap * size);
			cap *= 2;
		}
		p = attr_read(t, p, &attrs[n]);
		set = UINT64_C(1) << (attrs[n++].name & 63);
		may_repeat = may_repeat || seen & set;
		seen |= set;
	}
	if (token->kind != TOKEN_START || p == t->end)
		n = 0;
	arena_shrink(t->arena, attrs, cap * size, n * size);
	if (may_repeat)
		n = drop_duplicates(t->arena, attrs, n);
	token->attrs = n ? attrs : NULL;
	token->n_attrs = n;
	return p;
}

bool
tag_read(struct tokenizer *t, struct token *token)
{
	bool is_end = t->next[1] == '/';
	const char *p = name_read(t, t->next + 1 + is_end, token);

	token->kind = is_end ? TOKEN_END : TOKEN_START;
	if (p < t->end && *p != '>')
		p = attrs_read(t, p, token);
	if (p == t->end) {
		t->next = p;
		return false;
	}
	t->next = p + 1;
	if (!is_end)
		t->last_start = token->text;
	return true;
}

/* profile.c - what is known of a site. */
#include "profile.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/memory.h"

uint64_t
text_fingerprint(struct str text)
{
	uint64_t h = 0;
	char last = ' ';

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (is_space(c))
			c = ' ';
		else if (is_digit(c))
			c = '0';
		else
			c = to_lower(c);
		if (c != last || (c != ' ' && c != '0'))
			h = hash_mix(h, (unsigned char)c);
		last = c;
	}
	return h ? h : 1;
}

/* The slot that has a fingerprint, or the free one where it belongs. */
static size_t
slot_of(const struct template_texts *t, uint64_t fingerprint)
{
	size_t i = fingerprint & (t->n_slots - 1);

	while (t->slots[i] && t->slots[i] != fingerprint)
		i = (i + 1) & (t->n_slots - 1);
	return i;
}

void
template_texts_add(struct template_texts *t, uint64_t fingerprint)
{
	if (2 * t->n >= t->n_slots) {
		struct template_texts larger = { .n_slots = t->n_slots ? 2 * t->n_slots : 64 };

		larger.slots = x_calloc(larger.n_slots, sizeof(*larger.slots));
		for (size_t i = 0; i < t->n_slots; i++)
			if (t->slots[i])
				larger.slots[slot_of(&larger, t->slots[i])] = t->slots[i];
		larger.n = t->n;
		free(t->slots);
		*t = larger;
	}
	if (!template_texts_has(t, fingerprint)) {
		t->slots[slot_of(t, fingerprint)] = fingerprint;
		t->n++;
	}
}

bool
template_texts_has(const struct template_texts *t, uint64_t fingerprint)
{
	return t->n_slots && t->slots[slot_of(t, fingerprint)];
}

/* By block: bytes of its text outside links that are not the template's. */
static uint32_t *
own_text(struct arena *a, const struct template_texts *t, const struct blocks *b)
{
	uint32_t *own = arena_zalloc(a, b->n * sizeof(*own));
	const struct html_node *root = b->at[0].node;

	for (const struct html_node *n = root; n; n = html_next(n, root)) {
		const struct block *around;
		struct str text;

		if (n->kind != HTML_TEXT)
			continue;
		text = str_trim(n->text);
		around = block_around(b, n);
		if (text.n && around->counts && !around->in_link &&
		    !template_texts_has(t, text_fingerprint(text)))
			own[around - b->at] += (uint32_t)text.n;
	}
	for (uint32_t i = b->n; i-- > 1;)
		own[b->at[i].parent] += own[i];
	return own;
}

/* Most bodies hold so much of their page that the template need not be looked at. */
static bool
is_most_of_page(const struct blocks *b, const struct block *body)
{
	const struct block *all = &b->at[0];

	return (body->characters - body->link_characters) * 2 >=
	       all->characters - all->link_characters;
}

/* What the same way down comes to where elements were put in beside it: of the children with
 * the tag of the step, the one that holds nearly all. NULL: none does. */
static struct block *
way_down(const struct selector *s, const struct blocks *b, const uint32_t *own)
{
	enum { SHARE_PERCENT = 85 };
	struct block *at = selector_find(&(struct selector){ .n = 0 }, b);

	for (uint32_t i = 0; at && i < s->n; i++) {
		uint64_t all = own[at - b->at];
		struct block *child = NULL;

		for (const struct html_node *n = at->node->first; n && !child; n = n->next)
			if (html_is(n, s->steps[i].tag) &&
			    own[n->mark - 1] * 100ull >= all * SHARE_PERCENT)
				child = block_of(b, n);
		at = child;
	}
	return at;
}

struct block *
profile_body(struct arena *a, const struct profile *p, const struct blocks *b)
{
	struct block *body = p->has_body ? selector_find(&p->body, b) : NULL;
	uint32_t *own;

	if (!p->has_body || (body && body->counts && is_most_of_page(b, body)))
		return body;
	own = own_text(a, &p->template_texts, b);
	if (body && body->counts && own[body - b->at] * 2 >= own[0])
		return body;
	return own[0] ? way_down(&p->body, b, own) : NULL;
}

void
profile_free(struct profile *p)
{
	free(p->template_texts.slots);
}

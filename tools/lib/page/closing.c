/* closing.c - what stands at the end of a body because it does so on every page of the site. */
#include "body.h"
#include "fingerprint.h"
#include "region_steps.h"

/* The node before n in document order within root's subtree; NULL before root. */
static struct html_node *
node_before(struct html_node *n, const struct html_node *root)
{
	if (n == root)
		return NULL;
	if (!n->prev)
		return n->parent;
	n = n->prev;
	while (n->last)
		n = n->last;
	return n;
}

/* True for text that a body may not end with as its own: of the template, or of no region of
 * main. */
static bool
may_go(const struct blocks *b, const struct profile *profile, const struct html_node *text)
{
	const struct block *around = block_around(b, text);

	return !around->counts || around->region != MAIN || is_blank(text) ||
	       seen_has(&profile->closing, text_fingerprint(str_trim(text->text)));
}

/* The first block after the last text of the body that does not go. */
static uint32_t
first_after(const struct blocks *b, const struct profile *profile, const struct block *body)
{
	struct html_node *n = body->node;
	uint32_t first = body->end;

	while (n->last)
		n = n->last;
	for (; n && n != body->node; n = node_before(n, body->node)) {
		if (n->kind == HTML_TEXT && !may_go(b, profile, n))
			break;
		if (n->kind == HTML_ELEMENT)
			first = n->mark - 1;
	}
	return n == body->node ? body->end : first; /* a body is not all template */
}

/* True for a group of its own: what stands in sentences or is an entry among others stays. */
static bool
is_apart(const struct block *block)
{
	const struct html_node *e = block->node;

	return !element_rule(e)->within[0] &&
	       (!is_phrasing(e) || block->has_block || is_container(e->parent));
}

void
cut_closing(struct regions *r, struct arena *a, struct blocks *b, const struct profile *profile)
{
	const struct html_node *main = r->at[MAIN].node;
	const struct block *body = main ? block_of(b, main) : NULL;
	uint32_t i = body && profile->closing.n ? first_after(b, profile, body) : UINT32_MAX;

	for (; body && i < body->end; i++) {
		struct block *block = &b->at[i];

		if (block->region != MAIN || block->rooted || !block->characters)
			continue;
		if (is_apart(block))
			regions_root(r, a, block,
			    (struct root){ .kind = REGION_PART,
				.role = PART_REGION,
				.nav_kind = -1,
				.by = BY_CLOSING });
		i = block->end - 1;
	}
}

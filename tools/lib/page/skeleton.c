/* skeleton.c - of a page, its containers and texts. */
#include "skeleton.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "fingerprint.h"
#include "fold.h"
#include "regions.h"

enum { NONE = UINT32_MAX };

/* Which child of its kind an element is, from 1 on: one more than the one before it. The
 * distance to that is looked at once for each kind of container. */
static uint16_t
nth_of_tag(const struct skeleton *s, const uint32_t *bone_of, const struct html_node *e)
{
	const struct html_node *before = e->prev;

	if (html_is(e, TAG_BODY))
		return 1;
	while (before && !html_is(before, e->tag))
		before = before->prev;
	if (!before)
		return 1;
	return (uint16_t)(s->bones[bone_of[before->mark - 1]].step.nth + 1);
}

/* Body, and the containers of which the parent is one. */
static bool
is_bone(const struct skeleton *s, const uint32_t *bone_of, const struct block *block)
{
	if (!s->n)
		return html_is(block->node, TAG_BODY);
	return is_container(block->node) && bone_of[block->parent] != NONE &&
	       s->bones[bone_of[block->parent]].block == block->parent;
}

static void
meet_element(struct skeleton *s, uint32_t *bone_of, const struct block *block, uint32_t at)
{
	bone_of[at] = at ? bone_of[block->parent] : NONE;
	if (!is_bone(s, bone_of, block))
		return;
	s->bones[s->n] = (struct bone){
		.step = { block->node->tag, nth_of_tag(s, bone_of, block->node) },
		.block = at,
		.parent = s->n ? bone_of[block->parent] : 0,
		.end = s->n + 1,
	};
	bone_of[at] = s->n++;
}

static bool
is_subheading(const struct html_node *e)
{
	return is_heading(e) && !html_is(e, TAG_H1);
}

static void
add_text(
    struct skeleton *s, const struct html_node *text, uint32_t bone, const struct block *around)
{
	struct str words = str_trim(text->text);

	if (s->n_texts == s->texts_cap) {
		s->texts_cap = s->texts_cap ? 2 * s->texts_cap : 256;
		s->texts = x_realloc(s->texts, s->texts_cap * sizeof(*s->texts));
	}
	s->texts[s->n_texts++] = (struct bone_text){
		.fingerprint = text_fingerprint(words),
		.bone = bone,
		.length = (uint32_t)words.n,
		.offset = s->text.n,
		.in_link = around->in_link,
		.in_heading =
		    is_subheading(around->node) || is_subheading(around->node->parent),
	};
	buffer_add(&s->text, words);
}

/* Children come after their parents. */
static void
set_ends(struct skeleton *s)
{
	for (uint32_t i = s->n; i-- > 1;)
		if (s->bones[s->bones[i].parent].end < s->bones[i].end)
			s->bones[s->bones[i].parent].end = s->bones[i].end;
}

void
skeleton_of(const struct blocks *b, struct str title, struct str lang, struct skeleton *s)
{
	uint32_t *bone_of = x_malloc((b->n + 1) * sizeof(*bone_of)); /* innermost, by block */
	const struct html_node *root = b->n ? b->at[0].node : NULL;

	*s = (struct skeleton){ .bones = x_malloc((b->n + 1) * sizeof(*s->bones)) };
	for (const struct html_node *n = root; n; n = html_next(n, root)) {
		const struct block *block = NULL;

		if (n->kind == HTML_ELEMENT) {
			block = block_of(b, n);
			meet_element(s, bone_of, block, (uint32_t)(block - b->at));
		} else if (n->kind == HTML_TEXT) {
			block = block_around(b, n);
			if (!is_blank(n) && block->counts && bone_of[block - b->at] != NONE)
				add_text(s, n, bone_of[block - b->at], block);
		}
	}
	set_ends(s);
	free(bone_of);
	buffer_add(&s->title, title);
	buffer_add(&s->lang, lang);
}

void
skeleton_free(struct skeleton *s)
{
	free(s->bones);
	free(s->texts);
	buffer_free(&s->text);
	buffer_free(&s->title);
	buffer_free(&s->lang);
}

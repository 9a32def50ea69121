/* voters.c - pages that have a say on where their site has its bodies. */
#include "voters.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../page/known_body.h"
#include "../page/metadata.h"

enum {
	MOST_OWN = 2000,    /* bytes that count: a short page may have more in the bars around
	                     * its body than in it */
	MOST_PERCENT = 60,  /* of what the parent holds, where the rest is */
	LONGEST_BARS = 150, /* bytes and no more: a title above, those of neighbours below */
};

static bool
is_title(const struct skeleton *page, const struct bone_text *text)
{
	return title_is_in(buffer_str(&page->title), skeleton_text(page, text));
}

void
voter_count_headings(struct voter *v, const struct profile *p, bool titles)
{
	const struct skeleton *page = v->page;

	memset(v->headings, 0, (page->n + 1) * sizeof(*v->headings));
	for (uint32_t i = 0; i < page->n_texts; i++) {
		const struct bone_text *text = &page->texts[i];

		if (text->in_heading && !text->in_link && (titles || !is_title(page, text)) &&
		    !profile_has_text(p, text->fingerprint))
			v->headings[text->bone]++;
	}
	for (uint32_t i = page->n; i-- > 1;)
		v->headings[page->bones[i].parent] += v->headings[i];
}

struct voter
voter_new(const struct skeleton *page, const struct profile *p)
{
	struct voter v = { .page = page };

	v.all = x_calloc(page->n + 1, sizeof(*v.all));
	v.own = x_calloc(page->n + 1, sizeof(*v.own));
	v.headings = x_calloc(page->n + 1, sizeof(*v.headings));
	v.headed = x_calloc(page->n + 1, sizeof(*v.headed));
	for (uint32_t i = 0; i < page->n_texts; i++) {
		const struct bone_text *text = &page->texts[i];

		v.all[text->bone] += text->length;
		v.headed[text->bone] += text->in_heading && !text->in_link;
		if (text->in_link || profile_has_text(p, text->fingerprint))
			continue;
		v.own[text->bone] += text->length;
	}
	for (uint32_t i = page->n; i-- > 1;) {
		v.all[page->bones[i].parent] += v.all[i];
		v.own[page->bones[i].parent] += v.own[i];
		v.headed[page->bones[i].parent] += v.headed[i];
	}
	voter_count_headings(&v, p, true);
	v.weight = v.own[0] < MOST_OWN ? v.own[0] : MOST_OWN;
	return v;
}

void
voter_free(struct voter *v)
{
	free(v->all);
	free(v->own);
	free(v->headings);
	free(v->headed);
}

bool
same_step(struct step a, struct step b)
{
	return a.tag == b.tag && a.nth == b.nth;
}

static bool
holds_nearly_all(uint32_t part, uint32_t all)
{
	unsigned percent = all - part <= LONGEST_BARS ? MOST_PERCENT : NEARLY_ALL_PERCENT;

	return (uint64_t)part * 100 >= (uint64_t)all * percent;
}

/* Is a child one section among others: have two of these headings and words of their own? */
static bool
has_peers(const struct voter *v, uint32_t child)
{
	enum { PEERS = 2 };
	const struct bone *bones = v->page->bones;
	unsigned peers = 0;

	for (uint32_t i = v->at + 1; i < bones[v->at].end; i = bones[i].end)
		peers += i != child && v->headed[i] && v->own[i];
	return v->headed[child] && peers >= PEERS;
}

uint32_t
voter_heavy_child(const struct voter *v)
{
	const struct bone *bones = v->page->bones;

	if (v->at == NO_BONE)
		return NO_BONE;
	for (uint32_t i = v->at + 1; i < bones[v->at].end; i = bones[i].end)
		if (holds_nearly_all(v->own[i], v->own[v->at]) &&
		    v->headings[i] == v->headings[v->at] && !has_peers(v, i))
			return i;
	return NO_BONE;
}

uint32_t
voter_child(const struct voter *v, struct step step)
{
	const struct bone *bones = v->page->bones;

	for (uint32_t i = v->at + 1; i < bones[v->at].end; i = bones[i].end)
		if (same_step(bones[i].step, step))
			return i;
	return NO_BONE;
}

uint32_t
voter_go(struct voter *v, const struct selector *s)
{
	v->at = 0;
	for (uint32_t i = 0; i < s->n && v->at != NO_BONE; i++)
		v->at = voter_child(v, s->steps[i]);
	return v->at;
}

void
voters_swap(struct voter *a, struct voter *b)
{
	struct voter v = *a;

	*a = *b;
	*b = v;
}

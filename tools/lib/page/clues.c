/* clues.c - what a unit says of itself. */
#include "clues.h"

#include "head.h"
#include "region_steps.h"

const char *const clue_names[CLUES] = {
#define X(name, text) [CLUE_##name] = text,
	CLUE_LIST(X)
#undef X
};

/* Elements by what they usually hold, the likeliest to be body last. */
static float
tag_rank(const struct html_node *e)
{
	if (e->ns != HTML_NS_HTML)
		return 0;
	switch (e->tag) {
	case TAG_BUTTON:
	case TAG_SELECT:
	case TAG_TEXTAREA:
	case TAG_OPTION:
	case TAG_NOSCRIPT: return 1;
	case TAG_LABEL:
	case TAG_FORM:
	case TAG_FIELDSET:
	case TAG_LEGEND: return 2;
	case TAG_A: return 3;
	case TAG_LI: return 4;
	case TAG_SPAN:
	case TAG_FONT:
	case TAG_B:
	case TAG_STRONG: return 5;
	case TAG_DIV:
	case TAG_SECTION: return 6;
	case TAG_TD: return 7;
	case TAG_TH: return 8;
	case TAG_DT: return 9;
	case TAG_DD: return 10;
	case TAG_H6: return 11;
	case TAG_H5: return 12;
	case TAG_H4: return 13;
	case TAG_H3: return 14;
	case TAG_H2: return 15;
	case TAG_H1: return 16;
	case TAG_FIGCAPTION: return 17;
	case TAG_ARTICLE: return 18;
	case TAG_P: return 19;
	case TAG_BLOCKQUOTE: return 20;
	case TAG_PRE: return 21;
	default: return 5;
	}
}

/* How a unit ends: 0 open, 1 ellipsis or colon, 2 question or exclamation, 3 full stop. */
static float
end_rank(uint32_t last)
{
	switch (last) {
	case ':':
	case 0x2026: return 1;
	case '!':
	case '?':
	case 0xFF01:
	case 0xFF1F:
	case 0x061F: return 2;
	case '.':
	case 0x3002:
	case 0x06D4:
	case 0x0964: return 3;
	default: return 0;
	}
}

static float
share(uint32_t part, uint32_t whole)
{
	return whole ? (float)part / (float)whole : 0;
}

static void
fill_own(struct clue_table *t, uint32_t i, const struct unit *u, const struct html_node *e)
{
	const struct shape *s = &u->shape;
	uint32_t words = shape_words(s);
	float own[] = {
		[CLUE_TAG] = tag_rank(e),
		[CLUE_WORDS] = (float)words,
		[CLUE_WORD_LENGTH] = share(s->characters, words),
		[CLUE_LINK_SHARE] = share(u->link_characters, s->characters),
		[CLUE_LINKS] = (float)u->links,
		[CLUE_STOPS] = (float)s->stops,
		[CLUE_MARKS] = share(s->marks, words),
		[CLUE_END] = end_rank(s->last),
		[CLUE_CAPITALS] = share(s->capitals, words),
		[CLUE_DIGITS] = share(s->digits, s->characters),
		[CLUE_SYMBOLS] = share(s->symbols, s->characters),
		[CLUE_MONEY] = (float)s->money,
		[CLUE_LINES] = (float)u->lines,
		[CLUE_TEXT] = s->known ? s->weight / (float)s->known : 0,
		[CLUE_KNOWN] = share(s->known, s->words),
	};

	for (size_t k = 0; k < sizeof(own) / sizeof(own[0]); k++)
		clue_column(t, (enum clue)k)[i] = own[k];
}

struct clue_table
clues_of(struct arena *a, const struct html_document *doc, const struct blocks *blocks,
    const struct regions *regions, const struct lexicon *lexicon)
{
	const struct schema_org data = schema_org_of(a, doc);
	const struct clue_context c = { a, doc, blocks, regions, lexicon, &data,
		document_title(a, doc), find_dominant(regions, a, blocks) };
	struct units *u = arena_alloc(a, sizeof(*u));
	struct clue_table t = { .units = u };

	*u = units_of(a, blocks, lexicon);
	t.n = u->n;
	t.at = arena_zalloc(a, (size_t)u->n * CLUES * sizeof(*t.at));
	if (!u->n)
		return t;
	for (uint32_t i = 0; i < u->n; i++)
		fill_own(&t, i, &u->at[i], blocks->at[u->at[i].block].node);
	clues_place(&c, &t);
	clues_repeat(&c, &t);
	clues_order(&c, &t);
	clues_names(&c, &t);
	clues_page(&c, &t);
	return t;
}

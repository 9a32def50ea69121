/* prose_text.h - texts of a page on their way to be prose: folded, and their words counted. */
#ifndef PAGE_PROSE_TEXT_H
#define PAGE_PROSE_TEXT_H

#include "prose.h"

enum { PROSE_WORD = 10 }; /* tenths of a word: two ideographs or five letters of Thai are one */

static inline uint32_t
words_in(uint32_t tenths)
{
	return (tenths + PROSE_WORD - 1) / PROSE_WORD;
}

/* Start with .spaced, and with room at start and end for all the texts that are to be added,
 * which never grow, and PROSE_SPARE bytes. */
struct prose_text {
	struct str source; /* where bytes behind a text may be read, to its end */
	char *start, *end; /* of what was read since a border; end: where the next byte goes */
	uint32_t tenths;   /* of a word, in it */
	uint32_t noted;    /* of these, of which it is known what they stand in */
	uint32_t link_tenths, code_tenths; /* of those, in links, code */
	bool in_word, spaced; /* spaced: it has no bytes yet, or ends with a space */
	unsigned links, code; /* open elements */
};

/* Note what all that was added stands in, before .links or .code change. */
static inline void
prose_text_note(struct prose_text *t)
{
	uint32_t more = t->tenths - t->noted;

	t->link_tenths += t->links ? more : 0;
	t->code_tenths += t->code ? more : 0;
	t->noted = t->tenths;
}

void prose_text_add(struct prose_text *t, struct str text);

/* Add one in ASCII, which is not empty, with single spaces and this many words. */
static inline void
prose_text_add_plain(struct prose_text *t, struct str text, uint32_t words)
{
	bool goes_on = t->in_word && text.p[0] != ' ';

	if (t->spaced && text.p[0] == ' ')
		text = (struct str){ text.p + 1, text.n - 1 };
	t->tenths += (words - goes_on) * PROSE_WORD;
	memcpy(t->end, text.p, text.n);
	t->end += text.n;
	t->spaced = text.p[text.n - 1] == ' ';
	t->in_word = !t->spaced;
}

/* A space between words, of which there is one however many the source has. */
static inline void
prose_text_space(struct prose_text *t)
{
	if (!t->spaced)
		*t->end++ = ' ';
	t->spaced = true;
	t->in_word = false;
}

/* Take back the space that it ends with; false: then nothing is in it. */
static inline bool
prose_text_end(struct prose_text *t)
{
	if (t->end > t->start && t->spaced)
		t->end--;
	t->spaced = true;
	t->in_word = false;
	return t->end > t->start;
}

/* The words of a text as those of passages are counted. */
uint32_t prose_words(struct str text);

#endif

/* count.h - the arithmetic of a page: words and characters, white space aside.
 *
 * White space is Unicode's White_Space. A word is a maximal run of other characters; in main,
 * the border of an element that is not phrasing content (HTML 3.2.5.2.5) ends a word, and so
 * does br. Text is well-formed UTF-8, as the parser and the reader of page lines give it. */
#ifndef PAGE_COUNT_H
#define PAGE_COUNT_H

#include <stdint.h>

#include "elements.h"
#include "page.h"

/* What has been counted so far, and whether the last character belongs to a word that may go
 * on.
 */
struct tally {
	uint32_t words, characters;
	bool in_word;
};

/* Count a piece of text; the next one goes on where it ends. */
void tally_text(struct tally *t, struct str text);

/* What one pass over a text tells of it. */
struct measure {
	uint32_t characters; /* white space aside */
	uint16_t note;       /* its words, but for these: */
};

enum {
	NOTE_PLAIN = 0xFFFF, /* ASCII whose white space is single spaces, or is all there is:
	                      * its characters tell the words; not all that is plain is told */
	NOTE_MANY = 0xFFFE,  /* so many words or more */
};

struct measure text_measure(struct str text);

/* Count a text that is not empty and was measured, maybe trimmed or folded since: what
 * tally_text() does. */
void tally_measured(struct tally *t, struct str text, struct measure m);

/* True for an element of main at whose start and end a word ends. */
static inline bool
ends_word(const struct html_node *element)
{
	return !is_phrasing(element) || html_is(element, TAG_BR);
}

static inline uint32_t
text_characters(struct str text)
{
	return text_measure(text).characters;
}

/* Count main's part of a page, and all but that. */
void tally_main(struct tally *t, const struct html_node *main);
void tally_beside_main(struct tally *t, const struct page *page);

/* Counted over the labels (but those with label_from), texts and main of the page's regions. */
uint32_t page_words(const struct page *page);
uint32_t page_characters(const struct page *page);

/* Counted over the source: every text node but those in head, script, style, template, iframe,
 * noframes and noembed. Equals page_characters() of the page made of it: nothing is lost. */
uint32_t source_characters(const struct html_document *doc);

#endif

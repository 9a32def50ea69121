/* prose.h - the body of a page as plain text: what a reader would read aloud of it.
 *
 * Passages are the words between two borders of elements that are not phrasing content, or br.
 * Their text is folded (fold.h), and without what changes the look of words but not the words:
 * soft hyphens, zero-width and bidirectional marks, Arabic vowel signs and tatweel go, a
 * zero-width non-joiner is a space, typographic apostrophes are "'", quotation marks are '"',
 * "İ" is "i". */
#ifndef PAGE_PROSE_H
#define PAGE_PROSE_H

#include "page.h"

enum passage_kind { PASSAGE_TEXT, PASSAGE_HEADING, PASSAGE_CODE };

/* Where an element stands: its position, line 0 where unknown, or its offset in the source. */
struct place {
	struct position position;
	uint32_t offset;
	bool by_offset;
};

struct passage {
	enum passage_kind kind;
	struct str text;     /* never empty */
	struct place at;     /* of the element that holds it; for prose_at() */
	uint32_t words;      /* white space parts them; two ideographs or kana, or five letters
	                      * of Thai and other scripts that do not part words, are one */
	uint32_t link_words; /* of these, in links */
	uint32_t code_words; /* of these, in code */
};

struct prose_image {
	struct str src, alt;
	struct prose_image *next;
};

enum { PROSE_SPARE = 80 }; /* bytes that may be read behind the text of all passages */

struct prose {
	struct passage *passages;
	size_t n;
	uint32_t words, heading_words, code_words, link_words; /* sums */
	uint32_t links, images, embeds; /* a[href]; img; iframe, object, video and the like */
	struct prose_image *first_image;
	struct position at; /* of the first passage */
	struct str text;    /* of all passages, a newline between them */
	struct str source;  /* of what places are offsets; or absent */
};

/* Read the body, unless that was done while it was built; without one, the parts that no
 * landmark claims (PART_REGION). All in the arena. */
void prose_read(struct arena *a, const struct page *page, struct prose *prose);

/* Where a passage is; line 0 where unknown. */
struct position prose_at(
    struct arena *a, const struct prose *prose, const struct passage *passage);

/* Another text of the page, such as its title, made plain in the same way. */
struct str prose_fold(struct arena *a, struct str text);

#endif

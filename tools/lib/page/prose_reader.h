/* prose_reader.h - prose on its way: what a body says, as it is built or toured. */
#ifndef PAGE_PROSE_READER_H
#define PAGE_PROSE_READER_H

#include "prose_text.h"

struct prose_reader {
	struct arena *arena;
	struct prose *prose;
	size_t cap;                /* of passages */
	char *room, *limit;        /* for the text of all */
	struct passage now;        /* the open one */
	struct prose_text text;    /* of it */
	unsigned headings;         /* open elements */
	struct prose_image *image; /* the last one */
};

/* All that is read is in the arena. source: of a page whose elements have offsets for
 * positions, and where bytes behind its texts may be read; or an absent slice. */
void prose_begin(
    struct prose_reader *r, struct arena *a, struct str source, struct prose *prose);
void prose_end(struct prose_reader *r);

/* Enter and leave an element of a body, and read a text in it. */
void prose_enter(struct prose_reader *r, const struct html_node *e);
void prose_leave(struct prose_reader *r, const struct html_node *e);
void prose_add(struct prose_reader *r, struct str text);

/* Read one in ASCII, with single spaces and this many words. */
void prose_add_plain(struct prose_reader *r, struct str text, uint32_t words);

static inline void
prose_space(struct prose_reader *r)
{
	prose_text_space(&r->text);
}

/* An element that was left turns out to be none of the body: it held no words. */
void prose_uncount(struct prose_reader *r, const struct html_node *e);

#endif

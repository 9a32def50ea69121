/* phrases.h - what pages say that say nothing: the phrases of schemas/stub.phrases and of
 * users' files of the same form. */
#ifndef PAGE_PHRASES_H
#define PAGE_PHRASES_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/hints.h"
#include "../base/str.h"
#include "phrase_kinds.h"

struct phrase {
	enum phrase_kind kind;
	struct str language; /* BCP 47, or "*": of none */
};

struct phrases;

/* Read schemas/stub.phrases (ours), then the files. Dies with a message naming file and line
 * when one cannot be read, a row is none, or a pattern does not compile; and without any row.
 */
struct phrases *phrases_new(bool ours, const char *const *files, size_t n);
void phrases_free(struct phrases *p);

/* Which phrases of a place may be in a text, and in any part of it: much faster than to search
 * for them. among: only of these; NULL: of all. */
void phrases_look(const struct phrases *p, enum phrase_place place, struct str text,
    const struct hinted *among, struct hinted *hinted);

/* Which of those that may be in a text may be in a part of it: faster still. */
void phrases_narrow(const struct phrases *p, enum phrase_place place, struct str part,
    const struct hinted *among, struct hinted *hinted);

/* True where those of this place are among them. */
bool phrases_hinted(
    const struct phrases *p, enum phrase_place place, const struct hinted *hinted);

/* All of these kinds, a bit for each. */
void phrases_of_kinds(const struct phrases *p, unsigned of, struct hinted *hinted);

/* The kinds that are among those that may be in a text, likewise. */
unsigned phrases_kinds(const struct phrases *p, const struct hinted *hinted);

/* A search for all phrases of a place among those that may be in the text. Start with row 0. */
struct phrase_search {
	const struct phrases *phrases;
	enum phrase_place place;
	const struct hinted *hinted;
	struct str text;
	size_t row; /* where it goes on */
};

struct phrase_match {
	const struct phrase *phrase;
	size_t from, to; /* in the text */
};

/* The next one, of each row the first; false: there is none left. ^ and $ match at the ends of
 * the text's lines. Safe from any thread. */
bool phrases_next(struct phrase_search *s, struct phrase_match *m);

/* The first one, with what of the text it is; NULL: none. Without `hinted` it looks itself. */
const struct phrase *phrases_find(const struct phrases *p, enum phrase_place place,
    const struct hinted *hinted, struct str text, struct str *match);

/* How often phrases of a place that may be in the text are in it. */
uint32_t phrases_count(const struct phrases *p, enum phrase_place place,
    const struct hinted *hinted, struct str text);

/* True where one of this language is in the text, or none is listed. */
bool phrases_match(
    const struct phrases *p, enum phrase_place place, struct str language, struct str text);

#endif

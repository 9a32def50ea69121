/* phrase_tables.h - phrases as they are looked for: of files that were read, or made of ours
 * when the program is built. */
#ifndef PAGE_PHRASE_TABLES_H
#define PAGE_PHRASE_TABLES_H

#include "phrases.h"

/* A phrase of a file: where in the text its language and its pattern are. */
struct phrase_entry {
	uint32_t language, pattern, pattern_n;
	uint8_t language_n, kind;
};

/* An alternative of a phrase's pattern, or all of it: where in the text. Those of one phrase
 * stand beside each other. */
struct phrase_row {
	uint32_t at, n;
	uint16_t phrase;
};

struct phrase_tables {
	struct str text; /* of the files */
	uint64_t file;   /* data_hash() of ours */
	const struct phrase_entry *phrases;
	const struct phrase_row *rows;
	uint32_t n_phrases, n;                            /* n: of rows */
	struct hinted of_place[PLACES], of_kind[PHRASES]; /* by number of row */
	const struct hints *hints[PLACES];
	const struct hints *foreign; /* sentences that need other scripts than Latin */
};

/* Ours, as they were when the program was built. */
extern const struct phrase_tables phrase_index;

/* Read ours (NULL: none), and others, whose patterns are checked. Dies as phrases_new() does.
 */
struct phrase_tables *phrases_read(const char *ours, const char *const *files, size_t n);
void phrase_tables_free(struct phrase_tables *t);

/* True where a pattern of a place matches nothing that begins within a word. */
bool phrase_begins_word(enum phrase_place place, struct str pattern);

/* How patterns of a place compile: enum pattern_flags. */
unsigned phrase_flags(enum phrase_place place);

#endif

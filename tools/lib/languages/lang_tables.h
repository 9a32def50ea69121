/* lang_tables.h - what is known of a save's languages, laid out as tables. */
#ifndef LANGUAGES_LANG_TABLES_H
#define LANGUAGES_LANG_TABLES_H

#include "../stream/rows.h"
#include "lang_audit.h"

struct lang_table {
	const char *name;
	void (*write)(const struct lang_analysis *a, enum rows_form form, struct buffer *out);
};

/* All of them, ended by one without a name: matrix, languages, groups, passages, evidence. */
extern const struct lang_table lang_tables[];
const struct lang_table *lang_table_of(const char *name);

/* The work list of a language (a string): pages that are not done in it, those that most menu
 * entries lead to first. */
void lang_todo(
    const struct lang_analysis *a, uint32_t language, enum rows_form form, struct buffer *out);

/* How much of a save is done in one language. */
struct lang_coverage {
	uint32_t pages, states[MATTERS]; /* groups, and by state */
	uint64_t words, words_ok;   /* of prose; of a missing page, those of the group's head */
	uint32_t labels, labels_ok; /* different ones that are in some language */
};
struct lang_coverage lang_coverage(const struct lang_analysis *a, uint32_t language);

#endif

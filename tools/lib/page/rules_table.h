/* rules_table.h - rules as texts are asked for them: of files that were read, or made of ours
 * when the program is built. */
#ifndef PAGE_RULES_TABLE_H
#define PAGE_RULES_TABLE_H

#include "../base/hints.h"
#include "rules.h"

struct rule_tables {
	const struct str *sources; /* the patterns of a set as alternatives */
	const struct hints *hints; /* which of these may match */
	double weights[TRAITS];
	uint64_t rules_file, weights_file; /* data_hash() of the two files */
};

/* Ours, as they were when the program was built. */
extern const struct rule_tables rule_index;

/* Those built in where the two files are those they were made of, else read. Dies as
 * rules_new() does. */
const struct rule_tables *rule_tables_new(void);
void rule_tables_free(const struct rule_tables *t);

/* Read files of rules and of weights, whatever is built in. */
const struct rule_tables *rule_tables_read(const char *rules, const char *weights);

#endif

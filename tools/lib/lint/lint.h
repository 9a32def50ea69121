/* lint.h - is a page line what it says it is: its schema, and what no schema can say. */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "../base/arena.h"
#include "../stream/finding.h"
#include "../stream/grammar.h"
#include "../stream/schema.h"

/* In the order of the table of rules: errors, then warnings. */
enum lint_rule {
	LINT_XML,
	LINT_SCHEMA,
	LINT_PATH,
	LINT_PARTITION,
	LINT_REGION,
	LINT_STATE,
	LINT_LANG,
	LINT_LABEL,
	LINT_TARGET,
	LINT_RULES
};

extern const struct finding_rule lint_rules[LINT_RULES];

/* Something to say of a page line, in the order of the line. */
struct lint_finding {
	enum lint_rule rule;
	struct position at; /* in the source of a page scraped here, else in the line */
	struct str xpath, text;
	struct lint_finding *next;
};

/* A reference that claims to lead to a page of the same stream. */
struct lint_target {
	struct position at;
	struct str path, xpath;
	struct lint_target *next;
};

/* Zero-initialise before lint_check(); everything is in the arena, which the caller frees. */
struct lint_page {
	struct arena arena;
	struct str path; /* absent: the line has none */
	struct lint_finding *findings, **next_finding;
	struct lint_target *targets, **next_target;
};

/* What lines are checked against: what is well written, valid and without findings is seen to
 * be so by the tables; all else, and everything without tables (NULL), goes to libxml2. */
struct lint_schema {
	struct schema *schema;
	const struct grammar *grammar; /* of the same schema */
};

/* Check one page line. scraped: say where things stand in the page's source. Safe from any
 * thread. LINT_PATH and LINT_TARGET are left to who sees all pages. */
void lint_check(
    const struct lint_schema *schema, struct str line, bool scraped, struct lint_page *page);

/* Check any document against a schema: LINT_XML and LINT_SCHEMA only. */
void lint_check_document(
    const struct lint_schema *schema, struct str xml, struct lint_page *page);

#endif

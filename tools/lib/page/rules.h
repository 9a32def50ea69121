/* rules.h - the words that tell navigation, body and furniture apart, kept in a data file. */
#ifndef PAGE_RULES_H
#define PAGE_RULES_H

#include <stdbool.h>

#include "../base/str.h"

struct rules;

/* Read schemas/page.rules (see that file for its form), found as schema_path() finds it. Dies
 * with a message naming file and line when the file cannot be read or a pattern does not
 * compile. */
struct rules *rules_new(void);
void rules_free(struct rules *r);

/* True when the rule set of that name ("class.menu", "heading.breadcrumb" …) has a pattern that
 * matches somewhere in text. Safe from any thread. */
bool rules_match(const struct rules *r, const char *name, struct str text);

#endif

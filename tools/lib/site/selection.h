/* selection.h - which pages a filter takes: --include, --exclude, --where. */
#ifndef SITE_SELECTION_H
#define SITE_SELECTION_H

#include "../base/pattern.h"
#include "../page/page.h"

struct condition {
	int field;        /* of those that --where knows */
	struct str value; /* borrowed */
};

/* Zero-initialise: takes every page. */
struct selection {
	struct pattern **include, **exclude;
	struct condition *conditions;
	size_t n_include, n_exclude, n_conditions;
};

/* Add what an option's argument (borrowed) says; die on one that says nothing sensible. */
void selection_include(struct selection *s, const char *pattern);
void selection_exclude(struct selection *s, const char *pattern);
void selection_where(struct selection *s, const char *condition);

/* True when some include pattern matches, or there is none, and no exclude pattern does. */
bool selection_takes_path(const struct selection *s, struct str path);

/* True when all conditions hold: the attribute of the page line has the value; lang=fr holds
 * for fr-CA too (basic filtering, RFC 4647 section 3.3.1). */
bool selection_takes_page(const struct selection *s, const struct page *page);

static inline bool
selection_is_empty(const struct selection *s)
{
	return s->n_include + s->n_exclude + s->n_conditions == 0;
}

void selection_free(struct selection *s);

#endif

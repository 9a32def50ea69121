/* missing_titles.c - titles of pages that say there is no such page. */
#include "missing_titles.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/bits.h"
#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"

/* What parts a title into its parts: the page's own and the site's. */
#define BORDER "[|\\x{2013}\\x{2014}\\x{B7}\\x{BB}:\\x{2022}]|(?<=\\s)-(?=\\s)"

/* Numbers of the patterns where they are hinted at. */
enum { SURE, DOUBTFUL };

/* A pattern of alternatives, each with a bar behind, for the titles that hint at it. */
static struct pattern *
make(struct hints *hints, uint32_t number, struct buffer *alternatives)
{
	struct buffer source = { 0 };
	struct pattern *pattern;

	alternatives->n -= alternatives->n > 0; /* the last bar */
	hints_add(hints, number, buffer_str(alternatives));
	buffer_printf(&source, "(?:^|%s)\\s*(?:%.*s)[.!\\s]*(?:$|%s)", BORDER,
	    (int)alternatives->n, buffer_str(alternatives).p, BORDER);
	pattern = pattern_later(buffer_str(&source), PATTERN_CASELESS);
	buffer_free(&source);
	return pattern;
}

void
missing_titles_init(struct missing_titles *t)
{
	char *file = schema_path("missing.rules"), *line = NULL;
	struct buffer sure = { 0 }, doubtful = { 0 };
	FILE *f = fopen(file, "r");
	size_t cap = 0;
	ssize_t n;

	if (!f)
		die("%s: %s", file, strerror(errno));
	while ((n = getline(&line, &cap, f)) >= 0) {
		struct str rule = str_trim((struct str){ line, (size_t)n });
		bool doubts = str_starts(rule, STR("? "));

		rule = str_trim(str_part(rule, doubts ? 2 : 0, rule.n));
		if (rule.n && rule.p[0] != '#')
			buffer_printf(doubts ? &doubtful : &sure, "%.*s|", (int)rule.n, rule.p);
	}
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	t->hints = hints_new();
	t->sure = make(t->hints, SURE, &sure);
	t->doubtful = make(t->hints, DOUBTFUL, &doubtful);
	hints_ready(t->hints);
	buffer_free(&sure);
	buffer_free(&doubtful);
	fclose(f);
	free(line);
	free(file);
}

void
missing_titles_free(struct missing_titles *t)
{
	hints_free(t->hints);
	pattern_free(t->sure);
	pattern_free(t->doubtful);
}

static bool
introduces_itself(const struct page *page)
{
	for (const struct meta *m = page->metas; m; m = m->next)
		if (m->content.n && (str_eq_nocase(m->name, STR("description")) ||
					str_eq_nocase(m->name, STR("og:url"))))
			return true;
	for (const struct ref *r = page->refs; r; r = r->next)
		if (str_eq(r->element, STR("link")) && str_eq_nocase(r->rel, STR("canonical")))
			return true;
	return false;
}

bool
is_missing_title(const struct missing_titles *t, const struct page *page)
{
	struct hinted may;

	if (!page->title.n)
		return false;
	hints_look(t->hints, page->title, NULL, &may);
	return (has_bit(may.bits, SURE) && pattern_match(t->sure, page->title)) ||
	       (has_bit(may.bits, DOUBTFUL) && pattern_match(t->doubtful, page->title) &&
		   !introduces_itself(page));
}

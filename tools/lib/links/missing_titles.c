/* missing_titles.c - titles of pages that say there is no such page. */
#include "missing_titles.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"

/* What parts a title into its parts: the page's own and the site's. */
#define BORDER "[|\\x{2013}\\x{2014}\\x{B7}\\x{BB}:\\x{2022}]|(?<=\\s)-(?=\\s)"

/* The source of a pattern of alternatives, each with a bar behind. */
static struct buffer
source_of(const struct buffer *alternatives)
{
	struct buffer source = { 0 };

	buffer_add(&source, STR("(?:^|" BORDER ")\\s*(?:"));
	buffer_add(&source, buffer_str(alternatives));
	source.n -= alternatives->n > 0; /* the last bar */
	buffer_add(&source, STR(")[.!\\s]*(?:$|" BORDER ")"));
	return source;
}

/* A pattern that few pages need. */
static struct pattern *
make_later(const struct buffer *alternatives)
{
	struct buffer source = source_of(alternatives);
	struct pattern *pattern = pattern_later(buffer_str(&source), PATTERN_CASELESS);

	buffer_free(&source);
	return pattern;
}

/* One of all of them, which shows whether each is good. */
static struct pattern *
make_any(const char *file, const struct buffer *sure, const struct buffer *doubtful)
{
	struct buffer all = { 0 }, source, why = { 0 };
	struct pattern *pattern;

	buffer_add(&all, buffer_str(sure));
	buffer_add(&all, buffer_str(doubtful));
	source = source_of(&all);
	pattern = pattern_new(buffer_str(&source), PATTERN_CASELESS, &why);
	if (!pattern)
		die("%s: %.*s", file, (int)why.n, buffer_str(&why).p);
	buffer_free(&source);
	buffer_free(&all);
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
	t->any = make_any(file, &sure, &doubtful);
	t->sure = make_later(&sure);
	t->doubtful = make_later(&doubtful);
	buffer_free(&sure);
	buffer_free(&doubtful);
	fclose(f);
	free(line);
	free(file);
}

void
missing_titles_free(struct missing_titles *t)
{
	pattern_free(t->any);
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
	if (!page->title.n || !pattern_match(t->any, page->title))
		return false;
	return pattern_match(t->sure, page->title) ||
	       (pattern_match(t->doubtful, page->title) && !introduces_itself(page));
}

/* missing_titles.c - titles of pages that say there is no such page. */
#include "missing_titles_table.h"

#include <stdlib.h>

#include "../base/bits.h"
#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"
#include "../base/memory.h"

/* What parts a title into its parts: the page's own and the site's. */
#define BORDER "[|\\x{2013}\\x{2014}\\x{B7}\\x{BB}:\\x{2022}]|(?<=\\s)-(?=\\s)"

/* Tables that are being read. */
struct draft {
	struct missing_title_tables
	    tables; /* first: what missing_title_tables_read() returns */
	struct buffer rules[MISSING_TITLES], sources[MISSING_TITLES];
	struct str kept[MISSING_TITLES]; /* these sources, once they are made */
};

/* A rule, an alternative of a pattern, gets a bar behind it. */
static void
read_line(void *context, int number, struct str rule)
{
	struct draft *d = context;
	bool doubts = str_starts(rule, STR("? "));
	struct buffer *rules = &d->rules[doubts ? MISSING_DOUBTFUL : MISSING_SURE];

	(void)number;
	rule = str_trim(str_part(rule, doubts ? 2 : 0, rule.n));
	if (rule.n && rule.p[0] != '#')
		buffer_printf(rules, "%.*s|", (int)rule.n, rule.p);
}

const struct missing_title_tables *
missing_title_tables_read(const char *file)
{
	struct draft *d = x_calloc(1, sizeof(*d));
	struct hints *hints = hints_new();

	data_lines(file, read_line, d);
	for (uint32_t i = 0; i < MISSING_TITLES; i++) {
		struct str rules = buffer_str(&d->rules[i]);

		rules.n -= rules.n > 0; /* the last bar */
		hints_add(hints, i, rules);
		buffer_printf(&d->sources[i], "(?:^|%s)\\s*(?:%.*s)[.!\\s]*(?:$|%s)", BORDER,
		    (int)rules.n, rules.p, BORDER);
		d->kept[i] = buffer_str(&d->sources[i]);
		buffer_free(&d->rules[i]);
	}
	hints_ready(hints);
	d->tables.sources = d->kept;
	d->tables.hints = hints;
	d->tables.file = data_hash(file);
	return &d->tables;
}

void
missing_title_tables_free(const struct missing_title_tables *t)
{
	struct draft *d = (struct draft *)t;

	if (t == &missing_title_index)
		return;
	for (int i = 0; i < MISSING_TITLES; i++)
		buffer_free(&d->sources[i]);
	hints_free((struct hints *)t->hints);
	free(d);
}

void
missing_titles_init(struct missing_titles *t)
{
	char *file = schema_path("missing.rules");
	bool is_built =
	    missing_title_index.hints && data_hash(file) == missing_title_index.file;

	t->tables = is_built ? &missing_title_index : missing_title_tables_read(file);
	for (int i = 0; i < MISSING_TITLES; i++)
		t->patterns[i] = pattern_later(t->tables->sources[i], PATTERN_CASELESS);
	free(file);
}

void
missing_titles_free(struct missing_titles *t)
{
	for (int i = 0; i < MISSING_TITLES; i++)
		pattern_free(t->patterns[i]);
	missing_title_tables_free(t->tables);
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
	hints_look(t->tables->hints, page->title, NULL, &may);
	return (has_bit(may.bits, MISSING_SURE) &&
		   pattern_match(t->patterns[MISSING_SURE], page->title)) ||
	       (has_bit(may.bits, MISSING_DOUBTFUL) &&
		   pattern_match(t->patterns[MISSING_DOUBTFUL], page->title) &&
		   !introduces_itself(page));
}

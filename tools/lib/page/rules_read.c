/* rules_read.c - reading schemas/page.rules and schemas/menu.weights. */
#include "rules_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"
#include "../base/memory.h"

static const char *const names[RULES] = {
	[CLASS_BREADCRUMB] = "class.breadcrumb",
	[CLASS_LANGUAGE] = "class.language",
	[CLASS_PAGINATION] = "class.pagination",
	[CLASS_CONTENTS] = "class.contents",
	[CLASS_SOCIAL] = "class.social",
	[CLASS_TAGS] = "class.tags",
	[CLASS_RELATED] = "class.related",
	[CLASS_SKIP] = "class.skip",
	[CLASS_FOOTER] = "class.footer",
	[CLASS_MENU] = "class.menu",
	[CLASS_CURRENT] = "class.current",
	[CLASS_GROUP] = "class.group",
	[CLASS_BANNER] = "class.banner",
	[CLASS_COMPLEMENTARY] = "class.complementary",
	[CLASS_FORM] = "class.form",
	[CLASS_SEARCH] = "class.search",
	[CLASS_TOOLS] = "class.tools",
	[CLASS_CONTROL] = "class.control",
	[CLASS_LINE_NUMBER] = "class.line-number",
	[CLASS_BUTTON] = "class.button",
	[CLASS_HIDDEN] = "class.hidden",
	[CLASS_MAIN] = "class.main",
	[CLASS_AUTHOR] = "class.author",
	[CLASS_DATE] = "class.date",
	[CLASS_DISCUSSION] = "class.discussion",
	[LABEL_SKIP] = "label.skip",
	[LABEL_LANGUAGE] = "label.language",
	[LABEL_SOCIAL] = "label.social",
	[LABEL_PAGINATION] = "label.pagination",
	[LABEL_PAGER] = "label.pager",
	[LABEL_MORE] = "label.more",
	[LABEL_HOME] = "label.home",
	[HEADING_BREADCRUMB] = "heading.breadcrumb",
	[HEADING_LANGUAGE] = "heading.language",
	[HEADING_CONTENTS] = "heading.contents",
	[HEADING_RELATED] = "heading.related",
	[HEADING_SEE_ALSO] = "heading.see-also",
	[HEADING_MENU] = "heading.menu",
	[HEADING_SEARCH] = "heading.search",
	[HEADING_FOOTER] = "heading.footer",
	[HREF_SOCIAL] = "href.social",
	[ID_DISCUSSION] = "id.discussion",
	[LABEL_INACCESSIBLE] = "label.inaccessible",
	[TEXT_BYLINE] = "text.byline",
};

/* Tables that are being read. */
struct draft {
	struct rule_tables
	    tables;       /* first: what rule_tables_read() returns; weights NAN until read */
	const char *file; /* in hand */
	struct buffer sources[RULES];
	struct str kept[RULES]; /* these, once they are read */
};

static int
set_of(struct str name)
{
	for (int i = 0; i < RULES; i++)
		if (str_eq(name, str_of(names[i])))
			return i;
	return -1;
}

/* "set pattern", a comment or an empty line. */
static void
read_line(void *context, int number, struct str line)
{
	struct draft *d = context;
	struct str name;
	int set;

	if (!line.n || line.p[0] == '#')
		return;
	str_token(&line, &name);
	line = str_trim(line);
	set = set_of(name);
	if (set < 0)
		die("%s: line %d: unknown set '%.*s'", d->file, number, (int)name.n, name.p);
	if (!line.n)
		die("%s: line %d: '%s' has no pattern", d->file, number, names[set]);
	if (d->sources[set].n)
		buffer_char(&d->sources[set], '|');
	buffer_printf(&d->sources[set], "(?:%.*s)", (int)line.n, line.p);
}

/* Put the patterns of the sets where they stay. */
static void
finish_sets(struct draft *d)
{
	struct hints *hints = hints_new();

	for (int set = 0; set < RULES; set++) {
		if (!d->sources[set].n)
			die("%s: no pattern for '%s'", d->file, names[set]);
		d->kept[set] = buffer_str(&d->sources[set]);
		hints_add(hints, (uint32_t)set, d->kept[set]);
	}
	hints_ready(hints);
	d->tables.sources = d->kept;
	d->tables.hints = hints;
}

/* "trait number", a comment or an empty line. */
static void
read_weight(void *context, int number, struct str line)
{
	struct draft *d = context;
	struct str name, value;
	int trait = 0;
	char *end;

	if (!line.n || line.p[0] == '#')
		return;
	str_token(&line, &name);
	value = str_trim(line);
	while (trait < TRAITS && !str_eq(name, str_of(trait_names[trait])))
		trait++;
	if (trait == TRAITS)
		die("%s: line %d: unknown trait '%.*s'", d->file, number, (int)name.n, name.p);
	d->tables.weights[trait] = strtod(value.p, &end);
	if (!value.n || end != value.p + value.n)
		die("%s: line %d: '%.*s' is no number", d->file, number, (int)value.n, value.p);
}

const struct rule_tables *
rule_tables_read(const char *rules, const char *weights)
{
	struct draft *d = x_calloc(1, sizeof(*d));

	d->file = rules;
	data_lines(rules, read_line, d);
	finish_sets(d);
	for (int trait = 0; trait < TRAITS; trait++)
		d->tables.weights[trait] = NAN;
	d->file = weights;
	data_lines(weights, read_weight, d);
	for (int trait = 0; trait < TRAITS; trait++)
		if (isnan(d->tables.weights[trait]))
			die("%s: no weight for '%s'", weights, trait_names[trait]);
	d->tables.rules_file = data_hash(rules);
	d->tables.weights_file = data_hash(weights);
	return &d->tables;
}

const struct rule_tables *
rule_tables_new(void)
{
	char *rules = schema_path("page.rules"), *weights = schema_path("menu.weights");
	const struct rule_tables *t = &rule_index;

	if (!t->hints || data_hash(rules) != t->rules_file ||
	    data_hash(weights) != t->weights_file)
		t = rule_tables_read(rules, weights);
	free(rules);
	free(weights);
	return t;
}

void
rule_tables_free(const struct rule_tables *t)
{
	struct draft *d = (struct draft *)t;

	if (!t || t == &rule_index)
		return;
	for (int set = 0; set < RULES; set++)
		buffer_free(&d->sources[set]);
	hints_free((struct hints *)t->hints);
	free(d);
}

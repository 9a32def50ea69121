/* rules.c - reading schemas/page.rules. */
#include "rules.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/pattern.h"

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
	[CLASS_BANNER] = "class.banner",
	[CLASS_COMPLEMENTARY] = "class.complementary",
	[CLASS_FORM] = "class.form",
	[CLASS_SEARCH] = "class.search",
	[CLASS_TOOLS] = "class.tools",
	[CLASS_HIDDEN] = "class.hidden",
	[CLASS_MAIN] = "class.main",
	[CLASS_AUTHOR] = "class.author",
	[CLASS_DATE] = "class.date",
	[LABEL_SKIP] = "label.skip",
	[LABEL_LANGUAGE] = "label.language",
	[LABEL_PAGINATION] = "label.pagination",
	[LABEL_MORE] = "label.more",
	[HEADING_BREADCRUMB] = "heading.breadcrumb",
	[HEADING_LANGUAGE] = "heading.language",
	[HEADING_CONTENTS] = "heading.contents",
	[HEADING_RELATED] = "heading.related",
	[HEADING_MENU] = "heading.menu",
	[HEADING_SEARCH] = "heading.search",
	[HEADING_FOOTER] = "heading.footer",
	[HREF_SOCIAL] = "href.social",
	[TEXT_BYLINE] = "text.byline",
};

struct rules {
	struct buffer sources[RULES]; /* the patterns of a set as alternatives, while reading */
	struct pattern *patterns[RULES];
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
read_line(struct rules *r, const char *file, int number, struct str line)
{
	struct str name;
	int set;

	line = str_trim(line);
	if (!line.n || line.p[0] == '#')
		return;
	str_token(&line, &name);
	line = str_trim(line);
	set = set_of(name);
	if (set < 0)
		die("%s: line %d: unknown set '%.*s'", file, number, (int)name.n, name.p);
	if (!line.n)
		die("%s: line %d: '%s' has no pattern", file, number, names[set]);
	if (r->sources[set].n)
		buffer_char(&r->sources[set], '|');
	buffer_printf(&r->sources[set], "(?:%.*s)", (int)line.n, line.p);
}

static void
compile(struct rules *r, const char *file, int set)
{
	struct buffer why = { 0 };

	if (!r->sources[set].n)
		die("%s: no pattern for '%s'", file, names[set]);
	r->patterns[set] = pattern_new(buffer_str(&r->sources[set]), PATTERN_CASELESS, &why);
	if (!r->patterns[set])
		die("%s: %s: %.*s", file, names[set], (int)why.n, why.data);
	buffer_free(&r->sources[set]);
}

struct rules *
rules_new(void)
{
	struct rules *r = x_calloc(1, sizeof(*r));
	char *file = schema_path("page.rules"), *line = NULL;
	size_t cap = 0;
	ssize_t n;
	int number = 0;
	FILE *f = fopen(file, "r");

	if (!f)
		die("%s: %s", file, strerror(errno));
	while ((n = getline(&line, &cap, f)) >= 0)
		read_line(r, file, ++number, (struct str){ line, (size_t)n });
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	fclose(f);
	free(line);
	for (int set = 0; set < RULES; set++)
		compile(r, file, set);
	free(file);
	return r;
}

void
rules_free(struct rules *r)
{
	if (!r)
		return;
	for (int set = 0; set < RULES; set++)
		pattern_free(r->patterns[set]);
	free(r);
}

bool
rules_match(const struct rules *r, enum rule set, struct str text)
{
	return text.n && pattern_match(r->patterns[set], text);
}

struct str
rules_rest(const struct rules *r, enum rule set, struct str text)
{
	size_t end = text.n ? pattern_end(r->patterns[set], text) : PATTERN_NONE;

	return end == PATTERN_NONE ? text : str_part(text, end, text.n);
}

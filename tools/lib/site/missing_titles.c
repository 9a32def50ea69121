/* missing_titles.c - titles of pages that say there is no such page. */
#include "missing_titles.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/data.h"
#include "../base/diagnostics.h"

/* What parts a title into its parts: the page's own and the site's. */
#define BORDER "[|\\x{2013}\\x{2014}\\x{B7}\\x{BB}:\\x{2022}]|(?<=\\s)-(?=\\s)"

struct pattern *
missing_titles_new(void)
{
	char *file = schema_path("missing.rules"), *line = NULL;
	struct buffer source = { 0 }, why = { 0 };
	FILE *f = fopen(file, "r");
	struct pattern *pattern;
	size_t cap = 0;
	ssize_t n;

	if (!f)
		die("%s: %s", file, strerror(errno));
	buffer_add(&source, STR("(?:^|" BORDER ")\\s*(?:"));
	while ((n = getline(&line, &cap, f)) >= 0) {
		struct str rule = str_trim((struct str){ line, (size_t)n });

		if (rule.n && rule.p[0] != '#')
			buffer_printf(&source, "%.*s|", (int)rule.n, rule.p);
	}
	source.n--; /* the last bar */
	buffer_add(&source, STR(")[.!\\s]*(?:$|" BORDER ")"));
	pattern = pattern_new(buffer_str(&source), PATTERN_CASELESS, &why);
	if (!pattern || ferror(f))
		die("%s: %.*s", file, (int)why.n, buffer_str(&why).p);
	fclose(f);
	free(line);
	free(file);
	buffer_free(&source);
	return pattern;
}

/* phrases.c - reading files of phrases, and finding them.
 *
 * The rows of a place are alternatives of one pattern; each ends with a mark that is its
 * number, so one search tells which row it was. */
#include "phrases.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/arena.h"
#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "../base/pattern.h"

struct phrases {
	struct phrase *rows;
	size_t n, cap;
	struct buffer sources[PLACES];    /* while reading */
	struct pattern *patterns[PLACES]; /* NULL: no row */
	struct arena arena;
};

/* A file being read. */
struct reading {
	const char *file;
	int line;
};

static const struct kind_row {
	const char *name;
	enum phrase_place place;
} kinds[PHRASES] = {
	[PHRASE_COMING_SOON] = { "coming-soon", PLACE_SENTENCE },
	[PHRASE_CONSTRUCTION] = { "construction", PLACE_SENTENCE },
	[PHRASE_COME_BACK] = { "come-back", PLACE_SENTENCE },
	[PHRASE_NO_CONTENT] = { "no-content", PLACE_SENTENCE },
	[PHRASE_NOT_FOUND] = { "not-found", PLACE_SENTENCE },
	[PHRASE_MAINTENANCE] = { "maintenance", PLACE_SENTENCE },
	[PHRASE_ACCESS_DENIED] = { "access-denied", PLACE_SENTENCE },
	[PHRASE_PARKED] = { "parked", PLACE_SENTENCE },
	[PHRASE_CMS_DEFAULT] = { "cms-default", PLACE_SENTENCE },
	[PHRASE_LOREM] = { "lorem", PLACE_PASSAGE },
	[PHRASE_TOKEN] = { "template-token", PLACE_PASSAGE },
	[PHRASE_SCRIPT] = { "script", PLACE_SENTENCE },
	[PHRASE_IMAGE] = { "image", PLACE_IMAGE },
	[PHRASE_ERROR_PATH] = { "error-path", PLACE_PATH },
};

const char *
phrase_kind_name(enum phrase_kind kind)
{
	return kinds[kind].name;
}

static int
kind_of_name(struct str name)
{
	for (int i = 0; i < PHRASES; i++)
		if (str_eq(name, str_of(kinds[i].name)))
			return i;
	return -1;
}

/* Die of a pattern that does not compile by itself: among the others it would be hard to find.
 */
static void
check_pattern(const struct reading *r, struct str pattern)
{
	struct buffer why = { 0 };
	struct pattern *p = pattern_new(pattern, PATTERN_CASELESS, &why);

	if (!p)
		die("%s: line %d: %.*s", r->file, r->line, (int)why.n, why.data);
	if (pattern_match(p, STR("")))
		die("%s: line %d: pattern '%.*s' matches nothing at all", r->file, r->line,
		    (int)pattern.n, pattern.p);
	pattern_free(p);
}

/* "language kind pattern", a comment or an empty line. */
static void
read_row(struct phrases *p, const struct reading *r, struct str line)
{
	struct str language, name = { 0 };
	struct buffer *source;
	int kind;

	line = str_trim(line);
	if (!line.n || line.p[0] == '#')
		return;
	str_token(&line, &language);
	str_token(&line, &name);
	line = str_trim(line);
	kind = name.p ? kind_of_name(name) : -1;
	if (!str_eq(language, STR("*")) && !language_is_valid(language))
		die("%s: line %d: '%.*s' is no language", r->file, r->line, (int)language.n,
		    language.p);
	if (kind < 0)
		die("%s: line %d: unknown kind '%.*s'", r->file, r->line, (int)name.n,
		    name.p ? name.p : "");
	if (!line.n)
		die("%s: line %d: no pattern", r->file, r->line);
	check_pattern(r, line);
	p->rows = x_grow(p->rows, &p->cap, p->n + 1, sizeof(*p->rows));
	p->rows[p->n] =
	    (struct phrase){ (enum phrase_kind)kind, arena_str(&p->arena, language) };
	source = &p->sources[kinds[kind].place];
	buffer_printf(
	    source, "%s(?:%.*s)(*MARK:%zu)", source->n ? "|" : "", (int)line.n, line.p, p->n++);
}

static void
read_file(struct phrases *p, const char *file)
{
	struct reading r = { .file = file };
	FILE *f = fopen(file, "r");
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	if (!f)
		die("%s: %s", file, strerror(errno));
	for (r.line = 1; (n = getline(&line, &cap, f)) >= 0; r.line++)
		read_row(p, &r, (struct str){ line, (size_t)n });
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	fclose(f);
	free(line);
}

static void
compile(struct phrases *p, enum phrase_place place)
{
	struct buffer why = { 0 };

	if (!p->sources[place].n)
		return;
	p->patterns[place] =
	    pattern_new(buffer_str(&p->sources[place]), PATTERN_CASELESS, &why);
	if (!p->patterns[place])
		die("phrases: %.*s", (int)(why.n < 200 ? why.n : 200), why.data);
	buffer_free(&p->sources[place]);
}

struct phrases *
phrases_new(bool ours, const char *const *files, size_t n)
{
	struct phrases *p = x_calloc(1, sizeof(*p));

	if (ours) {
		char *file = schema_path("stub.phrases");

		read_file(p, file);
		free(file);
	}
	for (size_t i = 0; i < n; i++)
		read_file(p, files[i]);
	if (!p->n)
		die("there are no phrases to look for");
	for (int place = 0; place < PLACES; place++)
		compile(p, (enum phrase_place)place);
	return p;
}

void
phrases_free(struct phrases *p)
{
	if (!p)
		return;
	for (int place = 0; place < PLACES; place++)
		pattern_free(p->patterns[place]);
	free(p->rows);
	arena_free(&p->arena);
	free(p);
}

const struct phrase *
phrases_find(
    const struct phrases *p, enum phrase_place place, struct str text, struct str *match)
{
	struct match m;

	if (!p->patterns[place] || !text.n || !pattern_find(p->patterns[place], text, 0, &m) ||
	    m.mark < 0)
		return NULL;
	*match = str_part(text, m.from, m.to);
	return &p->rows[m.mark];
}

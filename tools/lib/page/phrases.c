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
#include "../base/utf8.h"

struct group {
	enum phrase_place place;
	struct str language;
	struct buffer source;    /* while reading */
	struct pattern *pattern; /* once all is read */
	uint64_t scripts;        /* of which a text must have one, 0: it need not */
};

struct phrases {
	struct phrase *rows;
	size_t n, cap;
	struct group *groups;
	size_t n_groups, groups_cap;
	struct arena arena;
};

/* A file being read. */
struct reading {
	const char *file;
	int line;
	bool checks; /* each pattern by itself */
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
	[PHRASE_LOREM] = { "lorem", PLACE_FILLER },
	[PHRASE_TOKEN] = { "template-token", PLACE_TOKEN },
	[PHRASE_SCRIPT] = { "script", PLACE_SENTENCE },
	[PHRASE_SUBJECT] = { "subject", PLACE_SUBJECT },
	[PHRASE_IMAGE] = { "image", PLACE_IMAGE },
	[PHRASE_ERROR_PATH] = { "error-path", PLACE_PATH },
};

const char *
phrase_kind_name(enum phrase_kind kind)
{
	return kinds[kind].name;
}

/* Filler and tokens are ASCII: what letters of other scripts are need not be known, which is
 * much faster. */
static unsigned
flags_of(enum phrase_place place)
{
	unsigned flags = PATTERN_CASELESS | PATTERN_MULTILINE;

	return place == PLACE_FILLER || place == PLACE_TOKEN ? flags : flags | PATTERN_UNICODE;
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
check_pattern(const struct reading *r, int kind, struct str pattern)
{
	struct buffer why = { 0 };
	struct pattern *p = pattern_new(pattern, flags_of(kinds[kind].place), &why);

	if (!p)
		die("%s: line %d: %.*s", r->file, r->line, (int)why.n, why.data);
	if (pattern_match(p, STR("")))
		die("%s: line %d: pattern '%.*s' matches nothing at all", r->file, r->line,
		    (int)pattern.n, pattern.p);
	pattern_free(p);
}

/* Scripts as bits, a bit for each 128 code points below U+2000, three for those of East Asia.
 */
static uint64_t
script_of(uint32_t cp)
{
	if (cp < 0x2000)
		return (uint64_t)1 << (cp >> 7);
	if (cp >= 0x3040 && cp <= 0x30FF)
		return (uint64_t)1 << 40;
	if (cp >= 0x3400 && cp <= 0x9FFF)
		return (uint64_t)1 << 41;
	return cp >= 0xAC00 && cp <= 0xD7AF ? (uint64_t)1 << 42 : 0;
}

static uint64_t
scripts_of(struct str text)
{
	const char *p = text.p, *end = text.p + text.n;
	uint64_t scripts = 0;

	while (p < end) {
		uint32_t cp = (unsigned char)*p;

		if (cp < 0x80)
			p++;
		else
			p += utf8_read(p, end, &cp);
		scripts |= script_of(cp);
	}
	return scripts;
}

static struct group *
group_of(struct phrases *p, enum phrase_place place, struct str language)
{
	struct group *g;

	for (size_t i = 0; i < p->n_groups; i++)
		if (p->groups[i].place == place && str_eq(p->groups[i].language, language))
			return &p->groups[i];
	p->groups = x_grow(p->groups, &p->groups_cap, p->n_groups + 1, sizeof(*p->groups));
	g = &p->groups[p->n_groups++];
	*g = (struct group){ .place = place, .language = arena_str(&p->arena, language) };
	return g;
}

static void
add_row(struct phrases *p, int kind, struct str language, struct str pattern)
{
	struct group *g = group_of(p, kinds[kind].place, language);

	p->rows = x_grow(p->rows, &p->cap, p->n + 1, sizeof(*p->rows));
	p->rows[p->n] = (struct phrase){ (enum phrase_kind)kind, g->language };
	buffer_printf(&g->source, "%s(?:%.*s)(*MARK:%zu)", g->source.n ? "|" : "",
	    (int)pattern.n, pattern.p, p->n++);
}

/* "language kind pattern", a comment or an empty line. */
static void
read_row(struct phrases *p, const struct reading *r, struct str line)
{
	struct str language, name = { 0 };
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
	if (r->checks)
		check_pattern(r, kind, line);
	add_row(p, kind, language, line);
}

static void
read_file(struct phrases *p, const char *file, bool checks)
{
	struct reading r = { .file = file, .checks = checks };
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

/* Scripts that part words, and write nothing at the front of one that a phrase may lack. */
static const uint64_t latin = (uint64_t)3 << 60 | 0x3F; /* to U+02FF, U+1E00 to U+1EFF */
static const uint64_t greek_and_cyrillic = (uint64_t)3 << 62 | 0x3C0;

static void
compile(struct group *g)
{
	struct str source = buffer_str(&g->source);
	struct buffer why = { 0 }, at_word = { 0 };
	bool plain = (scripts_of(source) & ~(latin | greek_and_cyrillic)) == 0;

	if (!str_eq(g->language, STR("*"))) {
		g->scripts = scripts_of(source) & ~latin;
		g->scripts = g->scripts ? g->scripts : latin;
	}
	/* To look at the starts of words only is several times faster. */
	if (plain && g->place <= PLACE_FILLER)
		buffer_add(&at_word, STR("(?<![^\\s\"'(/-])"));
	buffer_printf(&at_word, "(?:%.*s)", (int)source.n, source.p);
	g->pattern = pattern_new(buffer_str(&at_word), flags_of(g->place), &why);
	if (!g->pattern)
		die("phrases of '%.*s': %.*s", (int)g->language.n, g->language.p,
		    (int)(why.n < 200 ? why.n : 200), why.data);
	buffer_free(&at_word);
	buffer_free(&g->source);
}

struct phrases *
phrases_new(bool ours, const char *const *files, size_t n)
{
	struct phrases *p = x_calloc(1, sizeof(*p));

	if (ours) {
		char *file = schema_path("stub.phrases");

		read_file(p, file, false); /* our tests do */
		free(file);
	}
	for (size_t i = 0; i < n; i++)
		read_file(p, files[i], true);
	if (!p->n)
		die("there are no phrases to look for");
	for (size_t i = 0; i < p->n_groups; i++)
		compile(&p->groups[i]);
	return p;
}

void
phrases_free(struct phrases *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->n_groups; i++)
		pattern_free(p->groups[i].pattern);
	free(p->groups);
	free(p->rows);
	arena_free(&p->arena);
	free(p);
}

bool
phrases_next(struct phrase_search *s, struct phrase_match *m)
{
	for (; s->group < s->phrases->n_groups; s->group++, s->from = 0) {
		const struct group *g = &s->phrases->groups[s->group];
		struct match match;

		if (g->place != s->place || s->from >= s->text.n)
			continue;
		if (!s->from && g->scripts && !s->scripts)
			s->scripts = scripts_of(s->text);
		if (g->scripts && !(g->scripts & s->scripts))
			continue;
		if (!pattern_find(g->pattern, s->text, s->from, &match) || match.mark < 0)
			continue;
		*m = (struct phrase_match){ &s->phrases->rows[match.mark], match.from,
			match.to };
		s->from = match.to;
		return true;
	}
	return false;
}

const struct phrase *
phrases_find(
    const struct phrases *p, enum phrase_place place, struct str text, struct str *match)
{
	struct phrase_search s = { .phrases = p, .place = place, .text = text };
	struct phrase_match m;

	if (!phrases_next(&s, &m))
		return NULL;
	*match = str_part(text, m.from, m.to);
	return m.phrase;
}

bool
phrases_match(
    const struct phrases *p, enum phrase_place place, struct str language, struct str text)
{
	struct match match;

	for (size_t i = 0; i < p->n_groups; i++)
		if (p->groups[i].place == place && str_eq(p->groups[i].language, language))
			return pattern_find(p->groups[i].pattern, text, 0, &match);
	return true;
}

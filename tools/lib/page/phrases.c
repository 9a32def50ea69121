/* phrases.c - reading files of phrases, and finding them. */
#include "phrases.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/arena.h"
#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"
#include "../base/hint_scripts.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "../base/pattern.h"
#include "../base/utf8.h"

/* An alternative of a phrase's pattern, or all of it. Those of one phrase stand beside each
 * other. */
struct row {
	struct phrase phrase;
	enum phrase_place place;
	uint32_t first;            /* row of the phrase */
	struct str phrase_pattern; /* of which the source is an alternative */
	struct str source;
	_Atomic(struct pattern *) pattern; /* NULL: nobody has asked for it */
};

/* Rows are told from each other by a bit each. */
enum { WORD = 64 };

/* Bytes of a pattern that tell whether it is worth asking for its script. */
enum { START = 64 };

/* Phrases of sentences in other scripts than Latin, whose patterns are only read when there is
 * a text in one: that takes longer than a small page. */
struct foreign {
	struct hints *hints;
	uint32_t *phrases; /* their first rows */
	size_t n, cap;
	atomic_bool ready;
};

struct phrases {
	struct row *rows;
	size_t n, cap;
	struct hints *hints[PLACES]; /* by number of row */
	struct foreign *foreign;
	struct hinted of_place[PLACES], of_kind[PHRASES];
	struct arena arena;     /* languages and sources */
	pthread_mutex_t access; /* to patterns that nobody has asked for */
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

/* True for scripts that part words and write nothing at the front of one that a phrase may
 * lack: Latin, Greek and Cyrillic. */
static bool
parts_words(struct str text)
{
	const char *p = text.p, *end = text.p + text.n;

	for (;;) {
		uint32_t cp = 0;

		while (p < end && (unsigned char)*p < 0x80)
			p++;
		if (p == end)
			return true;
		p += utf8_read(p, end, &cp);
		if (cp >= 0x530 && (cp < 0x1E00 || cp > 0x1FFF))
			return false;
	}
}

/* Dies where a pattern does not compile, or finds phrases where there is nothing. */
static void
check(const struct reading *r, enum phrase_place place, struct str source)
{
	struct buffer why = { 0 };
	struct pattern *p = pattern_new(source, flags_of(place), &why);
	bool finds_nothing = p && pattern_match(p, STR(""));

	pattern_free(p);
	if (why.n)
		die("%s: line %d: %.*s", r->file, r->line, (int)why.n, why.data);
	if (finds_nothing)
		die("%s: line %d: pattern '%.*s' matches nothing at all", r->file, r->line,
		    (int)source.n, source.p);
}

static struct pattern *
compile(const struct row *row)
{
	struct buffer source = { 0 };
	struct pattern *p;

	if (row->place <= PLACE_FILLER && parts_words(row->phrase_pattern))
		buffer_add(&source, STR("(?<![^\\s\"'(/-])"));
	buffer_add(&source, STR("(?:"));
	buffer_add(&source, row->source);
	buffer_char(&source, ')');
	p = pattern_later(buffer_str(&source), flags_of(row->place));
	buffer_free(&source);
	return p;
}

/* The pattern of a row. Most are never asked for. */
static const struct pattern *
pattern_of(const struct phrases *p, size_t number)
{
	struct row *row = &p->rows[number];
	struct pattern *pattern = atomic_load(&row->pattern);

	if (pattern)
		return pattern;
	pthread_mutex_lock(&((struct phrases *)p)->access);
	pattern = atomic_load(&row->pattern);
	if (!pattern) {
		pattern = compile(row);
		atomic_store(&row->pattern, pattern);
	}
	pthread_mutex_unlock(&((struct phrases *)p)->access);
	return pattern;
}

static void
add_row(struct phrases *p, const struct row *row, struct str source)
{
	uint64_t bit = (uint64_t)1 << p->n % WORD;

	p->of_place[row->place].bits[p->n / WORD] |= bit;
	p->of_kind[row->phrase.kind].bits[p->n / WORD] |= bit;
	p->rows = x_grow(p->rows, &p->cap, p->n + 1, sizeof(*p->rows));
	p->rows[p->n] = *row;
	p->rows[p->n++].source = source;
}

/* Read the pattern of a phrase later, into rows without sources. */
static void
put_off(struct phrases *p, uint32_t first, struct str *parts, uint32_t n)
{
	struct foreign *f = p->foreign;

	f->phrases = x_grow(f->phrases, &f->cap, f->n + 1, sizeof(*f->phrases));
	f->phrases[f->n++] = first;
	memset(parts, 0, n * sizeof(*parts));
}

/* Read what was put off. */
static void
read_foreign(const struct phrases *p)
{
	struct foreign *f = p->foreign;

	pthread_mutex_lock(&((struct phrases *)p)->access);
	for (size_t i = 0; i < f->n && !f->ready; i++) {
		struct row *row = &p->rows[f->phrases[i]];
		struct str parts[HINT_PARTS];
		uint32_t n = hints_add_parts(f->hints, row->first, row->phrase_pattern, parts);

		for (uint32_t k = 0; k < n; k++)
			row[k].source = parts[k];
	}
	if (!f->ready)
		hints_ready(f->hints);
	f->ready = true;
	pthread_mutex_unlock(&((struct phrases *)p)->access);
}

static void
add_phrase(struct phrases *p, const struct reading *r, enum phrase_kind kind,
    struct str language, struct str pattern)
{
	struct row row = { .phrase = { kind, arena_str(&p->arena, language) },
		.place = kinds[kind].place,
		.first = (uint32_t)p->n,
		.phrase_pattern = arena_str(&p->arena, pattern) };
	struct str parts[HINT_PARTS];
	uint32_t n = 1;

	if (r->checks) /* by itself, so that what is said is said of the user's text */
		check(r, row.place, pattern);
	if (p->n + HINT_PARTS > HINTED)
		die("%s: line %d: more than %d phrases", r->file, r->line, HINTED);
	if (row.place == PLACE_SENTENCE && hint_text_is_foreign(str_part(pattern, 0, START)) &&
	    hint_pattern_is_foreign(pattern, &n) && n <= HINT_PARTS)
		put_off(p, row.first, parts, n);
	else if (row.place != PLACE_SUBJECT) /* those are matched one by one */
		n = hints_add_parts(p->hints[row.place], row.first, row.phrase_pattern, parts);
	else
		parts[0] = row.phrase_pattern;
	for (uint32_t i = 0; i < n; i++)
		add_row(p, &row, parts[i]);
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
	add_phrase(p, r, (enum phrase_kind)kind, language, line);
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

struct phrases *
phrases_new(bool ours, const char *const *files, size_t n)
{
	struct phrases *p = x_calloc(1, sizeof(*p));

	pthread_mutex_init(&p->access, NULL);
	p->foreign = x_calloc(1, sizeof(*p->foreign));
	p->foreign->hints = hints_new();
	for (int i = 0; i < PLACES; i++)
		p->hints[i] = hints_new();
	if (ours) {
		char *file = schema_path("stub.phrases");

		read_file(p, file, false); /* our tests do */
		free(file);
	}
	for (size_t i = 0; i < n; i++)
		read_file(p, files[i], true);
	if (!p->n)
		die("there are no phrases to look for");
	for (int i = 0; i < PLACES; i++)
		hints_ready(p->hints[i]);
	return p;
}

void
phrases_free(struct phrases *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->n; i++)
		pattern_free(atomic_load(&p->rows[i].pattern));
	for (int i = 0; i < PLACES; i++)
		hints_free(p->hints[i]);
	hints_free(p->foreign->hints);
	free(p->foreign->phrases);
	free(p->foreign);
	pthread_mutex_destroy(&p->access);
	free(p->rows);
	arena_free(&p->arena);
	free(p);
}

void
phrases_look(
    const struct phrases *p, enum phrase_place place, struct str text, struct hinted *hinted)
{
	struct hinted more;

	hints_look(p->hints[place], text, hinted);
	if (place != PLACE_SENTENCE || !p->foreign->n || !hint_text_is_foreign(text))
		return;
	if (!p->foreign->ready)
		read_foreign(p);
	hints_look(p->foreign->hints, text, &more);
	for (size_t word = 0; word * WORD < p->n; word++)
		hinted->bits[word] |= more.bits[word];
}

bool
phrases_hinted(const struct phrases *p, enum phrase_place place, const struct hinted *hinted)
{
	uint64_t any = 0;

	for (size_t word = 0; word * WORD < p->n; word++)
		any |= hinted->bits[word] & p->of_place[place].bits[word];
	return any != 0;
}

void
phrases_keep(const struct phrases *p, unsigned of, struct hinted *hinted)
{
	for (size_t word = 0; word * WORD < p->n; word++) {
		uint64_t kept = 0;

		for (int kind = 0; kind < PHRASES; kind++)
			if (of >> kind & 1)
				kept |= p->of_kind[kind].bits[word];
		hinted->bits[word] &= kept;
	}
}

unsigned
phrases_kinds(const struct phrases *p, const struct hinted *hinted)
{
	unsigned of = 0;

	for (size_t word = 0; word * WORD < p->n; word++)
		for (uint64_t left = hinted->bits[word]; left; left &= left - 1)
			of |= 1U << p->rows[WORD * word + (size_t)__builtin_ctzll(left)]
			                .phrase.kind;
	return of;
}

/* The next row of the place that is hinted at, from s->row on, which is then the one after it.
 */
static bool
next_hinted(struct phrase_search *s, size_t *row)
{
	const uint64_t *of_place = s->phrases->of_place[s->place].bits;

	for (size_t word = s->row / WORD; word * WORD < s->phrases->n; word++) {
		uint64_t bits = s->hinted->bits[word] & of_place[word];

		if (word == s->row / WORD)
			bits &= UINT64_MAX << (s->row % WORD);
		if (bits) {
			*row = WORD * word + (size_t)__builtin_ctzll(bits);
			s->row = *row + 1;
			return true;
		}
	}
	return false;
}

/* Match a row. What alternatives of a phrase match together begins first; where two begin at
 * once, it is what the first of them matches. */
static void
match_row(const struct phrase_search *s, size_t number, struct phrase_match *m)
{
	struct match match;

	if (pattern_find(pattern_of(s->phrases, number), s->text, 0, &match) &&
	    (!m->phrase || match.from < m->from))
		*m = (struct phrase_match){ &s->phrases->rows[number].phrase, match.from,
			match.to };
}

bool
phrases_next(struct phrase_search *s, struct phrase_match *m)
{
	const struct row *rows = s->phrases->rows;
	size_t row, other;

	while (s->text.n && next_hinted(s, &row)) {
		struct phrase_search ahead = *s;

		m->phrase = NULL;
		match_row(s, row, m);
		while (next_hinted(&ahead, &other) && rows[other].first == rows[row].first) {
			match_row(s, other, m);
			*s = ahead;
		}
		if (m->phrase)
			return true;
	}
	return false;
}

uint32_t
phrases_count(const struct phrases *p, enum phrase_place place, const struct hinted *hinted,
    struct str text)
{
	struct phrase_search s = { p, place, hinted, text, 0 };
	uint32_t n = 0;
	size_t row;

	while (next_hinted(&s, &row)) {
		struct match m = { 0 };

		while (m.to < text.n && pattern_find(pattern_of(p, row), text, m.to, &m))
			n++;
	}
	return n;
}

const struct phrase *
phrases_find(const struct phrases *p, enum phrase_place place, const struct hinted *hinted,
    struct str text, struct str *match)
{
	struct phrase_search s = { p, place, hinted, text, 0 };
	struct hinted own;
	struct phrase_match m;

	if (!hinted) {
		phrases_look(p, place, text, &own);
		s.hinted = &own;
	}
	if (!phrases_next(&s, &m))
		return NULL;
	*match = str_part(text, m.from, m.to);
	return m.phrase;
}

bool
phrases_match(
    const struct phrases *p, enum phrase_place place, struct str language, struct str text)
{
	bool listed = false, all = place == PLACE_SUBJECT; /* of which there are no hints */
	struct hinted hinted;

	if (!all)
		phrases_look(p, place, text, &hinted);
	for (size_t i = 0; i < p->n; i++) {
		const struct row *row = &p->rows[i];

		if (row->place != place || !str_eq(row->phrase.language, language))
			continue;
		listed = true;
		if ((all || hinted.bits[i / WORD] >> i % WORD & 1) &&
		    pattern_match(pattern_of(p, i), text))
			return true;
	}
	return !listed;
}

/* phrases_read.c - reading files of phrases. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/bits.h"
#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"
#include "../base/hint_scripts.h"
#include "../base/language.h"
#include "../base/memory.h"
#include "../base/pattern.h"
#include "../base/utf8.h"
#include "phrase_tables.h"

/* Bytes of a pattern that tell whether it is worth asking for its script. */
enum { START = 64 };

/* Tables on their way. */
struct making {
	struct phrase_tables tables; /* first: what phrases_read() returns */
	struct buffer text;
	struct phrase_entry *phrases;
	struct phrase_row *rows;
	size_t phrases_cap, rows_cap;
	struct hints *hints[PLACES], *foreign;
};

/* A file being read. */
struct reading {
	struct making *making;
	const char *file;
	int line;
	bool checks; /* each pattern by itself */
};

/* Filler and tokens are ASCII: what letters of other scripts are need not be known, which is
 * much faster. */
unsigned
phrase_flags(enum phrase_place place)
{
	unsigned flags = PATTERN_CASELESS | PATTERN_MULTILINE;

	return place == PLACE_FILLER || place == PLACE_TOKEN ? flags : flags | PATTERN_UNICODE;
}

/* Dies where a pattern does not compile, or finds phrases where there is nothing. */
static void
check_pattern(const struct reading *r, enum phrase_place place, struct str source)
{
	struct buffer why = { 0 };
	struct pattern *p = pattern_new(source, phrase_flags(place), &why);
	bool finds_nothing = p && pattern_match(p, STR(""));

	pattern_free(p);
	if (why.n)
		die("%s: line %d: %.*s", r->file, r->line, (int)why.n, why.data);
	if (finds_nothing)
		die("%s: line %d: pattern '%.*s' matches nothing at all", r->file, r->line,
		    (int)source.n, source.p);
}

/* Where a part of the text is. */
static uint32_t
place_of(const struct making *m, struct str part)
{
	return (uint32_t)(part.p - m->text.data);
}

static void
add_row(struct making *m, enum phrase_kind kind, struct str source)
{
	struct phrase_tables *t = &m->tables;

	set_bit(t->of_place[phrase_kind_place(kind)].bits, t->n);
	set_bit(t->of_kind[kind].bits, t->n);
	m->rows = x_grow(m->rows, &m->rows_cap, t->n + 1, sizeof(*m->rows));
	m->rows[t->n++] = (struct phrase_row){ place_of(m, source), (uint32_t)source.n,
		(uint16_t)t->n_phrases };
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

bool
phrase_begins_word(enum phrase_place place, struct str pattern)
{
	return place <= PLACE_FILLER && parts_words(pattern);
}

/* The hints that a pattern belongs to. */
static struct hints *
hints_for(const struct making *m, enum phrase_place place, struct str pattern)
{
	bool foreign = place == PLACE_SENTENCE &&
	               hint_text_is_foreign(str_part(pattern, 0, START)) &&
	               hint_pattern_is_foreign(pattern);

	return foreign ? m->foreign : m->hints[place];
}

static void
add_phrase(
    const struct reading *r, enum phrase_kind kind, struct str language, struct str pattern)
{
	struct making *m = r->making;
	struct phrase_tables *t = &m->tables;
	enum phrase_place place = phrase_kind_place(kind);
	struct str parts[HINT_PARTS] = { pattern };
	uint32_t n = 1;

	if (r->checks) /* by itself, so that what is said is said of the user's text */
		check_pattern(r, place, pattern);
	if (t->n + HINT_PARTS > HINTED)
		die("%s: line %d: more than %d phrases", r->file, r->line, HINTED);
	if (place != PLACE_SUBJECT) /* those are matched one by one */
		n = hints_add_parts(hints_for(m, place, pattern), t->n, pattern,
		    phrase_begins_word(place, pattern), parts);
	for (uint32_t i = 0; i < n; i++)
		add_row(m, kind, parts[i]);
	m->phrases = x_grow(m->phrases, &m->phrases_cap, t->n_phrases + 1, sizeof(*m->phrases));
	m->phrases[t->n_phrases++] = (struct phrase_entry){ place_of(m, language),
		place_of(m, pattern), (uint32_t)pattern.n, (uint8_t)language.n, (uint8_t)kind };
}

/* "language kind pattern", a comment or an empty line. */
static void
read_row(const struct reading *r, struct str line)
{
	struct str language, name = { 0 };
	int kind;

	line = str_trim(line);
	if (!line.n || line.p[0] == '#')
		return;
	str_token(&line, &language);
	str_token(&line, &name);
	line = str_trim(line);
	kind = name.p ? phrase_kind_of(name) : -1;
	if (!str_eq(language, STR("*")) && !language_is_valid(language))
		die("%s: line %d: '%.*s' is no language", r->file, r->line, (int)language.n,
		    language.p);
	if (kind < 0)
		die("%s: line %d: unknown kind '%.*s'", r->file, r->line, (int)name.n,
		    name.p ? name.p : "");
	if (!line.n)
		die("%s: line %d: no pattern", r->file, r->line);
	add_phrase(r, (enum phrase_kind)kind, language, line);
}

/* Append a file's bytes. */
static void
load(struct buffer *text, const char *file)
{
	enum { PART = 1 << 16 };
	FILE *f = fopen(file, "r");
	size_t n;

	if (!f)
		die("%s: %s", file, strerror(errno));
	while ((n = fread(buffer_room(text, PART), 1, PART, f)))
		text->n += n;
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	fclose(f);
}

static void
read_file(struct making *m, const char *file, bool checks)
{
	struct reading r = { .making = m, .file = file, .checks = checks };
	size_t from = m->text.n;
	struct str text;

	load(&m->text, file);
	text = buffer_str(&m->text);
	for (r.line = 1; from < text.n; r.line++) {
		size_t to = str_find_char(text, '\n', from);

		read_row(&r, str_part(text, from, to));
		from = to + 1;
	}
}

struct phrase_tables *
phrases_read(const char *ours, const char *const *files, size_t n)
{
	struct making *m = x_calloc(1, sizeof(*m));
	struct phrase_tables *t = &m->tables;

	t->foreign = m->foreign = hints_new();
	for (int i = 0; i < PLACES; i++)
		t->hints[i] = m->hints[i] = hints_new();
	if (ours) {
		read_file(m, ours, false); /* our tests do */
		t->file = data_hash(ours);
	}
	for (size_t i = 0; i < n; i++)
		read_file(m, files[i], true);
	if (!t->n)
		die("there are no phrases to look for");
	t->text = buffer_str(&m->text);
	t->phrases = m->phrases;
	t->rows = m->rows;
	hints_ready(m->foreign);
	for (int i = 0; i < PLACES; i++)
		hints_ready(m->hints[i]);
	return t;
}

void
phrase_tables_free(struct phrase_tables *t)
{
	struct making *m = (struct making *)t;

	if (!t)
		return;
	for (int i = 0; i < PLACES; i++)
		hints_free(m->hints[i]);
	hints_free(m->foreign);
	free(m->phrases);
	free(m->rows);
	buffer_free(&m->text);
	free(m);
}

/* phrases.c - finding phrases. */
#include "phrases.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "../base/bits.h"
#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/hint_scripts.h"
#include "../base/memory.h"
#include "../base/pattern.h"
#include "phrase_tables.h"

/* Rows are told from each other by a bit each. */
enum { WORD = 64 };

struct phrases {
	const struct phrase_tables *tables;
	struct phrase_tables *read;          /* NULL: they are in the program */
	struct phrase *phrases;              /* as the tables have them */
	_Atomic(struct pattern *) *patterns; /* of rows; NULL: nobody has asked for it */
	pthread_mutex_t access;              /* to those that nobody has asked for */
};

/* The phrase of a row. */
static const struct phrase *
phrase_of(const struct phrases *p, size_t number)
{
	return &p->phrases[p->tables->rows[number].phrase];
}

static struct pattern *
compile(const struct phrase_tables *t, const struct phrase_row *row)
{
	const struct phrase_entry *entry = &t->phrases[row->phrase];
	enum phrase_place place = phrase_kind_place(entry->kind);
	struct str pattern = { t->text.p + entry->pattern, entry->pattern_n };
	struct buffer source = { 0 };
	struct pattern *p;

	/* nothing stands before ^, and without an assertion before it PCRE2 knows that */
	if (phrase_begins_word(place, pattern) && t->text.p[row->at] != '^')
		buffer_add(&source, STR("(?<![^\\s\"'(/-])"));
	buffer_add(&source, STR("(?:"));
	buffer_add(&source, (struct str){ t->text.p + row->at, row->n });
	buffer_char(&source, ')');
	p = pattern_later(buffer_str(&source), phrase_flags(place));
	buffer_free(&source);
	return p;
}

/* The pattern of a row. Most are never asked for. */
static const struct pattern *
pattern_of(const struct phrases *p, size_t number)
{
	struct pattern *pattern = atomic_load(&p->patterns[number]);

	if (pattern)
		return pattern;
	pthread_mutex_lock(&((struct phrases *)p)->access);
	pattern = atomic_load(&p->patterns[number]);
	if (!pattern) {
		pattern = compile(p->tables, &p->tables->rows[number]);
		atomic_store(&p->patterns[number], pattern);
	}
	pthread_mutex_unlock(&((struct phrases *)p)->access);
	return pattern;
}

struct phrases *
phrases_new(bool ours, const char *const *files, size_t n)
{
	struct phrases *p = x_calloc(1, sizeof(*p));
	char *file = ours ? schema_path("stub.phrases") : NULL;
	const struct phrase_tables *t = &phrase_index;

	pthread_mutex_init(&p->access, NULL);
	if (!ours || n || !t->file || data_hash(file) != t->file)
		t = p->read = phrases_read(file, files, n);
	p->tables = t;
	p->patterns = x_calloc(t->n, sizeof(*p->patterns));
	p->phrases = x_malloc(t->n_phrases * sizeof(*p->phrases));
	for (uint32_t i = 0; i < t->n_phrases; i++)
		p->phrases[i] = (struct phrase){ t->phrases[i].kind,
			{ t->text.p + t->phrases[i].language, t->phrases[i].language_n } };
	free(file);
	return p;
}

void
phrases_free(struct phrases *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->tables->n; i++)
		pattern_free(atomic_load(&p->patterns[i]));
	free(p->patterns);
	free(p->phrases);
	phrase_tables_free(p->read);
	pthread_mutex_destroy(&p->access);
	free(p);
}

/* True where phrases of other scripts than Latin may be in a text of the place too. */
static bool
may_be_foreign(enum phrase_place place, struct str text)
{
	return place == PLACE_SENTENCE && hint_text_is_foreign(text);
}

void
phrases_look(const struct phrases *p, enum phrase_place place, struct str text,
    const struct hinted *among, struct hinted *hinted)
{
	const struct phrase_tables *t = p->tables;
	struct hinted more;

	hints_look(t->hints[place], text, among, hinted);
	if (!may_be_foreign(place, text))
		return;
	hints_look(t->foreign, text, among, &more);
	for (size_t word = 0; word * WORD < t->n; word++)
		hinted->bits[word] |= more.bits[word];
}

void
phrases_narrow(const struct phrases *p, enum phrase_place place, struct str part,
    const struct hinted *among, struct hinted *hinted)
{
	const struct phrase_tables *t = p->tables;

	memset(hinted, 0, (t->n + WORD - 1) / WORD * sizeof(*hinted->bits));
	hints_narrow(t->hints[place], part, among, hinted);
	if (may_be_foreign(place, part))
		hints_narrow(t->foreign, part, among, hinted);
}

bool
phrases_hinted(const struct phrases *p, enum phrase_place place, const struct hinted *hinted)
{
	uint64_t any = 0;

	for (size_t word = 0; word * WORD < p->tables->n; word++)
		any |= hinted->bits[word] & p->tables->of_place[place].bits[word];
	return any != 0;
}

void
phrases_of_kinds(const struct phrases *p, unsigned of, struct hinted *hinted)
{
	for (size_t word = 0; word * WORD < p->tables->n; word++) {
		hinted->bits[word] = 0;
		for (int kind = 0; kind < PHRASES; kind++)
			if (of >> kind & 1)
				hinted->bits[word] |= p->tables->of_kind[kind].bits[word];
	}
}

unsigned
phrases_kinds(const struct phrases *p, const struct hinted *hinted)
{
	unsigned of = 0;

	for (size_t word = 0; word * WORD < p->tables->n; word++)
		for (uint64_t left = hinted->bits[word]; left; left &= left - 1)
			of |= 1U << phrase_of(p, WORD * word + (size_t)__builtin_ctzll(left))
			                ->kind;
	return of;
}

/* The next row of the place that is hinted at, from s->row on, which is then the one after it.
 */
static bool
next_hinted(struct phrase_search *s, size_t *row)
{
	const uint64_t *of_place = s->phrases->tables->of_place[s->place].bits;

	for (size_t word = s->row / WORD; word * WORD < s->phrases->tables->n; word++) {
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
		*m = (struct phrase_match){ phrase_of(s->phrases, number), match.from,
			match.to };
}

bool
phrases_next(struct phrase_search *s, struct phrase_match *m)
{
	const struct phrase_row *rows = s->phrases->tables->rows;
	size_t row, other;

	while (s->text.n && next_hinted(s, &row)) {
		struct phrase_search ahead = *s;

		m->phrase = NULL;
		match_row(s, row, m);
		while (next_hinted(&ahead, &other) && rows[other].phrase == rows[row].phrase) {
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
		phrases_look(p, place, text, NULL, &own);
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
		phrases_look(p, place, text, NULL, &hinted);
	for (size_t i = 0; i < p->tables->n; i++) {
		const struct phrase *phrase = phrase_of(p, i);

		if (phrase_kind_place(phrase->kind) != place ||
		    !str_eq(phrase->language, language))
			continue;
		listed = true;
		if ((all || hinted.bits[i / WORD] >> i % WORD & 1) &&
		    pattern_match(pattern_of(p, i), text))
			return true;
	}
	return !listed;
}

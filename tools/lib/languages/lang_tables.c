/* lang_tables.c - what is known of a save's languages, laid out as tables. */
#include "lang_tables.h"

#include <stdio.h>
#include <stdlib.h>

#include "../base/identify.h"
#include "../base/memory.h"
#include "claims.h"

/* The names of all matters of a version, the first being its state. */
static void
write_matters(const struct completeness *c, struct buffer *out)
{
	for (unsigned m = 0; m < MATTER_OK; m++)
		if (c->matters >> m & 1)
			buffer_printf(out, "%s%s", out->n ? "+" : "", matter_name(m));
	if (!out->n)
		buffer_add(out, STR("ok"));
}

static void
add_state(const struct lang_analysis *a, uint32_t group, uint32_t language, struct rows *rows)
{
	struct buffer text = { 0 };
	uint32_t version;

	if (lang_state(a, group, language, &version) == MATTER_MISSING)
		buffer_add(&text, STR("missing"));
	else
		write_matters(&a->judged[version], &text);
	rows_add(rows, buffer_str(&text));
	buffer_free(&text);
}

static void
write_matrix(const struct lang_analysis *a, enum rows_form form, struct buffer *out)
{
	struct str *columns = x_malloc((a->n_languages + 1) * sizeof(*columns));
	struct rows *rows;

	columns[0] = STR("path");
	for (size_t i = 0; i < a->n_languages; i++)
		columns[i + 1] = version_str(a->all, a->languages[i]);
	rows = rows_new(form, STR("matrix"), columns, a->n_languages + 1, out);
	for (uint32_t g = 0; g < a->groups.n; g++) {
		rows_path(rows, version_str(a->all, a->all->rows[lang_head(a, g)].path));
		for (size_t i = 0; i < a->n_languages; i++)
			add_state(a, g, a->languages[i], rows);
	}
	rows_end(rows);
	free(columns);
}

static void
cover(const struct lang_analysis *a, uint32_t group, uint32_t language, struct lang_coverage *c)
{
	uint32_t version;
	enum matter state = lang_state(a, group, language, &version);
	const struct version *v =
	    &a->all->rows[version == NONE ? lang_head(a, group) : version];

	c->pages++;
	c->states[state]++;
	c->words += v->words;
	if (state == MATTER_OK)
		c->words_ok += v->words;
	else if (state == MATTER_PARTIAL)
		c->words_ok += v->words - (v->words < a->judged[version].untranslated_words
						  ? v->words
						  : a->judged[version].untranslated_words);
}

struct lang_coverage
lang_coverage(const struct lang_analysis *a, uint32_t language)
{
	struct str tag = version_str(a->all, language);
	struct lang_coverage c = { 0 };

	for (uint32_t g = 0; g < a->groups.n; g++)
		cover(a, g, language, &c);
	for (size_t i = 0; i < a->all->n_labels; i++) {
		const struct label *l = &a->all->labels[i];

		if (!l->language || a->all->rows[l->first].expected != language)
			continue;
		c.labels++;
		c.labels_ok += identified_may_be(l->language, tag) ||
		               l->language == a->context.shown[l->first];
	}
	return c;
}

/* Tenths of a per cent, as "97.4". */
static void
add_percent(struct rows *rows, uint64_t part, uint64_t whole)
{
	uint64_t tenths = whole ? part * 1000 / whole : 1000;
	char text[24];
	int n = snprintf(
	    text, sizeof(text), "%u.%u", (unsigned)(tenths / 10), (unsigned)(tenths % 10));

	rows_add(rows, (struct str){ text, (size_t)n });
}

static void
write_languages(const struct lang_analysis *a, enum rows_form form, struct buffer *out)
{
	static const struct str columns[] = { { "language", 8 }, { "pages", 5 }, { "ok", 2 },
		{ "short", 5 }, { "partial", 7 }, { "stub", 4 }, { "fallback", 8 },
		{ "wrong", 5 }, { "missing", 7 }, { "percent", 7 }, { "words", 5 },
		{ "words-percent", 13 }, { "labels", 6 }, { "labels-percent", 14 } };
	struct rows *rows =
	    rows_new(form, STR("languages"), columns, sizeof(columns) / sizeof(*columns), out);

	for (size_t i = 0; i < a->n_languages; i++) {
		struct lang_coverage c = lang_coverage(a, a->languages[i]);

		rows_add(rows, version_str(a->all, a->languages[i]));
		rows_number(rows, c.pages);
		for (int m = MATTER_OK; m >= MATTER_MISSING; m--)
			rows_number(rows, c.states[m]);
		add_percent(rows, c.states[MATTER_OK], c.pages);
		rows_number(rows, c.words);
		add_percent(rows, c.words_ok, c.words);
		rows_number(rows, c.labels);
		add_percent(rows, c.labels_ok, c.labels);
	}
	rows_end(rows);
}

static void
write_groups(const struct lang_analysis *a, enum rows_form form, struct buffer *out)
{
	static const struct str columns[] = { { "group", 5 }, { "language", 8 }, { "path", 4 },
		{ "confidence", 10 }, { "reasons", 7 } };
	struct rows *rows =
	    rows_new(form, STR("groups"), columns, sizeof(columns) / sizeof(*columns), out);

	for (uint32_t m = 0; m < a->all->n; m++) {
		uint32_t i = a->groups.members[m];
		const struct version *v = &a->all->rows[i];
		struct buffer text = { 0 };

		rows_number(rows, v->group + 1);
		rows_add(rows, version_str(a->all, v->expected));
		rows_path(rows, version_str(a->all, v->path));
		buffer_printf(&text, "%.2f", (double)a->groups.confidence[i]);
		rows_add(rows, buffer_str(&text));
		text.n = 0;
		reasons_write(a->groups.reasons[i], &text);
		rows_add(rows, buffer_str(&text));
		buffer_free(&text);
	}
	rows_end(rows);
}

static void
add_position(struct rows *rows, struct position at)
{
	char text[24];
	int n = snprintf(text, sizeof(text), "%u:%u", at.line, at.column);

	rows_add(rows, (struct str){ at.line ? text : NULL, at.line ? (size_t)n : 0 });
}

/* The fragments of a version that are in another language than their page. */
static void
add_fragments(const struct lang_analysis *a, uint32_t version, struct rows *rows)
{
	const struct version *v = &a->all->rows[version];
	unsigned char *in = x_malloc(v->n_fragments + 1);

	completeness_fragments(&a->context, version, in);
	for (uint32_t i = 0; i < v->n_fragments; i++) {
		const struct fragment *p = &a->all->fragments[v->first_fragment + i];
		enum fragment_in language = in[i] & ~IN_SAME;

		if (language != IN_SOURCE && language != IN_OTHER)
			continue;
		rows_path(rows, version_str(a->all, v->path));
		add_position(rows, p->at);
		rows_number(rows, p->words);
		rows_add(rows, version_str(a->all, v->expected));
		rows_add(rows, language == IN_SOURCE ? version_str(a->all, a->context.source)
						     : str_of(identified_tag(p->language)));
		rows_add(rows, in[i] & IN_SAME ? STR("true") : STR("false"));
	}
	free(in);
}

static void
write_fragments(const struct lang_analysis *a, enum rows_form form, struct buffer *out)
{
	static const struct str columns[] = { { "path", 4 }, { "at", 2 }, { "words", 5 },
		{ "page-language", 13 }, { "language", 8 }, { "same", 4 } };
	struct rows *rows =
	    rows_new(form, STR("passages"), columns, sizeof(columns) / sizeof(*columns), out);

	for (uint32_t i = 0; i < a->all->n; i++)
		add_fragments(a, i, rows);
	rows_end(rows);
}

static void
write_evidence(const struct lang_analysis *a, enum rows_form form, struct buffer *out)
{
	struct str columns[CLAIMS + 2] = { STR("path"), STR("language") };
	struct rows *rows;

	for (unsigned c = 0; c < CLAIMS; c++)
		columns[c + 2] = str_of(claim_name(c));
	rows = rows_new(form, STR("evidence"), columns, CLAIMS + 2, out);
	for (uint32_t i = 0; i < a->all->n; i++) {
		const struct version *v = &a->all->rows[i];

		rows_path(rows, version_str(a->all, v->path));
		rows_add(rows, version_str(a->all, v->expected));
		for (unsigned c = 0; c < CLAIMS; c++)
			rows_add(rows, version_str(a->all, v->claims[c]));
	}
	rows_end(rows);
}

const struct lang_table lang_tables[] = {
	{ "matrix", write_matrix },
	{ "languages", write_languages },
	{ "groups", write_groups },
	{ "passages", write_fragments },
	{ "evidence", write_evidence },
	{ NULL, NULL },
};

const struct lang_table *
lang_table_of(const char *name)
{
	for (const struct lang_table *t = lang_tables; t->name; t++)
		if (strcmp(name, t->name) == 0)
			return t;
	return NULL;
}

/* A page to be worked on. */
struct task {
	uint32_t group, entries;
};

static int
by_entries(const void *x, const void *y)
{
	const struct task *a = x, *b = y;

	if (a->entries != b->entries)
		return a->entries > b->entries ? -1 : 1;
	return (a->group > b->group) - (a->group < b->group);
}

/* Menu entries that lead to any version of a group. */
static uint32_t
entries_of(const struct lang_analysis *a, uint32_t group)
{
	const struct translation *row = &a->groups.rows[group];
	uint32_t entries = 0;

	for (uint32_t i = 0; i < row->n; i++)
		entries += version_entries(
		    a->all, a->all->rows[a->groups.members[row->first + i]].path);
	return entries;
}

static void
add_task(const struct lang_analysis *a, const struct task *task, uint32_t language,
    struct rows *rows)
{
	const struct version *head = &a->all->rows[lang_head(a, task->group)];
	uint32_t version, words = head->words;
	enum matter state = lang_state(a, task->group, language, &version);

	if (state == MATTER_PARTIAL)
		words = a->judged[version].untranslated_words;
	rows_number(rows, task->entries);
	rows_add(rows, str_of(matter_name(state)));
	rows_number(rows, words);
	rows_path(rows, version_str(a->all, head->path));
	rows_path(rows, version == NONE ? (struct str){ 0 }
					: version_str(a->all, a->all->rows[version].path));
}

void
lang_todo(
    const struct lang_analysis *a, uint32_t language, enum rows_form form, struct buffer *out)
{
	static const struct str columns[] = { { "entries", 7 }, { "state", 5 }, { "words", 5 },
		{ "source", 6 }, { "path", 4 } };
	struct task *tasks = x_malloc((a->groups.n + 1) * sizeof(*tasks));
	struct rows *rows =
	    rows_new(form, STR("todo"), columns, sizeof(columns) / sizeof(*columns), out);
	size_t n = 0;
	uint32_t version;

	for (uint32_t g = 0; g < a->groups.n; g++)
		if (lang_state(a, g, language, &version) != MATTER_OK)
			tasks[n++] = (struct task){ g, entries_of(a, g) };
	qsort(tasks, n, sizeof(*tasks), by_entries);
	for (size_t i = 0; i < n; i++)
		add_task(a, &tasks[i], language, rows);
	rows_end(rows);
	free(tasks);
}

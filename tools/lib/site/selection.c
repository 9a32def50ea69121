/* selection.c - which pages a filter takes. */
#include "selection.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../page/kind_names.h"

enum field {
	FIELD_PATH,
	FIELD_URL,
	FIELD_URL_FROM,
	FIELD_TITLE,
	FIELD_LANG,
	FIELD_LANG_DECLARED,
	FIELD_CHARSET,
	FIELD_BYTES,
	FIELD_WORDS,
	FIELD_STATUS,
};

static const char *const field_names[] = {
	[FIELD_PATH] = "path",
	[FIELD_URL] = "url",
	[FIELD_URL_FROM] = "url-from",
	[FIELD_TITLE] = "title",
	[FIELD_LANG] = "lang",
	[FIELD_LANG_DECLARED] = "lang-declared",
	[FIELD_CHARSET] = "charset",
	[FIELD_BYTES] = "bytes",
	[FIELD_WORDS] = "words",
	[FIELD_STATUS] = "status",
};

enum { N_FIELDS = sizeof(field_names) / sizeof(*field_names) };

static void
add_pattern(struct pattern ***list, size_t *n, const char *option, const char *source)
{
	struct buffer why = { 0 };
	struct pattern *p = pattern_new(str_of(source), 0, &why);

	if (!p)
		die("--%s: %.*s", option, (int)why.n, why.data);
	*list = x_realloc(*list, (*n + 1) * sizeof(**list));
	(*list)[(*n)++] = p;
}

void
selection_include(struct selection *s, const char *pattern)
{
	add_pattern(&s->include, &s->n_include, "include", pattern);
}

void
selection_exclude(struct selection *s, const char *pattern)
{
	add_pattern(&s->exclude, &s->n_exclude, "exclude", pattern);
}

static _Noreturn void
unknown_field(struct str name)
{
	struct buffer known = { 0 };

	for (int i = 0; i < N_FIELDS; i++)
		buffer_printf(&known, "%s%s", i ? ", " : "", field_names[i]);
	die("--where: unknown field '%.*s'; there are %s", (int)name.n, name.p, known.data);
}

void
selection_where(struct selection *s, const char *condition)
{
	struct str text = str_of(condition);
	size_t equals = str_find_char(text, '=', 0);
	struct str name = str_part(text, 0, equals);
	int field = 0;

	if (equals == text.n)
		die("--where wants FIELD=VALUE, not '%s'; see --help", condition);
	while (field < N_FIELDS && !str_eq(str_of(field_names[field]), name))
		field++;
	if (field == N_FIELDS)
		unknown_field(name);
	s->conditions =
	    x_realloc(s->conditions, (s->n_conditions + 1) * sizeof(*s->conditions));
	s->conditions[s->n_conditions++] =
	    (struct condition){ field, str_part(text, equals + 1, text.n) };
}

static bool
matches_any(struct pattern *const *list, size_t n, struct str path)
{
	for (size_t i = 0; i < n; i++)
		if (pattern_match(list[i], path))
			return true;
	return false;
}

bool
selection_takes_path(const struct selection *s, struct str path)
{
	return (!s->n_include || matches_any(s->include, s->n_include, path)) &&
	       !matches_any(s->exclude, s->n_exclude, path);
}

static bool
is_number(uint64_t number, struct str value)
{
	char text[24];
	int n = snprintf(text, sizeof(text), "%" PRIu64, number);

	return str_eq(value, (struct str){ text, (size_t)n });
}

/* The tag equals the range, or begins with it and a hyphen. */
static bool
is_language(struct str tag, struct str range)
{
	return str_starts_nocase(tag, range) && (tag.n == range.n || tag.p[range.n] == '-');
}

static bool
holds(const struct condition *c, const struct page *page)
{
	switch ((enum field)c->field) {
	case FIELD_PATH: return str_eq(page->path, c->value);
	case FIELD_URL: return str_eq(page->url, c->value);
	case FIELD_URL_FROM: return kind_of(&url_from_names, c->value) == (int)page->url_from;
	case FIELD_TITLE: return str_eq(page->title, c->value);
	case FIELD_LANG: return is_language(page->lang, c->value);
	case FIELD_LANG_DECLARED: return str_eq(page->lang_declared, c->value);
	case FIELD_CHARSET: return str_eq(page->charset, c->value);
	case FIELD_BYTES: return is_number(page->bytes, c->value);
	case FIELD_WORDS: return is_number(page->words, c->value);
	case FIELD_STATUS: return is_number((uint64_t)page->status, c->value);
	}
	return false;
}

bool
selection_takes_page(const struct selection *s, const struct page *page)
{
	for (size_t i = 0; i < s->n_conditions; i++)
		if (!holds(&s->conditions[i], page))
			return false;
	return true;
}

void
selection_free(struct selection *s)
{
	for (size_t i = 0; i < s->n_include; i++)
		pattern_free(s->include[i]);
	for (size_t i = 0; i < s->n_exclude; i++)
		pattern_free(s->exclude[i]);
	free(s->include);
	free(s->exclude);
	free(s->conditions);
	*s = (struct selection){ 0 };
}

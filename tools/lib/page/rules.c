/* rules.c - reading schemas/page.rules and schemas/menu.weights. */
#include "rules.h"

#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/buffer.h"
#include "../base/data.h"
#include "../base/diagnostics.h"
#include "../base/hints.h"
#include "../base/memory.h"
#include "../base/pattern.h"
#include "memo.h"
#include "verdict.h"

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

/* Read when the first body is to be found: many filters have none to find. */
struct lazy_model {
	pthread_mutex_t access;
	struct body_model *_Atomic model;
};

struct rules {
	struct buffer sources[RULES]; /* the patterns of a set as alternatives, while reading */
	struct pattern *patterns[RULES];
	struct hints *hints; /* which of these may match */
	struct memo *memo;
	double weights[TRAITS]; /* NAN until read */
	struct lazy_model *body;
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
	if (!r->sources[set].n)
		die("%s: no pattern for '%s'", file, names[set]);
	hints_add(r->hints, (uint32_t)set, buffer_str(&r->sources[set]));
	r->patterns[set] = pattern_later(buffer_str(&r->sources[set]), PATTERN_CASELESS);
	buffer_free(&r->sources[set]);
}

/* "trait number", a comment or an empty line. */
static void
read_weight(struct rules *r, const char *file, int number, struct str line)
{
	struct str name, value;
	int trait = 0;
	char *end;

	line = str_trim(line);
	if (!line.n || line.p[0] == '#')
		return;
	str_token(&line, &name);
	value = str_trim(line);
	while (trait < TRAITS && !str_eq(name, str_of(trait_names[trait])))
		trait++;
	if (trait == TRAITS)
		die("%s: line %d: unknown trait '%.*s'", file, number, (int)name.n, name.p);
	r->weights[trait] = strtod(value.p, &end);
	if (!value.n || end != value.p + value.n)
		die("%s: line %d: '%.*s' is no number", file, number, (int)value.n, value.p);
}

/* Hand each line of a data file to `read`. */
static void
read_lines(struct rules *r, const char *file,
    void (*read)(struct rules *, const char *, int, struct str))
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	int number = 0;
	FILE *f = fopen(file, "r");

	if (!f)
		die("%s: %s", file, strerror(errno));
	while ((n = getline(&line, &cap, f)) >= 0)
		read(r, file, ++number, (struct str){ line, (size_t)n });
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	fclose(f);
	free(line);
}

struct rules *
rules_new(void)
{
	struct rules *r = x_calloc(1, sizeof(*r));
	char *file = schema_path("page.rules"), *weights = schema_path("menu.weights");

	r->hints = hints_new();
	read_lines(r, file, read_line);
	for (int set = 0; set < RULES; set++)
		compile(r, file, set);
	hints_ready(r->hints);
	for (int trait = 0; trait < TRAITS; trait++)
		r->weights[trait] = NAN;
	read_lines(r, weights, read_weight);
	for (int trait = 0; trait < TRAITS; trait++)
		if (isnan(r->weights[trait]))
			die("%s: no weight for '%s'", weights, trait_names[trait]);
	free(file);
	free(weights);
	r->memo = memo_new();
	r->body = x_calloc(1, sizeof(*r->body));
	pthread_mutex_init(&r->body->access, NULL);
	return r;
}

void
rules_free(struct rules *r)
{
	if (!r)
		return;
	for (int set = 0; set < RULES; set++)
		pattern_free(r->patterns[set]);
	hints_free(r->hints);
	free(r->memo);
	body_model_free(r->body->model);
	pthread_mutex_destroy(&r->body->access);
	free(r->body);
	free(r);
}

/* What is known of a text that no rule was asked about: those that nothing in it hints at do
 * not match. */
static struct answers
first_look(const struct rules *r, struct str text)
{
	struct hinted may;

	hints_look(r->hints, text, NULL, &may);
	return (struct answers){ .known = ~may.bits[0] };
}

/* Ask the patterns of sets that are not known yet. */
static void
ask(const struct rules *r, uint64_t sets, struct str text, struct answers *a)
{
	if (!a->known)
		*a = first_look(r, text);
	for (uint64_t open = sets & ~a->known; open; open &= open - 1) {
		int set = __builtin_ctzll(open);

		a->known |= RULE(set);
		a->says |= pattern_match(r->patterns[set], text) ? RULE(set) : 0;
	}
}

uint64_t
rules_say(const struct rules *r, uint64_t sets, struct str text)
{
	uint64_t hash;
	struct answers a;

	if (!text.n)
		return 0;
	hash = memo_hash(r->memo, text);
	a = memo_of(r->memo, hash);
	if (sets & ~a.known) {
		ask(r, sets, text, &a);
		memo_keep(r->memo, hash, a);
	}
	return a.says & sets;
}

uint64_t
rules_say_again(const struct rules *r, struct recent *recent, uint64_t sets, struct str text)
{
	const unsigned char *p = (const unsigned char *)text.p;
	size_t i;

	if (!text.n)
		return 0;
	i = (text.n + p[0] + 3u * p[text.n / 2] + 5u * p[text.n - 1]) %
	    (sizeof(recent->at) / sizeof(recent->at[0]));
	if (!str_eq(recent->at[i].text, text)) {
		recent->at[i].text = text;
		recent->at[i].sets = 0;
	}
	if (sets & ~recent->at[i].sets) {
		recent->at[i].sets |= sets;
		recent->at[i].says = rules_say(r, recent->at[i].sets, text);
	}
	return recent->at[i].says & sets;
}

/* The two are joined only when they are new. */
uint64_t
rules_say_of_class(const struct rules *r, uint64_t sets, const struct html_node *e)
{
	struct str class = html_value(e, ATTR_CLASS), id = html_value(e, ATTR_ID);
	uint64_t hash;
	struct answers a;

	if (!class.n || !id.n)
		return rules_say(r, sets, class.n ? class : id);
	hash = memo_hash_two(r->memo, class, id);
	a = memo_of(r->memo, hash);
	if (sets & ~a.known) {
		struct buffer both = { 0 };

		buffer_add(&both, class);
		buffer_char(&both, ' ');
		buffer_add(&both, id);
		ask(r, sets, buffer_str(&both), &a);
		buffer_free(&both);
		memo_keep(r->memo, hash, a);
	}
	return a.says & sets;
}

double
rules_weight(const struct rules *r, enum trait trait)
{
	return r->weights[trait];
}

struct str
rules_rest(const struct rules *r, enum rule set, struct str text)
{
	struct match m;

	if (!text.n || !pattern_find(r->patterns[set], text, 0, &m))
		return text;
	return str_part(text, m.to, text.n);
}

const struct body_model *
rules_body_model(const struct rules *r)
{
	struct body_model *model = r->body->model;

	if (model)
		return model;
	pthread_mutex_lock(&r->body->access);
	if (!r->body->model)
		r->body->model = body_model_new();
	model = r->body->model;
	pthread_mutex_unlock(&r->body->access);
	return model;
}

/* rules.c - which rules match a text. */
#include "rules_table.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "../base/buffer.h"
#include "../base/memory.h"
#include "../base/pattern.h"
#include "memo.h"
#include "verdict.h"

/* Read when the first body is to be found: many filters have none to find. */
struct lazy_model {
	pthread_mutex_t access;
	struct body_model *_Atomic model;
};

struct rules {
	const struct rule_tables *tables;
	struct pattern *patterns[RULES];
	struct memo *memo;
	struct lazy_model *body;
};

struct rules *
rules_new(void)
{
	struct rules *r = x_calloc(1, sizeof(*r));

	r->tables = rule_tables_new();
	for (int set = 0; set < RULES; set++)
		r->patterns[set] = pattern_later(r->tables->sources[set], PATTERN_CASELESS);
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
	rule_tables_free(r->tables);
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

	hints_look(r->tables->hints, text, NULL, &may);
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

/* True where one set is asked for that does not match: no other need be known of the text. */
static bool
is_ruled_out(const struct rules *r, uint64_t sets, struct str text)
{
	return sets && !(sets & (sets - 1)) &&
	       !pattern_may_match(r->patterns[__builtin_ctzll(sets)], text);
}

uint64_t
rules_say(const struct rules *r, uint64_t sets, struct str text)
{
	uint64_t hash;
	struct answers a;

	if (!text.n || is_ruled_out(r, sets, text))
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

	if (!text.n || is_ruled_out(r, sets, text))
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
	return r->tables->weights[trait];
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

/* grammar_pattern.c - the regular expressions of XML Schema (part 2, appendix F) as automata.
 *
 * libxml2 errs at times where an expression forks (by "d{1,2}|b*a{0,2}dd" it refuses "d"), and
 * what it says counts; so those are matched by libxml2 itself. Others are not by a random test
 * of 720,000 values. Only ASCII is known: a value with another character matches no automaton,
 * which is on the safe side. So are a '.' and an excluding class that take no white space but
 * the space. */
#include <libxml/xmlregexp.h>
#include <stdlib.h>

#include "grammar_reading.h"
#include "xml.h"

enum { FIRST = 0x20, LAST = 0x7E, BYTES = 0x80, MOST_DEPTH = 8 };

struct parser {
	struct str s;
	size_t at;
	unsigned depth;
};

/* A part that may be repeated, by where it stands in the expression. */
struct atom {
	struct parser *parser;
	size_t at;
};

static bool
comes(const struct parser *p, char c)
{
	return p->at < p->s.n && p->s.p[p->at] == c;
}

static bool
take(struct parser *p, char c)
{
	bool took = comes(p, c);

	p->at += took;
	return took;
}

/* A character that stands for itself, in or outside of a class; 0: none. */
static unsigned
take_literal(struct parser *p, const char *special)
{
	bool escaped = take(p, '\\');
	char c;

	if (p->at == p->s.n)
		return 0;
	c = p->s.p[p->at++];
	if (c < FIRST || c > LAST)
		return 0;
	if (escaped)
		return strchr("\\|.-^?*+{}()[]", c) ? (unsigned)c : 0;
	return strchr(special, c) ? 0 : (unsigned)c;
}

/* The rest of a class after its '['. Where a '-' that is no range may stand unescaped is read
 * in more than one way, so nowhere. */
static bool
take_class(struct parser *p, bool has[static BYTES])
{
	bool excludes = take(p, '^');

	while (!take(p, ']')) {
		unsigned first = take_literal(p, "[]-^"), last = first;

		if (first && take(p, '-'))
			last = take_literal(p, "[]-^");
		if (!first || last < first)
			return false;
		memset(has + first, true, last - first + 1);
	}
	for (unsigned c = FIRST; excludes && c <= LAST; c++)
		has[c] = !has[c];
	return true;
}

/* Edges for the characters of a set. */
static void
add_set(struct automaton_draft *d, unsigned from, unsigned to, const bool has[static BYTES])
{
	for (unsigned c = FIRST; c <= LAST; c++) {
		unsigned first = c;

		while (c <= LAST && has[c])
			c++;
		if (c > first)
			automaton_edge(d, from, to, first, c - 1);
	}
}

static bool build_branches(
    struct parser *p, struct automaton_draft *d, unsigned from, unsigned to);

/* automaton_part: build */
static bool
build_atom(void *context, struct automaton_draft *d, unsigned from, unsigned to)
{
	const struct atom *atom = context;
	struct parser *p = atom->parser;
	bool has[BYTES] = { false };
	unsigned c;

	p->at = atom->at;
	if (take(p, '('))
		return build_branches(p, d, from, to) && take(p, ')');
	if (take(p, '['))
		return take_class(p, has) && (add_set(d, from, to, has), true);
	if (take(p, '.')) {
		automaton_edge(d, from, to, FIRST, LAST);
		return true;
	}
	c = take_literal(p, "\\|.?*+{}()[]^$");
	if (c)
		automaton_edge(d, from, to, c, c);
	return c != 0;
}

static bool
take_count(struct parser *p, unsigned *n)
{
	size_t first = p->at;

	for (*n = 0; p->at < p->s.n && is_digit(p->s.p[p->at]) && *n < 100; p->at++)
		*n = *n * 10 + (unsigned)(p->s.p[p->at] - '0');
	return p->at > first;
}

/* "{n}", "{n,}" or "{n,m}", the '{' being taken. */
static bool
take_counts(struct parser *p, struct automaton_part *part)
{
	if (!take_count(p, &part->least))
		return false;
	part->most = part->least;
	if (take(p, ',')) {
		part->most = AUTOMATON_UNBOUNDED;
		if (!comes(p, '}') && !take_count(p, &part->most))
			return false;
	}
	return take(p, '}') && part->most >= part->least;
}

/* An atom and how often it may stand. It is built once to find where it ends, which doubles the
 * work of each level. */
static bool
build_piece(struct parser *p, struct automaton_draft *d, unsigned from, unsigned to)
{
	struct atom atom = { p, p->at };
	struct automaton_part part = { 1, 1, build_atom, &atom };
	struct automaton_draft trial = { 0 };
	bool good = build_atom(&atom, &trial, automaton_state(&trial), automaton_state(&trial));
	size_t end;

	automaton_draft_free(&trial);
	if (!good)
		return false;
	if (take(p, '?'))
		part.least = 0;
	else if (take(p, '*'))
		part.least = 0, part.most = AUTOMATON_UNBOUNDED;
	else if (take(p, '+'))
		part.most = AUTOMATON_UNBOUNDED;
	else if (take(p, '{') && !take_counts(p, &part))
		return false;
	end = p->at;
	good = automaton_repeat(d, from, to, &part);
	p->at = end;
	return good;
}

/* Branches between '|', up to a ')' or the end. */
static bool
build_branches(struct parser *p, struct automaton_draft *d, unsigned from, unsigned to)
{
	if (++p->depth > MOST_DEPTH)
		return false;
	do {
		unsigned at = from;

		while (p->at < p->s.n && !comes(p, '|') && !comes(p, ')')) {
			unsigned next = automaton_state(d);

			if (!build_piece(p, d, at, next))
				return false;
			at = next;
		}
		automaton_silent(d, at, to);
	} while (take(p, '|'));
	p->depth--;
	return true;
}

struct value_pattern *
pattern_read(struct arena *a, struct str source)
{
	struct automaton_draft d = { 0 };
	struct parser p = { .s = source };
	unsigned first = automaton_state(&d), last = automaton_state(&d);
	struct value_pattern *pattern = NULL;

	if (build_branches(&p, &d, first, last) && p.at == source.n) {
		pattern = arena_zalloc(a, sizeof(*pattern));
		pthread_mutex_init(&pattern->access, NULL);
		pattern->source = arena_str(a, source).p;
		pattern->automaton = automaton_make(a, &d, first, last, BYTES);
	}
	automaton_draft_free(&d);
	return pattern;
}

static bool
automaton_matches(const struct automaton *a, struct str value)
{
	unsigned state = 1;

	for (size_t i = 0; i < value.n && state; i++) {
		unsigned char c = (unsigned char)value.p[i];

		state = c < a->symbols ? automaton_next(a, state, c) : 0;
	}
	return a->accepts[state];
}

/* Ask libxml2, but for values that it has taken before. */
static bool
regexp_matches(struct value_pattern *p, struct str value)
{
	char text[sizeof(p->taken[0])];
	size_t i = 0;

	if (value.n >= sizeof(text))
		return false;
	memcpy(text, value.p, value.n);
	text[value.n] = '\0';
	while (i < VALUES_KEPT && (!p->taken[i][0] || strcmp(text, p->taken[i]) != 0))
		i++;
	if (i < VALUES_KEPT)
		return true;
	xml_start();
	if (!p->regexp)
		p->regexp = xmlRegexpCompile((const xmlChar *)p->source);
	if (!p->regexp || xmlRegexpExec(p->regexp, (const xmlChar *)text) != 1)
		return false;
	memcpy(p->taken[p->next++ % VALUES_KEPT], text, value.n + 1);
	return true;
}

bool
pattern_takes(struct value_pattern *p, struct str value)
{
	bool matches;

	if (p->automaton)
		return automaton_matches(p->automaton, value);
	pthread_mutex_lock(&p->access);
	matches = regexp_matches(p, value);
	pthread_mutex_unlock(&p->access);
	return matches;
}

void
pattern_end(struct value_pattern *p)
{
	if (p->regexp)
		xmlRegFreeRegexp(p->regexp);
	pthread_mutex_destroy(&p->access);
}

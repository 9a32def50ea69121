/* grammar_value.h - what values of simple types look like; for grammar*.c alone. */
#ifndef STREAM_GRAMMAR_VALUE_H
#define STREAM_GRAMMAR_VALUE_H

#include <pthread.h>

#include "automaton.h"

/* A regular expression: an automaton over bytes, or where that would fork one of libxml2's,
 * which one thread at a time may use, with the values it took last. */
enum { VALUES_KEPT = 8 };
struct value_pattern {
	const struct automaton *automaton; /* NULL: it forks */
	const char *source;
	struct _xmlRegexp *regexp; /* of that, once a value needs it */
	pthread_mutex_t access;    /* to that and to the rest */
	char taken[VALUES_KEPT][64];
	unsigned next;
	unsigned step;                  /* of several of one step one must match */
	struct value_pattern *together; /* all others of the schema */
};
bool pattern_takes(struct value_pattern *p, struct str value);
void pattern_end(struct value_pattern *p);

/* A simple type: what its values look like. */
enum value_form { VALUE_UNKNOWN, VALUE_STRING, VALUE_TOKEN, VALUE_FLAG, VALUE_NUMBER };
struct value_type {
	enum value_form form;
	bool any;                        /* a string without any facet */
	size_t shortest, longest;        /* of a string, in code points */
	uint64_t least, most;            /* of a number */
	struct value_pattern **patterns; /* by their steps */
	size_t n_patterns;
	const struct str *listed; /* the values it may have; NULL: any */
	size_t n_listed;
};
bool value_is_good(const struct value_type *t, struct str value);

#endif

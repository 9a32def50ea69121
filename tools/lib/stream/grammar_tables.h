/* grammar_tables.h - the tables of a schema; for grammar*.c alone. */
#ifndef STREAM_GRAMMAR_TABLES_H
#define STREAM_GRAMMAR_TABLES_H

#include "grammar.h"
#include "grammar_value.h"

/* Names and their numbers, from 1. */
struct name {
	struct str name;
	unsigned space;
};
struct name_table {
	struct name *names;
	uint16_t *slots; /* NAME_SLOTS numbers, 0: free; NULL: no name yet */
	unsigned n;
};
enum { NAME_SLOTS = 2048, MOST_NAMES = 1024 };

unsigned name_find(const struct name_table *t, unsigned space, struct str name);

/* The type of an element. */
enum type_kind { TYPE_UNKNOWN, TYPE_SKIPPED, TYPE_SIMPLE, TYPE_ELEMENTS, TYPE_MIXED };
struct element_type {
	enum type_kind kind;
	const struct value_type *value;  /* of TYPE_SIMPLE */
	const struct automaton *content; /* over names; NULL: nothing inside */
	const uint16_t *inner;           /* by name: the types of the elements inside */
	const uint8_t *use_of; /* by attribute's name: its place below, from 1; 0: none */
	const struct value_type **uses;
	uint64_t required; /* a bit a place */
};
enum { MOST_SPACES = 16, MOST_DOCUMENTS = 16 };

struct grammar {
	struct arena arena;
	struct value_pattern *patterns;
	struct str spaces[MOST_SPACES]; /* from 1; 0 is no namespace */
	unsigned n_spaces;
	struct name_table elements, attributes;
	struct element_type **types;
	unsigned n_types, cap_types;
	uint16_t roots[MOST_NAMES]; /* by name: the types of the elements at the top */
	struct schema_file {
		struct str name; /* below the folder of the first */
		uint64_t hash;   /* of its bytes; 0: not known */
	} files[MOST_DOCUMENTS];
	unsigned n_files;
};

unsigned grammar_space(const struct grammar *g, struct str space);

#endif

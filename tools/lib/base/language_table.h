/* language_table.h - IANA's Language Subtag Registry, generated. */
#ifndef BASE_LANGUAGE_TABLE_H
#define BASE_LANGUAGE_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* Subtags of letters, indexed by all but the last letter (base 26); the last is a bit. */
extern const uint32_t language_two[26];
extern const uint32_t language_three[26 * 26];
extern const uint32_t language_region[26];

struct language_row {
	const char *subtag; /* lower case */
	const char *prefix; /* of an extended language: the language it must follow, else "" */
};

/* The others, each sorted by subtag. */
extern const struct language_row language_extlang_rows[];
extern const size_t language_extlang_count;
extern const struct language_row language_script_rows[];
extern const size_t language_script_count;
extern const struct language_row language_area_rows[]; /* regions of three digits */
extern const size_t language_area_count;
extern const struct language_row language_variant_rows[];
extern const size_t language_variant_count;
extern const struct language_row language_grandfathered_rows[]; /* whole tags */
extern const size_t language_grandfathered_count;

#endif

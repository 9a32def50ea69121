/* grammar_print.h - tables of a schema that are built into a program. */
#ifndef STREAM_GRAMMAR_PRINT_H
#define STREAM_GRAMMAR_PRINT_H

#include <stdbool.h>
#include <stdio.h>

struct grammar;

/* Print the tables of the schema at path as C: a constant struct grammar of that name, which
 * nobody frees. Returns -1 when one of the schema's documents cannot be read. */
int grammar_print(const struct grammar *g, const char *path, const char *name, FILE *out);

/* True when the schema at path has, in all of its documents, the bytes that the tables were
 * printed of. Safe from any thread. */
bool grammar_is_of(const struct grammar *g, const char *path);

#endif

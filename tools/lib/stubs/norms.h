/* norms.h - what is usual on a site: how long bodies are, and which passages stand on many
 * pages. */
#ifndef STUBS_NORMS_H
#define STUBS_NORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The lengths of bodies by template (any hash that pages of one template share), as a histogram
 * of 100 bytes each. */
struct lengths;

struct lengths *lengths_new(void);
void lengths_free(struct lengths *l);
void lengths_add(struct lengths *l, uint64_t template_hash, uint32_t words);

/* The pages of a template; *median is the length that half of them reach, a power of the square
 * root of two. */
uint32_t lengths_pages(const struct lengths *l, uint64_t template_hash, uint32_t *median);

/* How often things were seen, by their hashes of 32 bits. Where they are too many for
 * 4 MiB, those seen least are forgotten and counted anew: a count is too low only for what was
 * rare by then (after lossy counting, Manku and Motwani, 2002), and too high where another has
 * the same hash, as of 100,000 about five have. */
struct counts;

struct counts *counts_new(void);
void counts_free(struct counts *c);
void counts_add(struct counts *c, const uint32_t *hashes, size_t n);
uint32_t counts_of(const struct counts *c, uint32_t hash);

#endif

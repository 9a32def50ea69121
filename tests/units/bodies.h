/* bodies.h - made-up bodies for tests of duplicates. */
#ifndef TESTS_UNITS_BODIES_H
#define TESTS_UNITS_BODIES_H

#include "stubs/duplicates.h"

/* Add a body of one passage, in English. */
static inline void
bodies_add(struct duplicates *d, struct str text)
{
	struct arena arena = { 0 };
	char *bytes = arena_zalloc(&arena, text.n + PROSE_SPARE);
	struct passage passage = { .kind = PASSAGE_TEXT, .text = { bytes, text.n } };
	struct prose prose = { .passages = &passage, .n = 1, .text = passage.text };
	uint32_t bands[SKETCH];
	struct shingles shingles;
	uint64_t kept;

	memcpy(bytes, text.p, text.n);
	shingles_read(&arena, &prose, &shingles);
	kept = duplicates_keep(d, &shingles, bands);
	duplicates_add(d, &shingles, kept, bands, STR("en"));
	arena_free(&arena);
}

#endif

/* lookalikes.h - paths that differ from another only in how they are written: letter case,
 * percent-encoding, full-width and other compatibility forms, composed or decomposed letters.
 *
 * A path costs 24 bytes in a table at most three quarters full. */
#ifndef SITE_LOOKALIKES_H
#define SITE_LOOKALIKES_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/buffer.h"

struct lookalikes {
	struct lookalike *slots;
	size_t n_slots;
	uint64_t *sums; /* 64 bits for each slot, of which those of paths are set */
	uint64_t seed;
	uint64_t weights[256]; /* what each byte adds to such a sum */
};

/* Room for n paths. */
void lookalikes_init(struct lookalikes *l, size_t n);
void lookalikes_free(struct lookalikes *l);

/* Add a path under a number of the caller's; of two that look alike the first stays. */
void lookalikes_add(struct lookalikes *l, struct str path, uint32_t number);

/* The number of a path that looks like this one, or UINT32_MAX. */
uint32_t lookalikes_find(const struct lookalikes *l, struct str path);

/* A sum of the letters of a path's last segment, and of the rest as a whole; false where these
 * are not what is compared: beyond ASCII, or percent-encoded. */
bool lookalikes_sum(const struct lookalikes *l, struct str path, uint64_t *sum);

/* May a path of that sum be there, but for a letter less and one more (0: none) in its last
 * segment? Never false for one that is. */
bool lookalikes_may_be(const struct lookalikes *l, uint64_t sum, char less, char more);

/* True when two paths differ in more than encoding and composition: in letter case. */
bool differs_in_case(struct str path, struct str other);

#endif

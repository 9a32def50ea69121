/* spill.c - bytes are what they were, or were replaced with, wherever the border between file
 * and memory runs. */
#include "base/spill.h"

#include "tap.h"

enum { PIECES = 300, LONGEST = 40 };

static size_t
length_of(unsigned piece)
{
	return piece * 7 % LONGEST;
}

static void
fill(char bytes[static LONGEST], unsigned piece, unsigned round)
{
	for (unsigned i = 0; i < LONGEST; i++)
		bytes[i] = (char)(piece * 31 + i * round);
}

/* Is each piece there, as it was put there in its last round? */
static bool
are_there(
    struct spill *s, const uint64_t at[static PIECES], const unsigned rounds[static PIECES])
{
	char wanted[LONGEST], got[LONGEST], again[LONGEST];
	const char *here;
	bool all = true;

	for (unsigned i = 0; i < PIECES; i++) {
		size_t n = length_of(i);

		fill(wanted, i, rounds[i]);
		spill_read(s, at[i], got, n);
		spill_read_on(s, at[i], again, n);
		here = spill_here(s, at[i], n);
		all &= !memcmp(got, wanted, n) && !memcmp(again, wanted, n) &&
		       (!here || !memcmp(here, wanted, n));
	}
	return all;
}

static void
try(size_t most)
{
	struct spill s = { .fd = -1, .most = most };
	uint64_t at[PIECES];
	unsigned rounds[PIECES];
	char bytes[LONGEST];

	for (unsigned i = 0; i < PIECES; i++) {
		rounds[i] = 1;
		fill(bytes, i, 1);
		at[i] = spill_add(&s, bytes, length_of(i));
	}
	ok(are_there(&s, at, rounds), "all are there, %zu bytes in memory", most);
	ok((s.fd == -1) == (s.n <= most), "a file is made of more alone");
	for (unsigned i = 0; i < PIECES; i += 1 + i % 3) {
		rounds[i] = 2;
		fill(bytes, i, 2);
		spill_replace(&s, at[i], bytes, length_of(i));
	}
	ok(are_there(&s, at, rounds), "and so are those in their places");
	spill_free(&s);
}

int
main(void)
{
	try(LONGEST);
	try(1000);
	try(5000);
	try(1 << 22);
	return tap_end();
}

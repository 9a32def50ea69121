/* duplicates.c - bodies that are each like a third are in its cluster, though they are not like
 * each other. */
#include "stubs/duplicates.h"

#include "base/buffer.h"
#include "bodies.h"
#include "tap.h"

enum { TRIPLES = 50, SHARED = 92, MOST_OWN = 6, FEWER_OWN = 4 };

/* Add a body that begins with so many words of its own, and shares all others with its triple,
 * each number so many times. With both of MOST_OWN words, similarity is 90 of 102, else 90 of
 * 100. */
static void
add(struct duplicates *d, int times, int triple, int member, int own)
{
	struct buffer text = { 0 };

	for (int i = 0; i < times * own; i++)
		buffer_printf(&text, "own%dx%dx%d ", triple, member, i);
	for (int i = 0; i < times * SHARED; i++)
		buffer_printf(&text, "shared%dx%d ", triple, i);
	bodies_add(d, buffer_str(&text));
	buffer_free(&text);
}

/* Triples of about so many hundred words a body. */
static void
test_triples(int times)
{
	struct duplicates *d = duplicates_new(0.9);
	unsigned together = 0;
	double similarity;

	for (int i = 0; i < TRIPLES; i++) {
		add(d, times, i, 0, MOST_OWN);
		add(d, times, i, 1, MOST_OWN);
		add(d, times, i, 2, FEWER_OWN);
	}
	duplicates_find(d);
	for (uint32_t i = 0; i < 3 * TRIPLES; i++)
		together += duplicates_first(d, i) == i / 3 * 3;
	ok(together == 3 * TRIPLES, "%u of %d bodies of %d words are with those like them",
	    together, 3 * TRIPLES, times * 100);
	ok(duplicates_partner(d, 0, &similarity) == 2 && similarity >= 0.9,
	    "each by the third");
	duplicates_free(d);
}

/* Bodies that are long, but of few words: their sketches are mostly copies. */
static void
test_repetitive(void)
{
	enum { PAIRS = 200, WORDS = 18, LINES = 40 };
	struct duplicates *d = duplicates_new(0.9);
	unsigned together = 0;

	for (int i = 0; i < 2 * PAIRS; i++) {
		struct buffer text = { 0 };

		for (int k = 0; k < WORDS * LINES; k++)
			buffer_printf(&text, "word%dx%d ", i / 2, k % WORDS);
		if (i % 2)
			buffer_printf(&text, "last%d end%d", i, i);
		bodies_add(d, buffer_str(&text));
		buffer_free(&text);
	}
	duplicates_find(d);
	for (uint32_t i = 0; i < 2 * PAIRS; i++)
		together += duplicates_first(d, i) == i / 2 * 2;
	ok(together == 2 * PAIRS, "%u of %d bodies of few words often repeated are", together,
	    2 * PAIRS);
	duplicates_free(d);
}

int
main(void)
{
	test_triples(1);
	test_triples(10); /* long enough for their sketches to be asked */
	test_repetitive();
	return tap_end();
}

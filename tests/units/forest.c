/* forest.c - trees are read from files and added up, and what is no tree is refused. */
#include "page/forest.h"

#include <math.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "data_file.h"
#include "tap.h"

static const char *const names[] = { "words", "links" };

static const struct forest *
forest_of(const char *text)
{
	data_file(text, "test.model");
	return forest_new("test.model", names, 2);
}

/* A child reads it and must not survive that. */
static bool
is_refused(const char *text)
{
	pid_t child;
	int status = 0;

	data_file(text, "test.model");
	fflush(stdout);
	child = fork();
	if (child == 0) {
		if (!freopen("/dev/null", "w", stderr))
			_exit(0);
		forest_free(forest_new("test.model", names, 2));
		_exit(0);
	}
	return waitpid(child, &status, 0) == child && status != 0;
}

static bool
scores(const char *text, const float *columns, uint32_t n, const float *expected)
{
	const struct forest *f = forest_of(text);
	float got[32];
	bool right = true;

	forest_scores(f, columns, n, got);
	for (uint32_t i = 0; i < n; i++)
		right = right && fabsf(got[i] - expected[i]) < 1e-6f;
	forest_free(f);
	return right;
}

/* Eight rows are added up at a time, the rest one by one: both must come to the same. */
static void
test_many_rows(void)
{
	float columns[2 * 19], expected[19];

	for (int i = 0; i < 19; i++) {
		columns[i] = (float)i;
		columns[19 + i] = (float)(i % 3);
		expected[i] = i <= 4 ? 1 : i % 3 <= 1 ? 2 : 3;
	}
	ok(scores("tree words 4 1 links 1 2 3\n", columns, 19, expected), "19 rows");
}

static void
test_shares(void)
{
	const struct forest *f = forest_of("tree words 4 1 links 1 2 4\n");
	const float row[] = { 5, 2 };
	float shares[2];

	/* the root is worth (1 + 3) / 2, its high branch (2 + 4) / 2 */
	forest_shares(f, row, 1, 0, shares);
	ok(fabsf(shares[0] - 1) < 1e-6f && fabsf(shares[1] - 1) < 1e-6f,
	    "each column's share is the change behind its splits");
	forest_free(f);
}

int
main(void)
{
	const float one[] = { 4, 0, 5, 0 };

	data_folder();
	ok(scores("tree 0.5\n", one, 2, (float[]){ .5f, .5f }), "a leaf alone");
	ok(scores("# trees\n\nbias -1\ntree words 4 1 2\n", (const float[]){ 4, 5, 0, 0 }, 2,
	       (float[]){ 0, 1 }),
	    "at the threshold low, above it high, from the bias on");
	ok(scores("tree words 1e-35 1 2\ntree links 1e-35 10 20\n",
	       (const float[]){ 0, 1, 1, 0 }, 2, (float[]){ 21, 12 }),
	    "trees add up");
	test_many_rows();
	test_shares();
	ok(is_refused(""), "no trees");
	ok(is_refused("tree words 4 1\n"), "a tree that is not complete");
	ok(is_refused("tree words 4 1 2 3\n"), "words after a tree");
	ok(is_refused("tree words\n"), "a split without a threshold");
	ok(is_refused("tree height 4 1 2\n"), "no such column");
	ok(is_refused("tree words four 1 2\n"), "no such number");
	ok(is_refused("bush 1\n"), "no such line");
	return tap_end();
}

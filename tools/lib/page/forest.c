/* forest.c - what regression trees make of rows. */
#include "forest_table.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include <stdlib.h>

#include "../base/memory.h"

/* The branch that a row takes. */
static inline uint32_t
branch(const struct forest *f, uint32_t i, const float *columns, uint32_t n, uint32_t row)
{
	const struct tree_node *node = &f->at[i];

	return columns[(size_t)node->column * n + row] <= node->value ? i + 1 : node->high;
}

/* Add up a tree for the rows from `row` on. A row goes to the leftmost of the leaves that all
 * splits keep for it (Lucchese and others, "QuickScorer", 2015). */
static void
score_rows(const struct forest *f, const struct tree *t, const float *columns, uint32_t n,
    uint32_t row, float *score)
{
	const struct split *splits = f->splits + t->splits;

	for (; row < n; row++) {
		uint32_t leaves = UINT32_MAX;

		for (uint32_t i = 0; i < t->n_splits; i++)
			if (!(columns[(size_t)splits[i].column * n + row] <= splits[i].value))
				leaves &= splits[i].keep;
		score[row] += f->leaves[t->leaf + (uint32_t)__builtin_ctz(leaves)];
	}
}

#ifdef __SSE2__
/* The same for as many rows as make eights; returns the first row of the rest. */
static uint32_t
score_eights(const struct forest *f, const struct tree *t, const float *columns, uint32_t n,
    float *score)
{
	const struct split *end = f->splits + t->splits + t->n_splits;
	uint32_t row = 0;

	for (; n - row >= 8; row += 8) {
		__m128i low = _mm_set1_epi32(-1), high = low;
		uint32_t leaves[8];

		for (const struct split *s = f->splits + t->splits; s < end; s++) {
			const float *x = columns + (size_t)s->column * n + row;
			__m128i keep = _mm_set1_epi32((int)s->keep);
			__m128 value = _mm_set1_ps(s->value);
			__m128 first = _mm_cmple_ps(_mm_loadu_ps(x), value);
			__m128 second = _mm_cmple_ps(_mm_loadu_ps(x + 4), value);

			low = _mm_and_si128(low, _mm_or_si128(_mm_castps_si128(first), keep));
			high =
			    _mm_and_si128(high, _mm_or_si128(_mm_castps_si128(second), keep));
		}
		_mm_storeu_si128((void *)leaves, low);
		_mm_storeu_si128((void *)(leaves + 4), high);
		for (uint32_t i = 0; i < 8; i++)
			score[row + i] +=
			    f->leaves[t->leaf + (uint32_t)__builtin_ctz(leaves[i])];
	}
	return row;
}
#else
static uint32_t
score_eights(const struct forest *f, const struct tree *t, const float *columns, uint32_t n,
    float *score)
{
	(void)f;
	(void)t;
	(void)columns;
	(void)n;
	(void)score;
	return 0;
}
#endif

void
forest_scores(const struct forest *f, const float *columns, uint32_t n, float *score)
{
	for (uint32_t row = 0; row < n; row++)
		score[row] = f->bias;
	for (const struct tree *t = f->trees; t < f->trees + f->n_trees; t++)
		score_rows(f, t, columns, n, score_eights(f, t, columns, n, score), score);
}

/* By node: its value, or the mean of its branches; these come after it. */
static float *
means(const struct forest *f)
{
	float *mean = x_malloc(f->n * sizeof(*mean));

	for (size_t i = f->n; i-- > 0;)
		mean[i] = f->at[i].column == FOREST_LEAF
		              ? f->at[i].value
		              : (mean[i + 1] + mean[f->at[i].high]) / 2;
	return mean;
}

void
forest_shares(
    const struct forest *f, const float *columns, uint32_t n, uint32_t row, float *shares)
{
	float *mean = means(f);

	for (size_t k = 0; k < f->n_columns; k++)
		shares[k] = 0;
	for (size_t t = 0; t < f->n_trees; t++) {
		uint32_t i = f->trees[t].root;

		while (f->at[i].column != FOREST_LEAF) {
			uint32_t next = branch(f, i, columns, n, row);

			shares[f->at[i].column] += mean[next] - mean[i];
			i = next;
		}
	}
	free(mean);
}

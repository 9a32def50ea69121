/* alignment.c - two versions of a body side by side. */
#include "alignment.h"

#include <stdlib.h>

#include "../base/memory.h"

/* A fragment that can be found again: its place in both. */
struct mark {
	uint64_t print;
	uint32_t at;
	bool in_source;
};

struct pair {
	uint32_t source, version;
};

static int
by_print(const void *x, const void *y)
{
	const struct mark *a = x, *b = y;

	if (a->print != b->print)
		return a->print < b->print ? -1 : 1;
	return (a->in_source > b->in_source) - (a->in_source < b->in_source);
}

static int
by_source(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	return (a->source > b->source) - (a->source < b->source);
}

static bool
is_mark(const struct fragment *p)
{
	return p->kind == FRAGMENT_ANCHOR || p->kind == FRAGMENT_IMAGE ||
	       p->kind == FRAGMENT_CODE;
}

static size_t
add_marks(struct mark *marks, const struct fragment *rows, uint32_t n, bool in_source)
{
	size_t count = 0;

	for (uint32_t i = 0; i < n; i++)
		if (is_mark(&rows[i]))
			marks[count++] = (struct mark){ rows[i].print, i, in_source };
	return count;
}

/* Pairs of marks that stand once in each, by their place in the source. */
static size_t
find_pairs(struct mark *marks, size_t n, struct pair *pairs)
{
	size_t count = 0;

	qsort(marks, n, sizeof(*marks), by_print);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i; end < n && marks[end].print == marks[i].print;)
			end++;
		if (end - i == 2 && !marks[i].in_source && marks[i + 1].in_source)
			pairs[count++] = (struct pair){ marks[i + 1].at, marks[i].at };
	}
	qsort(pairs, count, sizeof(*pairs), by_source);
	return count;
}

/* Keep the longest row of pairs that rises in both (patience sorting). */
static size_t
keep_rising(struct pair *pairs, size_t n)
{
	size_t *tails =
	    x_malloc((n + 1) * sizeof(*tails)); /* last pair of a row of length i + 1 */
	size_t *before = x_malloc((n + 1) * sizeof(*before));
	size_t length = 0;

	for (size_t i = 0; i < n; i++) {
		size_t low = 0, high = length;

		while (low < high) {
			size_t middle = (low + high) / 2;

			if (pairs[tails[middle]].version < pairs[i].version)
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low ? tails[low - 1] : n;
		tails[low] = i;
		length = low == length ? length + 1 : length;
	}
	for (size_t i = length, at = length ? tails[length - 1] : n; i-- > 0; at = before[at])
		tails[i] = at;
	for (size_t i = 0; i < length; i++)
		pairs[i] = pairs[tails[i]];
	free(tails);
	free(before);
	return length;
}

/* Classes that are counted: paragraphs, entries and cells become one another. */
enum fragment_class { CLASS_TEXT, CLASS_HEADING, CLASS_IMAGE, CLASS_CODE, CLASS_NONE };

static enum fragment_class
class_of(const struct fragment *p)
{
	if (p->flags & FRAGMENT_BESIDE)
		return CLASS_NONE;
	switch ((enum fragment_kind)p->kind) {
	case FRAGMENT_HEADING: return CLASS_HEADING;
	case FRAGMENT_IMAGE: return CLASS_IMAGE;
	case FRAGMENT_CODE: return CLASS_CODE;
	case FRAGMENT_ANCHOR:
	case FRAGMENT_KINDS: return CLASS_NONE;
	default: return CLASS_TEXT;
	}
}

/* Count what a stretch of the version lacks of one of the source. */
static void
compare(struct alignment *a, const struct fragment *source, struct pair from, struct pair to,
    const struct fragment *version)
{
	uint32_t counts[CLASS_NONE + 1] = { 0 }, had[CLASS_NONE + 1] = { 0 }, lost = 0;

	for (uint32_t i = from.source; i < to.source; i++)
		counts[class_of(&source[i])]++;
	for (uint32_t i = from.version; i < to.version; i++)
		had[class_of(&version[i])]++;
	if (counts[CLASS_HEADING] > had[CLASS_HEADING])
		a->headings += counts[CLASS_HEADING] - had[CLASS_HEADING];
	for (unsigned c = 0; c < CLASS_NONE; c++) {
		a->total += counts[c];
		lost += counts[c] > had[c] ? counts[c] - had[c] : 0;
	}
	if (lost > 0 && a->lost == 0) {
		a->first = from.source;
		a->where = from.version;
	}
	a->lost += lost;
}

struct alignment
align(const struct fragment *source, uint32_t n_source, const struct fragment *version,
    uint32_t n_version)
{
	struct mark *marks = x_malloc((n_source + n_version + 1) * sizeof(*marks));
	struct pair *pairs = x_malloc((n_source + n_version + 1) * sizeof(*pairs));
	struct pair from = { 0, 0 };
	struct alignment a = { 0 };
	size_t n = add_marks(marks, source, n_source, true);

	n += add_marks(marks + n, version, n_version, false);
	n = keep_rising(pairs, find_pairs(marks, n, pairs));
	for (size_t i = 0; i < n; i++) {
		compare(&a, source, from, pairs[i], version);
		from = pairs[i];
	}
	compare(&a, source, from, (struct pair){ n_source, n_version }, version);
	free(marks);
	free(pairs);
	return a;
}

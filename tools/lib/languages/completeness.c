/* completeness.c - is a version of a page really translated. */
#include "completeness.h"

#include <stdlib.h>

#include "../base/identify.h"
#include "../base/memory.h"
#include "claims.h"

enum {
	MOST = 80, /* per cent of words in some language that make a page the source's */
	LEAST_OF_ALL = 50, /* per cent of all words of prose that must be the source's, too */
	LOST = 20,       /* per cent of the source's fragments whose loss makes a page short */
	LEAST_LOST = 2,  /* fragments */
	SURE = 10,       /* words that are surely in the language they were found in */
	LEAST_PAGES = 5, /* that must show a language for it to be what they mean */
};

static const char *const names[MATTERS] = { "missing", "wrong", "fallback", "stub", "partial",
	"short", "ok" };

const char *
matter_name(enum matter matter)
{
	return names[matter];
}

enum matter
completeness_state(const struct completeness *c)
{
	for (unsigned m = 0; m < MATTER_OK; m++)
		if (c->matters >> m & 1)
			return m;
	return MATTER_OK;
}

/* Words of a page's prose by what language they are in. */
struct shares {
	uint32_t own, source, other, fragments, untranslated;
	uint32_t all;      /* words of all prose */
	uint32_t same;     /* of these, in what is in no language but as in the source */
	uint16_t language; /* most of other are in */
	uint32_t language_words;
	struct position at; /* the first that is not its own */
};

static bool
is_own(const struct completeness_context *c, uint32_t version, uint16_t language)
{
	return identified_may_be(
		   language, version_str(c->all, c->all->rows[version].expected)) ||
	       language == c->shown[version];
}

static enum fragment_in
in_language(const struct completeness_context *c, uint32_t version, uint16_t language)
{
	if (!language)
		return IN_NONE;
	if (is_own(c, version, language))
		return IN_OWN;
	return identified_may_be(language, version_str(c->all, c->source)) ? IN_SOURCE
	                                                                   : IN_OTHER;
}

/* The version in the source language that another is held against, or NONE. */
static uint32_t
source_of(const struct completeness_context *c, uint32_t version)
{
	uint32_t source =
	    translation_in(c->all, c->groups, c->all->rows[version].group, c->source);

	return source == version ? NONE : source;
}

static int
by_print(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return (a > b) - (a < b);
}

/* The fingerprints of a version's fragments, sorted; free() them. */
static uint64_t *
sorted_prints(const struct versions *all, uint32_t version)
{
	const struct version *v = &all->rows[version];
	uint64_t *prints = x_malloc((v->n_fragments + 1) * sizeof(*prints));

	for (uint32_t i = 0; i < v->n_fragments; i++)
		prints[i] = all->fragments[v->first_fragment + i].print;
	qsort(prints, v->n_fragments, sizeof(*prints), by_print);
	return prints;
}

/* Where anything is sure, leave out what is not. */
static void
drop_unsure(const struct fragment *rows, unsigned char *in, uint32_t n)
{
	bool sure = false;

	for (int drop = 0; drop < 2; drop++) {
		for (uint32_t i = 0; i < n; i++) {
			bool weak =
			    (in[i] == IN_SOURCE || in[i] == IN_OTHER) && rows[i].words < SURE;

			if (weak && drop)
				in[i] = IN_NONE;
			sure |= !weak && (in[i] & ~IN_SAME) != IN_NONE;
		}
		if (!sure)
			return;
	}
}

void
completeness_fragments(
    const struct completeness_context *c, uint32_t version, unsigned char *in)
{
	const struct version *v = &c->all->rows[version];
	uint32_t source = source_of(c, version);
	uint64_t *prints = source == NONE ? NULL : sorted_prints(c->all, source);

	for (uint32_t i = 0; i < v->n_fragments; i++) {
		const struct fragment *p = &c->all->fragments[v->first_fragment + i];
		bool same =
		    prints && bsearch(&p->print, prints, c->all->rows[source].n_fragments,
				  sizeof(*prints), by_print);

		in[i] = (unsigned char)in_language(c, version, p->language);
		if (same && in[i] == IN_OTHER) /* then the identifier erred */
			in[i] = IN_SOURCE;
		if (same)
			in[i] += IN_SAME;
	}
	drop_unsure(c->all->fragments + v->first_fragment, in, v->n_fragments);
	free(prints);
}

/* Boyer and Moore's vote, by words. */
static void
vote(struct shares *s, uint16_t language, uint32_t words)
{
	if (s->language == language) {
		s->language_words += words;
	} else if (s->language_words >= words) {
		s->language_words -= words;
	} else {
		s->language = language;
		s->language_words = words - s->language_words;
	}
}

static void
count(struct shares *s, unsigned in_same, const struct fragment *p)
{
	enum fragment_in in = in_same & ~IN_SAME;

	if ((p->flags & (FRAGMENT_PROSE | FRAGMENT_QUOTED)) == FRAGMENT_PROSE)
		s->all += p->words;
	s->same += in_same == IN_NONE + IN_SAME ? p->words : 0;
	s->fragments += in != IN_NONE;
	if ((in == IN_SOURCE || in == IN_OTHER) && !s->at.line)
		s->at = p->at;
	switch (in) {
	case IN_NONE: break;
	case IN_OWN: s->own += p->words; break;
	case IN_SOURCE:
		s->source += p->words;
		s->untranslated++;
		break;
	case IN_OTHER:
		s->other += p->words;
		vote(s, p->language, p->words);
		break;
	}
}

static struct shares
share(const struct completeness_context *c, uint32_t version)
{
	const struct version *v = &c->all->rows[version];
	const struct fragment whole = { .language = v->body,
		.flags = FRAGMENT_PROSE,
		.words = v->words < UINT16_MAX ? (uint16_t)v->words : UINT16_MAX };
	unsigned char *in = x_malloc(v->n_fragments + 1);
	struct shares s = { 0 };

	completeness_fragments(c, version, in);
	for (uint32_t i = 0; i < v->n_fragments; i++)
		count(&s, in[i], &c->all->fragments[v->first_fragment + i]);
	if (!s.fragments) { /* none is long enough by itself */
		s.all = 0;
		count(&s, in_language(c, version, v->body), &whole);
	}
	free(in);
	return s;
}

/* Headings that are lost weigh twice: a section went with each. */
static bool
is_short(const struct alignment *loss)
{
	uint32_t least = loss->headings ? LOST / 2 : LOST;

	return loss->lost >= LEAST_LOST && 100 * loss->lost >= least * loss->total;
}

static void
judge_loss(const struct completeness_context *c, uint32_t version, struct completeness *out)
{
	const struct version *v = &c->all->rows[version], *s;
	uint32_t source = source_of(c, version);

	if (source == NONE)
		return;
	s = &c->all->rows[source];
	out->loss = align(c->all->fragments + s->first_fragment, s->n_fragments,
	    c->all->fragments + v->first_fragment, v->n_fragments);
	if (is_short(&out->loss))
		out->matters |= 1 << MATTER_SHORT;
}

/* True where hardly anything is in another language than the source's, and no more may be. */
static bool
is_fallback(const struct shares *s, uint32_t words)
{
	return s->source && 100 * (uint64_t)s->source >= MOST * (uint64_t)words &&
	       100 * ((uint64_t)s->source + s->same) >= LEAST_OF_ALL * (uint64_t)s->all;
}

struct completeness
completeness_of(const struct completeness_context *c, uint32_t version)
{
	struct shares s = share(c, version);
	uint32_t words = s.own + s.source + s.other;
	struct completeness out = { .fragments = s.fragments,
		.untranslated = s.untranslated,
		.words = words,
		.untranslated_words = s.source,
		.at = s.at };

	if (2 * s.other > words) {
		out.matters |= 1 << MATTER_WRONG;
		out.language = s.language;
	} else if (is_fallback(&s, words)) {
		out.matters |= 1 << MATTER_FALLBACK;
	} else if (s.source) {
		out.matters |= 1 << MATTER_PARTIAL;
	}
	if (c->all->rows[version].is_stub)
		out.matters |= 1 << MATTER_STUB;
	judge_loss(c, version, &out);
	return out;
}

/* How many versions meant to be in one language show another. */
struct show {
	uint32_t expected, pages;
	uint16_t language;
};

static int
by_expected(const void *x, const void *y)
{
	const struct show *a = x, *b = y;

	if (a->expected != b->expected)
		return a->expected < b->expected ? -1 : 1;
	return (a->language > b->language) - (a->language < b->language);
}

/* True when some page is meant to be in a language; asked once for each. */
static bool
is_expected(const struct versions *all, const struct show *shows, size_t n, uint16_t language)
{
	for (size_t i = 0; i < n; i++)
		if ((!i || shows[i].expected != shows[i - 1].expected) &&
		    identified_may_be(language, version_str(all, shows[i].expected)))
			return true;
	return false;
}

/* The second opinion from the save: what four fifths of the pages meant to be in one language
 * show, or 0. */
static uint16_t
shown_by(const struct show *shows, size_t n)
{
	const struct show *best = &shows[0];
	uint32_t pages = 0;

	for (size_t i = 0; i < n; i++) {
		pages += shows[i].pages;
		best = shows[i].pages > best->pages ? &shows[i] : best;
	}
	return best->pages < LEAST_PAGES || 5 * best->pages < 4 * pages ? 0 : best->language;
}

/* Sort, and add equal ones up. Returns how many are left. */
static size_t
merge_shows(struct show *shows, size_t n)
{
	size_t kept = 0;

	qsort(shows, n, sizeof(*shows), by_expected);
	for (size_t i = 0; i < n; i++) {
		if (kept && by_expected(&shows[kept - 1], &shows[i]) == 0)
			shows[kept - 1].pages++;
		else
			shows[kept++] = shows[i];
	}
	return kept;
}

void
completeness_start(struct completeness_context *c)
{
	const struct versions *all = c->all;
	struct show *shows = x_malloc((all->n + 1) * sizeof(*shows));
	uint16_t *of_tag = x_calloc(all->strings.n + 1, sizeof(*of_tag));
	signed char *expected = x_calloc(UINT16_MAX + 1, 1); /* of languages: 1 yes, -1 no */
	size_t n = 0;

	for (uint32_t i = 0; i < all->n; i++)
		if (all->rows[i].body && all->rows[i].expected)
			shows[n++] =
			    (struct show){ all->rows[i].expected, 1, all->rows[i].body };
	n = merge_shows(shows, n);
	for (size_t i = 0, end; i < n; i = end) {
		uint16_t language;

		for (end = i; end < n && shows[end].expected == shows[i].expected;)
			end++;
		language = shown_by(shows + i, end - i);
		if (!expected[language])
			expected[language] = is_expected(all, shows, n, language) ? 1 : -1;
		of_tag[shows[i].expected] = expected[language] < 0 ? language : 0;
	}
	c->shown = x_calloc(all->n, sizeof(*c->shown));
	for (uint32_t i = 0; i < all->n; i++)
		c->shown[i] = of_tag[all->rows[i].expected];
	free(shows);
	free(of_tag);
	free(expected);
}

void
completeness_end(struct completeness_context *c)
{
	free(c->shown);
}

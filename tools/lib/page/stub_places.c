/* stub_places.c - where in its body a page may say that it has none: in short bodies anywhere,
 * in longer ones in headings, right under them and at the start, in long ones right under the
 * title. */
#include "stub_places.h"

#include "metadata.h"

enum { SHORT_WORDS = 150, LONG_WORDS = 320, START_WORDS = 30 };

/* Find the first section, from the first heading to the next, if it is brief and not all there
 * is. */
static void
find_section(struct stub_places *places)
{
	enum { MOST_BEFORE = 3 }; /* a way back, a date */
	const struct prose *prose = places->prose;
	size_t from = 0, to;
	uint32_t words = 0;

	while (from < prose->n && from < MOST_BEFORE &&
	       prose->passages[from].kind != PASSAGE_HEADING)
		from++;
	if (from == prose->n || prose->passages[from].kind != PASSAGE_HEADING)
		return;
	for (to = from + 1; to < prose->n && prose->passages[to].kind != PASSAGE_HEADING; to++)
		words += prose->passages[to].words - prose->passages[to].link_words;
	if (to == prose->n || words > STUB_BRIEF)
		return;
	places->from = from;
	places->to = to;
}

struct stub_places
stub_places_of(const struct suspect *s)
{
	struct stub_places places = {
		.prose = s->prose,
		.title = prose_fold(s->arena, s->page->title),
	};

	find_section(&places);
	return places;
}

bool
stub_is_brief(const struct passage *p)
{
	return p->words <= STUB_BRIEF;
}

/* True for a passage that is no code and says more than what links in it lead to. */
static bool
speaks(const struct passage *p)
{
	return p->kind == PASSAGE_TEXT && p->link_words < p->words;
}

/* The heading that a brief passage stands right under, or with a line such as a date between;
 * NULL: none. */
static const struct passage *
heading_of(const struct prose *prose, const struct passage *p)
{
	enum { MOST_LINES = 2, LINE_WORDS = 8 };
	const struct passage *from = prose->passages, *at = p;

	if (!stub_is_brief(p) || !speaks(p))
		return NULL;
	while (at > from && p - at < MOST_LINES && at[-1].kind == PASSAGE_TEXT &&
	       at[-1].words <= LINE_WORDS)
		at--;
	return at > from && at[-1].kind == PASSAGE_HEADING ? at - 1 : NULL;
}

bool
stub_is_titled(const struct stub_places *places, const struct passage *p)
{
	const struct prose *prose = places->prose;
	const struct passage *heading = heading_of(prose, p), *next = p + 1;
	bool goes_on =
	    next < prose->passages + prose->n && speaks(next) && !stub_is_brief(next);

	return heading && !goes_on && title_is_in(places->title, heading->text);
}

uint32_t
stub_own_words(const struct prose *prose)
{
	return prose->words - prose->link_words / 2;
}

bool
stub_is_long(const struct prose *prose)
{
	return stub_own_words(prose) > LONG_WORDS;
}

bool
stub_may_say(const struct stub_places *places, const struct passage *p, uint32_t words)
{
	const struct prose *prose = places->prose;
	bool start = prose->words <= SHORT_WORDS || words < START_WORDS;

	if (stub_is_long(prose))
		return stub_is_titled(places, p);
	return p->kind == PASSAGE_HEADING || (start && speaks(p)) || heading_of(prose, p);
}

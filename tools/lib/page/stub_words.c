/* stub_words.c - what a page says of itself, in body and title. */
#include "stub_signs.h"

/* Bodies with more words than this are read for filler and tokens only. */
enum { MOST_WORDS = 400, FEW_WORDS = 12, MOST_QUOTED = 120 };

/* What each kind of phrase speaks for, and how many words beside it end its say. */
static const struct meaning {
	enum stub_verdict verdict;
	unsigned words;
} meanings[PHRASES] = {
	[PHRASE_COMING_SOON] = { STUB_PLACEHOLDER, 60 },
	[PHRASE_CONSTRUCTION] = { STUB_PLACEHOLDER, 60 },
	[PHRASE_COME_BACK] = { STUB_PLACEHOLDER, 60 },
	[PHRASE_NO_CONTENT] = { STUB_PLACEHOLDER, 60 },
	[PHRASE_MAINTENANCE] = { STUB_PLACEHOLDER, 90 },
	[PHRASE_NOT_FOUND] = { STUB_SOFT404, 120 },
	[PHRASE_ACCESS_DENIED] = { STUB_SOFT404, 90 },
	[PHRASE_PARKED] = { STUB_DEFAULT, 200 },
	[PHRASE_CMS_DEFAULT] = { STUB_DEFAULT, 200 },
	[PHRASE_LOREM] = { STUB_LOREM, 0 },
	[PHRASE_TOKEN] = { STUB_TOKEN, 60 },
	[PHRASE_SCRIPT] = { STUB_NONE, 0 },
};

/* A phrase found. */
struct hit {
	const struct phrase *phrase;
	struct str sentence;
	struct position at;
	bool heading, title;
};

enum { MOST_HITS = 16 };

struct hits {
	struct hit at[MOST_HITS];
	size_t n;
	uint32_t words; /* that phrases, and half of what stands around them, account for */
	bool script;
};

/* Cut a text that is to be quoted, between characters. */
static struct str
quotable(struct str s)
{
	if (s.n <= MOST_QUOTED)
		return s;
	s.n = MOST_QUOTED;
	while (s.n && ((unsigned char)s.p[s.n] & 0xC0) == 0x80)
		s.n--;
	return s;
}

static bool
look_in_sentence(const struct suspect *s, struct hits *hits, struct hit hit)
{
	struct str match;

	hit.phrase = phrases_find(s->phrases, PLACE_SENTENCE, hit.sentence, &match);
	if (!hit.phrase)
		return false;
	if (hit.phrase->kind == PHRASE_SCRIPT) {
		hits->script = true;
		return false;
	}
	if (hits->n < MOST_HITS)
		hits->at[hits->n++] = hit;
	if (!hit.title)
		hits->words += (prose_words(hit.sentence) + prose_words(match) + 1) / 2;
	return true;
}

static void
look_in_passage(const struct suspect *s, struct hits *hits, const struct passage *passage)
{
	struct str rest = passage->text;
	struct hit hit = { .at = passage->at, .heading = passage->kind == PASSAGE_HEADING };

	while (prose_sentence(&rest, &hit.sentence))
		look_in_sentence(s, hits, hit);
}

/* A title names the page and, before or after a dash or the like, the site. */
static bool
next_title(struct str *rest, struct str *name)
{
	static const char *const borders[] = { " | ", " - ", " – ", " — ", " · ", " « ", " » ",
		": ", " • ", "｜" };
	size_t end = rest->n, skip = 0;

	if (!rest->n)
		return false;
	for (size_t i = 0; i < sizeof(borders) / sizeof(*borders); i++) {
		struct str border = str_of(borders[i]);
		size_t at = str_find(*rest, border, 0);

		if (at < end) {
			end = at;
			skip = border.n;
		}
	}
	*name = str_part(*rest, 0, end);
	*rest = str_part(*rest, end + skip, rest->n);
	return true;
}

static void
look_in_title(const struct suspect *s, struct hits *hits)
{
	struct str rest = prose_fold(s->arena, s->page->title), name;
	struct hit hit = { .title = true };

	while (next_title(&rest, &name))
		while (prose_sentence(&name, &hit.sentence))
			look_in_sentence(s, hits, hit);
}

/* From 1 where few words stand beside a phrase down to 0 where there are as many as end its
 * say. */
static double
say(uint32_t beside, unsigned most)
{
	if (beside <= FEW_WORDS)
		return 1;
	return beside >= most ? 0 : (double)(most - beside) / (most - FEW_WORDS);
}

/* Words of the body that no phrase accounts for; its first heading names it only. */
static uint32_t
words_beside(const struct prose *prose, const struct hits *hits)
{
	uint32_t words = prose->words;

	if (prose->n && prose->passages[0].kind == PASSAGE_HEADING) {
		const struct passage *first = &prose->passages[0];
		bool hit = hits->n && hits->at[0].heading &&
		           hits->at[0].at.line == first->at.line &&
		           hits->at[0].at.column == first->at.column;

		words -= hit ? 0 : first->words;
	}
	return words > hits->words ? words - hits->words : 0;
}

/* The first phrase for a verdict makes nearly sure, further ones surer. */
static void
weigh(const struct suspect *s, const struct hits *hits)
{
	uint32_t beside = words_beside(s->prose, hits);
	bool said[STUB_VERDICTS] = { false };

	for (size_t i = 0; i < hits->n; i++) {
		const struct hit *h = &hits->at[i];
		const struct meaning *m = &meanings[h->phrase->kind];
		struct str quote = quotable(h->sentence);
		double weight = h->title || said[m->verdict] ? 0.5 : 0.9;

		if (h->title && said[m->verdict])
			weight = 0.2;
		said[m->verdict] |= !h->title;
		evidence_add(s->arena, s->list, m->verdict, weight * say(beside, m->words),
		    h->at, "%s '%.*s' says %s (%.*s)",
		    h->title     ? "title"
		    : h->heading ? "heading"
				 : "sentence",
		    (int)quote.n, quote.p, phrase_kind_name(h->phrase->kind),
		    (int)h->phrase->language.n, h->phrase->language.p);
	}
}

/* Filler counts by its share of the body's words. */
static void
weigh_filler(const struct suspect *s)
{
	const struct passage *first = NULL;
	uint32_t words = 0, of = s->prose->words - s->prose->code_words;
	struct str match, quote;

	for (size_t i = 0; i < s->prose->n; i++) {
		const struct passage *p = &s->prose->passages[i];
		const struct phrase *found;

		if (p->kind == PASSAGE_CODE)
			continue;
		found = phrases_find(s->phrases, PLACE_PASSAGE, p->text, &match);
		if (!found || found->kind != PHRASE_LOREM)
			continue;
		first = first ? first : p;
		words += p->words;
	}
	if (!first)
		return;
	quote = quotable(first->text);
	evidence_add(s->arena, s->list, STUB_LOREM, words * 2 >= of ? 0.95 : 1.9 * words / of,
	    first->at, "%u of %u words are filler, such as '%.*s'", words, of, (int)quote.n,
	    quote.p);
}

/* A token in place of the title or a heading, or of most of a short body. */
static void
weigh_tokens(const struct suspect *s)
{
	const struct passage *first = NULL;
	const struct phrase *found;
	uint32_t words = 0;
	struct str match;

	for (size_t i = 0; i < s->prose->n && s->prose->words <= MOST_WORDS; i++) {
		const struct passage *p = &s->prose->passages[i];

		if (p->kind == PASSAGE_CODE)
			continue;
		found = phrases_find(s->phrases, PLACE_PASSAGE, p->text, &match);
		if (!found || found->kind != PHRASE_TOKEN)
			continue;
		first = first ? first : p;
		words += p->words;
	}
	found = phrases_find(s->phrases, PLACE_PASSAGE, s->page->title, &match);
	if (found && found->kind == PHRASE_TOKEN)
		evidence_add(s->arena, s->list, STUB_TOKEN,
		    0.7 * say(s->prose->words, MOST_WORDS), (struct position){ 0 },
		    "title has the unfilled '%.*s'", (int)match.n, match.p);
	if (first && phrases_find(s->phrases, PLACE_PASSAGE, first->text, &match))
		evidence_add(s->arena, s->list, STUB_TOKEN,
		    0.9 * say(s->prose->words - words, meanings[PHRASE_TOKEN].words), first->at,
		    "body has the unfilled '%.*s'", (int)quotable(match).n, match.p);
}

bool
stub_words(const struct suspect *s)
{
	struct hits hits = { .n = 0 };

	if (s->prose->words <= MOST_WORDS) {
		for (size_t i = 0; i < s->prose->n; i++)
			if (s->prose->passages[i].kind != PASSAGE_CODE)
				look_in_passage(s, &hits, &s->prose->passages[i]);
		look_in_title(s, &hits);
		weigh(s, &hits);
	}
	weigh_filler(s);
	weigh_tokens(s);
	return hits.script;
}

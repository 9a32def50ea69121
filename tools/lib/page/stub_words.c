/* stub_words.c - what a page says of itself, in body and title: filler, tokens that nobody
 * filled in, and phrases. */
#include "stub_sayings.h"

/* Longer bodies are not read for tokens; and so many words beside tokens end their say. */
enum { MOST_WORDS = 320, MOST_BESIDE_TOKENS = 60 };

/* Passages in which something was found. */
struct found {
	const struct passage *first; /* NULL: none */
	struct str match;            /* in the first */
	uint32_t words;              /* of all; of filler, those it accounts for */
};

/* What is looked for in a body. */
struct look {
	const struct suspect *suspect;
	struct hinted hinted; /* phrases that may be in what is looked at */
	struct found filler, tokens;
};

/* Look for phrases of the place in the body, or a part of it; false: there are none. */
static bool
look_at(struct look *look, enum phrase_place place, struct str text)
{
	phrases_look(look->suspect->phrases, place, text, NULL, &look->hinted);
	return phrases_hinted(look->suspect->phrases, place, &look->hinted);
}

/* Look for a phrase of the place in a passage; true where there is one. */
static bool
look_for(
    struct look *look, enum phrase_place place, const struct passage *p, struct found *found)
{
	struct str match;

	if (!look_at(look, place, p->text))
		return false;
	if (!phrases_find(look->suspect->phrases, place, &look->hinted, p->text, &match))
		return false;
	if (!found->first) {
		found->first = p;
		found->match = match;
	}
	return true;
}

/* The words of a passage that its phrases of filler account for: the first few, as it may only
 * be spoken of, each further one a sentence. */
static uint32_t
filler_words(const struct look *look, const struct passage *p)
{
	enum { FIRST = 8, FURTHER = 25 };
	uint32_t n =
	    phrases_count(look->suspect->phrases, PLACE_FILLER, &look->hinted, p->text);
	uint32_t words = n ? FIRST + (n - 1) * FURTHER : 0;

	return words < p->words ? words : p->words;
}

/* Look for filler in passages. */
static void
find_filler_in(struct look *look, const struct passage *p, const struct passage *end)
{
	for (; p < end; p++)
		if (p->kind != PASSAGE_CODE && look_for(look, PLACE_FILLER, p, &look->filler))
			look->filler.words += filler_words(look, p);
}

/* Most bodies have none, seen as a whole; of the others, most passages that follow each other.
 */
static void
find_filler(struct look *look)
{
	enum { TOGETHER = 1000 }; /* bytes, in which hints ask for all that a phrase holds */
	const struct prose *prose = look->suspect->prose;
	const struct passage *end = prose->passages + prose->n, *next;

	if (!look_at(look, PLACE_FILLER, prose->text))
		return;
	for (const struct passage *p = prose->passages; p < end; p = next) {
		struct str text = p->text;

		for (next = p + 1; next < end && text.n + next->text.n < TOGETHER; next++)
			text.n = (size_t)(next->text.p - text.p) + next->text.n;
		if (look_at(look, PLACE_FILLER, text))
			find_filler_in(look, p, next);
	}
}

/* True where the body may have tokens at its start, up to so many words as end their say: where
 * there are none, others do not count. */
static bool
may_start_with_tokens(struct look *look)
{
	const struct prose *prose = look->suspect->prose;
	struct str start = { prose->text.p, 0 };
	uint32_t words = 0;

	for (size_t i = 0; i < prose->n && words < MOST_BESIDE_TOKENS; i++) {
		start.n =
		    (size_t)(prose->passages[i].text.p - start.p) + prose->passages[i].text.n;
		words += prose->passages[i].words;
	}
	return look_at(look, PLACE_TOKEN, start);
}

/* Words of a passage that has none of the tokens: what stands in code, or beside it, is spoken
 * of. */
static uint32_t
words_beside_tokens(struct look *look, const struct passage *p, const struct hinted *tokens)
{
	const struct phrases *phrases = look->suspect->phrases;

	if (p->code_words)
		return p->words;
	phrases_narrow(phrases, PLACE_TOKEN, p->text, tokens, &look->hinted);
	return phrases_hinted(phrases, PLACE_TOKEN, &look->hinted) ? 0 : p->words;
}

/* True where so few words stand beside what may be tokens that those have a say. */
static bool
may_have_tokens(struct look *look)
{
	const struct prose *prose = look->suspect->prose;
	struct hinted tokens;
	uint32_t beside = 0;

	if (!may_start_with_tokens(look))
		return false;
	tokens = look->hinted;
	for (size_t i = 0; i < prose->n && beside < MOST_BESIDE_TOKENS; i++)
		beside += words_beside_tokens(look, &prose->passages[i], &tokens);
	return beside < MOST_BESIDE_TOKENS;
}

static void
find_tokens(struct look *look)
{
	const struct prose *prose = look->suspect->prose;

	for (size_t i = 0; i < prose->n; i++)
		if (!prose->passages[i].code_words &&
		    look_for(look, PLACE_TOKEN, &prose->passages[i], &look->tokens))
			look->tokens.words += prose->passages[i].words;
}

/* Filler counts by its share of the body's words. */
static void
weigh_filler(const struct suspect *s, const struct found *filler)
{
	uint32_t words = filler->words, of = s->prose->words - s->prose->code_words;
	struct str quote;

	if (!filler->first)
		return;
	quote = stub_quotable(filler->first->text);
	evidence_add(s->arena, s->list, STUB_LOREM, words * 2 >= of ? 0.95 : 1.9 * words / of,
	    prose_at(s->arena, s->prose, filler->first),
	    "%u of %u words are filler, such as '%.*s'", words, of, (int)quote.n, quote.p);
}

/* A token in place of the title or a heading, or of most of a short body. */
static void
weigh_tokens(const struct suspect *s, const struct found *tokens)
{
	double titled = 0.7 * stub_say(s->prose->words, MOST_WORDS);
	uint32_t beside = s->prose->words - tokens->words;
	struct str match;

	if (titled > 0 && phrases_find(s->phrases, PLACE_TOKEN, NULL, s->page->title, &match))
		evidence_add(s->arena, s->list, STUB_TOKEN, titled, (struct position){ 0 },
		    "title has the unfilled '%.*s'", (int)match.n, match.p);
	if (tokens->first)
		evidence_add(s->arena, s->list, STUB_TOKEN,
		    0.9 * stub_say(beside, MOST_BESIDE_TOKENS),
		    prose_at(s->arena, s->prose, tokens->first), "body has the unfilled '%.*s'",
		    (int)stub_quotable(tokens->match).n, tokens->match.p);
}

bool
stub_words(const struct suspect *s)
{
	struct look look = { .suspect = s };
	bool script;

	find_filler(&look);
	if (s->prose->words <= MOST_WORDS && may_have_tokens(&look))
		find_tokens(&look);
	script = stub_sayings(s);
	weigh_filler(s, &look.filler);
	weigh_tokens(s, &look.tokens);
	return script;
}

/* stub_sayings.c - the phrases that sentences of body and title say. */
#include "stub_sayings.h"

#include "../base/utf8.h"
#include "prose_text.h"
#include "sentence.h"
#include "stub_places.h"

enum { MOST_QUOTED = 120 };

/* What a brief first section says of the page holds beside so many words: what other headings
 * stand above is often not the page's own, but what its site has to offer. The same holds of a
 * brief passage that says it twice ("This page is being written. Please come back soon.") or
 * right under a heading that is the page's title; beside one that does both may be still more.
 * Errors hold so only under the title, where they begin a sentence. */
enum { WORDS_BESIDE_SECTION = 300, WORDS_BESIDE_TITLED = 1000 };

/* What each kind of phrase speaks for, and how many words beside it end its say: where it is
 * said of the page, where of something else, and wherever it stands. */
static const struct meaning {
	enum stub_verdict verdict;
	unsigned words, words_of_others, most;
} meanings[PHRASES] = {
	[PHRASE_COMING_SOON] = { STUB_PLACEHOLDER, 75, 24, WORDS_BESIDE_TITLED },
	[PHRASE_CONSTRUCTION] = { STUB_PLACEHOLDER, 75, 24, WORDS_BESIDE_TITLED },
	[PHRASE_COME_BACK] = { STUB_PLACEHOLDER, 75, 24, WORDS_BESIDE_TITLED },
	[PHRASE_NO_CONTENT] = { STUB_PLACEHOLDER, 75, 24, WORDS_BESIDE_TITLED },
	[PHRASE_MAINTENANCE] = { STUB_PLACEHOLDER, 90, 24, WORDS_BESIDE_TITLED },
	[PHRASE_NOT_FOUND] = { STUB_SOFT404, 90, 40, WORDS_BESIDE_SECTION },
	[PHRASE_ACCESS_DENIED] = { STUB_SOFT404, 90, 40, WORDS_BESIDE_SECTION },
	[PHRASE_PARKED] = { STUB_DEFAULT, 200, 200, 200 },
	[PHRASE_CMS_DEFAULT] = { STUB_DEFAULT, 320, 320, 320 },
	[PHRASE_SCRIPT] = { STUB_NONE, 0, 0, 0 },
};

/* A sentence of body or title that says a phrase. */
struct sentence {
	struct sentence *next;
	const struct phrase *phrase;
	struct str text;
	struct position at;
	bool heading, title, of_page;      /* of_page: the phrase is said of the page */
	bool paired;                       /* another phrase of its passage says the same */
	size_t passage;                    /* its number */
	bool in_section, in_brief_passage; /* in_section: in the brief first section */
	bool is_titled;                    /* in a brief passage right under the title */
	bool begins;                       /* with the phrase, or a few words before it */
};

/* A sentence that may say what is hinted at. */
struct candidate {
	struct candidate *next;
	struct sentence sentence;
	struct hinted hinted;
	bool first; /* of the body's first passage */
};

/* What a page's sentences may say at most. */
struct survey {
	struct candidate *first, **last;
	unsigned kinds; /* of phrases, a bit for each */
	uint32_t words; /* of sentences of the body that may say any */
};

/* What was read of a page. */
struct reading {
	const struct suspect *suspect;
	struct stub_places places;
	struct hinted counting; /* phrases of the kinds that count */
	struct hinted of_text;  /* of these, those that may be in a passage or title */
	struct hinted hinted;   /* in a sentence of it */
	struct sentence *first, **last;
	struct survey survey;
	uint32_t words; /* that phrases, and half of what stands around them, account for */
	bool script, heading_speaks; /* heading_speaks: the body's first passage says a phrase,
	                                or asks */
};

/* A sentence of more bytes says more than that there is nothing to say. */
enum { LONGEST_SENTENCE = 600 };

enum { ALL_KINDS = (1 << PHRASES) - 1 };

struct str
stub_quotable(struct str s)
{
	return utf8_cut(s, MOST_QUOTED);
}

/* True for a sentence that ends, before the rest of its passage, with a question mark: it says
 * nothing. */
static bool
is_question(struct str sentence, struct str rest)
{
	static const char *const marks[] = { "?", "\u061F", "\uFF1F" };
	const char *end = sentence.p + sentence.n;
	struct str tail = { end, (size_t)(rest.p - end) };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (str_find(tail, str_of(marks[i]), 0) < tail.n)
			return true;
	return false;
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

/* True for a phrase between quotation marks, of which the first may have been cut off a
 * sentence: it is spoken of, not said. */
static bool
is_quoted(struct str sentence, const struct phrase_match *m)
{
	return m->to < sentence.n && sentence.p[m->to] == '"' &&
	       (m->from == 0 || sentence.p[m->from - 1] == '"');
}

/* True for a phrase that is all there is of a short sentence, and is none without its first
 * word: no other word tells what it is said of. */
static bool
is_bare(const struct phrases *phrases, struct str sentence, const struct phrase_match *m)
{
	enum { SHORT_SENTENCE = 3 };
	size_t space = str_find_char(sentence, ' ', 0);

	return m->to - m->from == sentence.n && prose_words(sentence) <= SHORT_SENTENCE &&
	       (space == sentence.n ||
		   !phrases_match(phrases, PLACE_SENTENCE, m->phrase->language,
		       str_part(sentence, space + 1, sentence.n)));
}

/* True for a phrase that is of another kind than a sentence's and says the same: "we are
 * working on it, come back soon" can only be said of the page. */
static bool
says_more(const struct sentence *s, const struct phrase *also)
{
	return s->phrase && s->phrase->kind != also->kind &&
	       meanings[s->phrase->kind].verdict == meanings[also->kind].verdict;
}

/* A phrase counts once a sentence; best where it is said of the page, in whichever language. */
static void
note_phrase(struct reading *r, struct sentence *s, const struct phrase_match *m)
{
	enum { FEW_WORDS = 3 }; /* "Sorry, but the" */
	const struct phrases *phrases = r->suspect->phrases;
	bool of_page;

	if (m->phrase->kind == PHRASE_SCRIPT)
		r->script = true;
	if (m->phrase->kind == PHRASE_SCRIPT || is_quoted(s->text, m))
		return;
	of_page = is_bare(phrases, s->text, m) ||
	          phrases_match(phrases, PLACE_SUBJECT, m->phrase->language, s->text);
	s->paired = s->paired || says_more(s, m->phrase);
	s->of_page = s->of_page || s->paired;
	if (s->phrase && (s->of_page || !of_page))
		return;
	if (!s->phrase && !s->title)
		r->words += (prose_words(s->text) +
				prose_words(str_part(s->text, m->from, m->to)) + 1) /
		            2;
	s->phrase = m->phrase;
	s->of_page = of_page;
	s->begins = prose_words(str_part(s->text, 0, m->from)) <= FEW_WORDS;
}

static void
read_sentence(struct reading *r, struct sentence s, const struct hinted *hinted)
{
	struct phrase_search search = { r->suspect->phrases, PLACE_SENTENCE, hinted, s.text,
		0 };
	struct phrase_match m;

	while (phrases_next(&search, &m))
		note_phrase(r, &s, &m);
	if (!s.phrase)
		return;
	*r->last = arena_alloc(r->suspect->arena, sizeof(s));
	**r->last = s;
	r->last = &(*r->last)->next;
}

/* Look for what may be said in a passage or title, of the kinds that count; false: nothing. */
static bool
look_for_sayings(struct reading *r, struct str text)
{
	const struct phrases *phrases = r->suspect->phrases;

	phrases_look(phrases, PLACE_SENTENCE, text, &r->counting, &r->of_text);
	return phrases_hinted(phrases, PLACE_SENTENCE, &r->of_text);
}

/* The same in a sentence of it. */
static bool
look_in_sentence(struct reading *r, struct str sentence)
{
	const struct phrases *phrases = r->suspect->phrases;

	phrases_narrow(phrases, PLACE_SENTENCE, sentence, &r->of_text, &r->hinted);
	return phrases_hinted(phrases, PLACE_SENTENCE, &r->hinted);
}

/* Put down a sentence that may say what is hinted at. */
static void
survey_sentence(struct reading *r, struct sentence s, bool first)
{
	struct survey *survey = &r->survey;
	struct candidate *c;

	survey->kinds |= phrases_kinds(r->suspect->phrases, &r->hinted);
	survey->words += s.title ? 0 : prose_words(s.text);
	if (s.text.n > LONGEST_SENTENCE)
		return;
	c = arena_alloc(r->suspect->arena, sizeof(*c));
	*c = (struct candidate){ NULL, s, r->hinted, first };
	*survey->last = c;
	survey->last = &c->next;
}

/* Sentences of a passage of the body, where any may say a phrase. */
static void
survey_passage(struct reading *r, const struct passage *passage)
{
	size_t number = (size_t)(passage - r->suspect->prose->passages);
	struct sentence s = { .heading = passage->kind == PASSAGE_HEADING, .passage = number };
	bool first = number == 0, parts = false;
	struct str rest = passage->text;

	if (!look_for_sayings(r, rest))
		return;
	s.at = prose_at(r->suspect->arena, r->suspect->prose, passage);
	s.in_section = number >= r->places.from && number < r->places.to;
	s.in_brief_passage = stub_is_brief(passage);
	s.is_titled = stub_is_titled(&r->places, passage);
	r->hinted = r->of_text;
	while (next_sentence(&rest, &s.text)) {
		bool asks = is_question(s.text, rest);

		parts |= rest.n > 0;
		if (!asks && (!parts || look_in_sentence(r, s.text)))
			survey_sentence(r, s, first);
		r->heading_speaks |= first && asks;
	}
}

static void
survey_title(struct reading *r)
{
	struct str rest = r->places.title, name;
	struct sentence s = { .title = true };

	if (rest.n > LONGEST_SENTENCE)
		return;
	if (!look_for_sayings(r, rest))
		return;
	r->hinted = r->of_text;
	while (next_title(&rest, &name))
		while (next_sentence(&name, &s.text))
			survey_sentence(r, s, false);
}

/* How many words beside it end the say of a sentence. */
static unsigned
words_that_end(const struct sentence *s)
{
	const struct meaning *m = &meanings[s->phrase->kind];

	if (!s->of_page)
		return m->words_of_others;
	if (m->verdict == STUB_SOFT404 && s->is_titled && s->begins)
		return WORDS_BESIDE_SECTION;
	if (m->verdict != STUB_PLACEHOLDER)
		return m->words;
	if (s->is_titled && s->paired)
		return WORDS_BESIDE_TITLED;
	if (s->in_section || s->is_titled || (s->in_brief_passage && s->paired))
		return WORDS_BESIDE_SECTION;
	return m->words;
}

/* The kinds of phrases that so many words beside them leave a say. */
static unsigned
kinds_beside(uint32_t beside)
{
	unsigned kinds = 1U << PHRASE_SCRIPT;

	for (int kind = 0; kind < PHRASES; kind++)
		if (meanings[kind].most > beside)
			kinds |= 1U << kind;
	return kinds;
}

/* Words of the body that stand beside so many. */
static uint32_t
words_left(const struct prose *prose, uint32_t words)
{
	uint32_t beside = stub_own_words(prose);

	words += prose->n ? prose->passages[0].words : 0;
	return beside > words ? beside - words : 0;
}

/* The kinds of phrases that count in the body, whatever those of its passages that may say any
 * do. */
static unsigned
kinds_of_body(const struct reading *r)
{
	const struct prose *prose = r->suspect->prose;
	uint32_t words = 0, saying = 0, beside;

	for (size_t i = 0; i < prose->n; i++) {
		saying += stub_may_say(&r->places, &prose->passages[i], words)
		              ? prose->passages[i].words
		              : 0;
		words += prose->passages[i].words;
	}
	beside = words_left(prose, 2 * saying); /* halves of words are rounded up */
	return beside ? kinds_beside(beside) : ALL_KINDS;
}

static void
survey_body(struct reading *r)
{
	const struct prose *prose = r->suspect->prose;
	uint32_t words = 0;

	for (size_t i = 0; i < prose->n; i++) {
		if (stub_may_say(&r->places, &prose->passages[i], words))
			survey_passage(r, &prose->passages[i]);
		words += prose->passages[i].words;
	}
}

/* Find the sentences of a passage that say the same in phrases of two kinds. */
static void
pair_sentences(struct reading *r)
{
	for (struct sentence *s = r->first; s && s->next && !s->next->title; s = s->next)
		if (s->passage == s->next->passage && says_more(s, s->next->phrase))
			s->paired = s->next->paired = true;
}

/* Read what body and title say, unless all they may say has no say. */
static void
read_sayings(struct reading *r)
{
	const struct prose *prose = r->suspect->prose;

	r->places = stub_places_of(r->suspect);
	phrases_of_kinds(r->suspect->phrases, kinds_of_body(r), &r->counting);
	survey_body(r);
	if (!stub_is_long(prose))
		survey_title(r);
	if (!(r->survey.kinds & kinds_beside(words_left(prose, r->survey.words))))
		return;
	for (const struct candidate *c = r->survey.first; c; c = c->next) {
		read_sentence(r, c->sentence, &c->hinted);
		r->heading_speaks |= c->first && r->first;
	}
	pair_sentences(r);
}

double
stub_say(uint32_t beside, unsigned most)
{
	unsigned few = most / 5;

	if (beside <= few)
		return 1;
	return beside >= most ? 0 : (double)(most - beside) / (most - few);
}

/* Words of the body that no phrase accounts for. Its first heading names it only, and links
 * offer what else there is. */
static uint32_t
words_beside(const struct reading *r)
{
	const struct prose *prose = r->suspect->prose;
	uint32_t words = stub_own_words(prose);

	if (prose->n && prose->passages[0].kind == PASSAGE_HEADING && !r->heading_speaks)
		words -= prose->passages[0].words;
	return words > r->words ? words - r->words : 0;
}

/* The first phrase for a verdict makes nearly sure, further ones surer; those less that repeat
 * it, as a title may. */
static void
weigh_phrases(const struct reading *r)
{
	const struct suspect *suspect = r->suspect;
	uint32_t beside = words_beside(r);
	bool said[STUB_VERDICTS] = { false };

	for (const struct sentence *s = r->first; s; s = s->next) {
		const struct meaning *m = &meanings[s->phrase->kind];
		struct str quote = stub_quotable(s->text);
		const char *what = s->title ? "title" : s->heading ? "heading" : "sentence";
		double weight = 0.9, say = stub_say(beside, words_that_end(s));

		if (said[m->verdict])
			weight = s->of_page && !s->title ? 0.5 : 0.2;
		else if (s->title)
			weight = 0.5;
		said[m->verdict] |= say > 0;
		evidence_add(suspect->arena, suspect->list, m->verdict, weight * say, s->at,
		    "%s '%.*s' says %s (%.*s)", what, (int)quote.n, quote.p,
		    phrase_kind_name(s->phrase->kind), (int)s->phrase->language.n,
		    s->phrase->language.p);
	}
}

bool
stub_sayings(const struct suspect *s)
{
	struct reading r = { .suspect = s };

	if (stub_own_words(s->prose) > WORDS_BESIDE_TITLED + STUB_BRIEF)
		return false;
	r.last = &r.first;
	r.survey.last = &r.survey.first;
	read_sayings(&r);
	weigh_phrases(&r);
	return r.script;
}

/* stub_words.c - what a page says of itself, in body and title. */
#include "stub_signs.h"

/* Bodies with more words than this are read for filler and tokens only. */
enum { MOST_WORDS = 320, MOST_QUOTED = 120 };

/* Of bodies with more words than the first, only headings and so many words from the start on
 * are: what a page has to say of itself stands there. */
enum { SHORT_WORDS = 150, START_WORDS = 30 };

/* What each kind of phrase speaks for, and how many words beside it end its say: where it is
 * said of the page, and where of something else. */
static const struct meaning {
	enum stub_verdict verdict;
	unsigned words, words_of_others;
} meanings[PHRASES] = {
	[PHRASE_COMING_SOON] = { STUB_PLACEHOLDER, 75, 24 },
	[PHRASE_CONSTRUCTION] = { STUB_PLACEHOLDER, 75, 24 },
	[PHRASE_COME_BACK] = { STUB_PLACEHOLDER, 75, 24 },
	[PHRASE_NO_CONTENT] = { STUB_PLACEHOLDER, 75, 24 },
	[PHRASE_MAINTENANCE] = { STUB_PLACEHOLDER, 90, 24 },
	[PHRASE_NOT_FOUND] = { STUB_SOFT404, 90, 40 },
	[PHRASE_ACCESS_DENIED] = { STUB_SOFT404, 90, 40 },
	[PHRASE_PARKED] = { STUB_DEFAULT, 200, 200 },
	[PHRASE_CMS_DEFAULT] = { STUB_DEFAULT, 320, 320 },
	[PHRASE_LOREM] = { STUB_LOREM, 0, 0 },
	[PHRASE_TOKEN] = { STUB_TOKEN, 60, 60 },
	[PHRASE_SCRIPT] = { STUB_NONE, 0, 0 },
};

/* A sentence of body or title, and the phrase found in it. */
struct sentence {
	const struct phrase *phrase; /* NULL: none */
	struct str text;
	struct position at;
	bool heading, title, of_page; /* of_page: the phrase is said of the page */
};

/* A sentence of more bytes says more than that there is nothing to say. */
enum { MOST_SENTENCES = 256, LONGEST_SENTENCE = 600 };

/* All of them. */
struct sentences {
	struct sentence at[MOST_SENTENCES];
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

static void
add_sentence(struct sentences *all, struct sentence sentence)
{
	if (all->n == MOST_SENTENCES || sentence.text.n > LONGEST_SENTENCE)
		return;
	all->at[all->n++] = sentence;
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

static void
read_passage(struct sentences *all, const struct passage *passage)
{
	struct str rest = passage->text;
	struct sentence s = { .at = passage->at, .heading = passage->kind == PASSAGE_HEADING };

	while (prose_sentence(&rest, &s.text))
		if (!is_question(s.text, rest))
			add_sentence(all, s);
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
read_title(const struct suspect *s, struct sentences *all)
{
	struct str rest = prose_fold(s->arena, s->page->title), name;
	struct sentence sentence = { .title = true };

	if (rest.n > LONGEST_SENTENCE)
		return;
	while (next_title(&rest, &name))
		while (prose_sentence(&name, &sentence.text))
			add_sentence(all, sentence);
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

/* A phrase counts once a sentence; best where it is said of the page, in whichever language. */
static void
note_phrase(const struct phrases *phrases, struct sentences *all, struct sentence *s,
    const struct phrase_match *m)
{
	bool of_page;

	if (m->phrase->kind == PHRASE_SCRIPT)
		all->script = true;
	if (m->phrase->kind == PHRASE_SCRIPT || is_quoted(s->text, m))
		return;
	of_page = is_bare(phrases, s->text, m) ||
	          phrases_match(phrases, PLACE_SUBJECT, m->phrase->language, s->text);
	if (s->phrase && (s->of_page || !of_page))
		return;
	if (!s->phrase && !s->title)
		all->words += (prose_words(s->text) +
				  prose_words(str_part(s->text, m->from, m->to)) + 1) /
		              2;
	s->phrase = m->phrase;
	s->of_page = of_page;
}

static void
look_for_phrases(const struct suspect *s, struct sentences *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct phrase_search search = {
			.phrases = s->phrases, .place = PLACE_SENTENCE, .text = all->at[i].text
		};
		struct phrase_match m;

		while (phrases_next(&search, &m))
			note_phrase(s->phrases, all, &all->at[i], &m);
	}
}

/* From 1 where few words stand beside a phrase down to 0 where there are as many as end its
 * say. */
static double
say(uint32_t beside, unsigned most)
{
	unsigned few = most / 5;

	if (beside <= few)
		return 1;
	return beside >= most ? 0 : (double)(most - beside) / (most - few);
}

/* Words of the body that no phrase accounts for. Its first heading names it only, and links
 * offer what else there is. */
static uint32_t
words_beside(const struct prose *prose, const struct sentences *all)
{
	uint32_t words = prose->words;

	if (prose->n && prose->passages[0].kind == PASSAGE_HEADING && all->n &&
	    !all->at[0].phrase)
		words -= prose->passages[0].words;
	words -= prose->link_words / 2;
	return words > all->words ? words - all->words : 0;
}

/* The first phrase for a verdict makes nearly sure, further ones surer; those less that repeat
 * it, as a title may. */
static void
weigh(const struct suspect *s, const struct sentences *all)
{
	uint32_t beside = words_beside(s->prose, all);
	bool said[STUB_VERDICTS] = { false };

	for (size_t i = 0; i < all->n; i++) {
		const struct sentence *h = &all->at[i];
		const struct meaning *m = h->phrase ? &meanings[h->phrase->kind] : NULL;
		struct str quote = quotable(h->text);
		const char *what = h->title ? "title" : h->heading ? "heading" : "sentence";
		double weight = 0.9;
		unsigned most;

		if (!m)
			continue;
		most = h->of_page ? m->words : m->words_of_others;
		if (said[m->verdict])
			weight = h->of_page && !h->title ? 0.5 : 0.2;
		else if (h->title)
			weight = 0.5;
		said[m->verdict] = true;
		evidence_add(s->arena, s->list, m->verdict, weight * say(beside, most), h->at,
		    "%s '%.*s' says %s (%.*s)", what, (int)quote.n, quote.p,
		    phrase_kind_name(h->phrase->kind), (int)h->phrase->language.n,
		    h->phrase->language.p);
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
		found = phrases_find(s->phrases, PLACE_FILLER, p->text, &match);
		if (!found)
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
		found = phrases_find(s->phrases, PLACE_TOKEN, p->text, &match);
		if (!found)
			continue;
		first = first ? first : p;
		words += p->words;
	}
	found = phrases_find(s->phrases, PLACE_TOKEN, s->page->title, &match);
	if (found)
		evidence_add(s->arena, s->list, STUB_TOKEN,
		    0.7 * say(s->prose->words, MOST_WORDS), (struct position){ 0 },
		    "title has the unfilled '%.*s'", (int)match.n, match.p);
	if (first && phrases_find(s->phrases, PLACE_TOKEN, first->text, &match))
		evidence_add(s->arena, s->list, STUB_TOKEN,
		    0.9 * say(s->prose->words - words, meanings[PHRASE_TOKEN].words), first->at,
		    "body has the unfilled '%.*s'", (int)quotable(match).n, match.p);
}

/* True for a passage that is no code and says more than what links in it lead to. */
static bool
speaks(const struct passage *p)
{
	return p->kind == PASSAGE_TEXT && p->link_words < p->words;
}

/* Phrases in what there is of sentences. */
static bool
weigh_phrases(const struct suspect *s)
{
	struct sentences *all;
	uint32_t words = 0;
	bool script;

	if (s->prose->words > MOST_WORDS)
		return false;
	all = arena_zalloc(s->arena, sizeof(*all));
	for (size_t i = 0; i < s->prose->n; i++) {
		const struct passage *p = &s->prose->passages[i];
		bool start = s->prose->words <= SHORT_WORDS || words < START_WORDS;

		words += p->words;
		if (p->kind == PASSAGE_HEADING || (start && speaks(p)))
			read_passage(all, p);
	}
	read_title(s, all);
	look_for_phrases(s, all);
	weigh(s, all);
	script = all->script;
	return script;
}

bool
stub_words(const struct suspect *s)
{
	bool script = weigh_phrases(s);

	weigh_filler(s);
	weigh_tokens(s);
	return script;
}

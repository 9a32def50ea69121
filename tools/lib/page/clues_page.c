/* clues_page.c - what the page says of itself, and what kind of page it is. */
#include "clues.h"

/* A set of hashes. */
struct hashes {
	uint64_t *at;
	size_t n, cap;
};

static void
hashes_add(struct arena *a, struct hashes *s, uint64_t hash)
{
	size_t i;

	if (2 * (s->n + 1) > s->cap) {
		struct hashes old = *s;

		s->cap = s->cap ? 2 * s->cap : 64;
		s->n = 0;
		s->at = arena_zalloc(a, s->cap * sizeof(*s->at));
		for (i = 0; i < old.cap; i++)
			if (old.at[i])
				hashes_add(a, s, old.at[i]);
	}
	hash |= 1;
	for (i = hash >> 32 & (s->cap - 1); s->at[i] && s->at[i] != hash;)
		i = (i + 1) & (s->cap - 1);
	s->n += !s->at[i];
	s->at[i] = hash;
}

static bool
hashes_has(const struct hashes *s, uint64_t hash)
{
	if (!s->cap)
		return false;
	hash |= 1;
	for (size_t i = hash >> 32 & (s->cap - 1); s->at[i]; i = (i + 1) & (s->cap - 1))
		if (s->at[i] == hash)
			return true;
	return false;
}

/* Runs of so many words of a text, as hashes. */
struct shingles {
	uint64_t words[3];
	uint32_t n, length;
};

static bool
next_word(struct str *left, struct str *word)
{
	const char *p = left->p, *end = p + left->n;

	while (p < end && !is_alpha(*p) && !is_digit(*p) && (unsigned char)*p < 0x80)
		p++;
	word->p = p;
	while (p < end && (is_alpha(*p) || is_digit(*p) || (unsigned char)*p >= 0x80))
		p++;
	word->n = (size_t)(p - word->p);
	*left = (struct str){ p, (size_t)(end - p) };
	return word->n > 0;
}

/* Add a word; true when a run is complete, its hash then in *hash. */
static bool
shingle(struct shingles *s, struct str word, uint64_t *hash)
{
	uint64_t run = 0;

	s->n++;
	for (uint32_t k = 1; k < s->length; k++)
		s->words[k - 1] = s->words[k];
	s->words[s->length - 1] = lexicon_hash(word, LEXICON_TEXT);
	for (uint32_t k = 0; k < s->length; k++)
		run = (run ^ s->words[k]) * UINT64_C(0x9E3779B97F4A7C15);
	*hash = run;
	return s->n >= s->length;
}

static void
add_shingles(struct arena *a, struct hashes *set, struct str text, uint32_t length)
{
	struct shingles s = { .length = length };
	struct str word;
	uint64_t hash;

	while (next_word(&text, &word))
		if (shingle(&s, word, &hash))
			hashes_add(a, set, hash);
}

static struct hashes
shingles_of(struct arena *a, const struct data_text *texts, uint32_t length)
{
	struct hashes set = { 0 };

	for (; texts; texts = texts->next)
		add_shingles(a, &set, texts->text, length);
	return set;
}

enum { SETS = 2 };

/* How many runs of words of a unit each set has, and how many there are. */
struct hits {
	uint32_t hits[SETS], of;
};

/* Sets may be empty, not all. */
static struct hits
count_hits(const struct clue_context *c, const struct unit *u, const struct hashes sets[SETS],
    uint32_t length)
{
	const struct html_node *e = c->blocks->at[u->block].node;
	struct shingles s = { .length = length };
	struct hits h = { 0 };
	uint64_t hash;

	for (const struct html_node *n = e; n; n = html_next(n, e)) {
		struct str text = n->text, word;

		if (n != e && n->kind == HTML_ELEMENT && is_unit(block_of(c->blocks, n)))
			break;
		if (n->kind != HTML_TEXT)
			continue;
		while (next_word(&text, &word)) {
			if (!shingle(&s, word, &hash))
				continue;
			h.of++;
			for (int i = 0; i < SETS; i++)
				h.hits[i] += hashes_has(&sets[i], hash);
		}
	}
	return h;
}

static float
share_of(uint32_t hits, uint32_t of, float none)
{
	return of ? (float)hits / (float)of : none;
}

static void
fill_texts(const struct clue_context *c, struct clue_table *t)
{
	enum { RUN = 3 };
	struct data_text title = { .text = c->title };
	struct hashes titles[SETS] = { shingles_of(c->arena, &title, 1) };
	struct hashes data[SETS] = { shingles_of(c->arena, c->data->bodies, RUN),
		shingles_of(c->arena, c->data->summaries, RUN) };

	for (uint32_t i = 0; i < t->n; i++) {
		const struct unit *u = &t->units->at[i];
		struct hits h;

		if (titles[0].n && shape_words(&u->shape) <= 40) {
			h = count_hits(c, u, titles, 1);
			clue_column(t, CLUE_TITLE_SHARE)[i] = share_of(h.hits[0], h.of, 0);
			clue_column(t, CLUE_TITLE_COVER)[i] =
			    (float)h.hits[0] / (float)titles[0].n;
		}
		h = data[0].n || data[1].n ? count_hits(c, u, data, RUN) : (struct hits){ 0 };
		clue_column(t, CLUE_DATA_BODY)[i] =
		    data[0].n ? share_of(h.hits[0], h.of, -0.5f) : -1;
		clue_column(t, CLUE_DATA_SUMMARY)[i] = share_of(h.hits[1], h.of, 0);
	}
}

static void
fill_column(struct clue_table *t, enum clue which, float value)
{
	float *column = clue_column(t, which);

	for (uint32_t i = 0; i < t->n; i++)
		column[i] = value;
}

static void
fill_sums(const struct clue_context *c, struct clue_table *t)
{
	const struct block *root = &c->blocks->at[0];
	struct unit_sums all = units_sum(t->units, 0, t->n);
	uint32_t articles = 0;

	for (uint32_t i = 0; i < c->blocks->n; i++)
		articles += html_is(c->blocks->at[i].node, TAG_ARTICLE);
	fill_column(t, CLUE_PAGE_WORDS, (float)all.words);
	fill_column(t, CLUE_PAGE_LINKS, (float)all.link_characters / (float)all.characters);
	fill_column(t, CLUE_PAGE_UNITS, (float)t->n);
	fill_column(t, CLUE_PAGE_UNIT_WORDS, (float)all.words / (float)t->n);
	fill_column(t, CLUE_PAGE_PROSE, (float)root->prose / (float)all.characters);
	fill_column(t, CLUE_PAGE_HEADINGS, (float)root->headings);
	fill_column(t, CLUE_PAGE_IMAGES, (float)root->images);
	fill_column(t, CLUE_PAGE_CONTROLS, (float)root->controls);
	fill_column(t, CLUE_PAGE_ARTICLES, (float)articles);
}

static void
fill_most(const struct clue_context *c, struct clue_table *t)
{
	uint32_t largest = 0;
	float money = 0;

	for (uint32_t i = 0; i < t->n; i++) {
		if (clue_column(t, CLUE_PATH_SHARE)[i] >
		    clue_column(t, CLUE_PATH_SHARE)[largest])
			largest = i;
		money += clue_column(t, CLUE_MONEY)[i];
	}
	fill_column(t, CLUE_PAGE_PATH_SHARE, clue_column(t, CLUE_PATH_SHARE)[largest]);
	fill_column(t, CLUE_PAGE_PATH_UNITS, clue_column(t, CLUE_PATH_UNITS)[largest]);
	fill_column(t, CLUE_PAGE_MONEY, money);
	fill_column(t, CLUE_PAGE_DATA, (float)(c->data->types & 15));
	fill_column(t, CLUE_PAGE_TYPE, (float)(c->data->types >> 4));
	if (c->dominant) {
		fill_column(t, CLUE_DOMINANT_SHARE,
		    (float)c->dominant->characters / (float)c->blocks->at[0].characters);
		fill_column(t, CLUE_DOMINANT_LINKS, (float)link_percent(c->dominant) / 100);
	}
}

void
clues_page(const struct clue_context *c, struct clue_table *t)
{
	fill_texts(c, t);
	fill_sums(c, t);
	fill_most(c, t);
}

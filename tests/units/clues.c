/* clues.c - what units of small pages say of themselves, and laws that hold for any page. */
#include "page/clues.h"

#include <math.h>

#include "data_file.h"
#include "page/rules.h"
#include "tap.h"

struct sight {
	struct arena arena;
	struct html_document doc;
	struct blocks blocks;
	struct regions regions;
	struct clue_table table;
};

static void
look(struct sight *s, const char *html, const struct rules *rules, const struct lexicon *l)
{
	html_parse(
	    &s->arena, str_of(html), &(struct html_options){ .charset = "UTF-8" }, &s->doc);
	s->blocks = blocks_of(&s->arena, &s->doc);
	s->regions = regions_landmarks(&s->arena, &s->blocks, rules, NULL, NULL);
	s->table = clues_of(&s->arena, &s->doc, &s->blocks, &s->regions, l);
}

/* Does the clue have these values, unit by unit? */
static bool
has(const struct sight *s, enum clue which, const float *values, uint32_t n)
{
	if (s->table.n != n)
		return false;
	for (uint32_t i = 0; i < n; i++)
		if (fabsf(clue_column(&s->table, which)[i] - values[i]) > 1e-4f)
			return false;
	return true;
}

static bool
all_finite(const struct clue_table *t)
{
	for (size_t i = 0; i < (size_t)t->n * CLUES; i++)
		if (!isfinite(t->at[i]))
			return false;
	return true;
}

#define HAS(s, which, ...)                                                                     \
	ok(has(s, CLUE_##which, (const float[]){ __VA_ARGS__ },                                \
	       sizeof((const float[]){ __VA_ARGS__ }) / sizeof(float)),                        \
	    "%s", clue_names[CLUE_##which])

static void
test_small_page(const struct rules *rules, const struct lexicon *l)
{
	struct sight s = { 0 };

	look(&s,
	    "<title>Good soup</title><h1>Good soup</h1><p class=good>Salt it, and 2 $!</p>"
	    "<ul><li><a href=a>One</a><li><a href=b>Two</a><li><a href=c>Two</a></ul>",
	    rules, l);
	HAS(&s, WORDS, 2, 4, 1, 1, 1);
	HAS(&s, LINK_SHARE, 0, 0, 1, 1, 1);
	HAS(&s, LINKS, 0, 0, 1, 1, 1);
	HAS(&s, MONEY, 0, 1, 0, 0, 0);
	HAS(&s, STOPS, 0, 1, 0, 0, 0);
	HAS(&s, MARKS, 0, .25f, 0, 0, 0);
	HAS(&s, COPIES, 1, 1, 1, 2, 2);
	HAS(&s, COPY, 0, 0, 0, 0, 1);
	HAS(&s, TEXT, .5f, 0, 0, 0, 0);
	HAS(&s, KNOWN, .5f, 0, 0, 0, 0);
	HAS(&s, CLASS, 0, 2, 0, 0, 0);
	HAS(&s, TWINS, 0, 0, 3, 3, 3);
	HAS(&s, ORDER, 0, .2f, .4f, .6f, .8f);
	HAS(&s, SINCE_TITLE, 0, 1, 2, 3, 4);
	HAS(&s, TITLE_COVER, 1, 0, 0, 0, 0);
	HAS(&s, WORDS_AFTER1, 4, 1, 1, 1, -1);
	HAS(&s, PAGE_UNITS, 5, 5, 5, 5, 5);
	arena_free(&s.arena);
}

static void
test_laws(const struct rules *rules, const struct lexicon *l)
{
	static const char *const pages[] = { "", "<p>", "<p>a", "<p>\xE6\x97\xA5\xE6\x9C\xAC",
		"<a href=x>a</a>", "<svg><text>a</text></svg><button>b</button>",
		"<p>$</p><p>.</p>", "<table><td>a<td><table><td>b</table></table>" };

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		struct sight s = { 0 };

		look(&s, pages[i], rules, l);
		ok(all_finite(&s.table), "numbers of '%s'", pages[i]);
		arena_free(&s.arena);
	}
}

int
main(void)
{
	struct rules *rules = rules_new();
	const struct lexicon *l;

	data_folder();
	data_file("text good 0.5\nclass good 2\n", "body.lexicon");
	l = lexicon_new();
	test_small_page(rules, l);
	test_laws(rules, l);
	lexicon_free(l);
	rules_free(rules);
	return tap_end();
}

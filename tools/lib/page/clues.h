/* clues.h - what speaks for and against each unit of a page being body, as numbers.
 *
 * The numbers are what the model of schemas/body.model was fitted on and what it decides by;
 * none of them alone decides anything. */
#ifndef PAGE_CLUES_H
#define PAGE_CLUES_H

#include "regions.h"
#include "schema_org.h"
#include "units.h"

#define CLUE_LIST(X)                                                                           \
	/* the unit itself */                                                                  \
	X(TAG, "tag")                                                                          \
	X(WORDS, "words")                                                                      \
	X(WORD_LENGTH, "word-length")                                                          \
	X(LINK_SHARE, "link-share")                                                            \
	X(LINKS, "links")                                                                      \
	X(STOPS, "stops")                                                                      \
	X(MARKS, "marks")                                                                      \
	X(END, "end")                                                                          \
	X(CAPITALS, "capitals")                                                                \
	X(DIGITS, "digits")                                                                    \
	X(SYMBOLS, "symbols")                                                                  \
	X(MONEY, "money")                                                                      \
	X(LINES, "lines")                                                                      \
	X(TEXT, "text")                                                                        \
	X(KNOWN, "known")                                                                      \
	X(COPIES, "copies")                                                                    \
	X(COPY, "copy")                                                                        \
	/* where it stands in the tree */                                                      \
	X(DEPTH, "depth")                                                                      \
	X(ENTRIES, "entries")                                                                  \
	X(LANDMARK, "landmark")                                                                \
	X(IN_MAIN, "in-main")                                                                  \
	X(IN_ARTICLE, "in-article")                                                            \
	X(IN_TABLE, "in-table")                                                                \
	X(IN_FORM, "in-form")                                                                  \
	X(IN_LINK, "in-link")                                                                  \
	X(HIDDEN, "hidden")                                                                    \
	X(CLASS, "class")                                                                      \
	X(CLASS_PARENT, "class-parent")                                                        \
	X(CLASS_SUM, "class-sum")                                                              \
	X(CLASS_LEAST, "class-least")                                                          \
	X(CLASS_MOST, "class-most")                                                            \
	X(IN_DOMINANT, "in-dominant")                                                          \
	/* the groups around it: the nearest four ancestors that hold more units each */       \
	X(GROUP1_SHARE, "group1-share")                                                        \
	X(GROUP1_LINKS, "group1-links")                                                        \
	X(GROUP1_WORDS, "group1-words")                                                        \
	X(GROUP1_UNITS, "group1-units")                                                        \
	X(GROUP1_TEXT, "group1-text")                                                          \
	X(GROUP2_SHARE, "group2-share")                                                        \
	X(GROUP2_LINKS, "group2-links")                                                        \
	X(GROUP2_WORDS, "group2-words")                                                        \
	X(GROUP2_UNITS, "group2-units")                                                        \
	X(GROUP2_TEXT, "group2-text")                                                          \
	X(GROUP3_SHARE, "group3-share")                                                        \
	X(GROUP3_LINKS, "group3-links")                                                        \
	X(GROUP3_WORDS, "group3-words")                                                        \
	X(GROUP3_UNITS, "group3-units")                                                        \
	X(GROUP3_TEXT, "group3-text")                                                          \
	X(GROUP4_SHARE, "group4-share")                                                        \
	X(GROUP4_LINKS, "group4-links")                                                        \
	X(GROUP4_WORDS, "group4-words")                                                        \
	X(GROUP4_UNITS, "group4-units")                                                        \
	X(GROUP4_TEXT, "group4-text")                                                          \
	/* what repeats: the nearest ancestor with siblings alike, and units on the same path  \
	 */                                                                                    \
	X(TWINS, "twins")                                                                      \
	X(ITEM_WORDS, "item-words")                                                            \
	X(ITEM_LINKS, "item-links")                                                            \
	X(ITEM_UNITS, "item-units")                                                            \
	X(ITEMS_SHARE, "items-share")                                                          \
	X(PATH_UNITS, "path-units")                                                            \
	X(PATH_WORDS, "path-words")                                                            \
	X(PATH_LINKS, "path-links")                                                            \
	X(PATH_SHARE, "path-share")                                                            \
	/* where it stands in the page */                                                      \
	X(ORDER, "order")                                                                      \
	X(OFFSET, "offset")                                                                    \
	X(TO_END, "to-end")                                                                    \
	X(SINCE_TITLE, "since-title")                                                          \
	X(SINCE_HEADING, "since-heading")                                                      \
	X(HEADING_LEVEL, "heading-level")                                                      \
	X(HEADING_TEXT, "heading-text")                                                        \
	X(HEADING_CLASS, "heading-class")                                                      \
	X(WORDS_BEFORE1, "words-before1")                                                      \
	X(WORDS_BEFORE2, "words-before2")                                                      \
	X(WORDS_BEFORE3, "words-before3")                                                      \
	X(WORDS_AFTER1, "words-after1")                                                        \
	X(WORDS_AFTER2, "words-after2")                                                        \
	X(WORDS_AFTER3, "words-after3")                                                        \
	X(LINKS_BEFORE1, "links-before1")                                                      \
	X(LINKS_BEFORE2, "links-before2")                                                      \
	X(LINKS_AFTER1, "links-after1")                                                        \
	X(LINKS_AFTER2, "links-after2")                                                        \
	X(TAG_BEFORE, "tag-before")                                                            \
	X(TAG_AFTER, "tag-after")                                                              \
	X(TEXT_BEFORE, "text-before")                                                          \
	X(TEXT_AFTER, "text-after")                                                            \
	X(CLASS_BEFORE, "class-before")                                                        \
	X(CLASS_AFTER, "class-after")                                                          \
	X(NEAR_WORDS, "near-words")                                                            \
	X(NEAR_LINKS, "near-links")                                                            \
	/* what the page says of itself */                                                     \
	X(TITLE_SHARE, "title-share")                                                          \
	X(TITLE_COVER, "title-cover")                                                          \
	X(DATA_BODY, "data-body")                                                              \
	X(DATA_SUMMARY, "data-summary")                                                        \
	X(PAGE_DATA, "page-data")                                                              \
	X(PAGE_TYPE, "page-type")                                                              \
	X(PAGE_WORDS, "page-words")                                                            \
	X(PAGE_LINKS, "page-links")                                                            \
	X(PAGE_UNITS, "page-units")                                                            \
	X(PAGE_UNIT_WORDS, "page-unit-words")                                                  \
	X(PAGE_PROSE, "page-prose")                                                            \
	X(PAGE_HEADINGS, "page-headings")                                                      \
	X(PAGE_IMAGES, "page-images")                                                          \
	X(PAGE_CONTROLS, "page-controls")                                                      \
	X(PAGE_ARTICLES, "page-articles")                                                      \
	X(PAGE_PATH_SHARE, "page-path-share")                                                  \
	X(PAGE_PATH_UNITS, "page-path-units")                                                  \
	X(PAGE_MONEY, "page-money")                                                            \
	X(DOMINANT_SHARE, "dominant-share")                                                    \
	X(DOMINANT_LINKS, "dominant-links")

enum clue {
#define X(name, text) CLUE_##name,
	CLUE_LIST(X)
#undef X
	    CLUES
};

extern const char *const clue_names[CLUES];

/* A table: the numbers of one kind for all units stand together. */
struct clue_table {
	const struct units *units;
	float *at;
	uint32_t n; /* units */
};

static inline float *
clue_column(const struct clue_table *t, enum clue which)
{
	return t->at + (size_t)which * t->n;
}

/* What a page is looked at with. */
struct clue_context {
	struct arena *arena; /* for what is found */
	const struct html_document *doc;
	const struct blocks *blocks;
	const struct regions *regions; /* landmarks, as find_landmarks() leaves them */
	const struct lexicon *lexicon;
	const struct schema_org *data;
	struct str title;
	const struct block *dominant; /* the subtree that holds most of the text, or NULL */
};

/* Look at all units of a page. regions: landmarks only, spread over the blocks. */
struct clue_table clues_of(struct arena *a, const struct html_document *doc,
    const struct blocks *blocks, const struct regions *regions, const struct lexicon *lexicon);

/* An element by name and class, numbers in the class aside, as a hash. */
uint64_t look_of(const struct html_node *e);

/* clues_place.c, clues_order.c, clues_page.c: columns of their own. */
void clues_place(const struct clue_context *c, struct clue_table *t);
void clues_repeat(const struct clue_context *c, struct clue_table *t);
void clues_order(const struct clue_context *c, struct clue_table *t);
void clues_page(const struct clue_context *c, struct clue_table *t);

#endif

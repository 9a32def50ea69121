/* clue_list.h - the clues there are, as X(NAME, "name"): a column of the table each, in the
 * order in which the model of schemas/body.model counts them. */
#ifndef PAGE_CLUE_LIST_H
#define PAGE_CLUE_LIST_H

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
	/* what the parts around it are called: by headings above it, by labels */             \
	X(NAME, "name")                                                                        \
	X(NAMES, "names")                                                                      \
	X(NAMES_LEAST, "names-least")                                                          \
	X(NAMES_MOST, "names-most")                                                            \
	X(NAMES_BEFORE, "names-before")                                                        \
	X(LABELS, "labels")                                                                    \
	X(LABELS_LEAST, "labels-least")                                                        \
	X(PHRASE, "phrase")                                                                    \
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

#endif

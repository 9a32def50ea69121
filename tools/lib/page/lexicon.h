/* lexicon.h - what words say about a block being body: words of texts, of classes, and of names
 * of the parts around it; and short texts as a whole. */
#ifndef PAGE_LEXICON_H
#define PAGE_LEXICON_H

#include <stdint.h>

#include "../base/str.h"

struct lexicon;

/* Namespaces: a word may say one thing in a text and another in a class or a heading. */
enum lexicon_kind { LEXICON_TEXT, LEXICON_CLASS, LEXICON_NAME };

/* What schemas/body.lexicon has: lines "text WORD WEIGHT", "class WORD WEIGHT", "name WORD
 * WEIGHT" and "phrase WORD-WORD WEIGHT", # for comments; read when its bytes are not those that
 * the built-in table was made of. Dies with a message naming file and line when it cannot be
 * read. */
const struct lexicon *lexicon_new(void);
void lexicon_free(const struct lexicon *l);

/* The hash of a word, letter case of ASCII aside; of one word after another. */
uint64_t lexicon_hash(struct str word, enum lexicon_kind kind);
uint64_t lexicon_pair(uint64_t first, uint64_t second);

/* The weight of a word by its hash, or NULL. */
const float *lexicon_find(const struct lexicon *l, uint64_t hash);

/* The class words of a name such as "mainContent post-7": runs of letters, cut where a capital
 * follows a small letter. Takes the next off *left into *word and its hash; *joined tells that
 * the word continues the name of the one before. False when none is left. */
bool class_word(struct str *left, struct str *word, bool *joined);

/* The next word of what a part is called, a run of ASCII letters. False when none is left. */
bool name_word(struct str *left, struct str *word);

#endif

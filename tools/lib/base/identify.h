/* identify.h - which language a text is in. What libcld2 says, where there is enough to say it
 * of: it takes names for languages, and filler for Norwegian, and is sure of it.
 *
 * Left out of a text before it is asked: words with digits, signs or capitals inside (code,
 * addresses, abbreviations), and in prose words with a capital that start no sentence (names).
 * What is left must have 20 letters; kana and Hangul count three each, Han two. Filler (lorem
 * ipsum) is in no language. */
#ifndef BASE_IDENTIFY_H
#define BASE_IDENTIFY_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* A language that text was found to be in, 0: none, for there is too little, or too much of
 * several. tag: the language to expect (BCP 47), absent: any; it decides where text of few
 * words could be in either. Safe from any thread. */
uint16_t identify_prose(struct str text, struct str tag);

/* The same of a label or title, where every word may have a capital. One that is all capitals
 * at the start of words could be a name, and is in no language; nor is a short one that libcld2
 * takes for English but that has no small word of it. */
uint16_t identify_label(struct str label, struct str tag);

/* True for filler text: most of its words are those that such text is made of. */
bool is_filler(struct str text);

/* Words of a text, those without letters aside; where words are not parted, two letters of
 * kana, Han or Hangul are one. */
uint32_t words_of(struct str text);

/* The BCP 47 tag of a language, such as "fr" or "zh-Hant"; "" for 0. */
const char *identified_tag(uint16_t language);

/* True when text in the language may well be what the tag says: the same primary language, or
 * one that text does not tell apart from it (Bosnian, Croatian, Serbian ...). */
bool identified_may_be(uint16_t language, struct str tag);

#endif

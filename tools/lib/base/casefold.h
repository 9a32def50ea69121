/* casefold.h - letters without their case. */
#ifndef BASE_CASEFOLD_H
#define BASE_CASEFOLD_H

#include <stdint.h>

/* The code point that stands for both cases of a letter: Unicode's simple case folding
 * (CaseFolding.txt, C and S), and for what has no case itself. */
uint32_t casefold(uint32_t cp);

/* By the code points that UTF-8 writes with two bytes: the two, the first the lowest, that
 * stand for both cases; 0 for what words are not made of (letters.h). A letter whose cases
 * differ in length stays as it is. */
enum { FOLD_PAIRS = 0x80, FOLD_PAIRS_END = 0x800 };
extern const uint16_t fold_pairs[FOLD_PAIRS_END - FOLD_PAIRS];

#endif

/* casefold.h - letters without their case. */
#ifndef BASE_CASEFOLD_H
#define BASE_CASEFOLD_H

#include <stdint.h>

/* The code point that stands for both cases of a letter: Unicode's simple case folding
 * (CaseFolding.txt, C and S), and for what has no case itself. */
uint32_t casefold(uint32_t cp);

#endif

/* casefold.h - letters without their case. */
#ifndef BASE_CASEFOLD_H
#define BASE_CASEFOLD_H

#include <stdbool.h>
#include <stdint.h>

/* True for most signs beyond ASCII, which are no letters, marks or digits: General Punctuation,
 * currencies, arrows, mathematics, shapes. Few texts have other things that ICU need be asked
 * about. */
static inline bool
is_sign(uint32_t cp)
{
	return cp - 0x2000 < 0x70 || cp - 0x20A0 < 0x30 || cp - 0x2190 < 0x2D0 ||
	       cp - 0x2500 < 0x276 || cp - 0x2794 < 0x46C;
}

/* The code point that stands for both cases of a letter: Unicode's simple case folding
 * (CaseFolding.txt, C and S), and for what has no case itself. */
uint32_t casefold(uint32_t cp);

#endif

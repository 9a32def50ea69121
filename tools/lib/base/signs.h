/* signs.h - characters that are no letters, told without ICU, which takes long to load. */
#ifndef BASE_SIGNS_H
#define BASE_SIGNS_H

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

#endif

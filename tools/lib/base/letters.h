/* letters.h - what characters are, by Unicode's general categories and White_Space. */
#ifndef BASE_LETTERS_H
#define BASE_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

/* True for what words are made of: letters, marks and numbers (L, M and N). */
bool is_word_character(uint32_t cp);

/* L; of these Lu and Lt, and Ll. */
bool is_letter(uint32_t cp);
bool is_capital(uint32_t cp);
bool is_small(uint32_t cp);

/* True for scripts that put no space between words (Unicode, Line_Break classes SA and ID): for
 * letters of Thai, Lao, Myanmar and Khmer; and for ideographs and kana. */
static inline bool
is_unparted_letter(uint32_t cp)
{
	return (cp >= 0x0E00 && cp <= 0x0EFF) || (cp >= 0x1000 && cp <= 0x109F) ||
	       (cp >= 0x1780 && cp <= 0x17FF);
}

static inline bool
is_ideograph(uint32_t cp)
{
	return (cp >= 0x3040 && cp <= 0x30FF) || (cp >= 0x3400 && cp <= 0x9FFF) ||
	       (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF);
}

/* White_Space (PropList.txt). */
bool is_white_beyond_ascii(uint32_t cp);

static inline bool
is_white_space(uint32_t cp)
{
	if (cp < 0x80)
		return cp == ' ' || (cp >= 0x09 && cp <= 0x0D);
	return is_white_beyond_ascii(cp);
}

#endif

/* letters.c - what characters are: by tables for what words are made of and for alphabets with
 * cases, by runs for signs and for the scripts of East Asia. Few texts have others, about which
 * ICU is asked, since that takes long to load. */
#include "letters.h"

#include <stddef.h>
#include <unicode/uchar.h>

#include "letters_table.h"

/* Code points beyond the table that are alike. */
struct run {
	uint32_t first, n;
};

/* No words: General Punctuation, currencies, trade marks, arrows, mathematics, shapes; what
 * East Asia punctuates with; what fonts of icons use, replacements, emoji. */
static const struct run signs[] = { { 0x2000, 0x70 }, { 0x20A0, 0x30 }, { 0x2116, 3 },
	{ 0x211E, 6 }, { 0x2190, 0x2D0 }, { 0x2500, 0x276 }, { 0x2794, 0x46C }, { 0x3000, 5 },
	{ 0x3008, 0x19 }, { 0xE000, 0x1900 }, { 0xFF01, 15 }, { 0xFF1A, 7 }, { 0xFFFC, 2 },
	{ 0x1F110, 0x9F0 } };

/* Letters without cases: kana, ideographs, Hangul. */
static const struct run letters[] = { { 0x3041, 0x56 }, { 0x30A1, 0x5A }, { 0x3400, 0x19C0 },
	{ 0x4E00, 0x5200 }, { 0xAC00, 0x2BA4 } };

static bool
is_in(const struct run *runs, size_t n, uint32_t cp)
{
	for (size_t i = 0; i < n; i++)
		if (cp - runs[i].first < runs[i].n)
			return true;
	return false;
}

/* Whether a code point has a trait; false: ICU has to be asked. */
static bool
is_known(uint32_t cp, unsigned trait, bool *has)
{
	*has = cp < NEAR_END && (near[cp] & trait);
	if (cp < NEAR_END || is_in(signs, sizeof(signs) / sizeof(*signs), cp))
		return true;
	if (!is_in(letters, sizeof(letters) / sizeof(*letters), cp))
		return false;
	*has = trait & LETTER;
	return true;
}

bool
is_word_character(uint32_t cp)
{
	if (cp < PLANE)
		return word_blocks[word_places[cp / 64]] >> cp % 64 & 1;
	return !is_in(signs, sizeof(signs) / sizeof(*signs), cp) &&
	       U_GET_GC_MASK((UChar32)cp) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK);
}

bool
is_letter(uint32_t cp)
{
	bool has;

	return is_known(cp, LETTER, &has) ? has : u_isalpha((UChar32)cp);
}

bool
is_capital(uint32_t cp)
{
	bool has;

	return is_known(cp, CAPITAL, &has) ? has
	                                   : u_isupper((UChar32)cp) || u_istitle((UChar32)cp);
}

bool
is_small(uint32_t cp)
{
	bool has;

	return is_known(cp, SMALL, &has) ? has : u_islower((UChar32)cp);
}

bool
is_white_beyond_ascii(uint32_t cp)
{
	return cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
	       cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

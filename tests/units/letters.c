/* letters.c - characters are, and fold to, what ICU says, those of Unicode 14 at least. */
#include "base/casefold.h"

#include <unicode/uchar.h>

#include "base/letters.h"
#include "base/library.h"
#include "tap.h"

enum { NEWEST = 14, CODE_POINTS = 0x110000 };

#define ICU(name)                                                                              \
	((__typeof__(&name))library_find(                                                      \
	    "libicuuc.so." U_ICU_VERSION_SHORT, #name "_" U_ICU_VERSION_SHORT))

static unsigned
traits_of(uint32_t cp)
{
	return is_word_character(cp) * 1u | is_letter(cp) * 2u | is_capital(cp) * 4u |
	       is_small(cp) * 8u;
}

static unsigned
traits_of_type(int8_t type)
{
	const uint32_t mask = U_MASK(type);

	return !!(mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) * 1u |
	       !!(mask & U_GC_L_MASK) * 2u | !!(mask & (U_GC_LU_MASK | U_GC_LT_MASK)) * 4u |
	       !!(mask & U_GC_LL_MASK) * 8u;
}

int
main(void)
{
	__typeof__(&u_foldCase) fold_case = ICU(u_foldCase);
	__typeof__(&u_charAge) char_age = ICU(u_charAge);
	__typeof__(&u_charType) char_type = ICU(u_charType);
	unsigned differ = 0, folded = 0, wrong = 0, words = 0;

	for (UChar32 cp = 0; cp < CODE_POINTS; cp++) {
		UVersionInfo age;

		char_age(cp, age);
		if (age[0] > NEWEST)
			continue;
		folded += casefold((uint32_t)cp) != (uint32_t)cp;
		differ +=
		    casefold((uint32_t)cp) != (uint32_t)fold_case(cp, U_FOLD_CASE_DEFAULT);
		words += is_word_character((uint32_t)cp);
		wrong += traits_of((uint32_t)cp) != traits_of_type(char_type(cp));
	}
	ok(differ == 0, "%u code points fold in another way", differ);
	ok(folded > 1000, "%u fold", folded);
	ok(wrong == 0, "%u are not what they seem", wrong);
	ok(words > 100000, "%u are of words", words);
	return tap_end();
}

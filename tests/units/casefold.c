/* casefold.c - letters fold as ICU has them fold, those of Unicode 14 at least, and what is a
 * sign is no letter. */
#include "base/casefold.h"

#include <unicode/uchar.h>

#include "base/library.h"
#include "base/signs.h"
#include "tap.h"

enum { NEWEST = 14, CODE_POINTS = 0x110000 };

#define ICU(name)                                                                              \
	((__typeof__(&name))library_find(                                                      \
	    "libicuuc.so." U_ICU_VERSION_SHORT, #name "_" U_ICU_VERSION_SHORT))

int
main(void)
{
	__typeof__(&u_foldCase) fold_case = ICU(u_foldCase);
	__typeof__(&u_charAge) char_age = ICU(u_charAge);
	__typeof__(&u_charType) char_type = ICU(u_charType);
	unsigned differ = 0, folded = 0, signs = 0, wrong = 0;

	for (UChar32 cp = 0; cp < CODE_POINTS; cp++) {
		UVersionInfo age;

		char_age(cp, age);
		if (age[0] > NEWEST)
			continue;
		folded += casefold((uint32_t)cp) != (uint32_t)cp;
		differ +=
		    casefold((uint32_t)cp) != (uint32_t)fold_case(cp, U_FOLD_CASE_DEFAULT);
	}
	for (UChar32 cp = 0; cp < CODE_POINTS; cp++) {
		bool says = U_MASK(char_type(cp)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK);

		signs += is_sign((uint32_t)cp);
		wrong += is_sign((uint32_t)cp) && says;
	}
	ok(differ == 0, "%u code points fold in another way", differ);
	ok(folded > 1000, "%u fold", folded);
	ok(wrong == 0, "%u signs are letters, marks or digits", wrong);
	ok(signs > 2000, "%u are signs", signs);
	return tap_end();
}

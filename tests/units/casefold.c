/* casefold.c - letters fold as ICU has them fold, those of Unicode 14 at least. */
#include "base/casefold.h"

#include <unicode/uchar.h>

#include "base/library.h"
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
	unsigned differ = 0, folded = 0;

	for (UChar32 cp = 0; cp < CODE_POINTS; cp++) {
		UVersionInfo age;

		char_age(cp, age);
		if (age[0] > NEWEST)
			continue;
		folded += casefold((uint32_t)cp) != (uint32_t)cp;
		differ +=
		    casefold((uint32_t)cp) != (uint32_t)fold_case(cp, U_FOLD_CASE_DEFAULT);
	}
	ok(differ == 0, "%u code points fold in another way", differ);
	ok(folded > 1000, "%u fold", folded);
	return tap_end();
}

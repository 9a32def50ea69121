/* language_hint.c - a locale of two letters and two is the tag that ICU makes of it. */
#include "base/language_hint.h"

#include <string.h>
#include <unicode/uloc.h>

#include "base/language.h"
#include "tap.h"

enum { TAG = 64 };

/* What ICU has for a locale, if that is a tag. */
static struct str
tag_by_icu(struct arena *a, const char *locale)
{
	UErrorCode error = U_ZERO_ERROR;
	char canonical[TAG], tag[TAG];
	struct str s = { tag, 0 };
	int32_t n;

	uloc_canonicalize(locale, canonical, TAG, &error);
	if (strcmp(canonical + 2, "_UK") == 0)
		memcpy(canonical + 3, "GB", 2);
	n = uloc_toLanguageTag(canonical, tag, TAG, 1, &error);
	s.n = n > 0 ? (size_t)n : 0;
	if (U_FAILURE(error) || !language_is_valid(s) || str_eq(s, STR("und")))
		return (struct str){ 0 };
	return language_canonical(a, arena_str(a, s));
}

/* All regions of a language; how many differ. */
static unsigned
compare(struct arena *a, char locale[static 6], unsigned *tags)
{
	unsigned differ = 0;

	for (int i = 0; i < 26 * 26; i++) {
		struct str by_icu, hint;

		locale[3] = (char)('A' + i / 26);
		locale[4] = (char)('A' + i % 26);
		by_icu = tag_by_icu(a, locale);
		hint = language_hint(a, str_of(locale));
		differ += !hint.p != !by_icu.p || !str_eq(hint, by_icu);
		*tags += hint.p != NULL;
	}
	arena_reset(a);
	return differ;
}

int
main(void)
{
	struct arena a = { 0 };
	char locale[] = "xx_XX";
	unsigned differ = 0, tags = 0;

	for (int i = 0; i < 26 * 26; i++) {
		locale[0] = (char)('a' + i / 26);
		locale[1] = (char)('a' + i % 26);
		differ += compare(&a, locale, &tags);
	}
	ok(differ == 0, "%u of all locales differ", differ);
	ok(tags > 50000, "%u are tags", tags);
	ok(str_eq(language_hint(&a, STR("en_UK")), STR("en-GB")), "the country is GB");
	arena_free(&a);
	return tap_end();
}

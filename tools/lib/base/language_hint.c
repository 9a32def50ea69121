/* language_hint.c - what an invalid language tag was probably meant to be, by the locale data
 * of ICU (Unicode CLDR). */
#include "language_hint.h"

#include <stdio.h>
#include <unicode/uloc.h>

#include "language.h"

enum { TAG = 64 }; /* bytes of the longest tag worth a guess, and of a locale's name */

/* The tag of a locale's name if it is valid, in the arena; else absent. */
static struct str
valid_tag(struct arena *a, const char *locale)
{
	UErrorCode error = U_ZERO_ERROR;
	char tag[TAG];
	int32_t n = uloc_toLanguageTag(locale, tag, TAG, 1, &error);
	struct str s = { tag, n > 0 ? (size_t)n : 0 };

	if (U_FAILURE(error) || n >= TAG || !language_is_valid(s) || str_eq(s, STR("und")))
		return (struct str){ 0 };
	return language_canonical(a, arena_str(a, s));
}

/* Of a country such as "cz" where a language should be: the one most speak there. */
static struct str
language_of_country(struct arena *a, const char *country)
{
	char locale[TAG + 8], likely[TAG];
	UErrorCode error = U_ZERO_ERROR;

	snprintf(locale, sizeof(locale), "und_%s", country);
	uloc_addLikelySubtags(locale, likely, TAG, &error);
	likely[strcspn(likely, "_")] = '\0';
	return U_FAILURE(error) ? (struct str){ 0 } : valid_tag(a, likely);
}

/* The tag of a locale such as "en_US" whose parts are those of a tag; absent where it is
 * another form, or CLDR has something else for one of them. */
static struct str
tag_of_plain_locale(struct arena *a, struct str s)
{
	static const char *const replaced[] = { "in", "iw", "ji", "jw", "mo", "BU", "DD", "FX",
		"TP", "YD", "ZR" };
	char tag[5];

	if (s.n != 5 || s.p[2] != '_')
		return (struct str){ 0 };
	for (size_t i = 0; i < 5; i++) {
		unsigned first = i < 2 ? 'a' : 'A';

		if (i != 2 && (unsigned char)s.p[i] - first >= 26)
			return (struct str){ 0 };
		tag[i] = i == 2 ? '-' : s.p[i];
	}
	for (size_t i = 0; i < sizeof(replaced) / sizeof(*replaced); i++)
		if (memcmp(tag, replaced[i], 2) == 0 || memcmp(tag + 3, replaced[i], 2) == 0)
			return (struct str){ 0 };
	s = arena_str(a, (struct str){ tag, 5 });
	return language_is_valid(s) ? language_canonical(a, s) : (struct str){ 0 };
}

struct str
language_hint(struct arena *a, struct str tag)
{
	UErrorCode error = U_ZERO_ERROR;
	char text[TAG], locale[TAG];
	struct str found;

	tag = str_trim(tag);
	if (!tag.n || tag.n >= TAG)
		return (struct str){ 0 };
	found = tag_of_plain_locale(a, tag);
	if (found.p)
		return found;
	snprintf(text, sizeof(text), "%.*s", (int)tag.n, tag.p);
	uloc_canonicalize(text, locale, TAG, &error);
	if (U_FAILURE(error))
		return (struct str){ 0 };
	if (strlen(locale) == 5 && strcmp(locale + 2, "_UK") == 0) /* the country is GB */
		memcpy(locale + 3, "GB", 2);
	found = valid_tag(a, locale);
	return !found.p && tag.n == 2 ? language_of_country(a, text) : found;
}

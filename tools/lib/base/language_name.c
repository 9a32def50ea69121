/* language_name.c - languages by the names they have in switchers. */
#include "language_name.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "language.h"

enum { NAME = 64 }; /* characters of the longest name */

/* The name of a language in another, or in itself, folded; its length, 0: none. */
static int32_t
folded_name(const char *language, const char *in, UChar name[static NAME])
{
	UErrorCode error = U_ZERO_ERROR;
	UChar plain[NAME];
	int32_t n = uloc_getDisplayLanguage(language, in, plain, NAME, &error);

	if (U_FAILURE(error) || n >= NAME)
		return 0;
	n = u_strFoldCase(name, NAME, plain, n, U_FOLD_CASE_DEFAULT, &error);
	return U_FAILURE(error) || n >= NAME ? 0 : n;
}

static bool
is_named(const char *language, const char *in, const UChar *label, int32_t n)
{
	UChar name[NAME];

	return folded_name(language, in, name) == n && u_memcmp(name, label, n) == 0;
}

/* A label as folded UTF-16 without what stands in brackets; its length, 0: it is no name. */
static int32_t
fold_label(struct str label, UChar folded[static NAME])
{
	UErrorCode error = U_ZERO_ERROR;
	UChar plain[NAME];
	int32_t n;

	label = str_trim(str_part(label, 0, str_find_char(label, '(', 0)));
	if (!label.n || label.n >= (size_t)4 * NAME)
		return 0;
	u_strFromUTF8(plain, NAME, &n, label.p, (int32_t)label.n, &error);
	if (U_FAILURE(error) || n >= NAME)
		return 0;
	n = u_strFoldCase(folded, NAME, plain, n, U_FOLD_CASE_DEFAULT, &error);
	return U_FAILURE(error) || n >= NAME ? 0 : n;
}

struct str
language_named(struct arena *a, struct str label)
{
	UChar folded[NAME];
	int32_t n;

	label = str_trim(label);
	if (label.n >= 2 && (label.n == 2 || label.p[2] == '-') && language_is_valid(label))
		return language_canonical(a, label);
	n = fold_label(label, folded);
	for (const char *const *l = uloc_getISOLanguages(); n && *l; l++)
		if (is_named(*l, *l, folded, n) || is_named(*l, "en", folded, n))
			return str_of(*l);
	return (struct str){ 0 };
}

/* cld.cc - libcld2 for C; the one room in C++. */
#include "cld.h"

/* libcld2's header leaves it to us to include what it uses. */
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

struct cld_guess
cld_guess(const char *text, size_t n, const char *hint)
{
	const CLD2::CLDHints hints = { NULL, NULL, CLD2::UNKNOWN_ENCODING,
		hint ? CLD2::GetLanguageFromName(hint) : CLD2::UNKNOWN_LANGUAGE };
	CLD2::Language languages[3];
	struct cld_guess guess = { 0, 0, false };
	double scores[3];
	int percents[3], bytes, valid;

	CLD2::ExtDetectLanguageSummaryCheckUTF8(text, static_cast<int>(n), true, &hints, 0,
	    languages, percents, scores, NULL, &bytes, &guess.reliable, &valid);
	if (languages[0] != CLD2::UNKNOWN_LANGUAGE) {
		guess.language = static_cast<uint16_t>(languages[0] + 1);
		guess.percent = static_cast<uint8_t>(percents[0]);
	}
	return guess;
}

const char *
cld_code(uint16_t language)
{
	return CLD2::LanguageCode(static_cast<CLD2::Language>(language - 1));
}

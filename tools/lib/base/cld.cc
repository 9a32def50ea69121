/* cld.cc - libcld2 for C; the one room in C++. The library is loaded when it is first asked. */
#include "cld.h"

/* libcld2's header leaves it to us to include what it uses. */
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "library.h"

/* A function of the library by its name and that which the linker has for it. */
template <typename Function>
static Function
find(Function *known, const char *symbol)
{
	Function function = __atomic_load_n(known, __ATOMIC_RELAXED);

	if (!function) {
		function = reinterpret_cast<Function>(library_find("libcld2.so.0", symbol));
		__atomic_store_n(known, function, __ATOMIC_RELAXED);
	}
	return function;
}

#define FIND(name, symbol)                                                                     \
	static decltype(&CLD2::name) known_##name;                                             \
	const auto name = find(&known_##name, symbol)

static const char detect_symbol[] =
    "_ZN4CLD233ExtDetectLanguageSummaryCheckUTF8EPKcibPKNS_8CLDHintsEiPNS_8LanguageE"
    "PiPdPSt6vectorINS_11ResultChunkESaISA_EES7_PbS7_";

struct cld_guess
cld_guess(const char *text, size_t n, const char *hint)
{
	FIND(GetLanguageFromName, "_ZN4CLD219GetLanguageFromNameEPKc");
	FIND(ExtDetectLanguageSummaryCheckUTF8, detect_symbol);
	const CLD2::CLDHints hints = { NULL, NULL, CLD2::UNKNOWN_ENCODING,
		hint ? GetLanguageFromName(hint) : CLD2::UNKNOWN_LANGUAGE };
	CLD2::Language languages[3];
	struct cld_guess guess = { 0, 0, false };
	double scores[3];
	int percents[3], bytes, valid;

	ExtDetectLanguageSummaryCheckUTF8(text, static_cast<int>(n), true, &hints, 0, languages,
	    percents, scores, NULL, &bytes, &guess.reliable, &valid);
	if (languages[0] != CLD2::UNKNOWN_LANGUAGE) {
		guess.language = static_cast<uint16_t>(languages[0] + 1);
		guess.percent = static_cast<uint8_t>(percents[0]);
	}
	return guess;
}

const char *
cld_code(uint16_t language)
{
	FIND(LanguageCode, "_ZN4CLD212LanguageCodeENS_8LanguageE");

	return LanguageCode(static_cast<CLD2::Language>(language - 1));
}

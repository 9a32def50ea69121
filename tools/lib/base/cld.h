/* cld.h - libcld2, a C++ library, for C. */
#ifndef BASE_CLD_H
#define BASE_CLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cld_guess {
	uint16_t language; /* its number in libcld2 plus one; 0: it cannot tell */
	uint8_t percent;   /* of the text that is in this language */
	bool reliable;     /* as libcld2 has it, which is more than it knows */
};

/* Guess the language of n bytes of UTF-8, at most 2 GiB, that hold no markup. hint: the code of
 * a language that is to be expected, which tips the scales where they waver, or NULL. Safe from
 * any thread. */
struct cld_guess cld_guess(const char *text, size_t n, const char *hint);

/* The code libcld2 has for a language, such as "fr", "iw", "zh-Hant". */
const char *cld_code(uint16_t language);

#ifdef __cplusplus
}
#endif

#endif

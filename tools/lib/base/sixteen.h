/* sixteen.h - sixteen bytes at a time; compilers make SSE2, NEON or plain words of it. */
#ifndef BASE_SIXTEEN_H
#define BASE_SIXTEEN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef unsigned char sixteen __attribute__((vector_size(16)));

static inline sixteen
read_16(const char *p)
{
	sixteen bytes;

	memcpy(&bytes, p, sizeof(bytes));
	return bytes;
}

/* The eight bytes at each of two places. */
static inline sixteen
read_8_8(const char *one, const char *other)
{
	uint64_t words[2];
	sixteen bytes;

	memcpy(&words[0], one, 8);
	memcpy(&words[1], other, 8);
	memcpy(&bytes, words, sizeof(bytes));
	return bytes;
}

/* True where one of them is not 0. */
static inline bool
any_16(sixteen bytes)
{
	uint64_t words[2];

	memcpy(words, &bytes, sizeof(bytes));
	return words[0] | words[1];
}

/* True where one of them is beyond ASCII. */
static inline bool
is_wide_16(sixteen bytes)
{
#ifdef __SSE2__
	return _mm_movemask_epi8((__m128i)bytes);
#else
	return any_16(bytes & 0x80);
#endif
}

#endif

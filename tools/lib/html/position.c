/* position.c - note where lines begin, count code points. */
#include "position.h"

#include "scan.h"

enum {
	CELL = 64,   /* bytes looked at together */
	STEP = 4096, /* bytes looked at before any of them is asked for */
};

/* True for a byte of a code point but its first. */
static inline bool
is_following(char c)
{
	return (c & 0xC0) == 0x80;
}

/* How many of the bytes in [p, end) are. */
static uint32_t
count_following(const char *p, const char *end)
{
	uint32_t n = 0;

#ifdef __SSE2__
	const __m128i zero = _mm_setzero_si128();
	__m128i sums = zero; /* two */

	for (; end - p >= 16; p += 16) {
		__m128i bytes = _mm_loadu_si128((const void *)p);
		__m128i following = _mm_cmplt_epi8(bytes, _mm_set1_epi8(-0x40));

		sums = _mm_add_epi64(sums, _mm_sad_epu8(_mm_sub_epi8(zero, following), zero));
	}
	n = (uint32_t)_mm_cvtsi128_si32(_mm_add_epi64(sums, _mm_srli_si128(sums, 8)));
#endif
	for (; p < end; p++)
		n += is_following(*p);
	return n;
}

/* A bit for each of the n bytes at p, at most 64, that ends a line: LF, or CR that none
 * follows. The text goes on to `last`. */
static uint64_t
line_ends(const char *p, size_t n, const char *last)
{
	uint64_t ends = 0;

	for (size_t i = 0; i < n; i++)
		if (p[i] == '\n' || (p[i] == '\r' && !(p + i + 1 < last && p[i + 1] == '\n')))
			ends |= (uint64_t)1 << i;
	return ends;
}

#ifdef __SSE2__
/* The same of 64 bytes; *following: how many of them begin no code point. */
static inline uint64_t
look_at_64(const char *p, const char *last, uint32_t *following)
{
	__m128i returns = _mm_setzero_si128(), beyond = returns;
	uint64_t ends = 0;

	for (int i = 0; i < 4; i++) {
		__m128i bytes = _mm_loadu_si128((const void *)(p + 16 * i));

		ends |= (uint64_t)bits_16(equal_16(bytes, '\n')) << 16 * i;
		returns = _mm_or_si128(returns, equal_16(bytes, '\r'));
		beyond = _mm_or_si128(beyond, bytes);
	}
	*following = bits_16(beyond) ? count_following(p, p + 64) : 0;
	return bits_16(returns) ? line_ends(p, 64, last) : ends;
}
#endif

/* Room for n more elements, in an array of so many. */
static void *
reserve(struct arena *a, uint32_t *array, uint32_t has, uint32_t *cap, uint32_t n)
{
	size_t old = *cap;

	if (has + n <= *cap)
		return array;
	*cap = 2 * (has + n);
	return arena_grow(a, array, old * sizeof(*array), *cap * sizeof(*array));
}

static void
note_lines(struct position_finder *f, uint32_t offset, uint64_t ends)
{
	for (; ends; ends &= ends - 1)
		f->lines[f->n_lines++] = offset + (uint32_t)__builtin_ctzll(ends) + 1;
}

/* Look at STEP more bytes, or what there are. */
static void
look_on(struct position_finder *f)
{
	const char *p = f->text.p, *last = p + f->text.n;
	uint32_t at = f->known, end = f->text.n - at < STEP ? (uint32_t)f->text.n : at + STEP;
	uint32_t *following;

	f->lines = reserve(f->arena, f->lines, f->n_lines, &f->cap_lines, end - at);
	f->following =
	    reserve(f->arena, f->following, at / CELL, &f->cap_following, STEP / CELL + 1);
	following = f->following + at / CELL;
#ifdef __SSE2__
	for (; end - at >= CELL; at += CELL, following++) {
		uint32_t more;

		note_lines(f, at, look_at_64(p + at, last, &more));
		following[1] = following[0] + more;
	}
#endif
	for (; at < end; at += CELL, following++) {
		uint32_t to = end - at < CELL ? end : at + CELL;

		note_lines(f, at, line_ends(p + at, to - at, last));
		following[1] = following[0] + count_following(p + at, p + to);
	}
	f->known = end;
}

static void
begin(struct position_finder *f)
{
	f->lines = reserve(f->arena, NULL, 0, &f->cap_lines, 1);
	f->following = reserve(f->arena, NULL, 0, &f->cap_following, 2);
	f->lines[f->n_lines++] = 0;
	f->following[0] = 0;
}

/* The line that holds a byte, or the end of the text, from 0: the last that begins no later. */
static uint32_t
line_of(const struct position_finder *f, uint32_t offset)
{
	enum { NEAR = 8 };
	uint32_t low = f->line, high = f->n_lines;

	if (f->lines[low] > offset) {
		high = low;
		low = 0;
	}
	for (int i = 0; i < NEAR; i++, low++)
		if (low + 1 == high || f->lines[low + 1] > offset)
			return low;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (f->lines[middle] > offset)
			high = middle;
		else
			low = middle;
	}
	return low;
}

/* Bytes before the one at `to` that begin no code point. */
static uint32_t
following_before(const struct position_finder *f, uint32_t to)
{
	const uint32_t *cell = f->following + to / CELL;

	if (to % CELL == 0 || cell[0] == cell[1])
		return cell[0];
	return cell[0] + count_following(f->text.p + to / CELL * CELL, f->text.p + to);
}

struct position
position_of(struct position_finder *f, uint32_t offset)
{
	uint32_t start;

	if (offset > f->text.n)
		offset = (uint32_t)f->text.n;
	if (!f->n_lines)
		begin(f);
	while (f->known <= offset && f->known < f->text.n)
		look_on(f);
	f->line = line_of(f, offset);
	start = f->lines[f->line];
	return (struct position){ f->line + 1, 1 + (offset - following_before(f, offset)) -
						   (start - following_before(f, start)) };
}

struct str
position_print(struct position at, char room[static POSITION_ROOM])
{
	char *end = room + POSITION_ROOM, *start = str_decimal(end, at.column);

	*--start = ':';
	start = str_decimal(start, at.line);
	return (struct str){ start, (size_t)(end - start) };
}

struct str
position_text(struct arena *a, struct position at)
{
	char room[POSITION_ROOM];

	return arena_str(a, position_print(at, room));
}

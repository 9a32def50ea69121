/* position.c - where lines begin, and the code points of one line. */
#include "position.h"

#include "../base/bits.h"
#include "../base/decimal.h"
#include "scan.h"

enum {
	BLOCK = 64, /* bytes looked at together, each a bit of a word */
	AHEAD = 16, /* blocks that are looked at ahead of need */
};

/* How many of the bytes in [p, end) belong to a code point but do not begin it. */
static uint32_t
count_following(const char *p, const char *end)
{
	uint32_t n = 0;

#ifdef __SSE2__
	for (; end - p > 0; p += 16) {
		__m128i bytes = end - p >= 16 ? _mm_loadu_si128((const void *)p)
		                              : load_16(p, (size_t)(end - p), ' ');
		__m128i following = _mm_cmplt_epi8(bytes, _mm_set1_epi8(-0x40));

		n += sum_16(_mm_sub_epi8(_mm_setzero_si128(), following));
	}
#else
	for (; p < end; p++)
		n += (*p & 0xC0) == 0x80;
#endif
	return n;
}

/* A bit for each byte of a block that ends a line: LF, and CR but before LF. */
static __attribute__((noinline)) uint64_t
ends_in_any(const struct position_finder *f, uint32_t block)
{
	size_t from = (size_t)block * BLOCK, to = from + BLOCK;
	const char *p = f->text.p + from;
	char room[BLOCK];
	uint64_t feeds, next;

	if (from == f->text.n)
		return 0;
	if (to > f->text.n)
		p = memcpy(memset(room, ' ', BLOCK), p, f->text.n - from);
	feeds = equal_64(p, '\n');
	if (!f->has_returns)
		return feeds;
	next = feeds >> 1 | (uint64_t)(to < f->text.n && p[BLOCK] == '\n') << (BLOCK - 1);
	return feeds | (equal_64(p, '\r') & ~next);
}

/* The same; most are whole, and have no CR. */
static inline uint64_t
ends_in(const struct position_finder *f, uint32_t block)
{
	if (block >= f->whole || f->has_returns)
		return ends_in_any(f, block);
	return equal_64(f->text.p + (size_t)block * BLOCK, '\n');
}

/* Make room for all blocks. */
static __attribute__((noinline)) void
start(struct position_finder *f)
{
	f->whole = (uint32_t)(f->text.n / BLOCK);
	f->before = arena_alloc(f->arena, (f->whole + 1) * sizeof(*f->before));
	f->before[0] = 0;
	f->has_returns = str_find_char(f->text, '\r', 0) < f->text.n;
	f->plain_from = f->has_returns ? UINT32_MAX : 0;
}

/* Count the lines that LF ends in the blocks up to one: without a branch that each block would
 * take otherwise. */
static inline void
count_feeds(struct position_finder *f, uint32_t to)
{
	uint32_t n = f->before[f->known], i;
	const char *p = f->text.p + (size_t)f->known * BLOCK;
#ifdef __SSE2__
	__m128i bits = _mm_setzero_si128();

	for (i = f->known; i < to; i++, p += BLOCK) {
		__m128i a = _mm_loadu_si128((const void *)p);
		__m128i b = _mm_loadu_si128((const void *)(p + 16));
		__m128i c = _mm_loadu_si128((const void *)(p + 32));
		__m128i d = _mm_loadu_si128((const void *)(p + 48));
		__m128i ab = _mm_add_epi8(equal_16(a, '\n'), equal_16(b, '\n'));
		__m128i cd = _mm_add_epi8(equal_16(c, '\n'), equal_16(d, '\n'));

		n += sum_16(_mm_sub_epi8(_mm_sub_epi8(_mm_setzero_si128(), ab), cd));
		f->before[i + 1] = n;
		bits = _mm_or_si128(bits, _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d)));
	}
	if (bits_16(bits))
		f->plain_from = to * BLOCK;
#else
	for (i = f->known; i < to; i++, p += BLOCK) {
		for (uint32_t k = 0; k < BLOCK; k++) {
			n += p[k] == '\n';
			if ((unsigned char)p[k] >= 0x80)
				f->plain_from = to * BLOCK;
		}
		f->before[i + 1] = n;
	}
#endif
}

/* Count the lines up to a block, and some more. What is behind the last whole block may be
 * beyond ASCII. */
static __attribute__((noinline)) void
look_ahead(struct position_finder *f, uint32_t block)
{
	uint32_t to;

	if (!f->before)
		start(f);
	to = block + AHEAD < f->whole ? block + AHEAD : f->whole;
	if (f->has_returns)
		for (uint32_t i = f->known; i < to; i++)
			f->before[i + 1] = f->before[i] + count_bits(ends_in(f, i));
	else
		count_feeds(f, to);
	if (to == f->whole)
		f->plain_from = UINT32_MAX;
	f->known = to;
}

/* Where the line begins that a block begins in. */
static uint32_t
start_before(const struct position_finder *f, uint32_t block)
{
	while (block && f->before[block - 1] == f->before[block])
		block--;
	return block ? block * BLOCK - (uint32_t)__builtin_clzll(ends_in(f, block - 1)) : 0;
}

struct position
position_of(struct position_finder *f, uint32_t offset)
{
	uint32_t block, line;
	uint64_t ends;

	if (offset > f->text.n)
		offset = (uint32_t)f->text.n;
	block = offset / BLOCK;
	if (block >= f->known)
		look_ahead(f, block);
	ends = ends_in(f, block) & ((UINT64_C(1) << offset % BLOCK) - 1);
	line = f->before[block] + count_bits(ends);
	if (line != f->line)
		f->start = ends ? (block + 1) * BLOCK - (uint32_t)__builtin_clzll(ends)
		                : start_before(f, block);
	if (line != f->line || offset < f->offset) {
		f->offset = f->start;
		f->following = 0;
	}
	if (f->offset < f->plain_from)
		f->following += count_following(f->text.p + f->offset, f->text.p + offset);
	f->line = line;
	f->offset = offset;
	return (struct position){ line + 1, 1 + offset - f->start - f->following };
}

struct str
position_print(struct position at, char room[static POSITION_ROOM])
{
	char *end = room + POSITION_ROOM, *start = decimal_write(end, at.column);

	*--start = ':';
	start = decimal_write(start, at.line);
	return (struct str){ start, (size_t)(end - start) };
}

struct str
position_text(struct arena *a, struct position at)
{
	return position_print(at, arena_alloc(a, POSITION_ROOM));
}

struct position
position_read(struct str s)
{
	uint64_t line, column;

	if (!decimal_take(&s, UINT32_MAX, &line) || !s.n || s.p[0] != ':')
		return (struct position){ 0 };
	s = (struct str){ s.p + 1, s.n - 1 };
	if (!decimal_take(&s, UINT32_MAX, &column) || s.n || !line || !column)
		return (struct position){ 0 };
	return (struct position){ (uint32_t)line, (uint32_t)column };
}

/* position.c - where lines begin, and the code points of one line. */
#include "position.h"

#include "../base/decimal.h"
#include "scan.h"

enum {
	BLOCK = 64,        /* bytes looked at together, each a bit of a word */
	STEP = 16 * BLOCK, /* bytes looked at ahead of need */
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
		__m128i sums = _mm_sad_epu8(
		    _mm_sub_epi8(_mm_setzero_si128(), following), _mm_setzero_si128());

		n += (uint32_t)_mm_cvtsi128_si32(_mm_add_epi64(sums, _mm_srli_si128(sums, 8)));
	}
#else
	for (; p < end; p++)
		n += (*p & 0xC0) == 0x80;
#endif
	return n;
}

#ifdef __SSE2__
/* A bit for each of 64 bytes that equals c. */
static inline uint64_t
equal_64(const __m128i bytes[static 4], char c)
{
	uint64_t low = bits_16(equal_16(bytes[0], c)) | bits_16(equal_16(bytes[1], c)) << 16;
	uint64_t high = bits_16(equal_16(bytes[2], c)) | bits_16(equal_16(bytes[3], c)) << 16;

	return low | high << 32;
}

/* Note the lines that LF ends in [from, to), in whole blocks; NULL where CR is among the bytes.
 * Returns the end of what is noted. */
static uint32_t *
note_feeds(struct position_finder *f, uint32_t *note, uint32_t from, uint32_t to)
{
	__m128i returns = _mm_setzero_si128(), bits = returns;

	for (; from < to; from += BLOCK) {
		__m128i bytes[4];

		f->before[from / BLOCK] = (uint32_t)(note - f->lines);
		for (int i = 0; i < 4; i++) {
			bytes[i] = _mm_loadu_si128((const void *)(f->text.p + from + 16 * i));
			returns = _mm_or_si128(returns, equal_16(bytes[i], '\r'));
			bits = _mm_or_si128(bits, bytes[i]);
		}
		for (uint64_t feeds = equal_64(bytes, '\n'); feeds; feeds &= feeds - 1)
			*note++ = from + (uint32_t)__builtin_ctzll(feeds) + 1;
	}
	f->is_wide |= bits_16(bits) != 0;
	return bits_16(returns) ? NULL : note;
}
#endif

/* Note the lines that end in [from, to), one byte after the other. */
static uint32_t *
note_ends(struct position_finder *f, uint32_t *note, uint32_t from, uint32_t to)
{
	const char *p = f->text.p;

	for (; from < to; from++) {
		if (from % BLOCK == 0)
			f->before[from / BLOCK] = (uint32_t)(note - f->lines);
		f->is_wide |= (unsigned char)p[from] >= 0x80;
		if (p[from] == '\n' ||
		    (p[from] == '\r' && !(from + 1 < f->text.n && p[from + 1] == '\n')))
			*note++ = from + 1;
	}
	return note;
}

/* Make room for what a step may find. */
static void
make_room(struct position_finder *f)
{
	size_t lines = f->cap * sizeof(*f->lines), blocks = f->cap_blocks * sizeof(*f->before);

	if (f->n + STEP > f->cap) {
		f->cap = f->cap ? 2 * f->cap : 2 * STEP;
		f->lines = arena_grow(f->arena, f->lines, lines, f->cap * sizeof(*f->lines));
	}
	if ((f->known + STEP) / BLOCK > f->cap_blocks) {
		f->cap_blocks = f->cap_blocks ? 2 * f->cap_blocks : 8 * STEP / BLOCK;
		f->before =
		    arena_grow(f->arena, f->before, blocks, f->cap_blocks * sizeof(*f->before));
	}
}

/* Note the lines that begin behind what is known, up to an offset at least, which is no farther
 * than the end. */
static void
look_ahead(struct position_finder *f, uint32_t offset)
{
	while (f->known < offset) {
		uint32_t left = (uint32_t)f->text.n - f->known;
		uint32_t blocks = (left < STEP ? left : STEP) / BLOCK * BLOCK;
		uint32_t to = f->known + (blocks ? blocks : left), *end = NULL;

		make_room(f);
#ifdef __SSE2__
		if (blocks)
			end = note_feeds(f, f->lines + f->n, f->known, to);
#endif
		if (!end)
			end = note_ends(f, f->lines + f->n, f->known, to);
		f->n = (uint32_t)(end - f->lines);
		f->known = to;
	}
}

/* How many lines but the first begin at a known offset or before it. */
static uint32_t
lines_until(const struct position_finder *f, uint32_t offset)
{
	uint32_t line = offset ? f->before[(offset - 1) / BLOCK] : 0;

	while (line < f->n && f->lines[line] <= offset)
		line++;
	return line;
}

struct position
position_of(struct position_finder *f, uint32_t offset)
{
	uint32_t line, start, from;

	if (offset > f->text.n)
		offset = (uint32_t)f->text.n;
	if (offset > f->known)
		look_ahead(f, offset);
	line = lines_until(f, offset);
	start = line ? f->lines[line - 1] : 0;
	from = start;
	if (f->is_wide && f->line == line && f->offset <= offset)
		from = f->offset; /* of the same line */
	else
		f->following = 0;
	if (f->is_wide)
		f->following += count_following(f->text.p + from, f->text.p + offset);
	f->line = line;
	f->offset = offset;
	return (struct position){ line + 1, 1 + offset - start - f->following };
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

/* position.c - count line ends and code points. */
#include "position.h"

#include "scan.h"

enum { STEP = 4096 };

static inline bool
is_continuation(char c)
{
	return (c & 0xC0) == 0x80;
}

#ifdef __SSE2__
enum { PIECE = 16, PIECES = 255 }; /* so many ones may a byte count */

/* The n first of PIECE bytes at p, zeros behind them; the text goes on to `last`. */
static inline __m128i
load_part(const char *p, size_t n, const char *last)
{
	static const unsigned char mask[2 * PIECE] = { 255, 255, 255, 255, 255, 255, 255, 255,
		255, 255, 255, 255, 255, 255, 255, 255 };
	char copy[PIECE] = { 0 };

	if (last - p >= PIECE)
		return _mm_and_si128(_mm_loadu_si128((const void *)p),
		    _mm_loadu_si128((const void *)(mask + PIECE - n)));
	memcpy(copy, p, n);
	return _mm_loadu_si128((const void *)copy);
}

/* The sum of its bytes. */
static inline uint32_t
sum_of(__m128i counts)
{
	__m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());

	return (uint32_t)_mm_cvtsi128_si32(sums) +
	       (uint32_t)_mm_cvtsi128_si32(_mm_srli_si128(sums, 8));
}
#endif

/* Count the LFs in [p, end) of a text that goes on to `last`; *returns: there may be a CR. */
static uint32_t
count_lines(const char *p, const char *end, const char *last, bool *returns)
{
	uint32_t lines = 0;

#ifdef __SSE2__
	__m128i found = _mm_setzero_si128(), bytes;

	while (p < end) {
		__m128i counts = _mm_setzero_si128();
		size_t n = (size_t)(end - p) / PIECE;
		const char *stop = p + PIECE * (n < PIECES ? n : PIECES - 1);

#pragma GCC unroll 4
		for (; p < stop; p += PIECE) {
			bytes = _mm_loadu_si128((const void *)p);
			counts = _mm_sub_epi8(counts, equal_16(bytes, '\n'));
			found = _mm_or_si128(found, equal_16(bytes, '\r'));
		}
		if (end - p < PIECE) {
			bytes = load_part(p, (size_t)(end - p), last);
			counts = _mm_sub_epi8(counts, equal_16(bytes, '\n'));
			found = _mm_or_si128(found, equal_16(bytes, '\r'));
			p = end;
		}
		lines += sum_of(counts);
	}
	*returns = _mm_movemask_epi8(found) != 0;
#else
	(void)last;
	*returns = true;
	for (; p < end; p++)
		lines += *p == '\n';
#endif
	return lines;
}

/* True where a CR in [p, end) ends a line by itself. */
static bool
has_lone_return(const char *p, const char *end, const char *last)
{
	for (; p < end && (p = memchr(p, '\r', (size_t)(end - p))); p++)
		if (p + 1 == last || p[1] != '\n')
			return true;
	return false;
}

static uint32_t
count_code_points(const char *p, const char *end, const char *last)
{
	uint32_t n = (uint32_t)(end - p);

#ifdef __SSE2__
	for (; p < end; p += PIECE) {
		__m128i bytes = end - p >= PIECE ? _mm_loadu_si128((const void *)p)
		                                 : load_part(p, (size_t)(end - p), last);

		if (_mm_movemask_epi8(bytes))
			n -= sum_of(_mm_and_si128(
			    _mm_cmplt_epi8(bytes, _mm_set1_epi8(-0x40)), _mm_set1_epi8(1)));
	}
#else
	(void)last;
	for (; p < end; p++)
		n -= is_continuation(*p);
#endif
	return n;
}

/* Count on byte by byte, where lines may end in CR. */
static void
count_bytes(const char *p, const char *end, const char *last, struct position *at)
{
	for (; p < end; p++) {
		at->column += !is_continuation(*p);
		if (*p == '\n' || (*p == '\r' && !(p + 1 < last && p[1] == '\n'))) {
			at->line++;
			at->column = 1;
		}
	}
}

/* The position of byte `to`, counted on from the known position of byte `from`. A CR before LF
 * is the last character of its line. */
static struct position
count_on(struct str text, struct position at, uint32_t from, uint32_t to)
{
	const char *p = text.p + from, *end = text.p + to, *last = text.p + text.n;
	bool returns;
	uint32_t lines = count_lines(p, end, last, &returns);

	if (returns && has_lone_return(p, end, last)) {
		count_bytes(p, end, last, &at);
		return at;
	}
	if (lines) {
		p = (const char *)memrchr(p, '\n', (size_t)(end - p)) + 1;
		at.line += lines;
		at.column = 1;
	}
	at.column += count_code_points(p, end, last);
	return at;
}

static void
add_note(struct position_finder *f)
{
	if (f->n_notes == f->cap_notes) {
		uint32_t n = f->n_notes;

		f->cap_notes = n ? 2 * n : 64;
		f->notes = arena_grow(f->arena, f->notes, n * sizeof(*f->notes),
		    f->cap_notes * sizeof(*f->notes));
	}
	f->notes[f->n_notes++] = f->at;
}

static void
move_to(struct position_finder *f, uint32_t offset)
{
	f->at = count_on(f->text, f->at, f->offset, offset);
	f->offset = offset;
}

struct position
position_of(struct position_finder *f, uint32_t offset)
{
	uint32_t note;

	if (offset > f->text.n)
		offset = (uint32_t)f->text.n;
	if (!f->n_notes) {
		f->at = (struct position){ 1, 1 };
		add_note(f);
	}
	note = offset / STEP < f->n_notes ? offset / STEP : f->n_notes - 1;
	if (offset < f->offset || f->offset < note * STEP) {
		f->offset = note * STEP;
		f->at = f->notes[note];
	}
	while (f->n_notes <= offset / STEP) {
		move_to(f, f->n_notes * STEP);
		add_note(f);
	}
	move_to(f, offset);
	return f->at;
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

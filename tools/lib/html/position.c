/* position.c - count lines and code points, from where was counted last. */
#include "position.h"

#include "../base/decimal.h"
#include "scan.h"

enum {
	NEAR = 4,    /* marks that are tried one after the other */
	STEP = 1024, /* bytes from one mark to the next at most, and looked at together */
};

#ifdef __SSE2__
/* The sum of 16 bytes. */
static inline uint32_t
sum_16(__m128i bytes)
{
	__m128i sums = _mm_sad_epu8(bytes, _mm_setzero_si128()); /* two */

	return (uint32_t)_mm_cvtsi128_si32(_mm_add_epi64(sums, _mm_srli_si128(sums, 8)));
}
#endif

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

/* What is in some bytes. */
struct sight {
	uint32_t feeds;            /* LF */
	bool has_returns, is_wide; /* CR; bytes beyond ASCII */
};

#ifdef __SSE2__
/* What is in bytes so far: for each sixteenth the LFs, whether it was a CR, all bits it had. */
struct sight_16 {
	__m128i feeds, returns, bits;
};

static inline void
add_16(struct sight_16 *s, __m128i bytes)
{
	s->feeds = _mm_sub_epi8(s->feeds, equal_16(bytes, '\n'));
	s->returns = _mm_or_si128(s->returns, equal_16(bytes, '\r'));
	s->bits = _mm_or_si128(s->bits, bytes);
}
#endif

/* At most STEP bytes. */
static struct sight
look(const char *p, const char *end)
{
#ifdef __SSE2__
	struct sight_16 s = { _mm_setzero_si128(), _mm_setzero_si128(), _mm_setzero_si128() };

	for (; end - p >= 64; p += 64) /* at most 16 times, so that bytes hold the sums */
		for (int i = 0; i < 4; i++)
			add_16(&s, _mm_loadu_si128((const void *)(p + 16 * i)));
	for (; end - p >= 16; p += 16)
		add_16(&s, _mm_loadu_si128((const void *)p));
	if (p < end)
		add_16(&s, load_16(p, (size_t)(end - p), ' '));
	return (struct sight){ sum_16(s.feeds), bits_16(s.returns), bits_16(s.bits) };
#else
	struct sight s = { 0 };

	for (; p < end; p++) {
		s.feeds += *p == '\n';
		s.has_returns = s.has_returns || *p == '\r';
		s.is_wide = s.is_wide || (unsigned char)*p >= 0x80;
	}
	return s;
#endif
}

/* How many lines end in [p, end): with LF, or CR that none follows. In *line where the last of
 * what follow them begins. The text goes on to `last`. */
static uint32_t
count_lines(const char *p, const char *end, const char *last, const char **line)
{
	uint32_t n = 0;

	for (; p < end; p++)
		if (*p == '\n' || (*p == '\r' && !(p + 1 < last && p[1] == '\n'))) {
			*line = p + 1;
			n++;
		}
	return n;
}

/* Go on to an offset no farther than STEP. */
static void
go_on(struct position_finder *f, uint32_t to)
{
	const char *p = f->text.p + f->at.offset, *end = f->text.p + to, *line = p;
	struct sight s = look(p, end);

	if (s.has_returns)
		s.feeds = count_lines(p, end, f->text.p + f->text.n, &line);
	else if (s.feeds)
		line = (const char *)memrchr(p, '\n', (size_t)(end - p)) + 1;
	if (s.feeds) {
		f->at.line += s.feeds;
		f->at.start = (uint32_t)(line - f->text.p);
		f->at.following = 0;
	}
	if (s.is_wide)
		f->at.following += count_following(line, end);
	f->at.offset = to;
}

/* Note where it stands, which is farther than ever. */
static void
leave_mark(struct position_finder *f)
{
	const size_t size = sizeof(*f->marks);

	if (f->n_marks == f->cap_marks) {
		f->cap_marks = f->cap_marks ? 2 * f->cap_marks : 16;
		f->marks =
		    arena_grow(f->arena, f->marks, f->n_marks * size, f->cap_marks * size);
	}
	f->marks[f->n_marks++] = f->at;
	f->next = f->n_marks;
}

/* Go back, or skip what was looked at before, to the last mark that is not behind an offset. */
static void
find_mark(struct position_finder *f, uint32_t offset)
{
	uint32_t low = f->next, high = f->n_marks;

	if (offset < f->at.offset) {
		high = f->next;
		low = 0;
	}
	for (int i = 0; i < NEAR && low < high && f->marks[low].offset <= offset; i++)
		low++;
	while (low < high && f->marks[low].offset <= offset) {
		uint32_t middle = low + (high - low) / 2;

		if (f->marks[middle].offset <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	f->at = low ? f->marks[low - 1] : (struct position_mark){ 0 };
	f->next = low;
}

struct position
position_of(struct position_finder *f, uint32_t offset)
{
	if (offset > f->text.n)
		offset = (uint32_t)f->text.n;
	if (offset < f->at.offset ||
	    (f->next < f->n_marks && f->marks[f->next].offset <= offset))
		find_mark(f, offset);
	while (f->at.offset < offset) {
		uint32_t left = offset - f->at.offset;

		go_on(f, left > STEP ? f->at.offset + STEP : offset);
		if (f->next == f->n_marks)
			leave_mark(f);
	}
	return (struct position){ f->at.line + 1, 1 + offset - f->at.start - f->at.following };
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

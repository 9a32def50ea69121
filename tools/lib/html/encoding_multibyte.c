/* encoding_multibyte.c - the decoders of the East Asian encodings.
 *
 * The state machines are the standard's: they cut the bytes into codes and find the ill-formed
 * ones. What a well-formed code stands for, iconv says, but for the exceptions listed in the
 * table. EUC-JP and ISO-2022-JP are handed over as Shift_JIS, whose converter has the
 * standard's index of JIS X 0208 to the letter; only JIS X 0212 needs iconv's EUC-JP. */
#include "encoding_multibyte.h"

#include <iconv.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "../base/diagnostics.h"
#include "../base/utf8.h"

/* The converters by kind, and that of JIS X 0212. */
static const char *const converter_names[ENCODING_KINDS] = {
	[ENCODING_GB18030] = "GB18030",
	[ENCODING_BIG5] = "BIG5-HKSCS",
	[ENCODING_EUC_JP] = "CP932",
	[ENCODING_ISO_2022_JP] = "CP932",
	[ENCODING_SHIFT_JIS] = "CP932",
	[ENCODING_EUC_KR] = "UHC",
};
static const char jisx0212_name[] = "EUC-JP";

/* Of each kind a converter is held open, so that the C library keeps its code loaded. */
static iconv_t held[ENCODING_KINDS + 1];
static pthread_mutex_t holding = PTHREAD_MUTEX_INITIALIZER;

/* What one step of a state machine reads. */
struct unit {
	enum { UNIT_CODE, UNIT_CHARACTER, UNIT_NOTHING } kind;
	unsigned n;   /* of a code: its bytes, 2 to 4; 3 is JIS X 0212 */
	char code[4]; /* for iconv */
	uint32_t cp;  /* of a character */
};

/* Where ISO-2022-JP is in its escapes (section 12.2.1). */
enum iso2022_state { ISO2022_ASCII, ISO2022_ROMAN, ISO2022_KATAKANA, ISO2022_KANJI };

struct decoder {
	enum encoding_kind kind;
	enum iso2022_state state;
	bool escaped; /* ISO-2022-JP: nothing came since the last escape */
	iconv_t main, jisx0212;
	struct buffer *out;
	size_t n_pending;
	char pending[4096]; /* codes on their way through iconv */
};

static bool
in_range(unsigned char c, unsigned char low, unsigned char high)
{
	return c >= low && c <= high;
}

static void
unit_character(struct unit *u, uint32_t cp)
{
	u->kind = UNIT_CHARACTER;
	u->cp = cp;
}

static void
unit_code(struct unit *u, const unsigned char *p, unsigned n)
{
	u->kind = UNIT_CODE;
	u->n = n;
	memcpy(u->code, p, n);
}

/* An ill-formed code of two bytes: an ASCII byte in it stays and is read again. */
static size_t
ill_formed(const unsigned char *p, struct unit *u)
{
	unit_character(u, UTF8_REPLACEMENT);
	return p[1] < 0x80 ? 1 : 2;
}

/* A byte, or a code that the end of the page cuts, that stands for nothing. */
static size_t
lost(size_t n, struct unit *u)
{
	unit_character(u, UTF8_REPLACEMENT);
	return n;
}

/* Each step below reads at p, with left > 0 bytes, what is no ASCII, and returns the number of
 * bytes it took. */

static size_t
step_gb18030(const unsigned char *p, size_t left, struct unit *u)
{
	if (p[0] == 0x80) {
		unit_character(u, 0x20AC);
		return 1;
	}
	if (p[0] == 0xFF || left == 1)
		return lost(1, u);
	if (in_range(p[1], '0', '9')) {
		if (left > 2 && !in_range(p[2], 0x81, 0xFE))
			return lost(1, u);
		if (left > 3 && !in_range(p[3], '0', '9'))
			return lost(1, u);
		if (left < 4)
			return lost(left, u);
		unit_code(u, p, 4);
		return 4;
	}
	if (p[1] < 0x40 || p[1] == 0x7F || p[1] == 0xFF)
		return ill_formed(p, u);
	unit_code(u, p, 2);
	return 2;
}

static size_t
step_big5(const unsigned char *p, size_t left, struct unit *u)
{
	if (!in_range(p[0], 0x81, 0xFE) || left == 1)
		return lost(1, u);
	if (!in_range(p[1], 0x40, 0x7E) && !in_range(p[1], 0xA1, 0xFE))
		return ill_formed(p, u);
	unit_code(u, p, 2);
	return 2;
}

static size_t
step_euc_kr(const unsigned char *p, size_t left, struct unit *u)
{
	if (!in_range(p[0], 0x81, 0xFE) || left == 1)
		return lost(1, u);
	if (!in_range(p[1], 0x41, 0xFE))
		return ill_formed(p, u);
	unit_code(u, p, 2);
	return 2;
}

static size_t
step_shift_jis(const unsigned char *p, size_t left, struct unit *u)
{
	if (p[0] == 0x80 || in_range(p[0], 0xA1, 0xDF)) {
		unit_character(u, p[0] == 0x80 ? 0x80 : 0xFF61 - 0xA1 + p[0]);
		return 1;
	}
	if (p[0] == 0xA0 || p[0] > 0xFC || left == 1)
		return lost(1, u);
	if (p[1] < 0x40 || p[1] == 0x7F || p[1] > 0xFC)
		return ill_formed(p, u);
	unit_code(u, p, 2);
	return 2;
}

/* JIS X 0208 at a row and cell, both from 0, as Shift_JIS has it. */
static void
unit_kanji(struct unit *u, unsigned row, unsigned cell)
{
	unsigned trail = row % 2 * 94 + cell;

	u->kind = UNIT_CODE;
	u->n = 2;
	u->code[0] = (char)(row / 2 + (row < 62 ? 0x81 : 0xC1));
	u->code[1] = (char)(trail + (trail < 63 ? 0x40 : 0x41));
}

static size_t
step_euc_jp(const unsigned char *p, size_t left, struct unit *u)
{
	if (p[0] != 0x8E && p[0] != 0x8F && !in_range(p[0], 0xA1, 0xFE))
		return lost(1, u);
	if (left == 1)
		return lost(1, u);
	if (p[0] == 0x8E && in_range(p[1], 0xA1, 0xDF)) {
		unit_character(u, 0xFF61 - 0xA1 + p[1]);
		return 2;
	}
	if (p[0] == 0x8F && in_range(p[1], 0xA1, 0xFE)) {
		if (left == 2)
			return lost(2, u);
		if (!in_range(p[2], 0xA1, 0xFE))
			return 1 + ill_formed(p + 1, u);
		unit_code(u, p, 3);
		return 3;
	}
	if (p[0] < 0xA1 || !in_range(p[1], 0xA1, 0xFE))
		return ill_formed(p, u);
	unit_kanji(u, p[0] - 0xA1u, p[1] - 0xA1u);
	return 2;
}

/* Read what follows an ESC; false when that is no escape sequence of the encoding. */
static bool
read_escape(const unsigned char *p, size_t left, enum iso2022_state *state)
{
	static const struct {
		char after[3];
		enum iso2022_state state;
	} escapes[] = {
		{ "(B", ISO2022_ASCII },
		{ "(J", ISO2022_ROMAN },
		{ "(I", ISO2022_KATAKANA },
		{ "$@", ISO2022_KANJI },
		{ "$B", ISO2022_KANJI },
	};

	for (size_t i = 0; left > 2 && i < sizeof(escapes) / sizeof(*escapes); i++)
		if (memcmp(p + 1, escapes[i].after, 2) == 0) {
			*state = escapes[i].state;
			return true;
		}
	return false;
}

/* A character of one byte: those of ASCII but for two in the Roman set, or half-width kana. */
static void
iso2022_character(enum iso2022_state state, unsigned char c, struct unit *u)
{
	if (state == ISO2022_KATAKANA)
		unit_character(
		    u, in_range(c, 0x21, 0x5F) ? 0xFF61 - 0x21u + c : UTF8_REPLACEMENT);
	else if (c >= 0x80 || c == 0x0E || c == 0x0F)
		unit_character(u, UTF8_REPLACEMENT);
	else if (state == ISO2022_ROMAN && (c == '\\' || c == '~'))
		unit_character(u, c == '~' ? 0x203E : 0xA5);
	else
		unit_character(u, c);
}

/* Of ASCII too. Two escapes without a character between them are an error (section 12.2.1,
 * "output flag"). */
static size_t
step_iso_2022_jp(struct decoder *d, const unsigned char *p, size_t left, struct unit *u)
{
	bool escaped = d->escaped;

	d->escaped = false;
	if (p[0] == 0x1B) {
		if (!read_escape(p, left, &d->state))
			return lost(1, u);
		d->escaped = true;
		if (escaped)
			return lost(3, u);
		u->kind = UNIT_NOTHING;
		return 3;
	}
	if (d->state != ISO2022_KANJI) {
		iso2022_character(d->state, p[0], u);
		return 1;
	}
	if (!in_range(p[0], 0x21, 0x7E) || left == 1)
		return lost(1, u);
	if (!in_range(p[1], 0x21, 0x7E))
		return lost(p[1] == 0x1B ? 1 : 2, u);
	unit_kanji(u, p[0] - 0x21u, p[1] - 0x21u);
	return 2;
}

static size_t
step(struct decoder *d, const unsigned char *p, size_t left, struct unit *u)
{
	switch (d->kind) {
	case ENCODING_GB18030: return step_gb18030(p, left, u);
	case ENCODING_BIG5: return step_big5(p, left, u);
	case ENCODING_EUC_JP: return step_euc_jp(p, left, u);
	case ENCODING_SHIFT_JIS: return step_shift_jis(p, left, u);
	case ENCODING_EUC_KR: return step_euc_kr(p, left, u);
	default: return step_iso_2022_jp(d, p, left, u);
	}
}

/* Append what n bytes of whole codes stand for, each `width` bytes long (but for those of four
 * in gb18030). An ASCII byte in a code without a meaning is kept, except that a Japanese code
 * may have got that byte on its way to Shift_JIS. */
static void
convert(struct decoder *d, iconv_t cd, char *codes, size_t n, size_t width)
{
	bool keep_ascii = d->kind != ENCODING_EUC_JP && d->kind != ENCODING_ISO_2022_JP;

	while (n) {
		size_t room = 2 * n + 16, length = width;
		char *to = buffer_room(d->out, room), *start = to;

		if (cd != (iconv_t)-1) {
			iconv(cd, &codes, &n, &to, &room);
			iconv(cd, NULL, NULL, &to, &room);
		}
		d->out->n += (size_t)(to - start);
		if (!n)
			break;
		if (d->kind == ENCODING_GB18030 && is_digit(codes[1]))
			length = 4;
		buffer_utf8(d->out, UTF8_REPLACEMENT);
		if (keep_ascii && length == 2 && (unsigned char)codes[1] < 0x80)
			buffer_char(d->out, codes[1]);
		codes += length;
		n -= length;
	}
}

static void
flush(struct decoder *d)
{
	convert(d, d->main, d->pending, d->n_pending, 2);
	d->n_pending = 0;
}

static int
compare_code(const void *key, const void *row)
{
	uint32_t wanted = *(const uint32_t *)key;
	uint32_t known = ((const struct encoding_exception *)row)->code;

	return (wanted > known) - (wanted < known);
}

/* Make a code that iconv would get wrong a character. */
static void
apply_exception(enum encoding_kind kind, struct unit *u)
{
	const struct encoding_exceptions *known = &encoding_exceptions[kind];
	const struct encoding_exception *found;
	uint32_t code = 0;

	if (u->kind != UNIT_CODE || !known->n)
		return;
	for (unsigned i = 0; i < u->n; i++)
		code = code << 8 | (unsigned char)u->code[i];
	found = bsearch(&code, known->rows, known->n, sizeof(*found), compare_code);
	if (found)
		unit_character(u, found->cp);
}

static void
put_code(struct decoder *d, struct unit *u)
{
	if (u->n == 3 || sizeof(d->pending) - d->n_pending < u->n)
		flush(d);
	if (u->n == 3) {
		convert(d, d->jisx0212, u->code, 3, 3);
		return;
	}
	memcpy(d->pending + d->n_pending, u->code, u->n);
	d->n_pending += u->n;
}

static void
put(struct decoder *d, struct unit *u)
{
	switch (u->kind) {
	case UNIT_CODE: put_code(d, u); break;
	case UNIT_CHARACTER:
		flush(d);
		buffer_utf8(d->out, u->cp);
		break;
	case UNIT_NOTHING: break;
	}
}

static iconv_t
open_converter(unsigned kind, const char *name)
{
	iconv_t cd;

	pthread_mutex_lock(&holding);
	if (!held[kind])
		held[kind] = iconv_open("UTF-8", name);
	pthread_mutex_unlock(&holding);
	cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1)
		trouble(NULL, "the C library has no converter from '%s'", name);
	return cd;
}

static void
close_converter(iconv_t cd)
{
	if (cd != (iconv_t)-1)
		iconv_close(cd);
}

void
encoding_decode_multibyte(enum encoding_kind kind, struct str bytes, struct buffer *out)
{
	struct decoder d = { .kind = kind, .jisx0212 = (iconv_t)-1, .out = out };
	size_t i = 0;

	d.main = open_converter(kind, converter_names[kind]);
	if (kind == ENCODING_EUC_JP)
		d.jisx0212 = open_converter(ENCODING_KINDS, jisx0212_name);
	while (i < bytes.n) {
		struct unit u;

		if (kind != ENCODING_ISO_2022_JP && (unsigned char)bytes.p[i] < 0x80) {
			size_t start = i;

			while (i < bytes.n && (unsigned char)bytes.p[i] < 0x80)
				i++;
			flush(&d);
			buffer_add(out, str_part(bytes, start, i));
			continue;
		}
		i += step(&d, (const unsigned char *)bytes.p + i, bytes.n - i, &u);
		apply_exception(kind, &u);
		put(&d, &u);
	}
	flush(&d);
	close_converter(d.main);
	close_converter(d.jisx0212);
}

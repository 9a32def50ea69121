/* reference.c - named references from a generated table, numeric ones by arithmetic. */
#include "reference.h"

#include <stdint.h>

#include "../base/str.h"
#include "../base/utf8.h"
#include "hash.h"
#include "reference_table.h"

/* What 0x80 to 0x9F stand for, as in windows-1252; 0: themselves (section 13.2.5.80). */
static const uint16_t windows_1252[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, //
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,      //
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, //
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178, //
};

static bool
is_alphanumeric(char c)
{
	return is_alpha(c) || is_digit(c);
}

/* The value of a digit in base 10 or 16, or -1. */
static int
digit_value(char c, unsigned base)
{
	if (is_digit(c))
		return c - '0';
	c = to_lower(c);
	return base == 16 && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static uint32_t
numeric_scalar(uint32_t code)
{
	if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		return UTF8_REPLACEMENT;
	if (code >= 0x80 && code <= 0x9F && windows_1252[code - 0x80])
		return windows_1252[code - 0x80];
	return code;
}

/* Read "&#...", p being at its '&'. */
static size_t
numeric_read(const char *p, const char *end, char *out, size_t *n_out)
{
	const char *digits = p + 2;
	unsigned base = 10;
	uint32_t code = 0;
	const char *q;
	int value;

	if (digits < end && to_lower(*digits) == 'x') {
		base = 16;
		digits++;
	}
	for (q = digits; q < end && (value = digit_value(*q, base)) >= 0; q++)
		if (code <= 0x10FFFF)
			code = code * base + (uint32_t)value;
	if (q == digits)
		return 0;
	*n_out = utf8_write(out, numeric_scalar(code));
	return (size_t)(q - p) + (q < end && *q == ';');
}

/* The index of a name without its semicolon, or -1. */
static int
reference_find(struct str name)
{
	uint32_t at = hash_slot(
	    word_of(name), last_word_of(name), name.n, REFERENCE_MULTIPLIER, REFERENCE_BITS);

	for (; reference_slots[at]; at = (at + 1) % (1 << REFERENCE_BITS)) {
		const char *known = references[reference_slots[at] - 1].name;

		if (memcmp(known, name.p, name.n) == 0 && known[name.n] == '\0')
			return reference_slots[at] - 1;
	}
	return -1;
}

/* The longest start of letters that is a name which needs no semicolon: its index, or -1. Sets
 * letters->n to its length. */
static int
bare_find(struct str *letters)
{
	if (letters->n > BARE_LONGEST)
		letters->n = BARE_LONGEST;
	for (; letters->n >= BARE_SHORTEST; letters->n--) {
		int found = reference_find(*letters);

		if (found >= 0 && references[found].bare)
			return found;
	}
	return -1;
}

static bool
is_letter_or_equals(const char *p, const char *end)
{
	return p < end && (*p == '=' || is_alphanumeric(*p));
}

/* Names are letters and digits alone, so one with a semicolon ends with the run of them. */
static size_t
named_read(const char *p, const char *end, bool in_attribute, char *out, size_t *n_out)
{
	struct str letters = { p + 1, 0 };
	size_t room = (size_t)(end - letters.p), bytes;
	int found = -1;

	while (letters.n < room && letters.n < REFERENCE_LONGEST &&
	       is_alphanumeric(letters.p[letters.n]))
		letters.n++;
	if (letters.n < room && letters.p[letters.n] == ';')
		found = reference_find(letters);
	bytes = letters.n + 2;
	if (found < 0) {
		found = bare_find(&letters);
		bytes = letters.n + 1;
		if (found < 0 || (in_attribute && is_letter_or_equals(p + bytes, end)))
			return 0;
	}
	*n_out = strlen(references[found].text);
	memcpy(out, references[found].text, *n_out);
	return bytes;
}

size_t
reference_read(const char *p, const char *end, bool in_attribute, char *out, size_t *n_out)
{
	if (p + 1 < end && p[1] == '#')
		return numeric_read(p, end, out, n_out);
	return named_read(p, end, in_attribute, out, n_out);
}

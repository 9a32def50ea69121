/* hint_fold.c - texts and literals with their letters folded. */
#include "hint_fold.h"

#include "casefold.h"
#include "sixteen.h"
#include "utf8.h"

/* Write sixteen bytes with folded letters; returns them as they were. */
static inline sixteen
fold_sixteen(char *to, const char *p)
{
	sixteen bytes = read_16(p);
	sixteen folded = bytes | ((sixteen)((sixteen)(bytes - 'A') < 26) & 0x20);

	memcpy(to, &folded, sizeof(folded));
	return bytes;
}

bool
hint_fold_ascii(char *restrict to, struct str text)
{
	const size_t n = text.n, width = sizeof(sixteen);
	sixteen all = { 0 };
	unsigned few = 0;
	size_t i = 0;

	for (; n - i >= width; i += width)
		all |= fold_sixteen(to + i, text.p + i);
	if (i && i < n) /* some of these again */
		all |= fold_sixteen(to + n - width, text.p + n - width);
	else
		for (; i < n; i++) {
			few |= (unsigned char)text.p[i];
			to[i] = to_lower(text.p[i]);
		}
	return !is_wide_16(all) && few < 0x80;
}

/* The bytes of the character at p where it is known to have no other case: most are of scripts
 * without cases, or small already. 0: it may have one. */
static size_t
caseless(const char *p, const char *end)
{
	unsigned lead = (unsigned char)p[0], next, last;

	if (end - p < 3)
		return 0;
	next = (unsigned char)p[1];
	last = (unsigned char)p[2];
	if (next < 0x80 || next > 0xBF)
		return 0;
	if ((lead == 0xC3 && next >= 0xA0) || (lead == 0xD0 && next >= 0xB0) ||
	    (lead == 0xD1 && next < 0xA0) || (lead >= 0xD7 && lead <= 0xDF))
		return 2;
	if (last < 0x80 || last > 0xBF)
		return 0;
	return (lead == 0xE0 && next >= 0xA0) || (lead >= 0xE3 && lead <= 0xE9) ||
	               lead == 0xEB || lead == 0xEC
	           ? 3
	           : 0;
}

size_t
hint_fold(char *to, struct str text)
{
	const char *p = text.p, *end = text.p + text.n;
	char *start = to;

	while (p < end) {
		uint32_t cp;
		size_t n;

		if ((unsigned char)*p < 0x80) {
			*to++ = to_lower(*p++);
			continue;
		}
		n = caseless(p, end);
		if (n) {
			memcpy(to, p, 3);
			to += n;
			p += n;
			continue;
		}
		p += utf8_read(p, end, &cp);
		to += utf8_write(to, casefold(cp));
	}
	return (size_t)(to - start);
}

bool
hint_has_ascii_forms(struct str text)
{
	static const struct str forms[] = { { "\u017F", 2 }, { "\u212A", 3 } };

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		for (size_t at = 0; at < text.n; at++) {
			at = str_find_char(text, forms[i].p[0], at);
			if (str_starts(str_part(text, at, text.n), forms[i]))
				return true;
		}
	return false;
}

/* hint_syntax.c - the bytes of patterns. */
#include "hint_syntax.h"

#include "str.h"

const unsigned char hint_looks[256] = {
	['\\'] = HINT_PARTING,
	['['] = HINT_PARTING,
	['('] = HINT_PARTING,
	[')'] = HINT_PARTING,
	['|'] = HINT_PARTING,
	['^'] = HINT_MARKS,
	['$'] = HINT_MARKS,
	['.'] = HINT_MARKS,
	['?'] = HINT_MARKS,
	['*'] = HINT_MARKS,
	['+'] = HINT_MARKS,
	['{'] = HINT_MARKS,
	['A' ... 'Z'] = HINT_CASED,
	[0xC0 ... 0xC1] = HINT_CASED,
	[0xC2] = HINT_CASED | HINT_KINDRED,
	[0xC3 ... 0xCC] = HINT_CASED,
	[0xCD] = HINT_CASED | HINT_KINDRED,
	[0xCE ... 0xD6] = HINT_CASED | HINT_FOREIGN,
	[0xD7 ... 0xE0] = HINT_FOREIGN,
	[0xE1 ... 0xE2] = HINT_CASED | HINT_KINDRED,
	[0xE3 ... 0xE9] = HINT_FOREIGN,
	[0xEA] = HINT_CASED | HINT_FOREIGN,
	[0xEB ... 0xEC] = HINT_FOREIGN,
	[0xED] = HINT_CASED | HINT_FOREIGN,
	[0xEE ... 0xFF] = HINT_CASED,
};

/* What follows a POSIX class such as [:alpha:], or p where there is none. */
static const char *
skip_posix(const char *p)
{
	const char *at = p;

	if (p[0] != '[' || p[1] != ':')
		return p;
	for (at += 2; is_alpha(*at) || *at == '^'; at++)
		;
	return at[0] == ':' && at[1] == ']' ? at + 2 : p;
}

const char *
hint_class_end(const char *p)
{
	p++;
	p += *p == '^';
	do {
		const char *next = skip_posix(p);

		p = next > p ? next : p + (*p == '\\' ? 2 : 1);
	} while (*p != ']');
	return p + 1;
}

/* hint_scripts.c - telling by the first bytes of characters which script they are of.
 *
 * Greek, Cyrillic and what follows up to U+1000, and from U+3000 on: characters of Latin, of
 * phonetics and of punctuation begin with other bytes. */
#include "hint_scripts.h"

/* What bytes are: of syntax that parts a pattern, or such as begin foreign characters. */
enum { SYNTAX = 1, FOREIGN = 2 };

static const unsigned char looks[256] = { ['\\'] = SYNTAX,
	['['] = SYNTAX,
	['('] = SYNTAX,
	[')'] = SYNTAX,
	['|'] = SYNTAX,
	[0xCE ... 0xE0] = FOREIGN,
	[0xE3 ... 0xED] = FOREIGN };

static bool
is_foreign(char c)
{
	return looks[(unsigned char)c] == FOREIGN;
}

bool
hint_text_is_foreign(struct str text)
{
	const uint64_t high = 0x8080808080808080;
	size_t i = 0;

	for (; i + 8 <= text.n; i += 8) {
		uint64_t eight;

		memcpy(&eight, text.p + i, 8);
		if (!(eight & eight << 1 & high)) /* no byte begins a character beyond ASCII */
			continue;
		for (size_t at = i; at < i + 8; at++)
			if (is_foreign(text.p[at]))
				return true;
	}
	for (; i < text.n; i++)
		if (is_foreign(text.p[i]))
			return true;
	return false;
}

/* A pattern on its way. */
struct reader {
	const char *p, *end;
	unsigned depth; /* of parentheses */
	bool counts;    /* the group at depth 1 is matched, and not just looked for */
	bool has[2];    /* at depth 0 and 1: this alternative must match a foreign character */
	bool all;       /* so do the other alternatives of the group */
};

/* True for what is matched at least once. */
static bool
is_needed(const struct reader *r, const char *next)
{
	return next == r->end || !strchr("?*{", *next);
}

/* Read characters that are no syntax. */
static void
read_characters(struct reader *r)
{
	while (r->p < r->end && looks[(unsigned char)*r->p] != SYNTAX) {
		const char *next = r->p + 1;

		if (is_foreign(*r->p) && r->depth < 2 && !r->has[r->depth]) {
			while (next < r->end && ((unsigned char)*next & 0xC0) == 0x80)
				next++;
			r->has[r->depth] = is_needed(r, next);
		}
		r->p = next;
	}
}

static void
open_group(struct reader *r)
{
	struct str rest = { r->p + 1, (size_t)(r->end - r->p - 1) };

	if (++r->depth == 1) {
		r->counts = rest.p[0] != '?' || rest.p[1] == ':';
		r->all = true;
		r->has[1] = false;
	}
	r->p++;
}

static void
close_group(struct reader *r)
{
	r->p++;
	if (r->depth-- == 1 && r->counts && r->all && r->has[1] && is_needed(r, r->p))
		r->has[0] = true;
}

static void
skip_class(struct reader *r)
{
	r->p++;
	r->p += *r->p == '^';
	do
		r->p += *r->p == '\\' ? 2 : 1;
	while (*r->p != ']');
	r->p++;
}

bool
hint_pattern_is_foreign(struct str pattern, uint32_t *n)
{
	struct reader r = { .p = pattern.p, .end = pattern.p + pattern.n };
	bool foreign = true;

	for (*n = 1; r.p < r.end;) {
		switch (*r.p) {
		case '\\':
			if (r.p[1] == 'Q') /* and what follows is no syntax */
				return false;
			r.p += 2;
			break;
		case '[': skip_class(&r); break;
		case '(': open_group(&r); break;
		case ')': close_group(&r); break;
		case '|':
			r.p++;
			if (r.depth == 0) {
				foreign &= r.has[0];
				r.has[0] = false;
				++*n;
			} else if (r.depth == 1) {
				r.all &= r.has[1];
				r.has[1] = false;
			}
			break;
		default: read_characters(&r);
		}
	}
	return foreign && r.has[0];
}

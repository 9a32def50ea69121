/* hint_scripts.c - telling by the first bytes of characters which script they are of.
 *
 * Greek, Cyrillic and what follows up to U+1000, and from U+3000 on: characters of Latin, of
 * phonetics and of punctuation begin with other bytes. */
#include "hint_scripts.h"

#include "hint_syntax.h"
#include "utf8.h"

/* True where a character is the other case of a foreign one, by Unicode's simple case folding
 * as pcre2 has it: signs that were letters once, and what was added to Greek and Cyrillic. */
static bool
is_kindred(struct str at)
{
	static const struct str kindred[] = {
		STR_INIT("\xC2\xB5"),     /* the micro sign: U+03BC */
		STR_INIT("\xCD"),         /* U+0340 to U+037F: Greek as well */
		STR_INIT("\xE1\xB2"),     /* U+1C80 to U+1CBF: Cyrillic, Georgian */
		STR_INIT("\xE1\xBE\xBE"), /* U+1FBE: iota */
		STR_INIT("\xE2\x84\xA6"), /* the ohm sign: U+03C9 */
	};

	for (size_t i = 0; i < sizeof(kindred) / sizeof(*kindred); i++)
		if (str_starts(at, kindred[i]))
			return true;
	return false;
}

/* True where one of the bytes from i to `to` begins a foreign character, or one kindred. */
static bool
has_foreign(struct str text, size_t i, size_t to)
{
	for (; i < to; i++) {
		unsigned look = hint_looks[(unsigned char)text.p[i]];

		if (look & HINT_FOREIGN)
			return true;
		if (look & HINT_KINDRED && is_kindred(str_part(text, i, text.n)))
			return true;
	}
	return false;
}

bool
hint_text_is_foreign(struct str text)
{
	const uint64_t high = 0x8080808080808080;
	size_t i = 0;

	for (; i + 8 <= text.n; i += 8) {
		uint64_t eight;

		memcpy(&eight, text.p + i, 8);
		if (eight & eight << 1 & high && has_foreign(text, i, i + 8))
			return true; /* else no byte begins a character beyond ASCII */
	}
	return has_foreign(text, i, text.n);
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

/* True where a foreign character begins, in none of whose cases it is of Latin: some of U+A720
 * to U+ABBF are, and nothing before the syllables of Hangul is in phrases. */
static bool
is_foreign(const char *p)
{
	return hint_looks[(unsigned char)*p] & HINT_FOREIGN &&
	       !((unsigned char)p[0] == 0xEA && (unsigned char)p[1] < 0xB0);
}

/* Read characters that are no syntax. */
static void
read_characters(struct reader *r)
{
	while (r->p < r->end && !(hint_looks[(unsigned char)*r->p] & HINT_PARTING)) {
		const char *next = r->p + 1;

		if (is_foreign(r->p) && r->depth < 2 && !r->has[r->depth]) {
			while (next < r->end && is_continuation(*next))
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

bool
hint_pattern_is_foreign(struct str pattern)
{
	struct reader r = { .p = pattern.p, .end = pattern.p + pattern.n };
	bool foreign = true;

	while (r.p < r.end) {
		switch (*r.p) {
		case '\\':
			if (r.p[1] == 'Q') /* and what follows is no syntax */
				return false;
			r.p += 2;
			break;
		case '[': r.p = hint_class_end(r.p); break;
		case '(': open_group(&r); break;
		case ')': close_group(&r); break;
		case '|':
			r.p++;
			if (r.depth == 0) {
				foreign &= r.has[0];
				r.has[0] = false;
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

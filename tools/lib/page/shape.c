/* shape.c - what a run of text looks like. */
#include "shape.h"

#include "../base/letters.h"
#include "../base/utf8.h"
#include "count.h"

enum sort { SPACE, LETTER, CAPITAL, DIGIT, MARK, STOP, NEUTRAL, SYMBOL, MONEY, DENSE };

/* ASCII by sort; what is not named here is a symbol. */
static const uint8_t ascii_sorts[128] = {
	['\t'] = SPACE,
	[','] = MARK,
	[';'] = MARK,
	[':'] = MARK,
	['.'] = STOP,
	['!'] = STOP,
	['?'] = STOP,
	['"'] = NEUTRAL,
	['\''] = NEUTRAL,
	['('] = NEUTRAL,
	[')'] = NEUTRAL,
	['['] = NEUTRAL,
	[']'] = NEUTRAL,
	['-'] = NEUTRAL,
	['_'] = NEUTRAL,
	['/'] = NEUTRAL,
	['$'] = MONEY,
	['#'] = SYMBOL,
	['%'] = SYMBOL,
	['&'] = SYMBOL,
	['*'] = SYMBOL,
	['+'] = SYMBOL,
	['<'] = SYMBOL,
	['='] = SYMBOL,
	['>'] = SYMBOL,
	['@'] = SYMBOL,
	['\\'] = SYMBOL,
	['^'] = SYMBOL,
	['`'] = SYMBOL,
	['{'] = SYMBOL,
	['|'] = SYMBOL,
	['}'] = SYMBOL,
	['~'] = SYMBOL,
};

static enum sort
sort_of_ascii(unsigned char c)
{
	if ((unsigned)(c - 'a') < 26)
		return LETTER;
	if ((unsigned)(c - 'A') < 26)
		return CAPITAL;
	if ((unsigned)(c - '0') < 10)
		return DIGIT;
	return (enum sort)ascii_sorts[c];
}

/* Scripts without spaces between words: Thai to Tibetan, Myanmar, Khmer, kana, ideographs. */
static bool
is_dense(uint32_t cp)
{
	bool is_tibetan = cp >= 0x0F00 && cp <= 0x0FFF; /* which parts syllables */

	return is_unparted_letter(cp) || is_tibetan || is_ideograph(cp);
}

static enum sort
sort_of(uint32_t cp)
{
	switch (cp) {
	case 0x060C: /* Arabic comma, semicolon */
	case 0x061B:
	case 0x3001: /* ideographic comma; fullwidth comma, colon, semicolon */
	case 0xFF0C:
	case 0xFF1A:
	case 0xFF1B: return MARK;
	case 0x061F: /* Arabic question mark, full stop; Devanagari danda */
	case 0x06D4:
	case 0x0964:
	case 0x2026: /* ellipsis */
	case 0x3002: /* ideographic full stop; fullwidth !, . and ? */
	case 0xFF01:
	case 0xFF0E:
	case 0xFF1F: return STOP;
	case 0xA2:
	case 0xA3:
	case 0xA5: return MONEY;
	case 0xAA:
	case 0xB5:
	case 0xBA: return LETTER;
	case 0xAB:
	case 0xBB: return NEUTRAL;
	default: break;
	}
	if (is_white_space(cp))
		return SPACE;
	if (cp < 0xC0)
		return SYMBOL;
	if (cp >= 0x2010 && cp <= 0x201F)
		return NEUTRAL;
	if (cp >= 0x20A0 && cp <= 0x20CF)
		return MONEY;
	if ((cp >= 0x2020 && cp <= 0x2BFF) || (cp >= 0xE000 && cp <= 0xF8FF) ||
	    (cp >= 0x1F000 && cp <= 0x1FAFF) || cp == 0xD7 || cp == 0xF7)
		return SYMBOL;
	if (cp >= 0x3008 && cp <= 0x301F)
		return NEUTRAL;
	return is_dense(cp) ? DENSE : LETTER;
}

static void
end_word(struct shape *s, const struct lexicon *lexicon, struct str word)
{
	uint64_t hash = lexicon_hash(word, LEXICON_TEXT);
	const float *weight = lexicon ? lexicon_find(lexicon, hash) : NULL;

	s->words++;
	s->hash = (s->hash ^ hash) * UINT64_C(0x9E3779B97F4A7C15);
	if (weight) {
		s->known++;
		s->weight += *weight;
	}
}

/* A stop ends something where a space, a closing mark or nothing follows. */
static bool
ends_something(const char *p, const char *end, uint32_t cp)
{
	return cp >= 0x80 || p == end || is_space(*p) || *p == '"' || *p == '\'' || *p == ')' ||
	       (unsigned char)*p >= 0x80;
}

static void
tally(struct shape *s, enum sort sort)
{
	switch (sort) {
	case DIGIT: s->digits++; break;
	case MARK: s->marks++; break;
	case SYMBOL: s->symbols++; break;
	case MONEY: s->money++; break;
	case DENSE: s->dense++; break;
	default: break;
	}
}

void
shape_add(struct shape *s, const struct lexicon *lexicon, struct str text)
{
	const char *p = text.p, *end = text.p + text.n, *word = NULL;

	while (p < end) {
		const char *at = p;
		uint32_t cp = (unsigned char)*p;
		enum sort sort;

		p += cp < 0x80 ? 1 : utf8_read(p, end, &cp);
		sort = cp < 0x80 ? sort_of_ascii((unsigned char)cp) : sort_of(cp);
		if (sort == LETTER || sort == CAPITAL || sort == DIGIT) {
			if (!word) {
				word = at;
				s->capitals += sort == CAPITAL;
			}
		} else if (word) {
			end_word(s, lexicon, (struct str){ word, (size_t)(at - word) });
			word = NULL;
		}
		if (sort == SPACE)
			continue;
		s->characters++;
		s->last = cp;
		if (sort == STOP)
			s->stops += ends_something(p, end, cp);
		else if (sort > CAPITAL)
			tally(s, sort);
		if (sort == DENSE)
			s->hash = (s->hash ^ cp) * UINT64_C(0x9E3779B97F4A7C15);
	}
	if (word)
		end_word(s, lexicon, (struct str){ word, (size_t)(end - word) });
}

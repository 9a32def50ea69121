/* sentence.c - where sentences of a text end. */
#include "sentence.h"

#include "../base/letters.h"
#include "../base/utf8.h"

/* True for what ends a sentence where white space, or nothing, follows; *alone: wherever. */
static bool
ends_sentence(uint32_t cp, bool *alone)
{
	*alone = cp >= 0x3000 || cp == 0x0964;
	switch (cp) {
	case '.':
	case '!':
	case '?':
	case 0x2026: /* ellipsis */
	case 0x061F: /* Arabic question mark */
	case 0x06D4: /* Urdu full stop */
	case 0x0964: /* danda */
	case 0x3002: /* ideographic full stop, and the wide forms */
	case 0xFF01:
	case 0xFF1F: return true;
	}
	return false;
}

/* Without what is not of words at both ends. Ill-formed bytes are not. */
static struct str
trim_sentence(struct str s)
{
	const char *from = s.p, *to = s.p + s.n, *end = to;
	uint32_t cp;

	while (from < end) {
		size_t n = utf8_read(from, end, &cp);

		if (is_word_character(cp))
			break;
		from += n;
	}
	while (to > from) {
		const char *last = utf8_before(to, from);

		if (utf8_read(last, to, &cp) && is_word_character(cp))
			break;
		to = last;
	}
	return (struct str){ from, (size_t)(to - from) };
}

bool
next_sentence(struct str *text, struct str *sentence)
{
	sentence->n = 0;
	while (text->n && !sentence->n) {
		const char *p = text->p, *end = text->p + text->n;
		bool ended = false;

		while (p < end && !ended) {
			uint32_t cp;
			bool alone;

			if ((unsigned char)*p < 0x80 && *p >= '@') { /* letters, mostly */
				p++;
				continue;
			}
			p += utf8_read(p, end, &cp);
			ended = cp == '\n' || (ends_sentence(cp, &alone) &&
						  (alone || p == end || is_space(*p)));
		}
		*sentence = trim_sentence(str_part(*text, 0, (size_t)(p - text->p)));
		*text = (struct str){ p, (size_t)(end - p) };
	}
	return sentence->n > 0;
}

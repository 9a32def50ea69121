/* fingerprint.c - what a text is known by. */
#include "fingerprint.h"

#include "../base/hash.h"

/* A byte of ASCII below the small letters, as it counts. */
static unsigned char
folded(unsigned char c)
{
	if (is_space((char)c))
		return ' ';
	return is_digit((char)c) ? '0' : (unsigned char)to_lower((char)c);
}

uint64_t
text_fingerprint(struct str text)
{
	uint64_t h = 0, word = 0, n = 0;
	unsigned char last = ' ';

	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c < 'a') {
			c = folded(c);
			if (c == last && (c == ' ' || c == '0'))
				continue;
		}
		last = c;
		word = word << 8 | c;
		if (++n % sizeof(word) == 0)
			h = hash_mix(h, word);
	}
	h = hash_mix(hash_mix(h, word), n);
	return h ? h : 1;
}

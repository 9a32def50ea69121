/* fingerprint.h - what a text is known by, on whatever page it stands. */
#ifndef PAGE_FINGERPRINT_H
#define PAGE_FINGERPRINT_H

#include <stdint.h>

#include "../base/str.h"

/* Letter case (of ASCII), digits and white space do not count. Never 0, and the same on every
 * machine. */
uint64_t text_fingerprint(struct str text);

/* The same of a text of no more than so many bytes that count; 0 of a longer one, which is not
 * read to its end. */
uint64_t text_fingerprint_within(struct str text, size_t most);

#endif

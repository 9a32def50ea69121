/* siblings.h - what stands beside a body that is known, and belongs to it. */
#ifndef PAGE_SIBLINGS_H
#define PAGE_SIBLINGS_H

#include <stdbool.h>
#include <stddef.h>

/* Does an element with so many bytes of words, of which so many are the page's own, neither in
 * links nor the template's, say much that is? More than the titles of neighbours come to. */
static inline bool
says_much_of_its_own(size_t own, size_t all)
{
	enum { LEAST = 200, LEAST_PERCENT = 60 };

	return own >= LEAST && own * 100 >= all * LEAST_PERCENT;
}

#endif

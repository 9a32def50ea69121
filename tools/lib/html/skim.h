/* skim.h - step over a tag, and take of its attributes only what a reader of references may ask
 * for (sections 13.2.5.8, 13.2.5.32 to 13.2.5.40). */
#ifndef HTML_SKIM_H
#define HTML_SKIM_H

#include "../base/arena.h"
#include "html.h"
#include "scan.h"

enum { SKIM_ATTRS = 16 };

/* Attributes as written: key and value are slices of the text, name is not set. */
struct skimmed {
	struct html_attr attrs[SKIM_ATTRS];
	uint32_t n;  /* counted on past what there is room for */
	bool wanted; /* one may refer to something, or be referred to by */
};

/* Step over the attributes behind a tag's name at p to the tag's '>', or to the end of the text
 * where it has none. *s gets those that may matter. */
const char *skim_attrs(struct str text, const char *p, struct skimmed *s);

/* The attributes that were skimmed, of equal keys only the first, as the tree has them. There
 * must have been room for all. */
struct html_attr *skim_keep(struct arena *a, const struct skimmed *s, uint32_t *n);

/* True where a name may be among those listed by their first letter: a bit for each length. */
static inline bool
skim_may_be(const uint16_t lengths[26], const char *name, size_t n)
{
	return n < 16 && is_alpha(*name) && lengths[(*name | 0x20) - 'a'] >> n & 1;
}
#define SKIM_LETTER(c) [(c) - 'a']
#define SKIM_LENGTH(n) (1u << (n))

/* The end of the name of a tag that starts at p. */
static inline const char *
skim_name(const char *p, const char *end)
{
	while (p < end && !ends_name(*p))
		p++;
	return p;
}

#endif

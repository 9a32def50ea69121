/* names_find.h - look names up in the text they stand in, without a call; for those who read
 * tags. Others take tag_of() and attr_of(). */
#ifndef HTML_NAMES_FIND_H
#define HTML_NAMES_FIND_H

#include <stdint.h>

#include "hash.h"
#include "names.h"
#include "scan.h"

/* A slot of an open-addressed table. */
struct name_slot {
	uint64_t first;     /* 8 bytes of a name, see hash.h */
	uint16_t n, number; /* its length, its number; 0: free */
};

extern const struct name_slot tag_slots[1 << TAG_BITS], attr_slots[1 << ATTR_BITS];

/* The number under which names stand that have these words, in a table of 1 << bits slots. */
static inline unsigned
name_at(struct str name, uint64_t first, uint64_t last, const struct name_slot *slots,
    uint64_t multiplier, unsigned bits, const struct str *names)
{
	uint32_t at = hash_slot(first, last, name.n, multiplier, bits);

	for (; slots[at].number; at = (at + 1) & ((UINT32_C(1) << bits) - 1))
		if (slots[at].first == first && slots[at].n == name.n &&
		    (name.n <= 8 || str_eq_nocase(names[slots[at].number], name)))
			break;
	return slots[at].number;
}

/* Look a name up in a text that goes on to `end`: as tag_of() and attr_of(), which are needed
 * where it has capitals. *name becomes the name in lower case where it has a number: most need
 * not even be fetched from a table for that. */
static inline enum tag
tag_lowered(struct str *name, const char *end)
{
	unsigned number = name_at(*name, word_within(*name, end), last_word_of(*name),
	    tag_slots, TAG_MULTIPLIER, TAG_BITS, tag_names);

	if (!number)
		number = tag_of(*name);
	else if (name->n <= 8)
		return (enum tag)number;
	if (number)
		*name = tag_names[number];
	return (enum tag)number;
}

static inline enum attr
attr_lowered(struct str *name, const char *end)
{
	unsigned number = name_at(*name, word_within(*name, end), last_word_of(*name),
	    attr_slots, ATTR_MULTIPLIER, ATTR_BITS, attr_names);

	if (!number)
		number = attr_of(*name);
	else if (name->n <= 8)
		return (enum attr)number;
	if (number)
		*name = attr_names[number];
	return (enum attr)number;
}

/* The same for most names: those in lower case, of up to 8 bytes, in a text that goes on
 * for 16. name->p is where it starts; name->n becomes the length of what may be one, see
 * scan_name(). The number is 0 for any other, which has to be read by the means above. */
static inline unsigned
name_short(struct str *name, const char *end, const struct name_slot *slots,
    uint64_t multiplier, unsigned bits)
{
#ifdef __SSE2__
	if (end - name->p >= 16 && (name->n = name_end_16(name->p)) - 1 < 8)
		return name_at(*name, load_8(name->p) & UINT64_MAX >> (64 - 8 * name->n), 0,
		    slots, multiplier, bits, NULL);
#endif
	return 0;
}

static inline enum tag
tag_short(struct str *name, const char *end)
{
	return (enum tag)name_short(name, end, tag_slots, TAG_MULTIPLIER, TAG_BITS);
}

static inline enum attr
attr_short(struct str *name, const char *end)
{
	return (enum attr)name_short(name, end, attr_slots, ATTR_MULTIPLIER, ATTR_BITS);
}

/* The same where the name itself is not asked for. */
static inline enum tag
tag_within(struct str name, const char *end)
{
	return tag_lowered(&name, end);
}

static inline enum attr
attr_within(struct str name, const char *end)
{
	return attr_lowered(&name, end);
}

#endif

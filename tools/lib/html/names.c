/* names.c - look names up in open-addressed tables. */
#include "names.h"

#include "hash.h"
#include "names_hash_table.h"

/* The number of a name, with its first word, in a table of 1 << bits slots. */
static inline unsigned
number_of(struct str name, uint64_t word, const struct name_slot *slots, uint64_t multiplier,
    unsigned bits, const struct str *names)
{
	uint64_t first = word_lower(word);
	uint64_t last = name.n > 8 ? word_lower(last_word_of(name)) : 0;
	uint32_t at = hash_slot(first, last, name.n, multiplier, bits);

	for (; slots[at].number; at = (at + 1) & ((UINT32_C(1) << bits) - 1))
		if (slots[at].first == first && slots[at].n == name.n &&
		    (name.n <= 8 || str_eq_nocase(names[slots[at].number], name)))
			break;
	return slots[at].number;
}

static struct str
svg_name(const char *spelling, struct str name)
{
	return (struct str){ spelling ? spelling : name.p, name.n };
}

enum tag
tag_of(struct str name)
{
	return tag_within(name, name.p + name.n);
}

enum tag
tag_within(struct str name, const char *end)
{
	return (enum tag)number_of(
	    name, word_within(name, end), tag_slots, TAG_MULTIPLIER, TAG_BITS, tag_names);
}

enum attr
attr_of(struct str name)
{
	return attr_within(name, name.p + name.n);
}

enum attr
attr_within(struct str name, const char *end)
{
	return (enum attr)number_of(
	    name, word_within(name, end), attr_slots, ATTR_MULTIPLIER, ATTR_BITS, attr_names);
}

struct str
tag_name(enum tag tag)
{
	return tag_names[tag];
}

struct str
attr_name(enum attr attr)
{
	return attr_names[attr];
}

struct str
tag_svg_name(enum tag tag)
{
	return svg_name(svg_tag_names[tag], tag_names[tag]);
}

struct str
attr_svg_name(enum attr attr)
{
	return svg_name(svg_attr_names[attr], attr_names[attr]);
}

/* names.c - look names up in open-addressed tables. */
#include "names.h"

#include "names_find.h"
#include "names_hash_table.h"

static struct str
svg_name(const char *spelling, struct str name)
{
	return (struct str){ spelling ? spelling : name.p, name.n };
}

enum tag
tag_of(struct str name)
{
	return (enum tag)name_at(name, word_lower(word_of(name)),
	    word_lower(last_word_of(name)), tag_slots, TAG_MULTIPLIER, TAG_BITS, tag_names);
}

enum attr
attr_of(struct str name)
{
	return (enum attr)name_at(name, word_lower(word_of(name)),
	    word_lower(last_word_of(name)), attr_slots, ATTR_MULTIPLIER, ATTR_BITS, attr_names);
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

/* field.h - the attributes of page lines: one table an element, from which page lines are
 * written and read and the columns of CSV are made. */
#ifndef STREAM_FIELD_H
#define STREAM_FIELD_H

#include "../base/arena.h"
#include "../base/buffer.h"
#include "../page/kind_names.h"
#include "../page/page.h"

/* The type of the member, and what its value looks like. */
enum field_type {
	FIELD_TEXT,     /* struct str */
	FIELD_URL,      /* struct str that is a URL or a path */
	FIELD_SIZE,     /* uint64_t, in decimal */
	FIELD_NUMBER,   /* uint32_t, in decimal */
	FIELD_COUNT,    /* uint32_t, in decimal; absent where 0 */
	FIELD_STATUS,   /* int, in decimal; absent where not above 0 */
	FIELD_FLAG,     /* bool: "true", or absent */
	FIELD_KIND,     /* enum: its name, absent where the value has none */
	FIELD_POSITION, /* struct position: "LINE:COLUMN", absent at line 0 */
};

/* A table ends with a field that has no name (p NULL). */
struct field {
	struct str name;
	enum field_type type;
	size_t offset;                  /* of the member in the struct of the table */
	const struct kind_names *kinds; /* of FIELD_KIND */
};

#define FIELD(name, type, of, member)                                                          \
	{                                                                                      \
		{ name, sizeof(name) - 1 }, type, offsetof(struct of, member), NULL            \
	}
#define FIELD_OF_KIND(name, names, of, member)                                                 \
	{                                                                                      \
		{ name, sizeof(name) - 1 }, FIELD_KIND, offsetof(struct of, member), &(names)  \
	}

extern const struct field page_fields[], fact_fields[], meta_fields[], alternate_fields[],
    anchor_fields[], ref_fields[], item_fields[];
extern const struct field nav_fields[], part_fields[]; /* of struct region */

enum { FIELD_SCRATCH = POSITION_ROOM }; /* bytes that any value but a string fits in */

/* The value of a field of the struct at object: borrowed from it, from the names, or written to
 * scratch. */
struct str field_value(
    const struct field *f, const void *object, char scratch[static FIELD_SCRATCH]);

/* Write the values that are there as attributes, in the table's order. */
void fields_write(struct buffer *out, const struct field *fields, const void *object);

/* Read a value, copying strings to the arena; -1 when it is none of the field's type. */
int field_set(const struct field *f, void *object, struct str value, struct arena *a);

/* The field of that name in a table, or NULL. */
const struct field *field_of(const struct field *fields, struct str name);

/* True for a field that an element cannot be without: an enum of which each value has a name.
 */
bool field_is_required(const struct field *f);

#endif

/* names.h - the names of a save: a tree of all its files, small enough to keep for a million.
 *
 * A name costs 12 bytes, its own bytes (without the path before it), and 5 to 11 bytes of hash
 * slots; 300,000 names of 22 bytes take 45 bytes each with the slack of growing arrays. Names
 * are numbered in the order in which they are added; the walk adds them in bytewise order of
 * their paths, so numbers sort as paths do. */
#ifndef STREAM_NAMES_H
#define STREAM_NAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/buffer.h"

enum { NAME_NONE = UINT32_MAX };

enum name_flag {
	NAME_FOLDER = 1,
	NAME_WALKED = 2,    /* a folder of which every name is known */
	NAME_PAGE = 4,      /* a file that is a page */
	NAME_CHOSEN = 8,    /* a page to be read */
	NAME_NAMED = 16,    /* an operand by itself */
	NAME_LINK = 32,     /* a symbolic link */
	NAME_UNREAD = 64,   /* what a saver left for itself: this, and all below, is no page */
	NAME_OUTWARD = 128, /* a symbolic link out of the save, which nothing opens */
};

struct name {
	uint32_t parent; /* NAME_NONE: where paths start, such as "", "/", "./" or "../" */
	uint32_t text;   /* offset of its bytes */
	uint16_t length;
	uint16_t flags;
};

struct alias {
	uint32_t link, target; /* a link to a folder of the same save, and that folder */
};

struct names {
	struct name *rows;
	size_t n, cap;
	struct buffer text;
	uint32_t *slots;       /* open addressing: number + 1, 0 where free */
	size_t n_slots;        /* a power of two */
	uint64_t seed;         /* against made-up collisions; nothing printed depends on it */
	struct alias *aliases; /* by rising link */
	size_t n_aliases, aliases_cap;
	bool has_queries; /* some file is named after a URL with a query */
};

void names_init(struct names *names);
void names_free(struct names *names);

/* Add a name that is not there yet below parent and return its number. */
uint32_t names_add(struct names *names, uint32_t parent, struct str name, unsigned flags);

/* The number of a name below parent, or NAME_NONE. */
uint32_t names_find(const struct names *names, uint32_t parent, struct str name);

/* The same, but a link to a folder of the save gives the folder. */
uint32_t names_enter(const struct names *names, uint32_t parent, struct str name);

/* Append the path of a name, as find(1) prints it. */
void names_path(const struct names *names, uint32_t number, struct buffer *path);

static inline bool
names_is(const struct names *names, uint32_t number, unsigned flag)
{
	return names->rows[number].flags & flag;
}

/* Its bytes, until the next names_add(). */
static inline struct str
names_text(const struct names *names, uint32_t number)
{
	return (struct str){ names->text.data + names->rows[number].text,
		names->rows[number].length };
}

#endif

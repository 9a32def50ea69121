/* xmlpath.h - where in a document a streaming parse stands, for messages. */
#ifndef STREAM_XMLPATH_H
#define STREAM_XMLPATH_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/buffer.h"
#include "../html/position.h"

struct xmlpath_step {
	struct str name;     /* local, borrowed */
	uint32_t index;      /* among its parent's children, from 1: of that name, or of all */
	bool of_all;         /* the latter */
	uint32_t n_children; /* so far */
	size_t first_name;   /* its children's names are names[first_name] and after */
	struct position
	    source; /* that it or the nearest element around it names; line 0: none */
};

struct xmlpath_name {
	struct str name;
	uint32_t count;
};

/* Zero-initialise before first use. */
struct xmlpath {
	struct xmlpath_step *steps;
	struct xmlpath_name
	    *names; /* of the children of each open element, the innermost last */
	size_t n, cap, n_names, cap_names;
};

/* Enter a child. name must live until its parent is left. source: what its at or data-at says,
 * line 0 where it says nothing. */
void xmlpath_enter(struct xmlpath *p, struct str name, struct position source);
void xmlpath_leave(struct xmlpath *p);

/* Add a step whose index among children of its name is known; for paths not entered. */
void xmlpath_add(struct xmlpath *p, struct str name, uint32_t index, struct position source);

/* Append the XPath of the innermost element, such as "/page/nav[2]/item[1]": each name stands
 * for elements of that local name. A parent with children of more than 64 names has its
 * others counted alike, as "*[70]", so that an element costs the same in any document. */
void xmlpath_write(const struct xmlpath *p, struct buffer *out);

/* Forget everything but keep the memory; give that back too. */
void xmlpath_reset(struct xmlpath *p);
void xmlpath_free(struct xmlpath *p);

#endif

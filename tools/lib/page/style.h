/* style.h - the URLs in a style sheet (CSS Syntax 3, CSS Values 4). */
#ifndef PAGE_STYLE_H
#define PAGE_STYLE_H

#include <stdbool.h>

#include "../base/arena.h"
#include "../base/str.h"

/* Where a reader of a style sheet stands. Start with { .css = the sheet, or declarations }. */
struct style_reader {
	struct str css;
	size_t next;     /* bytes read */
	bool is_import;  /* the last rule was @import, and its URL is to come */
	bool is_name;    /* it was @namespace or @document, whose URLs lead nowhere */
	bool in_set;     /* inside image-set(), where strings are URLs */
	size_t url_from; /* of the last URL: offset of its first byte in css */
};

/* Take the next URL of url(), src(), image-set() or @import, its escapes undone, which may copy
 * it to the arena. One that is only a fragment names an element of the page and is left out.
 * False at the end. */
bool style_next(struct style_reader *r, struct arena *a, struct str *url);

#endif

/* mhtml.h - pages that a browser saved with all they show in one file, as a mail is (RFC 2557):
 * "web page, single file", .mhtml or .mht. Of what else is in the file only the addresses are
 * read. */
#ifndef STREAM_MHTML_H
#define STREAM_MHTML_H

#include <stdbool.h>

#include "../base/arena.h"

/* A page as it was saved. */
struct saved_page {
	struct str html;     /* its bytes: the file's, or in the arena */
	const char *charset; /* their encoding, by the standard's name; NULL: nothing says it */
	struct str url;      /* of its Content-Location, not checked; absent: nothing says it */
	struct str *held;    /* those of all parts of the file, in the arena, in the order of
	                      * bytes */
	size_t n_held;
};

/* Find the page in the bytes of a file. Those that do not begin with fields of a header
 * (RFC 5322), among them a MIME-Version, are the page; else it is the first HTML in the part
 * that the multipart/related names as its start, or in its first one (RFC 2387). A file that
 * ends early has what there is of it. -1: there is no HTML. */
int mhtml_unpack(struct arena *a, struct str bytes, struct saved_page *found);

/* True for the address of a part of the file. */
bool mhtml_holds(const struct saved_page *page, struct str url);

#endif

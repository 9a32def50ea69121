/* sniff.h - is it a page? By its name where that is enough, by its first bytes where not
 * (WHATWG MIME Sniffing, section 7.1). */
#ifndef STREAM_SNIFF_H
#define STREAM_SNIFF_H

#include <stdbool.h>

#include "../base/str.h"

enum { SNIFF_BYTES = 4096 }; /* of a file, which are enough for each answer below */

enum name_kind {
	NAME_KIND_PAGE,   /* .html and its like, and those gzipped */
	NAME_KIND_OTHER,  /* images, styles, scripts, archives, data */
	NAME_KIND_TEXT,   /* .txt: a plain-text capture where a user says so by naming it */
	NAME_KIND_UNSURE, /* extensionless, named after a query, .php, .asp …: bytes decide */
};

/* What the last component of a path says. */
enum name_kind name_kind(struct str name);

/* The name without ".gz". */
struct str name_without_gz(struct str name);

/* True for the extension of a program that answers differently to each query: .php, .cgi … */
bool name_is_dynamic(struct str name);

/* True for the extensions of pages that browsers read as XML (RFC 3236, section 4), zipped or
 * not. */
bool name_is_xhtml(struct str name);

/* The part of a path after its last '/'. */
struct str path_name(struct str path);

/* The part of the name from its last '.' on, or an empty slice at its end. */
struct str name_extension(struct str name);

/* True when these first bytes are those of a HTML or XHTML page. */
bool looks_like_html(struct str head);

/* True when they are those of a feed, RSS or Atom, which savers that go by its URL call a page
 * (section 7.3). */
bool looks_like_feed(struct str head);

/* True when they are those of page lines or of a document of pages. */
bool looks_like_page_lines(struct str head);

/* True when they are those of no text at all: a known image, archive or program, or binary data
 * bytes (section 5 of the standard) where no byte order mark or HTML tag comes first. */
bool looks_binary(struct str head);

#endif

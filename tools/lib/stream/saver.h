/* saver.h - what those that save pages leave in them: where a page came from.
 *
 * Known are the comments of browsers ("saved from url=(NNNN)URL"; NNNN is not to be trusted),
 * HTTrack ("Mirrored from HOST/PATH by HTTrack"), SingleFile ("url: URL") and monolith ("Saved
 * from URL at DATE"), Save Page WE's meta savepage-url, WebScrapBook's data-scrapbook-source on
 * html, and the Wayback Machine's script and archive URLs. */
#ifndef STREAM_SAVER_H
#define STREAM_SAVER_H

#include "../html/html.h"

/* Slices of the document, absent where the page says nothing, and not checked to be URLs. */
struct saver {
	struct str url;       /* as the saver wrote it, with a scheme */
	struct str canonical; /* of link rel=canonical, else of meta property=og:url: the page's
	                       * own claim */
};

void saver_read(struct arena *a, const struct html_document *doc, struct saver *saver);

/* The URL that an archive's replay URL wraps, as in web.archive.org/web/20200101000000/URL, of
 * whatever host or without one, since replayed pages link by path alone; url itself where it is
 * no such thing. */
struct str unwrap_archive_url(struct str url);

#endif

/* path_tags.h - parts of a path or URL that could name the language of the page. */
#ifndef LANGUAGES_PATH_TAGS_H
#define LANGUAGES_PATH_TAGS_H

#include <stdbool.h>

#include "../base/buffer.h"

enum { PATH_TAGS = 4 }; /* no more are looked at */

/* A folder, the label before a host's domain, a part of a file's name ("index.fr.html",
 * "news_fr.html") or the value of a query's "lang" that has the form of a language tag: two
 * letters, and perhaps a script or region. "/id/" may be Indonesian or not: that is for who
 * knows all paths to tell. */
struct path_tag {
	struct str text; /* as written, within the path */
};

/* Find the candidates in a path or URL and return how many there are. */
size_t path_tags(struct str path, struct path_tag tags[static PATH_TAGS]);

/* Append the path with '*' in place of one candidate, or, all, of each word that equals it. */
void path_without(struct str path, const struct path_tag *tag, bool all, struct buffer *out);

#endif

/* schema.h - schemas for XML documents: W3C XML Schema 1.0 or RELAX NG in its XML syntax, told
 * by the root element, compiled by libxml2.
 *
 * libxml2 may use a compiled schema in one thread only. So a schema is compiled again for each
 * thread that needs one while the others are in use, and what is given back waits for the next.
 */
#ifndef STREAM_SCHEMA_H
#define STREAM_SCHEMA_H

#include <stdbool.h>

struct schema;

/* One compiled copy; of the two languages only one's members are set. */
struct schema_copy {
	struct _xmlDoc *doc;
	struct _xmlSchema *xsd;
	struct _xmlSchemaValidCtxt *xsd_check;
	struct _xmlRelaxNG *relaxng;
	struct _xmlRelaxNGValidCtxt *relaxng_check;
	struct schema_copy *next; /* waiting */
};

/* Read and compile; later: only when a document first needs it, for a schema known to be right.
 * What it includes or imports is read from the schema's folder and below it, and from nowhere
 * else; the same goes for any document validated later, which loads nothing. Returns NULL after
 * a line of trouble for each thing that is wrong with it. */
struct schema *schema_new(const char *path, bool later);
void schema_free(struct schema *s);

/* Read a document of the schema at path (absolute): itself, or another that it may load. NULL,
 * without a word, where it may not or cannot be read. Free with xmlFreeDoc(). */
struct _xmlDoc *schema_document(const char *path, const char *file);

/* Take a copy for the calling thread alone, and give it back. Dies when the schema changed on
 * disk and does not compile any more. Safe from any thread. */
struct schema_copy *schema_take(struct schema *s);
void schema_give(struct schema *s, struct schema_copy *copy);

#endif

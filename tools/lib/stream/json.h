/* json.h - values and lines of JSON (RFC 8259), as all that is printed of pages has them. */
#ifndef STREAM_JSON_H
#define STREAM_JSON_H

#include <jansson.h>

#include "../base/buffer.h"

/* The value, which must be one: out of memory ends the program. */
json_t *json_need(json_t *value);

/* A string as a reader of the XML gets it, so that the two never differ. url: as xml_plain().
 */
json_t *json_plain(struct str text, bool url);

/* Add a member; its value is handed over. */
void json_add(json_t *object, const char *name, json_t *value);

/* Append a value as JSON, and a newline, and free it. */
void json_line(struct buffer *out, json_t *value);

#endif

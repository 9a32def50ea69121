/* json.c - values and lines of JSON. */
#include "json.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "xml.h"

json_t *
json_need(json_t *value)
{
	if (!value)
		memory_exhausted();
	return value;
}

json_t *
json_plain(struct str text, bool url)
{
	struct buffer plain = { 0 };
	json_t *value;

	xml_plain(&plain, text, url);
	value = json_need(json_stringn(buffer_str(&plain).p, plain.n));
	buffer_free(&plain);
	return value;
}

void
json_add(json_t *object, const char *name, json_t *value)
{
	if (json_object_set_new(object, name, value))
		memory_exhausted();
}

void
json_line(struct buffer *out, json_t *value)
{
	char *line = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

	if (!line)
		memory_exhausted();
	buffer_add(out, str_of(line));
	buffer_char(out, '\n');
	free(line);
	json_decref(value);
}

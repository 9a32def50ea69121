/* xml_tag.c - a start tag of XML, whoever read it. */
#include "xml_tag.h"

#include <stdlib.h>

#include "../base/memory.h"

struct str
xml_tag_attribute(const struct xml_tag *t, struct str name)
{
	for (int i = 0; i < t->n; i++)
		if (str_eq(t->attributes[i].name, name) && !t->attributes[i].prefixed)
			return t->attributes[i].value;
	return (struct str){ 0 };
}

struct xml_tag
xml_tag_of(struct xml_tag_room *room, const unsigned char *name, const unsigned char *space,
    int n, const unsigned char **attributes)
{
	room->attributes =
	    x_grow(room->attributes, &room->cap, (size_t)n, sizeof(*room->attributes));
	for (int i = 0; i < n; i++, attributes += 5)
		room->attributes[i] = (struct xml_attribute){
			.name = str_of((const char *)attributes[0]),
			.value = { (const char *)attributes[3],
			    (size_t)(attributes[4] - attributes[3]) },
			.prefixed = attributes[1] != NULL,
		};
	return (struct xml_tag){ str_of((const char *)name), str_of((const char *)space),
		room->attributes, n };
}

void
xml_tag_room_free(struct xml_tag_room *room)
{
	free(room->attributes);
	*room = (struct xml_tag_room){ 0 };
}

/* json_ld.c - what a page declares as JSON-LD. */
#include "json_ld.h"

#include "../html/characters.h"
#include "fold.h"

json_t *
json_ld_next(const struct blocks *b, const struct block **at)
{
	while ((*at = next_told(b, *at))) {
		const struct html_node *e = (*at)->node;
		json_t *data;

		if (!html_is(e, TAG_SCRIPT) || !e->first ||
		    !str_eq_nocase(
			str_trim(html_value(e, ATTR_TYPE)), STR("application/ld+json")))
			continue;
		data = json_loadb(
		    e->first->text.p, e->first->text.n, JSON_DISABLE_EOF_CHECK, NULL);
		if (data)
			return data;
	}
	return NULL;
}

struct str
json_ld_str(struct arena *a, const json_t *value)
{
	struct str text;

	if (!json_is_string(value))
		return (struct str){ 0 };
	text = (struct str){ json_string_value(value), json_string_length(value) };
	return fold(a, arena_str(a, characters(a, text, IN_TEXT)));
}

bool
json_ld_is(const json_t *object, const char *type)
{
	const json_t *t = json_object_get(object, "@type");

	if (json_is_array(t))
		t = json_array_get(t, 0);
	return json_is_string(t) && strcmp(json_string_value(t), type) == 0;
}

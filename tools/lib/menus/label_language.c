/* label_language.c - the language of menus, and of labels that are in another. */
#include "label_language.h"

#include "../base/buffer.h"
#include "../base/identify.h"

enum { ENOUGH = 8192 }; /* bytes of labels that tell as much as more would */

uint16_t
labels_language(const struct str *labels, size_t n)
{
	struct buffer text = { 0 };
	uint16_t language;

	for (size_t i = 0; i < n && text.n < ENOUGH; i++) {
		buffer_add(&text, labels[i]);
		buffer_char(&text, '\n');
	}
	language = identify_label(buffer_str(&text), (struct str){ 0 });
	buffer_free(&text);
	return language;
}

/* Has a text no letter beyond ASCII, in a language of which a few words hardly go without one?
 * Names of products are taken for these. */
static bool
lacks_accents(struct str text, uint16_t language)
{
	static const char *const tags[] = { "az", "cs", "hu", "is", "lt", "lv", "sk", "tr",
		"vi" };

	if (!str_is_ascii(text))
		return false;
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (str_eq(str_of(identified_tag(language)), str_of(tags[i])))
			return true;
	return false;
}

uint16_t
label_foreign(struct str label, struct str tag)
{
	uint16_t language = identify_label(label, tag);

	return language && !identified_may_be(language, tag) && !lacks_accents(label, language)
	           ? language
	           : 0;
}

/* rules.h - the words that tell navigation, body and furniture apart, kept in a data file. */
#ifndef PAGE_RULES_H
#define PAGE_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "blocks.h"
#include "traits.h"

/* The sets of schemas/page.rules, whose comments say what each is matched against. */
enum rule {
	CLASS_BREADCRUMB,
	CLASS_LANGUAGE,
	CLASS_PAGINATION,
	CLASS_CONTENTS,
	CLASS_SOCIAL,
	CLASS_TAGS,
	CLASS_RELATED,
	CLASS_SKIP,
	CLASS_FOOTER,
	CLASS_MENU,
	CLASS_CURRENT,
	CLASS_GROUP,
	CLASS_BANNER,
	CLASS_COMPLEMENTARY,
	CLASS_FORM,
	CLASS_SEARCH,
	CLASS_TOOLS,
	CLASS_CONTROL,
	CLASS_LINE_NUMBER,
	CLASS_BUTTON,
	CLASS_HIDDEN,
	CLASS_MAIN,
	CLASS_AUTHOR,
	CLASS_DATE,
	CLASS_DISCUSSION,
	LABEL_SKIP,
	LABEL_LANGUAGE,
	LABEL_SOCIAL,
	LABEL_PAGINATION,
	LABEL_PAGER,
	LABEL_MORE,
	LABEL_HOME,
	HEADING_BREADCRUMB,
	HEADING_LANGUAGE,
	HEADING_CONTENTS,
	HEADING_RELATED,
	HEADING_SEE_ALSO,
	HEADING_MENU,
	HEADING_SEARCH,
	HEADING_FOOTER,
	HREF_SOCIAL,
	ID_DISCUSSION,
	LABEL_INACCESSIBLE,
	TEXT_BYLINE,
	RULES, /* how many sets there are */
};

struct rules;
struct body_model;

/* Read schemas/page.rules and schemas/menu.weights. Dies with a message naming file and line
 * when one cannot be read, or a set or trait is unknown or missing; and when first matched, of
 * a pattern that does not compile. */
struct rules *rules_new(void);
void rules_free(struct rules *r);

/* The bit of a set among others, and those of all that class words are matched against. */
#define RULE(set)        (UINT64_C(1) << (set))
#define RULES_OF_CLASSES (RULE(LABEL_SKIP) - 1)

/* Of some sets, by their bits, those of which a pattern matches somewhere in text. Asking for
 * several at once costs little more than asking for one: the text is looked up once. Safe from
 * any thread. */
uint64_t rules_say(const struct rules *r, uint64_t sets, struct str text);

/* The same of the class words of an element: its class and id joined by a space. */
uint64_t rules_say_of_class(
    const struct rules *r, uint64_t sets, const struct html_node *element);

/* Texts that one caller asked about of late, which it asks about again and again, as elements
 * side by side share their classes. Zero-initialise; texts are borrowed. */
struct recent {
	struct {
		struct str text;
		uint64_t sets, says; /* asked; matched */
	} at[64];
};

/* rules_say(), answered from what is recent where that has it. */
uint64_t rules_say_again(
    const struct rules *r, struct recent *recent, uint64_t sets, struct str text);

/* rules_say() of a class attribute that blocks share, by its index, for sets of class words:
 * all of these are asked at once, and once. */
static inline uint64_t
rules_say_of_class_number(
    const struct rules *r, const struct blocks *b, uint64_t sets, uint32_t number)
{
	struct block_class *class = &b->classes[number];

	if (!class->asked) {
		class->asked = true;
		class->says = rules_say(r, RULES_OF_CLASSES, class->text);
	}
	return class->says & sets;
}

/* The same of the class attribute of a block. */
static inline uint64_t
rules_say_of_block(
    const struct rules *r, const struct blocks *b, uint64_t sets, const struct block *block)
{
	return rules_say_of_class_number(r, b, sets, block->class);
}

/* The same of one text. */
static inline bool
rules_match(const struct rules *r, enum rule set, struct str text)
{
	return rules_say(r, RULE(set), text);
}

/* What a trait weighs. */
double rules_weight(const struct rules *r, enum trait trait);

/* What follows the first match in text; all of it where there is none. */
struct str rules_rest(const struct rules *r, enum rule set, struct str text);

/* The model of bodies (verdict.h), read when first asked for. Safe from any thread. Dies when
 * it cannot be read. */
const struct body_model *rules_body_model(const struct rules *r);

#endif

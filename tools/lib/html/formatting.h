/* formatting.h - the list of active formatting elements (section 13.2.4.3) and the adoption
 * agency (13.2.6.4.7). */
#ifndef HTML_FORMATTING_H
#define HTML_FORMATTING_H

#include <stdbool.h>
#include <stdint.h>

#include "html.h"

struct builder;
struct token;

struct formatting {
	struct html_node *node; /* NULL: a marker */
	struct formatting *prev, *next;
	uint32_t open; /* index of node in the stack of open elements; 0: not there */
};

struct formatting_list {
	struct formatting *last;
	struct formatting *unused; /* linked by next */
};

/* Push the current node, keeping at most three alike after the last marker. */
void formatting_push(struct builder *b);

void formatting_push_marker(struct builder *b);
void formatting_clear_to_marker(struct builder *b);

/* Take an entry off the list. */
void formatting_remove(struct builder *b, struct formatting *f);

/* The last entry of a tag after the last marker, or NULL. */
struct formatting *formatting_find(struct builder *b, enum tag tag);

/* "Reconstruct the active formatting elements". formatting_lost() says whether there is any. */
void formatting_reconstruct(struct builder *b);
static inline bool
formatting_lost(const struct formatting_list *list)
{
	return list->last && list->last->node && !list->last->open;
}

/* Run the adoption agency for a start or end tag. False: it is to be treated as any other end
 * tag.
 */
bool formatting_adopt(struct builder *b, const struct token *t);

#endif

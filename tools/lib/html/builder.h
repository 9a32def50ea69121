/* builder.h - what the rooms of the tree construction share (section 13.2.6). */
#ifndef HTML_BUILDER_H
#define HTML_BUILDER_H

#include "formatting.h"
#include "open.h"
#include "tokenizer.h"

/* Insertion modes (section 13.2.4.1), without those of fragments. */
enum mode {
	MODE_INITIAL,
	MODE_BEFORE_HTML,
	MODE_BEFORE_HEAD,
	MODE_IN_HEAD,
	MODE_IN_HEAD_NOSCRIPT,
	MODE_AFTER_HEAD,
	MODE_IN_BODY,
	MODE_TEXT,
	MODE_IN_TABLE,
	MODE_IN_TABLE_TEXT,
	MODE_IN_CAPTION,
	MODE_IN_COLUMN_GROUP,
	MODE_IN_TABLE_BODY,
	MODE_IN_ROW,
	MODE_IN_CELL,
	MODE_IN_TEMPLATE,
	MODE_AFTER_BODY,
	MODE_IN_FRAMESET,
	MODE_AFTER_FRAMESET,
	MODE_AFTER_AFTER_BODY,
	MODE_AFTER_AFTER_FRAMESET,
	N_MODES
};

/* The attributes of an element that later tags may add to. */
struct merged_attrs {
	void *known; /* by key, as tsearch(3) keeps them */
	size_t cap;  /* of the element's array; 0: nothing was added yet */
};

struct builder {
	struct arena *arena;
	struct html_document *doc;
	struct tokenizer tokenizer;
	struct open_stack open;
	struct formatting_list formatting;
	enum mode mode, original_mode;
	uint32_t offset; /* of the token at hand */
	bool foster;     /* foster parenting is enabled */
	bool frameset_ok;
	bool skip_newline; /* one at the start of the next token is to be ignored */
	bool no_text;      /* leave out what is not in title, script, style … */
	const struct html_outline *outline; /* that is told of the body, or NULL */
	bool tentative;                     /* the encoding was guessed, not declared */
	bool stopped;     /* parsing is over, or to start again in another encoding */
	const char *late; /* that encoding, or NULL */
	struct html_node *head, *form; /* the element pointers; NULL: null */
	uint8_t *template_modes;       /* the stack of template insertion modes */
	size_t n_template_modes, template_modes_cap;
	struct token *table_text; /* the pending table character tokens */
	size_t n_table_text, table_text_cap;
	struct html_node **mirrors; /* the selectedcontent elements */
	size_t n_mirrors, mirrors_cap;
	struct merged_attrs html_attrs, body_attrs;
	uint64_t toil; /* units left; see builder_toil() */
};

/* Charge work that the standard lets grow faster than the page: copies of formatting elements
 * (TOIL_COPY units each) and entries of the lists passed over. False once a page has used up
 * TOIL_FREE and TOIL_BYTE for each of its bytes: what is misnested from there on is no longer
 * repaired. This is the one deviation from the standard, and only hostile pages meet it. */
enum { TOIL_COPY = 64, TOIL_BYTE = 16, TOIL_FREE = 4 << 20 };
bool builder_toil(struct builder *b, uint64_t units);

#endif

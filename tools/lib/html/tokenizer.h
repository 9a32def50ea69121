/* tokenizer.h - text into tokens (WHATWG HTML, section 13.2.5). */
#ifndef HTML_TOKENIZER_H
#define HTML_TOKENIZER_H

#include <stdbool.h>
#include <stdint.h>

#include "../base/arena.h"
#include "html.h"

enum token_kind {
	TOKEN_EOF,
	TOKEN_DOCTYPE,
	TOKEN_START,
	TOKEN_END,
	TOKEN_COMMENT,
	TOKEN_TEXT,
};

/* States from which the tree builder, or a test, may start the next token. */
enum tokenizer_state {
	TOKENIZER_DATA,
	TOKENIZER_RCDATA,
	TOKENIZER_RAWTEXT,
	TOKENIZER_SCRIPT_DATA,
	TOKENIZER_PLAINTEXT,
	TOKENIZER_CDATA,
};

/* One token. Text comes in runs; adjacent text tokens are one run of the page, cut at a NUL of
 * data or CDATA and where the tokenizer let markup go ("</>", the edges of a CDATA section). */
struct token {
	enum token_kind kind;
	uint32_t offset;         /* of its first byte in the text */
	uint16_t tag;            /* enum tag, of start and end tags */
	bool self_closing;       /* of start and end tags */
	bool force_quirks;       /* of doctypes */
	bool white;              /* of text: nothing but ASCII whitespace */
	bool nul;                /* of text: one U+0000, left to the tree builder */
	uint32_t n_attrs;        /* of start tags; those of end tags are dropped */
	struct html_attr *attrs; /* in the arena; of a duplicate only the first */
	struct str text;         /* tag or doctype name (lower case), comment, characters */
	struct str public_id, system_id; /* of doctypes; p NULL: missing, as may be the name */
};

/* The builder may set state and in_foreign between tokens; all else is the tokenizer's. An
 * appropriate end tag sets state back to TOKENIZER_DATA by itself. */
struct tokenizer {
	const char *start, *next, *end; /* the text */
	struct arena *arena;
	enum tokenizer_state state;
	struct str last_start; /* name of the last start tag, for the appropriate end tag */
	bool in_foreign;       /* <![CDATA[ opens a section */
	const char *raw_end;   /* where the element with raw text, or the section, ends */
};

/* text must be well-formed UTF-8, shorter than 4 GiB, and outlive every token. */
void tokenizer_init(struct tokenizer *t, struct str text, struct arena *arena);

/* Read the next token; after TOKEN_EOF every further call gives TOKEN_EOF. */
void tokenizer_next(struct tokenizer *t, struct token *token);

#endif

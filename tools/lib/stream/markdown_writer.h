/* markdown_writer.h - Markdown half written; for the rooms of markdown alone. */
#ifndef STREAM_MARKDOWN_WRITER_H
#define STREAM_MARKDOWN_WRITER_H

#include <stdbool.h>

#include "../base/buffer.h"
#include "../page/tour.h"

struct markdown {
	struct buffer *out;
	size_t start;                  /* where the Markdown begins in out */
	size_t line;                   /* where the open line's content begins in out */
	unsigned lines;                /* newlines due before what comes next */
	bool fresh;                    /* a marker was written: no newline is due */
	bool inlined;                  /* words stand in the open block */
	bool space;                    /* due before the next word */
	bool tight;                    /* none may stand before the next word */
	bool heading, cell;            /* what the open block is */
	const struct html_node *link;  /* the open link around blocks, or NULL */
	unsigned links;                /* open ones of any kind */
	const struct html_node *code;  /* the open code element, or NULL */
	const struct html_node *table; /* the open table of the grid kind, or NULL */
	unsigned columns, rows, cells; /* of it: its width, rows begun, cells in this row */
	struct buffer prefix;          /* of each line: quotes and indents around */
	size_t depth;                  /* bytes it would have without a limit */
	struct buffer words;           /* of the open code */
};

static inline void
want_lines(struct markdown *w, unsigned lines)
{
	if (w->lines < lines)
		w->lines = lines;
}

/* Write the newlines that are due, and what each line begins with. */
void markdown_line(struct markdown *w);

/* Be ready for words: in a block, after the space that is due. */
void markdown_inline(struct markdown *w);

/* The open block, if there is one, ends here; at least so many newlines are due then. */
void markdown_end_block(struct markdown *w, unsigned lines);

/* Words, escaped. next: the byte that stands behind them in the same text, or NUL. */
void markdown_words(struct markdown *w, struct str text, char next);

/* Text in code: gathered until markdown_code_end() writes it as a span. */
void markdown_code(struct markdown *w, struct str text);
void markdown_code_end(struct markdown *w);

/* The end of a link. */
void markdown_target(struct markdown *w, struct str address, struct str title);

/* The delimiters of emphasis, or HTML tags where those would not be taken for any. */
void markdown_emphasis_start(struct markdown *w, struct html_node *e);
void markdown_emphasis_end(struct markdown *w, const struct html_node *e);

void markdown_break(struct markdown *w);
/* True for an HTML element that is no phrase. */
bool markdown_is_block(const struct html_node *n);

/* The longest run of a character in text. */
size_t longest_run(struct str text, char c);

#endif

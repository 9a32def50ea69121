/* output.h - standard output. Whether it all went out is asked once, at the end of the program.
 */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include "buffer.h"

void output_text(struct str s);

/* Print the bytes and forget them, but keep the memory; or give that back too. */
void output(struct buffer *b);
void output_last(struct buffer *b);

/* Print what a function writes; NULL: nothing. */
void output_of(void (*write)(struct buffer *out));

#endif

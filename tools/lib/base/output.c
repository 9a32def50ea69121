/* output.c - standard output, from buffers. */
#include "output.h"

#include <stdio.h>

void
output(struct buffer *b)
{
	fwrite(buffer_str(b).p, 1, b->n, stdout);
	b->n = 0;
}

void
output_last(struct buffer *b)
{
	output(b);
	buffer_free(b);
}

void
output_of(void (*write)(struct buffer *out))
{
	struct buffer out = { 0 };

	if (write)
		write(&out);
	output_last(&out);
}

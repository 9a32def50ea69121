/* output.c - standard output. */
#include "output.h"

#include <stdio.h>

#include "diagnostics.h"

void
output_text(struct str s)
{
	if (s.n && fwrite(s.p, 1, s.n, stdout) < s.n)
		program_lost_output();
}

void
output(struct buffer *b)
{
	output_text(buffer_str(b));
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

/* buffer.c - bytes that grow at the end. */
#include "buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "memory.h"

char *
buffer_room(struct buffer *b, size_t n)
{
	if (n > SIZE_MAX - b->n)
		memory_exhausted();
	if (b->cap - b->n < n)
		b->data = x_grow(b->data, &b->cap, b->n + n, 1);
	return b->data + b->n;
}

void
buffer_printf(struct buffer *b, const char *format, ...)
{
	va_list ap;
	int n;

	va_start(ap, format);
	n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (n < 0)
		return;
	buffer_room(b, (size_t)n + 1);
	va_start(ap, format);
	vsnprintf(b->data + b->n, (size_t)n + 1, format, ap);
	va_end(ap);
	b->n += (size_t)n;
}

void
buffer_free(struct buffer *b)
{
	free(b->data);
	*b = (struct buffer){ 0 };
}

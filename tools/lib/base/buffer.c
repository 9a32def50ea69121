/* buffer.c - bytes that grow at the end. */
#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "decimal.h"
#include "memory.h"

enum { LEAST = 128 }; /* bytes: most paths, labels and references */

void
buffer_grow(struct buffer *b, size_t n)
{
	size_t want = b->n + n;

	if (n > SIZE_MAX - b->n)
		memory_exhausted();
	b->data = x_grow(b->data, &b->cap, want > LEAST ? want : LEAST, 1);
}

void
buffer_printf(struct buffer *b, const char *format, ...)
{
	size_t room = 128;
	va_list ap;
	int n;

	for (;;) {
		char *end = buffer_room(b, room);

		va_start(ap, format);
		n = vsnprintf(end, room, format, ap);
		va_end(ap);
		if (n < 0)
			return;
		if ((size_t)n < room)
			break;
		room = (size_t)n + 1;
	}
	b->n += (size_t)n;
}

void
buffer_number(struct buffer *b, uint64_t number)
{
	char digits[DECIMAL_ROOM];

	buffer_add(b, decimal_text(digits, number));
}

void
buffer_shown(struct buffer *b, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x20 && c != 0x7F)
			continue;
		buffer_add(b, str_part(s, from, i));
		buffer_printf(b, "\\x%02X", c);
		from = i + 1;
	}
	buffer_add(b, str_part(s, from, s.n));
}

void
buffer_free(struct buffer *b)
{
	free(b->data);
	*b = (struct buffer){ 0 };
}

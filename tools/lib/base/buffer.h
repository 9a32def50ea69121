/* buffer.h - bytes that grow at the end. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdint.h>
#include <string.h>

#include "str.h"

/* Zero-initialise before first use. data is not NUL-ended. */
struct buffer {
	char *data;
	size_t n, cap;
};

/* Make room for n more bytes, n being more than there is. */
void buffer_grow(struct buffer *b, size_t n);

/* Make room for n more bytes and return where they go; the caller adds what it used to b->n. */
static inline char *
buffer_room(struct buffer *b, size_t n)
{
	if (b->cap - b->n < n)
		buffer_grow(b, n);
	return b->data + b->n;
}

static inline void
buffer_add(struct buffer *b, struct str s)
{
	if (s.n) {
		memcpy(buffer_room(b, s.n), s.p, s.n);
		b->n += s.n;
	}
}

static inline void
buffer_char(struct buffer *b, char c)
{
	*buffer_room(b, 1) = c;
	b->n++;
}

/* Append as printf does; a NUL is written past the end but not counted. */
void buffer_printf(struct buffer *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Append a number in decimal. */
void buffer_number(struct buffer *b, uint64_t number);

/* Append text with its control characters as \xHH, so that it stays on its line. */
void buffer_shown(struct buffer *b, struct str s);

/* The bytes so far, borrowed until the next change. */
static inline struct str
buffer_str(const struct buffer *b)
{
	return (struct str){ b->data ? b->data : "", b->n };
}

/* Give the memory back; the buffer may be used again. */
void buffer_free(struct buffer *b);

#endif

/* pageline.c - any bytes may stand where a page line is expected; and what was read as a page
 * must come out the same however often it is written and read. */
#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "stream/pageline.h"

/* Write a page, read it back and write that: the two writings must be equal. */
static void
check_round_trip(struct arena *arena, const struct page *page)
{
	struct buffer once = { 0 }, twice = { 0 };
	struct page again;
	struct position at;
	struct str error;

	page_write(&once, page);
	if (page_read(arena, buffer_str(&once), &again, &error, &at) != 0)
		abort();
	page_write(&twice, &again);
	if (!str_eq(buffer_str(&once), buffer_str(&twice)))
		abort();
	if (memchr(once.data, '\n', once.n) != once.data + once.n - 1)
		abort();
	buffer_free(&once);
	buffer_free(&twice);
}

/* The same bytes with a comment before them are read by libxml2: as the same page, or as none.
 */
static void
check_readers(struct arena *arena, struct str bytes, const struct page *page)
{
	struct buffer commented = { 0 }, once = { 0 }, twice = { 0 };
	struct page again;
	struct position at;
	struct str error;

	buffer_add(&commented, STR("<!---->"));
	buffer_add(&commented, bytes);
	if (page_read(arena, buffer_str(&commented), &again, &error, &at) != 0)
		abort();
	page_write(&once, page);
	page_write(&twice, &again);
	if (!str_eq(buffer_str(&once), buffer_str(&twice)))
		abort();
	buffer_free(&commented);
	buffer_free(&once);
	buffer_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { size ? (const char *)data : "", size };
	struct arena arena = { 0 };
	struct page page;
	struct position at;
	struct str error;

	if (page_read(&arena, bytes, &page, &error, &at) == 0) {
		check_round_trip(&arena, &page);
		if (size < INT_MAX && str_starts(bytes, STR("<page")))
			check_readers(&arena, bytes, &page);
	}
	arena_free(&arena);
	return 0;
}

/* extract.c - whatever the page, its text is partitioned: the page made of it has as many
 * characters as the tree, and its line reads back as the same page. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "page/count.h"
#include "page/extract.h"
#include "stream/pageline.h"

static void
check_line(struct arena *arena, const struct page *page)
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
	if (page_characters(&again) != page_characters(page))
		abort();
	buffer_free(&once);
	buffer_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct rules *rules;
	struct str bytes = { size ? (const char *)data : "", size };
	struct arena arena = { 0 };
	struct html_document doc;
	struct page page = { 0 };

	if (!rules)
		rules = rules_new();
	html_parse(&arena, bytes, &(struct html_options){ 0 }, &doc);
	page_extract(&arena, &doc, rules, NULL, WANT_ALL, NULL, &page);
	page.path = STR("page.html");
	if (page_characters(&page) != source_characters(&doc))
		abort();
	check_line(&arena, &page);
	arena_free(&arena);
	return 0;
}

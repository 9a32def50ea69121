/* html.c - any bytes are a page: the parser must end, stay in bounds, and leave a sound tree.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "html/html.h"

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static bool
is_utf8(struct str s)
{
	return !s.n || utf8_valid_prefix(s) == s.n;
}

static void
check_node(const struct html_node *n, const struct html_document *doc)
{
	must(n->offset <= doc->text.n);
	must(!n->first == !n->last);
	must(!n->first || (n->first->parent == n && !n->first->prev));
	must(!n->last || (n->last->parent == n && !n->last->next));
	must(!n->next || (n->next->prev == n && n->next->parent == n->parent));
	must(is_utf8(n->text));
	must(n->kind != HTML_TEXT || (n->text.n > 0 && !n->first));
	must(!n->next || n->kind != HTML_TEXT || n->next->kind != HTML_TEXT);
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		must(n->attrs[i].offset <= doc->text.n);
		must(n->attrs[i].key.n > 0 && is_utf8(n->attrs[i].key));
		must(is_utf8(n->attrs[i].value));
	}
}

static void
check_tree(const struct html_node *root, const struct html_document *doc)
{
	const struct html_node *n;

	for (n = root; n; n = html_next(n, root))
		check_node(n, doc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { size ? (const char *)data : "", size };
	struct arena arena = { 0 };
	struct html_document doc;

	for (int xhtml = 0; xhtml < 2; xhtml++, arena_reset(&arena)) {
		html_parse(&arena, bytes, &(struct html_options){ .xhtml = xhtml }, &doc);
		must(is_utf8(doc.text));
		check_tree(doc.root, &doc);
	}
	arena_free(&arena);
	return 0;
}

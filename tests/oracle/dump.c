/* dump.c - what the parser makes of one page, as JSON, for comparison with a browser's DOM.
 *
 * usage: dump URL [CHARSET] < page
 *
 * text is every text node but those that do not count (script, style, head and their like),
 * outline a line "DEPTH NAME" for every element, links the addresses of all a elements that
 * have an href, resolved against the page's URL and base. guessed says that the page declares
 * no encoding. chromium.py has the same rules in JavaScript. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diagnostics.h"
#include "base/url.h"
#include "html/html.h"

static bool
is_counted(const struct html_node *n)
{
	return !str_eq(n->text, STR("script")) && !str_eq(n->text, STR("style")) &&
	       !html_is(n, TAG_HEAD) && !html_is(n, TAG_TEMPLATE) && !html_is(n, TAG_IFRAME) &&
	       !html_is(n, TAG_NOFRAMES) && !html_is(n, TAG_NOEMBED);
}

static struct html_node *
root_element(const struct html_document *doc)
{
	struct html_node *n = doc->root->first;

	while (n && n->kind != HTML_ELEMENT)
		n = n->next;
	return n;
}

static void
dump_text(struct html_node *root, struct buffer *out)
{
	struct html_node *n = root;

	while (n) {
		if (n->kind == HTML_TEXT)
			buffer_add(out, n->text);
		if (n->kind == HTML_ELEMENT && !is_counted(n))
			n = html_next_sibling_or_up(n, root);
		else
			n = html_next(n, root);
	}
}

/* html_next() that keeps count of the depth below root. */
static struct html_node *
step(struct html_node *n, const struct html_node *root, int *depth)
{
	if (n->first) {
		++*depth;
		return n->first;
	}
	for (; n != root; n = n->parent, --*depth) {
		if (n->next)
			return n->next;
	}
	return NULL;
}

static void
dump_outline(struct html_node *root, struct buffer *out)
{
	struct html_node *n;
	int depth = 0;

	for (n = root; n; n = step(n, root, &depth)) {
		if (n->kind == HTML_ELEMENT)
			buffer_printf(out, "%d %.*s\n", depth, (int)n->text.n, n->text.p);
	}
}

static json_t *
string_of(struct buffer *b)
{
	json_t *s = json_stringn(buffer_str(b).p, b->n);

	buffer_free(b);
	return s;
}

/* The base of the page's links (HTML section 2.4.1): its address, resolved with the first base
 * element that has an href where that succeeds and is neither data: nor javascript:. */
static struct url
base_of(struct arena *a, struct html_node *root, const char *address)
{
	struct url page, base;
	struct html_node *n;

	if (url_parse(a, str_of(address), NULL, &page) != 0)
		die("no URL: '%s'", address);
	for (n = root; n; n = html_next(n, root)) {
		if (!html_is(n, TAG_BASE) || !html_attr(n, ATTR_HREF))
			continue;
		if (url_parse(a, html_value(n, ATTR_HREF), &page, &base) != 0 ||
		    str_eq(base.scheme, STR("data")) || str_eq(base.scheme, STR("javascript")))
			return page;
		return base;
	}
	return page;
}

/* As an a element's href property tells them: resolved, or as written where that fails. */
static json_t *
links_of(struct arena *a, struct html_node *root, const struct url *base)
{
	json_t *links = json_array();
	struct html_node *n;

	for (n = root; n; n = html_next(n, root)) {
		struct str href;
		struct url u;

		if (!html_is(n, TAG_A) || !html_attr(n, ATTR_HREF))
			continue;
		href = html_value(n, ATTR_HREF);
		if (url_parse(a, href, base, &u) == 0)
			href = url_href(a, &u);
		json_array_append_new(links, json_stringn(href.p, href.n));
	}
	return links;
}

static json_t *
dump_of(struct arena *a, const struct html_document *doc, const char *address)
{
	struct html_node *root = root_element(doc);
	struct buffer text = { 0 }, outline = { 0 };
	struct url base = base_of(a, root, address);

	dump_text(root, &text);
	dump_outline(root, &outline);
	return json_pack("{s:s, s:b, s:o, s:o, s:o}", "charset", doc->encoding.name, "guessed",
	    doc->encoding.from > ENCODING_META, "text", string_of(&text), "outline",
	    string_of(&outline), "links", links_of(a, root, &base));
}

int
main(int argc, char **argv)
{
	struct html_options options = { .charset = argc == 3 ? argv[2] : NULL };
	struct buffer page = { 0 };
	struct arena arena = { 0 };
	struct html_document doc;
	json_t *dump;
	size_t n;

	program_start(argv[0]);
	if (argc != 2 && argc != 3)
		die("usage: dump URL [CHARSET] < page");
	while ((n = fread(buffer_room(&page, 65536), 1, 65536, stdin)) > 0)
		page.n += n;
	if (ferror(stdin))
		die("cannot read the page");
	html_parse(&arena, buffer_str(&page), &options, &doc);
	dump = dump_of(&arena, &doc, argv[1]);
	if (!dump || json_dumpf(dump, stdout, 0) != 0)
		die("cannot write the dump");
	json_decref(dump);
	arena_free(&arena);
	buffer_free(&page);
	return program_end();
}

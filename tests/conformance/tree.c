/* tree.c - run tree construction tests written in html5lib's format.
 *
 * usage: tree FILE...      (tests)
 *        tree -p FILE...   (print the tree of each page instead)
 *
 * Tests of fragments and of scripting are skipped, parse errors are not compared. Prints what
 * failed, then the counts; exits 1 when a test failed or none passed, 2 when a file cannot be
 * read. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "html/html.h"

static struct {
	unsigned passed, failed, script_on, fragment;
} counts;

static const char *const namespaces[] = { "", "svg ", "math ", "other " };
static const char *const prefixes[] = { "", "xlink ", "xml ", "xmlns " };

static int
read_file(const char *name, struct buffer *b)
{
	FILE *f = fopen(name, "rb");
	size_t n;

	b->n = 0;
	if (!f) {
		perror(name);
		return -1;
	}
	while ((n = fread(buffer_room(b, 65536), 1, 65536, f)) > 0)
		b->n += n;
	if (ferror(f)) {
		perror(name);
		fclose(f);
		return -1;
	}
	fclose(f);
	return 0;
}

static void
indent(struct buffer *out, size_t depth)
{
	buffer_add(out, STR("| "));
	for (; depth; depth--)
		buffer_add(out, STR("  "));
}

/* By what is printed of their names. */
static int
compare_attrs(const void *a, const void *b)
{
	const struct html_attr *x = a, *y = b;
	struct buffer names[2] = { { 0 }, { 0 } };
	int order;

	buffer_add(&names[0], str_of(prefixes[x->prefix]));
	buffer_add(&names[0], x->key);
	buffer_add(&names[1], str_of(prefixes[y->prefix]));
	buffer_add(&names[1], y->key);
	order = str_cmp(buffer_str(&names[0]), buffer_str(&names[1]));
	buffer_free(&names[0]);
	buffer_free(&names[1]);
	return order;
}

static void
dump_attrs(struct buffer *out, const struct html_node *n, size_t depth)
{
	struct html_attr *sorted = x_calloc(n->n_attrs + 1, sizeof(*sorted));

	if (n->n_attrs)
		memcpy(sorted, n->attrs, n->n_attrs * sizeof(*sorted));
	qsort(sorted, n->n_attrs, sizeof(*sorted), compare_attrs);
	for (size_t i = 0; i < n->n_attrs; i++) {
		indent(out, depth + 1);
		buffer_add(out, str_of(prefixes[sorted[i].prefix]));
		buffer_add(out, sorted[i].key);
		buffer_add(out, STR("=\""));
		buffer_add(out, sorted[i].value);
		buffer_add(out, STR("\"\n"));
	}
	free(sorted);
}

static void
dump_doctype(struct buffer *out, const struct html_node *n)
{
	buffer_add(out, STR("<!DOCTYPE "));
	buffer_add(out, n->text);
	if (n->public_id.n || n->system_id.n) {
		buffer_add(out, STR(" \""));
		buffer_add(out, n->public_id);
		buffer_add(out, STR("\" \""));
		buffer_add(out, n->system_id);
		buffer_char(out, '"');
	}
	buffer_char(out, '>');
}

static void
dump_node(struct buffer *out, const struct html_node *n, size_t depth)
{
	indent(out, depth);
	switch ((enum html_kind)n->kind) {
	case HTML_DOCUMENT: break;
	case HTML_DOCTYPE: dump_doctype(out, n); break;
	case HTML_ELEMENT:
		buffer_char(out, '<');
		buffer_add(out, str_of(namespaces[n->ns]));
		buffer_add(out, n->text);
		buffer_char(out, '>');
		break;
	case HTML_TEXT:
		buffer_char(out, '"');
		buffer_add(out, n->text);
		buffer_char(out, '"');
		break;
	case HTML_COMMENT:
		buffer_add(out, STR("<!-- "));
		buffer_add(out, n->text);
		buffer_add(out, STR(" -->"));
		break;
	}
	buffer_char(out, '\n');
	if (n->kind == HTML_ELEMENT)
		dump_attrs(out, n, depth);
}

/* Print a tree; what templates contain is reached by way of a stack of open ones. */
static void
dump_tree(struct buffer *out, const struct html_node *root)
{
	const struct html_node **templates = NULL, *n = root;
	size_t n_templates = 0, cap = 0, depth = 0;

	for (;;) {
		if (n->kind != HTML_DOCUMENT)
			dump_node(out, n, depth - 1);
		if (html_is(n, TAG_TEMPLATE)) {
			templates =
			    x_grow(templates, &cap, n_templates + 1, sizeof(*templates));
			templates[n_templates++] = n;
			indent(out, depth++);
			buffer_add(out, STR("content\n"));
			n = n->content;
		}
		if (n->first) {
			n = n->first;
			depth++;
			continue;
		}
		while (n != root && !n->next) {
			n = n->parent ? n->parent : templates[--n_templates];
			depth--;
		}
		if (n == root)
			break;
		n = n->next;
	}
	free(templates);
}

static void
dump_page(struct buffer *out, struct str page)
{
	struct html_options options = { .charset = "utf-8" };
	struct html_document doc;
	struct arena a = { 0 };

	out->n = 0;
	html_parse(&a, page, &options, &doc);
	dump_tree(out, doc.root);
	arena_free(&a);
}

static bool
has(struct str s, struct str line)
{
	return str_find(s, line, 0) < s.n;
}

/* Run the test that is all of s: from after its "#data" line on. */
static void
run(const char *file, unsigned number, struct str s)
{
	size_t data_end =
	    str_starts(s, STR("#errors\n")) ? 0 : str_find(s, STR("\n#errors\n"), 0);
	size_t mark = str_find(s, STR("\n#document\n"), data_end);
	struct str settings = str_part(s, data_end, mark + 1);
	struct str expected = str_part(s, mark + strlen("\n#document\n"), s.n);
	struct buffer got = { 0 };

	if (has(settings, STR("\n#document-fragment\n"))) {
		counts.fragment++;
		return;
	}
	if (has(settings, STR("\n#script-on\n"))) {
		counts.script_on++;
		return;
	}
	while (expected.n && expected.p[expected.n - 1] == '\n')
		expected.n--;
	dump_page(&got, str_part(s, 0, data_end));
	while (got.n && got.data[got.n - 1] == '\n')
		got.n--;
	if (str_eq(buffer_str(&got), expected)) {
		counts.passed++;
	} else {
		counts.failed++;
		printf("%s: test %u failed\n%.*s\nexpected:\n%.*s\ngot:\n%.*s\n\n", file,
		    number, (int)data_end, s.p, (int)expected.n, expected.p, (int)got.n,
		    got.n ? got.data : "");
	}
	buffer_free(&got);
}

/* Run the tests of a file: each begins with a line "#data" at its start or after an empty line.
 */
static void
run_all(const char *file, struct str s)
{
	const struct str first = STR("#data\n"), later = STR("\n\n#data\n");
	unsigned number = 0;
	size_t at = str_starts(s, first) ? first.n : s.n;

	while (at < s.n) {
		size_t end = str_find(s, later, at);

		run(file, ++number, str_part(s, at, end));
		at = end + later.n;
	}
}

int
main(int argc, char **argv)
{
	bool print = argc > 1 && strcmp(argv[1], "-p") == 0;
	struct buffer file = { 0 }, out = { 0 };

	for (int i = 1 + print; i < argc; i++) {
		if (read_file(argv[i], &file) < 0)
			return 2;
		if (print) {
			dump_page(&out, buffer_str(&file));
			fwrite(out.data, 1, out.n, stdout);
		} else {
			run_all(argv[i], buffer_str(&file));
		}
	}
	buffer_free(&file);
	buffer_free(&out);
	if (print)
		return 0;
	printf("tree: %u passed, %u failed, %u skipped (%u script-on, %u fragment)\n",
	    counts.passed, counts.failed, counts.script_on + counts.fragment, counts.script_on,
	    counts.fragment);
	return counts.failed || !counts.passed;
}

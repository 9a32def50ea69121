/* tree.c - what the tree's own format does not show: slices, offsets, modes, encodings; and
 * pages made to cost more than their size. An alarm ends the program when one takes far longer
 * than linear work would. */
#include <stdio.h>
#include <unistd.h>

#include "base/buffer.h"
#include "html/html.h"

enum { SECONDS = 120, TIMES = 150000 };

static unsigned checks, failures;

static void
check(bool holds, const char *what, const char *page)
{
	checks++;
	if (!holds) {
		printf("tree: %s: %.70s\n", what, page);
		failures++;
	}
}

static struct html_document
parse(struct arena *a, struct str page)
{
	const struct html_options options = { .no_utf8_guess = true };
	struct html_document doc;

	arena_reset(a);
	html_parse(a, page, &options, &doc);
	return doc;
}

/* The first node of a kind (and, of elements, a tag), or the document. */
static const struct html_node *
first(const struct html_document *doc, enum html_kind kind, enum tag tag)
{
	const struct html_node *n = doc->root;

	while (n && (n->kind != kind || n->tag != tag))
		n = html_next(n, doc->root);
	return n ? n : doc->root;
}

/* Text is a slice of the page where the page has it in one piece, however many tokens that is.
 */
static void
check_slices(struct arena *a)
{
	static const struct {
		const char *page, *text;
		bool slice;
	} cases[] = {
		{ "<p>one", "one", true },
		{ "<p>one</q>two", "onetwo", false },
		{ "<p>a < b <3", "a < b <3", true },
		{ "<p>a &lt; b", "a < b", false },
		{ "<p>a\rb", "a\nb", false },
		{ "<table>a<tr>b<tr>c<tr>d", "abcd", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct html_document doc = parse(a, str_of(cases[i].page));
		struct str text = first(&doc, HTML_TEXT, TAG_UNKNOWN)->text;
		const char *end = doc.text.p + doc.text.n;

		check(str_eq(text, str_of(cases[i].text)), "wrong text", cases[i].page);
		check((text.p >= doc.text.p && text.p < end) == cases[i].slice,
		    "text is a slice or is not", cases[i].page);
	}
}

/* Offsets are those of the tokens, of implied elements those of what implied them. */
static void
check_offsets(struct arena *a)
{
	static const struct {
		const char *page;
		enum html_kind kind;
		enum tag tag;
		uint32_t offset;
	} cases[] = {
		{ "<!-- a --><p>", HTML_ELEMENT, TAG_P, 10 },
		{ "<!-- a --><p>", HTML_ELEMENT, TAG_BODY, 10 },
		{ "<!-- a --><p>", HTML_COMMENT, TAG_UNKNOWN, 0 },
		{ " <!DOCTYPE html>", HTML_DOCTYPE, TAG_UNKNOWN, 1 },
		{ "  \n x", HTML_TEXT, TAG_UNKNOWN, 4 },
		{ "<pre>\n\nx", HTML_TEXT, TAG_UNKNOWN, 6 },
		{ "<table><td>x", HTML_ELEMENT, TAG_TR, 7 },
		{ "<body>a</p>", HTML_ELEMENT, TAG_P, 7 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct html_document doc = parse(a, str_of(cases[i].page));
		const struct html_node *n = first(&doc, cases[i].kind, cases[i].tag);

		check(n->kind == cases[i].kind && n->offset == cases[i].offset, "offset",
		    cases[i].page);
	}
}

static void
check_modes(struct arena *a)
{
	static const struct {
		const char *page;
		bool quirks, limited;
	} cases[] = {
		{ "", true, false },
		{ "<p>", true, false },
		{ "<!DOCTYPE html>", false, false },
		{ "<!DOCTYPE htm>", true, false },
		{ "<!DOCTYPE html", true, false },
		{ "<!DOCTYPE html SYSTEM 'about:legacy-compat'>", false, false },
		{ "<!DOCTYPE html PUBLIC '-//w3c//dtd HTML 4.01 Transitional//EN'>", true,
		    false },
		{ "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' ''>", false,
		    true },
		{ "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Frameset//DE'>", false, true },
		{ "<!DOCTYPE html PUBLIC 'html'>", true, false },
		{ "<!DOCTYPE html PUBLIC 'html '>", false, false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct html_document doc = parse(a, str_of(cases[i].page));

		check(doc.quirks == cases[i].quirks, "quirks mode", cases[i].page);
		check(doc.limited_quirks == cases[i].limited, "limited-quirks mode",
		    cases[i].page);
	}
}

/* A meta element past what is looked through beforehand has the page parsed again. */
static void
check_late_meta(struct arena *a)
{
	struct buffer b = { 0 };
	struct html_document doc;

	buffer_printf(&b, "<!-- %2000s --><meta charset=koi8-r><title>\xC1</title>", "");
	doc = parse(a, buffer_str(&b));
	check(doc.encoding.from == ENCODING_META, "encoding not from the late meta", "");
	check(str_eq_nocase(str_of(doc.encoding.name), STR("koi8-r")), "late encoding", "");
	check(str_eq(first(&doc, HTML_TEXT, TAG_UNKNOWN)->text, STR("\xD0\xB0")),
	    "text not decoded again", "");
	buffer_free(&b);
}

/* True when the links of all nodes agree; *n is set to their number. */
static bool
is_sound(const struct html_document *doc, size_t *n)
{
	*n = 0;
	for (const struct html_node *p = doc->root; p; p = html_next(p, doc->root)) {
		(*n)++;
		if (p->mark || (p->first ? p->first->prev || p->first->parent != p : !!p->last))
			return false;
		if (p->next && (p->next->prev != p || p->next->parent != p->parent))
			return false;
		if (p->parent && !p->next && p->parent->last != p)
			return false;
	}
	return true;
}

/* Append a pattern TIMES over, with the count for each '#'. */
static void
add_times(struct buffer *b, const char *pattern)
{
	for (int k = 0; k < TIMES; k++)
		for (const char *p = pattern; *p; p++) {
			if (*p == '#')
				buffer_printf(b, "%d", k);
			else
				buffer_char(b, *p);
		}
}

/* Two patterns, each TIMES over. What the standard copies is bounded:
 * 65,536 nodes and one for four bytes of the page. */
static void
check_hostile(struct arena *a)
{
	static const struct {
		const char *one, *two;
		size_t nodes; /* expected, but for html, head and body; 0: only bounded */
	} cases[] = {
		{ "<div>", "", TIMES },
		{ "<div>", "</div></x>", TIMES },
		{ "<b>", "</b></i>", TIMES },
		{ "<p>", "</p>", 2 * TIMES - 1 },
		{ "<a>", "<p>", 0 },
		{ "<font id=#>", "<p>x", 0 },
		{ "<b id=#><font id=#>", "</b>", 2 * TIMES },
		{ "<b id=#>", "<p></b>x", 0 },
		{ "<b><p>", "</b>x", 0 },
		{ "<a><div>", "</a>", 0 },
		{ "<table>", "x<tr>", 0 },
		{ "<table><td>", "</table>", 0 },
		{ "<table><b>x<i>y<tr>", "</table>", 0 },
		{ "<span>", "<table></table>", 2 * TIMES },
		{ "<div>", "<template></template>", 2 * TIMES },
		{ "<template>", "</template>", 1 },
		{ "<x-#>", "</x-#>", TIMES },
		{ "<svg><g>", "</x-#>", 2 * TIMES },
		{ "<math><mi>", "</p>", 0 },
		{ "<select><table><td>", "<option>", 0 },
		{ "<body a#>", "<html b#>", 0 },
		{ "a&amp;", "b</x>", 1 },
		{ "<nobr>", "<select><nobr>", 0 },
		{ "<form><table><td></form>", "<div><form></div></form>", 0 },
		{ "<select><button><selectedcontent><option><table><td>", "x", 0 },
		{ "<li><span>", "</li><li>", 0 },
	};
	struct buffer b = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct html_document doc;
		size_t n, bound;

		b.n = 0;
		add_times(&b, cases[i].one);
		add_times(&b, cases[i].two);
		alarm(SECONDS);
		doc = parse(a, buffer_str(&b));
		bound = b.n + 65536 + b.n / 4;
		check(is_sound(&doc, &n), "links do not agree", cases[i].one);
		check(n <= bound, "too many nodes", cases[i].one);
		check(!cases[i].nodes || n == cases[i].nodes + 4, "number of nodes",
		    cases[i].one);
	}
	buffer_free(&b);
}

int
main(void)
{
	struct arena a = { 0 };

	check_slices(&a);
	check_offsets(&a);
	check_modes(&a);
	check_late_meta(&a);
	check_hostile(&a);
	arena_free(&a);
	printf("tree: %u checks, %u failed\n", checks, failures);
	return failures > 0;
}

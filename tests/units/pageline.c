/* pageline.c - pages to lines of XML and back, byte for byte. */
#include "stream/pageline.h"

#include "change.h"
#include "page/count.h"
#include "tap.h"

#define OPEN         "<page xmlns=\"urn:siteglean:page:1\""
#define SIZES        " bytes=\"0\" words=\"0\" characters=\"0\""
#define PAGE(inside) OPEN " path=\"p\"" SIZES ">" inside "</page>\n"
#define MAIN(inside)                                                                           \
	PAGE("<main><body xmlns=\"http://www.w3.org/1999/xhtml\">" inside "</body></main>")

/* Lines that are written as they are read. */
static const struct {
	const char *name, *line;
} same[] = {
	{ "nothing in it", PAGE("") },
	{ "no path", OPEN SIZES "></page>\n" },
	{ "all of a page", OPEN
	    " path=\"a/&amp;%FF.html\" url=\"https://h/?a=1&amp;b=&quot;\" url-from=\"saver\""
	    " title=\"a &lt;b&gt; 'c'&#9;d&#10;e&#13;f\" lang=\"fr\" lang-declared=\"\""
	    " charset=\"windows-1252\" bytes=\"18446744073709551615\" words=\"4294967295\""
	    " characters=\"7\" status=\"404\"></page>\n" },
	{ "all of a head",
	    PAGE("<fact name=\"author\" value=\"A\" from=\"json-ld\"/>"
		 "<fact name=\"author\" value=\"B\" from=\"json-ld\"/>"
		 "<meta name=\"n\" content=\"\" at=\"1:1\"/><meta name=\"\" content=\"c\"/>"
		 "<alternate lang=\"de_DE\" href=\"x\" target=\"y\" state=\"page\""
		 " at=\"4294967295:4294967295\"/>"
		 "<anchor name=\"top\" at=\"3:4\"/>"
		 "<ref element=\"a\" attribute=\"href\" rel=\"next\" href=\"%zz\" target=\"t\""
		 " state=\"file\" at=\"5:6\"/><ref element=\"img\" attribute=\"srcset\""
		 " href=\"\" state=\"absent\"/><ref state=\"outside\"/>") },
	{ "navigation",
	    PAGE(
		"<nav id=\"n1\" kind=\"menu\"/>"
		"<nav id=\"n2\" kind=\"skip\" label=\"\" label-from=\"aria-label\" at=\"1:2\">"
		"<text>or&#10;</text>"
		"<item label=\"a\" label-from=\"alt\" href=\"b\" target=\"c\" state=\"page\""
		" current=\"true\" at=\"3:4\"><text></text><item label=\"\"><item label=\"d\"/>"
		"</item><item label=\"e\"><text>&amp;</text></item></item><item/></nav>"
		"<nav id=\"n3\" kind=\"breadcrumb\"><item label=\"f\" label-from=\"json-ld\"/>"
		"</nav>") },
	{ "parts and main in any order",
	    PAGE("<part id=\"p1\" role=\"banner\" at=\"1:2\"> a&#10;&lt;b&gt;&#9;\" </part>"
		 "<main><body xmlns=\"http://www.w3.org/1999/xhtml\"></body></main>"
		 "<nav id=\"n1\" kind=\"tags\"/><part id=\"p2\" role=\"region\"></part>") },
	{ "void elements and empty ones",
	    MAIN("x<br/>y<hr/><p></p><a id=\"i\"></a><img src=\"a\" alt=\"\"/>z") },
	{ "other namespaces in main",
	    MAIN("<p data-at=\"1:2\">a<cut xmlns=\"urn:siteglean:page:1\" ref=\"n1\"/>b"
		 "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi><mspace/><mtext>"
		 "<em xmlns=\"http://www.w3.org/1999/xhtml\">t<br/></em></mtext></math>"
		 "<svg xmlns=\"http://www.w3.org/2000/svg\"><linearGradient/></svg></p>") },
	{ "white space in main", MAIN(" <pre>a&#10;&#10; b</pre> &#9;\xC2\xA0\xE2\x80\xA8") },
	{ "characters beyond ASCII", MAIN("\x7F\xC2\x85\xEF\xBF\xBD\xF0\x9F\x98\x80") },
};

static void
round_trip(const char *name, struct str line)
{
	struct arena arena = { 0 };
	struct buffer out = { 0 };
	struct page page;
	struct position at;
	struct str error;
	int status = page_read(&arena, line, &page, &error, &at);

	if (status == 0)
		page_write(&out, &page);
	ok(status == 0 && str_eq(buffer_str(&out), line), "the same again: %s", name);
	if (status)
		printf("# %u:%u: %.*s\n", at.line, at.column, (int)error.n, error.p);
	else if (!str_eq(buffer_str(&out), line))
		printf("# %.*s", (int)(out.n < 500 ? out.n : 500), out.data);
	buffer_free(&out);
	arena_free(&arena);
}

/* What other writers may do, and how we write it. */
static const struct {
	const char *name, *line, *canonical;
} other[] = {
	{ "indented",
	    "<?xml version='1.0'?>\n<page xmlns='urn:siteglean:page:1' path='p'>\n"
	    " <nav id='n1' kind='menu'>\n  <item label='a'/>\n </nav>\n</page>\n",
	    PAGE("<nav id=\"n1\" kind=\"menu\"><item label=\"a\"/></nav>") },
	{ "prefixes",
	    "<p:page xmlns:p='urn:siteglean:page:1' xmlns:h='http://www.w3.org/1999/xhtml'"
	    " path='p'><p:main><h:body>a<h:br></h:br></h:body></p:main></p:page>",
	    MAIN("a<br/>") },
	{ "sections of characters, comments, instructions",
	    MAIN("a<!-- x --><![CDATA[<&>]]><?y?>b"), MAIN("a&lt;&amp;&gt;b") },
	{ "references", MAIN("&#x41;&apos;&quot;"), MAIN("A'\"") },
	{ "the order of attributes",
	    "<page characters='0' path='p' words='0' xmlns='urn:siteglean:page:1'/>",
	    PAGE("") },
};

static void
normalise(const char *name, const char *line, const char *canonical)
{
	struct arena arena = { 0 };
	struct buffer out = { 0 };
	struct page page;
	struct position at;
	struct str error;

	if (page_read(&arena, str_of(line), &page, &error, &at) == 0)
		page_write(&out, &page);
	ok(str_eq(buffer_str(&out), str_of(canonical)), "written our way: %s", name);
	buffer_free(&out);
	arena_free(&arena);
}

/* What is no page, and a part of what is said about it. */
static const struct {
	const char *line, *error;
} wrong[] = {
	{ "", "empty" },
	{ "a", "not well-formed" },
	{ OPEN, "not well-formed" },
	{ "<page/>", "unknown element 'page'" },
	{ "<site xmlns='urn:siteglean:page:1'/>", "unknown element 'site'" },
	{ PAGE("") PAGE(""), "not well-formed" },
	{ PAGE("<nav>"), "'nav' without 'kind'" },
	{ PAGE("<nav kind='soup'/>"), "'kind' of 'nav' cannot be 'soup'" },
	{ PAGE("<nav kind='menu' class='x'/>"), "unknown attribute 'class' of 'nav'" },
	{ PAGE("<part/>"), "'part' without 'role'" },
	{ PAGE("<item/>"), "unknown element 'item'" },
	{ PAGE("<meta><meta/></meta>"), "unknown element 'meta'" },
	{ PAGE("words"), "text outside of main, part and text: 'words'" },
	{ PAGE("<nav kind='menu'>words</nav>"), "text outside" },
	{ PAGE("<nav kind='menu'><text/><text/></nav>"), "second 'text'" },
	{ PAGE("<main/><main/>"), "second 'main'" },
	{ PAGE("<main>text</main>"), "text outside" },
	{ PAGE("<main><p/></main>"), "unknown element 'p'" },
	{ PAGE("<anchor at='0:1'/>"), "'at' of 'anchor' cannot be '0:1'" },
	{ PAGE("<anchor at='1'/>"), "cannot be '1'" },
	{ PAGE("<anchor at='1:'/>"), "cannot be '1:'" },
	{ PAGE("<anchor at='1:2:3'/>"), "cannot be '1:2:3'" },
	{ PAGE("<anchor at='4294967296:1'/>"), "cannot be '4294967296:1'" },
	{ OPEN " bytes='18446744073709551616'/>", "cannot be" },
	{ OPEN " bytes='-1'/>", "cannot be '-1'" },
	{ OPEN " words=''/>", "'words' of 'page' cannot be ''" },
	{ OPEN " status='2147483648'/>", "cannot be" },
	{ PAGE("<ref state='lost'/>"), "cannot be 'lost'" },
	{ PAGE("<nav kind='menu'><item current='yes'/></nav>"), "cannot be 'yes'" },
	{ OPEN " xml:lang='en'/>", "unknown attribute 'lang'" },
	{ MAIN("<p xml:lang='en'/>"), "attribute 'lang' with a prefix" },
	{ MAIN("<x xmlns='urn:x'/>"), "unknown element 'x' (namespace 'urn:x')" },
	{ MAIN("<nav xmlns='urn:siteglean:page:1'/>"), "unknown element 'nav'" },
	{ MAIN("&copy;"), "not well-formed" },
	{ MAIN("\xFF"), "not well-formed" },
	{ MAIN("\x01"), "not well-formed" },
	{ "<!DOCTYPE page [<!ENTITY a 'b'>]>" PAGE("<main/>"), "document type" },
};

static void
refuse(const char *line, const char *says)
{
	struct arena arena = { 0 };
	struct page page;
	struct position at;
	struct str error = { 0 };
	int status = page_read(&arena, str_of(line), &page, &error, &at);
	bool said = error.p && str_find(error, str_of(says), 0) < error.n;

	ok(status == -1 && said && at.line && !memchr(error.p, '\n', error.n), "refused: %s",
	    says);
	if (!said)
		printf("# said: %.*s\n", (int)error.n, error.p ? error.p : "");
	arena_free(&arena);
}

/* before, then n times open, inside, n times close, after. */
static struct str
nested(struct arena *a, const char *before, const char *open, int n, const char *close,
    const char *after)
{
	struct buffer b = { 0 };
	struct str s;

	buffer_add(&b, str_of(before));
	for (int i = 0; i < n; i++)
		buffer_add(&b, str_of(open));
	for (int i = 0; i < n; i++)
		buffer_add(&b, str_of(close));
	buffer_add(&b, str_of(after));
	s = arena_str(a, buffer_str(&b));
	buffer_free(&b);
	return s;
}

static void
test_depth(void)
{
	const char *menu = OPEN SIZES "><nav id=\"n1\" kind=\"menu\">",
		   *end = "</nav></page>\n";
	const char *body = OPEN SIZES "><main><body xmlns=\"http://www.w3.org/1999/xhtml\">";
	struct arena arena = { 0 };
	struct page page;
	struct position at;
	struct str error, line;

	round_trip("a body 100,000 deep",
	    nested(&arena, body, "<div>", 100000, "</div>", "</body></main></page>\n"));
	round_trip("100,000 siblings",
	    nested(&arena, body, "<b></b>", 100000, "", "</body></main></page>\n"));
	round_trip("12 MB of an attribute", nested(&arena, OPEN " title=\"", "twelve bytes",
						1000000, "", "\"" SIZES "></page>\n"));
	round_trip(
	    "items as deep as they go", nested(&arena, menu, "<item label=\"\"><text>x</text>",
					    ITEM_DEPTH, "</item>", end));
	line = nested(&arena, menu, "<item label=\"\">", ITEM_DEPTH + 1, "</item>", end);
	ok(page_read(&arena, line, &page, &error, &at) == -1 &&
		str_eq(error, STR("items nested more than 200 deep")),
	    "items deeper than that are refused");
	arena_free(&arena);
}

/* Characters that XML cannot hold, wherever a page may have them. */
static void
test_forbidden(void)
{
	struct str text = { "\x01"
			    "a\v\f\xEF\xBF\xBE\x7F"
			    "b\0c",
		11 };
	struct html_attr attr = { .name = ATTR_HREF, .key = STR("href"), .value = text };
	struct arena arena = { 0 };
	struct html_node *main = html_new(&arena, HTML_DOCUMENT);
	struct html_node *a = html_new(&arena, HTML_ELEMENT), *t = html_new(&arena, HTML_TEXT);
	struct region r = { .kind = REGION_MAIN, .main = main };
	struct page page = { .path = STR("\xE9\xC3\xA9%\xF0\x9F\x98"),
		.title = text,
		.url = STR("\x1F\xC3"),
		.regions = &r };
	struct buffer out = { 0 };

	a->tag = TAG_A;
	a->text = STR("a");
	a->attrs = &attr;
	a->n_attrs = 1;
	t->text = text;
	html_append(main, a);
	html_append(a, t);
	page_write(&out, &page);
	ok(str_eq(buffer_str(&out),
	       STR(OPEN " path=\"%E9\xC3\xA9%%F0%9F%98\" url=\"%1F%C3\""
			" title=\"\uFFFD"
			"a  \uFFFD\x7F"
			"b\uFFFD"
			"c\"" SIZES "><main><body xmlns=\"http://www.w3.org/1999/xhtml\">"
			"<a href=\"%01a%0B%0C%EF%BF%BE\x7F"
			"b%00c\">"
			"\uFFFD"
			"a  \uFFFD\x7F"
			"b\uFFFD"
			"c</a></body></main></page>\n")),
	    "what XML forbids is replaced");
	ok(page_characters(&page) == 7, "and white space stays white space");
	buffer_free(&out);
	arena_free(&arena);
}

/* What a line is read as: the page as it is written, or what is wrong with it. */
static void
read_as(struct str line, struct buffer *out)
{
	struct arena arena = { 0 };
	struct page page;
	struct position at;
	struct str error;

	if (page_read(&arena, line, &page, &error, &at) == 0)
		page_write(out, &page);
	else
		buffer_add(out, error);
	arena_free(&arena);
}

/* A comment before a line has libxml2 read it, with the same result. */
static void
test_readers(struct str line, const char *name)
{
	enum { ROUNDS = 2500 };
	unsigned differ = 0, n_read = 0;

	for (int i = 0; i < ROUNDS && differ < 3; i++) {
		struct buffer quick = { 0 }, slow = { 0 }, commented = { 0 };
		struct buffer line_changed = changed(line);

		buffer_add(&commented, STR("<!---->"));
		buffer_add(&commented, buffer_str(&line_changed));
		read_as(buffer_str(&line_changed), &quick);
		read_as(buffer_str(&commented), &slow);
		n_read += str_starts(buffer_str(&quick), STR("<page "));
		if (!str_eq(buffer_str(&quick), buffer_str(&slow)) && ++differ)
			printf("# %.*s\n# quick: %.*s\n# slow: %.*s\n", (int)line_changed.n,
			    line_changed.data, (int)quick.n, quick.data, (int)slow.n,
			    slow.data);
		buffer_free(&quick);
		buffer_free(&slow);
		buffer_free(&commented);
		buffer_free(&line_changed);
	}
	ok(!differ, "%s changed %d times: libxml2 reads the same", name, ROUNDS);
	ok(n_read > ROUNDS / 10, "of these %u are pages", n_read);
}

static void
test_document(void)
{
	struct buffer b = { 0 };

	buffer_add(&b, page_document_start);
	ok(str_eq(buffer_str(&b), STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				      "<site xmlns=\"urn:siteglean:page:1\">\n")) &&
		str_eq(page_document_end, STR("</site>\n")),
	    "what stands around lines in a document");
	buffer_free(&b);
}

int
main(void)
{
	struct buffer good = change_good();

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		round_trip(same[i].name, str_of(same[i].line));
	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		normalise(other[i].name, other[i].line, other[i].canonical);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		refuse(wrong[i].line, wrong[i].error);
	test_depth();
	test_forbidden();
	test_document();
	test_readers(STR(change_other), "a line");
	test_readers(buffer_str(&good), "good.xml");
	buffer_free(&good);
	return tap_end();
}

/* table.c - pages as CSV, and what a reader of CSV makes of it. */
#include "stream/table.h"

#include <csv.h>

#include "stream/pageline.h"
#include "tap.h"

#define EIGHT "at,at,at,at,at,at,at,at"

static const char site[] =
    "<page xmlns='urn:siteglean:page:1' path='a.html' title='A, &quot;b&quot;' lang=''"
    " bytes='12' words='0' characters='3' status='200'>"
    "<meta name='description' content='=1+1'/><meta name='m' content='' at='3:4'/>"
    "<alternate lang='fr' href='f' target='f.html' state='page' at='4:5'/>"
    "<ref element='img' attribute='src' href='i.png' state='absent' at='9:1'/>"
    "<ref element='a' attribute='href' rel='next' href='b' target='b.html' state='page'/>"
    "<nav id='n1' kind='menu'/>"
    "<part id='p1' role='banner' at='1:1'>one&#10;two</part>"
    "<nav id='n2' kind='menu'><item label='A' href='/a' at='5:6'><item label='AA'>"
    "<item label='AAA' href=''/></item><item label='AB'/></item><item label='B'/><item/></nav>"
    "<nav id='n3' kind='breadcrumb'><item label='C' href='c' target='c.html' state='page'/>"
    "</nav></page>";

/* A table of the page above, or of another. */
static struct buffer
csv(const char *xml, const struct table_form *form)
{
	struct buffer out = { 0 };
	struct arena arena = { 0 };
	struct page page;
	struct str error;
	struct position at;

	table_header(form, &out);
	if (page_read(&arena, str_of(xml), &page, &error, &at) == 0)
		table_rows(form, &page, &out);
	arena_free(&arena);
	return out;
}

static void
is(struct buffer out, const char *expected, const char *name)
{
	bool good = str_eq(buffer_str(&out), str_of(expected));

	ok(good, "%s", name);
	if (!good)
		printf("# %.*s\n", (int)out.n, out.data);
	buffer_free(&out);
}

static const struct {
	const char *table, *expected;
} cases[] = {
	{ "pages",
	    "\"path\",\"url\",\"url-from\",\"title\",\"lang\",\"lang-declared\",\"charset\","
	    "\"bytes\",\"words\",\"characters\",\"status\"\r\n"
	    "\"a.html\",,,\"A, \"\"b\"\"\",\"\",,,\"12\",\"0\",\"3\",\"200\"\r\n" },
	{ "nav",
	    "\"path\",\"nav\",\"kind\",\"id\",\"parent\",\"depth\",\"position\",\"label\","
	    "\"href\",\"target\",\"at\"\r\n"
	    "\"a.html\",\"n2\",\"menu\",\"n2.1\",\"n2\",\"1\",\"1\",\"A\",\"/a\",,\"5:6\"\r\n"
	    "\"a.html\",\"n2\",\"menu\",\"n2.1.1\",\"n2.1\",\"2\",\"1\",\"AA\",,,\r\n"
	    "\"a.html\",\"n2\",\"menu\",\"n2.1.1.1\",\"n2.1.1\",\"3\",\"1\",\"AAA\",\"\",,\r\n"
	    "\"a.html\",\"n2\",\"menu\",\"n2.1.2\",\"n2.1\",\"2\",\"2\",\"AB\",,,\r\n"
	    "\"a.html\",\"n2\",\"menu\",\"n2.2\",\"n2\",\"1\",\"2\",\"B\",,,\r\n"
	    "\"a.html\",\"n2\",\"menu\",\"n2.3\",\"n2\",\"1\",\"3\",,,,\r\n"
	    "\"a.html\",\"n3\",\"breadcrumb\",\"n3.1\",\"n3\",\"1\",\"1\",\"C\",\"c\","
	    "\"c.html\",\r\n" },
	{ "links",
	    "\"path\",\"from\",\"attribute\",\"rel\",\"href\",\"target\",\"state\",\"at\","
	    "\"item\"\r\n"
	    "\"a.html\",\"img\",\"src\",,\"i.png\",,\"absent\",\"9:1\",\r\n"
	    "\"a.html\",\"a\",\"href\",\"next\",\"b\",\"b.html\",\"page\",,\r\n"
	    "\"a.html\",\"item\",\"href\",,\"/a\",,,\"5:6\",\"n2.1\"\r\n"
	    "\"a.html\",\"item\",\"href\",,\"\",,,,\"n2.1.1.1\"\r\n"
	    "\"a.html\",\"item\",\"href\",,\"c\",\"c.html\",\"page\",,\"n3.1\"\r\n" },
	{ "metas",
	    "\"path\",\"name\",\"content\",\"at\"\r\n"
	    "\"a.html\",\"description\",\"=1+1\",\r\n\"a.html\",\"m\",\"\",\"3:4\"\r\n" },
	{ "alternates",
	    "\"path\",\"lang\",\"href\",\"target\",\"state\",\"at\",\"outside-head\"\r\n"
	    "\"a.html\",\"fr\",\"f\",\"f.html\",\"page\",\"4:5\",\r\n" },
	{ "parts", "\"path\",\"id\",\"role\",\"at\",\"text\"\r\n"
		   "\"a.html\",\"p1\",\"banner\",\"1:1\",\"one\ntwo\"\r\n" },
};

static void
test_tables(void)
{
	size_t n = 0;

	for (const struct table *t = tables; t->name; t++) {
		struct table_form form = table_form(t);

		ok(n < sizeof(cases) / sizeof(cases[0]) && !strcmp(t->name, cases[n].table),
		    "table %s is tested", t->name);
		is(csv(site, &form), cases[n++].expected, t->name);
	}
	ok(!table_of(STR("page")) && !table_of(STR("")), "no other table");
}

static void
test_forms(void)
{
	struct table_form form = table_form(table_of(STR("metas")));
	struct str unknown;

	form.delimiter = ';';
	ok(!table_choose(&form, STR("content,path,content"), &unknown), "columns are chosen");
	is(csv(site, &form),
	    "\"content\";\"path\";\"content\"\r\n\"=1+1\";\"a.html\";\"=1+1\"\r\n"
	    "\"\";\"a.html\";\"\"\r\n",
	    "in their order, with a delimiter");
	ok(table_choose(&form, STR("path,size"), &unknown) == -1 &&
		str_eq(unknown, STR("size")),
	    "an unknown column is named");
	ok(table_choose(&form, STR("path,"), &unknown) == -1 && !unknown.n, "an empty one too");
	ok(table_choose(&form, STR(""), &unknown) == -1, "and the empty list");
	ok(table_choose(&form, STR(EIGHT "," EIGHT "," EIGHT "," EIGHT), &unknown) == 0,
	    "as many columns as there may be");
	ok(table_choose(&form, STR(EIGHT "," EIGHT "," EIGHT "," EIGHT ",at"), &unknown) == -1,
	    "and no more");
}

/* The fields that libcsv reads, each followed by '|'. */
static void
read_field(void *field, size_t n, void *context)
{
	buffer_add(context, (struct str){ field, n });
	buffer_char(context, '|');
}

/* Values as attributes of XML, as they are, and as a safe table has them. */
static const struct {
	const char *xml, *value, *safe;
} values[] = {
	{ "=1+1", "=1+1", "'=1+1" },
	{ "+1", "+1", "'+1" },
	{ "-1", "-1", "'-1" },
	{ "@x", "@x", "'@x" },
	{ "&#9;x", "\tx", "'\tx" },
	{ "&#13;x", "\rx", "'\rx" },
	{ "&#10;x", "\nx", "'\nx" },
	{ "'x", "'x", "''x" },
	{ "'=x", "'=x", "''=x" },
	{ "''", "''", "'''" },
	{ "\uFF1Dx", "\uFF1Dx", "'\uFF1Dx" },
	{ "x=1", "x=1", "x=1" },
	{ " =1", " =1", " =1" },
	{ "a;&#10;,&quot;b&quot;&quot;", "a;\n,\"b\"\"", "a;\n,\"b\"\"" },
	{ "", "", "" },
};

static void
test_values(bool safe)
{
	struct table_form form = table_form(table_of(STR("metas")));
	struct str unknown;

	form.safe = safe;
	table_choose(&form, STR("content"), &unknown);
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		const char *value = safe ? values[i].safe : values[i].value;
		struct buffer xml = { 0 }, out, got = { 0 };
		struct csv_parser parser;

		buffer_printf(&xml,
		    "<page xmlns='urn:siteglean:page:1'><meta content=\"%s\"/></page>%c",
		    values[i].xml, 0);
		out = csv(xml.data, &form);
		csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
		ok(csv_parse(&parser, out.data, out.n, read_field, NULL, &got) == out.n &&
			csv_fini(&parser, read_field, NULL, &got) == 0 &&
			str_starts(buffer_str(&got), STR("content|")) &&
			got.n == strlen(value) + 9 && !memcmp(got.data + 8, value, got.n - 9),
		    "%s value %zu", safe ? "safe" : "plain", i);
		if (safe)
			ok(str_eq(str_of(value + (value[0] == '\'')), str_of(values[i].value)),
			    "and back");
		csv_free(&parser);
		buffer_free(&xml);
		buffer_free(&out);
		buffer_free(&got);
	}
}

/* Scraped pages may hold what XML cannot: a table says what a page line would have said. */
static void
test_forbidden(void)
{
	struct table_form form = table_form(table_of(STR("pages")));
	struct page page = { .path = STR("\xFF\x01,"), .title = STR("a\x01\v") };
	struct buffer out = { 0 };
	struct str unknown;

	table_choose(&form, STR("path,title"), &unknown);
	table_rows(&form, &page, &out);
	is(out, "\"%FF%01,\",\"a\uFFFD \"\r\n", "what XML cannot hold is replaced alike");
}

/* Positions come back right after going down and up, past nine too. */
static void
test_places(void)
{
	struct table_form form = table_form(table_of(STR("nav")));
	struct buffer xml = { 0 }, out;
	struct str unknown;

	table_choose(&form, STR("id"), &unknown);
	buffer_add(&xml, STR("<page xmlns='urn:siteglean:page:1'><nav id='n10' kind='menu'>"));
	for (int i = 0; i < 9; i++)
		buffer_add(&xml, STR("<item/>"));
	buffer_add(&xml, STR("<item><item><item/></item></item><item/></nav></page>"));
	buffer_char(&xml, '\0');
	out = csv(xml.data, &form);
	is(out,
	    "\"id\"\r\n\"n10.1\"\r\n\"n10.2\"\r\n\"n10.3\"\r\n\"n10.4\"\r\n\"n10.5\"\r\n"
	    "\"n10.6\"\r\n\"n10.7\"\r\n\"n10.8\"\r\n\"n10.9\"\r\n\"n10.10\"\r\n"
	    "\"n10.10.1\"\r\n\"n10.10.1.1\"\r\n\"n10.11\"\r\n",
	    "items are named by their place");
	buffer_free(&xml);
}

int
main(void)
{
	test_tables();
	test_forms();
	test_values(false);
	test_values(true);
	test_forbidden();
	test_places();
	return tap_end();
}

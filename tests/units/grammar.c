/* grammar.c - what the tables of a schema take is valid for libxml2 too, schema by schema. */
#include "stream/grammar.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "change.h"
#include "stream/validation.h"
#include "tap.h"

#define SCHEMA(inside)                                                                         \
	"<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"urn:t\""             \
	" targetNamespace=\"urn:t\" elementFormDefault=\"qualified\">" inside "</xs:schema>"
#define TYPE(inside)                                                                           \
	SCHEMA(                                                                                \
	    "<xs:element name=\"r\"><xs:complexType>" inside "</xs:complexType></xs:element>")
#define VALUE(inside)                                                                          \
	SCHEMA("<xs:element name=\"r\"><xs:simpleType>" inside "</xs:simpleType></"            \
	       "xs:element>")
#define STRING(facets) VALUE("<xs:restriction base=\"xs:string\">" facets "</xs:restriction>")
#define OPEN(type)                                                                             \
	"<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:t\""   \
	" elementFormDefault=\"qualified\"><xs:element name=\"r\"><xs:" type ">"
#define CLOSE(type) "</xs:" type "></xs:element></xs:schema>"
#define R(inside)   "<r xmlns=\"urn:t\">" inside "</r>"

/* Documents begin with '+' when the tables take them, '-' when libxml2 is to say what is wrong,
 * '=' when they are valid but left to libxml2. */
static const struct {
	const char *name, *schema, *documents[12];
} cases[] = {
	{ "bounds of a sequence",
	    TYPE("<xs:sequence><xs:element name=\"a\" type=\"xs:string\" minOccurs=\"2\""
		 " maxOccurs=\"3\"/><xs:element name=\"b\" type=\"xs:string\" minOccurs=\"0\"/>"
		 "</xs:sequence>"),
	    { "-" R("<a/>"), "+" R("<a/><a/>"), "+" R("<a/><a/><a/>"),
		"-" R("<a/><a/><a/><a/>"), "+" R("<a/><a/><b/>"), "-" R("<a/><b/>"),
		"-" R("<a/><a/><b/><b/>"), "+" R(" <a>x</a>\n\t<a></a>"), "-" R("<a/>x<a/>"),
		"-<r/>" } },
	{ "a choice that is repeated",
	    TYPE("<xs:choice minOccurs=\"1\" maxOccurs=\"unbounded\"><xs:sequence>"
		 "<xs:element name=\"a\" type=\"xs:string\"/><xs:element name=\"b\""
		 " type=\"xs:string\" minOccurs=\"0\" maxOccurs=\"unbounded\"/></xs:sequence>"
		 "<xs:element name=\"c\" type=\"xs:string\"/></xs:choice>"),
	    { "+" R("<a/>"), "+" R("<a/><b/><b/><c/><a/>"), "-" R("<b/>"), "-" R("<c/><b/>"),
		"-" R(""), "+" R("<c/><c/><a/><a/><b/>") } },
	{ "nothing inside", TYPE(""), { "+" R(""), "+<r xmlns=\"urn:t\"/>", "-" R(" x") } },
	{ "a group of attributes",
	    SCHEMA(
		"<xs:attributeGroup name=\"g\"><xs:attribute name=\"i\" "
		"type=\"xs:unsignedByte\""
		" use=\"required\"/><xs:attribute name=\"f\" type=\"xs:string\" fixed=\"x\"/>"
		"<xs:attribute name=\"p\" use=\"prohibited\"/></xs:attributeGroup>"
		"<xs:element name=\"r\"><xs:complexType><xs:attributeGroup ref=\"g\"/>"
		"</xs:complexType></xs:element>"),
	    { "+<r xmlns=\"urn:t\" i=\"255\"/>", "-<r xmlns=\"urn:t\" i=\"256\"/>",
		"-<r xmlns=\"urn:t\"/>", "+<r f=\"x\" i=\"0\" xmlns=\"urn:t\"/>",
		"-<r xmlns=\"urn:t\" f=\"y\" i=\"0\"/>",
		"-<r xmlns=\"urn:t\" p=\"y\" i=\"0\"/>",
		"-<r xmlns=\"urn:t\" i=\"1\" i=\"1\"/>",
		"-<r xmlns=\"urn:t\" i=\"1\" x:y=\"\"/>",
		"=<r xmlns=\"urn:t\" i=\"1\" "
		"xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
		" xsi:schemaLocation=\"urn:t t.xsd\"/>" } },
	{ "extensions",
	    SCHEMA(
		"<xs:complexType name=\"b\" mixed=\"true\"><xs:sequence><xs:element name=\"a\""
		" type=\"xs:string\"/></xs:sequence><xs:attribute name=\"i\"/></xs:complexType>"
		"<xs:complexType name=\"e\" mixed=\"true\"><xs:complexContent><xs:extension"
		" base=\"b\"><xs:sequence><xs:element name=\"c\" type=\"n\"/></xs:sequence>"
		"<xs:attribute name=\"j\"/></xs:extension></xs:complexContent></xs:complexType>"
		"<xs:complexType name=\"n\"><xs:simpleContent><xs:extension base=\"xs:int\">"
		"<xs:attribute name=\"u\"/></xs:extension></xs:simpleContent></xs:complexType>"
		"<xs:element name=\"r\" type=\"e\"/>"),
	    { "+" R("x<a/>y<c u=\"\">7</c>"), "-" R("<a/>"), "-" R("<a/><c>x</c>"),
		"+<r xmlns=\"urn:t\" i=\"\" j=\"\"><a/><c>0</c></r>", "=" R("<a/><c>-7</c>"),
		"-" R("<a/><c>4294967296</c>"), "+" R("<a/><c>&#x31;2</c>") } },
	{ "wildcards",
	    TYPE("<xs:sequence><xs:any namespace=\"urn:x http://y/z\" processContents=\"skip\""
		 " minOccurs=\"0\" maxOccurs=\"2\"/></xs:sequence>"),
	    { "+" R("<a xmlns=\"urn:x\" b=\"c\">d<r/></a>"), "-" R("<a/>"), "-" R("<r/>"),
		"+" R("<a xmlns=\"http://y/z\"><q xmlns=\"urn:t\"/></a><b xmlns=\"urn:x\"/>"),
		"-" R("<a xmlns=\"urn:other\"/>"),
		"-" R("<a xmlns=\"urn:x\" b=\"1\" b=\"2\"/>"),
		"-" R("<a xmlns=\"urn:x\"/><a xmlns=\"urn:x\"/><a xmlns=\"urn:x\"/>") } },
	{ "wildcards that are not known",
	    TYPE(
		"<xs:sequence><xs:any processContents=\"lax\" minOccurs=\"0\"/></xs:sequence>"),
	    { "=" R(""), "=" R("<a/>"), "-" R("x") } },
	{ "all", TYPE("<xs:all><xs:element name=\"a\"/></xs:all>"),
	    { "=" R("<a/>"), "-" R("") } },
	{ "a local element in no namespace",
	    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
	    "targetNamespace=\"urn:t\">"
	    "<xs:element name=\"r\"><xs:complexType><xs:sequence><xs:element name=\"a\""
	    " type=\"xs:string\"/></xs:sequence></xs:complexType></xs:element></xs:schema>",
	    { "-" R("<a/>"), "=" R("<a xmlns=\"\"/>") } },
	{ "no namespace at all",
	    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"r\""
	    " type=\"t\"/><xs:simpleType name=\"t\"><xs:restriction base=\"xs:token\">"
	    "<xs:maxLength value=\"3\"/></xs:restriction></xs:simpleType></xs:schema>",
	    { "+<r>abc</r>", "+<r>\xC3\xA9\xC3\xA9\xC3\xA9</r>", "-<r>abcd</r>", "=<r> ab </r>",
		"-<r xmlns=\"urn:t\">abc</r>" } },
	{ "an element for another",
	    SCHEMA("<xs:element name=\"h\" abstract=\"true\" type=\"xs:string\"/><xs:element"
		   " name=\"s\" substitutionGroup=\"h\" type=\"xs:string\"/><xs:element "
		   "name=\"r\">"
		   "<xs:complexType><xs:sequence><xs:element ref=\"h\"/></xs:sequence>"
		   "</xs:complexType></xs:element>"),
	    { "=" R("<s/>"), "-" R("<h/>") } },
	{ "what is unique",
	    SCHEMA(
		"<xs:element name=\"r\"><xs:complexType><xs:sequence><xs:element name=\"a\""
		" maxOccurs=\"9\"><xs:complexType><xs:attribute name=\"i\"/></xs:complexType>"
		"</xs:element></xs:sequence></xs:complexType><xs:unique name=\"u\"><xs:selector"
		" xpath=\"a\"/><xs:field xpath=\"@i\"/></xs:unique></xs:element>"),
	    { "=" R("<a i=\"1\"/><a i=\"2\"/>") } },
	{ "a restriction of content",
	    SCHEMA("<xs:complexType name=\"b\"><xs:sequence><xs:element name=\"a\""
		   " type=\"xs:string\" "
		   "minOccurs=\"0\"/></xs:sequence></xs:complexType><xs:element"
		   " name=\"r\"><xs:complexType><xs:complexContent><xs:restriction base=\"b\"/>"
		   "</xs:complexContent></xs:complexType></xs:element>"),
	    { "=" R(""), "-" R("<a/>") } },
	{ "patterns",
	    STRING(
		"<xs:pattern value=\"a(b|cd)?[x-z]{2,3}\"/><xs:pattern value=\"\\.[^q]+.\"/>"),
	    { "+" R("axy"), "+" R("abxyz"), "+" R("acdzz"), "-" R("axxxx"), "-" R("abcdxx"),
		"+" R(".aa"), "-" R("."), "-" R(".qa"), "+" R(".\xC3\xA9-"), "-" R("ax") } },
	{ "a pattern with counts of counts",
	    STRING("<xs:pattern value=\"((ab{1,2}){2}-?)*\"/>"),
	    { "+" R(""), "+" R("abab"), "+" R("abbab-ababb"), "-" R("ab"), "-" R("abbbab") } },
	{ "a pattern that is not known", STRING("<xs:pattern value=\"\\p{L}+\"/>"),
	    { "=" R("a"), "-" R("1") } },
	{ "values and lengths",
	    STRING("<xs:enumeration value=\"\"/><xs:enumeration value=\"a &amp; b\"/>"),
	    { "+" R(""), "+" R("a &amp; b"), "+" R("a &#38; b"), "-" R("a"), "-" R(" ") } },
	{ "a length", STRING("<xs:length value=\"2\"/>"),
	    { "+" R("ab"), "+" R("\xF0\x9F\x98\x80\xC3\xA9"), "-" R("a"), "-" R("abc") } },
	{ "numbers between bounds",
	    VALUE("<xs:restriction base=\"xs:positiveInteger\"><xs:maxInclusive value=\"12\"/>"
		  "</xs:restriction>"),
	    { "+" R("1"), "+" R("12"), "+" R("007"), "-" R("0"), "-" R("13"), "-" R(""),
		"=" R(" 1"), "-" R("1 2"), "-" R("x") } },
	{ "lists and unions",
	    SCHEMA(
		"<xs:simpleType name=\"l\"><xs:list itemType=\"xs:int\"/></xs:simpleType>"
		"<xs:element name=\"r\"><xs:simpleType><xs:union memberTypes=\"l xs:boolean\"/>"
		"</xs:simpleType></xs:element>"),
	    { "=" R("1 2"), "=" R("true"), "-" R("x") } },
	{ "languages and addresses",
	    TYPE("<xs:attribute name=\"l\" type=\"xs:language\"/><xs:attribute name=\"u\""
		 " type=\"xs:anyURI\"/>"),
	    { "=<r xmlns=\"urn:t\" l=\"en\"/>", "-<r xmlns=\"urn:t\" l=\"en_US\"/>",
		"-<r xmlns=\"urn:t\" u=\"http://[\"/>", "+<r xmlns=\"urn:t\"/>" } },
	{ "types that lead to themselves",
	    SCHEMA("<xs:element name=\"r\" type=\"t\"/><xs:complexType name=\"t\"><xs:sequence>"
		   "<xs:element name=\"r\" type=\"t\" minOccurs=\"0\"/></xs:sequence>"
		   "</xs:complexType>"),
	    { "+" R("<r><r></r></r>"), "-" R("<r/><r/>") } },
};

static void
count_problem(void *context, enum problem_kind kind, const struct place *at, struct str text)
{
	(void)kind, (void)at, (void)text;
	++*(unsigned *)context;
}

static char *
write_schema(const char *text)
{
	static char path[] = "/tmp/grammar-XXXXXX";
	int fd;

	strcpy(strrchr(path, '-') + 1, "XXXXXX");
	fd = mkstemp(path);
	if (fd == -1 || write(fd, text, strlen(text)) != (ssize_t)strlen(text))
		exit(2);
	close(fd);
	return path;
}

static void
test_schema(const char *name, const char *text, const char *const *documents)
{
	const char *path = write_schema(text);
	struct grammar *grammar = grammar_new(path);
	struct schema *schema = schema_new(path, false);

	ok(schema && grammar, "a schema: %s", name);
	for (; schema && *documents; documents++) {
		struct str xml = str_of(*documents + 1);
		unsigned problems = 0;
		const struct validation v = { &problems, count_problem, NULL };
		bool taken = grammar && grammar_accepts(grammar, xml);

		schema_validate(schema, xml, &v);
		ok(taken == (**documents == '+') && !problems == (**documents != '-'), "%s",
		    *documents);
	}
	grammar_free(grammar);
	schema_free(schema);
	unlink(path);
}

/* A regular expression made at random, with groups in it so deep. */
static void
add_pattern(struct buffer *b, int depth)
{
	static const char *const counts[] = { "", "", "?", "*", "+", "{2}", "{2,3}", "{0,2}",
		"{1,}" };

	for (size_t n = 1 + below(3); n > 0; n--) {
		if (depth && below(3) == 0) {
			buffer_char(b, '(');
			add_pattern(b, depth - 1);
			buffer_char(b, ')');
		} else {
			buffer_add(b, str_of((const char *[]){
					  "a", "b", "c", "[ab]", "[^b]" }[below(5)]));
		}
		buffer_add(b, str_of(counts[below(9)]));
	}
	if (below(4) == 0) {
		buffer_char(b, '|');
		add_pattern(b, depth);
	}
}

/* The same of a content model. */
static void
add_model(struct buffer *b, int depth)
{
	static const char *const counts[] = { "", "", " minOccurs=\"0\"",
		" maxOccurs=\"unbounded\"", " minOccurs=\"0\" maxOccurs=\"unbounded\"",
		" maxOccurs=\"2\"", " minOccurs=\"2\" maxOccurs=\"3\"" };
	const char *kind = below(2) ? "sequence" : "choice", *count = counts[below(7)];

	buffer_printf(b, "<xs:%s%s>", kind, count);
	for (size_t n = 1 + below(3); n > 0; n--) {
		if (depth && below(3) == 0)
			add_model(b, depth - 1);
		else
			buffer_printf(b, "<xs:element name=\"%c\" type=\"xs:string\"%s/>",
			    "abcd"[below(4)], counts[below(7)]);
	}
	buffer_printf(b, "</xs:%s>", kind);
}

/* A document of up to 7 letters, as text or as elements, and what libxml2 finds in it. */
static bool
agrees(const struct grammar *g, struct schema *schema, bool text, unsigned *taken)
{
	struct buffer xml = { 0 };
	unsigned problems = 0;
	const struct validation v = { &problems, count_problem, NULL };
	bool takes;

	buffer_add(&xml, STR("<r xmlns=\"urn:t\">"));
	for (size_t n = below(8); n > 0; n--)
		buffer_printf(&xml, "%s%c%s", text ? "" : "<", "abcd"[below(below(2) ? 2 : 4)],
		    text ? "" : "/>");
	buffer_add(&xml, STR("</r>"));
	takes = grammar_accepts(g, buffer_str(&xml));
	schema_validate(schema, buffer_str(&xml), &v);
	if (takes && problems)
		printf("# %.*s\n", (int)xml.n, xml.data);
	buffer_free(&xml);
	*taken += takes;
	return !takes || !problems;
}

/* What the tables of a random schema take is valid. Models that fork are refused by libxml2. */
static void
try_random(bool text, unsigned *wrong, unsigned *taken)
{
	struct buffer b = { 0 };
	struct grammar *grammar;
	struct schema *schema;
	const char *path;

	buffer_add(&b, text ? STR(OPEN("simpleType") "<xs:restriction base=\"xs:string\">"
						     "<xs:pattern value=\"")
			    : STR(OPEN("complexType")));
	if (text)
		add_pattern(&b, 1);
	else
		add_model(&b, 1);
	buffer_add(&b, text ? STR("\"/></xs:restriction>" CLOSE("simpleType"))
			    : STR(CLOSE("complexType")));
	buffer_char(&b, '\0');
	path = write_schema(b.data);
	grammar = grammar_new(path);
	schema = schema_new(path, false);
	unlink(path);
	for (int i = 0; i < 20 && schema && grammar; i++)
		*wrong += !agrees(grammar, schema, text, taken);
	if (*wrong)
		printf("# %s\n", b.data);
	schema_free(schema);
	grammar_free(grammar);
	buffer_free(&b);
}

static void
test_random(bool text)
{
	unsigned wrong = 0, taken = 0;

	for (int i = 0; i < 300 && !wrong; i++)
		try_random(text, &wrong, &taken);
	ok(!wrong, "%s made at random", text ? "patterns" : "models");
	ok(taken > 100, "%u of their documents are taken", taken);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		test_schema(cases[i].name, cases[i].schema, cases[i].documents);
	if (!freopen("/dev/null", "w", stderr)) /* where refused models are said */
		return 2;
	test_random(true);
	test_random(false);
	return tap_end();
}

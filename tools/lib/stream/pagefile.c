/* pagefile.c - page elements one by one. */
#include "pagefile.h"

#include <errno.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <unistd.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "gunzip.h"
#include "pageline.h"
#include "xml.h"

enum { STEP = 256 * 1024 };

struct pagefile {
	int fd;
	const char *name;
	uint64_t limit;
	struct buffer in; /* read; used up to `next` */
	size_t next;
	uint32_t line; /* number of the last line taken */
	bool ended, failed;
	struct gunzip *gunzip; /* of what is zipped, or NULL */
	struct buffer zipped;
	xmlTextReader *reader; /* of a document; NULL: a page a line */
	bool at_node;          /* the reader stands on a node not looked at yet */
	struct str forbidden;  /* of a document: what must not come next in the input */
};

/* Append what the descriptor has to a buffer; false at its end. */
static bool
read_part(struct pagefile *f, struct buffer *to)
{
	ssize_t got;

	do
		got = read(f->fd, buffer_room(to, STEP), STEP);
	while (got == -1 && errno == EINTR);
	if (got == -1)
		trouble(f->name, "%s", strerror(errno));
	to->n += got > 0 ? (size_t)got : 0;
	return got > 0;
}

/* Append more of what is zipped; false at the end. */
static bool
unzip_part(struct pagefile *f)
{
	size_t before = f->in.n;
	enum gunzip_state state = GUNZIP_MORE;

	while (f->in.n == before && state != GUNZIP_BROKEN) {
		state = gunzip_take(f->gunzip, &f->in);
		if (state != GUNZIP_WANTS && state != GUNZIP_END)
			continue;
		f->zipped.n = 0;
		if (!read_part(f, &f->zipped))
			break;
		gunzip_give(f->gunzip, buffer_str(&f->zipped));
	}
	if (f->in.n == before && state != GUNZIP_END)
		trouble(f->name, "%s", gunzip_error(state));
	return f->in.n > before;
}

/* Read more behind what is there; false at the end. */
static bool
read_more(struct pagefile *f)
{
	if (f->ended)
		return false;
	if (f->next > STEP && f->next >= f->in.n / 2) {
		memmove(f->in.data, f->in.data + f->next, f->in.n - f->next);
		f->in.n -= f->next;
		f->next = 0;
	}
	f->ended = !(f->gunzip ? unzip_part(f) : read_part(f, &f->in));
	return !f->ended;
}

/* Find the line that starts at an offset from `next`: true with its length, without the
 * newline, false at the end of the input. */
static bool
find_line(struct pagefile *f, size_t offset, size_t *length)
{
	size_t looked = 0;

	for (;;) {
		struct str rest = str_part(buffer_str(&f->in), f->next + offset, f->in.n);

		*length = str_find_char(rest, '\n', looked);
		if (*length < rest.n || *length > f->limit)
			return true;
		looked = rest.n;
		if (!read_more(f))
			return rest.n > 0;
	}
}

static struct str
part_at(const struct pagefile *f, size_t offset, size_t length)
{
	return str_part(buffer_str(&f->in), f->next + offset, f->next + offset + length);
}

/* True for a line of its own around pages: an XML declaration, or the document element's tag.
 */
static bool
is_around(struct str line)
{
	struct str s = str_trim(line);
	size_t end = str_find_char(s, '>', 0);

	return !s.n ||
	       (end + 1 == s.n && (str_starts(s, STR("<?xml")) || str_starts(s, STR("<site")) ||
				      str_starts(s, STR("</site"))));
}

/* Whether the input is a page a line: the first line that is not around pages is a whole page,
 * or nothing like XML. */
static bool
has_page_lines(struct pagefile *f)
{
	size_t offset = 0, length;
	struct str s;

	while (find_line(f, offset, &length)) {
		s = str_trim(part_at(f, offset, length));
		if (!is_around(s))
			return !str_starts(s, STR("<")) ||
			       (str_starts(s, STR("<page")) &&
				   (str_ends(s, STR("</page>")) || str_ends(s, STR("/>"))));
		offset += length + 1;
	}
	return true;
}

static void
skip_line(struct pagefile *f)
{
	do {
		struct str rest = str_part(buffer_str(&f->in), f->next, f->in.n);
		size_t length = str_find_char(rest, '\n', 0);

		f->next += length < rest.n ? length + 1 : length;
		if (length < rest.n)
			return;
	} while (read_more(f));
}

static bool
next_line(struct pagefile *f, struct buffer *xml, uint32_t *line)
{
	size_t length;
	struct str s;

	while (find_line(f, 0, &length)) {
		*line = ++f->line;
		s = str_trim(part_at(f, 0, length));
		if (length > f->limit) {
			trouble(f->name, "line %u is longer than %llu bytes", f->line,
			    (unsigned long long)f->limit);
		} else if (!is_around(s)) {
			xml->n = 0;
			buffer_add(xml, s);
			skip_line(f);
			return true;
		}
		skip_line(f);
	}
	return false;
}

/* A document type could make a small file expand without end, and pages have none. Watch for
 * the bytes that start one, across the borders of reads. */
static bool
has_doctype(struct pagefile *f, struct str s)
{
	struct str start = STR("<!DOCTYPE");

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != f->forbidden.p[0])
			f->forbidden = start;
		if (s.p[i] == f->forbidden.p[0])
			f->forbidden = str_part(f->forbidden, 1, f->forbidden.n);
		if (!f->forbidden.n)
			return true;
	}
	return false;
}

/* xmlInputReadCallback */
static int
feed(void *context, char *out, int size)
{
	struct pagefile *f = context;
	struct str s;

	if (f->next == f->in.n && !read_more(f))
		return 0;
	s = part_at(f, 0, (size_t)size);
	if (has_doctype(f, s)) {
		f->failed = true;
		trouble(f->name, "pages have no document type");
		return -1;
	}
	memcpy(out, s.p, s.n);
	f->next += s.n;
	return (int)s.n;
}

/* xmlStructuredErrorFunc: say the first error, on one line. */
static void
on_error(void *context, const xmlError *error)
{
	struct pagefile *f = context;
	struct str message = str_trim(str_of(error->message));
	struct buffer place = { 0 };

	if (f->failed || error->level < XML_ERR_ERROR)
		return;
	f->failed = true;
	buffer_printf(&place, "%s:%d:%d", f->name, error->line, error->int2);
	trouble(place.data, "%.*s", (int)message.n, message.p ? message.p : "");
	buffer_free(&place);
}

static void
open_document(struct pagefile *f)
{
	f->forbidden = STR("<!DOCTYPE");
	f->reader = xmlReaderForIO(
	    feed, NULL, f, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOCDATA);
	if (!f->reader)
		memory_exhausted();
	xmlTextReaderSetStructuredErrorHandler(f->reader, (xmlStructuredErrorFunc)on_error, f);
}

/* Append an element's XML with its newlines, which stand in text, as references. */
static void
add_on_one_line(struct buffer *xml, struct str s)
{
	for (size_t n; s.n; s = str_part(s, n + 1, s.n)) {
		n = str_find_char(s, '\n', 0);
		buffer_add(xml, str_part(s, 0, n));
		if (n < s.n)
			buffer_add(xml, STR("&#10;"));
	}
}

/* Go to the next page element, which may be where the reader stands. */
static bool
find_element(struct pagefile *f)
{
	int more = f->at_node ? 1 : xmlTextReaderRead(f->reader);

	while (more == 1 && (xmlTextReaderNodeType(f->reader) != XML_READER_TYPE_ELEMENT ||
				!xmlStrEqual(xmlTextReaderConstLocalName(f->reader),
				    (const xmlChar *)"page")))
		more = xmlTextReaderRead(f->reader);
	if (more == -1 && !f->failed)
		trouble(f->name, "broken XML");
	f->at_node = false;
	return more == 1;
}

static bool
next_element(struct pagefile *f, struct buffer *xml, uint32_t *line)
{
	xmlChar *outer;

	if (f->failed || !find_element(f))
		return false;
	*line = (uint32_t)xmlGetLineNo(xmlTextReaderCurrentNode(f->reader));
	outer = xmlTextReaderReadOuterXml(f->reader);
	if (!outer || f->failed) {
		xmlFree(outer);
		return false;
	}
	xml->n = 0;
	add_on_one_line(xml, str_of((const char *)outer));
	xmlFree(outer);
	f->at_node = xmlTextReaderNext(f->reader) == 1;
	return true;
}

/* What has been read is zipped: let it be given out unzipped, and what follows, too. */
static void
start_unzipping(struct pagefile *f)
{
	f->zipped = f->in;
	f->in = (struct buffer){ 0 };
	f->gunzip = x_malloc(sizeof(*f->gunzip));
	gunzip_start(f->gunzip, buffer_str(&f->zipped));
}

struct pagefile *
pagefile_new(int fd, const char *name, struct str first, uint64_t limit)
{
	struct pagefile *f = x_calloc(1, sizeof(*f));

	f->fd = fd;
	f->name = name;
	f->limit = limit;
	buffer_add(&f->in, first);
	while (f->in.n < 2 && read_more(f))
		;
	if (is_gzip(buffer_str(&f->in)))
		start_unzipping(f);
	if (!has_page_lines(f)) {
		xml_start();
		open_document(f);
	}
	return f;
}

bool
pagefile_next(struct pagefile *f, struct buffer *xml, uint32_t *line)
{
	return f->reader ? next_element(f, xml, line) : next_line(f, xml, line);
}

void
pagefile_free(struct pagefile *f)
{
	if (!f)
		return;
	xmlFreeTextReader(f->reader);
	if (f->gunzip)
		gunzip_end(f->gunzip);
	free(f->gunzip);
	buffer_free(&f->zipped);
	buffer_free(&f->in);
	free(f);
}

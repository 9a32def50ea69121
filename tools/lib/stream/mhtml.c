/* mhtml.c - pages that a browser saved with all they show in one file. */
#include "mhtml.h"

#include <gmime/gmime.h>
#include <pthread.h>
#include <stdlib.h>

#include "../html/encoding.h"

enum { DEEPEST = 16 }; /* of parts within parts */

/* The name of the field that a line starts with; empty where it starts with none. */
static struct str
field_name(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] > ' ' && line.p[n] < 0x7F && line.p[n] != ':')
		n++;
	return str_part(line, 0, n < line.n && line.p[n] == ':' ? n : 0);
}

/* True for bytes that begin as such a file does. */
static bool
is_mhtml(struct str bytes)
{
	if (!bytes.n || !is_alpha(*bytes.p)) /* as most are not */
		return false;
	while (bytes.n) {
		size_t end = str_find_char(bytes, '\n', 0);
		struct str line = str_part(bytes, 0, end), name = field_name(line);
		bool goes_on = line.n && (*line.p == ' ' || *line.p == '\t');

		if (str_eq_nocase(name, STR("MIME-Version")))
			return true;
		if (!name.n && !goes_on)
			return false;
		bytes = str_part(bytes, end + 1, bytes.n);
	}
	return false;
}

static bool
is_type(GMimeObject *part, const char *type, const char *subtype)
{
	return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype);
}

/* Of a multipart, the place of the part that is its start. */
static int
start_of(GMimeMultipart *parts, int n)
{
	const char *id =
	    g_mime_object_get_content_type_parameter((GMimeObject *)parts, "start");
	struct str wanted = id ? str_of(id) : STR("");

	if (wanted.n > 1 && *wanted.p == '<')
		wanted = str_part(wanted, 1, wanted.n - 1);
	for (int i = 0; i < n; i++) {
		const char *own =
		    g_mime_object_get_content_id(g_mime_multipart_get_part(parts, i));

		if (own && wanted.n && str_eq(str_of(own), wanted))
			return i;
	}
	return 0;
}

/* The part that is HTML: this one, or the first below it, counted from its start; NULL: none.
 */
static GMimeObject *
find_html(GMimeObject *part, int depth)
{
	GMimeMultipart *parts = (GMimeMultipart *)part;
	GMimeObject *found = NULL;
	int n, first;

	if (!is_type(part, "multipart", "*"))
		return is_type(part, "text", "html") ||
		               is_type(part, "application", "xhtml+xml")
		           ? part
		           : NULL;
	n = g_mime_multipart_get_count(parts);
	first = is_type(part, "multipart", "related") ? start_of(parts, n) : 0;
	for (int i = first; i < n && !found && depth < DEEPEST; i++)
		found = find_html(g_mime_multipart_get_part(parts, i), depth + 1);
	return found;
}

/* What a part holds, decoded. */
static struct str
content_of(struct arena *a, GMimeObject *part)
{
	GMimeStream *out = g_mime_stream_mem_new();
	GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)part);
	GByteArray *bytes;
	struct str found;

	if (content)
		g_mime_data_wrapper_write_to_stream(content, out);
	bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)out);
	found = arena_str(a, (struct str){ (char *)bytes->data, bytes->len });
	g_object_unref(out);
	return found;
}

/* The encoding that a part says its text has; NULL: none that is known. */
static const char *
charset_of(GMimeObject *part)
{
	const char *label = g_mime_object_get_content_type_parameter(part, "charset");

	return label ? encoding_of_label(str_of(label)) : NULL;
}

static struct str
location_of(struct arena *a, GMimeObject *part)
{
	const char *url = g_mime_object_get_header(part, "Content-Location");

	return url ? arena_str(a, str_of(url)) : (struct str){ 0 };
}

static int
compare(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

bool
mhtml_holds(const struct saved_page *page, struct str url)
{
	return page->n_held &&
	       bsearch(&url, page->held, page->n_held, sizeof(url), compare) != NULL;
}

static void
list_held(struct arena *a, GMimeObject *root, struct saved_page *found)
{
	GMimeMultipart *parts = (GMimeMultipart *)root;
	int n = is_type(root, "multipart", "*") ? g_mime_multipart_get_count(parts) : 0;

	found->held = arena_alloc(a, (size_t)n * sizeof(*found->held));
	for (int i = 0; i < n; i++) {
		struct str url = location_of(a, g_mime_multipart_get_part(parts, i));

		if (url.n)
			found->held[found->n_held++] = url;
	}
	if (found->n_held)
		qsort(found->held, found->n_held, sizeof(*found->held), compare);
}

int
mhtml_unpack(struct arena *a, struct str bytes, struct saved_page *found)
{
	static pthread_once_t started = PTHREAD_ONCE_INIT;
	GMimeStream *stream;
	GMimeParser *parser;
	GMimeMessage *message;
	GMimeObject *root, *html;

	*found = (struct saved_page){ .html = bytes };
	if (!is_mhtml(bytes))
		return 0;
	pthread_once(&started, g_mime_init);
	stream = g_mime_stream_mem_new_with_buffer(bytes.p, bytes.n);
	parser = g_mime_parser_new_with_stream(stream);
	message = g_mime_parser_construct_message(parser, NULL);
	root = message ? g_mime_message_get_mime_part(message) : NULL;
	html = root ? find_html(root, 0) : NULL;
	if (html) {
		found->html = content_of(a, html);
		found->charset = charset_of(html);
		found->url = location_of(a, html);
		list_held(a, root, found);
	}
	if (message)
		g_object_unref(message);
	g_object_unref(parser);
	g_object_unref(stream);
	return html ? 0 : -1;
}

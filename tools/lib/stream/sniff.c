/* sniff.c - is it a page? */
#include "sniff.h"

#include <stdlib.h>

static const char *const page_extensions[] = { ".html", ".htm", ".xhtml", ".xht", ".shtml",
	".shtm", ".mhtml", ".mht" };

static const char *const xhtml_extensions[] = { ".xhtml", ".xht" };

static const char *const dynamic_extensions[] = { ".php", ".php3", ".php4", ".php5", ".phtml",
	".asp", ".aspx", ".jsp", ".jspx", ".do", ".action", ".cgi", ".pl", ".py", ".cfm",
	".dll", ".exe", ".fcgi" };

/* Never opened to look for a page in them. In the order of bytes. */
static const char *const other_extensions[] = { ".7z", ".aac", ".ai", ".apk", ".atom", ".avi",
	".avif", ".bin", ".bmp", ".bz2", ".c", ".cdx", ".css", ".csv", ".deb", ".dmg", ".doc",
	".docx", ".eot", ".eps", ".epub", ".flac", ".gif", ".h", ".ico", ".ics", ".iso", ".jar",
	".java", ".jpeg", ".jpg", ".js", ".json", ".jxl", ".less", ".m3u8", ".m4a", ".m4v",
	".map", ".md", ".mid", ".mjs", ".mkv", ".mov", ".mp3", ".mp4", ".mpeg", ".mpg", ".odp",
	".ods", ".odt", ".ogg", ".ogv", ".opus", ".otf", ".pdf", ".png", ".ppt", ".pptx", ".ps",
	".rar", ".rdf", ".rpm", ".rss", ".rtf", ".scss", ".svg", ".swf", ".tar", ".tex", ".tgz",
	".tif", ".tiff", ".ts", ".tsv", ".ttf", ".warc", ".wasm", ".wav", ".webm",
	".webmanifest", ".webp", ".wma", ".wmv", ".woff", ".woff2", ".xls", ".xlsx", ".xml",
	".xpm", ".xsd", ".xsl", ".xz", ".yaml", ".yml", ".zip", ".zst" };

#define AMONG(s, list) among(s, list, sizeof(list) / sizeof(*(list)))

/* True for one of these extensions, each a dot and something in lower case. */
static bool
among(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s.n > 1 && to_lower(s.p[1]) == list[i][1] &&
		    str_eq_nocase(s, str_of(list[i])))
			return true;
	return false;
}

static int
compare_extension(const void *key, const void *row)
{
	const struct str *s = key, known = str_of(*(const char *const *)row);

	for (size_t i = 0; i < s->n && i < known.n; i++)
		if (to_lower(s->p[i]) != known.p[i])
			return to_lower(s->p[i]) < known.p[i] ? -1 : 1;
	return (s->n > known.n) - (s->n < known.n);
}

static bool
is_other(struct str extension)
{
	return bsearch(&extension, other_extensions,
		   sizeof(other_extensions) / sizeof(*other_extensions),
		   sizeof(*other_extensions), compare_extension) != NULL;
}

struct str
path_name(struct str path)
{
	size_t i = path.n;

	while (i > 0 && path.p[i - 1] != '/')
		i--;
	return str_part(path, i, path.n);
}

struct str
name_extension(struct str name)
{
	size_t i = name.n;

	while (i > 0 && name.p[i - 1] != '.')
		i--;
	return i > 1 ? str_part(name, i - 1, name.n) : str_part(name, name.n, name.n);
}

struct str
name_without_gz(struct str name)
{
	if (str_eq_nocase(name_extension(name), STR(".gz")))
		name.n -= 3;
	return name;
}

bool
name_is_dynamic(struct str name)
{
	return AMONG(name_extension(name), dynamic_extensions);
}

bool
name_is_xhtml(struct str name)
{
	return AMONG(name_extension(name_without_gz(name)), xhtml_extensions);
}

enum name_kind
name_kind(struct str name)
{
	struct str extension;

	if (name.n > 5 && str_ends(name, STR(".html")))
		return NAME_KIND_PAGE;
	extension = name_extension(name_without_gz(name));
	if (AMONG(extension, page_extensions))
		return NAME_KIND_PAGE;
	if (is_other(extension))
		return NAME_KIND_OTHER;
	if (str_eq_nocase(extension, STR(".txt")))
		return NAME_KIND_TEXT;
	return NAME_KIND_UNSURE;
}

/* Without a UTF-8 byte order mark and white space. */
static struct str
skip_blank(struct str s)
{
	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_part(s, 3, s.n);
	while (s.n && is_space(*s.p))
		s = str_part(s, 1, s.n);
	return s;
}

/* From the first thing that is no blank, processing instruction or comment on; empty where the
 * bytes end before that. */
static struct str
skip_prolog(struct str s)
{
	static const struct {
		struct str start, end;
	} skipped[] = { { STR("<?"), STR("?>") }, { STR("<!--"), STR("-->") } };

	for (s = skip_blank(s);; s = skip_blank(s)) {
		size_t i = 0;

		while (i < 2 && !str_starts(s, skipped[i].start))
			i++;
		if (i == 2)
			return s;
		s = str_part(s, str_find(s, skipped[i].end, 0) + skipped[i].end.n, s.n);
	}
}

/* True when s starts with the tag and a byte that ends its name. */
static bool
starts_tag(struct str s, struct str tag)
{
	return str_starts_nocase(s, tag) && s.n > tag.n &&
	       (is_space(s.p[tag.n]) || s.p[tag.n] == '>' || s.p[tag.n] == '/');
}

static bool
starts_html_tag(struct str s)
{
	static const char *const tags[] = { "<!doctype html", "<html", "<head", "<script",
		"<iframe", "<h1", "<div", "<font", "<table", "<a", "<style", "<title", "<b",
		"<body", "<br", "<p", "<meta", "<link", "<center" };

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (starts_tag(s, str_of(tags[i])))
			return true;
	return false;
}

/* UTF-16 with a byte order mark as ASCII: its other bytes are left out. */
static struct str
narrow(struct str head, char ascii[SNIFF_BYTES])
{
	size_t n = 0;

	if (!str_starts(head, STR("\xFF\xFE")) && !str_starts(head, STR("\xFE\xFF")))
		return head;
	for (size_t i = 2; i < head.n && n < SNIFF_BYTES; i++)
		if (head.p[i])
			ascii[n++] = head.p[i];
	return (struct str){ ascii, n };
}

bool
looks_like_html(struct str head)
{
	char ascii[SNIFF_BYTES];
	bool xml, comment;
	struct str s;

	head = narrow(head, ascii);
	s = skip_blank(head);
	xml = str_starts(s, STR("<?xml"));
	comment = str_starts(s, STR("<!--"));
	s = skip_prolog(s);
	if (xml)
		return starts_tag(s, STR("<!doctype html")) || starts_tag(s, STR("<html"));
	return starts_html_tag(s) || (comment && s.n == 0);
}

bool
looks_like_feed(struct str head)
{
	struct str s = skip_prolog(head);

	while (str_starts(s, STR("<!")))
		s = skip_prolog(str_part(s, str_find_char(s, '>', 0) + 1, s.n));
	return starts_tag(s, STR("<rss")) || starts_tag(s, STR("<feed")) ||
	       starts_tag(s, STR("<rdf:RDF"));
}

bool
looks_like_page_lines(struct str head)
{
	struct str s = skip_prolog(head);

	return starts_tag(s, STR("<page")) || starts_tag(s, STR("<site")) ||
	       starts_tag(s, STR("<!DOCTYPE page")) || starts_tag(s, STR("<!DOCTYPE site"));
}

bool
looks_binary(struct str head)
{
	static const struct str signatures[] = { STR("\x89PNG\r\n"), STR("GIF8"),
		STR("\xFF\xD8\xFF"), STR("%PDF-"), STR("PK\x03\x04"), STR("Rar!\x1A"),
		STR("\x7F"
		    "ELF"),
		STR("OggS"), STR("wOF") };
	char ascii[SNIFF_BYTES];

	for (size_t i = 0; i < sizeof(signatures) / sizeof(*signatures); i++)
		if (str_starts(head, signatures[i]))
			return true;
	if (narrow(head, ascii).p != head.p || looks_like_html(head))
		return false;
	for (size_t i = 0; i < head.n; i++) {
		unsigned char c = (unsigned char)head.p[i];

		if (c <= 0x08 || c == 0x0B || (c >= 0x0E && c <= 0x1A) ||
		    (c >= 0x1C && c <= 0x1F))
			return true;
	}
	return false;
}

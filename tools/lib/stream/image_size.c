/* image_size.c - how large an image is. */
#include "image_size.h"

#include <libxml/xmlreader.h>
#include <math.h>
#include <stdlib.h>

#include "xml.h"

struct size {
	uint32_t width, height;
};

static uint32_t
big(struct str s, size_t at, int bytes)
{
	uint32_t n = 0;

	for (int i = 0; i < bytes; i++)
		n = n << 8 | (unsigned char)s.p[at + (size_t)i];
	return n;
}

static uint32_t
little(struct str s, size_t at, int bytes)
{
	uint32_t n = 0;

	while (bytes--)
		n = n << 8 | (unsigned char)s.p[at + (size_t)bytes];
	return n;
}

/* PNG (ISO/IEC 15948), 11.2.2: the header is the first chunk. */
static struct size
png_size(struct str s)
{
	return s.n < 24 ? (struct size){ 0 } : (struct size){ big(s, 16, 4), big(s, 20, 4) };
}

/* GIF 89a, section 18: the logical screen. */
static struct size
gif_size(struct str s)
{
	return s.n < 10 ? (struct size){ 0 }
	                : (struct size){ little(s, 6, 2), little(s, 8, 2) };
}

/* BMP: the core header has 16 bits, all others 32, where a height below 0 is top-down. */
static struct size
bmp_size(struct str s)
{
	struct size size;

	if (s.n < 26)
		return (struct size){ 0 };
	if (little(s, 14, 4) == 12)
		return (struct size){ little(s, 18, 2), little(s, 20, 2) };
	size = (struct size){ little(s, 18, 4), little(s, 22, 4) };
	if (size.height > INT32_MAX)
		size.height = -size.height;
	return size;
}

/* ICO: a byte each, in which 0 means 256. */
static struct size
ico_size(struct str s)
{
	if (s.n < 8 || !little(s, 4, 2))
		return (struct size){ 0 };
	return (struct size){ s.p[6] ? little(s, 6, 1) : 256, s.p[7] ? little(s, 7, 1) : 256 };
}

/* JPEG (ITU T.81), B.2.2: a frame header, whose marker is SOFn, behind other segments. */
static struct size
jpeg_size(struct str s)
{
	size_t at = 2;

	while (at + 9 <= s.n && (unsigned char)s.p[at] == 0xFF) {
		unsigned marker = (unsigned char)s.p[at + 1];
		bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
		                marker != 0xC8 && marker != 0xCC;

		if (is_frame)
			return (struct size){ big(s, at + 7, 2), big(s, at + 5, 2) };
		at += marker == 0xFF ? 1 : 2 + big(s, at + 2, 2);
	}
	return (struct size){ 0 };
}

/* WebP (RFC 9649): a lossy frame (RFC 6386, 9.1), a lossless one, or the extended header. */
static struct size
webp_size(struct str s)
{
	uint32_t bits;

	if (s.n < 30)
		return (struct size){ 0 };
	switch (s.p[15]) {
	case ' ': return (struct size){ little(s, 26, 2) & 0x3FFF, little(s, 28, 2) & 0x3FFF };
	case 'L':
		bits = little(s, 21, 4);
		return (struct size){ (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1 };
	case 'X': return (struct size){ little(s, 24, 3) + 1, little(s, 27, 3) + 1 };
	default: return (struct size){ 0 };
	}
}

/* HEIF and AVIF (ISO/IEC 23008-12, 6.5.3): the largest extent of the images that the file has
 * properties of, which is that of the picture they make up. */
static struct size
heif_size(struct str s)
{
	struct size size = { 0 };

	for (size_t at = str_find(s, STR("ispe"), 0); at + 16 <= s.n;
	     at = str_find(s, STR("ispe"), at + 4)) {
		struct size next = { big(s, at + 8, 4), big(s, at + 12, 4) };

		if (next.width > size.width)
			size = next;
	}
	return size;
}

/* A length in pixels, 0 for one that depends on what is around (CSS Values 4, 6.2). */
static double
pixels(const char *length)
{
	static const struct {
		const char *name;
		double pixels;
	} units[] = { { "", 1 }, { "px", 1 }, { "in", 96 }, { "cm", 96 / 2.54 },
		{ "mm", 96 / 25.4 }, { "pt", 96 / 72. }, { "pc", 16 } };
	double value;
	char *end;

	if (!length)
		return 0;
	value = strtod(length, &end);
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (str_eq(str_trim(str_of(end)), str_of(units[i].name)))
			return value * units[i].pixels;
	return 0;
}

static uint32_t
whole(double n)
{
	return n >= 0.5 && n < UINT32_MAX ? (uint32_t)lround(n) : 0;
}

/* The size that the open root element of an SVG document asks for. */
static struct size
root_size(xmlTextReader *reader)
{
	char *width = (char *)xmlTextReaderGetAttribute(reader, (const xmlChar *)"width");
	char *height = (char *)xmlTextReaderGetAttribute(reader, (const xmlChar *)"height");
	char *box = (char *)xmlTextReaderGetAttribute(reader, (const xmlChar *)"viewBox");
	struct size size = { whole(pixels(width)), whole(pixels(height)) };
	double w, h;

	if (!(size.width && size.height) && box &&
	    sscanf(box, "%*f%*[ ,\t\n]%*f%*[ ,\t\n]%lf%*[ ,\t\n]%lf", &w, &h) == 2)
		size = (struct size){ whole(w), whole(h) };
	free(width);
	free(height);
	free(box);
	return size;
}

static void
ignore_error(void *context, xmlError *error)
{
	(void)context, (void)error;
}

/* The bytes may end within the document: all that matters is its first tag. */
static struct size
svg_size(struct str s)
{
	struct size size = { 0 };
	xmlTextReader *reader;

	xml_start();
	reader = xmlReaderForMemory(
	    s.p, (int)(s.n < INT32_MAX ? s.n : INT32_MAX), NULL, NULL, XML_PARSE_NONET);
	if (!reader)
		return size;
	xmlTextReaderSetStructuredErrorHandler(reader, ignore_error, NULL);
	while (xmlTextReaderRead(reader) == 1) {
		if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
			continue;
		if (xmlStrEqual(xmlTextReaderConstLocalName(reader), (const xmlChar *)"svg"))
			size = root_size(reader);
		break;
	}
	xmlFreeTextReader(reader);
	return size;
}

/* What its first bytes, behind `skip` others, say an image is. */
static const struct {
	size_t skip;
	struct str magic;
	struct size (*read)(struct str bytes);
} formats[] = {
	{ 0, { "\x89PNG\r\n\x1A\n", 8 }, png_size },
	{ 0, { "GIF8", 4 }, gif_size },
	{ 0, { "\xFF\xD8\xFF", 3 }, jpeg_size },
	{ 8, { "WEBPVP8", 7 }, webp_size },
	{ 0, { "BM", 2 }, bmp_size },
	{ 0, { "\0\0\1\0", 4 }, ico_size },
	{ 4, { "ftypavif", 8 }, heif_size },
	{ 4, { "ftypheic", 8 }, heif_size },
	{ 4, { "ftypmif1", 8 }, heif_size },
};

bool
image_size(struct str bytes, uint32_t *width, uint32_t *height)
{
	struct str head = str_part(bytes, 0, 4096);
	struct size size = { 0 };
	size_t i = 0;

	while (i < sizeof(formats) / sizeof(*formats) &&
	       !str_starts(str_part(bytes, formats[i].skip, bytes.n), formats[i].magic))
		i++;
	if (i < sizeof(formats) / sizeof(*formats))
		size = formats[i].read(bytes);
	else if (str_find(head, STR("<svg"), 0) < head.n)
		size = svg_size(bytes);
	*width = size.width;
	*height = size.height;
	return size.width && size.height;
}

/* encoding.c - from a page's bytes to UTF-8 text. */
#include "encoding.h"

#include <stdlib.h>

#include "../base/buffer.h"
#include "../base/utf8.h"
#include "encoding_multibyte.h"
#include "encoding_table.h"

static int
compare_label(const void *key, const void *row)
{
	const struct str *wanted = key;
	const struct encoding_label *known = row;

	return str_cmp(*wanted, str_of(known->label));
}

static const struct encoding_info *
find_info(struct str label)
{
	const struct encoding_label *row;
	char lower[32];
	struct str key;

	label = str_trim(label);
	if (label.n > sizeof(lower))
		return NULL;
	for (size_t i = 0; i < label.n; i++)
		lower[i] = to_lower(label.p[i]);
	key = (struct str){ lower, label.n };
	row = bsearch(
	    &key, encoding_labels, encoding_n_labels, sizeof(*encoding_labels), compare_label);
	return row ? &encoding_infos[row->info] : NULL;
}

const char *
encoding_of_label(struct str label)
{
	const struct encoding_info *info = find_info(label);

	return info ? info->name : NULL;
}

/* The encoding of the byte order mark that bytes start with, or NULL (HTML, "BOM sniff"). */
static const char *
sniff_bom(struct str bytes)
{
	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		return "UTF-8";
	if (str_starts(bytes, STR("\xFE\xFF")))
		return "UTF-16BE";
	if (str_starts(bytes, STR("\xFF\xFE")))
		return "UTF-16LE";
	return NULL;
}

struct encoding
encoding_sniff(struct str bytes, const char *given, bool guess_utf8)
{
	const char *name;

	if ((name = sniff_bom(bytes)))
		return (struct encoding){ name, ENCODING_BOM };
	if (given && (name = encoding_of_label(str_of(given))))
		return (struct encoding){ name, ENCODING_GIVEN };
	if ((name = encoding_prescan(bytes)))
		return (struct encoding){ name, ENCODING_META };
	if (guess_utf8 && utf8_valid_prefix(bytes) == bytes.n)
		return (struct encoding){ "UTF-8", ENCODING_UTF8_VALID };
	return (struct encoding){ "windows-1252", ENCODING_DEFAULT };
}

static void
decode_utf8(struct str bytes, struct buffer *out)
{
	while (bytes.n) {
		size_t valid = utf8_valid_prefix(bytes);
		uint32_t cp;

		buffer_add(out, str_part(bytes, 0, valid));
		bytes = str_part(bytes, valid, bytes.n);
		if (!bytes.n)
			break;
		bytes = str_part(bytes, utf8_read(bytes.p, bytes.p + bytes.n, &cp), bytes.n);
		buffer_utf8(out, UTF8_REPLACEMENT);
	}
}

/* Section 14.4, "shared UTF-16 decoder": a surrogate without its partner is an error, and so is
 * half a unit at the end. high is the index of the unit's high byte. */
static void
decode_utf16(struct str bytes, unsigned high, struct buffer *out)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	size_t i;

	for (i = 0; i + 1 < bytes.n; i += 2) {
		uint32_t unit = (uint32_t)p[i + high] << 8 | p[i + 1 - high];

		if (unit < 0xDC00 && unit >= 0xD800 && i + 3 < bytes.n &&
		    (p[i + 2 + high] & 0xFC) == 0xDC) {
			uint32_t low = (uint32_t)p[i + 2 + high] << 8 | p[i + 3 - high];

			unit = 0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF));
			i += 2;
		} else if ((unit & 0xF800) == 0xD800) {
			/* With half a unit behind it, it is one error. */
			if (unit < 0xDC00 && i + 3 == bytes.n)
				break;
			unit = UTF8_REPLACEMENT;
		}
		buffer_utf8(out, unit);
	}
	if (i < bytes.n)
		buffer_utf8(out, UTF8_REPLACEMENT);
}

/* Runs of ASCII go eight bytes at a time. */
static void
decode_single_byte(struct str bytes, const uint16_t upper[128], struct buffer *out)
{
	const char *p = bytes.p, *end = bytes.p + bytes.n;

	while (p < end) {
		const char *stop = end - p > 4096 ? p + 4096 : end;
		char *to = buffer_room(out, 3 * 4096), *start = to;

		while (p < stop) {
			unsigned char c = (unsigned char)*p;
			uint64_t word = UINT64_MAX;

			if (stop - p >= 8)
				memcpy(&word, p, 8);
			if (!(word & 0x8080808080808080u)) {
				memcpy(to, p, 8);
				to += 8;
				p += 8;
				continue;
			}
			to += utf8_write(to, c < 0x80 ? c : upper[c - 0x80]);
			p++;
		}
		out->n += (size_t)(to - start);
	}
}

/* Section 14.5: bytes above ASCII are U+F780 to U+F7FF. */
static void
decode_user_defined(struct str bytes, struct buffer *out)
{
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];

		buffer_utf8(out, c < 0x80 ? c : 0xF700u + c);
	}
}

static void
decode(struct str bytes, const struct encoding_info *info, struct buffer *out)
{
	switch (info->kind) {
	case ENCODING_UTF8: decode_utf8(bytes, out); break;
	case ENCODING_UTF16LE: decode_utf16(bytes, 1, out); break;
	case ENCODING_UTF16BE: decode_utf16(bytes, 0, out); break;
	case ENCODING_SINGLE_BYTE: decode_single_byte(bytes, info->upper, out); break;
	case ENCODING_USER_DEFINED: decode_user_defined(bytes, out); break;
	case ENCODING_REPLACEMENT:
		if (bytes.n)
			buffer_utf8(out, UTF8_REPLACEMENT);
		break;
	default: encoding_decode_multibyte(info->kind, bytes, out);
	}
}

struct str
encoding_decode(struct arena *a, struct str bytes, const char *name)
{
	const struct encoding_info *info = find_info(str_of(name));
	const char *bom = sniff_bom(bytes);
	struct buffer out = { 0 };
	struct str text;

	if (bom && strcmp(bom, info->name) == 0)
		bytes = str_part(bytes, info->kind == ENCODING_UTF8 ? 3 : 2, bytes.n);
	if (info->kind == ENCODING_UTF8 && utf8_valid_prefix(bytes) == bytes.n)
		return bytes;
	decode(bytes, info, &out);
	text = buffer_str(&out);
	text = str_eq(text, bytes) ? bytes : arena_str(a, text);
	buffer_free(&out);
	return text;
}

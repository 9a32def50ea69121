/* encoding.c - sniffing and decoding, bytes in and text out. */
#include "html/encoding.h"

#include <stdint.h>

#include "base/buffer.h"
#include "tap.h"

static uint64_t
fnv1a(struct str s)
{
	uint64_t h = 0xCBF29CE484222325;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001B3;
	return h;
}

/* All codes of two bytes from a lead of `low` on, each between `before` and `after`. */
static void
add_pairs(struct buffer *b, const char *before, unsigned low, const char *after)
{
	for (unsigned code = low << 8; code < 0x10000; code++) {
		buffer_add(b, str_of(before));
		buffer_char(b, (char)(code >> 8));
		buffer_char(b, (char)code);
		buffer_add(b, str_of(after));
	}
}

/* The codes of four bytes that stand for the basic plane. */
static void
add_fours(struct buffer *b)
{
	for (unsigned p = 0; p < 4 * 10 * 126 * 10; p++) {
		buffer_char(b, (char)(0x81 + p / 12600));
		buffer_char(b, (char)(0x30 + p / 1260 % 10));
		buffer_char(b, (char)(0x81 + p / 10 % 126));
		buffer_char(b, (char)(0x30 + p % 10));
	}
}

/* What every code of an encoding becomes: hashes (64-bit FNV-1a) of what encoding_rs 0.8.35, an
 * implementation of the standard not related to this one, makes of the same bytes. */
static const struct {
	const char *name;
	uint64_t hash;
} whole[] = {
	{ "Big5", 0x2D416AD49AE2D48C },
	{ "EUC-JP", 0x317038853AB5A6AD },
	{ "EUC-KR", 0x8ECB9143A2FFDC98 },
	{ "gb18030", 0xE0A344C4910B7B31 },
	{ "GBK", 0xDA708651B4A997FE },
	{ "IBM866", 0x6B8F44234EFAE54A },
	{ "ISO-2022-JP", 0x854FCF8BBCD421BC },
	{ "ISO-8859-10", 0xF0720492E19FD91B },
	{ "ISO-8859-13", 0x4CC282A8BA420A61 },
	{ "ISO-8859-14", 0x27EF6FCEADA8F435 },
	{ "ISO-8859-15", 0x461F37F7C64278C0 },
	{ "ISO-8859-16", 0x5EB2ED1A24BEA882 },
	{ "ISO-8859-2", 0x0891CDFF42687236 },
	{ "ISO-8859-3", 0xF9BEEC0AEF2D7A97 },
	{ "ISO-8859-4", 0xEC5455CDCA7B918F },
	{ "ISO-8859-5", 0x4616B17A577DBFAF },
	{ "ISO-8859-6", 0xC2CA17CF95AEA1E2 },
	{ "ISO-8859-7", 0xAEF1CF286AFA4969 },
	{ "ISO-8859-8", 0xDB6B1189065B2F5D },
	{ "ISO-8859-8-I", 0xDB6B1189065B2F5D },
	{ "KOI8-R", 0x635471103B3E073D },
	{ "KOI8-U", 0xDD7FDB40AF8D1D41 },
	{ "macintosh", 0x2AC543A0FA54B935 },
	{ "Shift_JIS", 0xE6FF29BDBC847FE1 },
	{ "windows-1250", 0x17BE4B5FAA6291B5 },
	{ "windows-1251", 0xB8FB9938A8961325 },
	{ "windows-1252", 0x9CD7DAFFBB28039A },
	{ "windows-1253", 0x8961A92196EAD090 },
	{ "windows-1254", 0xC9D2E7CF7C3CAF14 },
	{ "windows-1255", 0x625D3BD8D612361F },
	{ "windows-1256", 0x8D69C07530A8824B },
	{ "windows-1257", 0xE142EB2FB596A64E },
	{ "windows-1258", 0x8052F975114C9E83 },
	{ "windows-874", 0x90812B3712221A93 },
	{ "x-mac-cyrillic", 0x66C4C06C8E064185 },
	{ "x-user-defined", 0x814C22AA7C99D825 },
};

static void
test_every_code(struct arena *a, const char *name, uint64_t hash)
{
	struct buffer b = { 0 };

	if (strcmp(name, "ISO-2022-JP") == 0) {
		add_pairs(&b, "\x1B$B", 0, "\x1B(B\n");
	} else if (strchr("GgBES", name[0])) {
		add_pairs(&b, "", 0x80, "\n");
		if (strcmp(name, "EUC-JP") == 0)
			add_pairs(&b, "\x8F", 0x80, "\n");
		if (strcmp(name, "gb18030") == 0)
			add_fours(&b);
	} else {
		for (unsigned c = 0; c < 256; c++)
			buffer_char(&b, (char)c);
	}
	ok(fnv1a(encoding_decode(a, buffer_str(&b), name)) == hash, "every code of %s", name);
	buffer_free(&b);
}

/* Ill-formed bytes: what is wrong is replaced, what is right beside it stays. */
static const struct {
	const char *name;
	struct str bytes;
	const char *text;
} broken[] = {
	{ "UTF-8", STR("caf\xE9 cr\xC3\xA8me"), "caf\uFFFD cr\u00E8me" },
	{ "UTF-8", STR("\xE2\x82"), "\uFFFD" },
	{ "UTF-8", STR("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD" },
	{ "UTF-8", STR("\xEF\xBB\xBF\xEF\xBB\xBFx"), "\uFEFFx" },
	{ "UTF-16LE", STR("\xFF\xFE\x3D\xD8\x00\xDE!\0"), "\U0001F600!" },
	{ "UTF-16LE", STR("\x3D\xD8!\0"), "\uFFFD!" },
	{ "UTF-16LE", STR("a\0\x3D\xD8\x00"), "a\uFFFD" },
	{ "UTF-16BE", STR("\xDE\x00\0a\0"), "\uFFFDa\uFFFD" },
	{ "replacement", STR("\x1B$)C<script>"), "\uFFFD" },
	{ "Shift_JIS", STR("\x81<b>\xFD\x93\xFA"), "\uFFFD<b>\uFFFD\u65E5" },
	{ "EUC-KR", STR("\xB0<\xB0\xA1\xB0"), "\uFFFD<\uAC00\uFFFD" },
	{ "Big5", STR("\x88\x62\x88\xA5\xFF\xA4\xA4"), "\u00CA\u0304\u00EA\u030C\uFFFD\u4E2D" },
	{ "EUC-JP", STR("\x8F\xA2<p>\x8E\xB1\x8F"), "\uFFFD<p>\uFF71\uFFFD" },
	{ "EUC-JP", STR("\x8F\xB0\xA1\xC6\xFC"), "\u4E02\u65E5" },
	{ "gb18030", STR("\x81\x30\x81<\x80\x81\x30"), "\uFFFD0\uFFFD<\u20AC\uFFFD" },
	{ "GBK", STR("\x94\x39\xDA\x33\xD6\xD0"), "\U0001F4A9\u4E2D" },
	{ "ISO-2022-JP", STR("\x1B(J\\\x1B$BF|K\\\x1B(B\\\x1B"), "\u00A5\u65E5\u672C\\\uFFFD" },
	{ "ISO-2022-JP", STR("\x1B(I1\x1B(B\x1B(B\x0E"), "\uFF71\uFFFD\uFFFD" },
};

static void
test_broken(struct arena *a)
{
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		struct str text = encoding_decode(a, broken[i].bytes, broken[i].name);

		ok(str_eq(text, str_of(broken[i].text)), "ill-formed %s, bytes %zu",
		    broken[i].name, i);
	}
}

static void
test_sniff(const char *what, struct str bytes, const char *given, bool guess, const char *name,
    enum encoding_from from)
{
	struct encoding got = encoding_sniff(bytes, given, guess);

	ok(strcmp(got.name, name) == 0 && got.from == from, "sniff: %s", what);
}

static void
test_order(void)
{
	struct str page = STR("<meta charset=koi8-r>\xC3\xA9");

	test_sniff("a byte order mark beats everything", STR("\xFE\xFF<meta charset=koi8-r>"),
	    "utf-8", true, "UTF-16BE", ENCODING_BOM);
	test_sniff("what is given beats the page", page, " Latin1\n", true, "windows-1252",
	    ENCODING_GIVEN);
	test_sniff(
	    "an unknown label given is none", page, "klingon", true, "KOI8-R", ENCODING_META);
	test_sniff(
	    "undeclared UTF-8", STR("\xC3\xA9"), NULL, true, "UTF-8", ENCODING_UTF8_VALID);
	test_sniff("undeclared, no guess", STR("\xC3\xA9"), NULL, false, "windows-1252",
	    ENCODING_DEFAULT);
	test_sniff(
	    "undeclared, not UTF-8", STR("\xE9"), NULL, true, "windows-1252", ENCODING_DEFAULT);
	test_sniff("an empty page", STR(""), NULL, true, "UTF-8", ENCODING_UTF8_VALID);
}

static void
test_meta(void)
{
	struct str none = { 0 }, type = STR("Content-TYPE"), content = STR("x;CHARSET = big5;");

	ok(strcmp(encoding_of_meta(STR("utf-16be"), none, none), "UTF-8") == 0,
	    "meta: UTF-16 is told as UTF-8");
	ok(strcmp(encoding_of_meta(none, type, content), "Big5") == 0, "meta: content");
	ok(strcmp(encoding_of_meta(STR("?"), type, content), "Big5") == 0,
	    "meta: content after an unknown charset");
	ok(!encoding_of_meta(none, STR("refresh"), content), "meta: content of something else");
	ok(!encoding_of_meta(none, type, STR("charset=\"big5")), "meta: an open quote");
}

static void
test_in_place(struct arena *a)
{
	struct str utf8 = STR("d\u00E9j\u00E0"),
		   ascii = STR("plain, and long enough for a word");

	ok(encoding_decode(a, utf8, "UTF-8").p == utf8.p, "well-formed UTF-8 is not copied");
	ok(encoding_decode(a, ascii, "windows-1251").p == ascii.p, "ASCII is not copied");
	ok(encoding_decode(a, ascii, "Shift_JIS").p == ascii.p, "ASCII of Shift_JIS neither");
}

int
main(void)
{
	struct arena a = { 0 };

	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		test_every_code(&a, whole[i].name, whole[i].hash);
	test_broken(&a);
	test_order();
	test_meta();
	test_in_place(&a);
	arena_free(&a);
	return tap_end();
}

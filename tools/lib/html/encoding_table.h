/* encoding_table.h - labels and indexes of the Encoding standard, generated. */
#ifndef HTML_ENCODING_TABLE_H
#define HTML_ENCODING_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* Ways to decode. ENCODING_GB18030 is the decoder of GBK too (section 10.1.1). */
enum encoding_kind {
	ENCODING_UTF8,
	ENCODING_UTF16LE,
	ENCODING_UTF16BE,
	ENCODING_SINGLE_BYTE,
	ENCODING_USER_DEFINED,
	ENCODING_REPLACEMENT,
	ENCODING_GB18030,
	ENCODING_BIG5,
	ENCODING_EUC_JP,
	ENCODING_ISO_2022_JP,
	ENCODING_SHIFT_JIS,
	ENCODING_EUC_KR,
	ENCODING_KINDS,
};

struct encoding_info {
	const char *name;
	enum encoding_kind kind;
	const uint16_t *upper; /* of single bytes: code points of 0x80 to 0xFF */
};

struct encoding_label {
	const char *label; /* lower case */
	uint8_t info;      /* index into encoding_infos */
};

/* A code that iconv reads otherwise than the standard. */
struct encoding_exception {
	uint32_t code; /* its bytes, big-endian */
	uint32_t cp;
};
struct encoding_exceptions {
	const struct encoding_exception *rows;
	size_t n;
};

extern const struct encoding_info encoding_infos[];

/* Sorted by label. */
extern const struct encoding_label encoding_labels[];
extern const size_t encoding_n_labels;

/* Of each kind of encoding, sorted by code. */
extern const struct encoding_exceptions encoding_exceptions[ENCODING_KINDS];

#endif

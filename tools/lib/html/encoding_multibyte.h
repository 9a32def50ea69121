/* encoding_multibyte.h - the decoders of the East Asian encodings (WHATWG Encoding, sections
 * 10 to 13). */
#ifndef HTML_ENCODING_MULTIBYTE_H
#define HTML_ENCODING_MULTIBYTE_H

#include "../base/buffer.h"
#include "../base/str.h"
#include "encoding_table.h"

/* Append bytes, in an encoding of kind ENCODING_GB18030 or later, to *out as UTF-8. A C library
 * without the converter is trouble, and every code then reads as U+FFFD. Converters are loaded
 * when they are first wanted, and stay; safe from any thread. */
void encoding_decode_multibyte(enum encoding_kind kind, struct str bytes, struct buffer *out);

#endif

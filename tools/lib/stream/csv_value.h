/* csv_value.h - a value as CSV has it (RFC 4180). */
#ifndef STREAM_CSV_VALUE_H
#define STREAM_CSV_VALUE_H

#include "../base/buffer.h"

/* Append it in quotes, be it empty or absent. */
void csv_value(struct buffer *out, struct str value);

#endif

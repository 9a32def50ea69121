/* complaint.h - what libxml2 says is wrong, in our words. */
#ifndef STREAM_COMPLAINT_H
#define STREAM_COMPLAINT_H

#include "../base/buffer.h"

/* Append a message of libxml2 as one line: lower case, no full stop, names without their
 * namespaces, and cut (with "...") where it is longer than 300 bytes. code is the one that came
 * with it. */
void complaint_write(struct buffer *out, const char *message, int code);

#endif

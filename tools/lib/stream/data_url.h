/* data_url.h - addresses that hold what they lead to (RFC 2397; WHATWG Fetch, section 6). */
#ifndef STREAM_DATA_URL_H
#define STREAM_DATA_URL_H

#include <stdbool.h>

#include "../base/arena.h"

bool is_data_url(struct str url);

/* Read one: the media type without parameters, in lower case ("text/plain" where it names
 * none), and the bytes, both in the arena. -1 where it has no comma, or no base64 where it says
 * so. */
int data_url_read(struct arena *a, struct str url, struct str *type, struct str *bytes);

/* The extension of files of a media type, such as ".png"; empty where none is usual. */
struct str media_extension(struct str type);

#endif

/* date.h - dates as people and machines write them. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "arena.h"
#include "str.h"

/* The first date in text, with the time behind it if there is one, in the form of ISO 8601:
 * "2024-05-06", or "2024-05-06T07:08:09+02:00" as precise as written, an offset only where one
 * is written ("Z" for none). Years are 1000 to 2999. Read are ISO 8601 with dashes, slashes,
 * dots or (eight digits) nothing, RFC 2822, months by their names in seven languages of Europe
 * before or after the day, day and month with dots, slashes or dashes where they cannot be
 * mistaken for each other or dots part them, and the signs of Chinese and Japanese. Absent
 * where there is none. */
struct str date_find(struct arena *a, struct str text);

#endif

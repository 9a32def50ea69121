/* characters.c - copy only what a replacement forces to. */
#include "characters.h"

#include "reference.h"
#include "scan.h"

/* Replace the special byte at p; *out moves behind what is written. Returns the bytes read. */
static size_t
replace(const char *p, const char *end, enum characters_in in, char **out)
{
	size_t read, written;

	switch (*p) {
	case '\r': *(*out)++ = '\n'; return p + 1 < end && p[1] == '\n' ? 2 : 1;
	case '\0':
		memcpy(*out, "\xEF\xBF\xBD", 3);
		*out += 3;
		return 1;
	default:
		read = reference_read(p, end, in == IN_ATTRIBUTE, *out, &written);
		if (read == 0)
			**out = *p;
		*out += read ? written : 1;
		return read ? read : 1;
	}
}

/* Room for raw after replacement: three bytes for a NUL; the longest growth of a reference is
 * "&nGt;", five bytes to six. */
static size_t
room_for(struct str raw)
{
	size_t room = raw.n + raw.n / 5;

	for (size_t at = 0; (at = str_find_char(raw, '\0', at)) < raw.n; at++)
		room += 2;
	return room;
}

struct str
characters(struct arena *a, struct str raw, enum characters_in in)
{
	const char reference = in == IN_RAW ? '\r' : '&';
	const char *p = raw.p, *end = raw.p + raw.n;
	const char *special = scan_four(p, end, reference, '\r', '\0', '\0');
	char *copy, *out;

	if (special == end)
		return raw;
	copy = out = arena_alloc(a, room_for(raw));
	while (p < end) {
		memcpy(out, p, (size_t)(special - p));
		out += special - p;
		if (special == end)
			break;
		p = special + replace(special, end, in, &out);
		special = scan_four(p, end, reference, '\r', '\0', '\0');
	}
	return (struct str){ copy, (size_t)(out - copy) };
}

struct str
characters_name(struct arena *a, struct str raw)
{
	size_t capital = 0;
	char *copy;

	while (capital < raw.n && to_lower(raw.p[capital]) == raw.p[capital])
		capital++;
	if (capital < raw.n) {
		copy = arena_alloc(a, raw.n);
		for (size_t i = 0; i < raw.n; i++)
			copy[i] = to_lower(raw.p[i]);
		raw.p = copy;
	}
	return characters(a, raw, IN_RAW);
}

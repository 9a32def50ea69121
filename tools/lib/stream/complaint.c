/* complaint.c - what libxml2 says is wrong, in our words. */
#include "complaint.h"

#include <libxml/xmlerror.h>

#include "../base/utf8.h"

enum { MOST_BYTES = 300 };

/* Length of a "{namespace}" at p that stands before a name, else 0. */
static size_t
namespace_length(struct str s, size_t at)
{
	size_t end;

	if (s.p[at] != '{' || at == 0 || (s.p[at - 1] != '\'' && s.p[at - 1] != ' '))
		return 0;
	end = str_find_char(s, '}', at);
	if (end + 1 >= s.n || !memchr(s.p + at, ':', end - at))
		return 0;
	return is_alpha(s.p[end + 1]) || s.p[end + 1] == '*' ? end + 1 - at : 0;
}

/* "[facet 'NAME'] ", which only repeats what follows. */
static size_t
facet_length(struct str s, size_t at)
{
	static const struct str start = { "[facet '", 8 }, end = { "'] ", 3 };
	size_t stop;

	if (!str_starts(str_part(s, at, s.n), start))
		return 0;
	stop = str_find(s, end, at);
	return stop < s.n ? stop + end.n - at : 0;
}

/* True where a sentence starts: at the start of all, after ": ", ". " and what is left out. */
static bool
starts_sentence(const struct buffer *out, size_t start)
{
	const char *end = out->data + out->n;

	return out->n == start ||
	       (out->n - start >= 2 && end[-1] == ' ' && (end[-2] == ':' || end[-2] == ';'));
}

/* Append one character of the message that stands outside of quotes. */
static void
add_own(struct buffer *out, size_t start, struct str s, size_t at)
{
	bool ends = s.p[at] == '.' && at + 1 < s.n && s.p[at + 1] == ' ';

	if (ends)
		buffer_char(out, ';');
	else if (starts_sentence(out, start))
		buffer_char(out, to_lower(s.p[at]));
	else
		buffer_char(out, s.p[at]);
}

static void
add_quoted(struct buffer *out, char c)
{
	buffer_char(out, (unsigned char)c < 0x20 ? ' ' : c);
}

static void
shorten(struct buffer *out, size_t start)
{
	struct str s = { out->data + start, MOST_BYTES };

	if (out->n - start <= MOST_BYTES)
		return;
	out->n = start + utf8_valid_prefix(s);
	buffer_add(out, STR("..."));
}

/* Length of the message without the elements expected when they are ten, as more never are. */
static size_t
without_long_list(struct str s)
{
	static const struct str list = { " Expected is one of (", 21 };
	size_t start = str_find(s, list, 0), n = 0;

	for (size_t i = start; i < s.n; i++)
		n += s.p[i] == ',';
	return n < 9 ? s.n : start;
}

void
complaint_write(struct buffer *out, const char *message, int code)
{
	/* Of several patterns only the last is told, which misleads. */
	static const struct str pattern = { " by the pattern '", 17 };
	struct str s = str_trim(str_of(message));
	size_t start = out->n;
	bool quoted = false;

	if (code == XML_SCHEMAV_CVC_PATTERN_VALID)
		s.n = str_find(s, pattern, 0);
	if (code == XML_SCHEMAV_ELEMENT_CONTENT)
		s.n = without_long_list(s);
	if (str_ends(s, STR(".")))
		s.n--;
	for (size_t i = 0; i < s.n && out->n - start <= MOST_BYTES; i++) {
		size_t left_out = namespace_length(s, i);

		if (!left_out && !quoted)
			left_out = facet_length(s, i);
		if (left_out) {
			i += left_out - 1;
			continue;
		}
		if (s.p[i] == '\'')
			quoted = !quoted;
		if (quoted || s.p[i] == '\'' || (unsigned char)s.p[i] < 0x20)
			add_quoted(out, s.p[i]);
		else
			add_own(out, start, s, i);
	}
	shorten(out, start);
}

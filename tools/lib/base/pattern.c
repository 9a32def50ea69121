/* pattern.c - regular expressions by PCRE2. */
#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "diagnostics.h"
#include "memory.h"

struct pattern {
	pcre2_code *code;
	char source[]; /* for messages */
};

static void
say_error(int error, struct buffer *why)
{
	PCRE2_UCHAR message[256];

	pcre2_get_error_message(error, message, sizeof(message));
	buffer_printf(why, "%s", (const char *)message);
}

struct pattern *
pattern_new(struct str source, unsigned flags, struct buffer *why)
{
	uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
	struct pattern *p;
	pcre2_code *code;
	size_t offset;
	int error;

	if (flags & PATTERN_CASELESS)
		options |= PCRE2_CASELESS;
	if (flags & PATTERN_EXTENDED)
		options |= PCRE2_EXTENDED;
	if (flags & PATTERN_MULTILINE)
		options |= PCRE2_MULTILINE;
	if (flags & PATTERN_UNICODE)
		options |= PCRE2_UCP;
	code = pcre2_compile((PCRE2_SPTR)source.p, source.n, options, &error, &offset, NULL);
	if (!code) {
		say_error(error, why);
		buffer_printf(why, " at offset %zu in '%.*s'", offset, (int)source.n, source.p);
		return NULL;
	}
	/* Where there is no JIT, pcre2_match() interprets: slower, never different. */
	pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	p = x_malloc(sizeof(*p) + source.n + 1);
	p->code = code;
	memcpy(p->source, source.p, source.n);
	p->source[source.n] = '\0';
	return p;
}

void
pattern_free(struct pattern *p)
{
	if (!p)
		return;
	pcre2_code_free(p->code);
	free(p);
}

/* Say what went wrong, if anything did, and whether there is a match. */
static bool
is_match(const struct pattern *p, int result)
{
	struct buffer why = { 0 };

	if (result < 0 && result != PCRE2_ERROR_NOMATCH) {
		say_error(result, &why);
		trouble(NULL, "pattern '%s': %s", p->source, why.data);
		buffer_free(&why);
	}
	return result >= 0;
}

static pcre2_match_data *
new_match_data(void)
{
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);

	if (!data)
		memory_exhausted();
	return data;
}

bool
pattern_match(const struct pattern *p, struct str text)
{
	return pattern_find(p, text, 0, &(struct match){ 0 });
}

bool
pattern_find(const struct pattern *p, struct str text, size_t from, struct match *m)
{
	pcre2_match_data *data = new_match_data();
	int result = pcre2_match(
	    p->code, (PCRE2_SPTR)(text.p ? text.p : ""), text.n, from, 0, data, NULL);
	bool found = is_match(p, result);
	PCRE2_SPTR mark;

	if (found) {
		PCRE2_SIZE *at = pcre2_get_ovector_pointer(data);

		mark = pcre2_get_mark(data);
		*m = (struct match){ at[0], at[1], mark ? atoi((const char *)mark) : -1 };
	}
	pcre2_match_data_free(data);
	return found;
}

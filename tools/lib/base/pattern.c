/* pattern.c - regular expressions by PCRE2. */
#include "pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "diagnostics.h"
#include "memory.h"

/* Machine code is made once a pattern has read enough to be worth it: for a single page that
 * would take longer than all else. Until then one thread at a time matches, interpreting. */
enum { WORTH_COMPILING = 2048, UNREAD = 64 }; /* bytes; what a match counts for besides */

struct start {
	pthread_mutex_t access; /* until ready */
	atomic_bool ready;
	pcre2_code *code;             /* NULL: not yet compiled */
	const uint8_t *_Atomic first; /* of the code: a bit for each byte that what matches may
	                               * begin with; NULL: any */
	size_t read;
};

struct pattern {
	struct start *start;
	unsigned flags;
	size_t n;
	char source[];
};

static void
say_error(int error, struct buffer *why)
{
	PCRE2_UCHAR message[256];

	pcre2_get_error_message(error, message, sizeof(message));
	buffer_printf(why, "%s", (const char *)message);
}

/* NULL with a message for a bad pattern. */
static pcre2_code *
compile(struct str source, unsigned flags, struct buffer *why)
{
	uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
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
	}
	return code;
}

struct pattern *
pattern_later(struct str source, unsigned flags)
{
	struct pattern *p = x_calloc(1, sizeof(*p) + source.n + 1);

	p->start = x_calloc(1, sizeof(*p->start));
	pthread_mutex_init(&p->start->access, NULL);
	p->flags = flags;
	p->n = source.n;
	memcpy(p->source, source.p, source.n);
	return p;
}

struct pattern *
pattern_new(struct str source, unsigned flags, struct buffer *why)
{
	pcre2_code *code = compile(source, flags, why);
	struct pattern *p = code ? pattern_later(source, flags) : NULL;

	if (p)
		p->start->code = code;
	return p;
}

void
pattern_free(struct pattern *p)
{
	if (!p)
		return;
	if (p->start->code) /* or the library would be loaded for nothing */
		pcre2_code_free(p->start->code);
	pthread_mutex_destroy(&p->start->access);
	free(p->start);
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

/* Note what a text begins with that matches, where a match begins there too. */
static void
note_first(struct start *start)
{
	const uint8_t *first = NULL;
	uint32_t options;

	pcre2_pattern_info(start->code, PCRE2_INFO_ALLOPTIONS, &options);
	if (options & PCRE2_ANCHORED)
		pcre2_pattern_info(start->code, PCRE2_INFO_FIRSTBITMAP, &first);
	start->first = first;
}

static void
compile_now(const struct pattern *p)
{
	struct buffer why = { 0 };

	p->start->code = compile((struct str){ p->source, p->n }, p->flags, &why);
	if (!p->start->code)
		die("%.*s", (int)why.n, why.data);
	note_first(p->start);
}

/* pcre2_match() on a pattern that has no machine code yet, and that code where it is due. */
static int
match_new(const struct pattern *p, struct str text, size_t from, pcre2_match_data *data)
{
	struct start *start = p->start;
	int result;

	pthread_mutex_lock(&start->access);
	if (!start->code)
		compile_now(p);
	start->read += text.n - from + UNREAD;
	if (!start->ready && start->read >= WORTH_COMPILING) {
		/* Where there is no JIT, pcre2_match() interprets: slower, never different. */
		pcre2_jit_compile(start->code, PCRE2_JIT_COMPLETE);
		start->ready = true;
	}
	result = pcre2_match(start->code, (PCRE2_SPTR)text.p, text.n, from, 0, data, NULL);
	pthread_mutex_unlock(&start->access);
	return result;
}

bool
pattern_may_match(const struct pattern *p, struct str text)
{
	const uint8_t *first = p->start->first;
	unsigned char c = text.n ? (unsigned char)text.p[0] : 0;

	return !first || (text.n && first[c / 8] >> c % 8 & 1);
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
	PCRE2_SPTR mark;
	bool found;
	int result;

	if (!text.p)
		text.p = "";
	if (p->start->ready)
		result = pcre2_match(
		    p->start->code, (PCRE2_SPTR)text.p, text.n, from, 0, data, NULL);
	else
		result = match_new(p, text, from, data);
	found = is_match(p, result);
	if (found) {
		PCRE2_SIZE *at = pcre2_get_ovector_pointer(data);

		mark = pcre2_get_mark(data);
		*m = (struct match){ at[0], at[1], mark ? atoi((const char *)mark) : -1 };
	}
	pcre2_match_data_free(data);
	return found;
}

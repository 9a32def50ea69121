/* raw_text.c - where text without markup ends (sections 13.2.5.9 to 13.2.5.31, 13.2.5.69). */
#include "markup.h"
#include "scan.h"

/* True when a whole name, in any case, stands at p. */
static bool
is_name(const char *p, const char *end, struct str name)
{
	struct str rest = { p, (size_t)(end - p) };

	return rest.n > name.n && str_starts_nocase(rest, name) && ends_name(p[name.n]);
}

static bool
is_appropriate_end_tag(const struct tokenizer *t, const char *p)
{
	return t->last_start.n && t->end - p > 2 && p[1] == '/' &&
	       is_name(p + 2, t->end, t->last_start);
}

static const char *
element_end(const struct tokenizer *t)
{
	const char *p = t->next;

	while ((p = scan_four(p, t->end, '<', '<', '<', '<')) < t->end) {
		if (is_appropriate_end_tag(t, p))
			return p;
		p++;
	}
	return p;
}

static const char *
section_end(const struct tokenizer *t)
{
	struct str rest = { t->next, (size_t)(t->end - t->next) };

	return t->next + str_find(rest, STR("]]>"), 0);
}

enum escape { PLAIN, ESCAPED, DOUBLE_ESCAPED };

/* Step over the '<' at p and what else of a script decides on escaping; *escape becomes what
 * follows. */
static const char *
script_step(const char *p, const char *end, enum escape *escape)
{
	struct str rest = { p, (size_t)(end - p) };

	if (*escape == PLAIN && str_starts(rest, STR("<!--"))) {
		*escape = ESCAPED;
		return p + 2; /* the dashes count for "-->" too */
	}
	if (*escape == ESCAPED && is_name(p + 1, end, STR("script"))) {
		*escape = DOUBLE_ESCAPED;
		return p + STR("<script>").n;
	}
	if (*escape == DOUBLE_ESCAPED && str_starts(rest, STR("</")) &&
	    is_name(p + 2, end, STR("script"))) {
		*escape = ESCAPED;
		return p + STR("</script>").n;
	}
	return p + 1;
}

/* Step over dashes; two of them and a '>' end escaping. */
static const char *
dashes_step(const char *p, const char *end, enum escape *escape)
{
	const char *q = p;

	while (q < end && *q == '-')
		q++;
	if (q - p >= 2 && q < end && *q == '>')
		*escape = PLAIN;
	return q;
}

static const char *
script_end(const struct tokenizer *t)
{
	enum escape escape = PLAIN;
	const char *p = t->next;

	for (;;) {
		p = scan_four(p, t->end, '<', '<', '<', escape == PLAIN ? '<' : '-');
		if (p == t->end)
			return p;
		if (*p == '-')
			p = dashes_step(p, t->end, &escape);
		else if (escape != DOUBLE_ESCAPED && is_appropriate_end_tag(t, p))
			return p;
		else
			p = script_step(p, t->end, &escape);
	}
}

const char *
raw_text_end(const struct tokenizer *t)
{
	switch (t->state) {
	case TOKENIZER_PLAINTEXT: return t->end;
	case TOKENIZER_CDATA: return section_end(t);
	case TOKENIZER_SCRIPT_DATA: return script_end(t);
	default: return element_end(t);
	}
}

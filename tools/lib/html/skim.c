/* skim.c - step over a tag. */
#include "skim.h"

#include "characters.h"

#define A SKIM_LETTER
#define N SKIM_LENGTH

/* Attributes that refer to something, or that something refers to. */
static const uint16_t wanted_lengths[26] = {
	A('a') = N(6),               /* action */
	A('b') = N(10),              /* background */
	A('c') = N(4) | N(7),        /* cite, content */
	A('d') = N(4),               /* data */
	A('f') = N(10),              /* formaction */
	A('h') = N(4),               /* href */
	A('i') = N(2) | N(11),       /* id, imagesrcset */
	A('l') = N(8),               /* longdesc */
	A('m') = N(8),               /* manifest */
	A('n') = N(4),               /* name */
	A('p') = N(4) | N(6),        /* ping, poster */
	A('s') = N(3) | N(5) | N(6), /* src, style, srcset */
	A('u') = N(6),               /* usemap */
};

/* Attributes that say more of these. */
static const uint16_t kept_lengths[26] = {
	A('a') =
	    N(3) | N(10) | N(11) | N(15), /* alt, aria-label, aria-hidden, aria-labelledby */
	A('h') = N(8) | N(10),            /* hreflang, http-equiv */
	A('i') = N(8),                    /* itemprop */
	A('p') = N(8),                    /* property */
	A('r') = N(3) | N(4),             /* rel, role */
};

enum { SPACE = 1, ENDS_KEY = 2 };

static const uint8_t kinds[256] = {
	[' '] = SPACE | ENDS_KEY,
	['\t'] = SPACE | ENDS_KEY,
	['\n'] = SPACE | ENDS_KEY,
	['\f'] = SPACE | ENDS_KEY,
	['\r'] = SPACE | ENDS_KEY,
	['/'] = ENDS_KEY,
	['>'] = ENDS_KEY,
	['='] = ENDS_KEY,
};

static inline bool
is_kind(char c, unsigned kind)
{
	return kinds[(unsigned char)c] & kind;
}

static inline const char *
skip_space(const char *p, const char *end)
{
	while (p < end && is_kind(*p, SPACE))
		p++;
	return p;
}

/* Take the value at p; returns what follows it. */
static inline const char *
skim_value(const char *p, const char *end, struct str *value)
{
	if (p < end && (*p == '"' || *p == '\'')) {
		const char *close = scan_four(p + 1, end, *p, *p, *p, *p);

		*value = (struct str){ p + 1, (size_t)(close - p - 1) };
		return close < end ? close + 1 : close;
	}
	value->p = p;
	while (p < end && !is_kind(*p, SPACE) && *p != '>')
		p++;
	value->n = (size_t)(p - value->p);
	return p;
}

static void
add(struct skimmed *s, struct str text, struct str key, struct str value)
{
	if (s->n < SKIM_ATTRS)
		s->attrs[s->n] = (struct html_attr){
			.key = key,
			.value = value,
			.offset = (uint32_t)(value.p - text.p),
		};
	s->n++;
}

const char *
skim_attrs(struct str text, const char *p, struct skimmed *s)
{
	const char *end = text.p + text.n, *after;
	struct str key, value;
	bool wanted;

	s->n = 0;
	s->wanted = false;
	while (p < end && *p != '>') {
		if (is_kind(*p, SPACE) || *p == '/') {
			p++;
			continue;
		}
		key.p = p; /* its first byte is part of it whatever it is, '=' too */
		for (p++; p < end && !is_kind(*p, ENDS_KEY);)
			p++;
		key.n = (size_t)(p - key.p);
		value = (struct str){ p, 0 };
		after = skip_space(p, end);
		if (after < end && *after == '=')
			p = skim_value(skip_space(after + 1, end), end, &value);
		wanted = skim_may_be(wanted_lengths, key.p, key.n);
		s->wanted = s->wanted || wanted;
		if (wanted || skim_may_be(kept_lengths, key.p, key.n))
			add(s, text, key, value);
	}
	return p;
}

static bool
is_repeated(const struct html_attr *attrs, uint32_t n, const struct html_attr *attr)
{
	for (uint32_t i = 0; i < n; i++)
		if (attrs[i].name == attr->name && str_eq(attrs[i].key, attr->key))
			return true;
	return false;
}

struct html_attr *
skim_keep(struct arena *a, const struct skimmed *s, uint32_t *n)
{
	struct html_attr *kept = arena_alloc(a, s->n * sizeof(*kept));

	*n = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		struct html_attr attr = s->attrs[i];

		attr.name = (uint16_t)attr_of(attr.key);
		attr.key = attr.name ? attr_name(attr.name) : characters_name(a, attr.key);
		if (is_repeated(kept, *n, &attr))
			continue;
		attr.value = characters(a, attr.value, IN_ATTRIBUTE);
		kept[(*n)++] = attr;
	}
	return kept;
}

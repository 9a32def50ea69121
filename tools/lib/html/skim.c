/* skim.c - step over a tag. */
#include "skim.h"

#include "characters.h"
#include "names_find.h"

#define A SKIM_LETTER
#define N SKIM_LENGTH

#define K(length) (N(length) << 16)

/* Attributes that refer to something, or that something refers to (N), and those that say more
 * of these (K), by their first letters. */
static const uint32_t lengths[32] = {
	A('a') = N(6) | K(3) | K(10) | K(11) | K(15), /* action; alt, aria-label, aria-hidden,
	                                                 aria-labelledby */
	A('b') = N(10),                               /* background */
	A('c') = N(4) | N(7),                         /* cite, content */
	A('d') = N(4),                                /* data */
	A('f') = N(10),                               /* formaction */
	A('h') = N(4) | K(8) | K(10),                 /* href; hreflang, http-equiv */
	A('i') = N(2) | N(11) | K(8),                 /* id, imagesrcset; itemprop */
	A('l') = N(8),                                /* longdesc */
	A('m') = N(8),                                /* manifest */
	A('n') = N(4),                                /* name */
	A('p') = N(4) | N(6) | K(8),                  /* ping, poster; property */
	A('r') = K(3) | K(4),                         /* rel, role */
	A('s') = N(3) | N(5) | N(6),                  /* src, style, srcset */
	A('u') = N(6),                                /* usemap */
};

/* The first of these kinds for certain. A table of attributes. */
static bool
is_wanted(enum attr name)
{
	switch (name) {
	case ATTR_ACTION:
	case ATTR_BACKGROUND:
	case ATTR_CITE:
	case ATTR_CONTENT:
	case ATTR_DATA:
	case ATTR_FORMACTION:
	case ATTR_HREF:
	case ATTR_ID:
	case ATTR_IMAGESRCSET:
	case ATTR_LONGDESC:
	case ATTR_MANIFEST:
	case ATTR_NAME:
	case ATTR_PING:
	case ATTR_POSTER:
	case ATTR_SRC:
	case ATTR_SRCSET:
	case ATTR_STYLE:
	case ATTR_USEMAP: return true;
	default: return false;
	}
}

/* Take the value at p; returns what follows it. *plain: nothing in it is to be replaced. */
static inline const char *
skim_value(const char *p, const char *end, bool wanted, struct str *value, bool *plain)
{
	char quote = *p;

	if (quote == '"' || quote == '\'') {
		const char *stop = ++p;

		if (wanted) {
			stop = scan_four(p, end, quote, '&', '\r', '\0');
			*plain = stop < end && *stop == quote;
		}
		if (!*plain)
			stop = skim_to(stop, end, quote);
		*value = (struct str){ p, (size_t)(stop - p) };
		return stop < end ? stop + 1 : stop;
	}
	value->p = p;
	while (p < end && !is_space(*p) && *p != '>')
		p++;
	value->n = (size_t)(p - value->p);
	return p;
}

static inline void
keep(struct skimmed *s, enum attr name, uint32_t offset, struct str key, struct str value,
    bool plain)
{
	if (s->n < SKIM_ATTRS) {
		s->unread |= (uint32_t)!plain << s->n;
		s->attrs[s->n].name = (uint16_t)name;
		s->attrs[s->n].prefix = HTML_PREFIX_NONE;
		s->attrs[s->n].offset = offset;
		s->attrs[s->n].key = key;
		s->attrs[s->n].value = value;
	}
	s->n++;
}

/* Take the attribute at p, whose first byte is part of its key whatever it is, '=' too; returns
 * what follows it. */
static inline const char *
skim_attr(struct str text, const char *p, struct skimmed *s)
{
	const char *end = text.p + text.n, *after;
	struct str key = { p, 0 }, value;
	enum attr name = ATTR_UNKNOWN;
	bool wanted = false, plain = false;

	for (p++; (p = skim_low(p, end)) < end && *p != '=' && !ends_name(*p);)
		p++;
	key.n = (size_t)(p - key.p);
	if (skim_may_be(lengths, key)) {
		name = str_eq(key, STR("href")) ? ATTR_HREF : attr_within(key, end);
		wanted = is_wanted(name);
	}
	value = (struct str){ p, 0 };
	after = p < end && *p == '=' ? p : skip_space(p, end);
	if (after < end && *after == '=') {
		p = value.p = skip_space(after + 1, end);
		if (p < end)
			p = skim_value(p, end, wanted, &value, &plain);
	}
	if (wanted || (lengths[*key.p & 0x1F] >> 16 >> (key.n & 0x1F) & 1))
		keep(s, name, (uint32_t)(value.p - text.p), key, value, plain);
	s->wanted = s->wanted || wanted;
	return p;
}

const char *
skim_attrs(struct str text, const char *p, struct skimmed *s)
{
	const char *end = text.p + text.n;

	s->n = s->unread = 0;
	s->wanted = false;
	while (p < end && *p != '>') {
		if (is_space(*p) || *p == '/')
			p++;
		else
			p = skim_attr(text, p, s);
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

uint32_t
skim_keep(struct arena *a, struct skimmed *s)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < s->n; i++) {
		struct html_attr *attr = &s->attrs[i];

		if (!attr->name)
			attr->name = (uint16_t)attr_of(attr->key);
		attr->key = attr->name ? attr_name(attr->name) : characters_name(a, attr->key);
		if (n && is_repeated(s->attrs, n, attr))
			continue;
		if (s->unread >> i & 1)
			attr->value = characters(a, attr->value, IN_ATTRIBUTE);
		if (n < i)
			s->attrs[n] = *attr;
		n++;
	}
	return n;
}

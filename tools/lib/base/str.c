/* str.c - slices. */
#include "str.h"

enum { SHORT = 64 };

struct str
str_of(const char *s)
{
	return (struct str){ s, s ? strlen(s) : 0 };
}

bool
str_eq_nocase(struct str a, struct str b)
{
	return a.n == b.n && str_starts_nocase(a, b);
}

bool
str_starts_nocase(struct str s, struct str prefix)
{
	if (s.n < prefix.n)
		return false;
	for (size_t i = 0; i < prefix.n; i++)
		if (to_lower(s.p[i]) != to_lower(prefix.p[i]))
			return false;
	return true;
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_part(s, s.n - suffix.n, s.n), suffix);
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	return order ? order : (a.n > b.n) - (a.n < b.n);
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;

	if (from >= s.n)
		return s.n;
	if (needle.n && s.n - from < SHORT) { /* memmem() prepares for more */
		for (; from + needle.n <= s.n; from++)
			if (s.p[from] == *needle.p &&
			    memcmp(s.p + from, needle.p, needle.n) == 0)
				return from;
		return s.n;
	}
	hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit ? (size_t)(hit - s.p) : s.n;
}

bool
str_is_white(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_space(s.p[n]))
		n++;
	return n == s.n;
}

char *
str_decimal(char *end, uint64_t value)
{
	do
		*--end = (char)('0' + value % 10);
	while (value /= 10);
	return end;
}

bool
str_token(struct str *s, struct str *token)
{
	const char *p, *end;

	*s = str_trim(*s);
	end = s->p + s->n;
	for (p = s->p; p < end && ((unsigned char)*p > ' ' || !is_space(*p)); p++)
		;
	*token = (struct str){ s->p, (size_t)(p - s->p) };
	*s = (struct str){ p, (size_t)(end - p) };
	return token->n > 0;
}

/* Take a sign off the front; true for a minus. */
static bool
take_sign(const char **p, const char *end)
{
	bool minus = *p < end && **p == '-';

	if (*p < end && (minus || **p == '+'))
		++*p;
	return minus;
}

/* Take digits off the front and append them to *value; returns how many. */
static int
take_digits(const char **p, const char *end, int64_t *value)
{
	int n = 0;

	for (; *p < end && is_digit(**p) && n < 16; ++*p, n++)
		*value = *value * 10 + (**p - '0');
	return n;
}

/* Powers of ten are exact to the 22nd; what larger ones are off by, a float does not show. */
bool
str_number(struct str text, float *value)
{
	enum { DIGITS = 15, EXPONENT = 300 };
	const char *p = text.p, *end = p + text.n;
	int64_t mantissa = 0, exponent = 0;
	bool minus = take_sign(&p, end);
	int whole = take_digits(&p, end, &mantissa), part = 0;
	double power = 1, number;

	if (p < end && *p == '.') {
		p++;
		part = take_digits(&p, end, &mantissa);
	}
	if (whole + part == 0 || whole + part > DIGITS)
		return false;
	if (p < end && (*p == 'e' || *p == 'E')) {
		bool down = (p++, take_sign(&p, end));

		if (!take_digits(&p, end, &exponent))
			return false;
		exponent = down ? -exponent : exponent;
	}
	exponent -= part;
	if (p < end || exponent > EXPONENT || exponent < -EXPONENT)
		return false;
	for (int64_t i = exponent < 0 ? -exponent : exponent; i > 0; i--)
		power *= 10;
	number = exponent < 0 ? (double)mantissa / power : (double)mantissa * power;
	*value = (float)(minus ? -number : number);
	return true;
}

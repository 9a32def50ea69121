/* url_host.c - the host of a URL. */
#include "url_host.h"

#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <unicode/uidna.h>

#include "url_percent.h"

/* "Forbidden host code point". */
static bool
is_forbidden(char c)
{
	return c == '\0' || (c > 0 && strchr("\t\n\r #/:<>?@[\\]^|", c));
}

/* "Forbidden domain code point". */
static bool
is_forbidden_in_domain(char c)
{
	return is_forbidden(c) || (c > 0 && c < ' ') || c == '%' || c == 0x7F;
}

/* The longest run of at least two zeros among the pieces, as an index range. */
static void
find_zeros(const uint16_t piece[8], int *from, int *to)
{
	*from = *to = -1;
	for (int i = 0; i < 8; i++) {
		int end = i;

		while (end < 8 && !piece[end])
			end++;
		if (end - i > 1 && end - i > *to - *from) {
			*from = i;
			*to = end;
		}
		if (end > i)
			i = end - 1;
	}
}

/* Section 3.5; inet_ntop() would write the last pieces of some addresses as IPv4. */
static struct str
write_ipv6(struct arena *a, const struct in6_addr *address)
{
	char text[sizeof("[0000:0000:0000:0000:0000:0000:0000:0000]")], *to = text;
	uint16_t piece[8];
	int from, end;

	for (int i = 0; i < 8; i++)
		piece[i] =
		    (uint16_t)(address->s6_addr[2 * i] << 8 | address->s6_addr[2 * i + 1]);
	find_zeros(piece, &from, &end);
	*to++ = '[';
	for (int i = 0; i < 8; i++) {
		if (i == from) {
			*to++ = ':';
			if (i == 0)
				*to++ = ':';
			i = end - 1;
			continue;
		}
		to += sprintf(to, i < 7 ? "%x:" : "%x", piece[i]);
	}
	*to++ = ']';
	return arena_str(a, (struct str){ text, (size_t)(to - text) });
}

/* inet_pton() reads what section 3.4 reads. */
static int
parse_ipv6(struct arena *a, struct str s, struct str *host)
{
	char text[INET6_ADDRSTRLEN];
	struct in6_addr address;

	if (s.n >= sizeof(text) || memchr(s.p, '\0', s.n))
		return -1;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	if (inet_pton(AF_INET6, text, &address) != 1)
		return -1;
	*host = write_ipv6(a, &address);
	return 0;
}

static int
parse_opaque(struct arena *a, struct str s, struct str *host)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_forbidden(s.p[i]))
			return -1;
	*host = url_percent_encode(a, s, URL_SET_CONTROL);
	return 0;
}

/* Take the last label off a domain; a final dot does not count. */
static struct str
last_label(struct str domain)
{
	size_t from;

	if (str_ends(domain, STR(".")))
		domain.n--;
	for (from = domain.n; from > 0 && domain.p[from - 1] != '.';)
		from--;
	return str_part(domain, from, domain.n);
}

static bool
is_all_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]))
			return false;
	return s.n > 0;
}

/* A number of an IPv4 address, decimal, octal after 0 or hexadecimal after 0x; what exceeds 32
 * bits is UINT64_MAX. */
static int
parse_ipv4_number(struct str s, uint64_t *value)
{
	unsigned radix = 10;

	if (!s.n)
		return -1;
	if (str_starts_nocase(s, STR("0x"))) {
		s = str_part(s, 2, s.n);
		radix = 16;
	} else if (s.n > 1 && s.p[0] == '0') {
		s = str_part(s, 1, s.n);
		radix = 8;
	}
	*value = 0;
	for (size_t i = 0; i < s.n; i++) {
		char c = to_lower(s.p[i]);
		unsigned digit = is_digit(c) ? (unsigned)(c - '0') : (unsigned)(c - 'a') + 10;

		if (digit >= radix || (!is_digit(c) && !is_alpha(c)))
			return -1;
		if (*value != UINT64_MAX)
			*value = *value * radix + digit;
		if (*value > UINT32_MAX)
			*value = UINT64_MAX;
	}
	return 0;
}

/* "Ends in a number": such a domain must be an IPv4 address. */
static bool
ends_in_number(struct str domain)
{
	struct str label = last_label(domain);
	uint64_t value;

	return is_all_digits(label) || parse_ipv4_number(label, &value) == 0;
}

static int
parse_ipv4(struct arena *a, struct str s, struct str *host)
{
	uint64_t value = 0, number;
	char text[INET_ADDRSTRLEN];
	unsigned parts = 0;

	if (str_ends(s, STR(".")))
		s.n--;
	for (size_t from = 0, to; from <= s.n; from = to + 1) {
		to = str_find_char(s, '.', from);
		if (++parts > 4 || parse_ipv4_number(str_part(s, from, to), &number) != 0)
			return -1;
		if (to < s.n && number > 255)
			return -1;
		if (to == s.n && number >= UINT64_C(1) << 8 * (5 - parts))
			return -1;
		value |= to < s.n ? number << 8 * (4 - parts) : number;
	}
	snprintf(text, sizeof(text), "%u.%u.%u.%u", (unsigned)(value >> 24),
	    (unsigned)(value >> 16 & 255), (unsigned)(value >> 8 & 255),
	    (unsigned)(value & 255));
	*host = arena_str(a, str_of(text));
	return 0;
}

/* "Domain to ASCII", not strict: lengths, hyphens and empty labels are nobody's concern. */
static int
domain_to_ascii(struct arena *a, struct str domain, struct str *ascii)
{
	const uint32_t ignored = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
	                         UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
	                         UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
	UIDNAInfo info = UIDNA_INFO_INITIALIZER;
	UErrorCode error = U_ZERO_ERROR;
	UIDNA *idna;
	char text[1024];
	int32_t n;

	if (domain.n > sizeof(text))
		return -1;
	idna = uidna_openUTS46(
	    UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, &error);
	n = uidna_nameToASCII_UTF8(
	    idna, domain.p, (int32_t)domain.n, text, sizeof(text), &info, &error);
	uidna_close(idna);
	if (U_FAILURE(error) || info.errors & ~ignored)
		return -1;
	*ascii = arena_str(a, (struct str){ text, (size_t)n });
	return 0;
}

/* s itself when it has no capitals. */
static struct str
lower(struct arena *a, struct str s)
{
	char *to;
	size_t i = 0;

	while (i < s.n && to_lower(s.p[i]) == s.p[i])
		i++;
	if (i == s.n)
		return s;
	to = arena_alloc(a, s.n);
	for (i = 0; i < s.n; i++)
		to[i] = to_lower(s.p[i]);
	return (struct str){ to, s.n };
}

int
url_host_parse(struct arena *a, struct str s, bool special, struct str *host)
{
	if (s.n && s.p[0] == '[')
		return str_ends(s, STR("]")) ? parse_ipv6(a, str_part(s, 1, s.n - 1), host)
		                             : -1;
	if (!special)
		return parse_opaque(a, s, host);
	s = url_percent_decode(a, s);
	if (str_is_ascii(s)) /* whatever its labels claim to encode */
		s = lower(a, s);
	else if (domain_to_ascii(a, s, &s) != 0)
		return -1;
	if (!s.n)
		return -1;
	for (size_t i = 0; i < s.n; i++)
		if (is_forbidden_in_domain(s.p[i]))
			return -1;
	if (ends_in_number(s))
		return parse_ipv4(a, s, host);
	*host = s;
	return 0;
}

/* decimal.c - numbers as text. */
#include "decimal.h"

/* Two digits at a time: a division takes longer than a look into a table. */
char *
decimal_write(char *end, uint64_t value)
{
	static const char pairs[] = "00010203040506070809101112131415161718192021222324"
				    "25262728293031323334353637383940414243444546474849"
				    "50515253545556575859606162636465666768697071727374"
				    "75767778798081828384858687888990919293949596979899";

	for (; value >= 100; value /= 100)
		memcpy(end -= 2, pairs + 2 * (value % 100), 2);
	if (value < 10) {
		*--end = (char)('0' + value);
		return end;
	}
	return memcpy(end - 2, pairs + 2 * value, 2);
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
decimal_read(struct str text, float *value)
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

/* date.c - dates as people and machines write them. */
#include "date.h"

#include <stdio.h>

struct date {
	unsigned year, month, day;
	unsigned hour, minute, second;
	bool has_time, has_second, has_offset;
	char sign; /* of the offset */
	unsigned offset_hour, offset_minute;
};

/* Month names and what they are cut to, from three letters on; what comes first is meant by a
 * beginning that several share. English, French, German, Spanish, Italian, Portuguese, Dutch.
 */
static const struct {
	const char *name;
	unsigned month;
} months[] = {
	{ "january", 1 },
	{ "janvier", 1 },
	{ "januar", 1 },
	{ "jänner", 1 },
	{ "januari", 1 },
	{ "enero", 1 },
	{ "gennaio", 1 },
	{ "janeiro", 1 },
	{ "february", 2 },
	{ "février", 2 },
	{ "fevrier", 2 },
	{ "februari", 2 },
	{ "febrero", 2 },
	{ "febbraio", 2 },
	{ "fevereiro", 2 },
	{ "march", 3 },
	{ "mars", 3 },
	{ "märz", 3 },
	{ "maart", 3 },
	{ "marzo", 3 },
	{ "março", 3 },
	{ "april", 4 },
	{ "avril", 4 },
	{ "abril", 4 },
	{ "aprile", 4 },
	{ "may", 5 },
	{ "mai", 5 },
	{ "mei", 5 },
	{ "mayo", 5 },
	{ "maggio", 5 },
	{ "maio", 5 },
	{ "june", 6 },
	{ "juin", 6 },
	{ "juni", 6 },
	{ "junio", 6 },
	{ "junho", 6 },
	{ "giugno", 6 },
	{ "july", 7 },
	{ "juillet", 7 },
	{ "juli", 7 },
	{ "julio", 7 },
	{ "julho", 7 },
	{ "luglio", 7 },
	{ "august", 8 },
	{ "août", 8 },
	{ "aout", 8 },
	{ "augustus", 8 },
	{ "agosto", 8 },
	{ "september", 9 },
	{ "septembre", 9 },
	{ "septiembre", 9 },
	{ "settembre", 9 },
	{ "setembro", 9 },
	{ "october", 10 },
	{ "octobre", 10 },
	{ "oktober", 10 },
	{ "octubre", 10 },
	{ "ottobre", 10 },
	{ "outubro", 10 },
	{ "november", 11 },
	{ "novembre", 11 },
	{ "noviembre", 11 },
	{ "novembro", 11 },
	{ "december", 12 },
	{ "décembre", 12 },
	{ "dezember", 12 },
	{ "diciembre", 12 },
	{ "dicembre", 12 },
	{ "dezembro", 12 },
};

static bool
is_name_byte(char c)
{
	return is_word_byte(c) && !is_digit(c);
}

/* Take a number of least to most digits off the start; it must end there. */
static bool
take_number(struct str *s, size_t least, size_t most, unsigned *n)
{
	size_t i = 0;

	for (*n = 0; i < s->n && i < most && is_digit(s->p[i]); i++)
		*n = *n * 10 + (unsigned)(s->p[i] - '0');
	if (i < least || (i < s->n && is_digit(s->p[i])))
		return false;
	*s = str_part(*s, i, s->n);
	return true;
}

static bool
take(struct str *s, struct str what)
{
	if (!str_starts_nocase(*s, what))
		return false;
	*s = str_part(*s, what.n, s->n);
	return true;
}

/* Take white space and commas; true when there was some. */
static bool
take_gap(struct str *s)
{
	size_t i = 0;

	while (i < s->n && (is_space(s->p[i]) || s->p[i] == ','))
		i++;
	*s = str_part(*s, i, s->n);
	return i > 0;
}

/* Take the name of a month, which a dot may follow. */
static bool
take_month(struct str *s, unsigned *month)
{
	struct str word = { s->p, 0 };

	while (word.n < s->n && is_name_byte(s->p[word.n]))
		word.n++;
	if (word.n < 3)
		return false;
	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++) {
		if (!str_starts_nocase(str_of(months[i].name), word))
			continue;
		*s = str_part(*s, word.n, s->n);
		take(s, STR("."));
		*month = months[i].month;
		return true;
	}
	return false;
}

static bool
is_day(const struct date *d)
{
	static const unsigned char days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = d->year % 4 == 0 && (d->year % 100 != 0 || d->year % 400 == 0);

	if (d->year < 1000 || d->year > 2999 || d->month < 1 || d->month > 12 || d->day < 1)
		return false;
	return d->day <= days[d->month - 1] && (d->month != 2 || d->day < 29 || leap);
}

/* Year, month, day, with the same sign between them, or none and two digits each. */
static bool
read_year_first(struct str *s, struct date *d)
{
	static const struct str signs[][2] = { { { "-", 1 }, { "-", 1 } },
		{ { "/", 1 }, { "/", 1 } }, { { ".", 1 }, { ".", 1 } },
		{ { "年", 3 }, { "月", 3 } } };
	struct str left = *s;

	if (take_number(&left, 8, 8, &d->year)) {
		d->day = d->year % 100;
		d->month = d->year / 100 % 100;
		d->year /= 10000;
		*s = left;
		return is_day(d);
	}
	if (!take_number(&left, 4, 4, &d->year))
		return false;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		struct str rest = left;

		if (!take(&rest, signs[i][0]))
			continue;
		if (!take_number(&rest, 1, 2, &d->month) || !take(&rest, signs[i][1]) ||
		    !take_number(&rest, 1, 2, &d->day))
			return false;
		take(&rest, STR("日"));
		*s = rest;
		return is_day(d);
	}
	return false;
}

/* Day and month as numbers, then the year. Dots put the day first; otherwise it must be more
 * than twelve, or the same. */
static bool
read_numbers(struct str *s, struct date *d)
{
	struct str left = *s;
	unsigned first, second;
	char sign;

	if (!take_number(&left, 1, 2, &first) || !left.n || !memchr("./-", left.p[0], 3))
		return false;
	sign = left.p[0];
	left = str_part(left, 1, left.n);
	if (!take_number(&left, 1, 2, &second) || !left.n || left.p[0] != sign)
		return false;
	left = str_part(left, 1, left.n);
	if (!take_number(&left, 4, 4, &d->year))
		return false;
	if (sign != '.' && first <= 12 && second <= 12 && first != second)
		return false;
	d->day = sign == '.' || first > 12 ? first : second;
	d->month = sign == '.' || first > 12 ? second : first;
	*s = left;
	return is_day(d);
}

/* "6 May 2024", "6th of May, 2024", "6. Mai 2024", "6 de mayo de 2024", "6-May-2024". */
static bool
read_day_first(struct str *s, struct date *d)
{
	static const struct str ends[] = { { "st", 2 }, { "nd", 2 }, { "rd", 2 }, { "th", 2 },
		{ "er", 2 }, { ".", 1 }, { "º", 2 }, { "-", 1 } };
	struct str left = *s;

	if (!take_number(&left, 1, 2, &d->day))
		return false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (take(&left, ends[i]))
			break;
	take_gap(&left);
	if (take(&left, STR("of ")) || take(&left, STR("de ")))
		take_gap(&left);
	if (!take_month(&left, &d->month))
		return false;
	if (!take_gap(&left) && !take(&left, STR("-")))
		return false;
	if (take(&left, STR("de ")))
		take_gap(&left);
	if (!take_number(&left, 4, 4, &d->year))
		return false;
	*s = left;
	return is_day(d);
}

/* "May 6, 2024", "May 6th 2024". */
static bool
read_month_first(struct str *s, struct date *d)
{
	struct str left = *s;

	if (!take_month(&left, &d->month) || !take_gap(&left) ||
	    !take_number(&left, 1, 2, &d->day))
		return false;
	if (left.n && is_alpha(left.p[0]))
		left = str_part(left, 2, left.n); /* st, nd, rd, th */
	if (!take_gap(&left) || !take_number(&left, 4, 4, &d->year))
		return false;
	*s = left;
	return is_day(d);
}

static void
read_offset(struct str s, struct date *d)
{
	unsigned n;

	take_gap(&s);
	if (take(&s, STR("z")) || take(&s, STR("gmt")) || take(&s, STR("utc"))) {
		d->has_offset = true;
		d->sign = 'Z';
	}
	if (!s.n || (s.p[0] != '+' && s.p[0] != '-'))
		return;
	d->sign = s.p[0];
	s = str_part(s, 1, s.n);
	if (take_number(&s, 4, 4, &n)) {
		d->offset_hour = n / 100;
		d->offset_minute = n % 100;
	} else if (!take_number(&s, 2, 2, &d->offset_hour)) {
		return;
	} else if (take(&s, STR(":")) && !take_number(&s, 2, 2, &d->offset_minute)) {
		return;
	}
	d->has_offset = d->offset_hour < 24 && d->offset_minute < 60;
}

/* The time behind a day: "T07:08:09.123+02:00", " 07:08 GMT". */
static void
read_time(struct str s, struct date *d)
{
	if (!take(&s, STR("t")) && !take_gap(&s))
		return;
	if (!take_number(&s, 2, 2, &d->hour) || !take(&s, STR(":")) ||
	    !take_number(&s, 2, 2, &d->minute) || d->hour > 23 || d->minute > 59)
		return;
	d->has_time = true;
	if (take(&s, STR(":")) && take_number(&s, 2, 2, &d->second) && d->second < 60)
		d->has_second = true;
	if (take(&s, STR(".")))
		while (s.n && is_digit(s.p[0]))
			s = str_part(s, 1, s.n);
	read_offset(s, d);
}

static struct str
write_date(struct arena *a, const struct date *d)
{
	char text[48];
	int n = snprintf(text, sizeof(text), "%04u-%02u-%02u", d->year, d->month, d->day);

	if (d->has_time)
		n += snprintf(text + n, 8, "T%02u:%02u", d->hour % 100, d->minute % 100);
	if (d->has_second)
		n += snprintf(text + n, 5, ":%02u", d->second % 100);
	if (d->has_time && d->has_offset && d->sign == 'Z')
		n += snprintf(text + n, 2, "Z");
	else if (d->has_time && d->has_offset)
		n += snprintf(text + n, 8, "%c%02u:%02u", d->sign, d->offset_hour % 100,
		    d->offset_minute % 100);
	return arena_str(a, (struct str){ text, (size_t)n });
}

/* True where the number before goes on: in a version, an address, a longer number. */
static bool
goes_on(struct str s)
{
	return s.n &&
	       (is_digit(s.p[0]) || (s.n > 1 && memchr("./-", s.p[0], 3) && is_digit(s.p[1])));
}

static bool
read_day(struct str *s, struct date *d)
{
	static bool (*const readers[])(struct str *, struct date *) = { read_year_first,
		read_numbers, read_day_first, read_month_first };

	for (size_t i = 0; i < sizeof(readers) / sizeof(readers[0]); i++) {
		struct str left = *s;

		*d = (struct date){ .year = 0 };
		if (readers[i](&left, d) && !goes_on(left)) {
			*s = left;
			return true;
		}
	}
	return false;
}

struct str
date_find(struct arena *a, struct str text)
{
	struct date d;
	bool inside = false; /* a word or number */

	for (size_t i = 0; i < text.n; i++) {
		struct str s = str_part(text, i, text.n);
		bool starts = is_digit(s.p[0]) || is_alpha(s.p[0]) || s.p[0] == '\xC3';

		if (starts && !inside && read_day(&s, &d)) {
			read_time(s, &d);
			return write_date(a, &d);
		}
		inside = is_word_byte(s.p[0]);
	}
	return (struct str){ 0 };
}

/* date.c - dates as people and machines write them. */
#include "base/date.h"

#include "tap.h"

static const struct {
	const char *text, *date; /* NULL: none */
} cases[] = {
	{ "2024-05-06", "2024-05-06" },
	{ "2024-05-06T07:08:09+02:00", "2024-05-06T07:08:09+02:00" },
	{ "2024-05-06T07:08:09.123Z", "2024-05-06T07:08:09Z" },
	{ "2024-05-06 07:08", "2024-05-06T07:08" },
	{ "2024-05-06T07:08:09-0330", "2024-05-06T07:08:09-03:30" },
	{ "2024-05-06T25:00", "2024-05-06" },
	{ "20240506", "2024-05-06" },
	{ "2024/5/6", "2024-05-06" },
	{ "2024.05.06", "2024-05-06" },
	{ "Mon, 06 May 2024 07:08:09 GMT", "2024-05-06T07:08:09Z" },
	{ "6 May 2024", "2024-05-06" },
	{ "6th of May, 2024", "2024-05-06" },
	{ "06-May-2024", "2024-05-06" },
	{ "May 6, 2024", "2024-05-06" },
	{ "MAY 6TH 2024", "2024-05-06" },
	{ "Posted on Sept. 6, 2024 at noon", "2024-09-06" },
	{ "le 1er août 2024", "2024-08-01" },
	{ "6. März 2024", "2024-03-06" },
	{ "6 de mayo de 2024", "2024-05-06" },
	{ "6 giugno 2024", "2024-06-06" },
	{ "06.05.2024", "2024-05-06" },
	{ "13/05/2024", "2024-05-13" },
	{ "05/13/2024", "2024-05-13" },
	{ "2024年5月6日", "2024-05-06" },
	{ "2024-02-29", "2024-02-29" },
	{ "2023-02-29", NULL },
	{ "1900-02-29", NULL },
	{ "2024-13-01", NULL },
	{ "05/06/2024", NULL }, /* May or June: not to be guessed */
	{ "12345678901", NULL },
	{ "version 1.2.2024.5", NULL },
	{ "May 2024", NULL },
	{ "", NULL },
	{ "May 6 \xC3", NULL },
};

int
main(void)
{
	struct arena a = { 0 };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str got = date_find(&a, str_of(cases[i].text));

		ok(cases[i].date ? str_eq(got, str_of(cases[i].date)) : !got.p, "%s",
		    cases[i].text);
	}
	arena_free(&a);
	return tap_end();
}

/* tap.h - report checks as the Test Anything Protocol has it, for prove. */
#ifndef TESTS_UNITS_TAP_H
#define TESTS_UNITS_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static unsigned tap_count, tap_failed;

/* Report one check, named as printf does. */
__attribute__((format(printf, 2, 3))) static inline void
ok(bool good, const char *format, ...)
{
	va_list ap;

	printf("%sok %u - ", good ? "" : "not ", ++tap_count);
	va_start(ap, format);
	vprintf(format, ap);
	va_end(ap);
	putchar('\n');
	tap_failed += !good;
}

/* Close the report; the status to exit with. */
static inline int
tap_end(void)
{
	printf("1..%u\n", tap_count);
	return tap_failed != 0;
}

#endif

/* diagnostics.c - trouble on standard error and the exit status it leads to. */
#include "diagnostics.h"

#include <errno.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *name = "siteglean";
static atomic_int worst;
static int lost_by; /* errno of the first output that was lost, or 0 */

void
program_start(const char *argv0)
{
	const char *slash = argv0 ? strrchr(argv0, '/') : NULL;

	if (argv0 && *argv0)
		name = slash ? slash + 1 : argv0;
}

const char *
program_name(void)
{
	return name;
}

void
status_raise(int status)
{
	int now = atomic_load(&worst);

	while (now < status && !atomic_compare_exchange_weak(&worst, &now, status))
		;
}

int
status_now(void)
{
	return atomic_load(&worst);
}

/* Copy text to *out, at most up to end, showing control characters as \xHH. */
static void
show(char **out, char *end, const char *text)
{
	for (; *text && end - *out > 5; text++) {
		unsigned char c = (unsigned char)*text;

		if (c < 0x20 || c == 0x7F)
			*out += snprintf(*out, 5, "\\x%02X", c);
		else
			*(*out)++ = (char)c;
	}
	**out = '\0';
}

/* One line, in one write, whatever the threads do. */
static void
say(const char *file, const char *reason, va_list ap)
{
	char text[2048], line[8192], *out = line, *end = line + sizeof(line) - 1;

	vsnprintf(text, sizeof(text), reason, ap);
	show(&out, end, name);
	show(&out, end, ": ");
	if (file) {
		show(&out, end, file);
		show(&out, end, ": ");
	}
	show(&out, end, text);
	*out++ = '\n';
	fwrite(line, 1, (size_t)(out - line), stderr);
}

void
trouble(const char *file, const char *reason, ...)
{
	va_list ap;

	va_start(ap, reason);
	say(file, reason, ap);
	va_end(ap);
	status_raise(STATUS_TROUBLE);
}

void
remark(const char *file, const char *reason, ...)
{
	va_list ap;

	va_start(ap, reason);
	say(file, reason, ap);
	va_end(ap);
}

_Noreturn void
die(const char *reason, ...)
{
	va_list ap;

	va_start(ap, reason);
	say(NULL, reason, ap);
	va_end(ap);
	exit(STATUS_TROUBLE);
}

void
program_lost_output(void)
{
	if (!lost_by)
		lost_by = errno;
}

int
program_end(void)
{
	bool failed = ferror(stdout) != 0;

	if (fclose(stdout) != 0 || failed)
		trouble("standard output", "%s", strerror(lost_by ? lost_by : errno));
	return status_now();
}

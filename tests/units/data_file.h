/* data_file.h - data files of a test's own, in a folder that goes away with the test. */
#ifndef TESTS_UNITS_DATA_FILE_H
#define TESTS_UNITS_DATA_FILE_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char data_path[64] = "/tmp/siteglean-XXXXXX";
static char data_name[96];
static pid_t data_owner; /* not its children */

static inline void
data_remove(void)
{
	if (getpid() != data_owner)
		return;
	unlink(data_name);
	rmdir(data_path);
}

/* Make the folder and have the library look for its data there. */
static inline void
data_folder(void)
{
	if (!mkdtemp(data_path) || setenv("SITEGLEAN_SCHEMAS", data_path, 1))
		exit(2);
	data_owner = getpid();
	atexit(data_remove);
}

/* Write the one file that a test has at a time. */
static inline void
data_file(const char *text, const char *name)
{
	FILE *f;

	snprintf(data_name, sizeof(data_name), "%s/%s", data_path, name);
	f = fopen(data_name, "w");
	if (!f || fputs(text, f) == EOF || fclose(f))
		exit(2);
}

#endif

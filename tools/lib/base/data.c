/* data.c - where the data files of schemas/ are, and what they are known by. */
#include "data.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "diagnostics.h"
#include "hash.h"

/* Below the folder the program is in: build/bin of a source tree, or bin of an installation. */
static const char *const beside_program[] = {
	"/../../schemas/",
	"/../share/siteglean/",
};

/* The folder the running program is in, or the empty string where the system cannot tell. */
static void
program_folder(char folder[PATH_MAX])
{
	ssize_t n = readlink("/proc/self/exe", folder, PATH_MAX - 1);

	folder[n > 0 ? n : 0] = '\0';
	if (strrchr(folder, '/'))
		*strrchr(folder, '/') = '\0';
}

/* The path put together, if there is such a file; otherwise note it among those tried. */
static char *
try_path(const char *folder, const char *between, const char *name, struct buffer *tried)
{
	struct buffer path = { 0 };

	buffer_printf(&path, "%s%s%s", folder, between, name);
	if (access(path.data, R_OK) == 0)
		return path.data;
	buffer_printf(tried, "%s%s", tried->n ? ", " : "", path.data);
	buffer_free(&path);
	return NULL;
}

char *
schema_path(const char *name)
{
	const char *given = getenv("SITEGLEAN_SCHEMAS");
	char folder[PATH_MAX], *path = NULL;
	struct buffer tried = { 0 };

	if (given && *given) {
		path = try_path(given, "/", name, &tried);
	} else {
		program_folder(folder);
		for (size_t i = 0; !path && i < 2; i++)
			path = try_path(folder, beside_program[i], name, &tried);
	}
	if (!path)
		die("data file '%s' is in none of its places: %s", name, tried.data);
	buffer_free(&tried);
	return path;
}

void
data_lines(
    const char *file, void (*read)(void *context, int number, struct str line), void *context)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	int number = 0;
	FILE *f = fopen(file, "r");

	if (!f)
		die("%s: %s", file, strerror(errno));
	while ((n = getline(&line, &cap, f)) >= 0)
		read(context, ++number, str_trim((struct str){ line, (size_t)n }));
	if (ferror(f))
		die("%s: %s", file, strerror(errno));
	fclose(f);
	free(line);
}

uint64_t
data_hash(const char *path)
{
	char block[16 * 1024]; /* a small one: less memory to be had at a start */
	FILE *f = fopen(path, "r");
	uint64_t hash = 1;
	size_t n;

	if (!f)
		return 0;
	setvbuf(f, NULL, _IONBF, 0);
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		hash = hash_str(hash, (struct str){ block, n });
	if (ferror(f))
		hash = 0;
	fclose(f);
	return hash;
}

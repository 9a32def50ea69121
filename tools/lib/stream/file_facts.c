/* file_facts.c - what a file of a save is. */
#include "file_facts.h"

#include <errno.h>
#include <fcntl.h>
#include <magic.h>
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "image_size.h"
#include "sniff.h"

enum { STEP = 256 * 1024 };

struct file_teller {
	magic_t magic;
	char *bytes; /* STEP of the file at hand */
};

struct file_teller *
file_teller_new(void)
{
	struct file_teller *t = x_calloc(1, sizeof(*t));

	t->bytes = x_malloc(STEP);
	t->magic = magic_open(MAGIC_MIME_TYPE);
	if (!t->magic || magic_load(t->magic, NULL) == -1)
		die("libmagic: %s", t->magic ? magic_error(t->magic) : strerror(errno));
	return t;
}

void
file_teller_free(struct file_teller *t)
{
	if (!t)
		return;
	magic_close(t->magic);
	free(t->bytes);
	free(t);
}

/* Types that only a name tells from others of the same make. */
static const struct {
	struct str extension;
	const char *type;
} named_types[] = {
	{ { ".css", 4 }, "text/css" },
	{ { ".csv", 4 }, "text/csv" },
	{ { ".js", 3 }, "text/javascript" },
	{ { ".mjs", 4 }, "text/javascript" },
	{ { ".json", 5 }, "application/json" },
	{ { ".webmanifest", 12 }, "application/manifest+json" },
	{ { ".md", 3 }, "text/markdown" },
	{ { ".ics", 4 }, "text/calendar" },
	{ { ".vtt", 4 }, "text/vtt" },
	{ { ".svg", 4 }, "image/svg+xml" },
	{ { ".rss", 4 }, "application/rss+xml" },
	{ { ".atom", 5 }, "application/atom+xml" },
	{ { ".wasm", 5 }, "application/wasm" },
};

static struct str
last_part(struct str path)
{
	size_t i = path.n;

	while (i && path.p[i - 1] != '/')
		i--;
	return str_part(path, i, path.n);
}

/* Without the query that wget keeps behind a name, and what browsers add. */
static struct str
plain_name(struct str path)
{
	struct str name = last_part(path);

	name = str_part(name, 0, str_find_char(name, '?', 0));
	if (str_ends(name, STR(".download")))
		name.n -= 9;
	return name_without_gz(name);
}

/* True for types that libmagic gives where it sees no more than text, data or XML, and for
 * programs, which it tells by words that styles and scripts have too. */
static bool
is_vague(struct str type)
{
	return (str_starts(type, STR("text/")) && !str_eq(type, STR("text/html"))) ||
	       str_eq(type, STR("application/octet-stream")) ||
	       str_eq(type, STR("application/json")) ||
	       str_eq(type, STR("application/javascript"));
}

static struct str
type_of(struct file_teller *t, const char *path, struct str head)
{
	const char *told = head.n ? magic_buffer(t->magic, head.p, head.n) : NULL;
	struct str type = told ? str_of(told) : STR("application/x-empty");
	struct str extension = name_extension(plain_name(str_of(path)));

	for (size_t i = 0; is_vague(type) && i < sizeof(named_types) / sizeof(*named_types);
	     i++)
		if (str_eq_nocase(extension, named_types[i].extension))
			return str_of(named_types[i].type);
	return type;
}

static struct str
hex(struct arena *a, struct sha256_ctx *ctx)
{
	uint8_t digest[SHA256_DIGEST_SIZE];
	char text[BASE16_ENCODE_LENGTH(SHA256_DIGEST_SIZE)];

	sha256_digest(ctx, sizeof(digest), digest);
	base16_encode_update(text, sizeof(digest), digest);
	return arena_str(a, (struct str){ text, sizeof(text) });
}

struct str
sha256_hex(struct arena *a, struct str bytes)
{
	struct sha256_ctx ctx;

	sha256_init(&ctx);
	sha256_update(&ctx, bytes.n, (const uint8_t *)bytes.p);
	return hex(a, &ctx);
}

/* Fill the room with what comes next; the length, 0 at the end, -1 with errno. */
static ssize_t
fill(int fd, char *room)
{
	size_t n = 0;
	ssize_t got = 1;

	while (n < STEP && got) {
		got = read(fd, room + n, STEP - n);
		if (got == -1 && errno != EINTR)
			return -1;
		if (got > 0)
			n += (size_t)got;
		if (got == -1)
			got = 1;
	}
	return (ssize_t)n;
}

static int
read_facts(
    struct file_teller *t, struct arena *a, int fd, const char *path, struct file_facts *facts)
{
	struct sha256_ctx ctx;
	struct stat st;
	ssize_t n;

	*facts = (struct file_facts){ .bytes = 0 };
	if (fstat(fd, &st) == -1)
		return -1;
	if (!S_ISREG(st.st_mode)) {
		errno = EINVAL;
		return -1;
	}
	sha256_init(&ctx);
	while ((n = fill(fd, t->bytes)) > 0) {
		struct str head = { t->bytes, (size_t)n };

		if (!facts->bytes) {
			facts->type = arena_str(a, type_of(t, path, head));
			image_size(head, &facts->width, &facts->height);
		}
		facts->bytes += (uint64_t)n;
		sha256_update(&ctx, (size_t)n, (const uint8_t *)t->bytes);
	}
	if (!facts->bytes)
		facts->type = type_of(t, path, STR(""));
	facts->sha256 = hex(a, &ctx);
	return n == -1 ? -1 : 0;
}

int
file_facts_read(struct file_teller *t, struct arena *a, const char *path, bool follow,
    struct file_facts *facts)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
	int rc = fd == -1 ? -1 : read_facts(t, a, fd, path, facts);

	if (rc == -1)
		trouble(path, "%s", strerror(errno));
	if (fd != -1)
		close(fd);
	return rc;
}

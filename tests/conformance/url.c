/* url.c - parse the URLs in files of the URL standard's test form.
 *
 * usage: url FILE...
 *
 * A file is an array of strings (comments) and of objects: an input, a base or null, and either
 * a failure or the parts of the URL expected. A case with "relativeTo" says that its input must
 * fail against any base of a kind; failing alone is what is checked of it. */
#include "base/url.h"

#include <jansson.h>
#include <stdio.h>

#include "base/diagnostics.h"

static unsigned passed, failed;

static struct str
member(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return (struct str){ json_string_value(value), json_string_length(value) };
}

/* Compare one part with what the case expects: `before` and then the part when it is there. */
static bool
same(struct arena *a, const json_t *test, const char *key, const char *before, struct str part,
    const char *after)
{
	struct str want = member(test, key);
	size_t n = part.n ? strlen(before) + part.n + strlen(after) : 0;
	char *text = arena_alloc(a, n + 1);

	if (!want.p)
		return true;
	if (n)
		sprintf(text, "%s%.*s%s", before, (int)part.n, part.p, after);
	return str_eq(want, (struct str){ text, n });
}

static bool
same_parts(struct arena *a, const json_t *test, const struct url *u)
{
	char port[16] = "";

	if (u->port >= 0)
		snprintf(port, sizeof(port), "%d", u->port);
	return same(a, test, "href", "", url_href(a, u), "") &&
	       same(a, test, "protocol", "", u->scheme, ":") &&
	       same(a, test, "username", "", u->username, "") &&
	       same(a, test, "password", "", u->password, "") &&
	       same(a, test, "hostname", "", u->host, "") &&
	       same(a, test, "port", "", str_of(port), "") &&
	       same(a, test, "pathname", "", u->path, "") &&
	       same(a, test, "search", "?", u->query, "") &&
	       same(a, test, "hash", "#", u->fragment, "");
}

/* An origin is told as a URL, or as "null" when nothing is the same. */
static bool
same_origin(struct arena *a, const json_t *test, const struct url *u)
{
	struct str origin = member(test, "origin");
	struct url want;

	if (!origin.p || str_eq(u->scheme, STR("blob")))
		return true;
	if (str_eq(origin, STR("null")))
		return !url_same_origin(u, u);
	return url_parse(a, origin, NULL, &want) == 0 && url_same_origin(u, &want);
}

static bool
holds(struct arena *a, const json_t *test)
{
	bool must_fail = json_is_true(json_object_get(test, "failure"));
	struct str base_text = member(test, "base");
	struct url base, u;

	if (base_text.p && url_parse(a, base_text, NULL, &base) != 0)
		return must_fail;
	if (url_parse(a, member(test, "input"), base_text.p ? &base : NULL, &u) != 0)
		return must_fail;
	return !must_fail && same_parts(a, test, &u) && same_origin(a, test, &u);
}

static void
run(const char *path)
{
	json_error_t error;
	json_t *tests = json_load_file(path, JSON_ALLOW_NUL, &error), *test;
	struct arena a = { 0 };
	size_t i;

	if (!tests) {
		trouble(path, "%s", error.text);
		return;
	}
	json_array_foreach(tests, i, test)
	{
		if (!json_is_object(test))
			continue;
		if (holds(&a, test)) {
			passed++;
		} else {
			char *text = json_dumps(test, JSON_COMPACT | JSON_PRESERVE_ORDER);

			printf("%s: %s\n", path, text);
			free(text);
			failed++;
		}
		arena_reset(&a);
	}
	arena_free(&a);
	json_decref(tests);
}

int
main(int argc, char **argv)
{
	program_start(argv[0]);
	if (argc < 2)
		die("usage: %s FILE...", program_name());
	for (int i = 1; i < argc; i++)
		run(argv[i]);
	if (passed + failed == 0)
		trouble(NULL, "no case was found");
	printf("%u passed, %u failed\n", passed, failed);
	if (failed)
		status_raise(STATUS_FINDING);
	return program_end();
}

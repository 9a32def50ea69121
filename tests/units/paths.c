/* paths.c - which paths stand twice, and which no page has, in memory and in temporary files.
 */
#include "site/paths.h"

#include "tap.h"

enum { MOST = 40000, ALIKE = 100 };

/* Path i, in room that the next call uses again. */
static struct str
path(int i)
{
	static char room[64];

	return (struct str){ room,
		(size_t)snprintf(room, sizeof(room), "folder/of/pages/%d/index.html", i) };
}

/* All numbers of a hash come back, whatever else is there; 42 bits tell hashes apart. */
static void
test_index(void)
{
	const uint64_t hash = UINT64_C(0x123456789ABCDEF0);
	uint64_t sum = 0;
	struct index x = { 0 };
	size_t at = 0;

	ok(index_next(&x, hash, &at) == 0, "nothing is in an empty index");
	for (uint32_t i = 1; i <= ALIKE; i++) {
		index_add(&x, hash, i);
		index_add(&x, hash + i, 1000);
		index_add(&x, hash ^ (uint64_t)i << 54, 1000);
	}
	at = 0;
	for (uint32_t number; (number = index_next(&x, hash, &at));)
		sum += number;
	ok(sum == ALIKE * (ALIKE + 1) / 2, "each number of a hash is found once");
	at = 0;
	ok(index_next(&x, ~hash, &at) == 0, "a hash that was not added has none");
	index_free(&x);
}

/* Every page refers to one before and to one after it; those after the last one are missing. */
static void
test_stream(void)
{
	struct missing_path missing;
	struct mention before;
	struct paths paths;
	bool good = true;
	int n = 0;

	paths_init(&paths);
	for (int i = 0; i < MOST && good; i++) {
		struct mention at = { STR("file"), STR("page"), STR("/a[1]"),
			{ (uint32_t)i + 1, 7 } };

		good = paths_page(&paths, path(i), &at, &before);
		paths_target(&paths, path(i / 2), &at);
		paths_target(&paths, path(i + i / 2), &at);
		paths_target(&paths, path(i + i / 2), &at);
	}
	ok(good, "%d pages are new", MOST);
	for (int i = MOST; i-- > 0 && good;)
		good = !paths_page(&paths, path(i), &(struct mention){ 0 }, &before) &&
		       before.at.line == (uint32_t)i + 1 && str_eq(before.file, STR("file"));
	ok(good, "none is new again, and each says where it stood");
	for (int i = 0; i < MOST && good; i++) {
		if (i + i / 2 < MOST)
			continue;
		good = paths_missing(&paths, &missing) &&
		       str_eq(missing.path, path(i + i / 2)) && missing.n_references == 2 &&
		       missing.first.at.line == (uint32_t)i + 1 &&
		       str_eq(missing.first.xpath, STR("/a[1]"));
		n++;
	}
	ok(good && !paths_missing(&paths, &missing), "%d targets are missing, in order", n);
	paths_free(&paths);
}

int
main(void)
{
	test_index();
	test_stream();
	return tap_end();
}

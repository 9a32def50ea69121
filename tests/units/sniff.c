/* sniff.c - what files are by their names. */
#include "stream/sniff.h"

#include "tap.h"

int
main(void)
{
	static const struct {
		const char *name;
		enum name_kind kind;
	} rows[] = {
		{ "a.html", NAME_KIND_PAGE },
		{ "a.HTM", NAME_KIND_PAGE },
		{ "a.html.gz", NAME_KIND_PAGE },
		{ "a.7z", NAME_KIND_OTHER },
		{ "a.c", NAME_KIND_OTHER },
		{ "a.CSS", NAME_KIND_OTHER },
		{ "a.h", NAME_KIND_OTHER },
		{ "a.js", NAME_KIND_OTHER },
		{ "a.json", NAME_KIND_OTHER },
		{ "a.jpg", NAME_KIND_OTHER },
		{ "a.Png", NAME_KIND_OTHER },
		{ "a.png.gz", NAME_KIND_OTHER },
		{ "a.svg", NAME_KIND_OTHER },
		{ "a.webm", NAME_KIND_OTHER },
		{ "a.webmanifest", NAME_KIND_OTHER },
		{ "a.woff2", NAME_KIND_OTHER },
		{ "a.zst", NAME_KIND_OTHER },
		{ "a.txt", NAME_KIND_TEXT },
		{ "a.php", NAME_KIND_UNSURE },
		{ "a.webmanifests", NAME_KIND_UNSURE },
		{ "a.pn", NAME_KIND_UNSURE },
		{ "a", NAME_KIND_UNSURE },
		{ ".png", NAME_KIND_UNSURE },
		{ "", NAME_KIND_UNSURE },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		ok(name_kind(str_of(rows[i].name)) == rows[i].kind, "'%s'", rows[i].name);
	return tap_end();
}

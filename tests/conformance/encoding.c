/* encoding.c - tell the encodings of the pages in files of html5lib's form.
 *
 * usage: encoding FILE...
 *
 * Each case is a "#data" section, less its last newline, and an "#encoding" section with a
 * label of the encoding expected. Undeclared pages count as windows-1252 there, so the guess of
 * UTF-8 is off. What the prescan leaves to the tree builder, the whole parser is asked for. */
#include "html/html.h"

#include <errno.h>
#include <stdio.h>

#include "base/buffer.h"
#include "base/diagnostics.h"

static unsigned passed, failed;

static int
read_file(const char *path, struct buffer *b)
{
	FILE *f = fopen(path, "rb");
	size_t n;

	if (!f) {
		trouble(path, "%s", strerror(errno));
		return -1;
	}
	do {
		n = fread(buffer_room(b, 65536), 1, 65536, f);
		b->n += n;
	} while (n);
	if (ferror(f))
		trouble(path, "%s", strerror(errno));
	return fclose(f);
}

/* What the whole parser says: the tree builder finds declarations past the prescanned part. */
static const char *
parsed_encoding(struct str page)
{
	static const struct html_options undeclared = { .no_utf8_guess = true };
	struct arena a = { 0 };
	struct html_document doc;

	html_parse(&a, page, &undeclared, &doc);
	arena_free(&a);
	return doc.encoding.name;
}

static void
check(const char *path, unsigned number, struct str page, struct str label)
{
	const char *want = encoding_of_label(label);
	const char *got = encoding_sniff(page, NULL, false).name;

	if (want && strcmp(got, want) != 0)
		got = parsed_encoding(page);
	if (want && strcmp(got, want) == 0) {
		passed++;
		return;
	}
	printf("%s: case %u: %s, expected %.*s\n", path, number, got, (int)label.n, label.p);
	failed++;
}

static void
run(const char *path)
{
	static const struct str data = STR("#data\n"), encoding = STR("\n#encoding\n");
	struct buffer b = { 0 };
	struct str rest, page, label;
	unsigned number = 0;
	size_t from, to;

	if (read_file(path, &b) == 0) {
		rest = buffer_str(&b);
		while ((from = str_find(rest, data, 0)) < rest.n) {
			rest = str_part(rest, from + data.n, rest.n);
			to = str_find(rest, encoding, 0);
			page = str_part(rest, 0, to);
			rest = str_part(rest, to + encoding.n, rest.n);
			label = str_part(rest, 0, str_find_char(rest, '\n', 0));
			check(path, ++number, page, label);
		}
		if (!number)
			trouble(path, "no case in it");
	}
	buffer_free(&b);
}

int
main(int argc, char **argv)
{
	program_start(argv[0]);
	if (argc < 2)
		die("usage: %s FILE...", program_name());
	for (int i = 1; i < argc; i++)
		run(argv[i]);
	printf("%u passed, %u failed\n", passed, failed);
	if (failed)
		status_raise(STATUS_FINDING);
	return program_end();
}

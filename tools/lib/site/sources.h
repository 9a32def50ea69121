/* sources.h - the pages that operands stand for, one after the other: those of the save in the
 * order of their paths, then a page on standard input, then files of page lines in the order in
 * which they were given. */
#ifndef SITE_SOURCES_H
#define SITE_SOURCES_H

#include "../stream/pagefile.h"
#include "../stream/save.h"

enum piece_kind { PIECE_FILE, PIECE_STREAM, PIECE_LINE };

/* Where one page is. Zero-initialise. */
struct piece {
	enum piece_kind kind;
	uint32_t number;    /* of a file: in the save */
	uint32_t line;      /* of a page line: in its file, from 1 */
	const char *name;   /* of a page line: its file; of a stream: "-" */
	struct buffer text; /* of a file: its path, a NUL behind; of a page line: its XML */
};

struct sources {
	struct save save;
	uint64_t limit; /* bytes of a page; of its XML eight times as much */
	uint32_t next;  /* name of the save to look at */
	bool has_stream;
	struct buffer first; /* bytes that were read of standard input to tell what it is */
	const char **files;  /* of page lines, "-" among them */
	size_t n_files, files_cap, next_file;
	struct pagefile *open;
	const char *open_name;
	int fd;
};

/* Tell operands (none: standard input) apart and index the save. root as in save_open(). The
 * operands must outlive the sources. */
void sources_open(struct sources *s, const char *root, char *const *operands, size_t n);

/* Fill in the next piece; false at the end. */
bool sources_next(struct sources *s, struct piece *piece);

void sources_close(struct sources *s);

#endif

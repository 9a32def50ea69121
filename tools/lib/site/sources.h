/* sources.h - the pages that operands stand for, one after the other: those of the save in the
 * order of their paths, then a page on standard input, then files of page lines in the order in
 * which they were given. */
#ifndef SITE_SOURCES_H
#define SITE_SOURCES_H

#include "../stream/folder.h"
#include "../stream/pagefile.h"
#include "../stream/path_printer.h"
#include "../stream/save.h"

enum piece_kind { PIECE_FILE, PIECE_STREAM, PIECE_LINE };

/* Where one page is. Zero-initialise. */
struct piece {
	enum piece_kind kind;
	uint32_t number;    /* of a file: in the save */
	size_t bytes;       /* of a file, where they were asked for; else 0 */
	uint32_t line;      /* of a page line: in its file, from 1 */
	const char *name;   /* of a page line: its file; of a stream: "-" */
	struct buffer text; /* of a file: its path, a NUL behind; of a page line: its XML */
};

/* Page lines that are open, or to be opened. */
struct line_source {
	const char *name;    /* "-": standard input */
	int fd;              /* -1: not open yet */
	struct buffer first; /* what was read to tell what it is */
};

struct sources {
	struct save save;
	uint64_t limit; /* bytes of a page; of its XML eight times as much */
	uint64_t sized; /* of so many last files the size is asked for */
	uint64_t given; /* files */
	uint32_t next;  /* name of the save to look at */
	bool has_stdin, has_stream;
	struct buffer first; /* of a page on standard input */
	struct line_source *files;
	size_t n_files, files_cap, next_file;
	struct pagefile *open;       /* of the file before next_file */
	struct path_printer printer; /* of files */
	struct folder_handle folder; /* of the file whose size was asked for last */
};

/* Tell operands (none: standard input) apart and index the save. root as in save_open(). A FIFO
 * as operand holds page lines. The operands must outlive the sources. */
void sources_open(struct sources *s, const char *root, char *const *operands, size_t n);

/* Fill in the next piece; false at the end. */
bool sources_next(struct sources *s, struct piece *piece);

void sources_close(struct sources *s);

#endif

/* path_printer.h - the paths of names one after the other: files of a folder share what stands
 * before their names. */
#ifndef STREAM_PATH_PRINTER_H
#define STREAM_PATH_PRINTER_H

#include "names.h"

/* Zero-initialise, and free the buffer. */
struct path_printer {
	struct buffer path; /* of the last name */
	size_t above;       /* bytes of it before the name itself */
	uint32_t after;     /* the name's parent, plus one; 0: there is no last name */
};

/* Print the path of a name below another one; it stays until the next call. */
struct str path_print(struct path_printer *p, const struct names *names, uint32_t number);

#endif

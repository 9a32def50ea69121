/* path_printer.c - the paths of names one after the other. */
#include "path_printer.h"

struct str
path_print(struct path_printer *p, const struct names *names, uint32_t number)
{
	uint32_t parent = names->rows[number].parent;

	if (p->after != parent + 1) {
		p->path.n = 0;
		names_path(names, number, &p->path);
		p->above = p->path.n - names->rows[number].length;
		p->after = parent + 1;
		return buffer_str(&p->path);
	}
	p->path.n = p->above;
	buffer_add(&p->path, names_text(names, number));
	return buffer_str(&p->path);
}

/* csv_value.c - a value as CSV has it, by libcsv. */
#include "csv_value.h"

#include <csv.h>

void
csv_value(struct buffer *out, struct str value)
{
	size_t room = 2 * value.n + 2;
	char *to = buffer_room(out, room);

	out->n += csv_write2(to, room, value.p ? value.p : "", value.n, '"');
}

/* position.c - count line ends and code points, each byte once. */
#include "position.h"

#include "scan.h"

static uint32_t
count_code_points(const char *p, const char *end)
{
	uint32_t n = 0;

	for (; p < end; p++)
		n += ((unsigned char)*p & 0xC0) != 0x80;
	return n;
}

struct position
position_of(struct position_finder *f, uint32_t offset)
{
	const char *text_end = f->text.p + f->text.n;
	const char *p, *end, *stop;

	if (offset > f->text.n)
		offset = (uint32_t)f->text.n;
	if (f->at.line == 0 || offset < f->offset) {
		f->offset = 0;
		f->at = (struct position){ 1, 1 };
	}
	p = f->text.p + f->offset;
	end = f->text.p + offset;
	while ((stop = scan_four(p, end, '\n', '\r', '\n', '\r')) < end) {
		/* a CR before LF is the last character of its line */
		if (*stop == '\r' && stop + 1 < text_end && stop[1] == '\n') {
			f->at.column += count_code_points(p, stop + 1);
		} else {
			f->at.line++;
			f->at.column = 1;
		}
		p = stop + 1;
	}
	f->at.column += count_code_points(p, end);
	f->offset = offset;
	return f->at;
}

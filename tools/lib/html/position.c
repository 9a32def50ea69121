/* position.c - count line ends and code points. */
#include "position.h"

#include <stdio.h>

#include "scan.h"

enum { STEP = 1024 };

static uint32_t
count_code_points(const char *p, const char *end)
{
	return (uint32_t)(end - p) - (uint32_t)scan_continuations(p, end);
}

/* The position of byte `to`, counted on from the known position of byte `from`. */
static struct position
count_on(struct str text, struct position at, uint32_t from, uint32_t to)
{
	const char *p = text.p + from, *end = text.p + to, *stop;
	uint32_t lines;

	if (scan_lines(p, end, &lines)) { /* no CR: the common case */
		if (lines)
			p = (const char *)memrchr(p, '\n', (size_t)(end - p)) + 1;
		at.line += lines;
		at.column = (lines ? 1 : at.column) + count_code_points(p, end);
		return at;
	}
	while ((stop = scan_four(p, end, '\n', '\r', '\n', '\r')) < end) {
		/* a CR before LF is the last character of its line */
		if (*stop == '\r' && stop + 1 < text.p + text.n && stop[1] == '\n') {
			at.column += count_code_points(p, stop + 1);
		} else {
			at.line++;
			at.column = 1;
		}
		p = stop + 1;
	}
	at.column += count_code_points(p, end);
	return at;
}

static void
add_note(struct position_finder *f)
{
	if (f->n_notes == f->cap_notes) {
		uint32_t n = f->n_notes;

		f->cap_notes = n ? 2 * n : 64;
		f->notes = arena_grow(f->arena, f->notes, n * sizeof(*f->notes),
		    f->cap_notes * sizeof(*f->notes));
	}
	f->notes[f->n_notes++] = f->at;
}

static void
move_to(struct position_finder *f, uint32_t offset)
{
	f->at = count_on(f->text, f->at, f->offset, offset);
	f->offset = offset;
}

struct position
position_of(struct position_finder *f, uint32_t offset)
{
	uint32_t note;

	if (offset > f->text.n)
		offset = (uint32_t)f->text.n;
	if (!f->n_notes) {
		f->at = (struct position){ 1, 1 };
		add_note(f);
	}
	note = offset / STEP < f->n_notes ? offset / STEP : f->n_notes - 1;
	if (offset < f->offset || f->offset < note * STEP) {
		f->offset = note * STEP;
		f->at = f->notes[note];
	}
	while (f->n_notes <= offset / STEP) {
		move_to(f, f->n_notes * STEP);
		add_note(f);
	}
	move_to(f, offset);
	return f->at;
}

struct str
position_text(struct arena *a, struct position at)
{
	char text[32];
	int n = snprintf(text, sizeof(text), "%u:%u", at.line, at.column);

	return arena_str(a, (struct str){ text, (size_t)n });
}

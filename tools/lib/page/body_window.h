/* body_window.h - hands a body on while it is built; for body.c and body_writer.c alone. */
#ifndef PAGE_BODY_WINDOW_H
#define PAGE_BODY_WINDOW_H

#include "body_writer.h"

/* None of these does anything without a sink. */

/* The innermost open element may hold blocks. */
void window_open(struct body_writer *w);

/* The innermost is to be closed, and it stays, with all that is in it. */
void window_close(struct body_writer *w);

/* All are closed: hand on what is left. */
void window_end(struct body_writer *w);

#endif

/* gunzip.h - what is in gzip data (RFC 1952), at once or part by part. */
#ifndef STREAM_GUNZIP_H
#define STREAM_GUNZIP_H

#include <stdbool.h>
#include <zlib.h>

#include "../base/buffer.h"

struct gunzip {
	z_stream z;
	bool between; /* a member has ended, and no other has begun */
};

enum gunzip_state {
	GUNZIP_MORE,   /* there may be more in what was given */
	GUNZIP_WANTS,  /* all that was given is used up, within a member */
	GUNZIP_END,    /* the same, and a member has ended: the data may, too */
	GUNZIP_BROKEN, /* this is no gzip data */
};

/* True for bytes that begin as gzip data does. */
bool is_gzip(struct str s);

/* Append what is in all of it, if that is a single member of at most limit bytes with nothing
 * behind it, and nothing is wrong: a third of the time that it takes part by part. Otherwise
 * false, and nothing is appended. */
bool gunzip_whole(struct str in, uint64_t limit, struct buffer *out);

/* Start with bytes, which are borrowed, and give the next when all are used up. */
void gunzip_start(struct gunzip *g, struct str in);
void gunzip_give(struct gunzip *g, struct str in);

/* Append some of what is in them; padding between members is skipped. */
enum gunzip_state gunzip_take(struct gunzip *g, struct buffer *out);

/* What is wrong with data that ends in this state, other than GUNZIP_END. */
const char *gunzip_error(enum gunzip_state state);

void gunzip_end(struct gunzip *g);

#endif

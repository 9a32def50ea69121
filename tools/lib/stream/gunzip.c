/* gunzip.c - what is in gzip data, at once or part by part. */
#include "gunzip.h"

#include <endian.h>
#include <libdeflate.h>
#include <string.h>

#include "../base/memory.h"

enum {
	STEP = 64 * 1024,
	GZIP_WINDOW = 15 + 16, /* inflateInit2: the largest window, gzip header wanted */
	SHORTEST = 18,         /* of a member: its header and what follows its data */
	MOST_TIMES = 1032,     /* as large as its data is what that stands for */
};

bool
is_gzip(struct str s)
{
	return s.n >= 2 && memcmp(s.p, "\x1F\x8B", 2) == 0;
}

/* The size that the last member says it has, modulo 4 GiB. */
static size_t
said_size(struct str in)
{
	uint32_t size;

	memcpy(&size, in.p + in.n - sizeof(size), sizeof(size));
	return le32toh(size);
}

bool
gunzip_whole(struct str in, uint64_t limit, struct buffer *out)
{
	struct libdeflate_decompressor *d;
	size_t size = in.n >= SHORTEST ? said_size(in) : 0, used, made;
	bool done;

	if (!size || size > limit || size / MOST_TIMES > in.n)
		return false;
	d = libdeflate_alloc_decompressor();
	if (!d)
		memory_exhausted();
	done = libdeflate_gzip_decompress_ex(d, in.p, in.n, buffer_room(out, size), size, &used,
		   &made) == LIBDEFLATE_SUCCESS &&
	       used == in.n;
	libdeflate_free_decompressor(d);
	out->n += done ? made : 0;
	return done;
}

void
gunzip_give(struct gunzip *g, struct str in)
{
	g->z.next_in = (Bytef *)(uintptr_t)in.p;
	g->z.avail_in = (uInt)in.n;
}

void
gunzip_start(struct gunzip *g, struct str in)
{
	*g = (struct gunzip){ .between = false };
	gunzip_give(g, in);
	if (inflateInit2(&g->z, GZIP_WINDOW) != Z_OK)
		memory_exhausted();
}

enum gunzip_state
gunzip_take(struct gunzip *g, struct buffer *out)
{
	z_stream *z = &g->z;
	int result;

	while (g->between && z->avail_in && !*z->next_in)
		z->next_in++, z->avail_in--;
	if (g->between && !z->avail_in)
		return GUNZIP_END;
	if (g->between)
		inflateReset(z);
	z->next_out = (Bytef *)buffer_room(out, STEP);
	z->avail_out = STEP;
	result = inflate(z, Z_NO_FLUSH);
	out->n += STEP - z->avail_out;
	g->between = result == Z_STREAM_END;
	if (result == Z_OK || result == Z_STREAM_END)
		return GUNZIP_MORE;
	return result == Z_BUF_ERROR ? GUNZIP_WANTS : GUNZIP_BROKEN;
}

const char *
gunzip_error(enum gunzip_state state)
{
	return state == GUNZIP_BROKEN ? "broken gzip data" : "gzip data ends too early";
}

void
gunzip_end(struct gunzip *g)
{
	inflateEnd(&g->z);
}

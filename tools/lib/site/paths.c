/* paths.c - the paths of a stream of pages. */
#include "paths.h"

#include <stdlib.h>

#include "../base/diagnostics.h"
#include "../base/hash.h"
#include "../base/memory.h"

enum { UNIT = 16, KNOWN = 1 << 16, FIRST_SLOTS = 64 };

/* A record of a spill: this, and the bytes of path, file, page and XPath; it fills whole units.
 */
struct header {
	struct position at;
	uint32_t n[4];
};

void
paths_init(struct paths *p)
{
	*p = (struct paths){ .seed = hash_seed(), .pages = { SPILL }, .mentions = { SPILL } };
	p->known = x_calloc(KNOWN, sizeof(*p->known));
}

/* Never 0, which marks what is free. */
static uint64_t
hash_of(const struct paths *p, struct str path)
{
	uint64_t hash = hash_mix(hash_str(p->seed, path), p->seed);

	return hash ? hash : 1;
}

/* Returns where it lies, in bytes. */
static uint64_t
record_add(struct spill *s, struct str path, const struct mention *m)
{
	static const char padding[UNIT];
	const struct str parts[] = { path, m->file, m->page, m->xpath };
	struct header h = { .at = m->at };
	uint64_t at;

	for (int i = 0; i < 4; i++)
		h.n[i] = (uint32_t)parts[i].n;
	at = spill_add(s, &h, sizeof(h));
	for (int i = 0; i < 4; i++)
		if (parts[i].n)
			spill_add(s, parts[i].p, parts[i].n);
	spill_add(s, padding, (size_t)(-s->n % UNIT));
	return at;
}

/* Read what lies at *at into the buffer, and set *at behind it. */
static struct str
record_read(struct spill *s, uint64_t *at, struct buffer *to, struct mention *m)
{
	struct str parts[4];
	struct header h;
	size_t n = 0;
	char *bytes;

	spill_read(s, *at, &h, sizeof(h));
	for (int i = 0; i < 4; i++)
		n += h.n[i];
	to->n = 0;
	bytes = buffer_room(to, n + 1);
	spill_read(s, *at + sizeof(h), bytes, n);
	for (int i = 0; i < 4; i++) {
		parts[i] = (struct str){ bytes, h.n[i] };
		bytes += h.n[i];
	}
	*at = (*at + sizeof(h) + n + UNIT - 1) / UNIT * UNIT;
	*m = (struct mention){ parts[1], parts[2], parts[3], h.at };
	return parts[0];
}

/* True for the path of a page: *first is then its record. */
static bool
find_page(struct paths *p, struct str path, uint64_t hash, struct mention *first)
{
	size_t at = 0;
	uint32_t unit;

	while ((unit = index_next(&p->places, hash, &at))) {
		uint64_t where = (uint64_t)(unit - 1) * UNIT;

		if (str_eq(record_read(&p->pages, &where, &p->again, first), path))
			return true;
	}
	return false;
}

bool
paths_page(
    struct paths *p, struct str path, const struct mention *where, struct mention *before)
{
	const struct mention kept = { .file = where->file, .at = where->at };
	uint64_t hash = hash_of(p, path), unit;

	if (find_page(p, path, hash, before))
		return false;
	unit = record_add(&p->pages, path, &kept) / UNIT + 1;
	if (unit > UINT32_MAX)
		die("paths of more than 64 GiB");
	index_add(&p->places, hash, (uint32_t)unit);
	return true;
}

/* The slot of a target, or the free one where it belongs. */
static size_t
target_slot(const struct path_targets *t, uint64_t hash)
{
	for (size_t i = hash;; i++) {
		size_t at = i & (t->n_slots - 1);

		if (!t->hashes[at] || t->hashes[at] == hash)
			return at;
	}
}

/* Make room for one more: at least a third of the slots stays free. */
static void
targets_grow(struct path_targets *t)
{
	struct path_targets old = *t;

	if (t->n < t->n_slots / 3 * 2)
		return;
	t->n_slots = old.n_slots ? 2 * old.n_slots : FIRST_SLOTS;
	t->hashes = x_calloc(t->n_slots, sizeof(*t->hashes));
	t->counts = x_calloc(t->n_slots, sizeof(*t->counts));
	for (size_t i = 0; i < old.n_slots; i++) {
		size_t at;

		if (!old.hashes[i])
			continue;
		at = target_slot(t, old.hashes[i]);
		t->hashes[at] = old.hashes[i];
		t->counts[at] = old.counts[i];
	}
	free(old.hashes);
	free(old.counts);
}

/* Most references lead to the few pages of menus, which need not be read for each. */
static bool
is_page(struct paths *p, struct str path, uint64_t hash)
{
	uint64_t *known = &p->known[hash % KNOWN];
	struct mention first;

	if (*known != hash && find_page(p, path, hash, &first))
		*known = hash;
	return *known == hash;
}

void
paths_target(struct paths *p, struct str path, const struct mention *where)
{
	struct path_targets *t = &p->targets;
	uint64_t hash = hash_of(p, path);
	size_t at;

	if (is_page(p, path, hash))
		return;
	targets_grow(t);
	at = target_slot(t, hash);
	if (!t->hashes[at]) {
		record_add(&p->mentions, path, where);
		t->hashes[at] = hash;
		t->n++;
	}
	t->counts[at] += t->counts[at] < UINT32_MAX;
}

bool
paths_missing(struct paths *p, struct missing_path *missing)
{
	while (p->next < p->mentions.n) {
		uint64_t hash;

		missing->path = record_read(&p->mentions, &p->next, &p->read, &missing->first);
		hash = hash_of(p, missing->path);
		missing->n_references = p->targets.counts[target_slot(&p->targets, hash)];
		if (!is_page(p, missing->path, hash))
			return true;
	}
	return false;
}

void
paths_free(struct paths *p)
{
	spill_free(&p->pages);
	spill_free(&p->mentions);
	index_free(&p->places);
	free(p->known);
	free(p->targets.hashes);
	free(p->targets.counts);
	buffer_free(&p->read);
	buffer_free(&p->again);
}

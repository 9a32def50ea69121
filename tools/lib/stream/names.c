/* names.c - a tree of names with one hash over (parent, name). */
#include "names.h"

#include <stdlib.h>
#include <string.h>

#include "../base/diagnostics.h"
#include "../base/hash.h"
#include "../base/memory.h"

enum { FIRST_SLOTS = 1024 };

void
names_init(struct names *names)
{
	*names = (struct names){ .n_slots = FIRST_SLOTS };
	names->slots = x_calloc(FIRST_SLOTS, sizeof(*names->slots));
	names->seed = hash_seed();
}

void
names_free(struct names *names)
{
	free(names->rows);
	free(names->slots);
	free(names->aliases);
	buffer_free(&names->text);
	*names = (struct names){ 0 };
}

static uint64_t
hash(const struct names *names, uint32_t parent, struct str name)
{
	return hash_mix(hash_str(hash_mix(names->seed, parent), name), names->seed);
}

/* The slot that holds the name, or the free one where it belongs. */
static uint32_t *
find_slot(const struct names *names, uint32_t parent, struct str name)
{
	size_t i = hash(names, parent, name);

	for (;; i++) {
		uint32_t *slot = &names->slots[i & (names->n_slots - 1)];

		if (!*slot || (names->rows[*slot - 1].parent == parent &&
				  str_eq(names_text(names, *slot - 1), name)))
			return slot;
	}
}

static void
grow_slots(struct names *names)
{
	free(names->slots);
	names->n_slots *= 2;
	names->slots = x_calloc(names->n_slots, sizeof(*names->slots));
	for (uint32_t i = 0; i < names->n; i++)
		*find_slot(names, names->rows[i].parent, names_text(names, i)) = i + 1;
}

uint32_t
names_add(struct names *names, uint32_t parent, struct str name, unsigned flags)
{
	uint32_t number = (uint32_t)names->n;

	if (names->text.n + name.n >= UINT32_MAX || number == NAME_NONE - 1)
		die("more than 4 GiB of names");
	if (names->n * 4 >= names->n_slots * 3)
		grow_slots(names);
	names->rows = x_grow(names->rows, &names->cap, names->n + 1, sizeof(*names->rows));
	names->rows[names->n++] = (struct name){
		.parent = parent,
		.text = (uint32_t)names->text.n,
		.length = (uint16_t)name.n,
		.flags = (uint16_t)flags,
	};
	buffer_add(&names->text, name);
	buffer_room(&names->text, 1); /* so that names_text() of "" has somewhere to point */
	*find_slot(names, parent, names_text(names, number)) = number + 1;
	return number;
}

uint32_t
names_find(const struct names *names, uint32_t parent, struct str name)
{
	uint32_t slot = *find_slot(names, parent, name);

	return slot ? slot - 1 : NAME_NONE;
}

static uint32_t
alias_target(const struct names *names, uint32_t link)
{
	size_t low = 0, high = names->n_aliases;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (names->aliases[middle].link < link)
			low = middle + 1;
		else
			high = middle;
	}
	return low < names->n_aliases && names->aliases[low].link == link
	           ? names->aliases[low].target
	           : link;
}

uint32_t
names_enter(const struct names *names, uint32_t parent, struct str name)
{
	uint32_t number = names_find(names, parent, name);

	if (number != NAME_NONE && names_is(names, number, NAME_LINK))
		return alias_target(names, number);
	return number;
}

/* Whether a slash stands between a name and what is above it: not after a start, which has its
 * own. */
static bool
has_slash(const struct names *names, uint32_t number)
{
	uint32_t parent = names->rows[number].parent;

	return parent != NAME_NONE && names->rows[parent].parent != NAME_NONE;
}

void
names_path(const struct names *names, uint32_t number, struct buffer *path)
{
	size_t length = 0;
	char *end;

	for (uint32_t i = number; i != NAME_NONE; i = names->rows[i].parent)
		length += names->rows[i].length + has_slash(names, i);
	end = buffer_room(path, length) + length;
	path->n += length;
	for (uint32_t i = number; i != NAME_NONE; i = names->rows[i].parent) {
		struct str text = names_text(names, i);

		end -= text.n;
		if (text.n)
			memcpy(end, text.p, text.n);
		if (has_slash(names, i))
			*--end = '/';
	}
}

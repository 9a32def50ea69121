/* destinations.c - where links among the pages of a save lead once each page is a file of its
 * own. */
#include "destinations.h"

#include "../base/hash.h"
#include "../base/url_way.h"
#include "../stream/mirror.h"

struct destinations {
	struct arena *arena;
	const struct page *page;
	const struct names *names; /* or NULL */
	struct str extension;
	struct str own;            /* the file of the page; absent: it has none */
	const struct link **slots; /* to pages, by what is written; open addressing */
	size_t n_slots;            /* a power of two */
};

/* The slot of an address, or the free one where it belongs. */
static const struct link **
slot_of(const struct destinations *d, struct str address)
{
	size_t i = hash_first_slot(hash_str(hash_seed(), address), d->n_slots);

	while (d->slots[i] && !str_eq(d->slots[i]->href, address))
		i = (i + 1) & (d->n_slots - 1);
	return &d->slots[i];
}

static bool
leads_to_page(const struct ref *r)
{
	return r->link.state == STATE_PAGE && r->link.href.p && r->link.target.p;
}

/* True where a page numbered below `before`, in a folder, would have a file of this name, its
 * extension aside, by the first of its names. */
static bool
is_wanted(const struct names *names, uint32_t folder, struct str stem, uint32_t before)
{
	struct buffer name = { 0 };
	const char *ending;
	bool is = false;

	for (unsigned i = 0; !is && (ending = mirror_ending(i)); i++) {
		uint32_t other;

		name.n = 0;
		buffer_add(&name, stem);
		buffer_add(&name, str_of(ending));
		if (!str_eq(mirror_stem(buffer_str(&name)), stem))
			continue;
		other = names_find(names, folder, buffer_str(&name));
		is = other < before && names_is(names, other, NAME_CHOSEN);
	}
	buffer_free(&name);
	return is;
}

unsigned
destination_choice(const struct names *names, uint32_t number)
{
	struct buffer name = { 0 };
	unsigned choice = 0;
	uint32_t folder;

	if (!names || number == NAME_NONE)
		return 0;
	folder = names->rows[number].parent;
	if (!is_wanted(names, folder, mirror_stem(names_text(names, number)), number))
		return 0;
	do {
		name.n = 0;
		mirror_name(names_text(names, number), (struct str){ 0 }, ++choice, &name);
	} while (is_wanted(names, folder, buffer_str(&name), NAME_NONE));
	buffer_free(&name);
	return choice;
}

struct destinations *
destinations_new(
    struct arena *a, const struct page *page, const struct names *names, struct str extension)
{
	struct destinations *d = arena_zalloc(a, sizeof(*d));
	struct buffer own = { 0 };
	size_t n = 0;

	*d = (struct destinations){ a, page, names, extension, .n_slots = 8 };
	if (mirror_name(page->path, extension, 0, &own))
		d->own = arena_str(a, buffer_str(&own));
	buffer_free(&own);
	for (const struct ref *r = page->refs; r; r = r->next)
		n += leads_to_page(r);
	while (d->n_slots < 2 * n)
		d->n_slots *= 2;
	d->slots = arena_zalloc(a, d->n_slots * sizeof(*d->slots));
	for (const struct ref *r = page->refs; r; r = r->next)
		if (leads_to_page(r))
			*slot_of(d, r->link.href) = &r->link;
	return d;
}

struct str
destination_find(void *destinations, struct str address)
{
	const struct destinations *d = destinations;
	const struct link *link = *slot_of(d, address);
	struct str fragment = str_part(address, str_find_char(address, '#', 0), address.n);
	struct buffer file = { 0 }, way = { 0 };
	struct str found = { 0 };
	unsigned choice;

	if (!link || !d->own.p)
		return found;
	if ((fragment.n > 1 || !address.n) && str_eq(link->target, d->page->path))
		return fragment;
	choice = link->name ? destination_choice(d->names, link->name - 1) : 0;
	if (mirror_name(link->target, d->extension, choice, &file)) {
		url_way_add(&way, d->own, buffer_str(&file));
		buffer_add(&way, fragment);
		found = arena_str(d->arena, buffer_str(&way));
	}
	buffer_free(&file);
	buffer_free(&way);
	return found;
}

/* style_sheet.c - a style sheet as a page that has nothing but references. */
#include "style_sheet.h"

#include "../page/style.h"
#include "../stream/sniff.h"
#include "address.h"

bool
is_style_sheet(struct str path)
{
	if (str_eq_nocase(name_extension(name_without_gz(path)), STR(".css")))
		return true;
	if (str_find_char(path, '?', 0) == path.n && str_find_char(path, '@', 0) == path.n)
		return false;
	for (size_t at = 0; (at = str_find_char(path, '.', at)) + 4 < path.n; at++)
		if ((path.p[at + 4] == '?' || path.p[at + 4] == '@') &&
		    str_starts(str_part(path, at, path.n), STR(".css")))
			return true;
	return false;
}

/* Fill in the references of the page. */
static void
read_references(struct arena *a, struct str css, struct page *page)
{
	struct style_reader reader = { .css = css };
	struct position_finder where = { .text = css, .arena = a };
	struct ref **end = &page->refs;
	struct str url;

	while (style_next(&reader, a, &url)) {
		struct ref *ref = *end = arena_zalloc(a, sizeof(*ref));

		ref->element = STR("style");
		ref->attribute = STR("text");
		ref->link.href = str_trim(url);
		ref->link.at = position_of(&where, (uint32_t)reader.url_from);
		end = &ref->next;
	}
}

/* A path that was appended to an empty buffer, in the arena, which adds a NUL. */
static struct str
take_path(struct arena *a, struct buffer *path)
{
	struct str s = arena_str(a, buffer_str(path));

	buffer_free(path);
	return s;
}

int
style_sheet_read(const struct scraper *s, struct scraper_room *room, uint32_t number,
    struct str *file, struct page *page)
{
	const struct save *save = s->resolver.save;
	struct saver none = { .url = { 0 } };
	struct arena *a = &room->arena;
	struct buffer path = { 0 };
	struct str css;

	arena_reset(a);
	*page = (struct page){ 0 };
	save_open_path(save, number, &path);
	*file = take_path(a, &path);
	names_path(&save->names, number, &path);
	page->path = take_path(a, &path);
	if (load_file(
		&room->loader, file->p, names_is(&save->names, number, NAME_LINK), &css) == -1)
		return -1;
	read_references(a, css, page);
	address_page(a, save, number, s->base, &none, page);
	resolve_page(&s->resolver, NULL, a, number, page);
	return 0;
}

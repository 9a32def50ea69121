/* scraper.c - from a file of a save to a page. */
#include "scraper.h"

#include "../base/diagnostics.h"
#include "../html/encoding.h"
#include "../page/prose_reader.h"
#include "../stream/mhtml.h"
#include "../stream/saver.h"
#include "../stream/sniff.h"
#include "../stream/xhtml.h"
#include "address.h"

enum { LARGEST_KEPT = 8 * 1024 * 1024 }; /* capacity that stays from page to page */

/* False after a line of trouble for what is no text. An empty file is a page with nothing on
 * it: it is said, and the checks find it. */
static bool
is_readable(const char *file, struct str bytes)
{
	if (looks_binary(str_part(bytes, 0, SNIFF_BYTES))) {
		trouble(file, "binary data, not a page");
		return false;
	}
	if (!bytes.n)
		remark(file, "empty file");
	return true;
}

/* Find the page in bytes that are readable. Returns -1 after a line of trouble. */
static int
unpack(struct arena *a, const char *file, struct str bytes, struct saved_page *found)
{
	if (mhtml_unpack(a, bytes, found) == 0)
		return 0;
	trouble(file, "no HTML in this MHTML file");
	return -1;
}

/* What an archive holds beside its page was saved, though it is no file of the save. */
static void
find_held(struct arena *a, const struct saved_page *saved, struct page *page)
{
	struct url base, url;

	if (!saved->n_held || !page->url.p || url_parse(a, page->url, NULL, &base) == -1)
		return;
	for (struct ref *ref = page->refs; ref; ref = ref->next) {
		if (ref->link.state != STATE_ABSENT ||
		    url_parse(a, ref->link.href, &base, &url) == -1 ||
		    !mhtml_holds(saved, url_href(a, &url)))
			continue;
		ref->link.state = STATE_FILE;
		ref->link.target = page->path;
	}
}

/* Who gets main while it is built, where that is wanted. */
static struct body_sink
sink_for(const struct scraper *s, struct scraper_room *room, struct prose_reader *reader)
{
	struct arena *a = &room->arena;

	if (!(s->wants & WANT_WORDS))
		return xhtml_sink(&room->main, &room->unfinished);
	prose_begin(reader, a, room->document->text, arena_alloc(a, sizeof(struct prose)));
	return (struct body_sink){ .arena = &room->unfinished, .prose = reader };
}

static void
scrape_html(const struct scraper *s, struct scraper_room *room, const struct saved_page *saved,
    uint32_t number, struct str path, struct page *page)
{
	struct arena *a = &room->arena;
	const struct html_options whole = { .charset = saved->charset,
		.xhtml = name_is_xhtml(path) };
	struct html_document *doc = arena_zalloc(a, sizeof(*doc));
	struct prose_reader reader;
	struct body_sink sink;
	struct saver saver;

	room->document = s->wants & WANT_REGIONS ? doc : NULL;
	if (s->wants & WANT_REGIONS) {
		html_parse(a, saved->html, &whole, doc);
		sink = sink_for(s, room, &reader);
		page_extract(a, doc, s->rules, profiles_of(&s->profiles, path), s->wants,
		    s->wants & (WANT_XHTML | WANT_WORDS) ? &sink : NULL, page);
		if (s->wants & WANT_XHTML)
			page->main_xhtml = buffer_str(&room->main);
	} else {
		page_outline(
		    a, saved->html, &whole, s->wants, s->resolver.save->names.seed, doc, page);
	}
	page->path = path;
	page->bytes = saved->html.n;
	saver_read(a, doc, &saver);
	if (saved->url.p)
		saver.url = saved->url;
	if (number != NAME_NONE)
		address_page(a, s->resolver.save, number, s->base, &saver, page);
	else
		address_lone_page(a, s->base, &saver, page);
	if (!(s->wants & WANT_REFS))
		page->base = document_base(doc);
	if (s->wants & (WANT_REFS | WANT_ELSEWHERE) || !(s->wants & WANT_MAIN_ALONE))
		resolve_page(&s->resolver, &room->memory, a, number, page);
	find_held(a, saved, page);
}

static void
scrape_text(const struct scraper *s, struct arena *a, struct str bytes, struct str path,
    struct page *page)
{
	struct encoding encoding = encoding_sniff(bytes, NULL, true);

	page_from_text(a, encoding_decode(a, bytes, encoding.name), s->rules, page);
	page->path = path;
	page->bytes = bytes.n;
}

void
scraper_room_reset(struct scraper_room *room)
{
	arena_reset(&room->arena);
	arena_reset(&room->unfinished);
	if (room->main.cap > LARGEST_KEPT)
		buffer_free(&room->main);
	room->main.n = 0;
	room->document = NULL;
}

int
scrape_file(const struct scraper *s, struct scraper_room *room, uint32_t number,
    const char *file, struct page *page)
{
	const struct save *save = s->resolver.save;
	const struct names *names = &save->names;
	struct str bytes, path;
	struct saved_page saved;

	scraper_room_reset(room);
	if (load_file(&room->loader, file, names_is(names, number, NAME_LINK), &bytes) == -1 ||
	    !is_readable(file, bytes))
		return -1;
	path =
	    arena_str(&room->arena, str_of(file + (save->root ? strlen(save->root) + 1 : 0)));
	if (name_kind(names_text(names, number)) == NAME_KIND_TEXT)
		scrape_text(s, &room->arena, bytes, path, page);
	else if (unpack(&room->arena, file, bytes, &saved) == -1)
		return -1;
	else
		scrape_html(s, room, &saved, number, path, page);
	return 0;
}

int
scrape_stream(const struct scraper *s, struct scraper_room *room, int fd, struct str first,
    struct page *page)
{
	const char *name = "standard input";
	struct str bytes;
	struct saved_page saved;

	scraper_room_reset(room);
	if (load_stream(&room->loader, fd, name, first, &bytes) == -1 ||
	    !is_readable(name, bytes) || unpack(&room->arena, name, bytes, &saved) == -1)
		return -1;
	scrape_html(s, room, &saved, NAME_NONE, STR("-"), page);
	return 0;
}

const struct page *
scrape_whole(const struct scraper *s, struct scraper_room *room, const struct page *page)
{
	struct page *whole, again;

	if (!room->document || !(s->wants & WANT_MAIN_ALONE))
		return page;
	page_extract(&room->arena, room->document, s->rules,
	    profiles_of(&s->profiles, page->path), WANT_REGIONS | WANT_REFS, NULL, &again);
	whole = arena_alloc(&room->arena, sizeof(*whole));
	*whole = *page;
	whole->regions = again.regions;
	whole->refs = again.refs;
	whole->words = again.words;
	return whole;
}

void
scraper_room_free(struct scraper_room *room)
{
	arena_free(&room->arena);
	arena_free(&room->unfinished);
	buffer_free(&room->main);
	resolver_memory_free(&room->memory);
	loader_free(&room->loader);
}

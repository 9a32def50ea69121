/* scraper.h - from a file of a save to a page: load, parse, extract, place, resolve. */
#ifndef SITE_SCRAPER_H
#define SITE_SCRAPER_H

#include "../base/memory.h"
#include "../page/extract.h"
#include "../stream/load.h"
#include "profiles.h"
#include "resolver.h"

/* What all workers share. */
struct scraper {
	struct resolver resolver;
	struct str base;           /* as in address_page() */
	const struct rules *rules; /* may be NULL while wants is 0 */
	struct profiles profiles;  /* of the sites of the save */
	unsigned wants;            /* enum page_wants */
};

/* What each has for itself, used again for every page. Zero-initialise but loader.limit. */
struct scraper_room {
	_Alignas(APART) struct arena arena; /* reset by each call below: pages live until the
	                                     * next */
	struct loader loader;
	struct resolver_memory memory;
	struct buffer main;                   /* of a page wanted with WANT_XHTML, as XHTML */
	struct arena unfinished;              /* what of it is being built */
	const struct html_document *document; /* of the last page, NULL: it has none */
};

/* Forget the last page, before another is made in the room by other means. */
void scraper_room_reset(struct scraper_room *room);

/* Make a page of a file of the save, by its number there and the path to open it by. Returns -1
 * after a line of trouble. */
int scrape_file(const struct scraper *s, struct scraper_room *room, uint32_t number,
    const char *file, struct page *page);

/* Make a page of an open descriptor's bytes, the first of which have been read. Its path is
 * "-". */
int scrape_stream(const struct scraper *s, struct scraper_room *room, int fd, struct str first,
    struct page *page);

/* The last page, made with WANT_MAIN_ALONE, with all its regions, words and references;
 * links are not resolved. The page itself where it has them. */
const struct page *scrape_whole(
    const struct scraper *s, struct scraper_room *room, const struct page *page);

void scraper_room_free(struct scraper_room *room);

#endif

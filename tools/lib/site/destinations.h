/* destinations.h - where links among the pages of a save lead once each page is a file of its
 * own. */
#ifndef SITE_DESTINATIONS_H
#define SITE_DESTINATIONS_H

#include "../page/body_addresses.h"
#include "../stream/names.h"

struct destinations;

/* Which of its names, as mirror_name() counts them, the file of a page of the save gets: such
 * that no page that comes before wants the same, whether or not it is among those written. 0
 * where that is not known: names is NULL, or number NAME_NONE. */
unsigned destination_choice(const struct names *names, uint32_t number);

/* Those of a page whose references are resolved, the files having that extension, as mirror.h
 * names them; whether a page is among those written is not asked. names: of the save, or NULL,
 * by which pages that want one file are known. Lives in the arena. */
struct destinations *destinations_new(
    struct arena *a, const struct page *page, const struct names *names, struct str extension);

/* address_map: the relative URL of the file an address of the page leads to, with its fragment,
 * or absent: it leads to no page of the save. */
struct str destination_find(void *destinations, struct str address);

#endif

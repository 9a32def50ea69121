/* address.h - which URL a page of a save has. */
#ifndef SITE_ADDRESS_H
#define SITE_ADDRESS_H

#include "../base/url.h"
#include "../page/page.h"
#include "../stream/save.h"
#include "../stream/saver.h"

/* Fill in url and url_from of the page, of the first that answers: base (a URL without fragment
 * that stands for the save's root; absent: none), what the saver wrote, a folder named like a
 * host. The page's own canonical URL supplies the scheme, and the host where no folder tells
 * it, if its path is the page's path in the save. Without any, url is absent. A folder's host
 * has the scheme https. */
void address_page(struct arena *a, const struct save *save, uint32_t number, struct str base,
    const struct saver *saver, struct page *page);

/* The same for a page that is no file of a save: base is then its own URL. */
void address_lone_page(
    struct arena *a, struct str base, const struct saver *saver, struct page *page);

/* "host:port" of a URL, without the port where it is the scheme's default. */
struct str address_authority(struct arena *a, const struct url *url);

/* True for http and https. */
bool address_is_web(const struct url *url);

#endif

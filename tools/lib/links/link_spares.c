/* link_spares.c - pages that were read, their memory to be filled again. */
#include "link_spares.h"

#include <stdlib.h>

#include "../base/memory.h"

enum { MOST_KEPT = 256 * 1024 }; /* bytes of a spare page: enough for most */

struct link_page *
link_page_take(struct link_spares *spares)
{
	struct link_page *page;

	pthread_mutex_lock(&spares->lock);
	page = spares->first;
	if (page)
		spares->first = page->next;
	pthread_mutex_unlock(&spares->lock);
	return page ? page : x_calloc(1, sizeof(*page));
}

void
link_page_keep(struct link_spares *spares, struct link_page *page)
{
	arena_reset_to(&page->arena, MOST_KEPT);
	*page = (struct link_page){ .arena = page->arena };
	pthread_mutex_lock(&spares->lock);
	page->next = spares->first;
	spares->first = page;
	pthread_mutex_unlock(&spares->lock);
}

void
link_spares_free(struct link_spares *spares)
{
	while (spares->first) {
		struct link_page *page = spares->first;

		spares->first = page->next;
		arena_free(&page->arena);
		free(page);
	}
}

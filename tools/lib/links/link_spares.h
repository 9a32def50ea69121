/* link_spares.h - pages that were read, their memory to be filled again. */
#ifndef LINKS_LINK_SPARES_H
#define LINKS_LINK_SPARES_H

#include <pthread.h>

#include "link_page.h"

/* Initialise with LINK_SPARES_NONE. */
struct link_spares {
	pthread_mutex_t lock;
	struct link_page *first;
};

#define LINK_SPARES_NONE                                                                       \
	{                                                                                      \
		.lock = PTHREAD_MUTEX_INITIALIZER                                              \
	}

/* Take an empty one, and hand it in. Safe from any thread. */
struct link_page *link_page_take(struct link_spares *spares);
void link_page_keep(struct link_spares *spares, struct link_page *page);

void link_spares_free(struct link_spares *spares);

#endif

/* link_base.h - which URL the root of a save seems to have, where no page says. */
#ifndef LINKS_LINK_BASE_H
#define LINKS_LINK_BASE_H

#include "link_judge.h"

struct link_base {
	struct str url;     /* of a folder, in the judge's arena; absent: none */
	uint32_t here, all; /* so many of all URLs led to below it name pages */
};

/* The folder on the web with most URLs whose paths below it are those of pages of the save, if
 * they are three or more, and half of all below it that something leads to. Absent where a page
 * tells its URL. Once link_settle() has been called. */
struct link_base link_base_guess(struct link_judge *j);

#endif

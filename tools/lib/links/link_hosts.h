/* link_hosts.h - whose the URLs are that a site leads to. */
#ifndef LINKS_LINK_HOSTS_H
#define LINKS_LINK_HOSTS_H

#include "link_judge.h"

/* Find the hosts of the pages and those that something links to by https, and mark the places
 * whose host is no page's or no visitor's. */
void link_hosts_find(struct link_judge *j);

#endif

/* link_hosts.c - whose the URLs are that a site leads to. */
#include "link_hosts.h"

#include "../site/host.h"

static void
add_host(struct strings *hosts, struct str authority)
{
	if (authority.p)
		strings_add(hosts, authority, strings_hash(hosts, authority));
}

static bool
has_host(const struct strings *hosts, struct str authority)
{
	return strings_find(hosts, authority, strings_hash(hosts, authority)) != STRING_NONE;
}

/* A host, with its scheme, and what is known of it. */
struct known_host {
	struct str start; /* of URLs: "https://host" */
	uint8_t flags;
};

/* Note of whom a URL is. Many in a row are of the same host. */
static void
note_host(struct link_judge *j, uint32_t dest, struct known_host *last)
{
	struct str url = strings_text(&j->graph->strings, dest), host = url_authority(url),
		   start = str_part(url, 0, (size_t)(host.p - url.p) + host.n);

	if (!last->start.p || !str_eq(start, last->start)) {
		*last =
		    (struct known_host){ start, has_host(&j->hosts, host) ? 0 : DEST_FOREIGN };
		last->flags |= host_is_private(host) ? DEST_PRIVATE : 0;
		if (str_starts(url, STR("https:")))
			add_host(&j->https_hosts, host);
	}
	j->graph->dests[dest].flags |= last->flags;
}

void
link_hosts_find(struct link_judge *j)
{
	struct link_graph *g = j->graph;
	struct known_host last = { 0 };

	strings_init(&j->hosts);
	strings_init(&j->https_hosts);
	for (uint32_t i = 0; i < g->n_pages; i++) {
		j->has_base = j->has_base || g->pages[i].url_from == URL_BASE;
		if (g->pages[i].url != LINK_NONE)
			add_host(&j->hosts,
			    url_authority(strings_text(&g->strings, g->pages[i].url)));
	}
	for (uint32_t i = 0; i < g->n_dests; i++)
		if (g->dests[i].kind == DEST_URL)
			note_host(j, i, &last);
}

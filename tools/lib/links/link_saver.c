/* link_saver.c - who saved the pages. */
#include "link_saver.h"

#include "../site/host.h"

static const char *const saver_names[] = {
	[SAVER_UNKNOWN] = "auto",
	[SAVER_NONE] = "plain",
	[SAVER_MIRROR] = "mirror",
	[SAVER_HTTRACK] = "httrack",
	[SAVER_PAGES] = "pages",
};

const char *
link_saver_name(enum link_saver saver)
{
	return saver_names[saver];
}

int
link_saver_of(struct str name)
{
	for (int i = SAVER_UNKNOWN; i <= SAVER_PAGES; i++)
		if (str_eq(name, str_of(saver_names[i])))
			return i;
	return -1;
}

/* True where a folder of the path is called like the host of the page: the work of a mirroring
 * program. Not the first name of all, which may be where someone keeps their build, unless the
 * path starts below a root. */
static bool
has_host_folder(const struct link_judge *j, struct str path, struct str authority)
{
	bool below_root = j->n_roots && !j->roots[0].n;
	size_t from = below_root ? 0 : str_find_char(path, '/', 0) + 1;

	if (str_starts(path, STR("./")) || str_starts(path, STR("../")) || from == 1)
		from = 0;
	for (size_t i = from; authority.n && i < path.n;) {
		size_t end = str_find_char(path, '/', i);

		if (end < path.n && str_eq_nocase(str_part(path, i, end), authority))
			return true;
		i = end + 1;
	}
	return false;
}

/* What one page tells of who saved it. */
static enum link_saver
saver_of(const struct link_judge *j, const struct page_row *row)
{
	struct str path = link_graph_text(j->graph, row->dest), url;

	if (row->url == LINK_NONE)
		return SAVER_NONE;
	url = strings_text(&j->graph->strings, row->url);
	if (row->url_from == URL_SAVER)
		return has_host_folder(j, path, url_authority(url)) ? SAVER_HTTRACK
		                                                    : SAVER_PAGES;
	if (row->url_from != URL_BASE && has_host_folder(j, path, url_authority(url)))
		return SAVER_MIRROR;
	return SAVER_NONE;
}

void
link_saver_find(struct link_judge *j)
{
	size_t n[SAVER_PAGES + 1] = { 0 };

	for (size_t i = 0; i < j->graph->n_pages; i++)
		n[saver_of(j, &j->graph->pages[i])]++;
	for (int saver = SAVER_PAGES; j->saver == SAVER_UNKNOWN; saver--)
		if (n[saver] || saver == SAVER_NONE)
			j->saver = (enum link_saver)saver;
}

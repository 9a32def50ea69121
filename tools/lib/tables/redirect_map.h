/* redirect_map.h - a table of redirects, checked and made fit for servers. */
#ifndef TABLES_REDIRECT_MAP_H
#define TABLES_REDIRECT_MAP_H

#include "../base/strings.h"
#include "../page/page.h"
#include "../stream/sheet.h"

/* Two columns: path, from the root of the host, or a URL of which the host does not count; and
 * to, a path or a URL. Either may have a query. */
extern const struct table redirect_table;

enum redirect_rule {
	REDIRECT_ROW,       /* error: more or fewer values than columns */
	REDIRECT_VALUE,     /* error: no path or URL */
	REDIRECT_DUPLICATE, /* error: an address redirected twice */
	REDIRECT_LOOP,      /* error: it ends nowhere */
	REDIRECT_TARGET,    /* error: no page there */
	REDIRECT_CHAIN,     /* warning: it leads to one that is redirected again */
	REDIRECT_RULES
};

struct redirect;
struct redirect_place;

struct redirect_map {
	struct arena arena;
	struct redirect *first, **last; /* in the order of the table */
	struct redirect **by_key;       /* the first of each number in keys */
	size_t cap;
	struct strings keys;  /* what is redirected: decoded path and query */
	struct strings hosts; /* that the table or pages name */
	struct strings pages; /* paths of pages, decoded */
	struct sheet_finding *findings, **next;
};

/* Read the rows, and say which cannot be. */
void redirect_map_start(struct redirect_map *m, const struct sheet *sheet);

/* Where a page is, safe from any thread; and to know of it, which frees it: from then on
 * targets on its host must be pages, or files by their names. */
struct redirect_place *redirect_place_new(const struct page *page);
void redirect_map_add(struct redirect_map *m, struct redirect_place *place);

/* When all pages are known: let each redirect lead to where its chain ends, and say what is
 * wrong with it. */
void redirect_map_finish(struct redirect_map *m);

/* Append those of which no error was said as XML (schemas/redirects.xsd). */
void redirect_map_write(const struct redirect_map *m, struct buffer *out);

void redirect_map_free(struct redirect_map *m);

#endif

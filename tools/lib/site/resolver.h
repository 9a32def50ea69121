/* resolver.h - what the references of a page lead to in the save. No file is opened: only the
 * names of the save are asked.
 *
 * A reference is looked up twice: against the page's place in the save, since savers rewrite
 * references to files, then against the page's URL, since they do not rewrite all. Names are
 * compared as they are, case and all; a URL finds a file of its own name, percent-decoded or
 * not, the index of a folder, a page saved with ".html" added, a query written as wget does
 * ("?" or
 * "@"), and either zipped. */
#ifndef SITE_RESOLVER_H
#define SITE_RESOLVER_H

#include "../base/url.h"
#include "../page/page.h"
#include "../stream/save.h"

struct resolver {
	const struct save *save; /* NULL: none, every reference stays unknown */
	struct url base;         /* that stands for the save's root; no scheme: none */
	bool by_number;          /* leave targets absent that the names of links tell */
};

struct answer_row;

/* What a worker found out before, so that links which stand on many pages of a folder are
 * looked up once. Zero-initialise. */
struct resolver_memory {
	struct arena arena;      /* of targets */
	size_t n_bytes;          /* of these */
	struct answer_row *rows; /* each for the last reference of its hash */
	struct str *targets;     /* theirs, but where numbers tell them */
};

/* Fill in the target and state of every link of a page (items, alternates, references) whose
 * url and base are set; number is its name in the save or NAME_NONE; memory may be NULL. A
 * reference that leads where no names are known stays STATE_NONE. The targets live until the
 * memory is used for another page. */
void resolve_page(const struct resolver *r, struct resolver_memory *memory, struct arena *a,
    uint32_t number, struct page *page);

void resolver_memory_free(struct resolver_memory *memory);

#endif

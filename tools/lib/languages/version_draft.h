/* version_draft.h - what one page declares, offers and shows of languages, before it is put to
 * the others; for versions.c and version_draft.c alone. */
#ifndef LANGUAGES_VERSION_DRAFT_H
#define LANGUAGES_VERSION_DRAFT_H

#include "../base/arena.h"
#include "versions.h"

struct offer_draft {
	struct str lang, href, target;
	struct position at;
	enum ref_state state;
	enum offer_from from;
	bool outside_head;
};

struct label_draft {
	struct str text;
	struct position at;
	bool in_menu, is_passage;
};

struct version_draft {
	struct arena arena; /* of all strings */
	struct str path, url, file, title, lang_declared, canonical, claims[CLAIMS];
	struct str tag; /* the language to expect */
	uint32_t line;
	bool noindex, rewritten, is_stub, too_many;
	struct position stub;
	uint16_t title_in, description_in;
	struct fragments fragments;
	struct offer_draft *offers;
	struct label_draft *labels;
	struct str *links, *entries; /* targets: of all links, and of menus */
	size_t n_offers, n_labels, n_links, n_entries;
	size_t offers_cap, labels_cap, links_cap, entries_cap;
	struct buffer menu;
};

void version_draft_free(struct version_draft *d);

#endif

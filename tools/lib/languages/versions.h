/* versions.h - the pages of a save as versions of one another in different languages: what each
 * declares, offers and shows.
 *
 * A page is kept as a row here, its body as fingerprints (fragments.h) and its labels as
 * numbers: no text of a body is kept, and every other text once. */
#ifndef LANGUAGES_VERSIONS_H
#define LANGUAGES_VERSIONS_H

#include <pthread.h>

#include "../base/strings.h"
#include "fragments.h"

/* What may say which language a page is in, by falling weight. */
enum claim {
	CLAIM_PATH,     /* a folder, a part of the file's name, a host or a query */
	CLAIM_OTHERS,   /* hreflang of other pages */
	CLAIM_SELF,     /* hreflang of its own */
	CLAIM_HTML,     /* lang of the html element */
	CLAIM_SWITCHER, /* the entry for this page in language switchers */
	CLAIM_META,     /* content-language */
	CLAIM_LOCALE,   /* og:locale */
	CLAIM_CONTENT,  /* lang of elements around most of its body, where nothing else is */
	CLAIM_MENU,     /* the text of its menus, where nothing is declared */
	CLAIM_BODY,     /* the text itself, where all else is silent */
	CLAIMS
};

enum offer_from { OFFER_HREFLANG, OFFER_SWITCHER, OFFER_SITEMAP };

/* A version that a page says there is. */
struct offer {
	uint32_t lang, href; /* strings, as written; lang 0: a switcher that does not say */
	uint32_t target;     /* string: path in the save, 0: none */
	uint32_t tag;        /* string: what lang stands for, by claims.c; 0: no language */
	struct position at;
	uint8_t state; /* enum ref_state */
	uint8_t from;
	bool outside_head;
};

/* What a sitemap says: the page at a path has this version. */
struct sitemap_offer {
	uint32_t path; /* string */
	struct offer offer;
};

/* A label or short text of a page's surroundings. Kept once for pages alike. */
struct label {
	uint32_t text;        /* string */
	uint32_t context;     /* string: what the pages that show it say of their language */
	uint32_t first, last; /* versions that show it */
	uint32_t count;       /* of versions */
	struct position at;
	uint16_t language;        /* identify.h */
	bool in_menu, is_passage; /* fragments.h */
};

enum { NONE = UINT32_MAX };

struct version {
	uint32_t path, file, line; /* strings; line in a file of page lines, else 0 */
	uint32_t title;            /* string */
	uint32_t lang_declared;    /* string, as written */
	uint32_t canonical;        /* string: path in the save, 0: none or unknown */
	uint32_t claims[CLAIMS];   /* strings: tags, 0: says nothing */
	uint32_t expected;         /* string: the language it is in, by claims.c; 0: unknown */
	uint32_t edition;          /* by claims.c: number of the language or of the pages
	                            * that link to one another */
	uint32_t group;            /* by translations.c */
	uint32_t words;            /* of prose in the body */
	uint32_t url;              /* string, 0: none */
	uint32_t first_fragment, n_fragments;
	uint32_t first_feature, n_features;
	uint32_t first_offer, n_offers;
	uint32_t first_link, n_links;
	uint16_t body;                     /* language of the whole body's prose */
	uint16_t title_in, description_in; /* languages they were found in */
	bool noindex;
	struct position stub; /* what says that it is one, line 0: nothing does */
	bool is_stub;
	bool rewritten; /* a saver may have changed the addresses in it */
};

struct versions {
	struct strings strings;
	struct version *rows;
	struct fragment *fragments;
	uint64_t *features;
	struct offer *offers;
	struct sitemap_offer *sitemap;
	uint32_t *links; /* strings: paths of pages that undeclared pages link to */
	struct label *labels;
	uint32_t *label_slots;
	size_t n, n_fragments, n_features, n_offers, n_sitemap, n_links, n_labels,
	    n_label_slots;
	size_t cap, fragments_cap, features_cap, offers_cap, sitemap_cap, links_cap, labels_cap;
	uint32_t *by_path; /* version of a path's string, NONE: no page of the save */
	uint32_t *entries; /* menu entries that lead to a path's string */
	size_t n_by_path, entries_cap;
};

struct version_draft;
struct input_page;

/* The phrases of stubs, read when the first short body is met. Start with LATE_PHRASES_NONE;
 * late_phrases_free() takes what was never read too. */
struct late_phrases {
	pthread_mutex_t access;
	struct phrases *read;
};
#define LATE_PHRASES_NONE                                                                      \
	{                                                                                      \
		.access = PTHREAD_MUTEX_INITIALIZER                                            \
	}
void late_phrases_free(struct late_phrases *late);

/* Take down a page; in parallel. Then put it to the others, in order, which frees it. */
struct version_draft *version_draft(struct late_phrases *phrases, const struct input_page *in);
void versions_add(struct versions *all, struct version_draft *draft);

/* Take in what a sitemap offers for the page at a path in the save. */
void versions_add_sitemap(struct versions *all, struct str path, const struct alternate *offer);

/* When all are there: index them by path. */
void versions_index(struct versions *all);

/* When editions are known: what stands beside the bodies of several pages of one edition is a
 * label of the site and no passage of theirs. */
void versions_drop_repeated(struct versions *all);

/* When it is known which language pages are meant to be in: find that of their labels. One that
 * is a passage of one page has none, but counts with the body. */
void versions_identify_labels(struct versions *all);

/* The version at a path's string, or NONE. */
static inline uint32_t
version_at(const struct versions *all, uint32_t path)
{
	return path && path <= all->n_by_path ? all->by_path[path - 1] : NONE;
}

/* The number of a string, from 1; 0 for an absent one. */
uint32_t version_string(struct versions *all, struct str text);

/* The string of a number, borrowed until the next version_string(); absent for 0. */
static inline struct str
version_str(const struct versions *all, uint32_t string)
{
	return string ? strings_text(&all->strings, string - 1) : (struct str){ 0 };
}

/* Menu entries, on all pages, that lead to a path's string. */
uint32_t version_entries(const struct versions *all, uint32_t path);

void versions_free(struct versions *all);

#endif

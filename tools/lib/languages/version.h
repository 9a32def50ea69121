/* version.h - a page as one of the versions of it in different languages: what it declares,
 * offers and shows. Strings are numbers of struct versions. */
#ifndef LANGUAGES_VERSION_H
#define LANGUAGES_VERSION_H

#include <stdbool.h>
#include <stdint.h>

#include "../html/position.h"

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
	uint32_t text;    /* string */
	uint32_t context; /* string: what the pages that show it say of their language */
	uint32_t first, last, count; /* versions that show it, and how many */
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
	uint32_t edition; /* by claims.c: of a language, or of pages that link to each other */
	uint32_t group;   /* by translations.c */
	uint32_t words;   /* of prose in the body */
	uint32_t url;     /* string, 0: none */
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

#endif

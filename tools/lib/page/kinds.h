/* kinds.h - what there is of each thing in a page, and how page lines spell it. */
#ifndef PAGE_KINDS_H
#define PAGE_KINDS_H

#include "../base/str.h"

/* What a reference leads to. NONE: not looked up. */
enum ref_state { STATE_NONE, STATE_PAGE, STATE_FILE, STATE_ABSENT, STATE_OUTSIDE };

/* What makes an element one that a fragment can point at: its id, the name of an a, the name of
 * a map, which only usemap can. */
enum anchor_from { ANCHOR_ID, ANCHOR_NAME, ANCHOR_MAP };

enum url_from {
	URL_NONE,
	URL_BASE,      /* --base */
	URL_SAVER,     /* a comment or banner that the saver left */
	URL_LAYOUT,    /* host/path folders */
	URL_CANONICAL, /* layout for the path, canonical or og:url for scheme and host */
};

enum nav_kind {
	NAV_MENU,
	NAV_BREADCRUMB,
	NAV_LANGUAGE,
	NAV_CONTENTS,
	NAV_PAGINATION,
	NAV_RELATED,
	NAV_FOOTER,
	NAV_SOCIAL,
	NAV_TAGS,
	NAV_SKIP,
};

/* ARIA landmark names; REGION is text that no landmark claims. */
enum part_role {
	PART_BANNER,
	PART_COMPLEMENTARY,
	PART_CONTENTINFO,
	PART_FORM,
	PART_NAVIGATION,
	PART_REGION,
	PART_SEARCH,
};

/* Where a label that is no text of the page was taken from. GROUP: the label of an optgroup. */
enum label_from { LABEL_TEXT, LABEL_ALT, LABEL_TITLE, LABEL_ARIA, LABEL_JSON_LD, LABEL_GROUP };

/* What a page says of itself as a whole. */
enum fact_kind {
	FACT_TITLE, /* without the name of the site */
	FACT_AUTHOR,
	FACT_PUBLISHED, /* ISO 8601 */
	FACT_MODIFIED,  /* ISO 8601 */
	FACT_DESCRIPTION,
	FACT_LANGUAGE,  /* canonical BCP 47 */
	FACT_DIRECTION, /* "rtl"; said only where it is not "ltr" */
	FACT_SECTION,
	FACT_TAG,
	FACT_LICENCE, /* its name or address */
	FACT_SITE,
	FACT_BODY, /* the text of its body, a paragraph a line, where it shows none */
	FACT_KINDS
};

/* What says so. */
enum fact_from {
	FROM_JSON_LD,
	FROM_OPEN_GRAPH,
	FROM_META,
	FROM_MICRODATA,
	FROM_LINK, /* rel */
	FROM_TIME, /* a time element */
	FROM_HEADING,
	FROM_TITLE,
	FROM_HTML, /* attributes of the html element */
	FROM_TEXT, /* words of the page, told by the class of their element */
};

/* The names of an enum's values, by value. NULL: the value that is written by leaving the
 * attribute out (STATE_NONE, URL_NONE, LABEL_TEXT). */
struct kind_names {
	const char *const *names;
	unsigned n;
};

extern const struct kind_names ref_state_names, anchor_from_names, url_from_names,
    nav_kind_names, part_role_names, label_from_names, fact_kind_names, fact_from_names;

/* The name of a value, or NULL; the value of a name, or -1 for a name that is none. */
const char *kind_name(const struct kind_names *kinds, unsigned value);
int kind_of(const struct kind_names *kinds, struct str name);

/* The same for each of the enums. */
const char *ref_state_name(enum ref_state state);
const char *url_from_name(enum url_from from);
const char *nav_kind_name(enum nav_kind kind);
const char *part_role_name(enum part_role role);
const char *label_from_name(enum label_from from);
int ref_state_of(struct str name);
int url_from_of(struct str name);
int nav_kind_of(struct str name);
int part_role_of(struct str name);
int label_from_of(struct str name);

#endif

/* kinds.h - what there is of each thing in a page; kind_names.h has their names. */
#ifndef PAGE_KINDS_H
#define PAGE_KINDS_H

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

#endif

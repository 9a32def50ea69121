/* kind_names.c - how page lines spell the values of enums. */
#include "kind_names.h"

#include <stddef.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const state_names[] = {
	[STATE_PAGE] = "page",
	[STATE_FILE] = "file",
	[STATE_ABSENT] = "absent",
	[STATE_OUTSIDE] = "outside",
};

static const char *const anchor_names[] = {
	[ANCHOR_NAME] = "name",
	[ANCHOR_MAP] = "map",
};

static const char *const url_names[] = {
	[URL_BASE] = "base",
	[URL_SAVER] = "saver",
	[URL_LAYOUT] = "layout",
	[URL_CANONICAL] = "canonical",
};

static const char *const nav_names[] = {
	[NAV_MENU] = "menu",
	[NAV_BREADCRUMB] = "breadcrumb",
	[NAV_LANGUAGE] = "language",
	[NAV_CONTENTS] = "contents",
	[NAV_PAGINATION] = "pagination",
	[NAV_RELATED] = "related",
	[NAV_FOOTER] = "footer",
	[NAV_SOCIAL] = "social",
	[NAV_TAGS] = "tags",
	[NAV_SKIP] = "skip",
};

static const char *const role_names[] = {
	[PART_BANNER] = "banner",
	[PART_COMPLEMENTARY] = "complementary",
	[PART_CONTENTINFO] = "contentinfo",
	[PART_FORM] = "form",
	[PART_NAVIGATION] = "navigation",
	[PART_REGION] = "region",
	[PART_SEARCH] = "search",
};

static const char *const label_names[] = {
	[LABEL_ALT] = "alt",
	[LABEL_TITLE] = "title",
	[LABEL_ARIA] = "aria-label",
	[LABEL_JSON_LD] = "json-ld",
	[LABEL_GROUP] = "label",
};

static const char *const fact_names[] = {
	[FACT_TITLE] = "title",
	[FACT_AUTHOR] = "author",
	[FACT_PUBLISHED] = "published",
	[FACT_MODIFIED] = "modified",
	[FACT_DESCRIPTION] = "description",
	[FACT_LANGUAGE] = "language",
	[FACT_DIRECTION] = "direction",
	[FACT_SECTION] = "section",
	[FACT_TAG] = "tag",
	[FACT_LICENCE] = "licence",
	[FACT_SITE] = "site",
	[FACT_BODY] = "body",
};

static const char *const from_names[] = {
	[FROM_JSON_LD] = "json-ld",
	[FROM_OPEN_GRAPH] = "open-graph",
	[FROM_META] = "meta",
	[FROM_MICRODATA] = "microdata",
	[FROM_LINK] = "link",
	[FROM_TIME] = "time",
	[FROM_HEADING] = "heading",
	[FROM_TITLE] = "title",
	[FROM_HTML] = "html",
	[FROM_TEXT] = "text",
};

const struct kind_names ref_state_names = { state_names, COUNT(state_names) };
const struct kind_names anchor_from_names = { anchor_names, COUNT(anchor_names) };
const struct kind_names url_from_names = { url_names, COUNT(url_names) };
const struct kind_names nav_kind_names = { nav_names, COUNT(nav_names) };
const struct kind_names part_role_names = { role_names, COUNT(role_names) };
const struct kind_names label_from_names = { label_names, COUNT(label_names) };
const struct kind_names fact_kind_names = { fact_names, COUNT(fact_names) };
const struct kind_names fact_from_names = { from_names, COUNT(from_names) };

const char *
kind_name(const struct kind_names *kinds, unsigned value)
{
	return value < kinds->n ? kinds->names[value] : NULL;
}

int
kind_of(const struct kind_names *kinds, struct str name)
{
	for (unsigned i = 0; i < kinds->n; i++)
		if (kinds->names[i] && str_eq(name, str_of(kinds->names[i])))
			return (int)i;
	return -1;
}

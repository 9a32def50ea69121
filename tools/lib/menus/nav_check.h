/* nav_check.h - what is wrong with the menus of a site, and where its pages differ in them. */
#ifndef MENUS_NAV_CHECK_H
#define MENUS_NAV_CHECK_H

#include "../base/utf8.h"
#include "../page/rules.h"
#include "../stream/finding.h"
#include "menus.h"

/* In the order of the table of rules. */
enum nav_rule {
	NAV_INACCESSIBLE,
	NAV_EMPTY,
	NAV_DUPLICATE,
	NAV_REPEATED,
	NAV_DEAD,
	NAV_UNLINKED,
	NAV_FOREIGN,
	NAV_ABSENT,
	NAV_MISSING,
	NAV_ADDED,
	NAV_MOVED,
	NAV_RELABELLED,
	NAV_RETARGETED,
	NAV_NO_MENU,
	NAV_DETOUR,
	NAV_PAGE,
	NAV_RULES
};

extern const struct finding_rule nav_rules[NAV_RULES];

struct nav_detour;

/* Set the first four members; the others start as zero. */
struct nav_check {
	struct trees *trees;
	const struct rules *rules;
	void (*say)(void *context, enum nav_rule rule, const struct finding *f);
	void *context;

	struct arena arena;
	void *detour_index; /* tsearch(3) */
	struct nav_detour *detours, **next_detour;
	struct buffer waiting; /* file and path, each with a NUL, of pages that no menu led to
	                        * so far */
	unsigned char *is_target; /* by string: a menu leads there */
	size_t targets_cap;
};

/* Take note of a page, after trees_add() of it gave the site. */
void nav_check_page(
    struct nav_check *c, const struct page_trees *page, const struct tree_site *site);

/* Say what there is about the items of a site's menus; how pages differ in these; and which
 * pages go without; in the order of the stream or of the menus. */
void nav_check_items(struct nav_check *c, const struct tree_site *site);
void nav_check_differences(struct nav_check *c, const struct menus *menus);
void nav_check_lacking(
    struct nav_check *c, const struct tree_site *site, const struct menus *menus);

/* At the end: what was noted of pages. */
void nav_check_pages(struct nav_check *c);
void nav_check_free(struct nav_check *c);

/* True for as many pages as tell how a site has something: five, or most of it. */
static inline bool
is_widespread(uint32_t pages, const struct tree_site *site)
{
	return pages >= 5 || pages * 2 > site->pages;
}

/* Say a text, printf-like, of an item of a tree. */
struct spot {
	const struct tree *tree;
	const struct tree_item *item;
};
void nav_say(struct nav_check *c, enum nav_rule rule, struct spot where, const char *format,
    ...) __attribute__((format(printf, 4, 5)));

/* The same of a page, at a place in it (line 0: all of it). */
void nav_say_page(struct nav_check *c, enum nav_rule rule, struct sighting page,
    struct position at, const char *format, ...) __attribute__((format(printf, 5, 6)));

/* printf arguments for "%.*s" of a string of the trees, cut to 200 bytes. */
#define NAV_TEXT(c, string) NAV_QUOTE(trees_text((c)->trees, (string)))
#define NAV_QUOTE(s)        (int)utf8_valid_prefix(str_part((s), 0, 200)), (s).p ? (s).p : ""

#endif

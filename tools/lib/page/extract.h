/* extract.h - from a document tree, or a plain-text capture, to a page. */
#ifndef PAGE_EXTRACT_H
#define PAGE_EXTRACT_H

#include "../base/arena.h"
#include "page.h"
#include "profile.h"
#include "rules.h"

struct body_sink;

/* What to build; leaving out what a filter never looks at saves its time. */
enum page_wants {
	WANT_REGIONS = 1, /* nav, main and parts */
	WANT_REFS = 2,    /* refs, anchors, alternates */
	WANT_FACTS = 4,   /* facts; the one of kind body comes with WANT_MAIN_ALONE too */
	WANT_ALL = 7,
	WANT_NUMBERS = 16,    /* of targets in the save the numbers of their names do */
	WANT_DISTINCT = 8,    /* of equal references of a and img elements only the first */
	WANT_MAIN_ALONE = 64, /* of regions main; others have kind and role, and no words */
	WANT_PLACES = 128,    /* beside regions: where menus and furniture stand */
	WANT_REASONS = 32,    /* beside regions: why each block is in the body, or is not */
	WANT_ELSEWHERE = 256, /* of refs those of refreshes and canonical links */
	WANT_WORDS = 512,     /* beside WANT_MAIN_ALONE: of main its prose, no tree */
	WANT_XHTML = 1024,    /* of main what page_write() needs, no tree */
};

/* Build a page from a tree, by what is known of its site (profile, or NULL); its regions are
 * always wanted. sink: gets main, of which there is no tree then, or NULL. Path, URL, bytes and
 * link states are the caller's to fill in; base (the document's base element) does not change
 * hrefs, which stay as written. The page points into the document and the arena. The document's
 * marks are overwritten. */
void page_extract(struct arena *a, const struct html_document *doc, const struct rules *rules,
    const struct profile *profile, unsigned wants, const struct body_sink *sink,
    struct page *page);

/* Build a page without regions from the bytes of a document, to be read by these options, of
 * whose body no tree is built where none is needed; of *doc there is the head. seed is for
 * hashes, which nothing depends on that is printed. */
void page_outline(struct arena *a, struct str bytes, const struct html_options *whole,
    unsigned wants, uint64_t seed, struct html_document *doc, struct page *page);

/* Build a page from a plain-text capture: UTF-8 text, one label or paragraph a line. Each line
 * becomes an item, a heading or a paragraph of exactly one region. */
void page_from_text(
    struct arena *a, struct str text, const struct rules *rules, struct page *page);

/* The href of the document's first base element that has one, or an absent slice. */
struct str document_base(const struct html_document *doc);

#endif

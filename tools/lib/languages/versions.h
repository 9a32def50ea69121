/* versions.h - the pages of a save as versions of one another in different languages: what each
 * declares, offers and shows.
 *
 * A page is kept as a row here, its body as fingerprints (fragments.h) and its labels as
 * numbers: no text of a body is kept, and every other text once. */
#ifndef LANGUAGES_VERSIONS_H
#define LANGUAGES_VERSIONS_H

#include "../base/strings.h"
#include "fragments.h"
#include "version.h"

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

struct input_page;
struct late_phrases;
struct version_draft;

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

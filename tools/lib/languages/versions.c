/* versions.c - the pages of a save in the rows that hold them. */
#include "versions.h"

#include <stdlib.h>

#include "../base/diagnostics.h"
#include "../base/hash.h"
#include "../base/identify.h"
#include "../base/memory.h"
#include "path_tags.h"
#include "version_draft.h"

uint32_t
version_string(struct versions *all, struct str text)
{
	if (!text.p)
		return 0;
	if (!all->strings.slots)
		strings_init(&all->strings);
	return strings_add(&all->strings, text, strings_hash(&all->strings, text)) + 1;
}

/* Where rows of an array start, as versions count them. */
static uint32_t
row(size_t n)
{
	if (n >= NONE)
		die("more than 4 billion fragments");
	return (uint32_t)n;
}

static void
add_fragments(struct versions *all, struct version *v, const struct fragments *p)
{
	v->first_fragment = row(all->n_fragments);
	v->n_fragments = row(p->n);
	v->first_feature = row(all->n_features);
	v->n_features = row(p->n_features);
	v->words = p->words;
	v->body = p->language;
	all->fragments = x_grow(all->fragments, &all->fragments_cap, all->n_fragments + p->n,
	    sizeof(*all->fragments));
	if (p->n)
		memcpy(all->fragments + all->n_fragments, p->rows, p->n * sizeof(*p->rows));
	all->n_fragments += p->n;
	all->features = x_grow(all->features, &all->features_cap,
	    all->n_features + p->n_features, sizeof(*all->features));
	if (p->n_features)
		memcpy(all->features + all->n_features, p->features,
		    p->n_features * sizeof(*p->features));
	all->n_features += p->n_features;
}

static void
add_offers(struct versions *all, struct version *v, const struct version_draft *d)
{
	v->first_offer = row(all->n_offers);
	v->n_offers = row(d->n_offers);
	all->offers = x_grow(
	    all->offers, &all->offers_cap, all->n_offers + d->n_offers, sizeof(*all->offers));
	for (size_t i = 0; i < d->n_offers; i++)
		all->offers[all->n_offers++] =
		    (struct offer){ .lang = version_string(all, d->offers[i].lang),
			    .href = version_string(all, d->offers[i].href),
			    .target = version_string(all, d->offers[i].target),
			    .at = d->offers[i].at,
			    .state = (uint8_t)d->offers[i].state,
			    .from = (uint8_t)d->offers[i].from,
			    .outside_head = d->offers[i].outside_head };
}

static void
add_links(struct versions *all, struct version *v, const struct version_draft *d)
{
	v->first_link = row(all->n_links);
	v->n_links = row(d->n_links);
	all->links =
	    x_grow(all->links, &all->links_cap, all->n_links + d->n_links, sizeof(*all->links));
	for (size_t i = 0; i < d->n_links; i++)
		all->links[all->n_links++] = version_string(all, d->links[i]);
	for (size_t i = 0; i < d->n_entries; i++) {
		uint32_t string = version_string(all, d->entries[i]);
		size_t had = all->entries_cap;

		all->entries =
		    x_grow(all->entries, &all->entries_cap, string, sizeof(*all->entries));
		if (all->entries_cap > had)
			memset(all->entries + had, 0,
			    (all->entries_cap - had) * sizeof(*all->entries));
		all->entries[string - 1]++;
	}
}

static uint32_t *
label_slot(const struct versions *all, uint32_t text, uint32_t context)
{
	size_t i = hash_mix(text, context);

	for (;; i++) {
		uint32_t *slot = &all->label_slots[i & (all->n_label_slots - 1)];

		if (!*slot || (all->labels[*slot - 1].text == text &&
				  all->labels[*slot - 1].context == context))
			return slot;
	}
}

static void
grow_labels(struct versions *all)
{
	free(all->label_slots);
	all->n_label_slots = all->n_label_slots ? 2 * all->n_label_slots : 256;
	all->label_slots = x_calloc(all->n_label_slots, sizeof(*all->label_slots));
	for (uint32_t i = 0; i < all->n_labels; i++)
		*label_slot(all, all->labels[i].text, all->labels[i].context) = i + 1;
}

/* Count a label for the pages that are alike in what says their language. */
static void
add_label(struct versions *all, uint32_t version, uint32_t context, const struct label_draft *d)
{
	uint32_t text = version_string(all, d->text), *slot;
	struct label *label;

	if (2 * all->n_labels >= all->n_label_slots)
		grow_labels(all);
	slot = label_slot(all, text, context);
	if (!*slot) {
		all->labels = x_grow(
		    all->labels, &all->labels_cap, all->n_labels + 1, sizeof(*all->labels));
		all->labels[all->n_labels] = (struct label){ .text = text,
			.context = context,
			.first = version,
			.at = d->at,
			.in_menu = d->in_menu,
			.is_passage = d->is_passage };
		*slot = row(++all->n_labels);
	}
	label = &all->labels[*slot - 1];
	label->in_menu |= d->in_menu;
	if (!label->count || label->last != version)
		label->count++;
	label->last = version;
}

/* What the path and the html element say, as one number. */
static uint32_t
context_of(struct versions *all, const struct version_draft *d)
{
	struct path_tag tags[PATH_TAGS];
	size_t n = path_tags(d->url.p ? d->url : d->path, tags);
	struct buffer text = { 0 };
	uint32_t context;

	buffer_add(&text, d->claims[CLAIM_HTML]);
	for (size_t i = 0; i < n; i++) {
		buffer_char(&text, '/');
		buffer_add(&text, tags[i].text);
	}
	context = version_string(all, buffer_str(&text));
	buffer_free(&text);
	return context;
}

void
versions_add(struct versions *all, struct version_draft *d)
{
	uint32_t context = context_of(all, d);
	struct version *v;

	all->rows = x_grow(all->rows, &all->cap, all->n + 1, sizeof(*all->rows));
	v = &all->rows[all->n];
	*v = (struct version){ .path = version_string(all, d->path),
		.url = version_string(all, d->url),
		.file = version_string(all, d->file),
		.line = d->line,
		.title = version_string(all, d->title),
		.lang_declared = version_string(all, d->lang_declared),
		.canonical = version_string(all, d->canonical),
		.title_in = d->title_in,
		.description_in = d->description_in,
		.noindex = d->noindex,
		.rewritten = d->rewritten,
		.is_stub = d->is_stub,
		.stub = d->stub,
		.group = NONE };
	for (size_t i = 0; i < CLAIMS; i++)
		if (d->claims[i].n)
			v->claims[i] = version_string(all, d->claims[i]);
	add_fragments(all, v, &d->fragments);
	add_offers(all, v, d);
	add_links(all, v, d);
	for (size_t i = 0; i < d->n_labels; i++)
		add_label(all, (uint32_t)all->n, context, &d->labels[i]);
	all->n++;
	version_draft_free(d);
}

void
versions_add_sitemap(struct versions *all, struct str path, const struct alternate *v)
{
	if (!path.p || !v->link.target.p)
		return;
	all->sitemap =
	    x_grow(all->sitemap, &all->sitemap_cap, all->n_sitemap + 1, sizeof(*all->sitemap));
	all->sitemap[all->n_sitemap++] = (struct sitemap_offer){
		.path = version_string(all, path),
		.offer = { .lang = version_string(all, v->lang),
		    .href = version_string(all, v->link.href),
		    .target = version_string(all, v->link.target),
		    .at = v->link.at,
		    .state = (uint8_t)v->link.state,
		    .from = OFFER_SITEMAP },
	};
}

void
versions_index(struct versions *all)
{
	all->n_by_path = all->strings.n;
	all->by_path = x_malloc((all->n_by_path + 1) * sizeof(*all->by_path));
	for (size_t i = 0; i < all->n_by_path; i++)
		all->by_path[i] = NONE;
	for (size_t i = all->n; i-- > 0;)
		all->by_path[all->rows[i].path - 1] = (uint32_t)i;
}

/* A line beside the body of a page of an edition. */
struct beside {
	uint64_t print;
	uint32_t edition, version, fragment;
};

static int
by_edition(const void *x, const void *y)
{
	const struct beside *a = x, *b = y;

	if (a->edition != b->edition)
		return a->edition < b->edition ? -1 : 1;
	if (a->print != b->print)
		return a->print < b->print ? -1 : 1;
	return (a->fragment > b->fragment) - (a->fragment < b->fragment);
}

static struct beside *
find_beside(const struct versions *all, size_t *n)
{
	struct beside *rows = NULL;
	size_t cap = 0;

	*n = 0;
	for (uint32_t i = 0; i < all->n; i++) {
		const struct version *v = &all->rows[i];

		for (uint32_t k = v->first_fragment; k < v->first_fragment + v->n_fragments;
		     k++) {
			if (!(all->fragments[k].flags & FRAGMENT_LABEL))
				continue;
			rows = x_grow(rows, &cap, *n + 1, sizeof(*rows));
			rows[(*n)++] =
			    (struct beside){ all->fragments[k].print, v->edition, i, k };
		}
	}
	if (*n)
		qsort(rows, *n, sizeof(*rows), by_edition);
	return rows;
}

void
versions_drop_repeated(struct versions *all)
{
	size_t n;
	struct beside *rows = find_beside(all, &n);

	for (size_t i = 0, end; i < n; i = end) {
		for (end = i; end < n && rows[end].edition == rows[i].edition &&
			      rows[end].print == rows[i].print;)
			end++;
		for (size_t k = i; k < end && rows[end - 1].version != rows[i].version; k++) {
			struct fragment *p = &all->fragments[rows[k].fragment];

			p->language = p->words = 0;
			p->flags = FRAGMENT_BESIDE;
		}
	}
	free(rows);
}

void
versions_identify_labels(struct versions *all)
{
	for (size_t i = 0; i < all->n_labels; i++) {
		struct label *l = &all->labels[i];

		if (l->is_passage && !l->in_menu && l->count == 1)
			continue;
		l->language = identify_label(
		    version_str(all, l->text), version_str(all, all->rows[l->first].expected));
	}
}

uint32_t
version_entries(const struct versions *all, uint32_t path)
{
	return path && path <= all->entries_cap ? all->entries[path - 1] : 0;
}

void
versions_free(struct versions *all)
{
	strings_free(&all->strings);
	free(all->rows);
	free(all->fragments);
	free(all->features);
	free(all->offers);
	free(all->sitemap);
	free(all->links);
	free(all->labels);
	free(all->label_slots);
	free(all->by_path);
	free(all->entries);
	*all = (struct versions){ 0 };
}

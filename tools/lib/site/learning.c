/* learning.c - what the pages of a save tell of their sites. */
#include "learning.h"

#include <stdlib.h>

#include "../base/hash.h"
#include "../base/memory.h"
#include "../base/pool.h"
#include "../page/head.h"
#include "../stream/layout.h"
#include "../stream/load.h"
#include "../stream/mhtml.h"
#include "../stream/sniff.h"
#include "induction.h"
#include "region_induction.h"

enum {
	SMALL_SAMPLE = 12,      /* pages of a site, or a quarter of them if that is more */
	SAMPLE = 64,            /* the most of any site */
	LARGEST_PAGE = 1 << 18, /* bytes that are read of a page */
};

struct sampled {
	uint64_t hash; /* of its path below the site's folder: wherever the save lies */
	uint32_t number;
};

struct site {
	uint32_t folder;
	size_t prefix;                 /* bytes of its path and the slash after it */
	struct sampled sample[SAMPLE]; /* a heap, the highest hash on top */
	uint32_t n;
	uint32_t pages; /* of which n are the sample */
};

struct sites {
	struct site **at; /* by rising folder */
	size_t n, cap;
};

/* One job's room. */
struct reader {
	_Alignas(APART) struct arena arena;
	char *bytes;
};

/* One pass over the samples. */
struct learning {
	const struct save *save;
	struct reader *readers;
	struct sites sites;
	struct profiles *profiles;
	const struct rules *rules; /* NULL: menus and furniture are not wanted */
	size_t site;               /* next to be read, and which of its sample */
	uint32_t page;
	struct skeleton skeletons[SAMPLE];
	uint32_t n_skeletons;
	struct sample_page pages[SAMPLE]; /* where regions are wanted */
	uint32_t n_pages;
};

/* A page to be read. */
struct reading {
	struct site *site;
	uint32_t number;
	bool is_last; /* of its site */
	bool is_read;
	struct skeleton skeleton;
	struct sample_page page; /* its bytes are malloc'ed, or absent: not wanted */
};

static uint32_t
site_folder(const struct save *save, uint32_t number)
{
	uint32_t host = layout_host(save, number);

	return host == NAME_NONE ? layout_root(save, number) : host;
}

/* Where the site of a folder is, or belongs. */
static size_t
site_index(const struct sites *s, uint32_t folder)
{
	size_t low = 0, high = s->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (s->at[middle]->folder < folder)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct site *
site_find(const struct sites *s, uint32_t folder)
{
	size_t i = site_index(s, folder);

	return i < s->n && s->at[i]->folder == folder ? s->at[i] : NULL;
}

static struct site *
site_add(struct sites *s, uint32_t folder)
{
	size_t i = site_index(s, folder);

	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 8;
		s->at = x_realloc(s->at, s->cap * sizeof(*s->at));
	}
	memmove(s->at + i + 1, s->at + i, (s->n - i) * sizeof(*s->at));
	s->at[i] = x_calloc(1, sizeof(**s->at));
	s->at[i]->folder = folder;
	s->n++;
	return s->at[i];
}

static bool
is_after(struct sampled a, struct sampled b)
{
	return a.hash > b.hash || (a.hash == b.hash && a.number > b.number);
}

/* Put a page into the heap at i or below, where only lower ones stay under it. */
static void
sift_down(struct site *s, uint32_t i, struct sampled page)
{
	for (;;) {
		uint32_t child = 2 * i + 1;

		if (child + 1 < s->n && is_after(s->sample[child + 1], s->sample[child]))
			child++;
		if (child >= s->n || !is_after(s->sample[child], page))
			break;
		s->sample[i] = s->sample[child];
		i = child;
	}
	s->sample[i] = page;
}

static void
sample_add(struct site *s, struct sampled page)
{
	uint32_t i = s->n;

	if (s->n == SAMPLE) {
		if (is_after(s->sample[0], page))
			sift_down(s, 0, page);
		return;
	}
	for (s->n++; i && is_after(page, s->sample[(i - 1) / 2]); i = (i - 1) / 2)
		s->sample[i] = s->sample[(i - 1) / 2];
	s->sample[i] = page;
}

/* Of the sample of a small site, keep those with the lowest hashes. */
static void
shorten(struct site *s)
{
	uint32_t most = s->pages / 4 > SMALL_SAMPLE ? s->pages / 4 : SMALL_SAMPLE;

	while (s->n > most) {
		s->n--;
		sift_down(s, 0, s->sample[s->n]);
	}
}

/* The sites of a save that have enough pages, each with a sample of them. */
static void
choose(struct sites *sites, const struct save *save)
{
	struct site *site = NULL;
	struct buffer path = { 0 };
	size_t kept = 0;

	for (uint32_t i = 0; i < save->names.n; i++) {
		uint32_t folder;

		if (!names_is(&save->names, i, NAME_CHOSEN) ||
		    name_kind(names_text(&save->names, i)) == NAME_KIND_TEXT)
			continue;
		folder = site_folder(save, i);
		if (folder == NAME_NONE)
			continue;
		if (!site || site->folder != folder)
			site = site_find(sites, folder);
		if (!site) {
			site = site_add(sites, folder);
			path.n = 0;
			names_path(&save->names, folder, &path);
			site->prefix = path.n;
			if (path.n && !str_ends(buffer_str(&path), STR("/")))
				site->prefix++;
		}
		site->pages++;
		path.n = 0;
		names_path(&save->names, i, &path);
		sample_add(site,
		    (struct sampled){
			hash_str(0, str_part(buffer_str(&path), site->prefix, path.n)), i });
	}
	buffer_free(&path);
	for (size_t i = 0; i < sites->n; i++) {
		shorten(sites->at[i]);
		if (sites->at[i]->n >= FEWEST_PAGES)
			sites->at[kept++] = sites->at[i];
		else
			free(sites->at[i]);
	}
	sites->n = kept;
}

/* pool: next */
static size_t
next_reading(void *context, void *item)
{
	struct learning *l = context;
	struct reading *r = item;

	if (l->site == l->sites.n)
		return 0;
	r->site = l->sites.at[l->site];
	r->number = r->site->sample[l->page++].number;
	r->is_last = l->page == r->site->n;
	if (r->is_last) {
		l->site++;
		l->page = 0;
	}
	return POOL_PART;
}

/* The first bytes of a page, in the reader's memory, and how to read them. False for one that
 * cannot be read, or is no page. */
static bool
read_head(
    const struct learning *l, uint32_t number, struct reader *reader, struct sample_page *page)
{
	struct buffer path = { 0 };
	struct saved_page saved;
	size_t n = LARGEST_PAGE;
	int failed;

	if (!reader->bytes)
		reader->bytes = x_malloc(LARGEST_PAGE);
	save_open_path(l->save, number, &path);
	failed = load_head(
	    path.data, names_is(&l->save->names, number, NAME_LINK), reader->bytes, &n);
	buffer_free(&path);
	if (failed ||
	    looks_binary((struct str){ reader->bytes, n < SNIFF_BYTES ? n : SNIFF_BYTES }) ||
	    mhtml_unpack(&reader->arena, (struct str){ reader->bytes, n }, &saved) == -1)
		return false;
	page->bytes = saved.html;
	page->options = (struct html_options){ .charset = saved.charset,
		.xhtml = name_is_xhtml(names_text(&l->save->names, number)) };
	return true;
}

/* pool: work */
static void
read_page(void *context, void *item, int worker)
{
	struct learning *l = context;
	struct reading *r = item;
	struct reader *reader = &l->readers[worker];
	struct arena *arena = &reader->arena;
	struct html_document doc;
	struct sample_page page;
	struct blocks blocks;

	arena_reset(arena);
	r->is_read = read_head(l, r->number, reader, &page);
	if (!r->is_read)
		return;
	if (l->rules) {
		r->page = page;
		r->page.bytes.p =
		    memcpy(x_malloc(page.bytes.n + 1), page.bytes.p, page.bytes.n);
	}
	html_parse(arena, page.bytes, &page.options, &doc);
	blocks = blocks_of(arena, &doc);
	skeleton_of(
	    &blocks, document_title(arena, &doc), document_language(&doc), &r->skeleton);
}

/* Where the pages of a site that were kept have their menus and furniture. */
static void
learn_regions(struct learning *l, struct profile *profile)
{
	induce_regions(l->pages, l->n_pages, l->rules, profile);
	while (l->n_pages)
		free((char *)l->pages[--l->n_pages].bytes.p);
}

/* pool: done */
static void
keep_page(void *context, void *item)
{
	struct learning *l = context;
	struct reading *r = item;
	struct buffer path = { 0 };
	struct site_profile *known;

	if (r->is_read)
		l->skeletons[l->n_skeletons++] = r->skeleton;
	if (r->page.bytes.p)
		l->pages[l->n_pages++] = r->page;
	if (!r->is_last)
		return;
	names_path(&l->save->names, r->site->folder, &path);
	known = profiles_add(l->profiles, buffer_str(&path));
	known->pages = r->site->pages;
	induce(l->skeletons, l->n_skeletons, &known->profile);
	learn_regions(l, &known->profile);
	buffer_free(&path);
	while (l->n_skeletons)
		skeleton_free(&l->skeletons[--l->n_skeletons]);
}

static void
learn(struct learning *l, int jobs)
{
	l->readers = x_calloc_apart((size_t)jobs, sizeof(*l->readers));
	pool_run(&(struct pool){ .item_size = sizeof(struct reading),
	    .jobs = jobs,
	    .context = l,
	    .next = next_reading,
	    .work = read_page,
	    .done = keep_page });
	for (int i = 0; i < jobs; i++) {
		arena_free(&l->readers[i].arena);
		free(l->readers[i].bytes);
	}
	free(l->readers);
}

void
profiles_learn(struct profiles *p, const struct save *save, const struct rules *rules, int jobs)
{
	struct learning l = { .save = save, .profiles = p, .rules = rules };

	choose(&l.sites, save);
	if (l.sites.n) /* not a thread for nothing */
		learn(&l, jobs);
	for (size_t i = 0; i < l.sites.n; i++)
		free(l.sites.at[i]);
	free(l.sites.at);
}

/* stubs.c - the stubs among many pages.
 *
 * What a page says of itself is weighed when it is read; what others say of it, when all are
 * known. */
#include "stubs.h"

#include <stdlib.h>

#include "../base/bits.h"
#include "../base/memory.h"
#include "../base/spill.h"
#include "../page/stub.h"
#include "duplicates.h"
#include "inlinks.h"
#include "norms.h"
#include "stubs_site.h"

enum { NO_PAGE = UINT32_MAX };

/* What is kept of a page in memory. Hashes: 0 where the page has no such thing. */
struct row {
	struct stubs_keys keys;
	uint64_t dossier; /* where it is in the spill */
	uint32_t dossier_bytes, words;
	/* At the first of a cluster: an error page in it, or NO_PAGE; and the page that stands
	 * for all. */
	uint32_t like_error, standing;
	bool scripted, error_page;
};

struct stubs {
	struct stubs_options options;
	struct row *rows;
	size_t n, cap;
	struct duplicates *duplicates;
	struct lengths *lengths;
	struct counts *counts;
	struct inlinks *inlinks;
	struct spill spill;
	struct buffer bytes;
	struct title_row *titles; /* sorted, when all pages are known */
	size_t n_titles;
};

/* Everything that is to be taken in of one page, in one block. */
struct stubs_page {
	struct row row;
	struct shingles shingles; /* their numbers alone */
	uint64_t kept;            /* where they are */
	struct str dossier, lang; /* dossier: as bytes */
	uint64_t *targets;
	uint32_t *passages, *bands, n_passages, n_targets;
	_Alignas(8) char room[]; /* for all that is pointed at */
};

/* A title of one site. */
struct title_row {
	uint64_t hash;
	uint32_t pages, error_pages;
};

struct stubs *
stubs_new(const struct stubs_options *options)
{
	struct stubs *s = x_calloc(1, sizeof(*s));

	s->options = *options;
	s->duplicates = duplicates_new(options->threshold);
	s->lengths = lengths_new();
	s->counts = counts_new();
	s->inlinks = inlinks_new();
	s->spill = (struct spill){ SPILL };
	return s;
}

void
stubs_free(struct stubs *s)
{
	if (!s)
		return;
	duplicates_free(s->duplicates);
	lengths_free(s->lengths);
	counts_free(s->counts);
	inlinks_free(s->inlinks);
	spill_free(&s->spill);
	buffer_free(&s->bytes);
	free(s->titles);
	free(s->rows);
	free(s);
}

unsigned
stubs_wants(const struct stubs *s)
{
	return s->options.links ? WANT_ALL
	                        : WANT_REGIONS | WANT_MAIN_ALONE | WANT_WORDS | WANT_ELSEWHERE;
}

/* What the page says of itself, with its surroundings where they count. */
static void
weigh_page(const struct stubs *s, const struct input_page *in, const struct prose *prose,
    struct row *row, struct dossier *d)
{
	struct suspect suspect = { s->options.phrases, in->arena, in->page, prose,
		&d->evidence };
	bool says = stub_words(&suspect);

	if (stub_needs_surroundings(prose, says))
		suspect.page = input_whole(in);
	row->scripted = stub_is_scripted(&suspect, says);
	stub_form(&suspect, s->options.now);
}

/* Where the page stands among others. */
static struct row
row_of(const struct stubs *s, const struct input_page *in, const struct prose *prose)
{
	return (struct row){
		.keys = stubs_keys(in->arena, in->page),
		.words = prose->words,
		.like_error = NO_PAGE,
		.error_page =
		    stubs_is_error_page(in->page, s->options.phrases, s->options.error_pages),
	};
}

static struct dossier
dossier_of(const struct input_page *in, const struct prose *prose)
{
	const struct page *page = in->page;

	return (struct dossier){
		.file = in->file,
		.path = page->path,
		.url = page->url,
		.title = page->title,
		.lang = page->lang,
		.modified = stubs_modified(page),
		.line_number = in->line_number,
		.words = prose->words,
		.at = prose->at,
		.passages =
		    arena_alloc(in->arena, (prose->n + 1) * sizeof(struct dossier_passage)),
		.n_passages = (uint32_t)prose->n,
	};
}

/* What a site, and a passage on its pages, are counted by. */
static uint32_t
site_hash(const struct stubs_keys *keys)
{
	return (uint32_t)(keys->site >> 32);
}

static uint32_t
passage_hash(uint64_t passage, const struct stubs_keys *keys)
{
	return (uint32_t)(hash_mix(passage, keys->site) >> 32);
}

/* True where a passage is the same as one of the few before it. */
static bool
is_met_before(const struct dossier *d, uint32_t i)
{
	enum { FEW = 16 };

	for (uint32_t j = i > FEW ? i - FEW : 0; j < i; j++)
		if (d->passages[j].hash == d->passages[i].hash)
			return true;
	return false;
}

/* The hashes of passages, each once, but for those far apart; returns how many. */
static uint32_t
list_passages(const struct dossier *d, uint32_t *hashes)
{
	enum { SEEN_BITS = 11 };
	uint64_t seen[1 << SEEN_BITS >> 6] = { 0 }; /* a bit for each start of a hash */
	uint32_t n = 0;

	for (uint32_t i = 0; i < d->n_passages; i++) {
		uint32_t hash = d->passages[i].hash, start = hash >> (32 - SEEN_BITS);

		if (!has_bit(seen, start) || !is_met_before(d, i))
			hashes[n++] = hash;
		set_bit(seen, start);
	}
	return n;
}

/* Put n bytes behind those at *end; returns where they are. */
static void *
put(char **end, const void *bytes, size_t n)
{
	char *at = *end;

	if (n)
		memcpy(at, bytes, n);
	*end += n;
	return at;
}

/* One block of a page, with copies of all that it points at. */
static struct stubs_page *
pack(const struct stubs_page *p, unsigned bands)
{
	struct stubs_page *copy =
	    x_malloc(sizeof(*copy) + 8 * (size_t)p->n_targets +
		     4 * ((size_t)p->n_passages + bands) + p->dossier.n + p->lang.n);
	char *end = copy->room;

	*copy = *p;
	copy->targets = put(&end, p->targets, p->n_targets * sizeof(*p->targets));
	copy->passages = put(&end, p->passages, p->n_passages * sizeof(*p->passages));
	copy->bands = put(&end, p->bands, bands * sizeof(*p->bands));
	copy->dossier.p = put(&end, p->dossier.p, p->dossier.n);
	copy->lang.p = p->lang.p ? put(&end, p->lang.p, p->lang.n) : NULL;
	return copy;
}

struct stubs_page *
stubs_read(const struct stubs *s, const struct input_page *in)
{
	uint32_t bands[SKETCH];
	struct stubs_page p = { .lang = in->page->lang, .bands = bands }, *packed;
	struct buffer bytes = { 0 };
	struct dossier d;
	struct prose prose;

	prose_read(in->arena,
	    in->page->prose || page_main(in->page) ? in->page : input_whole(in), &prose);
	p.row = row_of(s, in, &prose);
	d = dossier_of(in, &prose);
	weigh_page(s, in, &prose, &p.row, &d);
	shingles_read(in->arena, &prose, &p.shingles);
	for (size_t i = 0; i < prose.n; i++)
		d.passages[i] = (struct dossier_passage){
			.hash = passage_hash(p.shingles.passages[i], &p.row.keys),
			.words = prose.passages[i].words,
		};
	p.passages = arena_alloc(in->arena, (prose.n + 1) * sizeof(*p.passages));
	p.n_passages = list_passages(&d, p.passages);
	p.kept = duplicates_keep(s->duplicates, &p.shingles, bands);
	if (s->options.links) {
		p.targets = inlinks_targets(in->arena, in->page, &p.n_targets);
		d.menu = stubs_menu(in->arena, in->page);
	}
	dossier_write(&bytes, &d);
	p.dossier = buffer_str(&bytes);
	packed = pack(&p, duplicates_bands(s->duplicates));
	buffer_free(&bytes);
	return packed;
}

void
stubs_add(struct stubs *s, struct stubs_page *p)
{
	struct row *row = &p->row;
	uint32_t site = site_hash(&row->keys);

	row->dossier = spill_add(&s->spill, p->dossier.p, p->dossier.n);
	row->dossier_bytes = (uint32_t)p->dossier.n;
	duplicates_add(s->duplicates, &p->shingles, p->kept, p->bands, p->lang);
	lengths_add(s->lengths, row->keys.template_hash, row->words);
	counts_add(s->counts, &site, 1);
	counts_add(s->counts, p->passages, p->n_passages);
	inlinks_add(s->inlinks, p->targets, p->n_targets);
	s->rows = x_grow(s->rows, &s->cap, s->n + 1, sizeof(*s->rows));
	s->rows[s->n++] = *row;
	free(p);
}

static int
by_hash(const void *a, const void *b)
{
	const struct title_row *x = a, *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static void
count_titles(struct stubs *s)
{
	size_t n = 0;

	s->titles = x_malloc((s->n + 1) * sizeof(*s->titles));
	for (size_t i = 0; i < s->n; i++)
		if (s->rows[i].keys.title)
			s->titles[n++] = (struct title_row){ s->rows[i].keys.title, 1,
				s->rows[i].error_page };
	qsort(s->titles, n, sizeof(*s->titles), by_hash);
	for (size_t i = 0; i < n; i++) {
		struct title_row *last = s->n_titles ? &s->titles[s->n_titles - 1] : NULL;

		if (last && last->hash == s->titles[i].hash) {
			last->pages++;
			last->error_pages += s->titles[i].error_pages;
		} else {
			s->titles[s->n_titles++] = s->titles[i];
		}
	}
}

/* Load a page's dossier; its strings live until the next. */
static void
load(struct stubs *s, struct arena *a, size_t number, struct dossier *d)
{
	const struct row *row = &s->rows[number];

	s->bytes.n = 0;
	spill_read_on(&s->spill, row->dossier, buffer_room(&s->bytes, row->dossier_bytes),
	    row->dossier_bytes);
	dossier_read(a, (struct str){ s->bytes.data, row->dossier_bytes }, d);
}

/* The path of a page, in the arena. */
static struct str
path_of(struct stubs *s, struct arena *a, size_t number)
{
	const struct row *row = &s->rows[number];
	char *bytes = arena_alloc(a, row->dossier_bytes);
	struct dossier d;

	spill_read(&s->spill, row->dossier, bytes, row->dossier_bytes);
	dossier_read(a, (struct str){ bytes, row->dossier_bytes }, &d);
	return d.path;
}

static void
weigh_title(const struct stubs *s, struct arena *a, const struct row *row, struct dossier *d)
{
	const struct title_row key = { .hash = row->keys.title };
	const struct title_row *title =
	    key.hash ? bsearch(&key, s->titles, s->n_titles, sizeof(key), by_hash) : NULL;

	if (!title)
		return;
	if (title->error_pages)
		evidence_add(a, &d->evidence, STUB_SOFT404, 0.5, (struct position){ 0 },
		    "its title '%.*s' is that of an error page", (int)d->title.n, d->title.p);
	else if (title->pages > 1)
		evidence_add(a, &d->evidence, STUB_THIN, 0.2, (struct position){ 0 },
		    "its title '%.*s' is that of %u pages", (int)d->title.n, d->title.p,
		    title->pages);
}

/* Much less than is usual for pages of its template. */
static void
weigh_length(const struct stubs *s, struct arena *a, const struct row *row, struct dossier *d)
{
	enum { ENOUGH_PAGES = 20, MOST_WORDS = 80 };
	uint32_t median, pages = lengths_pages(s->lengths, row->keys.template_hash, &median);

	if (pages >= ENOUGH_PAGES && d->words <= MOST_WORDS && d->words < median / 8)
		evidence_add(a, &d->evidence, STUB_THIN, 0.5, d->at,
		    "the body has %u word%s; half of the %u pages of its template have %u",
		    d->words, d->words == 1 ? "" : "s", pages, median);
}

/* Little is left without what stands on many pages of its site. */
static void
weigh_shared(const struct stubs *s, struct arena *a, const struct row *row, struct dossier *d)
{
	enum { FEW_PAGES = 5, FEW_WORDS = 8, SOME_WORDS = 20 };
	uint32_t pages = counts_of(s->counts, site_hash(&row->keys)), own = 0;

	if (d->words < SOME_WORDS || pages < 2 * FEW_PAGES)
		return;
	for (uint32_t i = 0; i < d->n_passages && own <= FEW_WORDS; i++) {
		uint32_t with = counts_of(s->counts, d->passages[i].hash);

		if (with < FEW_PAGES || with < pages / 5)
			own += d->passages[i].words;
	}
	if (own && own <= FEW_WORDS && own * 6 < d->words)
		evidence_add(a, &d->evidence, STUB_EMPTY, 0.6, d->at,
		    "%u of %u words are its own, the others stand on many pages of the site",
		    own, d->words);
}

/* What its cluster says: pages like an error page are one; those like others, copies. */
static void
weigh_copies(struct stubs *s, struct arena *a, size_t number, struct stub_report *report)
{
	const struct row *row = &s->rows[number];
	const struct row *first = &s->rows[duplicates_first(s->duplicates, (uint32_t)number)];
	double similarity;
	uint32_t partner = duplicates_partner(s->duplicates, (uint32_t)number, &similarity);
	struct evidence_list *list = &report->page.evidence;
	const struct stubs_keys *other = &s->rows[partner].keys;
	unsigned percent = (unsigned)(similarity * 100);
	struct str path;

	if (partner == number)
		return;
	if (first->like_error != NO_PAGE && !row->error_page) {
		path = path_of(s, a, first->like_error);
		evidence_add(a, list, STUB_SOFT404, 0.8, report->page.at,
		    "its body is like that of the error page '%.*s'", (int)path.n, path.p);
		return;
	}
	if (first->standing == number)
		return;
	path = path_of(s, a, partner);
	if (row->keys.address == other->address) {
		report->minor = true;
		evidence_add(a, list, STUB_DUPLICATE, similarity, report->page.at,
		    "its body is %u %% that of '%.*s', whose address differs by its query only",
		    percent, (int)path.n, path.p);
	} else {
		bool declared = stubs_names(&row->keys, other) ||
		                stubs_names(&row->keys, &s->rows[first->standing].keys);

		report->minor = declared;
		evidence_add(a, list, STUB_DUPLICATE, similarity, report->page.at,
		    "its body is %u %% that of '%.*s'%s", percent, (int)path.n, path.p,
		    declared ? ", and it names the canonical page" : "");
	}
}

/* Faults of the page are none where it is the save's own error page, or a script draws it. */
static bool
is_minor(const struct row *row, const struct stub_report *report)
{
	switch (report->verdict) {
	case STUB_SOFT404: return row->error_page;
	case STUB_EMPTY: return row->scripted;
	case STUB_DUPLICATE: return report->minor;
	case STUB_THIN: return true;
	default: return false;
	}
}

static void
report_page(struct stubs *s, struct arena *a, size_t number, struct stub_report *report)
{
	const struct row *row = &s->rows[number];

	*report = (struct stub_report){ .verdict = STUB_NONE };
	load(s, a, number, &report->page);
	if (!row->error_page) {
		weigh_title(s, a, row, &report->page);
		weigh_length(s, a, row, &report->page);
	}
	weigh_shared(s, a, row, &report->page);
	weigh_copies(s, a, number, report);
	if (row->scripted)
		evidence_add(a, &report->page.evidence, STUB_EMPTY, 0.5, report->page.at,
		    "only a script would draw its content");
	report->verdict =
	    evidence_verdict(&report->page.evidence, s->options.least, &report->confidence);
	report->minor = is_minor(row, report);
	report->inlinks = inlinks_of(s->inlinks, report->page.path);
}

/* What is said of a cluster is kept at its first page. The first stands for all, unless one
 * names the page that it is most like as canonical. */
static void
mark_clusters(struct stubs *s)
{
	for (uint32_t i = 0; i < s->n; i++) {
		const struct stubs_keys *keys = &s->rows[i].keys;
		struct row *first = &s->rows[duplicates_first(s->duplicates, i)];
		double similarity;
		uint32_t partner = duplicates_partner(s->duplicates, i, &similarity);

		if (first == &s->rows[i])
			first->standing = i;
		if (s->rows[i].error_page)
			first->like_error = i;
		if (partner != i && stubs_names(keys, &s->rows[partner].keys))
			first->standing = partner;
	}
}

void
stubs_report(struct stubs *s, void (*each)(void *context, const struct stub_report *report),
    void *context)
{
	struct stub_report report;
	struct arena arena = { 0 };

	duplicates_find(s->duplicates);
	count_titles(s);
	mark_clusters(s);
	for (size_t i = 0; i < s->n; i++) {
		report_page(s, &arena, i, &report);
		each(context, &report);
		arena_reset(&arena);
	}
	arena_free(&arena);
}

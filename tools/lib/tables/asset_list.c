/* asset_list.c - the table of assets. */
#include <stdlib.h>

#include "../base/decimal.h"
#include "../base/memory.h"
#include "../base/output.h"
#include "../base/pool.h"
#include "../site/address.h"
#include "../site/style_sheet.h"
#include "../stream/file_facts.h"
#include "assets.h"

enum { LARGEST_SHEET = 64 << 20 };

/* Tables are made of pages: a row begins with one, of which only the path is set. */
struct asset_row {
	struct page page;
	struct str url, state, bytes, alt, first;
	struct file_facts facts;
	uint32_t pages, sheets;
};

static const struct field columns[] = {
	FIELD("url", FIELD_URL, asset_row, url),
	FIELD("state", FIELD_TEXT, asset_row, state),
	FIELD("type", FIELD_TEXT, asset_row, facts.type),
	FIELD("bytes", FIELD_TEXT, asset_row, bytes),
	FIELD("sha256", FIELD_TEXT, asset_row, facts.sha256),
	FIELD("width", FIELD_COUNT, asset_row, facts.width),
	FIELD("height", FIELD_COUNT, asset_row, facts.height),
	FIELD("alt", FIELD_TEXT, asset_row, alt),
	FIELD("pages", FIELD_NUMBER, asset_row, pages),
	FIELD("sheets", FIELD_NUMBER, asset_row, sheets),
	FIELD("first", FIELD_URL, asset_row, first),
	{ .name = { 0 } },
};

const struct table asset_table = { "assets", WANT_REFS | WANT_REGIONS, columns,
	table_page_row };

/* What is being printed. */
struct list {
	struct assets *assets;
	const struct scraper *scraper;
	const struct table_form *form;
	bool partial;
	uint32_t next;                /* name of the save */
	struct file_teller **tellers; /* one a worker, made when first wanted */
};

/* One file on its way through the pool. */
struct file_work {
	uint32_t number;
	struct arena arena;
	struct asset_row row;
};

/* What an asset's uses say. */
static void
fill_uses(const struct list *l, const struct asset *asset, struct asset_row *row)
{
	row->state = asset->pages + asset->sheets
	                 ? str_of(kind_name(&ref_state_names, asset->state))
	                 : STR("unused");
	row->pages = asset->pages;
	row->sheets = asset->sheets;
	if (asset->alts.n)
		row->alt = buffer_str(&asset->alts);
	if (asset->first != STRING_NONE)
		row->first = strings_text(&l->assets->users, asset->first);
}

static void
print_row(const struct list *l, const struct asset_row *row)
{
	struct buffer out = { 0 };

	table_rows(l->form, &row->page, &out);
	output_last(&out);
}

/* pool: the next file that is no page. */
static size_t
next_file(void *context, void *item)
{
	struct list *l = context;
	struct file_work *w = item;
	const struct names *names = &l->scraper->resolver.save->names;

	while (l->next < names->n && names_is(names, l->next, NAME_FOLDER | NAME_PAGE))
		l->next++;
	w->number = l->next;
	return l->next++ < names->n ? POOL_PART : 0;
}

static struct str
number_text(struct arena *a, uint64_t n)
{
	char digits[DECIMAL_ROOM];

	return arena_str(a, decimal_text(digits, n));
}

/* pool: read the file. */
static void
read_file(void *context, void *item, int worker)
{
	struct list *l = context;
	struct file_work *w = item;
	const struct save *save = l->scraper->resolver.save;
	struct saver none = { .url = { 0 } };
	struct buffer path = { 0 };

	if (!l->tellers[worker])
		l->tellers[worker] = file_teller_new();
	names_path(&save->names, w->number, &path);
	w->row.page.path = arena_str(&w->arena, buffer_str(&path));
	address_page(&w->arena, save, w->number, l->scraper->base, &none, &w->row.page);
	w->row.url = w->row.page.url;
	path.n = 0;
	save_open_path(save, w->number, &path);
	if (!names_is(&save->names, w->number, NAME_OUTWARD) &&
	    file_facts_read(l->tellers[worker], &w->arena, path.data,
		names_is(&save->names, w->number, NAME_LINK), &w->row.facts) == 0)
		w->row.bytes = number_text(&w->arena, w->row.facts.bytes);
	buffer_free(&path);
}

/* pool: print it. */
static void
print_file(void *context, void *item)
{
	struct list *l = context;
	struct file_work *w = item;
	struct asset *asset = assets_at(l->assets, w->row.page.path);

	asset->listed = true;
	fill_uses(l, asset, &w->row);
	if (asset->pages + asset->sheets || !l->partial)
		print_row(l, &w->row);
	arena_free(&w->arena);
}

/* Read the style sheets that something uses and that were not read; false: there was none. */
static bool
read_sheets(struct assets *as, const struct scraper *scraper, struct scraper_room *room)
{
	const struct names *names = &scraper->resolver.save->names;
	bool read_any = false;

	for (uint32_t i = 0; i < names->n; i++) {
		struct buffer path = { 0 };
		struct asset_uses *uses;
		struct asset *asset;
		struct page page;
		struct str file;

		if (names_is(names, i, NAME_FOLDER | NAME_PAGE | NAME_OUTWARD) ||
		    !is_style_sheet(names_text(names, i)))
			continue;
		names_path(names, i, &path);
		asset = assets_at(as, buffer_str(&path));
		buffer_free(&path);
		if (asset->sheet_read || !(asset->pages + asset->sheets))
			continue;
		asset->sheet_read = read_any = true;
		if (style_sheet_read(scraper, room, i, &file, &page) == -1)
			continue;
		uses = asset_uses_new(&page);
		assets_add(as, uses, true);
		asset_uses_free(uses);
	}
	return read_any;
}

static int
compare_keys(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* What is not in the save, or in one that is not at hand. */
static void
print_others(const struct list *l)
{
	struct assets *as = l->assets;
	struct str *keys = x_malloc((as->keys.n + 1) * sizeof(*keys));
	size_t n = 0;

	for (uint32_t i = 0; i < as->keys.n; i++)
		if (!as->rows[i].listed)
			keys[n++] = strings_text(&as->keys, i);
	qsort(keys, n, sizeof(*keys), compare_keys);
	for (size_t i = 0; i < n; i++) {
		const struct asset *asset = assets_at(as, keys[i]);
		struct asset_row row = { .pages = 0 };

		*(asset->is_url ? &row.url : &row.page.path) = keys[i];
		fill_uses(l, asset, &row);
		print_row(l, &row);
	}
	free(keys);
}

void
assets_print(struct assets *as, const struct scraper *scraper, bool partial, int jobs,
    const struct table_form *form)
{
	struct list list = {
		.assets = as, .scraper = scraper, .form = form, .partial = partial
	};
	const struct pool pool = { .item_size = sizeof(struct file_work),
		.jobs = jobs,
		.context = &list,
		.next = next_file,
		.work = read_file,
		.done = print_file };
	struct scraper_room room = { .loader.limit = LARGEST_SHEET };

	while (read_sheets(as, scraper, &room))
		;
	scraper_room_free(&room);
	list.tellers = x_calloc((size_t)jobs, sizeof(struct file_teller *));
	pool_run(&pool);
	for (int i = 0; i < jobs; i++)
		file_teller_free(list.tellers[i]);
	free(list.tellers);
	print_others(&list);
}

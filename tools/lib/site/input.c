/* input.c - where every filter gets its pages. */
#include "input.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/output.h"
#include "../base/pool.h"
#include "../base/progress.h"
#include "../base/spares.h"
#include "../stream/pageline.h"
#include "../stream/sniff.h"
#include "address.h"
#include "learning.h"
#include "scraper.h"
#include "selection.h"
#include "sources.h"

enum option_id {
	OPTION_BASE = INPUT_OPTIONS,
	OPTION_ROOT,
	OPTION_INCLUDE,
	OPTION_EXCLUDE,
	OPTION_WHERE,
	OPTION_FILES_FROM,
	OPTION_NULL,
	OPTION_MAX_SIZE,
	OPTION_PROFILE,
	OPTION_JOBS,
	OPTION_QUIET,
};

const struct option_row input_options[] = {
	{ 'B', "base", "URL", "URL of the save's root, or of the page on standard input",
	    OPTION_BASE },
	{ 'R', "root", "DIR", "root of the save, stripped from paths", OPTION_ROOT },
	{ 'I', "include", "REGEX", "take only pages whose path matches", OPTION_INCLUDE },
	{ 'X', "exclude", "REGEX", "leave out pages whose path matches", OPTION_EXCLUDE },
	{ 'W', "where", "FIELD=VALUE", "take only pages with this attribute", OPTION_WHERE },
	{ 'F', "files-from", "FILE", "read further operands, one a line", OPTION_FILES_FROM },
	{ '0', "null", NULL, "operands of --files-from end with NUL", OPTION_NULL },
	{ 'M', "max-size", "BYTES", "refuse larger pages (64 MiB)", OPTION_MAX_SIZE },
	{ 'K', "profile", "FILE", "take what is known of the sites from FILE", OPTION_PROFILE },
	{ 'j', "jobs", "N", "work on N pages at once (the processors)", OPTION_JOBS },
	{ 'q', "quiet", NULL, "no progress and no closing count", OPTION_QUIET },
	{ 0, NULL, NULL, NULL, 0 },
};

enum {
	DEFAULT_SIZE = 64 * 1024 * 1024,
	LARGEST_SIZE = 1 << 30, /* offsets in a page are 32 bits */
	SIZED =
	    64, /* of so many last files a job the size is told, to begin large ones early */
};

/* One page from its source to the output, in the pool's ring. */
struct work {
	struct input_page in; /* first: it is found from it */
	struct piece piece;
	const struct scraper *scraper; /* these two while the filter is called */
	struct scraper_room *room;
	int worker;
	uint64_t bytes;
	enum { WORK_FAILED, WORK_LEFT_OUT, WORK_TAKEN } outcome;
};

struct input {
	struct selection selection;
	const char *base, *root, *files_from, *profile;
	uint64_t max_size;
	int jobs;
	bool null, quiet;

	/* Of one run. */
	const struct filter *filter;
	struct sources sources;
	struct scraper scraper;
	struct scraper_room *rooms; /* one a worker */
	struct spares *spares;      /* one a worker, for what it prints; one for lines read */
	struct progress progress;
	struct arena arena; /* for the base */
	uint64_t pages, bytes, left_out;
};

struct input *
input_new(void)
{
	struct input *in = x_calloc(1, sizeof(*in));

	memory_start();
	in->max_size = DEFAULT_SIZE;
	in->jobs = pool_processors();
	return in;
}

bool
input_option(struct input *in, int id, const char *arg)
{
	switch ((enum option_id)id) {
	case OPTION_BASE: in->base = arg; return true;
	case OPTION_ROOT:
		if (!*arg)
			die("--root wants a folder, not ''; see --help");
		in->root = arg;
		return true;
	case OPTION_INCLUDE: selection_include(&in->selection, arg); return true;
	case OPTION_EXCLUDE: selection_exclude(&in->selection, arg); return true;
	case OPTION_WHERE: selection_where(&in->selection, arg); return true;
	case OPTION_FILES_FROM: in->files_from = arg; return true;
	case OPTION_NULL: in->null = true; return true;
	case OPTION_MAX_SIZE:
		in->max_size = (uint64_t)option_number("max-size", arg, 1);
		if (in->max_size > LARGEST_SIZE)
			die("--max-size is at most %d", LARGEST_SIZE);
		return true;
	case OPTION_PROFILE: in->profile = arg; return true;
	case OPTION_JOBS: in->jobs = option_jobs(arg); return true;
	case OPTION_QUIET: in->quiet = true; return true;
	}
	return false;
}

bool
input_is_quiet(const struct input *in)
{
	return in->quiet;
}

int
input_jobs(const struct input *in)
{
	return in->jobs;
}

const char *
input_root(const struct input *in)
{
	return in->root;
}

bool
input_selects(const struct input *in)
{
	return !selection_is_empty(&in->selection);
}

void
input_free(struct input *in)
{
	if (!in)
		return;
	selection_free(&in->selection);
	free(in);
}

/* pool: next */
static size_t
next_work(void *context, void *item)
{
	struct input *in = context;
	struct work *w = item;

	if (in->sources.open)
		w->piece.text = spares_take(&in->spares[in->jobs], 0);
	if (ferror(stdout) || !sources_next(&in->sources, &w->piece)) {
		buffer_free(&w->piece.text);
		return 0;
	}
	if (w->piece.kind == PIECE_LINE)
		return w->piece.text.n + 1;
	return w->piece.bytes ? w->piece.bytes : POOL_PART;
}

/* Read a page line into the room's arena. Returns -1 after a line of trouble. */
static int
read_line(struct scraper_room *room, const struct piece *piece, struct page *page)
{
	struct buffer place = { 0 };
	struct position at;
	struct str error;

	scraper_room_reset(room);
	if (page_read(&room->arena, buffer_str(&piece->text), page, &error, &at) == 0)
		return 0;
	buffer_printf(&place, "%s:%u:%u", piece->name, piece->line, at.column);
	trouble(place.data, "%.*s", (int)error.n, error.p);
	buffer_free(&place);
	return -1;
}

/* Make a page of the piece, whatever it is. */
static int
make_page(struct input *in, struct work *w, struct scraper_room *room, struct page *page)
{
	if (w->piece.kind != PIECE_LINE)
		w->in.names = &in->sources.save.names;
	w->in.number = w->piece.kind == PIECE_FILE ? w->piece.number : NAME_NONE;
	switch (w->piece.kind) {
	case PIECE_FILE:
		w->in.file = buffer_str(&w->piece.text);
		return scrape_file(
		    &in->scraper, room, w->piece.number, w->piece.text.data, page);
	case PIECE_STREAM:
		w->in.file = STR("-");
		return scrape_stream(
		    &in->scraper, room, 0, buffer_str(&in->sources.first), page);
	case PIECE_LINE: break;
	}
	w->in.file = str_of(w->piece.name);
	w->in.line_number = w->piece.line;
	return read_line(room, &w->piece, page);
}

/* Hand a page to the filter as it wants it. */
static void
call_filter(struct input *in, struct work *w, const struct page *page)
{
	struct buffer line = { 0 };

	if (!in->filter->wants_lines) {
		w->in.page = page;
	} else if (w->piece.kind == PIECE_LINE) {
		w->in.line = buffer_str(&w->piece.text);
	} else {
		page_write(&line, page);
		w->in.line = str_part(buffer_str(&line), 0, line.n - 1);
	}
	in->filter->each(in->filter->context, &w->in);
	w->in.page = NULL;
	w->in.line = (struct str){ 0 };
	buffer_free(&line);
}

const struct page *
input_whole(const struct input_page *in)
{
	const struct work *w = (const struct work *)in;

	return scrape_whole(w->scraper, w->room, in->page);
}

/* False for a file that the options leave out by its path, which spares reading it. */
static bool
takes_file(const struct input *in, uint32_t number)
{
	struct buffer path = { 0 };
	bool takes;

	if (selection_is_empty(&in->selection))
		return true;
	names_path(&in->sources.save.names, number, &path);
	takes = selection_takes_path(&in->selection, buffer_str(&path));
	buffer_free(&path);
	return takes;
}

/* pool: work */
static void
do_work(void *context, void *item, int worker)
{
	struct input *in = context;
	struct work *w = item;
	struct page page = { 0 };

	w->in.arena = &in->rooms[worker].arena;
	w->outcome = WORK_LEFT_OUT;
	w->bytes = w->piece.text.n;
	if (w->piece.kind == PIECE_FILE && !takes_file(in, w->piece.number))
		return;
	if (w->piece.kind == PIECE_LINE && in->filter->wants_lines &&
	    selection_is_empty(&in->selection)) {
		w->in.file = str_of(w->piece.name);
		w->in.line_number = w->piece.line;
	} else if (make_page(in, w, &in->rooms[worker], &page) == -1) {
		w->outcome = WORK_FAILED;
		return;
	} else if (!selection_takes_path(&in->selection, page.path) ||
		   !selection_takes_page(&in->selection, &page)) {
		return;
	}
	if (w->piece.kind != PIECE_LINE)
		w->bytes = page.bytes;
	w->outcome = WORK_TAKEN;
	w->in.out = spares_take(&in->spares[worker], page_line_room(&page));
	w->worker = worker;
	w->scraper = &in->scraper;
	w->room = &in->rooms[worker];
	call_filter(in, w, &page);
}

/* pool: held. What a filter makes besides what it prints is unknown here. */
static size_t
held_bytes(const void *item)
{
	const struct work *w = item;

	return w->in.result ? POOL_PART : w->in.out.n;
}

/* pool: done */
static void
finish_work(void *context, void *item)
{
	struct input *in = context;
	struct work *w = item;

	if (w->outcome == WORK_TAKEN) {
		in->pages++;
		in->bytes += w->bytes;
		if (in->filter->done)
			in->filter->done(in->filter->context, &w->in);
		output(&w->in.out);
	}
	in->left_out += w->outcome == WORK_LEFT_OUT;
	progress_step(&in->progress, in->pages, in->bytes);
	spares_keep(&in->spares[w->worker], &w->in.out);
	spares_keep(&in->spares[in->jobs], &w->piece.text);
}

/* The URL that --base gives, checked. */
static void
set_base(struct input *in)
{
	struct url *base = &in->scraper.resolver.base;

	if (!in->base)
		return;
	if (url_parse(&in->arena, str_of(in->base), NULL, base) == -1 || !address_is_web(base))
		die("--base wants a URL of http or https, not '%s'", in->base);
	base->fragment = (struct str){ 0 };
	in->scraper.base = url_href(&in->arena, base);
	if (in->sources.has_stream) /* then it is the page's own, and stands for no folder */
		*base = (struct url){ 0 };
}

static void
say_count(struct buffer *out, uint64_t n, const char *one, const char *many)
{
	if (n)
		buffer_printf(
		    out, "%s%" PRIu64 " %s", out->n ? ", " : "", n, n == 1 ? one : many);
}

/* What was read, what was not and why. */
static void
say_counts(const struct input *in)
{
	const struct save *save = &in->sources.save;
	struct buffer out = { 0 };

	if (in->pages == 0 && in->left_out)
		trouble(NULL, "nothing read: --include, --exclude or --where left all out");
	else if (in->pages == 0)
		trouble(NULL, "nothing read");
	if (in->quiet)
		return;
	buffer_printf(&out, "%" PRIu64 " %s, %" PRIu64 " bytes", in->pages,
	    in->pages == 1 ? "page" : "pages", in->bytes);
	say_count(&out, in->left_out, "page left out", "pages left out");
	say_count(&out, save->others, "file that is no page", "files that are no pages");
	say_count(&out, save->twins, "copy beside its page", "copies beside their pages");
	say_count(&out, save->own, "page of the saver's own", "pages of the saver's own");
	say_count(&out, save->outward, "link out of the save", "links out of the save");
	remark(NULL, "%s", out.data);
	buffer_free(&out);
}

/* Take what operands name, and what is in the list of --files-from, as sources. */
static void
open_sources(struct input *in, char *const *operands, char ***list, size_t *n)
{
	if (in->null && !in->files_from)
		die("--null goes with --files-from; see --help");
	for (; *operands; operands++) {
		*list = x_realloc(*list, (*n + 1) * sizeof(**list));
		(*list)[(*n)++] = x_strdup(*operands);
	}
	if (in->files_from)
		read_name_list(in->files_from, in->null, list, n);
	in->sources.limit = in->max_size;
	sources_open(&in->sources, in->root, *list, *n);
}

static void
close_sources(struct input *in, char **list, size_t n)
{
	sources_close(&in->sources);
	for (size_t i = 0; i < n; i++)
		free(list[i]);
	free(list);
}

/* What is known of the sites, if pages are to be made by it. */
static void
know_sites(struct input *in)
{
	if (in->profile)
		profiles_read(&in->scraper.profiles, in->profile);
	else if (in->sources.save.pages && in->scraper.wants & WANT_REGIONS)
		profiles_learn(&in->scraper.profiles, &in->sources.save, NULL, in->jobs);
}

void
input_learn(struct input *in, char *const *operands, struct buffer *out)
{
	struct profiles profiles = { 0 };
	struct rules *rules;
	char **list = NULL;
	size_t n = 0;

	if (in->profile)
		die("--learn makes a profile, and --profile takes one");
	open_sources(in, operands, &list, &n);
	rules = rules_new();
	profiles_learn(&profiles, &in->sources.save, rules, in->jobs);
	rules_free(rules);
	if (!profiles.at)
		trouble(NULL, "nothing learned: no folder with five pages or more");
	profiles_write(&profiles, out);
	profiles_free(&profiles);
	close_sources(in, list, n);
}

/* True where pages will be made by rules; references alone, but those of plain text, need none.
 */
static bool
wants_rules(const struct input *in)
{
	const struct names *names = &in->sources.save.names;

	if (in->scraper.wants & WANT_REGIONS)
		return in->sources.save.pages || in->sources.has_stream;
	for (uint32_t i = 0; i < names->n; i++)
		if (names_is(names, i, NAME_CHOSEN) && names_is(names, i, NAME_NAMED) &&
		    name_kind(names_text(names, i)) == NAME_KIND_TEXT)
			return true;
	return false;
}

uint64_t
input_run(struct input *in, char *const *operands, const struct filter *filter)
{
	struct pool pool = {
		.item_size = sizeof(struct work),
		.jobs = in->jobs,
		.context = in,
		.next = next_work,
		.work = do_work,
		.held = held_bytes,
		.done = finish_work,
	};
	struct rules *rules;
	char **list = NULL;
	size_t n = 0;

	open_sources(in, operands, &list, &n);
	set_base(in);
	in->filter = filter;
	if (!in->sources.n_files && in->sources.save.pages + in->sources.has_stream <= 1)
		pool.jobs = 1; /* a page needs no thread beside this one */
	else
		memory_grow_fast();
	if (in->jobs > 1)
		in->sources.sized = (uint64_t)in->jobs * SIZED;
	in->scraper.resolver.save = &in->sources.save;
	in->scraper.wants = in->selection.n_conditions
	                        ? WANT_ALL | (filter->wants & WANT_REASONS)
	                        : filter->wants;
	in->scraper.rules = rules = wants_rules(in) ? rules_new() : NULL;
	in->scraper.resolver.by_number = in->scraper.wants & WANT_NUMBERS;
	in->rooms = x_calloc_apart((size_t)in->jobs, sizeof(*in->rooms));
	in->spares = spares_new((size_t)in->jobs + 1);
	for (int i = 0; i < in->jobs; i++)
		in->rooms[i].loader.limit = in->max_size;
	know_sites(in);
	progress_start(
	    &in->progress, in->quiet, in->sources.n_files ? 0 : in->sources.save.pages);
	pool_run(&pool);
	progress_end(&in->progress);
	say_counts(in);
	if (filter->end)
		filter->end(filter->context, &in->scraper, !selection_is_empty(&in->selection));
	for (int i = 0; i < in->jobs; i++)
		scraper_room_free(&in->rooms[i]);
	free(in->rooms);
	spares_free(in->spares, (size_t)in->jobs + 1);
	profiles_free(&in->scraper.profiles);
	rules_free(rules);
	arena_free(&in->arena);
	close_sources(in, list, n);
	return in->pages;
}

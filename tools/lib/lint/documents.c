/* documents.c - XML documents of any kind, one after another. */
#include "documents.h"

#include "../base/diagnostics.h"
#include "../base/pool.h"
#include "../stream/load.h"

enum { MOST_BYTES = INT32_MAX }; /* of a document, as libxml2 counts them */

struct reader {
	const struct documents *documents;
	char *const *operand;  /* the next */
	struct loader loader;  /* with lines: the file they are from */
	struct str name, rest; /* with lines: of that file, what of it is to come */
	uint32_t line_number;
	bool read_any;
};

struct item {
	struct document document;
	struct loader loader; /* of a whole file */
	struct buffer line;
};

/* Load the next operand that can be, or return false when there is none. */
static bool
load_next(struct reader *r, struct loader *loader, struct str *name, struct str *bytes)
{
	for (; *r->operand; r->operand++) {
		const char *path = *r->operand;

		loader->limit = MOST_BYTES;
		if (load_operand(loader, path, bytes))
			continue;
		*name = str_of(path);
		r->operand++;
		return true;
	}
	return false;
}

static bool
next_line(struct reader *r, struct item *item)
{
	size_t end;

	while (!r->rest.n) {
		if (!load_next(r, &r->loader, &r->name, &r->rest))
			return false;
		r->line_number = 0;
	}
	end = str_find_char(r->rest, '\n', 0);
	buffer_add(&item->line, str_part(r->rest, 0, end));
	r->rest = str_part(r->rest, end + 1, r->rest.n);
	item->document = (struct document){
		.file = r->name, .line_number = ++r->line_number, .xml = buffer_str(&item->line)
	};
	return true;
}

static size_t
next(void *context, void *place)
{
	struct reader *r = context;
	struct item *item = place;
	bool got;

	if (r->documents->lines)
		got = next_line(r, item);
	else
		got = load_next(r, &item->loader, &item->document.file, &item->document.xml);
	r->read_any = r->read_any || got;
	return got ? item->document.xml.n + 1 : 0;
}

static void
work(void *context, void *place, int worker)
{
	struct reader *r = context;
	struct item *item = place;

	(void)worker;
	r->documents->each(r->documents->context, &item->document);
}

static void
done(void *context, void *place)
{
	struct reader *r = context;
	struct item *item = place;

	r->documents->done(r->documents->context, &item->document);
	loader_free(&item->loader);
	buffer_free(&item->line);
}

void
documents_run(const struct documents *d, char *const *operands)
{
	char dash[] = "-";
	char *const standard_input[] = { dash, NULL };
	struct reader r = { .documents = d, .operand = *operands ? operands : standard_input };
	const struct pool pool = { .item_size = sizeof(struct item),
		.jobs = d->jobs,
		.context = &r,
		.next = next,
		.work = work,
		.done = done };

	pool_run(&pool);
	if (!r.read_any)
		trouble(NULL, "nothing read");
	loader_free(&r.loader);
}

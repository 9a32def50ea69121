/* extraction.c - what pages hold in data: URLs, put into files. */
#include "extraction.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../base/strings.h"
#include "../base/url_way.h"
#include "../base/utf8.h"
#include "../page/body_addresses.h"
#include "../page/srcset.h"
#include "../page/tour.h"
#include "../page/viewpoint.h"
#include "../stream/data_url.h"
#include "../stream/file_facts.h"
#include "../stream/mirror.h"

struct extraction {
	struct str folder; /* as it was named, without slashes at its end */
	struct str target; /* the same without the root */
	char *working;     /* folder */
	struct mirror *mirror;
	struct strings names;
};

struct extracted_file {
	struct str name, bytes;
	struct extracted_file *next;
};

struct extracted {
	struct arena arena;
	struct str page;  /* what messages call it */
	struct str above; /* from its folder to that of the files, both seen from the root of
	                   * the disk */
	struct extracted_file *files;
};

/* The folder as seen from the root that is stripped from paths. */
static struct str
without_root(struct str folder, const char *root)
{
	struct str r = root ? str_of(root) : STR("");

	while (r.n > 1 && r.p[r.n - 1] == '/')
		r.n--;
	if (r.n && str_starts(folder, r) && folder.n > r.n && folder.p[r.n] == '/')
		return str_part(folder, r.n + 1, folder.n);
	return folder;
}

struct extraction *
extraction_new(const char *folder, const char *root)
{
	struct extraction *e = x_calloc(1, sizeof(*e));

	e->folder = str_of(folder);
	while (e->folder.n > 1 && e->folder.p[e->folder.n - 1] == '/')
		e->folder.n--;
	e->target = without_root(e->folder, root);
	e->working = getcwd(NULL, 0);
	if (!e->working)
		die("the working folder: %s", strerror(errno));
	e->mirror = mirror_new(folder, "");
	strings_init(&e->names);
	return e;
}

void
extraction_free(struct extraction *e)
{
	if (!e)
		return;
	mirror_free(e->mirror);
	strings_free(&e->names);
	free(e->working);
	free(e);
}

size_t
extraction_count(const struct extraction *e)
{
	return e->names.n;
}

/* Append the steps of a path from the root of the disk, a '/' before each. */
static void
add_absolute(struct buffer *out, const char *working, struct str path)
{
	if (!str_starts(path, STR("/")) && !str_eq(str_of(working), STR("/")))
		buffer_add(out, str_of(working));
	for (size_t from = 0; from < path.n;) {
		size_t slash = str_find_char(path, '/', from);
		struct str step = str_part(path, from, slash);

		from = slash + 1;
		if (!step.n || str_eq(step, STR(".")))
			continue;
		if (!str_eq(step, STR(".."))) {
			buffer_char(out, '/');
			buffer_add(out, step);
			continue;
		}
		while (out->n && out->data[--out->n] != '/')
			;
	}
}

/* The relative URL from the folder of a file to another folder, with a slash at its end. */
static struct str
way(struct arena *a, const char *working, struct str file, struct str folder)
{
	struct buffer from = { 0 }, to = { 0 }, out = { 0 };
	struct str s;

	add_absolute(&from, working, file);
	add_absolute(&to, working, folder);
	buffer_char(&to, '/');
	url_way_add(&out, buffer_str(&from), buffer_str(&to));
	s = arena_str(a, buffer_str(&out));
	buffer_free(&from);
	buffer_free(&to);
	buffer_free(&out);
	return s;
}

static struct str
join(struct arena *a, struct str x, struct str y)
{
	char *out = arena_alloc(a, x.n + y.n + 1);

	memcpy(out, x.p, x.n);
	memcpy(out + x.n, y.p, y.n);
	out[x.n + y.n] = '\0';
	return (struct str){ out, x.n + y.n };
}

/* Keep what the address holds; the name of its file, absent where it stays. */
static struct str
take(struct extracted *x, struct str url)
{
	struct arena *a = &x->arena;
	struct extracted_file *f;
	struct str type, bytes;

	url = str_trim(url);
	if (!is_data_url(url))
		return (struct str){ 0 };
	if (data_url_read(a, url, &type, &bytes) || !bytes.n)
		return (struct str){ 0 };
	f = arena_zalloc(a, sizeof(*f));
	f->name = join(a, sha256_hex(a, bytes), media_extension(type));
	f->bytes = bytes;
	f->next = x->files;
	x->files = f;
	return f->name;
}

static void
take_link(const struct extraction *e, struct extracted *x, struct link *link)
{
	struct str name = take(x, link->href);

	if (!name.p && is_data_url(link->href))
		remark(x->page.p, "nothing to extract from '%.*s'", QUOTED(link->href));
	if (!name.p)
		return;
	link->href = join(&x->arena, x->above, name);
	link->target = join(&x->arena, join(&x->arena, e->target, STR("/")), name);
	link->state = STATE_FILE;
}

static void
take_candidates(struct extracted *x, struct html_attr *attr)
{
	struct str left = attr->value, url;
	struct buffer out = { 0 };
	const char *from = left.p;

	while (srcset_next(&left, &url)) {
		struct str name = take(x, url);

		if (!name.p)
			continue;
		buffer_add(&out, (struct str){ from, (size_t)(url.p - from) });
		buffer_add(&out, x->above);
		buffer_add(&out, name);
		from = url.p + url.n;
	}
	if (out.n) {
		buffer_add(
		    &out, (struct str){ from, (size_t)(attr->value.p + attr->value.n - from) });
		attr->value = arena_str(&x->arena, buffer_str(&out));
	}
	buffer_free(&out);
}

static void
take_attribute(struct extracted *x, struct html_attr *attr)
{
	struct str name;

	switch (attr->name) {
	case ATTR_SRCSET: take_candidates(x, attr); break;
	case ATTR_CITE:
	case ATTR_DATA:
	case ATTR_HREF:
	case ATTR_POSTER:
	case ATTR_SRC:
		name = take(x, attr->value);
		if (name.p)
			attr->value = join(&x->arena, x->above, name);
		break;
	}
}

static void
take_body(struct extracted *x, struct html_node *body)
{
	struct tour t = { .root = body };

	while (tour_next(&t))
		for (uint32_t i = 0; !t.leaving && i < t.node->n_attrs; i++)
			take_attribute(x, &t.node->attrs[i]);
}

static void
resolve_link(const struct viewpoint *v, struct link *link)
{
	if (link->href.p)
		link->href = viewpoint_resolve(v, link->href);
}

/* Let addresses mean the same without the page's base element, which becomes empty: those of
 * files are seen from the page's place. */
static void
leave_base(struct arena *a, const struct page *page)
{
	struct viewpoint v = viewpoint_of(a, page, false);

	if (!v.has_base)
		return;
	body_resolve(a, page, false, NULL);
	for (struct alternate *alt = page->alternates; alt; alt = alt->next)
		resolve_link(&v, &alt->link);
	for (struct region *r = page->regions; r; r = r->next)
		if (r->kind == REGION_NAV)
			for (struct item *i = r->nav.first; i; i = item_next(i))
				resolve_link(&v, &i->link);
	for (struct ref *r = page->refs; r; r = r->next) {
		if (str_eq(r->element, STR("base")) && r->link.href.p)
			r->link.href = STR("");
		else
			resolve_link(&v, &r->link);
	}
}

struct extracted *
extract_data(const struct extraction *e, const struct page *page, struct str file)
{
	struct extracted *x = x_calloc(1, sizeof(*x));

	x->page = arena_str(&x->arena, page->path);
	leave_base(&x->arena, page);
	x->above = way(&x->arena, e->working, file.p ? file : page->path, e->folder);
	for (struct ref *r = page->refs; r; r = r->next)
		if (!str_eq(r->element, STR("base")))
			take_link(e, x, &r->link);
	for (struct alternate *alt = page->alternates; alt; alt = alt->next)
		take_link(e, x, &alt->link);
	for (struct region *r = page->regions; r; r = r->next) {
		if (r->kind == REGION_MAIN)
			take_body(x, r->main);
		if (r->kind != REGION_NAV)
			continue;
		for (struct item *i = r->nav.first; i; i = item_next(i))
			take_link(e, x, &i->link);
	}
	return x;
}

void
extracted_write(struct extraction *e, struct extracted *x)
{
	for (struct extracted_file *f = x->files; f; f = f->next) {
		size_t before = e->names.n;

		strings_add(&e->names, f->name, strings_hash(&e->names, f->name));
		if (e->names.n > before)
			mirror_write(e->mirror, f->name, 0, f->bytes);
	}
	arena_free(&x->arena);
	free(x);
}

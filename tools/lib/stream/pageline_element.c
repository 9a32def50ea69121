/* pageline_element.c - what each element of a page line becomes. */
#include "../html/names.h"
#include "pageline.h"
#include "pageline_reader.h"

static const struct field no_fields[] = { { .name = { 0 } } };

static int
read_attribute(
    struct reader *r, const struct xml_tag *t, int i, const struct field *fields, void *object)
{
	struct str name = t->attributes[i].name, value = t->attributes[i].value;
	const struct field *f = t->attributes[i].prefixed ? NULL : field_of(fields, name);

	if (!f)
		return reader_fail(
		    r, "unknown attribute '%.*s' of '%.*s'", QUOTED(name), QUOTED(t->name));
	if (field_set(f, object, value, r->arena))
		return reader_fail(r, "attribute '%.*s' of '%.*s' cannot be '%.*s'",
		    QUOTED(name), QUOTED(t->name), QUOTED(value));
	return 0;
}

static int
read_fields(struct reader *r, const struct xml_tag *t, const struct field *fields, void *object)
{
	for (int i = 0; i < t->n; i++)
		if (read_attribute(r, t, i, fields, object))
			return -1;
	for (const struct field *f = fields; f->name.p; f++) {
		int i = 0;

		if (!field_is_required(f))
			continue;
		while (i < t->n && !str_eq(t->attributes[i].name, f->name))
			i++;
		if (i == t->n)
			return reader_fail(
			    r, "'%.*s' without '%s'", QUOTED(t->name), f->name.p);
	}
	return 0;
}

static int
unknown(struct reader *r, const struct xml_tag *t)
{
	return reader_fail(r, "unknown element '%.*s' (namespace '%.*s') here", QUOTED(t->name),
	    QUOTED(t->space));
}

static int
start_page(struct reader *r, const struct xml_tag *t)
{
	r->place = PLACE_PAGE;
	return read_fields(r, t, page_fields, r->page);
}

static int
start_fact(struct reader *r, const struct xml_tag *t)
{
	struct fact *f = *r->facts = arena_zalloc(r->arena, sizeof(*f));

	r->facts = &f->next;
	r->place = PLACE_EMPTY;
	return read_fields(r, t, fact_fields, f);
}

static int
start_meta(struct reader *r, const struct xml_tag *t)
{
	struct meta *m = *r->metas = arena_zalloc(r->arena, sizeof(*m));

	r->metas = &m->next;
	r->place = PLACE_EMPTY;
	return read_fields(r, t, meta_fields, m);
}

static int
start_alternate(struct reader *r, const struct xml_tag *t)
{
	struct alternate *a = *r->alternates = arena_zalloc(r->arena, sizeof(*a));

	r->alternates = &a->next;
	r->place = PLACE_EMPTY;
	return read_fields(r, t, alternate_fields, a);
}

static int
start_anchor(struct reader *r, const struct xml_tag *t)
{
	struct anchor *a = *r->anchors = arena_zalloc(r->arena, sizeof(*a));

	r->anchors = &a->next;
	r->place = PLACE_EMPTY;
	return read_fields(r, t, anchor_fields, a);
}

static int
start_ref(struct reader *r, const struct xml_tag *t)
{
	struct ref *ref = *r->refs = arena_zalloc(r->arena, sizeof(*ref));

	r->refs = &ref->next;
	r->place = PLACE_EMPTY;
	if (read_fields(r, t, ref_fields, ref) == -1)
		return -1;
	if (str_eq(ref->element, STR("base")) && !r->page->base.p)
		r->page->base = ref->link.href;
	return 0;
}

static struct region *
add_region(struct reader *r, enum region_kind kind)
{
	r->region = *r->regions = arena_zalloc(r->arena, sizeof(*r->region));
	r->regions = &r->region->next;
	r->region->kind = kind;
	return r->region;
}

static int
start_nav(struct reader *r, const struct xml_tag *t)
{
	r->place = PLACE_NAV;
	return read_fields(r, t, nav_fields, add_region(r, REGION_NAV));
}

static int
start_part(struct reader *r, const struct xml_tag *t)
{
	r->place = PLACE_PART;
	return read_fields(r, t, part_fields, add_region(r, REGION_PART));
}

static int
start_item(struct reader *r, const struct xml_tag *t)
{
	struct item *i = arena_zalloc(r->arena, sizeof(*i));
	struct nav *nav = &r->region->nav;
	struct item **first = r->item ? &r->item->first : &nav->first;
	struct item **last = r->item ? &r->item->last : &nav->last;

	if (++r->depth > ITEM_DEPTH)
		return reader_fail(r, "items nested more than %d deep", ITEM_DEPTH);
	if (*last)
		(*last)->next = i;
	else
		*first = i;
	*last = i;
	i->parent = r->item;
	r->item = i;
	return read_fields(r, t, item_fields, i);
}

/* Where the words of the open item or nav go that are no label. */
static struct str *
open_text(struct reader *r)
{
	return r->item ? &r->item->text : &r->region->nav.text;
}

static int
start_text(struct reader *r, const struct xml_tag *t)
{
	if (open_text(r)->p)
		return reader_fail(r, "second 'text' of one element");
	r->place = PLACE_TEXT;
	return read_fields(r, t, no_fields, NULL);
}

static int
start_main(struct reader *r, const struct xml_tag *t)
{
	if (page_main(r->page))
		return reader_fail(r, "second 'main'");
	r->place = PLACE_MAIN;
	r->node = html_new(r->arena, HTML_DOCUMENT);
	add_region(r, REGION_MAIN)->main = r->node;
	return read_fields(r, t, no_fields, NULL);
}

static int
start_body(struct reader *r, const struct xml_tag *t)
{
	r->place = PLACE_BODY;
	return read_fields(r, t, no_fields, NULL);
}

/* The text collected since the last tag, which is then forgotten. */
static struct str
take_text(struct reader *r)
{
	struct str s = arena_str(r->arena, buffer_str(&r->text));

	r->text.n = 0;
	return s;
}

static void
add_text_node(struct reader *r)
{
	struct html_node *n;

	if (!r->text.n)
		return;
	n = html_new(r->arena, HTML_TEXT);
	n->text = take_text(r);
	html_append(r->node, n);
}

static int
read_html_attributes(struct reader *r, const struct xml_tag *t, struct html_node *n)
{
	n->n_attrs = (uint32_t)t->n;
	n->attrs = arena_zalloc(r->arena, n->n_attrs * sizeof(*n->attrs));
	for (int i = 0; i < t->n; i++) {
		struct html_attr *attr = &n->attrs[i];

		attr->key = arena_str(r->arena, t->attributes[i].name);
		attr->value = arena_str(r->arena, t->attributes[i].value);
		attr->name = (uint16_t)attr_of(attr->key);
		if (t->attributes[i].prefixed)
			return reader_fail(
			    r, "attribute '%.*s' with a prefix", QUOTED(attr->key));
	}
	return 0;
}

/* XML tells upper case from lower: <P> is no p. */
static int
start_node(struct reader *r, const struct xml_tag *t)
{
	struct html_node *n = html_new(r->arena, HTML_ELEMENT);
	enum tag tag = tag_of(t->name);

	while (!str_eq(t->space, str_of(page_namespaces[n->ns])))
		if (++n->ns > HTML_NS_OTHER)
			return unknown(r, t);
	if (n->ns == HTML_NS_OTHER && !str_eq(t->name, STR("cut")))
		return unknown(r, t);
	if (n->ns != HTML_NS_HTML || str_eq(tag_name(tag), t->name))
		n->tag = (uint16_t)tag;
	n->text = arena_str(r->arena, t->name);
	add_text_node(r);
	html_append(r->node, n);
	r->node = n;
	return read_html_attributes(r, t, n);
}

/* The elements that stand around bodies. */
static const struct element {
	enum place in;
	const char *name;
	enum html_ns ns;
	int (*start)(struct reader *, const struct xml_tag *);
} elements[] = {
	{ PLACE_OUTSIDE, "page", HTML_NS_OTHER, start_page },
	{ PLACE_PAGE, "ref", HTML_NS_OTHER, start_ref },
	{ PLACE_PAGE, "anchor", HTML_NS_OTHER, start_anchor },
	{ PLACE_PAGE, "fact", HTML_NS_OTHER, start_fact },
	{ PLACE_PAGE, "meta", HTML_NS_OTHER, start_meta },
	{ PLACE_PAGE, "alternate", HTML_NS_OTHER, start_alternate },
	{ PLACE_PAGE, "nav", HTML_NS_OTHER, start_nav },
	{ PLACE_PAGE, "main", HTML_NS_OTHER, start_main },
	{ PLACE_PAGE, "part", HTML_NS_OTHER, start_part },
	{ PLACE_NAV, "item", HTML_NS_OTHER, start_item },
	{ PLACE_NAV, "text", HTML_NS_OTHER, start_text },
	{ PLACE_MAIN, "body", HTML_NS_HTML, start_body },
	{ .start = NULL },
};

void
reader_start(struct reader *r, const struct xml_tag *t)
{
	const struct element *e = elements;

	if (r->place == PLACE_BODY) {
		start_node(r, t);
		return;
	}
	while (e->start && (e->in != r->place || !str_eq(t->name, str_of(e->name)) ||
			       !str_eq(t->space, str_of(page_namespaces[e->ns]))))
		e++;
	if (e->start)
		e->start(r, t);
	else
		unknown(r, t);
}

static void
end_nav_or_item(struct reader *r)
{
	if (!r->item) {
		r->place = PLACE_PAGE;
		return;
	}
	r->item = r->item->parent;
	r->depth--;
}

static void
end_body_or_node(struct reader *r)
{
	add_text_node(r);
	if (r->node->kind == HTML_DOCUMENT)
		r->place = PLACE_MAIN;
	else
		r->node = r->node->parent;
}

void
reader_end(struct reader *r)
{
	switch (r->place) {
	case PLACE_OUTSIDE: break;
	case PLACE_PAGE: r->place = PLACE_OUTSIDE; break;
	case PLACE_EMPTY:
	case PLACE_MAIN: r->place = PLACE_PAGE; break;
	case PLACE_NAV: end_nav_or_item(r); break;
	case PLACE_BODY: end_body_or_node(r); break;
	case PLACE_TEXT:
		*open_text(r) = take_text(r);
		r->place = PLACE_NAV;
		break;
	case PLACE_PART:
		r->region->part.text = take_text(r);
		r->place = PLACE_PAGE;
		break;
	}
}

void
reader_characters(struct reader *r, struct str s)
{
	if (r->place == PLACE_BODY || r->place == PLACE_TEXT || r->place == PLACE_PART)
		buffer_add(&r->text, s);
	else if (!str_is_white(s))
		reader_fail(
		    r, "text outside of main, part and text: '%.*s'", QUOTED(str_trim(s)));
}

/* link_body.c - which references of a page stand in its body.
 *
 * The page model keeps references in one list and the body as a tree. An element of the body
 * says where it starts, and a reference where its attribute's value does, a little later. */
#include "link_body.h"

struct body_reference {
	struct position at;
	struct str address; /* as in the body: one of the element's attributes */
	bool is_list;       /* of addresses */
	bool taken;
};

static bool
is_before(struct position a, struct position b)
{
	return a.line != b.line ? a.line < b.line : a.column < b.column;
}

static uint32_t
number(struct str *s)
{
	uint32_t n = 0;

	while (s->n && is_digit(s->p[0])) {
		n = n * 10 + (uint32_t)(s->p[0] - '0');
		*s = str_part(*s, 1, s->n);
	}
	return n;
}

/* The data-at of an element, line 0 where it has none. */
static struct position
place_of(const struct html_node *e)
{
	struct position at = { 0 };

	for (uint32_t i = 0; i < e->n_attrs; i++) {
		struct str s = e->attrs[i].value;

		if (!str_eq(e->attrs[i].key, STR("data-at")))
			continue;
		at.line = number(&s);
		s = str_part(s, 1, s.n);
		at.column = number(&s);
	}
	return at;
}

static bool
is_address(const struct html_attr *attr)
{
	switch (attr->name) {
	case ATTR_CITE:
	case ATTR_DATA:
	case ATTR_HREF:
	case ATTR_LONGDESC:
	case ATTR_POSTER:
	case ATTR_SRC:
	case ATTR_SRCSET:
	case ATTR_USEMAP: return true;
	default: return str_eq(attr->key, STR("href"));
	}
}

/* What is too small to have a place of its own stands where the last thing does. */
static void
add(struct link_body *body, const struct html_node *e, const struct html_attr *attr)
{
	struct position at = place_of(e);

	if (!at.line && body->n)
		at = body->at[body->n - 1].at;
	body->at[body->n++] = (struct body_reference){
		.at = at, .address = attr->value, .is_list = attr->name == ATTR_SRCSET
	};
}

void
link_body_find(struct arena *a, const struct page *page, struct link_body *body)
{
	const struct html_node *main = page_main(page);
	size_t cap = 0;

	body->wanted = true;
	for (const struct html_node *e = main; e; e = html_next(e, main)) {
		for (uint32_t i = 0; e->kind == HTML_ELEMENT && i < e->n_attrs; i++) {
			if (!is_address(&e->attrs[i]))
				continue;
			if (body->n == cap) {
				cap = cap ? 2 * cap : 64;
				body->at = arena_grow(a, body->at, body->n * sizeof(*body->at),
				    cap * sizeof(*body->at));
			}
			add(body, e, &e->attrs[i]);
		}
	}
}

static bool
answers(const struct body_reference *r, struct str href)
{
	if (r->is_list)
		return str_find(r->address, href, 0) < r->address.n;
	return !r->taken && str_eq(str_trim(r->address), href);
}

bool
link_body_has(struct link_body *body, const struct ref *ref)
{
	struct position at = ref->link.at, last;
	size_t low = 0, high = body->n;

	if (!body->wanted)
		return true;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (is_before(at, body->at[middle].at))
			high = middle;
		else
			low = middle + 1;
	}
	last = low ? body->at[low - 1].at : at;
	for (; low > 0 && !is_before(body->at[low - 1].at, last); low--) {
		struct body_reference *r = &body->at[low - 1];

		if (answers(r, ref->link.href)) {
			r->taken = true;
			return true;
		}
	}
	return false;
}

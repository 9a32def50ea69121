/* field.c - the attributes of page lines. */
#include "field.h"

#include <limits.h>
#include <stddef.h>

#include "../base/decimal.h"
#include "xml.h"

#define LINK_FIELDS(of)                                                                        \
	FIELD("href", FIELD_URL, of, link.href), FIELD("target", FIELD_URL, of, link.target),  \
	    FIELD_OF_KIND("state", ref_state_names, of, link.state)

const struct field page_fields[] = {
	FIELD("path", FIELD_URL, page, path),
	FIELD("url", FIELD_URL, page, url),
	FIELD_OF_KIND("url-from", url_from_names, page, url_from),
	FIELD("title", FIELD_TEXT, page, title),
	FIELD("lang", FIELD_TEXT, page, lang),
	FIELD("lang-declared", FIELD_TEXT, page, lang_declared),
	FIELD("charset", FIELD_TEXT, page, charset),
	FIELD("bytes", FIELD_SIZE, page, bytes),
	FIELD("words", FIELD_NUMBER, page, words),
	FIELD("characters", FIELD_NUMBER, page, characters),
	FIELD("status", FIELD_STATUS, page, status),
	{ .name = { 0 } },
};

const struct field fact_fields[] = {
	FIELD_OF_KIND("name", fact_kind_names, fact, kind),
	FIELD("value", FIELD_TEXT, fact, value),
	FIELD_OF_KIND("from", fact_from_names, fact, from),
	{ .name = { 0 } },
};

const struct field meta_fields[] = {
	FIELD("name", FIELD_TEXT, meta, name),
	FIELD("content", FIELD_TEXT, meta, content),
	FIELD("at", FIELD_POSITION, meta, at),
	{ .name = { 0 } },
};

const struct field alternate_fields[] = {
	FIELD("lang", FIELD_TEXT, alternate, lang),
	LINK_FIELDS(alternate),
	FIELD("at", FIELD_POSITION, alternate, link.at),
	FIELD("outside-head", FIELD_FLAG, alternate, outside_head),
	{ .name = { 0 } },
};

const struct field anchor_fields[] = {
	FIELD("name", FIELD_TEXT, anchor, name),
	FIELD_OF_KIND("from", anchor_from_names, anchor, from),
	FIELD("at", FIELD_POSITION, anchor, at),
	{ .name = { 0 } },
};

const struct field ref_fields[] = {
	FIELD("element", FIELD_TEXT, ref, element),
	FIELD("attribute", FIELD_TEXT, ref, attribute),
	FIELD("rel", FIELD_TEXT, ref, rel),
	FIELD("alt", FIELD_TEXT, ref, alt),
	LINK_FIELDS(ref),
	FIELD("at", FIELD_POSITION, ref, link.at),
	{ .name = { 0 } },
};

const struct field item_fields[] = {
	FIELD("label", FIELD_TEXT, item, label),
	FIELD_OF_KIND("label-from", label_from_names, item, label_from),
	LINK_FIELDS(item),
	FIELD("current", FIELD_FLAG, item, current),
	FIELD("at", FIELD_POSITION, item, link.at),
	{ .name = { 0 } },
};

const struct field nav_fields[] = {
	FIELD("id", FIELD_TEXT, region, id),
	FIELD_OF_KIND("kind", nav_kind_names, region, nav.kind),
	FIELD("label", FIELD_TEXT, region, nav.label),
	FIELD_OF_KIND("label-from", label_from_names, region, nav.label_from),
	FIELD("at", FIELD_POSITION, region, nav.at),
	{ .name = { 0 } },
};

const struct field part_fields[] = {
	FIELD("id", FIELD_TEXT, region, id),
	FIELD_OF_KIND("role", part_role_names, region, part.role),
	FIELD("at", FIELD_POSITION, region, part.at),
	{ .name = { 0 } },
};

static struct str
number_value(uint64_t value, char *scratch)
{
	char *end = scratch + FIELD_SCRATCH, *start = decimal_write(end, value);

	return (struct str){ start, (size_t)(end - start) };
}

static struct str
count_value(int64_t count, char *scratch)
{
	return count > 0 ? number_value((uint64_t)count, scratch) : (struct str){ 0 };
}

static struct str
position_value(struct position at, char *scratch)
{
	return at.line ? position_print(at, scratch) : (struct str){ 0 };
}

struct str
field_value(const struct field *f, const void *object, char scratch[static FIELD_SCRATCH])
{
	const void *member = (const char *)object + f->offset;

	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_URL: return *(const struct str *)member;
	case FIELD_SIZE: return number_value(*(const uint64_t *)member, scratch);
	case FIELD_NUMBER: return number_value(*(const uint32_t *)member, scratch);
	case FIELD_COUNT: return count_value(*(const uint32_t *)member, scratch);
	case FIELD_STATUS: return count_value(*(const int *)member, scratch);
	case FIELD_FLAG: return *(const bool *)member ? STR("true") : (struct str){ 0 };
	case FIELD_KIND: return str_of(kind_name(f->kinds, *(const unsigned *)member));
	case FIELD_POSITION: return position_value(*(const struct position *)member, scratch);
	}
	return (struct str){ 0 };
}

static int
set_number(struct str value, uint64_t most, uint64_t *number)
{
	return decimal_take(&value, most, number) && !value.n ? 0 : -1;
}

static int
set_position(struct str value, struct position *at)
{
	*at = position_read(value);
	return at->line ? 0 : -1;
}

/* The lexical forms of xs:boolean. */
static int
set_flag(struct str value, bool *flag)
{
	*flag = str_eq(value, STR("true")) || str_eq(value, STR("1"));
	return *flag || str_eq(value, STR("false")) || str_eq(value, STR("0")) ? 0 : -1;
}

int
field_set(const struct field *f, void *object, struct str value, struct arena *a)
{
	void *member = (char *)object + f->offset;
	uint64_t number;
	int kind;

	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_URL: *(struct str *)member = arena_str(a, value); return 0;
	case FIELD_SIZE: return set_number(value, UINT64_MAX, member);
	case FIELD_NUMBER:
	case FIELD_COUNT:
		if (set_number(value, UINT32_MAX, &number))
			return -1;
		*(uint32_t *)member = (uint32_t)number;
		return 0;
	case FIELD_STATUS:
		if (set_number(value, INT_MAX, &number))
			return -1;
		*(int *)member = (int)number;
		return 0;
	case FIELD_FLAG: return set_flag(value, member);
	case FIELD_KIND:
		kind = kind_of(f->kinds, value);
		if (kind < 0)
			return -1;
		*(unsigned *)member = (unsigned)kind;
		return 0;
	case FIELD_POSITION: return set_position(value, member);
	}
	return -1;
}

void
fields_write(struct buffer *out, const struct field *fields, const void *object)
{
	char scratch[FIELD_SCRATCH];

	for (const struct field *f = fields; f->name.p; f++) {
		struct str value = field_value(f, object, scratch);

		if (!value.p)
			continue;
		if (f->type == FIELD_TEXT || f->type == FIELD_URL)
			xml_attribute(out, f->name, value, f->type == FIELD_URL);
		else
			xml_simple_attribute(out, f->name, value);
	}
}

const struct field *
field_of(const struct field *fields, struct str name)
{
	for (; fields->name.p; fields++)
		if (str_eq(fields->name, name))
			return fields;
	return NULL;
}

bool
field_is_required(const struct field *f)
{
	return f->type == FIELD_KIND && f->kinds->names[0];
}

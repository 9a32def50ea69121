/* grammar_value.c - simple types: what values look like. */
#include "../base/decimal.h"
#include "../base/utf8.h"
#include "grammar_reading.h"

static bool
is_listed(const struct value_type *t, struct str value)
{
	for (size_t i = 0; i < t->n_listed; i++)
		if (str_eq(t->listed[i], value))
			return true;
	return false;
}

/* A token as it is written: white space of it would first be collapsed. */
static bool
is_collapsed(struct str s)
{
	static const struct str two = { "  ", 2 };

	return str_find_char(s, '\t', 0) == s.n && str_find_char(s, '\n', 0) == s.n &&
	       str_find_char(s, '\r', 0) == s.n && str_find(s, two, 0) == s.n &&
	       !str_starts(s, STR(" ")) && !str_ends(s, STR(" "));
}

static bool
has_length(const struct value_type *t, struct str value)
{
	size_t n;

	if (t->shortest <= 1 && t->longest == SIZE_MAX)
		return value.n >= t->shortest;
	n = utf8_count(value);
	return n >= t->shortest && n <= t->longest;
}

/* A whole number in digits alone, few enough to be counted with. */
static bool
read_number(struct str s, uint64_t *number)
{
	return s.n <= 18 && decimal_take(&s, UINT64_MAX, number) && !s.n;
}

static bool
is_number(const struct value_type *t, struct str value)
{
	uint64_t number;

	return read_number(value, &number) && number >= t->least && number <= t->most;
}

static bool
has_form(const struct value_type *t, struct str value)
{
	switch (t->form) {
	case VALUE_UNKNOWN: return false;
	case VALUE_STRING: return has_length(t, value);
	case VALUE_TOKEN: return is_collapsed(value) && has_length(t, value);
	case VALUE_NUMBER: return is_number(t, value);
	case VALUE_FLAG:
		return str_eq(value, STR("true")) || str_eq(value, STR("false")) ||
		       str_eq(value, STR("1")) || str_eq(value, STR("0"));
	}
	return false;
}

/* One pattern of each step must match. */
static bool
matches(const struct value_type *t, struct str value)
{
	for (size_t i = 0; i < t->n_patterns;) {
		unsigned step = t->patterns[i]->step;
		bool takes = false;

		for (; i < t->n_patterns && t->patterns[i]->step == step; i++)
			takes = takes || pattern_takes(t->patterns[i], value);
		if (!takes)
			return false;
	}
	return true;
}

bool
value_is_good(const struct value_type *t, struct str value)
{
	if (t->any)
		return true;
	if (!has_form(t, value) || (t->listed && !is_listed(t, value)))
		return false;
	return matches(t, value);
}

/* The types of XML Schema that are known here, numbers up to 18 digits of them. */
static const struct {
	const char *name;
	struct value_type type;
} builtins[] = {
#define STRING(name, form_, any_)                                                              \
	{                                                                                      \
		name,                                                                          \
		{                                                                              \
			.form = form_, .any = any_, .longest = SIZE_MAX                        \
		}                                                                              \
	}
#define NUMBER(name, least_, most_)                                                            \
	{                                                                                      \
		name,                                                                          \
		{                                                                              \
			.form = VALUE_NUMBER, .least = least_, .most = most_                   \
		}                                                                              \
	}
	STRING("string", VALUE_STRING, true),
	STRING("anySimpleType", VALUE_STRING, true),
	STRING("normalizedString", VALUE_TOKEN, false),
	STRING("token", VALUE_TOKEN, false),
	STRING("boolean", VALUE_FLAG, false),
	NUMBER("integer", 0, UINT64_MAX),
	NUMBER("nonNegativeInteger", 0, UINT64_MAX),
	NUMBER("positiveInteger", 1, UINT64_MAX),
	NUMBER("unsignedLong", 0, UINT64_MAX),
	NUMBER("unsignedInt", 0, UINT32_MAX),
	NUMBER("unsignedShort", 0, UINT16_MAX),
	NUMBER("unsignedByte", 0, UINT8_MAX),
	NUMBER("long", 0, INT64_MAX),
	NUMBER("int", 0, INT32_MAX),
	NUMBER("short", 0, INT16_MAX),
	NUMBER("byte", 0, INT8_MAX),
};

static const struct value_type unknown = { .form = VALUE_UNKNOWN };

static const struct value_type *
builtin_type(struct str name)
{
	for (size_t i = 0; i < sizeof(builtins) / sizeof(builtins[0]); i++)
		if (str_eq(name, str_of(builtins[i].name)))
			return &builtins[i].type;
	return &unknown;
}

/* A facet that bounds something. Bounds only get narrower. */
static bool
read_bound(struct value_type *t, const xmlNode *facet)
{
	bool is_string = t->form == VALUE_STRING || t->form == VALUE_TOKEN;
	const char *name = (const char *)facet->name;
	uint64_t n;

	if (!read_number(said(facet, "value"), &n))
		return false;
	if (is_string && (strcmp(name, "minLength") == 0 || strcmp(name, "length") == 0))
		t->shortest = n > t->shortest ? (size_t)n : t->shortest;
	if (is_string && (strcmp(name, "maxLength") == 0 || strcmp(name, "length") == 0))
		t->longest = n < t->longest ? (size_t)n : t->longest;
	if (!is_string && strcmp(name, "minInclusive") == 0)
		t->least = n > t->least ? n : t->least;
	if (!is_string && strcmp(name, "maxInclusive") == 0)
		t->most = n < t->most ? n : t->most;
	return is_string ? strstr(name, "ength") != NULL
	                 : t->form == VALUE_NUMBER && strstr(name, "Inclusive") != NULL;
}

static void
add_listed(struct arena *a, struct value_type *t, struct str value)
{
	size_t size = sizeof(*t->listed);
	struct str *listed =
	    arena_grow(a, (void *)t->listed, t->n_listed * size, (t->n_listed + 1) * size);

	listed[t->n_listed++] = arena_str(a, value);
	t->listed = listed;
}

static bool
add_pattern(struct grammar *g, struct value_type *t, struct str source, unsigned step)
{
	struct value_pattern *pattern = pattern_read(&g->arena, source);
	struct value_pattern **patterns =
	    arena_alloc(&g->arena, (t->n_patterns + 1) * sizeof(*patterns));

	if (!pattern)
		return false;
	pattern->step = step;
	pattern->together = g->patterns;
	g->patterns = pattern;
	if (t->n_patterns)
		memcpy(patterns, t->patterns, t->n_patterns * sizeof(*patterns));
	patterns[t->n_patterns++] = pattern;
	t->patterns = patterns;
	return true;
}

/* Take the facets of a restriction into the type. */
static bool
read_facets(struct grammar *g, struct value_type *t, const xmlNode *restriction)
{
	bool base_lists = t->listed != NULL, good = true;
	unsigned step = t->n_patterns ? t->patterns[t->n_patterns - 1]->step + 1 : 0;

	for (const xmlNode *n = inside(restriction); n && good; n = after(n)) {
		struct str value = said(n, "value");

		if (!value.p || !has_only(n, " value ", " "))
			good = false;
		else if (is_schema_node(n, "enumeration") && !base_lists &&
			 t->form == VALUE_STRING)
			add_listed(&g->arena, t, value);
		else if (is_schema_node(n, "pattern") && t->form == VALUE_STRING)
			good = add_pattern(g, t, value, step);
		else
			good = read_bound(t, n);
	}
	return good;
}

static const struct value_type *
read_restriction(struct schema_reading *r, const xmlNode *type)
{
	struct arena *a = &r->grammar->arena;
	const xmlNode *restriction = inside(type);
	struct value_type *t;

	if (!restriction || after(restriction) || !has_only(type, " name ", " restriction ") ||
	    !has_only(restriction, " base ",
		" enumeration pattern length minLength maxLength minInclusive "
		"maxInclusive "))
		return &unknown;
	t = arena_alloc(a, sizeof(*t));
	*t = *value_type_named(r, restriction, said(restriction, "base"));
	if (inside(restriction))
		t->any = false;
	return t->form != VALUE_UNKNOWN && read_facets(r->grammar, t, restriction) ? t
	                                                                           : &unknown;
}

const struct value_type *
value_type_named(struct schema_reading *r, const xmlNode *node, struct str name)
{
	struct str builtin = { 0 };
	xmlNode *type = referred(r, node, name, "simpleType", &builtin);

	if (builtin.p)
		return builtin_type(builtin);
	if (!type)
		return &unknown;
	if (!type->_private) {
		type->_private = (void *)&unknown; /* for one that refers to itself */
		type->_private = (void *)read_restriction(r, type);
	}
	return type->_private;
}

/* A type whose only value is one of another's. */
static const struct value_type *
fixed_type(struct arena *a, const struct value_type *of, struct str value)
{
	struct value_type *t = arena_alloc(a, sizeof(*t));

	if (of->form != VALUE_STRING || !value_is_good(of, value))
		return &unknown;
	*t = *of;
	t->any = false;
	t->listed = NULL;
	t->n_listed = 0;
	add_listed(a, t, value);
	return t;
}

static const struct value_type *
said_type(struct schema_reading *r, const xmlNode *node)
{
	struct str name = said(node, "type");
	const xmlNode *type = inside(node);

	if (name.p)
		return type ? &unknown : value_type_named(r, node, name);
	if (!type)
		return builtin_type(STR("anySimpleType"));
	return is_schema_node(type, "simpleType") && !after(type) ? read_restriction(r, type)
	                                                          : &unknown;
}

const struct value_type *
value_type_of(struct schema_reading *r, const xmlNode *node)
{
	const struct value_type *type = said_type(r, node);
	struct str fixed = said(node, "fixed");

	return fixed.p ? fixed_type(&r->grammar->arena, type, fixed) : type;
}

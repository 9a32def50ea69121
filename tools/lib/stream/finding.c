/* finding.c - the forms in which findings are said, a line each. */
#include "finding.h"

#include <stdlib.h>

#include "csv_value.h"
#include "json.h"
#include "xml.h"

#define FINDINGS_NAMESPACE "urn:siteglean:findings:1"

static const char *const level_names[] = {
	[LEVEL_NOTE] = "note",
	[LEVEL_WARNING] = "warning",
	[LEVEL_ERROR] = "error",
};

const char *
level_name(enum level level)
{
	return level_names[level];
}

int
level_of(const char *name)
{
	for (int i = LEVEL_NOTE; i <= LEVEL_ERROR; i++)
		if (strcmp(name, level_names[i]) == 0)
			return i;
	return -1;
}

int
finding_rule_of(const struct finding_rule *rules, int n, const char *id)
{
	for (int i = 0; i < n; i++)
		if (strcmp(id, rules[i].id) == 0 ||
		    strcmp(id, strchr(rules[i].id, '.') + 1) == 0)
			return i;
	return -1;
}

/* A member of a finding under the name it has in tables, XML and JSON. */
struct member {
	struct str name, value; /* value absent: it has none */
	bool is_path, is_number;
};

enum { MEMBERS = 8, DIGITS = 12 };

static struct str
number(char digits[static DIGITS], uint32_t n)
{
	if (!n)
		return (struct str){ 0 };
	return (struct str){ digits, (size_t)snprintf(digits, DIGITS, "%u", n) };
}

/* All members in the order in which they are written, the text last. */
static void
members_of(
    const struct finding *f, struct member m[static MEMBERS], char digits[static 2][DIGITS])
{
	const struct member all[MEMBERS] = {
		{ STR("level"), str_of(level_name(f->level)), false, false },
		{ STR("rule"), str_of(f->rule), false, false },
		{ STR("file"), f->file, true, false },
		{ STR("line"), number(digits[0], f->at.line), false, true },
		{ STR("column"), number(digits[1], f->at.column), false, true },
		{ STR("page"), f->page, true, false },
		{ STR("xpath"), f->xpath, false, false },
		{ STR("text"), f->text, false, false },
	};

	memcpy(m, all, sizeof(all));
}

static void
add_number(struct buffer *out, uint32_t number)
{
	buffer_char(out, ':');
	buffer_number(out, number);
}

static void
write_text(struct buffer *out, const struct finding *f)
{
	buffer_shown(out, f->file);
	if (f->at.line)
		add_number(out, f->at.line);
	if (f->at.line && f->at.column)
		add_number(out, f->at.column);
	buffer_add(out, STR(": "));
	buffer_add(out, str_of(level_name(f->level)));
	buffer_add(out, STR(": "));
	buffer_shown(out, f->text);
	buffer_add(out, STR(" ["));
	buffer_add(out, str_of(f->rule));
	buffer_add(out, STR("]\n"));
}

/* Append a field in quotes. A line end inside becomes a space: a finding stays one line. */
static void
add_csv(struct buffer *out, struct str s, char end)
{
	size_t start = out->n;

	csv_value(out, s);
	for (size_t i = start; i < out->n; i++)
		if (out->data[i] == '\n' || out->data[i] == '\r')
			out->data[i] = ' ';
	buffer_char(out, end);
}

static void
begin_csv(struct buffer *out)
{
	struct member m[MEMBERS];
	char digits[2][DIGITS];

	members_of(&(struct finding){ .rule = "" }, m, digits);
	for (size_t i = 0; i < MEMBERS; i++)
		add_csv(out, m[i].name, i + 1 < MEMBERS ? ',' : '\n');
}

static void
write_csv(struct buffer *out, const struct finding *f)
{
	struct member m[MEMBERS];
	char digits[2][DIGITS];
	struct buffer plain = { 0 };

	members_of(f, m, digits);
	for (size_t i = 0; i < MEMBERS; i++) {
		plain.n = 0;
		xml_plain(&plain, m[i].value, m[i].is_path);
		add_csv(out, buffer_str(&plain), i + 1 < MEMBERS ? ',' : '\n');
	}
	buffer_free(&plain);
}

static void
write_xml(struct buffer *out, const struct finding *f)
{
	struct member m[MEMBERS];
	char digits[2][DIGITS];

	members_of(f, m, digits);
	buffer_add(out, STR("<finding xmlns=\"" FINDINGS_NAMESPACE "\""));
	for (size_t i = 0; i + 1 < MEMBERS; i++)
		xml_attribute(out, m[i].name, m[i].value, m[i].is_path);
	buffer_char(out, '>');
	xml_text(out, f->text);
	buffer_add(out, STR("</finding>\n"));
}

static json_t *
json_value(const struct member *m)
{
	return m->is_number ? json_integer(strtol(m->value.p, NULL, 10))
	                    : json_plain(m->value, m->is_path);
}

static void
write_json(struct buffer *out, const struct finding *f)
{
	json_t *object = json_need(json_object());
	struct member m[MEMBERS];
	char digits[2][DIGITS];

	members_of(f, m, digits);
	for (size_t i = 0; i < MEMBERS; i++)
		if (m[i].value.p)
			json_add(object, m[i].name.p, json_value(&m[i]));
	json_line(out, object);
}

static const struct finding_writer writers[] = {
	{ "text", NULL, write_text, NULL },
	{ "csv", begin_csv, write_csv, NULL },
	{ "xml", NULL, write_xml, NULL },
	{ "json", NULL, write_json, NULL },
};

const struct finding_writer *
finding_writer(const char *name)
{
	for (size_t i = 0; i < sizeof(writers) / sizeof(*writers); i++)
		if (strcmp(name, writers[i].name) == 0)
			return &writers[i];
	return NULL;
}

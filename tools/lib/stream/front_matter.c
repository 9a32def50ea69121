/* front_matter.c - what is known of a page, as YAML before its Markdown. */
#include "front_matter.h"

#include <jansson.h>
#include <stdlib.h>

#include "../base/memory.h"
#include "../page/kind_names.h"
#include "xml.h"

static void
put_value(struct buffer *out, struct str value, bool url)
{
	struct buffer plain = { 0 };
	json_t *string;
	char *quoted;

	xml_plain(&plain, value, url);
	string = json_stringn(buffer_str(&plain).p, plain.n);
	quoted = string ? json_dumps(string, JSON_ENCODE_ANY) : NULL;
	if (!quoted)
		memory_exhausted();
	buffer_add(out, str_of(quoted));
	buffer_char(out, '\n');
	free(quoted);
	json_decref(string);
	buffer_free(&plain);
}

static void
put_pair(struct buffer *out, const char *key, struct str value)
{
	if (!value.p)
		return;
	buffer_printf(out, "%s: ", key);
	put_value(out, value, true);
}

/* Facts stand by kind, so that those of a list follow each other. */
static void
put_fact(struct buffer *out, const struct fact *f, bool first)
{
	bool is_list = f->kind == FACT_AUTHOR || f->kind == FACT_TAG;

	if (first)
		buffer_printf(
		    out, "%s:%s", kind_name(&fact_kind_names, f->kind), is_list ? "\n" : " ");
	if (is_list)
		buffer_add(out, STR("- "));
	put_value(out, f->value, false);
}

void
front_matter(struct buffer *out, const struct page *page)
{
	const struct fact *before = NULL;

	buffer_add(out, STR("---\n"));
	put_pair(out, "path", page->path);
	put_pair(out, "url", page->url);
	for (const struct fact *f = page->facts; f; f = f->next) {
		if (f->kind == FACT_BODY)
			put_pair(
			    out, "body-from", str_of(kind_name(&fact_from_names, f->from)));
		else
			put_fact(out, f, !before || before->kind != f->kind);
		before = f;
	}
	buffer_add(out, STR("---\n\n"));
}

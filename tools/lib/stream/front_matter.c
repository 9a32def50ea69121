/* front_matter.c - what is known of a page, as YAML before its Markdown. */
#include "front_matter.h"

#include "../page/kind_names.h"
#include "json.h"

static void
put_pair(struct buffer *out, const char *key, struct str value)
{
	if (!value.p)
		return;
	buffer_printf(out, "%s: ", key);
	json_line(out, json_plain(value, true));
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
	json_line(out, json_plain(f->value, false));
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

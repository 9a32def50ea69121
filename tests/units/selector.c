/* selector.c - selectors are read as they are printed, and nothing else is read. */
#include "page/selector.h"

#include <stdlib.h>

#include "html/html.h"
#include "tap.h"

static bool
is_kept(const char *xpath)
{
	struct selector s;
	struct buffer out = { 0 };
	bool same;

	if (selector_parse(str_of(xpath), &s) == -1)
		return false;
	selector_print(&s, &out);
	same = str_eq(buffer_str(&out), str_of(xpath));
	buffer_free(&out);
	return same;
}

static bool
is_refused(const char *xpath)
{
	struct selector s;

	return selector_parse(str_of(xpath), &s) == -1;
}

/* The text that opens what a selector finds, "-" where it finds nothing. */
static bool
finds(const char *page, const char *xpath, const char *text)
{
	struct arena arena = { 0 };
	struct html_document doc;
	struct selector s;
	struct blocks blocks;
	const struct block *found;
	bool right;

	html_parse(&arena, str_of(page), &(struct html_options){ 0 }, &doc);
	blocks = blocks_of(&arena, &doc);
	if (selector_parse(str_of(xpath), &s) == -1)
		return false;
	found = selector_find(&s, &blocks);
	right = found ? found->node->first && str_eq(found->node->first->text, str_of(text))
	              : strcmp(text, "-") == 0;
	arena_free(&arena);
	return right;
}

int
main(void)
{
	static const char page[] = "<body><div>a</div><p>b</p><div><div>c</div></div>";
	struct buffer deep = { 0 };

	ok(is_kept("/html/body"), "the body");
	ok(is_kept("/html/body/div[2]/table[1]/tbody[1]"), "a way down");
	ok(is_kept("/html/body/main[65535]"), "the highest number");
	ok(is_refused("/html/body/div[65536]"), "a higher one");
	ok(is_refused("/html/body/div[0]"), "no number 0");
	ok(is_refused("/html/body/div"), "a step without its number");
	ok(is_refused("/html/body/div[2]/"), "an open end");
	ok(is_refused("/html/bodydiv[2]"), "a step that is none");
	ok(is_refused("/html/body/div[@id='x']"), "another predicate");
	ok(is_refused("//div[2]"), "another start");
	ok(is_refused("/html/body/nonsense[1]"), "an element that HTML does not have");
	buffer_add(&deep, STR("/html/body"));
	for (int i = 0; i < 100; i++)
		buffer_add(&deep, STR("/div[1]"));
	buffer_char(&deep, '\0');
	ok(is_refused(deep.data), "more steps than there are");
	buffer_free(&deep);

	ok(finds(page, "/html/body/div[1]", "a"), "the first of its tag");
	ok(finds(page, "/html/body/div[2]/div[1]", "c"), "steps count their own tag");
	ok(finds(page, "/html/body/div[3]", "-"), "one that is not there");
	return tap_end();
}

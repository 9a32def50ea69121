/* locator.c - where the profile of a site has an element. */
#include "locator.h"

#include "xpath.h"

int
locator_parse(struct arena *a, struct str text, struct locator *l)
{
	*l = (struct locator){ 0 };
	if (selector_parse(text, &l->way) == 0)
		return 0;
	l->xpath = arena_str(a, text).p;
	return xpath_is_valid(l->xpath) ? 0 : -1;
}

void
locator_print(const struct locator *l, struct buffer *out)
{
	if (l->xpath)
		buffer_add(out, str_of(l->xpath));
	else
		selector_print(&l->way, out);
}

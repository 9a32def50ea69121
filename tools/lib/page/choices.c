/* choices.c - select elements whose options are addresses. */
#include "choices.h"

#include <string.h>

static const char *const beginnings[] = { "/", "./", "../", "http://", "https://" };

static const char *const page_endings[] = { ".html", ".htm", ".shtml", ".xhtml", ".php", ".asp",
	".aspx", ".jsp", ".cfm" };

/* Values of forms are words, numbers, codes; what has white space in it is no address either.
 */
static bool
is_address(struct str value)
{
	struct str path = value;

	for (size_t i = 0; i < value.n; i++) {
		if (is_space(value.p[i]))
			return false;
		if ((value.p[i] == '?' || value.p[i] == '#') && path.n == value.n)
			path.n = i;
	}
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
		if (str_starts_nocase(value, str_of(beginnings[i])))
			return true;
	for (size_t i = 0; i < sizeof(page_endings) / sizeof(page_endings[0]); i++)
		if (str_ends(path, str_of(page_endings[i])))
			return true;
	return false;
}

struct str
choice_address(const struct html_node *option)
{
	struct str value = str_trim(html_value(option, ATTR_VALUE));

	return value.n && is_address(value) ? value : (struct str){ 0 };
}

/* An option without value, or with "#", is a title or a rule between others. */
bool
leads_to_choices(const struct html_node *select)
{
	unsigned addresses = 0, others = 0;

	for (const struct html_node *n = select; n; n = html_next(n, select)) {
		if (!html_is(n, TAG_OPTION))
			continue;
		if (choice_address(n).n)
			addresses++;
		else if (html_value(n, ATTR_VALUE).n > 1)
			others++;
	}
	return addresses >= 2 && others * 4 <= addresses;
}

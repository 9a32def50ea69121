/* srcset.c - the candidates of a srcset attribute. */
#include "srcset.h"

/* The part of s behind its descriptors: from a comma that is in no brackets on. */
static struct str
after_descriptors(struct str s)
{
	size_t n, depth = 0;

	for (n = 0; n < s.n && (depth || s.p[n] != ','); n++)
		depth += (s.p[n] == '(') - (depth && s.p[n] == ')');
	return str_part(s, n, s.n);
}

bool
srcset_next(struct str *left, struct str *url)
{
	struct str s = *left;
	size_t n = 0;

	while (s.n && (is_space(s.p[0]) || s.p[0] == ','))
		s = str_part(s, 1, s.n);
	if (!s.n)
		return false;
	while (n < s.n && !is_space(s.p[n]))
		n++;
	*url = str_part(s, 0, n);
	s = str_part(s, n, s.n);
	if (url->p[url->n - 1] == ',') {
		while (url->n && url->p[url->n - 1] == ',')
			url->n--;
	} else {
		s = after_descriptors(s);
	}
	*left = s;
	return true;
}

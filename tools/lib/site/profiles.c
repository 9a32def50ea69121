/* profiles.c - what is known of the sites of a save. */
#include "profiles.h"

#include <stdlib.h>

#include "../base/memory.h"

struct site_profile *
profiles_add(struct profiles *p, struct str path)
{
	uint32_t number;
	size_t n;

	if (!p->at)
		strings_init(&p->paths);
	if (str_ends(path, STR("/")))
		path.n--;
	n = p->paths.n;
	number = strings_add(&p->paths, path, strings_hash(&p->paths, path));
	if (number < n)
		return p->at[number];
	p->at = x_realloc(p->at, (number + 1) * sizeof(*p->at));
	p->at[number] = x_calloc(1, sizeof(**p->at));
	return p->at[number];
}

const struct profile *
profiles_of(const struct profiles *p, struct str path)
{
	if (!p->at)
		return NULL;
	for (size_t i = path.n;; i--) {
		struct str folder = str_part(path, 0, i);
		uint32_t number;

		if (i && (i == path.n || path.p[i] != '/'))
			continue;
		number = strings_find(&p->paths, folder, strings_hash(&p->paths, folder));
		if (number != STRING_NONE)
			return &p->at[number]->profile;
		if (!i)
			return NULL;
	}
}

void
profiles_free(struct profiles *p)
{
	if (!p->at)
		return;
	for (size_t i = 0; i < p->paths.n; i++) {
		profile_free(&p->at[i]->profile);
		free(p->at[i]);
	}
	free(p->at);
	strings_free(&p->paths);
}

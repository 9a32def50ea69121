/* metadata_data.c - the facts that JSON-LD states. */
#include "json_ld.h"
#include "metadata.h"

enum { DATA = 64, DEEPEST = 6, VALUES = 32 };

/* All data of a page, and the objects in it that may tell of the page. */
struct data {
	struct arena *arena;
	json_t *roots[DATA];
	size_t n;
	const json_t *page, *site; /* the best so far, NULL: none */
	int score;                 /* of page */
};

/* Things that a page is not. */
static bool
is_other(const json_t *object)
{
	static const char *const types[] = { "WebSite", "Organization", "BreadcrumbList",
		"Person", "ImageObject", "ItemList", "SiteNavigationElement",
		"NewsMediaOrganization", "LocalBusiness", "SearchAction", "Comment" };

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (json_ld_is(object, types[i]))
			return true;
	return false;
}

/* How much an object tells of a page. */
static int
score_of(const json_t *object)
{
	static const char *const keys[] = { "headline", "author", "datePublished",
		"dateModified", "uploadDate", "keywords", "inLanguage", "description" };
	int score = 0;

	if (is_other(object))
		return 0;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (json_object_get(object, keys[i]))
			score += i < 3 ? 4 : 1;
	return score;
}

static void
consider(struct data *d, const json_t *value, int depth)
{
	static const char *const inner[] = { "@graph", "mainEntity", "mainEntityOfPage" };
	const json_t *part;
	size_t i;

	if (depth == DEEPEST)
		return;
	json_array_foreach(value, i, part) consider(d, part, depth + 1);
	if (!json_is_object(value))
		return;
	if (!d->site && json_ld_is(value, "WebSite"))
		d->site = value;
	if (score_of(value) > d->score) {
		d->score = score_of(value);
		d->page = value;
	}
	for (i = 0; i < sizeof(inner) / sizeof(inner[0]); i++)
		consider(d, json_object_get(value, inner[i]), depth + 1);
}

/* What an object that only has an @id stands for, in the same data; else the object itself. */
static const json_t *
referred(const struct data *d, const json_t *object)
{
	const char *id = json_string_value(json_object_get(object, "@id"));

	if (!id || json_object_size(object) > 2)
		return object;
	for (size_t r = 0; r < d->n; r++) {
		const json_t *graph = json_object_get(d->roots[r], "@graph"), *other;
		size_t i;

		json_array_foreach(graph ? graph : d->roots[r], i, other)
		{
			const char *its = json_string_value(json_object_get(other, "@id"));

			if (its && strcmp(its, id) == 0 && other != object)
				return other;
		}
	}
	return object;
}

/* A string, or what a thing is called, or as a last resort its address. */
static struct str
name_of(const struct data *d, const json_t *value)
{
	static const char *const keys[] = { "name", "title", "url", "@id" };
	struct str name = json_ld_str(d->arena, value);

	value = referred(d, value);
	for (size_t i = 0; i < 4 && !name.p; i++) {
		const json_t *part = json_object_get(value, keys[i]);

		name =
		    json_ld_str(d->arena, json_is_array(part) ? json_array_get(part, 0) : part);
	}
	return name;
}

/* Say what is stated under a key: one value, or each of several. */
static void
state(const struct data *d, const struct sayer *to, enum fact_kind kind, const char *key)
{
	const json_t *value = json_object_get(d->page, key), *one;
	size_t i;

	if (!json_is_array(value)) {
		to->say(to->context, kind, name_of(d, value));
		return;
	}
	json_array_foreach(value, i, one)
	{
		if (i == VALUES || (kind != FACT_AUTHOR && kind != FACT_TAG && i == 1))
			return;
		to->say(to->context, kind, name_of(d, one));
	}
}

static void
state_all(const struct data *d, const struct sayer *to)
{
	static const struct {
		enum fact_kind kind;
		const char *key;
	} keys[] = { { FACT_AUTHOR, "author" }, { FACT_AUTHOR, "creator" },
		{ FACT_PUBLISHED, "datePublished" }, { FACT_PUBLISHED, "uploadDate" },
		{ FACT_PUBLISHED, "dateCreated" }, { FACT_MODIFIED, "dateModified" },
		{ FACT_DESCRIPTION, "description" }, { FACT_LANGUAGE, "inLanguage" },
		{ FACT_SECTION, "articleSection" }, { FACT_TAG, "keywords" },
		{ FACT_LICENCE, "license" } };
	enum fact_kind last = FACT_TITLE;
	size_t done = 0;

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (keys[i].kind == last && done)
			continue;
		done = json_object_get(d->page, keys[i].key) != NULL;
		last = keys[i].kind;
		state(d, to, keys[i].kind, keys[i].key);
	}
}

void
data_facts(
    struct arena *a, const struct blocks *b, const struct sayer *to, struct str *headline)
{
	struct data d = { .arena = a };
	const struct block *at = NULL;
	json_t *root;

	while (d.n < DATA && (root = json_ld_next(b, &at))) {
		d.roots[d.n++] = root;
		consider(&d, root, 0);
	}
	if (d.page) {
		state_all(&d, to);
		*headline = json_ld_str(a, json_object_get(d.page, "headline"));
	}
	if (d.site)
		to->say(
		    to->context, FACT_SITE, json_ld_str(a, json_object_get(d.site, "name")));
	else if (d.page)
		to->say(to->context, FACT_SITE,
		    json_ld_str(
			a, json_object_get(
			       referred(&d, json_object_get(d.page, "publisher")), "name")));
	while (d.n)
		json_decref(d.roots[--d.n]);
}

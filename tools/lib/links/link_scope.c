/* link_scope.c - what faults have in common that is mended at once. */
#include "link_scope.h"

#include <inttypes.h>
#include <string.h>

#include "../site/host.h"
#include "../stream/path_printer.h"

static void
add(struct strings *set, struct str text)
{
	strings_add(set, text, strings_hash(set, text));
}

static bool
has(const struct strings *set, struct str text)
{
	return strings_find(set, text, strings_hash(set, text)) != STRING_NONE;
}

/* Take the name of the next parameter, between '?' or '&' and '=', off *left; savers write '?'
 * as
 * '@', too. False when there is none. */
static bool
next_parameter(struct str *left, struct str *name)
{
	size_t from = 0, to;

	while (from < left->n && !strchr("?@&", left->p[from]))
		from++;
	to = str_find_char(*left, '=', from);
	if (to == left->n)
		return false;
	*name = str_part(*left, from + 1, to);
	*left = str_part(*left, to, left->n);
	return true;
}

static void
add_parameters(struct link_scopes *s, struct str name)
{
	struct str parameter;

	while (next_parameter(&name, &parameter))
		add(&s->parameters, parameter);
}

/* A folder by its path, and by that below the save's root. */
static void
add_folder(struct link_scopes *s, struct str path)
{
	const struct link_judge *j = s->judge;

	add(&s->folders, path);
	for (size_t i = 0; i < j->n_roots; i++)
		if (j->roots[i].n && str_starts(path, j->roots[i]))
			add(&s->folders, str_part(path, j->roots[i].n, path.n));
}

static bool
is_asked(const struct link_judge *j)
{
	for (size_t i = 0; i < j->n_verdicts; i++)
		if (j->verdicts[i].rule == LINK_UNCAPTURED)
			return true;
	return false;
}

void
link_scopes_init(struct link_scopes *s, const struct link_judge *judge)
{
	const struct names *names = is_asked(judge) ? judge->names : NULL;
	struct path_printer printer = { 0 };

	*s = (struct link_scopes){ .judge = judge };
	strings_init(&s->folders);
	strings_init(&s->parameters);
	for (uint32_t i = 0; names && i < names->n; i++) {
		if (names_is(names, i, NAME_FOLDER))
			add_folder(s, path_print(&printer, names, i));
		else if (names->has_queries)
			add_parameters(s, names_text(names, i));
	}
	buffer_free(&printer.path);
}

void
link_scopes_free(struct link_scopes *s)
{
	strings_free(&s->folders);
	strings_free(&s->parameters);
}

/* Of an address that was not saved: the topmost folder of it that is not there, on a host that
 * is, or else the first parameter with which nothing is. */
static struct link_scope
scope_of_absence(const struct link_scopes *s, struct str url)
{
	struct str place = str_part(url, 0, str_find_char(url, '?', 0)), rest = url_rest(place),
		   query = str_part(url, place.n, url.n), name;
	size_t slash = str_find_char(rest, '/', 0);

	if (!has(&s->folders, str_part(rest, 0, slash)))
		return (struct link_scope){ .kind = SCOPE_ADDRESS };
	while ((slash = str_find_char(rest, '/', slash + 1)) < rest.n)
		if (!has(&s->folders, str_part(rest, 0, slash)))
			return (struct link_scope){ SCOPE_FOLDER,
				str_part(place, 0, place.n - rest.n + slash + 1) };
	while (next_parameter(&query, &name))
		if (!has(&s->parameters, name))
			return (struct link_scope){ SCOPE_QUERY, { name.p, name.n + 1 } };
	return (struct link_scope){ .kind = SCOPE_ADDRESS };
}

struct link_scope
link_scope_of(const struct link_scopes *s, const struct link_verdict *v)
{
	const struct link_graph *g = s->judge->graph;
	struct str address = link_graph_text(g, g->groups[v->group].dest),
		   host = url_authority(address);

	if (v->rule == LINK_STAGING || v->rule == LINK_INSECURE)
		return (struct link_scope){ host.n ? SCOPE_HOST : SCOPE_FILES, host };
	if (v->rule == LINK_UNCAPTURED && host.n)
		return scope_of_absence(s, address);
	return (struct link_scope){ .kind = SCOPE_ADDRESS };
}

void
link_scope_count(struct buffer *out, const struct link_scope *scope, uint32_t more)
{
	bool many = more > 1;

	switch (scope->kind) {
	case SCOPE_ADDRESS: return;
	case SCOPE_FILES:
		buffer_printf(out, " and %" PRIu32 " more file%s", more, many ? "s" : "");
		return;
	case SCOPE_HOST:
		buffer_printf(out, " and %" PRIu32 " more address%s of this host", more,
		    many ? "es" : "");
		return;
	case SCOPE_FOLDER:
	case SCOPE_QUERY:
		buffer_printf(out, ", nor %s %" PRIu32 " more %s '%.*s'", many ? "were" : "was",
		    more, scope->kind == SCOPE_FOLDER ? "below" : "with", (int)scope->text.n,
		    scope->text.p);
		return;
	}
}

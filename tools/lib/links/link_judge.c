/* link_judge.c - what is wrong with the references of a site. */
#include "link_judge.h"

#include <stdlib.h>

#include "../base/memory.h"
#include "../base/url_percent.h"
#include "../site/host.h"
#include "link_near.h"

static void
decide(
    struct link_judge *j, uint32_t group, enum link_rule rule, int level, struct buffer *text)
{
	j->verdicts =
	    x_grow(j->verdicts, &j->cap_verdicts, j->n_verdicts + 1, sizeof(*j->verdicts));
	j->verdicts[j->n_verdicts++] = (struct link_verdict){ group, rule, (enum level)level,
		arena_str(&j->arena, buffer_str(text)) };
	buffer_free(text);
}

/* The same where the rule is on. An ill-suited level is LEVEL_OFF: that of the rule. */
static void
say(struct link_judge *j, uint32_t group, enum link_rule rule, struct buffer *text)
{
	if (j->levels.of[rule] == LEVEL_OFF)
		buffer_free(text);
	else
		decide(j, group, rule, j->levels.of[rule], text);
}

static void
add_quoted(struct buffer *b, const char *before, struct str value, const char *after)
{
	buffer_printf(b, "%s'", before);
	buffer_add(b, value);
	buffer_printf(b, "'%s", after);
}

/* A place as people know it, with its fragment. The top of the save has no name. */
static void
add_place(const struct link_judge *j, struct buffer *b, const char *before,
    const struct link_group *group)
{
	struct str text = link_graph_text(j->graph, group->dest);

	buffer_printf(b, "%s'", before);
	buffer_add(b, text.n ? text : STR("./"));
	if (group->fragment != LINK_NONE) {
		buffer_char(b, '#');
		buffer_add(b, strings_text(&j->graph->strings, group->fragment));
	}
	buffer_char(b, '\'');
}

/* Faults that pages showed by themselves. */
static void
judge_fault(struct link_judge *j, uint32_t number)
{
	const struct link_group *group = &j->graph->groups[number];
	static const char *const before[LINK_RULES] = {
		[LINK_MISSING] = "no address: ",
		[LINK_SLASH] = "names a folder without the slash at its end: ",
		[LINK_ESCAPE] = "leads above the root of the site: ",
		[LINK_MIXED] = "a part of an https page is loaded by http: ",
		[LINK_INSECURE] = "leads to the site itself by http: ",
		[LINK_EMPTY] = "empty address in ",
		[LINK_DEAD] = "leads nowhere: ",
		[LINK_STAGING] = "no visitor can reach ",
		[ID_DUPLICATE] = "stands twice in a page: id ",
		[IMAGE_ALT] = "image without a text alternative: ",
		[PAGE_ORPHAN] = "no other page leads to ",
		[PAGE_UNREACHABLE] = "no way from the home page or the menu leads to ",
		[PAGE_DEADEND] = "no link leads on from ",
	};
	struct buffer text = { 0 };

	if (before[group->rule])
		add_place(j, &text, before[group->rule], group);
	else
		buffer_add(&text, link_graph_text(j->graph, group->dest));
	say(j, number, (enum link_rule)group->rule, &text);
}

bool
link_is_external(const struct link_judge *j, uint32_t dest)
{
	const struct link_dest *d = &j->graph->dests[dest];

	if (d->kind != DEST_URL || d->flags & DEST_ANSWERED || d->page != LINK_NONE)
		return false;
	return d->flags & DEST_FOREIGN || (j->has_base && !(d->flags & DEST_ABSENT));
}

static void
judge_external(struct link_judge *j, uint32_t number)
{
	const struct link_group *group = &j->graph->groups[number];
	struct str url = strings_text(&j->graph->strings, group->dest), host;
	struct buffer text = { 0 };

	if (str_starts(url, STR("file:")) ||
	    j->graph->dests[group->dest].flags & DEST_PRIVATE) {
		add_place(j, &text, "no visitor can reach ", group);
		say(j, number, LINK_STAGING, &text);
		return;
	}
	j->n_external += group->pages;
	if (!str_starts(url, STR("http:")))
		return;
	host = url_authority(url);
	if (strings_find(&j->https_hosts, host, strings_hash(&j->https_hosts, host)) !=
	    STRING_NONE) {
		add_place(
		    j, &text, "http, though this host is linked by https elsewhere: ", group);
		say(j, number, LINK_INSECURE, &text);
	}
}

static void
judge_redirect(struct link_judge *j, uint32_t number)
{
	const struct link_graph *g = j->graph;
	const struct link_group *group = &g->groups[number];
	uint32_t first = g->dests[group->dest].page, page = first, last = LINK_NONE;
	int hops = 0, level = j->levels.of[LINK_REDIRECT];
	struct buffer text = { 0 };

	if (level == LEVEL_OFF)
		return;
	while (page != LINK_NONE && g->pages[page].redirect != LINK_NONE && hops < MOST_HOPS) {
		last = g->pages[page].redirect;
		page = g->dests[last].page;
		hops++;
		if (page == first)
			hops = MOST_HOPS;
	}
	add_place(j, &text, "", group);
	if (hops == MOST_HOPS) {
		buffer_add(&text, STR(" is redirected in a circle"));
		level = LEVEL_ERROR;
	} else {
		add_quoted(&text, " is redirected to ", link_graph_text(g, last), "");
		if (hops > 1)
			buffer_printf(&text, " in %d steps", hops);
		else if (level > LEVEL_NOTE)
			level = LEVEL_NOTE;
	}
	decide(j, number, LINK_REDIRECT, level, &text);
}

/* True where a browser finds the fragment in the page (HTML section 7.4.6.3). */
static bool
has_fragment(struct link_judge *j, uint32_t page, struct str fragment)
{
	struct str decoded = url_percent_decode(&j->arena, fragment);

	return link_graph_has_anchor(j->graph, page, fragment) ||
	       link_graph_has_anchor(j->graph, page, decoded) ||
	       str_eq_nocase(decoded, STR("top"));
}

/* Programs of a page read these, not the browser. */
static bool
is_for_program(struct str fragment)
{
	return str_starts(fragment, STR("!")) || str_starts(fragment, STR("/"));
}

static void
judge_page(struct link_judge *j, uint32_t number, uint32_t page)
{
	const struct link_group *group = &j->graph->groups[number];
	struct buffer text = { 0 };
	struct str fragment;

	if (j->graph->pages[page].is_error) {
		add_place(j, &text, "", group);
		buffer_add(&text, STR(" was saved as a page that says there is none"));
		say(j, number, LINK_ERROR_PAGE, &text);
		return;
	}
	if (j->graph->pages[page].redirect != LINK_NONE) {
		if (group->travels)
			judge_redirect(j, number);
		return;
	}
	if (group->fragment == LINK_NONE)
		return;
	fragment = strings_text(&j->graph->strings, group->fragment);
	if (is_for_program(fragment)) {
		j->n_unread_fragments++;
	} else if (!has_fragment(j, page, fragment)) {
		struct str near = link_near_anchor(j, page, fragment);

		add_place(j, &text, "nothing in the page has this name: ", group);
		if (near.n)
			add_quoted(&text, "; there is ", near, "");
		say(j, number, LINK_FRAGMENT, &text);
	}
}

/* What a place means that the save does not hold. */
static enum link_rule
rule_of_absence(const struct link_judge *j, const struct link_dest *dest)
{
	switch (j->saver) {
	case SAVER_UNKNOWN:
	case SAVER_NONE: return LINK_MISSING;
	case SAVER_MIRROR: return LINK_UNCAPTURED;
	case SAVER_HTTRACK:
	case SAVER_PAGES: break; /* these write absolute links to what they did not save */
	}
	return dest->flags & DEST_RELATIVE ? LINK_MISSING : LINK_UNCAPTURED;
}

/* What the site's own redirects lead on, as judge_redirect() does. */
static void
judge_site_redirect(
    struct link_judge *j, uint32_t number, const struct link_near *end, struct buffer *text)
{
	int level = j->levels.of[LINK_REDIRECT];

	if (level == LEVEL_OFF) {
		buffer_free(text);
		return;
	}
	if (end->how == NEAR_CIRCLE) {
		buffer_add(text, STR(" is redirected in a circle"));
		level = LEVEL_ERROR;
	} else {
		add_quoted(text, " is redirected to ", end->path, "");
		if (end->hops > 1)
			buffer_printf(text, " in %d steps", end->hops);
		else
			level = LEVEL_NOTE;
	}
	buffer_add(text, STR(" by the site's redirects"));
	decide(j, number, LINK_REDIRECT, level, text);
}

static void
judge_absent(struct link_judge *j, uint32_t number)
{
	const struct link_group *group = &j->graph->groups[number];
	const struct link_dest *dest = &j->graph->dests[group->dest];
	struct buffer text = { 0 };
	struct link_near near = link_near_place(j, group->dest);
	enum link_rule rule = rule_of_absence(j, dest);

	add_place(j, &text, "", group);
	if (near.how == NEAR_CASE) {
		add_quoted(&text, " is written ", near.path, "");
		say(j, number, LINK_CASE, &text);
		return;
	}
	if (near.how == NEAR_REDIRECT || near.how == NEAR_CIRCLE) {
		judge_site_redirect(j, number, &near, &text);
		return;
	}
	if (near.how == NEAR_LOST)
		add_quoted(&text, " is redirected to ", near.path, ", which");
	buffer_add(&text, rule == LINK_MISSING ? STR(" is not there") : STR(" was not saved"));
	if (near.how == NEAR_NOTHING && near.path.n)
		add_quoted(&text, "; there is ", near.path, "");
	if (rule == LINK_UNCAPTURED && j->strict && j->levels.of[rule] != LEVEL_OFF)
		decide(j, number, rule, LEVEL_ERROR, &text);
	else
		say(j, number, rule, &text);
}

/* True for a path outside all roots. */
static bool
is_outside_roots(const struct link_judge *j, struct str path)
{
	for (size_t i = 0; i < j->n_roots; i++)
		if (str_starts(path, j->roots[i]))
			return false;
	return j->n_roots > 0;
}

static void
judge_reference(struct link_judge *j, uint32_t number)
{
	const struct link_group *group = &j->graph->groups[number];
	const struct link_dest *dest = &j->graph->dests[group->dest];
	struct buffer text = { 0 };

	if (dest->page != LINK_NONE) {
		j->n_checked += group->pages;
		if (dest->flags & DEST_LACKS_SLASH) {
			add_place(
			    j, &text, "names a folder without the slash at its end: ", group);
			say(j, number, LINK_SLASH, &text);
		}
		judge_page(j, number, dest->page);
	} else if (dest->flags & DEST_ANSWERED) {
		j->n_checked += group->pages;
		j->n_unread_fragments += group->fragment != LINK_NONE;
	} else if (link_is_external(j, group->dest)) {
		judge_external(j, number);
	} else if (dest->kind == DEST_SAVED && !(dest->flags & DEST_ABSENT) &&
		   is_outside_roots(j, link_graph_text(j->graph, group->dest))) {
		j->n_checked += group->pages;
		add_place(j, &text, "leads above the root of the site: ", group);
		say(j, number, LINK_ESCAPE, &text);
	} else if (dest->kind != DEST_URL && !(dest->flags & DEST_ABSENT)) {
		j->n_unanswered += group->pages;
	} else {
		j->n_checked += group->pages;
		judge_absent(j, number);
	}
}

void
link_judge_run(struct link_judge *j)
{
	for (uint32_t i = 0; i < j->graph->n_groups; i++) {
		const struct link_group *group = &j->graph->groups[i];

		if (group->rule != LINK_RULES)
			judge_fault(j, i);
		else
			judge_reference(j, i);
	}
}

void
link_judge_free(struct link_judge *j)
{
	strings_free(&j->hosts);
	strings_free(&j->https_hosts);
	lookalikes_free(&j->lookalikes);
	redirects_free(&j->redirects);
	arena_free(&j->arena);
	free(j->verdicts);
	free(j->roots);
}

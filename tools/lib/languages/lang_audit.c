/* lang_audit.c - all that the check of languages says of a save. */
#include "lang_audit.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../base/identify.h"
#include "../base/memory.h"
#include "claims.h"
#include "editions.h"
#include "hreflang.h"

/* A language that pages are meant to be in, and how many fragments of the save are in it. */
struct tally {
	uint32_t tag, pages;
	uint64_t fragments;
};

static int
by_tag(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

static int
by_pages(const void *x, const void *y)
{
	const struct tally *a = x, *b = y;

	if (a->pages != b->pages)
		return a->pages > b->pages ? -1 : 1;
	if (a->fragments != b->fragments)
		return a->fragments > b->fragments ? -1 : 1;
	return (a->tag > b->tag) - (a->tag < b->tag);
}

/* Count the fragments of the whole save that are in each of the languages. */
static void
count_fragments(const struct versions *all, struct tally *tallies, size_t n)
{
	uint64_t *counts = x_calloc(UINT16_MAX + 1, sizeof(*counts));

	for (size_t i = 0; i < all->n_fragments; i++)
		counts[all->fragments[i].language]++;
	for (uint32_t language = 1; language <= UINT16_MAX; language++)
		for (size_t i = 0; counts[language] && i < n; i++)
			if (identified_may_be(
				(uint16_t)language, version_str(all, tallies[i].tag)))
				tallies[i].fragments += counts[language];
	free(counts);
}

static void
find_languages(struct lang_analysis *a)
{
	uint32_t *tags = x_malloc((a->all->n + 1) * sizeof(*tags));
	struct tally *tallies = x_malloc((a->all->n + 1) * sizeof(*tallies));
	size_t n = 0;

	for (size_t i = 0; i < a->all->n; i++)
		if (a->all->rows[i].expected)
			tags[n++] = a->all->rows[i].expected;
	qsort(tags, n, sizeof(*tags), by_tag);
	for (size_t i = 0; i < n; i++) {
		if (!i || tags[i] != tags[i - 1])
			tallies[a->n_languages++] = (struct tally){ tags[i], 0, 0 };
		tallies[a->n_languages - 1].pages++;
	}
	count_fragments(a->all, tallies, a->n_languages);
	qsort(tallies, a->n_languages, sizeof(*tallies), by_pages);
	for (size_t i = 0; i < a->n_languages; i++)
		tags[i] = tallies[i].tag;
	a->languages = tags;
	free(tallies);
}

/* What most x-default lead to, else the language of most pages. */
static uint32_t
find_source(const struct lang_analysis *a)
{
	uint32_t *votes = x_calloc(a->all->strings.n + 1, sizeof(*votes)), best = 0;

	for (size_t i = 0; i < a->all->n_offers; i++) {
		const struct offer *o = &a->all->offers[i];
		uint32_t to = version_at(a->all, o->target);

		if (o->from != OFFER_SWITCHER && to != NONE &&
		    is_x_default(version_str(a->all, o->lang)))
			votes[a->all->rows[to].expected]++;
	}
	for (size_t i = 0; i < a->n_languages; i++)
		if (votes[a->languages[i]] > votes[best])
			best = a->languages[i];
	free(votes);
	return best || !a->n_languages ? best : a->languages[0];
}

/* The language that is meant by a tag of the command line. */
static uint32_t
named_source(const struct lang_analysis *a, struct str source)
{
	for (size_t i = 0; i < a->n_languages; i++)
		if (str_eq_nocase(version_str(a->all, a->languages[i]), source))
			return a->languages[i];
	for (size_t i = 0; i < a->n_languages; i++)
		if (same_language(version_str(a->all, a->languages[i]), source))
			return a->languages[i];
	return 0;
}

void
lang_analyse(struct lang_analysis *a, struct versions *all, struct str source)
{
	*a = (struct lang_analysis){ .all = all };
	versions_index(all);
	claims_weigh(all);
	versions_drop_repeated(all);
	translations_find(all, &a->groups);
	editions_settle(all, &a->groups);
	versions_identify_labels(all);
	find_languages(a);
	a->context.all = all;
	a->context.groups = &a->groups;
	a->context.source = source.p ? named_source(a, source) : find_source(a);
	completeness_start(&a->context);
	a->judged = x_calloc(all->n, sizeof(*a->judged));
	for (uint32_t i = 0; i < all->n; i++)
		a->judged[i] = completeness_of(&a->context, i);
}

void
lang_analysis_free(struct lang_analysis *a)
{
	completeness_end(&a->context);
	translations_free(&a->groups);
	free(a->judged);
	free(a->languages);
}

enum matter
lang_state(const struct lang_analysis *a, uint32_t group, uint32_t language, uint32_t *version)
{
	*version = translation_in(a->all, &a->groups, group, language);
	return *version == NONE ? MATTER_MISSING : completeness_state(&a->judged[*version]);
}

uint32_t
lang_head(const struct lang_analysis *a, uint32_t group)
{
	uint32_t head = translation_in(a->all, &a->groups, group, a->context.source);

	return head == NONE ? a->groups.members[a->groups.rows[group].first] : head;
}

static void
say_matters(const struct lang_analysis *a, uint32_t i, const struct lang_listener *l)
{
	const struct completeness *c = &a->judged[i];
	const struct version *v = &a->all->rows[i];
	struct str own = version_str(a->all, v->expected);
	struct str source = version_str(a->all, a->context.source);
	const struct position top = { 0 };
	struct str none = { 0 };

	switch (completeness_state(c)) {
	case MATTER_WRONG:
		lang_say(l, LANG_WRONG, i, c->at, none,
		    "the text is in '%s', on a page in '%.*s'", identified_tag(c->language),
		    SHOWN(own));
		break;
	case MATTER_FALLBACK:
		lang_say(l, LANG_FALLBACK, i, c->at, none,
		    "the text is in '%.*s', on a page in '%.*s'", SHOWN(source), SHOWN(own));
		break;
	case MATTER_STUB:
		lang_say(l, LANG_STUB, i, v->stub, none,
		    "the page says only that there is nothing yet, or next to nothing");
		break;
	case MATTER_PARTIAL:
		lang_say(l, LANG_PARTIAL, i, c->at, none,
		    "%" PRIu32 " of %" PRIu32 " passages, %" PRIu32
		    " %% of the words, are in '%.*s' on a page in '%.*s'; the first is here",
		    c->untranslated, c->fragments,
		    (uint32_t)(100 * (uint64_t)c->untranslated_words / c->words), SHOWN(source),
		    SHOWN(own));
		break;
	case MATTER_SHORT:
		lang_say(l, LANG_SHORT, i, top,
		    version_str(a->all, a->all->rows[lang_head(a, v->group)].path),
		    "%" PRIu32 " of %" PRIu32 " headings, passages, images and code blocks of "
		    "'%.*s' are missing",
		    c->loss.lost, c->loss.total,
		    SHOWN(version_str(a->all, a->all->rows[lang_head(a, v->group)].path)));
		break;
	default: break;
	}
}

static bool
is_foreign(const struct lang_analysis *a, uint32_t version, uint16_t language)
{
	const struct version *v = &a->all->rows[version];

	return language && v->expected &&
	       !identified_may_be(language, version_str(a->all, v->expected)) &&
	       language != a->context.shown[version];
}

/* Title and description, where the body is not all wrong anyway. */
static void
say_strings(const struct lang_analysis *a, uint32_t i, const struct lang_listener *l)
{
	const struct version *v = &a->all->rows[i];
	enum matter state = completeness_state(&a->judged[i]);
	struct str own = version_str(a->all, v->expected);
	const struct position top = { 0 };
	struct str title = version_str(a->all, v->title);

	if (state == MATTER_WRONG || state == MATTER_FALLBACK)
		return;
	if (is_foreign(a, i, v->title_in))
		lang_say(l, LANG_TITLE, i, top, title,
		    "title '%.*s' is in '%s', on a page in '%.*s'", SHOWN(title),
		    identified_tag(v->title_in), SHOWN(own));
	if (is_foreign(a, i, v->description_in))
		lang_say(l, LANG_DESCRIPTION, i, top, (struct str){ 0 },
		    "the description is in '%s', on a page in '%.*s'",
		    identified_tag(v->description_in), SHOWN(own));
}

/* Versions there should be, said of the page that has none. */
static void
say_missing(const struct lang_analysis *a, uint32_t group, const struct lang_listener *l)
{
	uint32_t head = lang_head(a, group), version;

	for (size_t i = 0; i < a->n_languages; i++) {
		struct str tag = version_str(a->all, a->languages[i]);

		if (lang_state(a, group, a->languages[i], &version) == MATTER_MISSING)
			lang_say(l, LANG_MISSING, head, (struct position){ 0 }, tag,
			    "there is no version in '%.*s'", SHOWN(tag));
	}
}

/* Labels in another language than the pages that show them. */
static void
say_labels(const struct lang_analysis *a, const struct lang_listener *l)
{
	for (size_t i = 0; i < a->all->n_labels; i++) {
		const struct label *label = &a->all->labels[i];
		const struct version *v = &a->all->rows[label->first];
		struct str text = version_str(a->all, label->text);
		char pages[48] = "";

		if (!is_foreign(a, label->first, label->language))
			continue;
		if (label->count > 1)
			snprintf(pages, sizeof(pages), "; %" PRIu32 " pages, the first is this",
			    label->count);
		lang_say(l, LANG_LABEL, label->first, label->at, text,
		    "label '%.*s' is in '%s', on a page in '%.*s'%s", SHOWN(text),
		    identified_tag(label->language), SHOWN(version_str(a->all, v->expected)),
		    pages);
	}
}

void
lang_audit(const struct lang_analysis *a, const struct lang_listener *listener)
{
	for (uint32_t i = 0; i < a->all->n; i++) {
		hreflang_audit(a->all, i, listener);
		say_matters(a, i, listener);
		say_strings(a, i, listener);
		if (lang_head(a, a->all->rows[i].group) == i)
			say_missing(a, a->all->rows[i].group, listener);
	}
	say_labels(a, listener);
	hreflang_sitemap(a->all, listener);
	hreflang_defaults(a->all, listener);
}

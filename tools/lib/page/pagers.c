/* pagers.c - links to the page before and the page after. */
#include "link_lists.h"

#include "fold.h"

enum { LONGEST_PAGER = 300, MOST_LINKS = 6, MOST_PROSE = 24, FEWEST_OF_SENTENCE = 4 };

/* A direction is a word or two: what is longer needs no rule. */
static bool
says_direction(struct pager_search *s, const struct html_node *text)
{
	enum { LONGEST = 100 };
	struct str words;

	if (!text || text->kind != HTML_TEXT || is_blank(text))
		return false;
	words = str_trim(text->text);
	return words.n <= LONGEST &&
	       rules_say_again(s->rules, &s->texts, RULE(LABEL_PAGER), words);
}

/* Does the heading of the group that a link stands in say a direction? */
static bool
is_under_direction(struct pager_search *s, const struct html_node *a)
{
	const struct html_node *group = a->parent, *n = group->prev;

	if (block_of(s->blocks, group)->links != 1)
		return false;
	while (
	    n && (n->kind == HTML_COMMENT || (n->kind == HTML_TEXT && str_is_white(n->text))))
		n = n->prev;
	return n && n->kind == HTML_ELEMENT && is_heading(n) && says_direction(s, n->first);
}

struct ends {
	const struct html_node *first, *last; /* texts of a link that are not white, or NULL */
};

static struct ends
ends_of(const struct html_node *a)
{
	struct ends ends = { NULL, NULL };

	for (const struct html_node *n = a; n; n = html_next(n, a)) {
		if (n->kind != HTML_TEXT || is_blank(n))
			continue;
		if (!ends.first)
			ends.first = n;
		ends.last = n;
	}
	return ends;
}

/* What an attribute of a link may be: one of these link types, or this key. */
enum { MARKS = 6 };

struct mark {
	struct str rel[MARKS], key[MARKS];
};

enum way { WAY_NONE, WAY_BACK, WAY_ON };

/* A byte that no arrow begins or ends with. */
static bool
is_plain(struct str s, size_t at)
{
	return at < s.n && (is_alpha(s.p[at]) || is_digit(s.p[at]));
}

/* Where the arrow before or behind the words of a link points. */
static enum way
way_of(struct ends ends)
{
	static const char *const arrows[][2] = { { "«", "»" }, { "‹", "›" }, { "←", "→" },
		{ "<", ">" } };
	struct str first, last;

	if (!ends.first)
		return WAY_NONE;
	first = str_trim(ends.first->text);
	last = str_trim(ends.last->text);
	if (is_plain(first, 0) && is_plain(last, last.n - 1))
		return WAY_NONE;
	for (size_t i = 0; i < sizeof(arrows) / sizeof(arrows[0]); i++) {
		if (str_starts(first, str_of(arrows[i][0])))
			return WAY_BACK;
		if (str_ends(last, str_of(arrows[i][1])))
			return WAY_ON;
	}
	return WAY_NONE;
}

/* Is it one of two links side by side whose arrows point away from each other? One alone could
 * as well lead to the top of something, or to more of it. */
static bool
is_one_of_pair(const struct html_node *a, struct ends ends)
{
	enum way way = way_of(ends);
	const struct html_node *other = a;

	if (way == WAY_NONE)
		return false;
	do
		other = way == WAY_BACK ? other->next : other->prev;
	while (other && other->kind != HTML_ELEMENT);
	return other && html_is(other, TAG_A) &&
	       way_of(ends_of(other)) == (way == WAY_BACK ? WAY_ON : WAY_BACK);
}

/* An attribute by which generators of manuals mark such a link: rel, or the key that takes
 * readers of DocBook's and Texinfo's pages there in any language. */
static bool
has_mark(const struct block *block, const struct mark *mark)
{
	const struct html_node *a = block->node;

	for (size_t i = 0; block->has & HAS_REL && i < MARKS && mark->rel[i].n; i++)
		if (has_token(a, ATTR_REL, mark->rel[i]))
			return true;
	for (size_t i = 0; block->has & HAS_ACCESSKEY && i < MARKS && mark->key[i].n; i++)
		if (str_eq_nocase(html_value(a, ATTR_ACCESSKEY), mark->key[i]))
			return true;
	return false;
}

static inline bool
is_marked(const struct block *block, const struct mark *mark)
{
	return block->has & (HAS_REL | HAS_ACCESSKEY) && has_mark(block, mark);
}

static bool
leads_away(const struct html_node *a)
{
	struct str href = str_trim(html_value(a, ATTR_HREF));

	return href.n && href.p[0] != '#' && !str_starts_nocase(href, STR("javascript:"));
}

/* Does an image that is all of a link say a direction? */
static bool
is_drawn_direction(const struct rules *rules, const struct html_node *a)
{
	const struct html_node *image = a->first;

	return image && image == a->last && html_is(image, TAG_IMG) &&
	       rules_match(rules, LABEL_PAGER, str_trim(html_value(image, ATTR_ALT)));
}

/* Does it say "previous" or "next": by a mark, at either end of its words, right before
 * it, in an image, or by an arrow? */
static bool
says_neighbour(struct pager_search *s, const struct block *block)
{
	static const struct mark mark = { { STR_INIT("prev"), STR_INIT("previous"),
					      STR_INIT("next") },
		{ STR_INIT("p"), STR_INIT("n") } };
	const struct html_node *a = block->node;
	struct ends ends;

	if (is_marked(block, &mark))
		return true;
	if (block->characters > LONGEST_PAGER)
		return false;
	ends = ends_of(a);
	return says_direction(s, ends.first) || is_drawn_direction(s->rules, a) ||
	       (ends.last != ends.first && says_direction(s, ends.last)) ||
	       says_direction(s, a->prev) || is_under_direction(s, a) ||
	       is_one_of_pair(a, ends);
}

static bool
is_pager(struct pager_search *s, const struct block *block)
{
	return !block->fragments && !block->toggles && says_neighbour(s, block) &&
	       leads_away(block->node);
}

/* Is a link marked as what stands beside those: up (on the topmost pages to "#"), the contents,
 * the index, the start? */
static bool
is_beside_pagers(const struct block *block)
{
	static const struct mark mark = { { STR_INIT("up"), STR_INIT("contents"),
					      STR_INIT("index"), STR_INIT("start"),
					      STR_INIT("home") },
		{ STR_INIT("u"), STR_INIT("h") } };

	return is_marked(block, &mark) && html_value(block->node, ATTR_HREF).n;
}

/* The group that a link stands in, where it is small enough for holds_pagers(); what is around
 * that is no smaller. Else NULL. */
static const struct block *
small_group(const struct blocks *b, const struct block *link)
{
	const struct block *around = link;

	do {
		around = &b->at[around->parent];
		if (around->links > MOST_LINKS || around->characters > LONGEST_PAGER)
			return NULL;
	} while (around != b->at &&
		 !(around->is & IS_GROUP || around->navs || around->has & HAS_TYPE));
	return around;
}

/* Is it settled that neither a group nor any around it holds_pagers(), as so many of its links
 * are none? */
static bool
is_settled(const struct block *group, unsigned others)
{
	return others > 1 || (others && group->links > 3);
}

void
note_pager(struct pager_search *s, struct block *link)
{
	const struct block *group = small_group(s->blocks, link);

	if (group != s->group) {
		s->group = group;
		s->others = 0;
	}
	if (!group || is_settled(group, s->others))
		return;
	link->pagers = is_pager(s, link);
	link->beside_pagers = !link->pagers && is_beside_pagers(link);
	s->others += !link->pagers && !link->beside_pagers;
}

bool
holds_page(const struct block *b)
{
	const struct block *end = b + (b->end - (b->node->mark - 1));

	if (b->prose > MOST_PROSE)
		return true;
	if (!b->headings && !b->prose)
		return false;
	for (const struct block *in = b + 1; in < end; in++)
		if (block_is(in, TAG_H1) ||
		    (block_is(in, TAG_P) && !in->links && in->characters >= FEWEST_OF_SENTENCE))
			return true;
	return false;
}

bool
holds_pagers(const struct block *b)
{
	if (!b->pagers || b->links > MOST_LINKS || b->characters > LONGEST_PAGER ||
	    b->in_link || holds_page(b))
		return false;
	return b->pagers + b->beside_pagers == b->links || (b->pagers == 2 && b->links == 3);
}

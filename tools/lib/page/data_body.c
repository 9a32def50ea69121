/* data_body.c - a body that a page has in its structured data alone. */
#include "data_body.h"

#include "../base/buffer.h"
#include "../html/characters.h"
#include "fold.h"
#include "json_ld.h"
#include "plain_text.h"

/* LEAST: bytes of a text that is a body, and no note on one. NO_BODY: characters of what is the
 * body of a page only until a script has drawn it. */
enum { DEEPEST = 6, LEAST = 150, NO_BODY = 120 };

/* The longest value of a property so far. */
struct search {
	struct arena *arena;
	struct data_body found;
};

static void
consider(struct search *s, const json_t *object, const struct html_node *script)
{
	const json_t *value = json_object_get(object, s->found.property);
	struct str text = { json_string_value(value), json_string_length(value) };

	if (text.n < LEAST || text.n <= s->found.text.n)
		return;
	s->found.text = arena_str(s->arena, text);
	s->found.script = script;
}

/* Look at what data has of the page itself. A description is a body of a product only. */
static void
look(struct search *s, const json_t *data, const struct html_node *script, int depth)
{
	static const char *const inner[] = { "@graph", "mainEntity", "mainEntityOfPage" };
	const json_t *part;
	size_t i;

	if (depth == DEEPEST)
		return;
	json_array_foreach(data, i, part) look(s, part, script, depth + 1);
	if (strcmp(s->found.property, "description") != 0 || json_ld_is(data, "Product") ||
	    json_ld_is(data, "ProductGroup"))
		consider(s, data, script);
	for (i = 0; i < sizeof(inner) / sizeof(inner[0]); i++)
		look(s, json_object_get(data, inner[i]), script, depth + 1);
}

static struct data_body
longest(struct arena *a, const struct blocks *b, const char *property)
{
	struct search s = { a, { .property = property } };
	const struct block *at = NULL;
	json_t *data;

	while ((data = json_ld_next(b, &at))) {
		look(&s, data, at->node, 0);
		json_decref(data);
	}
	return s.found;
}

/* Text as schema.org wants it, or HTML as many write it, as lines that are folded. */
static struct str
lines_of(struct arena *a, struct str text)
{
	struct buffer plain = { 0 }, lines = { 0 };
	struct html_document doc;
	struct str kept;

	text = characters(a, text, IN_TEXT);
	if (str_find(text, STR("</"), 0) < text.n || str_find(text, STR("<br"), 0) < text.n) {
		html_parse(a, text, &(struct html_options){ .charset = "UTF-8" }, &doc);
		plain_text(&plain, doc.root);
		text = buffer_str(&plain);
	}
	for (size_t from = 0, end; from < text.n; from = end + 1) {
		struct str line;

		end = str_find_char(text, '\n', from);
		line = fold(a, str_part(text, from, end));
		if (line.n && lines.n)
			buffer_char(&lines, '\n');
		buffer_add(&lines, line);
	}
	kept = arena_str(a, buffer_str(&lines));
	buffer_free(&plain);
	buffer_free(&lines);
	return kept;
}

/* All text of the page that counts. */
static struct str
shown_text(struct arena *a, const struct blocks *b)
{
	const struct html_node *root = b->at[0].node;
	struct pieces pieces = { 0 };

	for (const struct html_node *n = root; n; n = html_next(n, root))
		if (n->kind == HTML_TEXT && block_around(b, n)->counts)
			pieces_add(a, &pieces, GAP_SPACE, n->text);
	return pieces_fold(a, &pieces);
}

/* Does the page show any of a text? Its lines are looked for by parts of their middles. */
static bool
is_shown(struct str shown, struct str lines)
{
	enum { PROBE = 32 };

	for (size_t from = 0, end; from < lines.n; from = end + 1) {
		struct str line;
		size_t i;

		end = str_find_char(lines, '\n', from);
		line = str_part(lines, from, end);
		i = line.n > PROBE ? (line.n - PROBE) / 2 : 0;
		if (line.n >= PROBE &&
		    str_find(shown, str_part(line, i, i + PROBE), 0) < shown.n)
			return true;
	}
	return false;
}

static bool
has_data(const struct blocks *b)
{
	for (const struct block *at = NULL; (at = next_told(b, at));)
		if (block_is(at, TAG_SCRIPT) && html_attr(at->node, ATTR_TYPE))
			return true;
	return false;
}

/* Has the page, as its regions have it, a body that says anything? */
static bool
has_body(const struct blocks *b)
{
	const struct html_node *root = b->at[0].node, *n = root;
	uint32_t characters = 0;

	while (n && characters <= NO_BODY) {
		const struct block *at = n->kind == HTML_ELEMENT ? block_of(b, n) : NULL;

		if (at && at->region != MAIN && !at->above_main) {
			n = html_next_sibling_or_up(n, root);
			continue;
		}
		if (n->kind == HTML_TEXT && block_around(b, n)->region == MAIN &&
		    block_around(b, n)->counts)
			characters += n->mark;
		n = html_next(n, root);
	}
	return characters > NO_BODY;
}

/* Words, and no code of them such as an address has. */
static bool
is_text(struct str s)
{
	enum { LONGEST_WORD = 50 };

	return !str_is_ascii(s) || str_count_char(s, ' ') >= s.n / LONGEST_WORD;
}

struct data_body
data_body_of(struct arena *a, const struct blocks *b)
{
	struct data_body found = { 0 };

	if (!has_data(b) || has_body(b))
		return found;
	found = longest(a, b, "articleBody");
	if (!found.script)
		found = longest(a, b, "description");
	if (!found.script)
		return found;
	found.text = lines_of(a, found.text);
	if (found.text.n < LEAST || !is_text(found.text) ||
	    is_shown(shown_text(a, b), found.text))
		found = (struct data_body){ 0 };
	return found;
}

static void
add_paragraph(struct arena *a, struct html_node *root, struct str line)
{
	struct html_node *p = html_new(a, HTML_ELEMENT), *text = html_new(a, HTML_TEXT);

	p->ns = HTML_NS_HTML;
	p->tag = TAG_P;
	p->text = tag_name(p->tag);
	text->text = line;
	html_append(p, text);
	html_append(root, p);
}

struct html_node *
data_body_tree(struct arena *a, const struct page *page)
{
	const struct fact *body = page_fact(page, FACT_BODY);
	struct html_node *root;

	if (!body)
		return NULL;
	root = html_new(a, HTML_DOCUMENT);
	for (size_t from = 0, end; from < body->value.n; from = end + 1) {
		end = str_find_char(body->value, '\n', from);
		add_paragraph(a, root, str_part(body->value, from, end));
	}
	return root;
}

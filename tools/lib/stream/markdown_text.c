/* markdown_text.c - what stands in the lines of Markdown. */
#include "../base/utf8.h"
#include "../page/tour.h"
#include "markdown_writer.h"

void
markdown_line(struct markdown *w)
{
	struct buffer *out = w->out;

	if (w->fresh || out->n == w->start)
		w->lines = 0;
	for (; w->lines; w->lines--) {
		while (out->n == w->line && out->n > w->start && out->data[out->n - 1] == ' ')
			w->line = --out->n;
		buffer_char(out, '\n');
		buffer_add(out, buffer_str(&w->prefix));
		w->line = out->n;
	}
	w->fresh = false;
}

bool
markdown_is_block(const struct html_node *n)
{
	if (n->kind != HTML_ELEMENT || n->ns != HTML_NS_HTML)
		return false;
	switch (n->tag) {
	case TAG_P:
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
	case TAG_H4:
	case TAG_H5:
	case TAG_H6:
	case TAG_PRE:
	case TAG_BLOCKQUOTE:
	case TAG_TABLE:
	case TAG_UL:
	case TAG_OL:
	case TAG_DL:
	case TAG_DT:
	case TAG_DD:
	case TAG_LI:
	case TAG_HR:
	case TAG_FIGURE:
	case TAG_FIGCAPTION:
	case TAG_DETAILS:
	case TAG_SUMMARY:
	case TAG_ADDRESS:
	case TAG_CAPTION:
	case TAG_TR:
	case TAG_TD:
	case TAG_TH:
	case TAG_SECTION:
	case TAG_ARTICLE:
	case TAG_ASIDE:
	case TAG_HEADER:
	case TAG_FOOTER:
	case TAG_HGROUP:
	case TAG_DIV: return true;
	default: return false;
	}
}

/* The open block, if there is one, ends here. */
void
markdown_end_block(struct markdown *w, unsigned lines)
{
	if (w->code)
		markdown_code_end(w);
	if (w->cell)
		return;
	if (w->inlined && w->link)
		markdown_target(
		    w, html_value(w->link, ATTR_HREF), html_value(w->link, ATTR_TITLE));
	if (w->inlined || w->heading)
		want_lines(w, 2);
	w->inlined = w->heading = w->space = false;
	want_lines(w, lines);
}

void
markdown_inline(struct markdown *w)
{
	w->space = w->space && !w->tight;
	w->tight = false;
	if (!w->inlined) {
		if (!w->cell && !w->heading)
			markdown_line(w);
		w->line = w->out->n;
		w->inlined = true;
		w->space = false;
		if (w->link)
			buffer_char(w->out, '[');
	}
	if (w->space && w->out->n > w->line)
		buffer_char(w->out, ' ');
	w->space = false;
}

static bool
is_word_char(char c)
{
	return is_alpha(c) || is_digit(c);
}

/* True when the line so far is nothing but the number of a list entry. */
static bool
is_number_before(const struct markdown *w)
{
	size_t n = w->out->n - w->line;

	if (!n || n > 9)
		return false;
	for (size_t i = w->line; i < w->out->n; i++)
		if (!is_digit(w->out->data[i]))
			return false;
	return true;
}

/* True when the character at i of text would be, or help to be, markup (CommonMark 2.4). next:
 * as in markdown_words(). */
static bool
needs_escape(const struct markdown *w, struct str text, size_t i, char next)
{
	char before = w->out->n > w->line ? w->out->data[w->out->n - 1] : ' ';
	char after = i + 1 < text.n ? text.p[i + 1] : next;
	bool opens = !w->heading && !w->cell && w->out->n == w->line;

	switch (text.p[i]) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<':
	case '~':
	case '$': return true;
	case '_': return !is_word_char(before) || !is_word_char(after);
	case '&': return !after || after == '#' || is_alpha(after);
	case '!': return !after;
	case '|': return w->cell || w->out->n == w->line;
	case '#': return w->heading || w->out->n == w->line;
	case '>':
	case '+':
	case '-':
	case '=':
	case ':': return opens;
	case '.':
	case ')': return !w->heading && !w->cell && is_number_before(w);
	default: return false;
	}
}

void
markdown_words(struct markdown *w, struct str text, char next)
{
	for (size_t i = 0; i < text.n; i++) {
		if (is_space(text.p[i])) {
			w->space = true;
			continue;
		}
		if (w->space || !w->inlined)
			markdown_inline(w);
		if (needs_escape(w, text, i, next))
			buffer_char(w->out, '\\');
		buffer_char(w->out, text.p[i]);
		w->tight = false;
	}
}

size_t
longest_run(struct str text, char c)
{
	size_t longest = 0, run = 0;

	for (size_t i = 0; i < text.n; i++) {
		run = text.p[i] == c ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

void
markdown_code(struct markdown *w, struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		buffer_char(&w->words, is_space(text.p[i]) ? ' ' : text.p[i]);
}

/* A fence of one backtick more than there are in it, and its spaces outside, for a span may
 * lose its own (CommonMark 6.1). */
void
markdown_code_end(struct markdown *w)
{
	struct str code = str_trim(buffer_str(&w->words));
	size_t fence = longest_run(code, '`') + 1;
	bool pad = code.n && (code.p[0] == '`' || code.p[code.n - 1] == '`');

	if (w->words.n && is_space(w->words.data[0]))
		w->space = true;
	if (code.n) {
		markdown_inline(w);
		if (w->out->n > w->line && w->out->data[w->out->n - 1] == '`')
			buffer_add(w->out, STR("<!-- -->"));
		for (size_t i = 0; i < fence; i++)
			buffer_char(w->out, '`');
		if (pad)
			buffer_char(w->out, ' ');
		for (size_t i = 0; i < code.n; i++) {
			if (code.p[i] == '|' && w->cell)
				buffer_char(w->out, '\\');
			buffer_char(w->out, code.p[i]);
		}
		if (pad)
			buffer_char(w->out, ' ');
		for (size_t i = 0; i < fence; i++)
			buffer_char(w->out, '`');
		w->space = is_space(w->words.data[w->words.n - 1]);
	}
	w->words.n = 0;
}

/* An address between angle brackets where it holds white space, else bare (CommonMark 6.3). */
static void
put_address(struct markdown *w, struct str address)
{
	bool bare = address.n > 0 && address.p[0] != '<';

	address = str_trim(address);
	for (size_t i = 0; i < address.n; i++)
		bare = bare && (unsigned char)address.p[i] > ' ' && address.p[i] != 0x7F;
	if (!bare)
		buffer_char(w->out, '<');
	for (size_t i = 0; i < address.n; i++) {
		char c = address.p[i];

		if (c == '\n' || c == '\r' || c == '\t') /* which URLs do not hold */
			continue;
		if (memchr("()<>\\|&", c, 7))
			buffer_char(w->out, '\\');
		buffer_char(w->out, c);
	}
	if (!bare)
		buffer_char(w->out, '>');
}

void
markdown_target(struct markdown *w, struct str address, struct str title)
{
	struct str word;
	bool first = true;

	buffer_add(w->out, STR("]("));
	put_address(w, address);
	while (str_token(&title, &word)) {
		buffer_add(w->out, first ? STR(" \"") : STR(" "));
		for (size_t i = 0; i < word.n; i++) {
			if (memchr("\"\\&|<", word.p[i], 5))
				buffer_char(w->out, '\\');
			buffer_char(w->out, word.p[i]);
		}
		first = false;
	}
	buffer_add(w->out, first ? STR(")") : STR("\")"));
}

/* What a character is for emphasis (CommonMark 6.2). What Unicode may call punctuation is. */
enum kind { KIND_WHITE, KIND_PUNCTUATION, KIND_LETTER };

static enum kind
kind_of_char(uint32_t cp)
{
	if (cp <= ' ' || cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x3000)
		return KIND_WHITE;
	if (cp < 0x80)
		return is_alpha((char)cp) || is_digit((char)cp) ? KIND_LETTER
		                                                : KIND_PUNCTUATION;
	if (cp < 0xC0 || (cp >= 0x2000 && cp < 0x2E80) || (cp >= 0x3000 && cp < 0x3040) ||
	    (cp >= 0xFE10 && cp < 0xFE70) || (cp >= 0xFF00 && cp < 0xFF66) || cp >= 0x1F000)
		return KIND_PUNCTUATION;
	return KIND_LETTER;
}

static enum kind
first_kind(struct str s)
{
	uint32_t cp;

	utf8_read(s.p, s.p + s.n, &cp);
	return kind_of_char(cp);
}

static enum kind
last_kind(struct str s)
{
	const char *end = s.p + s.n;
	uint32_t cp;

	utf8_read(utf8_before(end, s.p), end, &cp);
	return kind_of_char(cp);
}

/* The kind of the first (or last) thing in a subtree, spaces at the edge aside; *spaced: there
 * are some. */
static enum kind
edge_kind(const struct html_node *n, bool last, bool *spaced)
{
	struct str words;

	*spaced = false;
	while (n->kind == HTML_ELEMENT && n->first) {
		n = last ? n->last : n->first;
		while (n->kind == HTML_TEXT && str_is_white(n->text) &&
		       (last ? n->prev : n->next)) {
			*spaced = true;
			n = last ? n->prev : n->next;
		}
	}
	if (n->kind != HTML_TEXT)
		return html_is(n, TAG_BR) ? KIND_WHITE : KIND_PUNCTUATION;
	words = str_trim(n->text);
	if (!words.n)
		return KIND_WHITE;
	*spaced |= last ? is_space(n->text.p[n->text.n - 1]) : is_space(n->text.p[0]);
	return last ? last_kind(words) : first_kind(words);
}

static bool
is_block_end(const struct html_node *n)
{
	return n->kind != HTML_ELEMENT || markdown_is_block(n);
}

/* The kind of what follows an element. */
static enum kind
next_kind(const struct html_node *e)
{
	enum kind kind;
	bool spaced;

	while (!e->next && !is_block_end(e->parent))
		e = e->parent;
	kind = e->next ? edge_kind(e->next, false, &spaced) : KIND_WHITE;
	return e->next && spaced ? KIND_WHITE : kind;
}

static struct str
delimiter(const struct html_node *e)
{
	switch (e->tag) {
	case TAG_EM:
	case TAG_I: return STR("*");
	case TAG_STRONG:
	case TAG_B: return STR("**");
	default: return STR("~~");
	}
}

enum { MARK_DELIMITED = 1, MARK_TAGGED };

static bool
is_delimited(const struct html_node *n)
{
	return n->kind == HTML_ELEMENT && n->mark == MARK_DELIMITED;
}

/* True where delimiters would be taken for what they are: left-flanking the first, right-
 * flanking the second, neither both but within a word, and no others beside them but those of
 * an element around. Spaces at its edges stand outside of them: those at its begin are due. */
static bool
delimits(const struct markdown *w, const struct html_node *e)
{
	struct str line = str_part(buffer_str(w->out), w->line, w->out->n);
	enum kind before = line.n ? last_kind(line) : KIND_WHITE;
	bool opens_spaced, ends_spaced;
	enum kind inside = edge_kind(e, false, &opens_spaced);
	enum kind end = edge_kind(e, true, &ends_spaced);

	for (const struct html_node *up = e->parent; up->kind == HTML_ELEMENT;
	     up = up->parent) {
		if (is_delimited(up) && str_eq(delimiter(up), delimiter(e)))
			return false;
		if (is_block_end(up))
			break;
	}
	if (line.n && memchr("*~", line.p[line.n - 1], 2) &&
	    !(is_delimited(e->parent) && !e->prev))
		return false;
	return inside != KIND_WHITE && end != KIND_WHITE &&
	       (inside == KIND_LETTER || before == KIND_WHITE || opens_spaced) &&
	       (end == KIND_LETTER || ends_spaced || next_kind(e) == KIND_WHITE);
}

void
markdown_emphasis_start(struct markdown *w, struct html_node *e)
{
	bool spaced;

	markdown_inline(w);
	e->mark = delimits(w, e) ? MARK_DELIMITED : MARK_TAGGED;
	if (e->mark == MARK_TAGGED) {
		buffer_printf(w->out, "<%.*s>", (int)e->text.n, e->text.p);
		return;
	}
	edge_kind(e, false, &spaced);
	w->space = spaced && w->out->n > w->line && w->out->data[w->out->n - 1] != ' ';
	markdown_inline(w);
	buffer_add(w->out, delimiter(e));
	w->tight = spaced;
}

void
markdown_emphasis_end(struct markdown *w, const struct html_node *e)
{
	if (e->mark == MARK_DELIMITED)
		buffer_add(w->out, delimiter(e));
	else
		buffer_printf(w->out, "</%.*s>", (int)e->text.n, e->text.p);
}

void
markdown_break(struct markdown *w)
{
	if (!w->inlined)
		return;
	w->space = w->heading;
	if (w->heading)
		return;
	if (w->cell) {
		buffer_add(w->out, STR("<br>"));
		return;
	}
	buffer_add(w->out, STR("\\\n"));
	buffer_add(w->out, buffer_str(&w->prefix));
	w->line = w->out->n;
}

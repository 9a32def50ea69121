/* tokenizer.c - the choice between text and markup, and text.
 *
 * The states of section 13.2.5 appear as positions in the code: each function scans over the
 * bytes that one or several states would consume and leaves where they would. */
#include "tokenizer.h"

#include "characters.h"
#include "markup.h"
#include "scan.h"

void
tokenizer_init(struct tokenizer *t, struct str text, struct arena *arena)
{
	*t = (struct tokenizer){
		.start = text.p,
		.next = text.p,
		.end = text.p + text.n,
		.arena = arena,
		.raw_end = text.p,
	};
}

/* True when the '<' at p opens markup and is no character of the text (13.2.5.6, 13.2.5.7). */
static bool
is_markup(const char *p, const char *end)
{
	if (p + 1 == end)
		return false;
	return is_alpha(p[1]) || p[1] == '!' || p[1] == '?' || (p[1] == '/' && p + 2 < end);
}

/* False when the markup makes no token. */
static bool
markup_read(struct tokenizer *t, struct token *token)
{
	const char *p = t->next;

	if (p[1] == '!')
		return declaration_read(t, token);
	if (p[1] == '?') {
		bogus_comment_read(t, p + 1, token);
		return true;
	}
	if (p[1] != '/' || is_alpha(p[2]))
		return tag_read(t, token);
	if (p[2] == '>') {
		t->next = p + 3;
		return false;
	}
	bogus_comment_read(t, p + 2, token);
	return true;
}

/* Make the characters up to end a text token. */
static void
text_until(struct tokenizer *t, const char *end, struct token *token)
{
	token->kind = TOKEN_TEXT;
	token->text = (struct str){ t->next, (size_t)(end - t->next) };
	token->white = is_space(*t->next) && str_is_white(token->text);
	t->next = end;
}

/* The same where characters may have to be replaced. */
static void
unclean_until(struct tokenizer *t, const char *end, struct token *token, enum characters_in in)
{
	text_until(t, end, token);
	token->text = characters(t->arena, token->text, in);
	token->white = str_is_white(token->text);
}

static void
nul_read(struct tokenizer *t, struct token *token)
{
	token->kind = TOKEN_TEXT;
	token->nul = true;
	token->text = (struct str){ t->next, 1 };
	t->next++;
}

static bool
data_read(struct tokenizer *t, struct token *token)
{
	const char *p = t->next;
	bool clean = true;

	if (*p == '<' && is_markup(p, t->end))
		return markup_read(t, token);
	for (; (p = scan_four(p, t->end, '<', '&', '\r', '\0')) < t->end; p++) {
		if (*p == '\0' || (*p == '<' && is_markup(p, t->end)))
			break;
		clean = clean && *p == '<';
	}
	if (p == t->next)
		nul_read(t, token);
	else if (clean)
		text_until(t, p, token);
	else
		unclean_until(t, p, token, IN_TEXT);
	return true;
}

static bool
cdata_read(struct tokenizer *t, struct token *token)
{
	const char *p = scan_four(t->next, t->raw_end, '\0', '\0', '\0', '\0');

	if (t->next == t->raw_end) {
		t->next += STR("]]>").n;
		t->state = TOKENIZER_DATA;
		return false;
	}
	if (p > t->next)
		unclean_until(t, p, token, IN_RAW);
	else
		nul_read(t, token);
	return true;
}

/* Text whose end is known before its references are. */
static bool
raw_read(struct tokenizer *t, struct token *token)
{
	if (t->raw_end <= t->next)
		t->raw_end = raw_text_end(t);
	if (t->state == TOKENIZER_CDATA)
		return cdata_read(t, token);
	if (t->next < t->raw_end) {
		unclean_until(
		    t, t->raw_end, token, t->state == TOKENIZER_RCDATA ? IN_TEXT : IN_RAW);
		return true;
	}
	t->state = TOKENIZER_DATA;
	return tag_read(t, token);
}

/* Clear a token but for the text, which every kind sets, and what only doctypes have. */
static inline void
token_clear(struct token *token, uint32_t offset)
{
	token->offset = offset;
	token->tag = TAG_UNKNOWN;
	token->self_closing = token->force_quirks = token->white = token->nul = false;
	token->n_attrs = 0;
	token->attrs = NULL;
}

/* Any token, one after the other until one is made. */
static __attribute__((noinline)) void
token_read(struct tokenizer *t, struct token *token)
{
	bool made = false;

	while (!made && t->next < t->end) {
		token_clear(token, offset_of(t, t->next));
		made = t->state == TOKENIZER_DATA ? data_read(t, token) : raw_read(t, token);
	}
	if (!made)
		*token = (struct token){ TOKEN_EOF, .offset = offset_of(t, t->end) };
}

/* Most are start tags, for the builder takes text and end tags without one where it can. */
void
tokenizer_next(struct tokenizer *t, struct token *token)
{
	const char *p = t->next;

	if (t->state == TOKENIZER_DATA && t->end - p > 2 && *p == '<' &&
	    is_alpha(p[1 + (p[1] == '/')])) {
		token_clear(token, offset_of(t, p));
		if (tag_read(t, token))
			return;
	}
	token_read(t, token);
}

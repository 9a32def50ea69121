/* doctype_token.c - <!DOCTYPE name PUBLIC "..." "..."> (sections 13.2.5.53 to 13.2.5.68). */
#include "characters.h"
#include "markup.h"
#include "scan.h"

/* Skip whitespace; true when something other than the doctype's end follows. */
static bool
more(const char **p, const char *end)
{
	while (*p < end && is_space(**p))
		(*p)++;
	return *p < end && **p != '>';
}

static const char *
name_read(struct tokenizer *t, const char *p, struct token *token)
{
	const char *start = p;

	while (p < t->end && !is_space(*p) && *p != '>')
		p++;
	token->text = characters_name(t->arena, (struct str){ start, (size_t)(p - start) });
	return p;
}

/* Read the quoted identifier at p, which '>' and the end of the text cut short; then, and where
 * no quotation mark stands at p, the document is in quirks mode. */
static const char *
id_read(struct tokenizer *t, const char *p, struct token *token, struct str *id)
{
	const char *start = p + 1;

	token->force_quirks = true;
	if (p == t->end || (*p != '"' && *p != '\''))
		return p;
	p = scan_four(start, t->end, *p, '>', *p, '>');
	*id = characters(t->arena, (struct str){ start, (size_t)(p - start) }, IN_RAW);
	if (p == t->end || *p == '>')
		return p;
	token->force_quirks = false;
	return p + 1;
}

/* Read what follows the name; what makes no sense there is left to the caller. */
static const char *
ids_read(struct tokenizer *t, const char *p, struct token *token)
{
	struct str rest = { p, (size_t)(t->end - p) };
	bool is_public = str_starts_nocase(rest, STR("PUBLIC"));

	token->force_quirks = true;
	if (!is_public && !str_starts_nocase(rest, STR("SYSTEM")))
		return p;
	p += STR("PUBLIC").n;
	more(&p, t->end);
	if (is_public) {
		p = id_read(t, p, token, &token->public_id);
		if (token->force_quirks || !more(&p, t->end))
			return p;
	}
	return id_read(t, p, token, &token->system_id);
}

void
doctype_read(struct tokenizer *t, const char *p, struct token *token)
{
	token->kind = TOKEN_DOCTYPE;
	token->text = token->public_id = token->system_id = (struct str){ NULL, 0 };
	if (!more(&p, t->end)) {
		token->force_quirks = true;
	} else {
		p = name_read(t, p, token);
		if (more(&p, t->end))
			p = ids_read(t, p, token);
	}
	if (more(&p, t->end))
		p = scan_four(p, t->end, '>', '>', '>', '>');
	else if (p == t->end)
		token->force_quirks = true;
	t->next = p < t->end ? p + 1 : p;
}

/* declaration.c - what "<!" opens: comments, doctypes, CDATA sections (sections 13.2.5.41 to
 * 13.2.5.52). */
#include "characters.h"
#include "markup.h"
#include "scan.h"

/* Make a comment of the bytes from content to end. */
static void
comment(struct tokenizer *t, const char *content, const char *end, struct token *token)
{
	struct str raw = { content, (size_t)(end - content) };

	token->kind = TOKEN_COMMENT;
	token->text = characters(t->arena, raw, IN_RAW);
}

void
bogus_comment_read(struct tokenizer *t, const char *content, struct token *token)
{
	const char *p = scan_four(content, t->end, '>', '>', '>', '>');

	comment(t, content, p, token);
	t->next = p < t->end ? p + 1 : p;
}

/* Length of what closes a comment in content: "--" or "--!" at its end, or 0. */
static size_t
comment_close(struct str content)
{
	if (str_ends(content, STR("--")))
		return 2;
	return str_ends(content, STR("--!")) ? 3 : 0;
}

static void
comment_read(struct tokenizer *t, struct token *token)
{
	const char *content = t->next + STR("<!--").n, *p = content;
	struct str rest = { content, (size_t)(t->end - content) };
	size_t close;

	if (str_starts(rest, STR(">")) || str_starts(rest, STR("->"))) {
		comment(t, content, content, token);
		t->next = content + (*content == '>' ? 1 : 2);
		return;
	}
	for (;; p++) {
		p = scan_four(p, t->end, '>', '>', '>', '>');
		close = comment_close((struct str){ content, (size_t)(p - content) });
		if (p == t->end || close)
			break;
	}
	if (!close && p > content && p[-1] == '-')
		close = 1; /* the text ends in what might have become "-->" */
	comment(t, content, p - close, token);
	t->next = p < t->end ? p + 1 : p;
}

bool
declaration_read(struct tokenizer *t, struct token *token)
{
	struct str rest = { t->next, (size_t)(t->end - t->next) };

	if (str_starts(rest, STR("<!--"))) {
		comment_read(t, token);
	} else if (str_starts_nocase(rest, STR("<!doctype"))) {
		doctype_read(t, t->next + STR("<!doctype").n, token);
	} else if (t->in_foreign && str_starts(rest, STR("<![CDATA["))) {
		t->next += STR("<![CDATA[").n;
		t->state = TOKENIZER_CDATA;
		return false;
	} else {
		bogus_comment_read(t, t->next + STR("<!").n, token);
	}
	return true;
}

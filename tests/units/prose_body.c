/* prose_body.c - what is read of a body while it is built is what its tree says: passages,
 * their places, and what is counted. */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

#include "html/html.h"
#include "page/body.h"
#include "page/extract.h"
#include "page/prose_reader.h"
#include "tap.h"

/* What is made, and unmade, on the way. */
static const char *const bodies[] = {
	"<h1>One</h1><p>Two <b>three</b> four<p>five",
	"<p>a<a href=x><br></a></p><ul><li><p></p>b<div>c</div>d</ul>",
	"<p>a <a href=x></a><br>b <a href=x> </a>c<a href=x>d</a>",
	"<td><p><a href=y></a></p>alone<p>with <img src=a alt=A> <img alt=B> <img src=c>",
	"<pre>\n\na  b\n<b>c</b></pre>tail<code>code</code> <button>go</button>on",
	"<p>x<math><mi> a </mi><mo> + </mo></math>y <video src=v></video><video></video>z",
	"<table><colgroup><col><tr><td>1<td>2</table><blockquote>q<p>r</blockquote>s",
	"<p>\xE5\xB7\xA5\xE4\xBA\x8B \xE3\x81\x99 caf\xC3\xA9 \xD8\xB4\xD9\x8F\n\v more</p>",
};

static bool
same_passages(struct arena *a, const struct prose *x, const struct prose *y)
{
	bool same = x->n == y->n;

	for (size_t i = 0; same && i < x->n; i++) {
		const struct passage *p = &x->passages[i], *q = &y->passages[i];
		struct position at = prose_at(a, x, p), other = prose_at(a, y, q);

		same = p->kind == q->kind && str_eq(p->text, q->text) && p->words == q->words &&
		       p->link_words == q->link_words && p->code_words == q->code_words &&
		       at.line == other.line && at.column == other.column;
	}
	return same;
}

static bool
same_images(const struct prose_image *x, const struct prose_image *y)
{
	for (; x && y && str_eq(x->src, y->src) && str_eq(x->alt, y->alt); x = x->next)
		y = y->next;
	return !x && !y;
}

static bool
same(struct arena *a, const struct prose *x, const struct prose *y)
{
	return same_passages(a, x, y) && same_images(x->first_image, y->first_image) &&
	       x->words == y->words && x->links == y->links && x->images == y->images &&
	       x->embeds == y->embeds;
}

/* Read a page both ways. */
static bool
reads_alike(const struct rules *rules, struct str html)
{
	static const struct html_options options = { .charset = "UTF-8" };
	struct arena arena = { 0 }, unfinished = { 0 };
	struct html_document doc;
	struct page page;
	struct prose built, toured;
	struct prose_reader reader;
	struct body_sink sink = { .arena = &unfinished, .prose = &reader };
	bool alike;

	html_parse(&arena, html, &options, &doc);
	page_extract(&arena, &doc, rules, NULL, WANT_REGIONS | WANT_MAIN_ALONE, NULL, &page);
	prose_read(&arena, &page, &toured);
	alike = page_main(&page) != NULL;
	html_parse(&arena, html, &options, &doc);
	prose_begin(&reader, &arena, doc.text, &built);
	page_extract(&arena, &doc, rules, NULL, WANT_REGIONS | WANT_MAIN_ALONE | WANT_WORDS,
	    &sink, &page);
	alike = alike == (page.prose != NULL) && (!alike || same(&arena, &built, &toured));
	arena_free(&arena);
	arena_free(&unfinished);
	return alike;
}

static bool
file_reads_alike(const struct rules *rules, const char *name)
{
	FILE *f = fopen(name, "r");
	struct buffer bytes = { 0 };
	size_t n;
	bool alike;

	while (f && (n = fread(buffer_room(&bytes, 4096), 1, 4096, f)))
		bytes.n += n;
	alike = f && reads_alike(rules, buffer_str(&bytes));
	if (f)
		fclose(f);
	buffer_free(&bytes);
	return alike;
}

int
main(void)
{
	struct rules *rules = rules_new();
	glob_t files;

	for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++)
		ok(reads_alike(rules, str_of(bodies[i])), "body %zu", i);
	if (glob("tests/body/*.html", 0, NULL, &files) ||
	    glob("tests/page/*.html", GLOB_APPEND, NULL, &files))
		exit(2);
	for (size_t i = 0; i < files.gl_pathc; i++)
		ok(file_reads_alike(rules, files.gl_pathv[i]), "%s", files.gl_pathv[i]);
	globfree(&files);
	rules_free(rules);
	return tap_end();
}

/* passages.c - which languages the passages of a body are in. */
#include "passages.h"

#include <stdlib.h>

#include "../base/identify.h"
#include "../base/memory.h"
#include "claims.h"

enum { BODY = 16384 }; /* bytes of prose that are looked at as a whole */

void
passages_add(struct passages *s, size_t fragment, struct str prose, struct str lang)
{
	s->rows = x_grow(s->rows, &s->cap, s->n + 1, sizeof(*s->rows));
	s->rows[s->n++] = (struct passage){ fragment, s->text.n, prose.n, lang };
	buffer_add(&s->text, prose);
}

static struct str
text_of(const struct passages *s, const struct passage *row)
{
	return str_part(buffer_str(&s->text), row->from, row->from + row->n);
}

/* Words around which elements declare a language, less all others. */
static int64_t
lead_of(const struct passages *s, const struct fragments *p, struct str lang)
{
	int64_t lead = 0;

	for (size_t i = 0; i < s->n; i++) {
		int64_t words = p->rows[s->rows[i].fragment].words;

		lead += str_eq_nocase(lang, s->rows[i].lang) ? words : -words;
	}
	return lead;
}

/* The language that elements around more than half of the words declare. */
static struct str
find_declared(const struct passages *s, const struct fragments *p)
{
	struct str lang = { 0 };
	int64_t lead = 0;

	for (size_t i = 0; i < s->n; i++) { /* Boyer and Moore's vote */
		int64_t words = p->rows[s->rows[i].fragment].words;

		if (str_eq_nocase(lang, s->rows[i].lang)) {
			lead += words;
		} else if (lead >= words) {
			lead -= words;
		} else {
			lang = s->rows[i].lang;
			lead = words - lead;
		}
	}
	return lead_of(s, p, lang) > 0 ? lang : (struct str){ 0 };
}

/* Set apart what is quoted: it declares a language that neither the page nor most of it does.
 */
static void
find_quotations(const struct passages *s, struct str tag, struct fragments *p)
{
	for (size_t i = 0; i < s->n; i++) {
		struct fragment *row = &p->rows[s->rows[i].fragment];
		struct str lang = s->rows[i].lang;

		if (lang.n && !same_language(lang, tag) && !same_language(lang, p->declared))
			row->flags |= FRAGMENT_QUOTED;
		else
			p->words += row->words;
	}
}

static bool
is_quoted(const struct fragments *p, const struct passage *row)
{
	return p->rows[row->fragment].flags & FRAGMENT_QUOTED;
}

/* The language of all passages together. */
static uint16_t
identify_all(const struct passages *s, const struct fragments *p, struct str tag)
{
	struct buffer body = { 0 };
	uint16_t language;

	for (size_t i = 0; i < s->n && body.n < BODY; i++) {
		if (is_quoted(p, &s->rows[i]))
			continue;
		buffer_add(&body, text_of(s, &s->rows[i]));
		buffer_char(&body, '\n');
	}
	language = identify_prose(str_part(buffer_str(&body), 0, BODY), tag);
	buffer_free(&body);
	return language;
}

void
passages_identify(const struct passages *s, struct str tag, struct fragments *p)
{
	p->declared = find_declared(s, p);
	find_quotations(s, tag, p);
	if (!tag.p)
		tag = p->declared;
	p->language = identify_all(s, p, tag);
	if (!tag.p)
		tag = str_of(identified_tag(p->language));
	for (size_t i = 0; i < s->n; i++)
		if (!is_quoted(p, &s->rows[i]))
			p->rows[s->rows[i].fragment].language =
			    identify_prose(text_of(s, &s->rows[i]), tag);
}

void
passages_free(struct passages *s)
{
	buffer_free(&s->text);
	free(s->rows);
	*s = (struct passages){ 0 };
}

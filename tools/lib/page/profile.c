/* profile.c - what is known of a site. */
#include "profile.h"

#include "fingerprint.h"
#include "fold.h"
#include "metadata.h"

/* What is left of a text without the signs that part it from its neighbours. */
static struct str
words_in(struct str text)
{
	while (text.n && !is_word_byte(text.p[0]))
		text = str_part(text, 1, text.n);
	while (text.n && !is_word_byte(text.p[text.n - 1]))
		text.n--;
	return text;
}

void
profile_add_text(struct profile *p, struct str text, uint32_t pages)
{
	if (!seen_add(&p->arena, &p->fingerprints, text_fingerprint(text)))
		return;
	p->longest = text.n > p->longest ? text.n : p->longest;
	if (p->n_texts == p->texts_cap) {
		size_t old = p->texts_cap * sizeof(*p->texts);

		p->texts_cap = p->texts_cap ? 2 * p->texts_cap : 64;
		p->texts =
		    arena_grow(&p->arena, p->texts, old, p->texts_cap * sizeof(*p->texts));
	}
	text = arena_str(&p->arena, text);
	seen_add(&p->arena, &p->words, text_fingerprint(words_in(text)));
	p->texts[p->n_texts++] = (struct template_text){ fold(&p->arena, text), pages, false };
}

void
profile_add_name(struct profile *p, struct str name)
{
	size_t old = (p->n_names + 1) * sizeof(*p->names);

	name = fold(&p->arena, arena_str(&p->arena, name));
	if (p->names && title_is_one_of(name, p->names))
		return;
	p->names = arena_grow(&p->arena, p->names, p->names ? old : 0, old + sizeof(*p->names));
	p->names[p->n_names++] = name;
	p->names[p->n_names] = (struct str){ 0 };
}

void
profile_close(struct profile *p, uint64_t fingerprint)
{
	seen_add(&p->arena, &p->closing, fingerprint);
	for (uint32_t i = 0; i < p->n_texts; i++)
		if (text_fingerprint(p->texts[i].text) == fingerprint)
			p->texts[i].closes = true;
}

bool
profile_has_text(const struct profile *p, uint64_t fingerprint)
{
	return seen_has(&p->fingerprints, fingerprint);
}

bool
profile_has(const struct profile *p, struct str text)
{
	uint64_t fingerprint = text_fingerprint_within(text, p->longest);

	return fingerprint && profile_has_text(p, fingerprint);
}

bool
profile_has_words(const struct profile *p, struct str text)
{
	return seen_has(&p->words, text_fingerprint(words_in(text)));
}

struct known_body *
profile_add_body(struct profile *p)
{
	size_t old = p->n_bodies * sizeof(*p->bodies);

	p->bodies = arena_grow(&p->arena, p->bodies, old, old + sizeof(*p->bodies));
	p->bodies[p->n_bodies] = (struct known_body){ 0 };
	return &p->bodies[p->n_bodies++];
}

void
profile_add_region(struct profile *p, const struct known_region *region)
{
	if (p->n_regions == p->regions_cap) {
		size_t old = p->regions_cap * sizeof(*p->regions);

		p->regions_cap = p->regions_cap ? 2 * p->regions_cap : 8;
		p->regions = arena_grow(
		    &p->arena, p->regions, old, p->regions_cap * sizeof(*p->regions));
	}
	p->regions[p->n_regions++] = *region;
}

/* The bytes of a block's texts, white space at the ends of each aside. */
static size_t
bytes_of(const struct blocks *b, const struct block *block)
{
	size_t all = 0;

	for (const struct html_node *n = block->node; n; n = html_next(n, block->node))
		if (n->kind == HTML_TEXT && block_around(b, n)->counts)
			all += str_trim(n->text).n;
	return all;
}

/* Texts are looked at until those that the template has, or has not, are half of all. */
bool
profile_repeats(const struct profile *p, const struct blocks *b, const struct block *block)
{
	size_t all = bytes_of(b, block), repeated = 0, other = 0;
	const struct html_node *n = block->node;

	for (; n && other * 2 < all; n = html_next(n, block->node)) {
		struct str text;

		if (n->kind != HTML_TEXT || !block_around(b, n)->counts)
			continue;
		text = str_trim(n->text);
		if (text.n && profile_has(p, text))
			repeated += text.n;
		else
			other += text.n;
		if (repeated * 2 > all)
			return true;
	}
	return false;
}

bool
profile_repeats_all(const struct profile *p, const struct blocks *b, const struct block *block)
{
	for (const struct html_node *n = block->node; n; n = html_next(n, block->node)) {
		const struct block *around = n->kind == HTML_TEXT ? block_around(b, n) : NULL;
		struct str text;

		if (!around || !around->counts || around->in_link)
			continue;
		text = str_trim(n->text);
		if (!is_blank(n) && !profile_has(p, text))
			return false;
	}
	return true;
}

void
profile_free(struct profile *p)
{
	arena_free(&p->arena);
}

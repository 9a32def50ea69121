/* shingles.c - words hash alike wherever they stand in a text, and in either letter case. */
#include "stubs/words.h"

#include "base/buffer.h"
#include "tap.h"

/* Words that are the same, and no other. */
static const char *const words[][2] = {
	{ "a", "A" },
	{ "word", "WORD" },
	{ "eightlet", "EightLet" },
	{ "ninechars", "NINEchars" },
	{ "sixteencharacter", "SIXTEENcharacter" },
	{ "seventeencharacte", "SEVENTEENcharacte" },
	{ "donaudampfschifffahrtsgesellschaft", "DONAUDAMPFSCHIFFFAHRTSGESELLSCHAFT" },
	{ "größe", "GRÖßE" },
	{ "überaus", "ÜBERAUS" },
	{ "стройка", "СТРОЙКА" },
	{ "ξανά", "ΞΑΝΆ" },
	{ "žluťoučký", "ŽLUŤOUČKÝ" },
	{ "việt", "VIỆT" },
	{ "קטן", "קטן" },
	{ "كتاب", "كتاب" },
	{ "한국어", "한국어" },
	{ "longerthansixtythreebytesandsoreadinpiecesofwhicheachissaidtobeaword",
	    "LONGERTHANSIXTYTHREEBYTESANDSOREADINPIECESOFWHICHEACHISSAIDTOBEAWORD" },
	{ "превысокомногорассмотрительствующий", "ПРЕВЫСОКОМНОГОРАССМОТРИТЕЛЬСТВУЮЩИЙ" },
	{ "4711", "4711" },
	{ "工", "工" },
	{ "ก", "ก" },
};

enum { WORDS = sizeof(words) / sizeof(*words), PLACES = 150 };

static uint64_t
hash_at(struct buffer *text, const char *word, int place, const char *after)
{
	text->n = 0;
	for (int i = 0; i < place; i++)
		buffer_char(text, i % 3 ? ' ' : '-');
	buffer_add(text, str_of(word));
	buffer_add(text, str_of(after));
	return words_hash(buffer_str(text));
}

int
main(void)
{
	struct buffer text = { 0 };
	uint64_t hashes[WORDS];
	bool differ = true;

	for (unsigned i = 0; i < WORDS; i++) {
		bool same = true;

		hashes[i] = words_hash(str_of(words[i][0]));
		for (int place = 0; place < PLACES; place++)
			same &= hash_at(&text, words[i][0], place, "") == hashes[i] &&
			        hash_at(&text, words[i][1], place, " ") == hashes[i] &&
			        hash_at(&text, words[i][1], place, "\u2014") == hashes[i] &&
			        hash_at(&text, words[i][0], place, "@{[`/:") == hashes[i];
		ok(same && hashes[i], "%s", words[i][0]);
		for (unsigned j = 0; j < i; j++)
			differ &= hashes[i] != hashes[j];
	}
	ok(differ, "other words hash otherwise");
	ok(words_hash(STR(" -\u2014\xff ")) == 0, "no words at all");
	ok(words_hash(STR("工事")) != hashes[WORDS - 2], "ideographs stand alone");
	buffer_free(&text);
	return tap_end();
}

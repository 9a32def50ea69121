/* identify.c - which language a text is in. */
#include "identify.h"

#include <stdlib.h>
#include <unicode/uscript.h>

#include "buffer.h"
#include "cld.h"
#include "letters.h"
#include "utf8.h"

enum {
	LEAST_LETTERS = 20,
	LEAST_PERCENT = 80, /* of a text that is said to be in one language */
	SURE_WORDS = 10,    /* of a label, whose English needs no small word to be one */
};

/* The words that filler text is made of, by bytes: the passage of Cicero that printers cut up,
 * and what generators of it add. */
static const char *const filler_words[] = { "ac", "accumsan", "accusam", "ad", "adipiscing",
	"adipisicing", "aenean", "aliqua", "aliquam", "aliquet", "aliquip", "aliquyam", "amet",
	"anim", "ante", "arcu", "at", "auctor", "augue", "aute", "bibendum", "blandit",
	"cillum", "clita", "commodo", "condimentum", "congue", "consectetuer", "consectetur",
	"consequat", "consetetur", "convallis", "cras", "culpa", "cupidatat", "curabitur",
	"cursus", "dapibus", "deserunt", "diam", "dictum", "dignissim", "do", "dolor", "dolore",
	"dolores", "donec", "dui", "duis", "ea", "egestas", "eget", "eirmod", "eiusmod",
	"eleifend", "elementum", "elit", "elitr", "enim", "eos", "erat", "eros", "esse", "est",
	"et", "etiam", "eu", "euismod", "ex", "excepteur", "exercitation", "facilisi",
	"facilisis", "faucibus", "felis", "fermentum", "feugiat", "finibus", "fringilla",
	"fugiat", "fusce", "gravida", "gubergren", "habitant", "habitasse", "hendrerit",
	"iaculis", "id", "imperdiet", "in", "incididunt", "integer", "interdum", "invidunt",
	"ipsum", "irure", "justo", "kasd", "labore", "laboris", "laborum", "lacinia", "lacus",
	"laoreet", "lectus", "leo", "libero", "ligula", "lobortis", "lorem", "luctus",
	"maecenas", "magna", "magnis", "malesuada", "massa", "mattis", "mauris", "maximus",
	"metus", "mi", "minim", "molestie", "mollis", "mollit", "montes", "morbi", "nam",
	"nascetur", "natoque", "nec", "neque", "netus", "nibh", "nisi", "nisl", "non", "nonumy",
	"nostrud", "nulla", "nullam", "nunc", "occaecat", "odio", "officia", "orci", "ornare",
	"pariatur", "parturient", "pede", "pellentesque", "penatibus", "pharetra", "phasellus",
	"placerat", "porta", "porttitor", "posuere", "praesent", "pretium", "proident", "proin",
	"pulvinar", "purus", "quam", "qui", "quis", "quisque", "rebum", "reprehenderit",
	"rhoncus", "ridiculus", "risus", "rutrum", "sadipscing", "sagittis", "sanctus",
	"sapien", "scelerisque", "sed", "sem", "semper", "senectus", "sint", "sit", "sociis",
	"sollicitudin", "stet", "sunt", "suscipit", "suspendisse", "takimata", "tellus",
	"tempor", "tempus", "tincidunt", "tortor", "tristique", "turpis", "ullamco",
	"ullamcorper", "ultrices", "ultricies", "urna", "ut", "varius", "vehicula", "vel",
	"velit", "venenatis", "veniam", "vero", "vestibulum", "vitae", "vivamus", "viverra",
	"voluptate", "voluptua", "volutpat", "vulputate" };

/* What a word is made of. */
struct word {
	struct str text;     /* between white space */
	struct str letters;  /* from the first letter to the last */
	uint32_t weight;     /* its letters, counted as identify.h has it */
	uint32_t ideographs; /* letters of it that count more than one */
	bool is_code;        /* holds what words of prose do not */
	bool is_capital;     /* starts with one */
	bool is_lower;       /* starts with a small letter */
	bool ends_sentence;
};

static uint32_t
weight_of(uint32_t cp)
{
	UErrorCode error = U_ZERO_ERROR;

	if (!is_letter(cp))
		return 0;
	if (cp < 0x1100)
		return 1;
	switch (uscript_getScript((UChar32)cp, &error)) {
	case USCRIPT_HANGUL:
	case USCRIPT_HIRAGANA:
	case USCRIPT_KATAKANA: return 3;
	case USCRIPT_HAN: return 2;
	default: return 1;
	}
}

/* Signs that stand in code, paths and addresses; a stop or colon only between letters. */
static bool
is_code_sign(uint32_t cp)
{
	return cp < 0x80 &&
	       (is_digit((char)cp) || (cp && strchr("_/\\@=<>{}$#|~^*+%", (int)cp)));
}

static bool
is_sentence_end(uint32_t cp)
{
	return (cp < 0x80 && cp && strchr(".!?:;", (int)cp)) || cp == 0x2026 || cp == 0x3002 ||
	       cp == 0xFF01 || cp == 0xFF1F || cp == 0xFF1A;
}

/* Read one code point of a word into what is known of it. */
static void
word_add(struct word *w, const char *at, size_t n, uint32_t cp)
{
	bool joins = w->letters.n && w->ends_sentence; /* as in "file.txt" */
	uint32_t weight = weight_of(cp);

	if (is_code_sign(cp) || (weight && joins) || (cp == '-' && !w->letters.n))
		w->is_code = true;
	if (!weight) {
		w->ends_sentence =
		    is_sentence_end(cp) || (w->ends_sentence && !w->is_code && cp != ',');
		return;
	}
	if (!w->letters.n) {
		w->letters.p = at;
		w->is_capital = is_capital(cp);
		w->is_lower = is_small(cp);
	} else if (is_capital(cp) && w->letters.p + w->letters.n == at) { /* "iPhone", "NASA" */
		w->is_code = true;
	}
	w->letters.n = (size_t)(at + n - w->letters.p);
	w->weight += weight;
	w->ideographs += weight > 1;
	w->ends_sentence = false;
}

/* Take the next word off *rest; false when none is left. */
static bool
next_word(struct str *rest, struct word *w)
{
	const char *end = rest->p + rest->n, *p = rest->p;
	uint32_t cp;

	*w = (struct word){ 0 };
	while (p < end) {
		size_t n = utf8_read(p, end, &cp);

		if (!is_white_space(cp)) {
			if (!w->text.p)
				w->text.p = p;
			word_add(w, p, n, cp);
		} else if (w->text.p) {
			break;
		}
		p += n;
	}
	w->text.n = w->text.p ? (size_t)(p - w->text.p) : 0;
	*rest = (struct str){ p, (size_t)(end - p) };
	return w->text.p != NULL;
}

static int
compare_filler(const void *key, const void *row)
{
	const struct str *s = key;
	const char *known = *(const char *const *)row;

	for (size_t i = 0; i < s->n; i++)
		if (to_lower(s->p[i]) != known[i])
			return (unsigned char)to_lower(s->p[i]) < (unsigned char)known[i] ? -1
			                                                                  : 1;
	return known[s->n] ? -1 : 0;
}

static bool
is_filler_word(struct str word)
{
	return bsearch(&word, filler_words, sizeof(filler_words) / sizeof(*filler_words),
		   sizeof(*filler_words), compare_filler) != NULL;
}

bool
is_filler(struct str text)
{
	uint32_t words = 0, filler = 0;
	struct word w;

	while (next_word(&text, &w)) {
		words += w.weight > 0;
		filler += w.weight > 0 && is_filler_word(w.letters);
	}
	return filler >= 3 && 10 * filler >= 6 * words;
}

uint32_t
words_of(struct str text)
{
	uint32_t words = 0;
	struct word w;

	while (next_word(&text, &w))
		words += w.ideographs > 2 ? w.ideographs / 2 : w.weight > 0;
	return words;
}

/* The language subtag of a tag, which paths may write with underscores. */
static struct str
primary_of(struct str tag)
{
	size_t n = 0;

	while (n < tag.n && is_alpha(tag.p[n]))
		n++;
	return str_part(tag, 0, n);
}

/* Codes of libcld2 that are not those of BCP 47 (any more). */
static const char *const renamed[][2] = {
	{ "iw", "he" },
	{ "jw", "jv" },
	{ "tl", "fil" },
	{ "mo", "ro" },
	{ "no", "nb" },
	{ "sr-ME", "sr" },
};

/* Chinese in traditional characters, by its script or where it is spoken. */
static bool
is_traditional(struct str tag)
{
	static const char *const parts[] = { "Hant", "TW", "HK", "MO" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (tag.n > 3 &&
		    str_eq_nocase(str_part(tag, 3, 3 + strlen(parts[i])), str_of(parts[i])))
			return true;
	return false;
}

/* The code that libcld2 has for a tag's language, written to code; NULL for an absent tag. */
static const char *
code_of(struct str tag, char *code, size_t size)
{
	struct str primary = primary_of(tag);

	if (!primary.n || primary.n >= size)
		return NULL;
	if (str_eq_nocase(primary, STR("zh")) && is_traditional(tag))
		return "zh-Hant";
	memcpy(code, primary.p, primary.n);
	code[primary.n] = '\0';
	for (size_t i = 0; i < sizeof(renamed) / sizeof(*renamed); i++)
		if (str_eq_nocase(primary, str_of(renamed[i][1])))
			return renamed[i][0];
	return code;
}

static uint16_t
guess(const struct buffer *text, uint32_t letters, struct str tag)
{
	struct cld_guess g;
	char hint[16];

	if (letters < LEAST_LETTERS || text->n > INT32_MAX)
		return 0;
	g = cld_guess(text->data, text->n, code_of(tag, hint, sizeof(hint)));
	return g.reliable && g.percent >= LEAST_PERCENT ? g.language : 0;
}

static void
add_word(struct buffer *text, struct str word)
{
	buffer_add(text, word);
	buffer_char(text, ' ');
}

uint16_t
identify_prose(struct str text, struct str tag)
{
	struct str rest = text;
	struct buffer kept = { 0 };
	uint32_t letters = 0;
	bool starts = true;
	uint16_t language;
	struct word w;

	while (next_word(&rest, &w)) {
		if (!w.is_code && (starts || !w.is_capital)) {
			add_word(&kept, w.text);
			letters += w.weight;
		}
		starts = w.ends_sentence || (starts && !w.weight);
	}
	language = is_filler(text) ? 0 : guess(&kept, letters, tag);
	buffer_free(&kept);
	return language;
}

/* Small words of English that other languages do not write. */
static const char *const english_words[] = { "all", "and", "are", "by", "for", "from", "how",
	"if", "is", "it", "not", "of", "our", "that", "the", "this", "to", "we", "what", "when",
	"where", "which", "who", "why", "with", "you", "your" };

/* True where libcld2 is not to be believed: words of Latin that many languages have in common
 * are English to it, as in "Transformation récursive". */
static bool
is_false_english(uint16_t language, struct str text)
{
	struct str rest = text;
	uint32_t words = 0;
	struct word w;

	if (!language || strcmp(cld_code(language), "en") != 0)
		return false;
	for (; next_word(&rest, &w); words++)
		for (size_t i = 0; i < sizeof(english_words) / sizeof(*english_words); i++)
			if (str_eq_nocase(w.letters, str_of(english_words[i])))
				return false;
	return words < SURE_WORDS;
}

uint16_t
identify_label(struct str label, struct str tag)
{
	bool has_case = false, has_lower = false;
	struct str rest = label;
	struct buffer kept = { 0 };
	uint32_t letters = 0;
	uint16_t language;
	struct word w;

	while (next_word(&rest, &w)) {
		if (w.is_code)
			continue;
		has_case |= w.is_capital || w.is_lower;
		has_lower |= kept.n > 0 && w.is_lower && w.weight > 1;
		add_word(&kept, w.text);
		letters += w.weight;
	}
	language =
	    (has_case && !has_lower) || is_filler(label) ? 0 : guess(&kept, letters, tag);
	buffer_free(&kept);
	return is_false_english(language, label) ? 0 : language;
}

const char *
identified_tag(uint16_t language)
{
	const char *code = language ? cld_code(language) : "";

	for (size_t i = 0; i < sizeof(renamed) / sizeof(*renamed); i++)
		if (strcmp(code, renamed[i][0]) == 0)
			return renamed[i][1];
	return code;
}

/* Primary languages that are one to this identifier: written alike, or by the same name. */
static const char *const alike[][5] = {
	{ "nb", "no", "nn", "da", NULL },
	{ "hr", "bs", "sr", "sh", "cnr" },
	{ "id", "ms", NULL, NULL, NULL },
	{ "fil", "tl", NULL, NULL, NULL },
	{ "he", "iw", NULL, NULL, NULL },
	{ "jv", "jw", NULL, NULL, NULL },
	{ "ro", "mo", NULL, NULL, NULL },
	{ "zh", "cmn", "yue", "lzh", NULL },
	{ "fa", "prs", NULL, NULL, NULL },
	{ "ar", "arb", "ary", "arz", NULL },
	{ "cs", "sk", NULL, NULL, NULL },
	{ "gl", "pt", NULL, NULL, NULL },
	{ "gl", "es", NULL, NULL, NULL },
};

static bool
row_has(const char *const row[static 5], struct str primary)
{
	for (size_t i = 0; i < 5 && row[i]; i++)
		if (str_eq_nocase(primary, str_of(row[i])))
			return true;
	return false;
}

bool
identified_may_be(uint16_t language, struct str tag)
{
	struct str found = primary_of(str_of(identified_tag(language)));
	struct str wanted = primary_of(tag);

	if (str_eq_nocase(found, wanted))
		return true;
	for (size_t i = 0; i < sizeof(alike) / sizeof(*alike); i++)
		if (row_has(alike[i], found) && row_has(alike[i], wanted))
			return true;
	return false;
}

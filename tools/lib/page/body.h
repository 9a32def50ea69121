/* body.h - the body as normalised XHTML: structure kept, presentation gone.
 *
 * schemas/body.xsd says what may occur. Cleaning what is clean changes nothing. */
#ifndef PAGE_BODY_H
#define PAGE_BODY_H

#include "../html/position.h"
#include "blocks.h"
#include "count.h"
#include "regions.h"

struct prose_reader;

/* Who gets a body in pieces, in document order, instead of its tree. Nodes last no longer than
 * the call; what an element stands in is known, and not what stood before it there. Or who
 * hears it as prose, piece by piece too: then elements have no attributes but those of
 * resources, and a data-at without a value, for which their offsets stand. */
struct body_sink {
	struct arena *arena;        /* for what is not finished yet */
	struct prose_reader *prose; /* or NULL: the rest is for this */
	void *context;
	void (*open)(void *context, const struct html_node *e);  /* something is in it */
	void (*write)(void *context, const struct html_node *n); /* with all that is in it */
	void (*close)(void *context, const struct html_node *e);
};

/* Build main's tree: a HTML_DOCUMENT node with the body's children; NULL where there is a sink.
 * Where another region was cut out of main a cut element names it, so regions must have their
 * ids. Elements nest at most 200 deep: what lies deeper is flattened. tally: the words that
 * tally_main() of the tree would count are added, unless it is NULL. */
struct html_node *body_build(struct arena *a, const struct blocks *b, const struct regions *r,
    struct position_finder *where, struct tally *tally, const struct body_sink *sink);

/* Take out what only a page line needs: the cuts with what they leave empty, and the positions
 * of elements. */
void body_strip(struct html_node *body);

/* body_elements.c: what becomes of an element in a body. */
enum fate {
	FATE_UNWRAP, /* a border between blocks; its content stays */
	FATE_INLINE, /* kept, phrasing content; inline borders are no word borders */
	FATE_MELT,   /* phrasing content that says nothing: its content stays */
	FATE_VOID,   /* kept, phrasing content without text: img, br */
	FATE_LINE,   /* kept, holds phrasing content only: p, h1, pre */
	FATE_FLOW,   /* kept, holds anything, words too: li, td */
	FATE_BLOCK,  /* kept, words in it need a paragraph: blockquote */
	FATE_LIST,   /* kept, holds only its own kind of children: ul, table, tr */
	FATE_DROP,   /* neither it nor its content */
};

enum { RULE_ATTRIBUTES = 8 };

struct element_rule {
	uint16_t becomes; /* as kept */
	uint8_t fate;
	uint16_t within[3];              /* parents it may stand in, 0-ended; none: anywhere */
	uint16_t attrs[RULE_ATTRIBUTES]; /* kept besides id, lang, dir and title, 0-ended */
};

/* Those of HTML elements by their tags; others have becomes 0. */
extern const struct element_rule element_rules[N_TAGS];

/* The rule for an element; unknown ones melt or unwrap as is_phrasing() has it. */
const struct element_rule *element_rule(const struct html_node *e);

/* The same for that of a block, mostly without a look at the element. */
static inline const struct element_rule *
block_rule(const struct block *b)
{
	if (b->tag < N_TAGS && b->tag != TAG_A && b->tag != TAG_TABLE &&
	    element_rules[b->tag].becomes)
		return &element_rules[b->tag];
	return element_rule(b->node);
}

/* The rules for what would melt or unwrap but says the language or direction of its content. */
extern const struct element_rule wrapper_span, wrapper_div;

/* True for an element of a body that stands among words, as it was kept or made to be. */
bool is_phrase(const struct html_node *e);

/* True for an element of a body that may have nothing in it: a cell, or one that shows a
 * resource. */
bool may_be_empty(const struct html_node *e);

/* body_attributes.c: language and direction where an element stands. */
struct speech {
	struct str lang; /* canonical BCP 47; absent: unknown */
	struct str dir;  /* "ltr", "rtl" or "auto" */
};

/* What an element declares; what it does not is as in around. A language that is not valid is
 * read as far as it is: "en_GB" as en-GB, "en-UK" as en. */
const struct speech *declared_speech(
    struct arena *a, const struct html_node *e, const struct speech *around);
static inline const struct speech *
speech_of(struct arena *a, const struct html_node *e, const struct speech *around)
{
	return element_has(e) & HAS_SPEECH ? declared_speech(a, e, around) : around;
}

/* Put the attributes of a copy into attrs and return how many there are: its id and what e
 * keeps by its rule, in the order id, lang, dir, title and the rule's: each value as HTML has
 * it (numbers by 2.3.4 and the limits of 4.9.11, keywords in lower case), no address that would
 * run a script, no language that it has anyway.
 * An image that waits for a script to load has the address that the script would load; a pre
 * has the class "language-NAME" where any of the usual marks on it or around it says the
 * language. There is room for one more attribute. */
enum { ATTRIBUTES = 4 + RULE_ATTRIBUTES + 1 };
uint32_t copy_attributes(struct arena *a, const struct html_node *e,
    const struct element_rule *rule, struct str id, const struct speech *around,
    struct html_attr attrs[static ATTRIBUTES]);

/* Give a copy of a MathML element its attributes but for style, scripts and namespaces. */
void copy_math_attributes(struct arena *a, const struct html_node *e, struct html_node *copy);

/* True for an address that is a program: javascript: and its like. */
bool runs_script(struct str address);

#endif

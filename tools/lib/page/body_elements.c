/* body_elements.c - what becomes of each HTML element in a normalised body. */
#include "body.h"

#include <stdio.h>

#include "../base/language.h"
#include "count.h"

/* By tag as found; the ones not named here melt or unwrap. */
static const struct element_rule rules[N_TAGS] = {
	[TAG_P] = { TAG_P, FATE_LINE, { 0 }, { 0 } },
	[TAG_H1] = { TAG_H1, FATE_LINE, { 0 }, { 0 } },
	[TAG_H2] = { TAG_H2, FATE_LINE, { 0 }, { 0 } },
	[TAG_H3] = { TAG_H3, FATE_LINE, { 0 }, { 0 } },
	[TAG_H4] = { TAG_H4, FATE_LINE, { 0 }, { 0 } },
	[TAG_H5] = { TAG_H5, FATE_LINE, { 0 }, { 0 } },
	[TAG_H6] = { TAG_H6, FATE_LINE, { 0 }, { 0 } },
	[TAG_PRE] = { TAG_PRE, FATE_LINE, { 0 }, { 0 } },
	[TAG_LISTING] = { TAG_PRE, FATE_LINE, { 0 }, { 0 } },
	[TAG_XMP] = { TAG_PRE, FATE_LINE, { 0 }, { 0 } },
	[TAG_PLAINTEXT] = { TAG_PRE, FATE_LINE, { 0 }, { 0 } },
	[TAG_BLOCKQUOTE] = { TAG_BLOCKQUOTE, FATE_BLOCK, { 0 }, { ATTR_CITE } },
	[TAG_FIGURE] = { TAG_FIGURE, FATE_FLOW, { 0 }, { 0 } },
	[TAG_FIGCAPTION] = { TAG_FIGCAPTION, FATE_FLOW, { TAG_FIGURE }, { 0 } },
	[TAG_DETAILS] = { TAG_DETAILS, FATE_FLOW, { 0 }, { 0 } },
	[TAG_SUMMARY] = { TAG_SUMMARY, FATE_LINE, { TAG_DETAILS }, { 0 } },
	[TAG_ADDRESS] = { TAG_ADDRESS, FATE_FLOW, { 0 }, { 0 } },
	[TAG_HR] = { TAG_HR, FATE_FLOW, { 0 }, { 0 } },

	[TAG_TABLE] = { TAG_TABLE, FATE_LIST, { 0 }, { 0 } },
	[TAG_CAPTION] = { TAG_CAPTION, FATE_FLOW, { TAG_TABLE }, { 0 } },
	[TAG_COLGROUP] = { TAG_COLGROUP, FATE_LIST, { TAG_TABLE }, { ATTR_SPAN } },
	[TAG_COL] = { TAG_COL, FATE_LIST, { TAG_COLGROUP }, { ATTR_SPAN } },
	[TAG_THEAD] = { TAG_THEAD, FATE_LIST, { TAG_TABLE }, { 0 } },
	[TAG_TBODY] = { TAG_TBODY, FATE_LIST, { TAG_TABLE }, { 0 } },
	[TAG_TFOOT] = { TAG_TFOOT, FATE_LIST, { TAG_TABLE }, { 0 } },
	[TAG_TR] = { TAG_TR, FATE_LIST, { TAG_THEAD, TAG_TBODY, TAG_TFOOT }, { 0 } },
	[TAG_TD] = { TAG_TD, FATE_FLOW, { TAG_TR },
	    { ATTR_COLSPAN, ATTR_ROWSPAN, ATTR_HEADERS } },
	[TAG_TH] = { TAG_TH, FATE_FLOW, { TAG_TR },
	    { ATTR_COLSPAN, ATTR_ROWSPAN, ATTR_HEADERS, ATTR_SCOPE, ATTR_ABBR } },

	[TAG_UL] = { TAG_UL, FATE_LIST, { 0 }, { 0 } },
	[TAG_MENU] = { TAG_UL, FATE_LIST, { 0 }, { 0 } },
	[TAG_DIR] = { TAG_UL, FATE_LIST, { 0 }, { 0 } },
	[TAG_OL] = { TAG_OL, FATE_LIST, { 0 }, { ATTR_START, ATTR_REVERSED } },
	[TAG_LI] = { TAG_LI, FATE_FLOW, { TAG_UL, TAG_OL }, { ATTR_VALUE } },
	[TAG_DL] = { TAG_DL, FATE_LIST, { 0 }, { 0 } },
	[TAG_DT] = { TAG_DT, FATE_FLOW, { TAG_DL }, { 0 } },
	[TAG_DD] = { TAG_DD, FATE_FLOW, { TAG_DL }, { 0 } },

	[TAG_A] = { TAG_A, FATE_INLINE, { 0 },
	    { ATTR_HREF, ATTR_HREFLANG, ATTR_REL, ATTR_TYPE, ATTR_DOWNLOAD } },
	[TAG_ABBR] = { TAG_ABBR, FATE_INLINE, { 0 }, { 0 } },
	[TAG_ACRONYM] = { TAG_ABBR, FATE_INLINE, { 0 }, { 0 } },
	[TAG_B] = { TAG_B, FATE_INLINE, { 0 }, { 0 } },
	[TAG_BDI] = { TAG_BDI, FATE_INLINE, { 0 }, { 0 } },
	[TAG_BDO] = { TAG_BDO, FATE_INLINE, { 0 }, { 0 } },
	[TAG_CITE] = { TAG_CITE, FATE_INLINE, { 0 }, { 0 } },
	[TAG_CODE] = { TAG_CODE, FATE_INLINE, { 0 }, { 0 } },
	[TAG_TT] = { TAG_CODE, FATE_INLINE, { 0 }, { 0 } },
	[TAG_DATA] = { TAG_DATA, FATE_INLINE, { 0 }, { ATTR_VALUE } },
	[TAG_DEL] = { TAG_DEL, FATE_INLINE, { 0 }, { ATTR_CITE, ATTR_DATETIME } },
	[TAG_S] = { TAG_S, FATE_INLINE, { 0 }, { 0 } },
	[TAG_STRIKE] = { TAG_S, FATE_INLINE, { 0 }, { 0 } },
	[TAG_DFN] = { TAG_DFN, FATE_INLINE, { 0 }, { 0 } },
	[TAG_EM] = { TAG_EM, FATE_INLINE, { 0 }, { 0 } },
	[TAG_I] = { TAG_I, FATE_INLINE, { 0 }, { 0 } },
	[TAG_INS] = { TAG_INS, FATE_INLINE, { 0 }, { ATTR_CITE, ATTR_DATETIME } },
	[TAG_KBD] = { TAG_KBD, FATE_INLINE, { 0 }, { 0 } },
	[TAG_MARK] = { TAG_MARK, FATE_INLINE, { 0 }, { 0 } },
	[TAG_Q] = { TAG_Q, FATE_INLINE, { 0 }, { ATTR_CITE } },
	[TAG_RUBY] = { TAG_RUBY, FATE_INLINE, { 0 }, { 0 } },
	[TAG_RT] = { TAG_RT, FATE_INLINE, { TAG_RUBY }, { 0 } },
	[TAG_RP] = { TAG_RP, FATE_INLINE, { TAG_RUBY }, { 0 } },
	[TAG_SAMP] = { TAG_SAMP, FATE_INLINE, { 0 }, { 0 } },
	[TAG_SMALL] = { TAG_SMALL, FATE_INLINE, { 0 }, { 0 } },
	[TAG_STRONG] = { TAG_STRONG, FATE_INLINE, { 0 }, { 0 } },
	[TAG_SUB] = { TAG_SUB, FATE_INLINE, { 0 }, { 0 } },
	[TAG_SUP] = { TAG_SUP, FATE_INLINE, { 0 }, { 0 } },
	[TAG_TIME] = { TAG_TIME, FATE_INLINE, { 0 }, { ATTR_DATETIME } },
	[TAG_U] = { TAG_U, FATE_INLINE, { 0 }, { 0 } },
	[TAG_VAR] = { TAG_VAR, FATE_INLINE, { 0 }, { 0 } },

	[TAG_BR] = { TAG_BR, FATE_VOID, { 0 }, { 0 } },
	[TAG_WBR] = { TAG_WBR, FATE_VOID, { 0 }, { 0 } },
	[TAG_IMG] = { TAG_IMG, FATE_VOID, { 0 },
	    { ATTR_SRC, ATTR_ALT, ATTR_SRCSET, ATTR_SIZES, ATTR_WIDTH, ATTR_HEIGHT } },
	[TAG_IFRAME] = { TAG_IFRAME, FATE_VOID, { 0 }, { ATTR_SRC, ATTR_WIDTH, ATTR_HEIGHT } },
	[TAG_EMBED] = { TAG_EMBED, FATE_VOID, { 0 },
	    { ATTR_SRC, ATTR_TYPE, ATTR_WIDTH, ATTR_HEIGHT } },
	[TAG_INPUT] = { TAG_INPUT, FATE_DROP, { 0 }, { 0 } },
	[TAG_SOURCE] = { TAG_SOURCE, FATE_DROP, { 0 }, { 0 } },
	[TAG_TRACK] = { TAG_TRACK, FATE_DROP, { 0 }, { 0 } },
	[TAG_PARAM] = { TAG_PARAM, FATE_DROP, { 0 }, { 0 } },
	[TAG_AREA] = { TAG_AREA, FATE_DROP, { 0 }, { 0 } },
	[TAG_LINK] = { TAG_LINK, FATE_DROP, { 0 }, { 0 } },
	[TAG_META] = { TAG_META, FATE_DROP, { 0 }, { 0 } },
};

static const struct element_rule melt = { .fate = FATE_MELT };
static const struct element_rule unwrap = { .fate = FATE_UNWRAP };
static const struct element_rule drop = { .fate = FATE_DROP };

const struct element_rule *
element_rule(const struct html_node *e)
{
	if (e->ns == HTML_NS_HTML && rules[e->tag].becomes)
		return &rules[e->tag];
	if (!counts(e))
		return &drop;
	return is_phrasing(e) ? &melt : &unwrap;
}

/* The whole number that a value begins with, as HTML reads it, no larger than `most`. */
static struct str
number(struct arena *a, struct str value, unsigned long most)
{
	char text[24];
	unsigned long n = 0;
	size_t i = 0;
	bool negative;
	int length;

	value = str_trim(value);
	negative = value.n > 1 && value.p[0] == '-';
	if (negative)
		i++;
	if (i == value.n || !is_digit(value.p[i]))
		return (struct str){ 0 };
	for (; i < value.n && is_digit(value.p[i]); i++)
		n = n > most ? n : n * 10 + (unsigned long)(value.p[i] - '0');
	if (i < value.n && value.p[i] == '%')
		return (struct str){ 0 };
	length =
	    snprintf(text, sizeof(text), "%s%lu", negative ? "-" : "", n < most ? n : most);
	return arena_str(a, (struct str){ text, (size_t)length });
}

/* The same where a number below zero says nothing. */
static struct str
natural(struct arena *a, struct str value, unsigned long most)
{
	value = number(a, value, most);
	return str_starts(value, STR("-")) ? (struct str){ 0 } : value;
}

/* The one of a NULL-ended list of keywords that the value is, letter case aside. */
static struct str
keyword(struct str value, const char *const *list)
{
	for (; *list; list++)
		if (str_eq_nocase(str_trim(value), str_of(*list)))
			return str_of(*list);
	return (struct str){ 0 };
}

/* A language tag in its canonical form; absent where it is none. */
static struct str
language(struct arena *a, struct str tag)
{
	return language_is_valid(tag) ? language_canonical(a, tag) : (struct str){ 0 };
}

struct str
attribute_value(
    struct arena *a, const struct element_rule *rule, enum attr name, struct str value)
{
	static const char *const directions[] = { "ltr", "rtl", "auto", NULL };
	static const char *const scopes[] = { "row", "col", "rowgroup", "colgroup", NULL };
	enum { LARGEST = 999999999, MOST_COLUMNS = 1000, MOST_ROWS = 65534 };

	switch (name) {
	case ATTR_ID: return value.n ? value : (struct str){ 0 };
	case ATTR_LANG: return language(a, str_trim(value));
	case ATTR_DIR: return keyword(value, directions);
	case ATTR_SCOPE: return keyword(value, scopes);
	case ATTR_REVERSED: return STR("reversed");
	case ATTR_COLSPAN:
	case ATTR_SPAN: return natural(a, value, MOST_COLUMNS);
	case ATTR_ROWSPAN: return natural(a, value, MOST_ROWS);
	case ATTR_WIDTH:
	case ATTR_HEIGHT: return natural(a, value, LARGEST);
	case ATTR_START: return number(a, value, LARGEST);
	case ATTR_VALUE: return rule->becomes == TAG_LI ? number(a, value, LARGEST) : value;
	default: return value;
	}
}

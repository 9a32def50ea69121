/* body_elements.c - what becomes of each HTML element in a normalised body. */
#include "body.h"

#include "count.h"

/* By tag as found; the ones not named here melt or unwrap. */
const struct element_rule element_rules[N_TAGS] = {
	[TAG_P] = { TAG_P, FATE_LINE, { 0 }, { 0 } },
	[TAG_H1] = { TAG_H1, FATE_LINE, { 0 }, { 0 } },
	[TAG_H2] = { TAG_H2, FATE_LINE, { 0 }, { 0 } },
	[TAG_H3] = { TAG_H3, FATE_LINE, { 0 }, { 0 } },
	[TAG_H4] = { TAG_H4, FATE_LINE, { 0 }, { 0 } },
	[TAG_H5] = { TAG_H5, FATE_LINE, { 0 }, { 0 } },
	[TAG_H6] = { TAG_H6, FATE_LINE, { 0 }, { 0 } },
	[TAG_PRE] = { TAG_PRE, FATE_LINE, { 0 }, { ATTR_CLASS } },
	[TAG_LISTING] = { TAG_PRE, FATE_LINE, { 0 }, { ATTR_CLASS } },
	[TAG_XMP] = { TAG_PRE, FATE_LINE, { 0 }, { ATTR_CLASS } },
	[TAG_PLAINTEXT] = { TAG_PRE, FATE_LINE, { 0 }, { ATTR_CLASS } },
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
	[TAG_OL] = { TAG_OL, FATE_LIST, { 0 }, { ATTR_START, ATTR_REVERSED, ATTR_TYPE } },
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
	[TAG_PICTURE] = { TAG_PICTURE, FATE_INLINE, { 0 }, { 0 } },
	[TAG_VIDEO] = { TAG_VIDEO, FATE_INLINE, { 0 },
	    { ATTR_SRC, ATTR_POSTER, ATTR_WIDTH, ATTR_HEIGHT } },
	[TAG_AUDIO] = { TAG_AUDIO, FATE_INLINE, { 0 }, { ATTR_SRC } },
	[TAG_OBJECT] = { TAG_OBJECT, FATE_INLINE, { 0 },
	    { ATTR_DATA, ATTR_TYPE, ATTR_WIDTH, ATTR_HEIGHT } },
	[TAG_SOURCE] = { TAG_SOURCE, FATE_VOID, { TAG_PICTURE, TAG_VIDEO, TAG_AUDIO },
	    { ATTR_SRC, ATTR_TYPE, ATTR_SRCSET, ATTR_SIZES, ATTR_MEDIA, ATTR_WIDTH,
		ATTR_HEIGHT } },
	[TAG_TRACK] = { TAG_TRACK, FATE_VOID, { TAG_VIDEO, TAG_AUDIO },
	    { ATTR_SRC, ATTR_KIND, ATTR_SRCLANG, ATTR_LABEL } },
	[TAG_IFRAME] = { TAG_IFRAME, FATE_VOID, { 0 }, { ATTR_SRC, ATTR_WIDTH, ATTR_HEIGHT } },
	[TAG_EMBED] = { TAG_EMBED, FATE_VOID, { 0 },
	    { ATTR_SRC, ATTR_TYPE, ATTR_WIDTH, ATTR_HEIGHT } },
	[TAG_INPUT] = { TAG_INPUT, FATE_DROP, { 0 }, { 0 } },
	[TAG_PARAM] = { TAG_PARAM, FATE_DROP, { 0 }, { 0 } },
	[TAG_AREA] = { TAG_AREA, FATE_DROP, { 0 }, { 0 } },
	[TAG_LINK] = { TAG_LINK, FATE_DROP, { 0 }, { 0 } },
	[TAG_META] = { TAG_META, FATE_DROP, { 0 }, { 0 } },
};

static const struct element_rule melt = { .fate = FATE_MELT };
static const struct element_rule unwrap = { .fate = FATE_UNWRAP };
static const struct element_rule drop = { .fate = FATE_DROP };
const struct element_rule wrapper_span = { TAG_SPAN, FATE_INLINE, { 0 }, { 0 } };
const struct element_rule wrapper_div = { TAG_DIV, FATE_BLOCK, { 0 }, { 0 } };

/* The heading that ARIA makes of an element, of level 2 where none is said (ARIA 1.2,
 * "heading"); NULL: none. */
static const struct element_rule *
aria_heading(const struct html_node *e)
{
	struct str level;

	if (!html_attr(e, ATTR_ROLE) || !has_token(e, ATTR_ROLE, STR("heading")))
		return NULL;
	level = str_trim(html_value(e, ATTR_ARIA_LEVEL));
	if (level.n == 1 && level.p[0] >= '1' && level.p[0] <= '6')
		return &element_rules[TAG_H1 + (level.p[0] - '1')];
	return &element_rules[TAG_H2];
}

/* A table that only lays out what is in it. */
static bool
is_layout(const struct html_node *e)
{
	return e->tag == TAG_TABLE && (has_token(e, ATTR_ROLE, STR("presentation")) ||
					  has_token(e, ATTR_ROLE, STR("none")));
}

/* A link that leads somewhere. */
static bool
is_link(const struct html_node *e)
{
	return html_attr(e, ATTR_HREF) && !runs_script(html_value(e, ATTR_HREF));
}

const struct element_rule *
element_rule(const struct html_node *e)
{
	const struct element_rule *heading;

	if (e->ns == HTML_NS_HTML && element_rules[e->tag].becomes) {
		if (is_layout(e))
			return &unwrap;
		return e->tag == TAG_A && !is_link(e) ? &melt : &element_rules[e->tag];
	}
	if (!counts(e))
		return &drop;
	heading = e->ns == HTML_NS_HTML ? aria_heading(e) : NULL;
	if (heading)
		return heading;
	return is_phrasing(e) ? &melt : &unwrap;
}

bool
is_phrase(const struct html_node *e)
{
	return e->ns == HTML_NS_HTML &&
	       (element_rules[e->tag].fate == FATE_INLINE || e->tag == TAG_SPAN);
}

bool
may_be_empty(const struct html_node *e)
{
	if (e->ns != HTML_NS_HTML)
		return true;
	switch (e->tag) {
	case TAG_TD:
	case TAG_TH:
	case TAG_HR:
	case TAG_BR:
	case TAG_WBR:
	case TAG_COL:
	case TAG_COLGROUP: return true;
	case TAG_SPAN: return html_attr(e, ATTR_ID) != NULL;
	case TAG_OBJECT: return html_value(e, ATTR_DATA).n > 0;
	case TAG_IMG:
	case TAG_SOURCE:
	case TAG_TRACK:
	case TAG_VIDEO:
	case TAG_AUDIO:
	case TAG_IFRAME:
	case TAG_EMBED:
		return html_value(e, ATTR_SRC).n > 0 || html_value(e, ATTR_SRCSET).n > 0;
	default: return false;
	}
}

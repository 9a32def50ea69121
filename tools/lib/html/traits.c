/* traits.c - what sets elements apart in the tree construction. */
#include "traits.h"

#define S (TRAIT_SPECIAL | TRAIT_BLOCK)

const uint8_t traits_of_html[N_TAGS] = {
	[TAG_ADDRESS] = TRAIT_SPECIAL,
	[TAG_APPLET] = S | TRAIT_SCOPE,
	[TAG_AREA] = S,
	[TAG_ARTICLE] = S,
	[TAG_ASIDE] = S,
	[TAG_BASE] = S,
	[TAG_BASEFONT] = S,
	[TAG_BGSOUND] = S,
	[TAG_BLOCKQUOTE] = S,
	[TAG_BODY] = S,
	[TAG_BR] = S,
	[TAG_BUTTON] = S | TRAIT_BUTTON,
	[TAG_CAPTION] = S | TRAIT_SCOPE,
	[TAG_CENTER] = S,
	[TAG_COL] = S,
	[TAG_COLGROUP] = S,
	[TAG_DD] = S | TRAIT_IMPLIED,
	[TAG_DETAILS] = S,
	[TAG_DIR] = S,
	[TAG_DIV] = TRAIT_SPECIAL,
	[TAG_DL] = S,
	[TAG_DT] = S | TRAIT_IMPLIED,
	[TAG_EMBED] = S,
	[TAG_FIELDSET] = S,
	[TAG_FIGCAPTION] = S,
	[TAG_FIGURE] = S,
	[TAG_FOOTER] = S,
	[TAG_FORM] = S,
	[TAG_FRAME] = S,
	[TAG_FRAMESET] = S,
	[TAG_H1] = S,
	[TAG_H2] = S,
	[TAG_H3] = S,
	[TAG_H4] = S,
	[TAG_H5] = S,
	[TAG_H6] = S,
	[TAG_HEAD] = S,
	[TAG_HEADER] = S,
	[TAG_HGROUP] = S,
	[TAG_HR] = S,
	[TAG_HTML] = S | TRAIT_SCOPE | TRAIT_TABLE,
	[TAG_IFRAME] = S,
	[TAG_IMG] = S,
	[TAG_INPUT] = S,
	[TAG_KEYGEN] = S,
	[TAG_LI] = S | TRAIT_IMPLIED,
	[TAG_LINK] = S,
	[TAG_LISTING] = S,
	[TAG_MAIN] = S,
	[TAG_MARQUEE] = S | TRAIT_SCOPE,
	[TAG_MENU] = S,
	[TAG_META] = S,
	[TAG_NAV] = S,
	[TAG_NOEMBED] = S,
	[TAG_NOFRAMES] = S,
	[TAG_NOSCRIPT] = S,
	[TAG_OBJECT] = S | TRAIT_SCOPE,
	[TAG_OL] = S | TRAIT_LIST,
	[TAG_OPTGROUP] = TRAIT_IMPLIED,
	[TAG_OPTION] = TRAIT_IMPLIED,
	[TAG_P] = TRAIT_SPECIAL | TRAIT_IMPLIED,
	[TAG_PARAM] = S,
	[TAG_PLAINTEXT] = S,
	[TAG_PRE] = S,
	[TAG_RB] = TRAIT_IMPLIED,
	[TAG_RP] = TRAIT_IMPLIED,
	[TAG_RT] = TRAIT_IMPLIED,
	[TAG_RTC] = TRAIT_IMPLIED,
	[TAG_SCRIPT] = S,
	[TAG_SEARCH] = S,
	[TAG_SECTION] = S,
	[TAG_SELECT] = S | TRAIT_SCOPE,
	[TAG_SOURCE] = S,
	[TAG_STYLE] = S,
	[TAG_SUMMARY] = S,
	[TAG_TABLE] = S | TRAIT_SCOPE | TRAIT_TABLE,
	[TAG_TBODY] = S,
	[TAG_TD] = S | TRAIT_SCOPE,
	[TAG_TEMPLATE] = S | TRAIT_SCOPE | TRAIT_TABLE,
	[TAG_TEXTAREA] = S,
	[TAG_TFOOT] = S,
	[TAG_TH] = S | TRAIT_SCOPE,
	[TAG_THEAD] = S,
	[TAG_TITLE] = S,
	[TAG_TR] = S,
	[TAG_TRACK] = S,
	[TAG_UL] = S | TRAIT_LIST,
	[TAG_WBR] = S,
	[TAG_XMP] = S,
};

uint8_t
traits_of_foreign(const struct html_node *n)
{
	switch (n->tag) {
	case TAG_MI:
	case TAG_MO:
	case TAG_MN:
	case TAG_MS:
	case TAG_MTEXT:
	case TAG_ANNOTATION_XML: return n->ns == HTML_NS_MATHML ? S | TRAIT_SCOPE : 0;
	case TAG_FOREIGNOBJECT:
	case TAG_DESC:
	case TAG_TITLE: return n->ns == HTML_NS_SVG ? S | TRAIT_SCOPE : 0;
	default: return 0;
	}
}

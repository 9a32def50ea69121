/* doctype.c - what a doctype says about a page. */
#include "doctype.h"

/* Starts of public identifiers, in any case. */
static const char *const quirks_starts[] = {
	"+//Silmaril//dtd html Pro v0r11 19970101//",
	"-//AS//DTD HTML 3.0 asWedit + extensions//",
	"-//AdvaSoft Ltd//DTD HTML 3.0 asWedit + extensions//",
	"-//IETF//DTD HTML 2.0 Level 1//",
	"-//IETF//DTD HTML 2.0 Level 2//",
	"-//IETF//DTD HTML 2.0 Strict Level 1//",
	"-//IETF//DTD HTML 2.0 Strict Level 2//",
	"-//IETF//DTD HTML 2.0 Strict//",
	"-//IETF//DTD HTML 2.0//",
	"-//IETF//DTD HTML 2.1E//",
	"-//IETF//DTD HTML 3.0//",
	"-//IETF//DTD HTML 3.2 Final//",
	"-//IETF//DTD HTML 3.2//",
	"-//IETF//DTD HTML 3//",
	"-//IETF//DTD HTML Level 0//",
	"-//IETF//DTD HTML Level 1//",
	"-//IETF//DTD HTML Level 2//",
	"-//IETF//DTD HTML Level 3//",
	"-//IETF//DTD HTML Strict Level 0//",
	"-//IETF//DTD HTML Strict Level 1//",
	"-//IETF//DTD HTML Strict Level 2//",
	"-//IETF//DTD HTML Strict Level 3//",
	"-//IETF//DTD HTML Strict//",
	"-//IETF//DTD HTML//",
	"-//Metrius//DTD Metrius Presentational//",
	"-//Microsoft//DTD Internet Explorer 2.0 HTML Strict//",
	"-//Microsoft//DTD Internet Explorer 2.0 HTML//",
	"-//Microsoft//DTD Internet Explorer 2.0 Tables//",
	"-//Microsoft//DTD Internet Explorer 3.0 HTML Strict//",
	"-//Microsoft//DTD Internet Explorer 3.0 HTML//",
	"-//Microsoft//DTD Internet Explorer 3.0 Tables//",
	"-//Netscape Comm. Corp.//DTD HTML//",
	"-//Netscape Comm. Corp.//DTD Strict HTML//",
	"-//O'Reilly and Associates//DTD HTML 2.0//",
	"-//O'Reilly and Associates//DTD HTML Extended 1.0//",
	"-//O'Reilly and Associates//DTD HTML Extended Relaxed 1.0//",
	"-//SQ//DTD HTML 2.0 HoTMetaL + extensions//",
	"-//SoftQuad Software//DTD HoTMetaL PRO 6.0::19990601::extensions to HTML 4.0//",
	"-//SoftQuad//DTD HoTMetaL PRO 4.0::19971010::extensions to HTML 4.0//",
	"-//Spyglass//DTD HTML 2.0 Extended//",
	"-//Sun Microsystems Corp.//DTD HotJava HTML//",
	"-//Sun Microsystems Corp.//DTD HotJava Strict HTML//",
	"-//W3C//DTD HTML 3 1995-03-24//",
	"-//W3C//DTD HTML 3.2 Draft//",
	"-//W3C//DTD HTML 3.2 Final//",
	"-//W3C//DTD HTML 3.2//",
	"-//W3C//DTD HTML 3.2S Draft//",
	"-//W3C//DTD HTML 4.0 Frameset//",
	"-//W3C//DTD HTML 4.0 Transitional//",
	"-//W3C//DTD HTML Experimental 19960712//",
	"-//W3C//DTD HTML Experimental 970421//",
	"-//W3C//DTD W3 HTML//",
	"-//W3O//DTD W3 HTML 3.0//",
	"-//WebTechs//DTD Mozilla HTML 2.0//",
	"-//WebTechs//DTD Mozilla HTML//",
	NULL,
};
static const char *const quirks_wholes[] = {
	"-//W3O//DTD W3 HTML Strict 3.0//EN//",
	"-/W3C/DTD HTML 4.0 Transitional/EN",
	"HTML",
	NULL,
};
static const char *const limited_starts[] = {
	"-//W3C//DTD XHTML 1.0 Frameset//",
	"-//W3C//DTD XHTML 1.0 Transitional//",
	NULL,
};

/* Quirks without a system identifier, limited quirks with one. */
static const char *const either_starts[] = {
	"-//W3C//DTD HTML 4.01 Frameset//",
	"-//W3C//DTD HTML 4.01 Transitional//",
	NULL,
};

static bool
starts_with_one(struct str id, const char *const *list)
{
	for (; *list; list++) /* of 14 bytes at least, which differ in these two */
		if (id.n > 13 && to_lower(id.p[3]) == to_lower((*list)[3]) &&
		    to_lower(id.p[13]) == to_lower((*list)[13]) &&
		    str_starts_nocase(id, str_of(*list)))
			return true;
	return false;
}

static bool
is_one(struct str id, const char *const *list)
{
	for (; *list; list++)
		if (str_eq_nocase(id, str_of(*list)))
			return true;
	return false;
}

bool
doctype_is_quirks(const struct token *t)
{
	if (!t->force_quirks && str_eq(t->text, STR("html")) && !t->system_id.p &&
	    !t->public_id.p)
		return false; /* what most pages have */
	return t->force_quirks || !str_eq(t->text, STR("html")) ||
	       is_one(t->public_id, quirks_wholes) ||
	       str_eq_nocase(t->system_id,
		   STR("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd")) ||
	       starts_with_one(t->public_id, quirks_starts) ||
	       (!t->system_id.p && starts_with_one(t->public_id, either_starts));
}

bool
doctype_is_limited_quirks(const struct token *t)
{
	return starts_with_one(t->public_id, limited_starts) ||
	       (t->system_id.p && starts_with_one(t->public_id, either_starts));
}

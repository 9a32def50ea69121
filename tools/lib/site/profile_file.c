/* profile_file.c - what is known of sites as XML, for people to read and correct. */
#include <libxml/parser.h>
#include <stdlib.h>

#include "../base/diagnostics.h"
#include "../base/memory.h"
#include "../page/fingerprint.h"
#include "../page/fold.h"
#include "../page/kind_names.h"
#include "../stream/load.h"
#include "../stream/xml.h"
#include "profiles.h"

#define PROFILE_NAMESPACE "urn:siteglean:profile:1"

enum { LARGEST_FILE = 64 * 1024 * 1024 };

/* A file that is being read. */
struct reading {
	struct profiles *profiles;
	const char *file;
};

static bool
is(const xmlNode *e, const char *name)
{
	return e->type == XML_ELEMENT_NODE && xmlStrEqual(e->name, (const xmlChar *)name) &&
	       e->ns && xmlStrEqual(e->ns->href, (const xmlChar *)PROFILE_NAMESPACE);
}

_Noreturn static void
refuse(const struct reading *r, const xmlNode *e, const char *why)
{
	die("%s:%ld: %s '%s'", r->file, xmlGetLineNo(e), why, (const char *)e->name);
}

/* An attribute, malloc'ed; NULL: there is none. */
static char *
attribute(const xmlNode *e, const char *name)
{
	return (char *)xmlGetNoNsProp(e, (const xmlChar *)name);
}

static uint32_t
count_of(const xmlNode *e)
{
	char *text = attribute(e, "pages");
	unsigned long n = text ? strtoul(text, NULL, 10) : 0;

	xmlFree(text);
	return n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

static bool
is_true(const xmlNode *e, const char *name)
{
	char *text = attribute(e, name);
	bool is = text && (strcmp(text, "true") == 0 || strcmp(text, "1") == 0);

	xmlFree(text);
	return is;
}

static void
read_locator(
    const struct reading *r, const xmlNode *e, struct profile *p, struct locator *locator)
{
	char *select = attribute(e, "select");

	if (!select)
		refuse(r, e, "no select in");
	if (locator_parse(&p->arena, str_of(select), locator) == -1)
		die("%s:%ld: no XPath: '%s'", r->file, xmlGetLineNo(e), select);
	xmlFree(select);
}

static void
read_body(const struct reading *r, const xmlNode *e, struct profile *p)
{
	struct known_body *body = profile_add_body(p);

	read_locator(r, e, p, &body->locator);
	body->with_siblings = is_true(e, "siblings");
}

/* The value of an attribute that names one of some kinds, or none where there is none. */
static int
read_kind(const struct reading *r, const xmlNode *e, const char *name,
    const struct kind_names *kinds, int none)
{
	char *text = attribute(e, name);
	int kind = text ? kind_of(kinds, str_of(text)) : none;

	if (text && kind == -1)
		die("%s:%ld: no %s: '%s'", r->file, xmlGetLineNo(e), name, text);
	xmlFree(text);
	return kind;
}

static void
read_region(const struct reading *r, const xmlNode *e, enum region_kind kind, struct profile *p)
{
	struct known_region region = { .kind = kind, .pages = count_of(e) };

	read_locator(r, e, p, &region.locator);
	region.nav_kind =
	    kind == REGION_NAV ? read_kind(r, e, "kind", &nav_kind_names, -1) : -1;
	if (kind == REGION_PART)
		region.role =
		    (enum part_role)read_kind(r, e, "role", &part_role_names, PART_REGION);
	profile_add_region(p, &region);
}

static void
read_text(const xmlNode *e, struct profile *p)
{
	xmlChar *content = xmlNodeGetContent(e);
	struct str text = str_trim(str_of((char *)content));

	profile_add_text(p, text, count_of(e));
	if (is_true(e, "closes"))
		profile_close(p, text_fingerprint(text));
	xmlFree(content);
}

static void
read_name(const xmlNode *e, struct profile *p)
{
	xmlChar *name = xmlNodeGetContent(e);

	profile_add_name(p, str_of((char *)name));
	xmlFree(name);
}

static void
read_site(const struct reading *r, const xmlNode *site)
{
	char *path = attribute(site, "path");
	struct site_profile *s = profiles_add(r->profiles, path ? str_of(path) : STR(""));

	s->pages = count_of(site);
	for (const xmlNode *e = site->children; e; e = e->next) {
		if (is(e, "body"))
			read_body(r, e, &s->profile);
		else if (is(e, "nav"))
			read_region(r, e, REGION_NAV, &s->profile);
		else if (is(e, "part"))
			read_region(r, e, REGION_PART, &s->profile);
		else if (is(e, "name"))
			read_name(e, &s->profile);
		else if (is(e, "text"))
			read_text(e, &s->profile);
		else if (e->type == XML_ELEMENT_NODE)
			refuse(r, e, "unknown element");
	}
	xmlFree(path);
}

void
profiles_read(struct profiles *p, const char *file)
{
	struct loader loader = { .limit = LARGEST_FILE };
	struct reading r = { p, file };
	const xmlNode *root;
	struct str bytes;
	xmlDoc *doc;

	xml_start();
	if (load_file(&loader, file, true, &bytes) == -1)
		die("no profile without this file");
	doc = xmlReadMemory(bytes.p, (int)bytes.n, file, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
	root = doc ? xmlDocGetRootElement(doc) : NULL;
	if (!root)
		die("%s: no XML", file);
	if (!is(root, "profile"))
		refuse(&r, root, "no profile:");
	for (const xmlNode *e = root->children; e; e = e->next) {
		if (is(e, "site"))
			read_site(&r, e);
		else if (e->type == XML_ELEMENT_NODE)
			refuse(&r, e, "unknown element");
	}
	xmlFreeDoc(doc);
	loader_free(&loader);
}

static void
write_number(struct buffer *out, uint32_t pages)
{
	buffer_printf(out, " pages=\"%u\"", pages);
}

static void
write_select(struct buffer *out, const struct locator *locator)
{
	struct buffer select = { 0 };

	locator_print(locator, &select);
	xml_attribute(out, STR("select"), buffer_str(&select), false);
	buffer_free(&select);
}

static void
write_region(struct buffer *out, const struct known_region *region)
{
	bool nav = region->kind == REGION_NAV;

	buffer_add(out, nav ? STR("<nav") : STR("<part"));
	write_select(out, &region->locator);
	if (nav && region->nav_kind >= 0)
		buffer_printf(out, " kind=\"%s\"",
		    kind_name(&nav_kind_names, (unsigned)region->nav_kind));
	if (!nav)
		buffer_printf(out, " role=\"%s\"", kind_name(&part_role_names, region->role));
	if (region->pages)
		write_number(out, region->pages);
	buffer_add(out, STR("/>\n"));
}

static void
write_site(const struct site_profile *s, struct str path, struct buffer *out)
{
	buffer_add(out, STR("<site"));
	xml_attribute(out, STR("path"), path, true);
	write_number(out, s->pages);
	buffer_add(out, STR(">\n"));
	for (uint32_t i = 0; i < s->profile.n_names; i++) {
		buffer_add(out, STR("<name>"));
		xml_text(out, s->profile.names[i]);
		buffer_add(out, STR("</name>\n"));
	}
	for (uint32_t i = 0; i < s->profile.n_bodies; i++) {
		buffer_add(out, STR("<body"));
		write_select(out, &s->profile.bodies[i].locator);
		if (s->profile.bodies[i].with_siblings)
			buffer_add(out, STR(" siblings=\"true\""));
		buffer_add(out, STR("/>\n"));
	}
	for (uint32_t i = 0; i < s->profile.n_regions; i++)
		write_region(out, &s->profile.regions[i]);
	for (uint32_t i = 0; i < s->profile.n_texts; i++) {
		buffer_add(out, STR("<text"));
		write_number(out, s->profile.texts[i].pages);
		if (s->profile.texts[i].closes)
			buffer_add(out, STR(" closes=\"true\""));
		buffer_char(out, '>');
		xml_text(out, s->profile.texts[i].text);
		buffer_add(out, STR("</text>\n"));
	}
	buffer_add(out, STR("</site>\n"));
}

void
profiles_write(const struct profiles *p, struct buffer *out)
{
	buffer_add(out, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<profile "
			    "xmlns=\"" PROFILE_NAMESPACE "\">\n"));
	for (uint32_t i = 0; i < p->paths.n; i++)
		write_site(p->at[i],
		    p->paths.n > 1 ? strings_text(&p->paths, i) : (struct str){ 0 }, out);
	buffer_add(out, STR("</profile>\n"));
}

#!/usr/bin/env python3
"""exports.py - what the stylesheets of schemas/ make of pages, read back by Python.

usage: exports.py sitemap PAGES SITEMAP
       exports.py wordpress PAGES MENUS WXR
       exports.py drupal PAGES MENUS DRUPAL-PAGES DRUPAL-MENUS FOLDER-OF-YAML

PAGES and MENUS are the documents of sitescrape -d and sitenav.
"""
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ET

P, N, H = "{urn:siteglean:page:1}", "{urn:siteglean:nav:1}", "{http://www.w3.org/1999/xhtml}"
S, X = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
WP, CONTENT = "{http://wordpress.org/export/1.2/}", "{http://purl.org/rss/1.0/modules/content/}"
W3C_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$")

wrong = []


def need(holds, *what):
    if not holds:
        wrong.append(" ".join(map(str, what)))


def fact(page, name):
    return next((f.get("value") for f in page.findall(P + "fact") if f.get("name") == name), None)


def is_web(url):
    parts = urllib.parse.urlsplit(url)
    return parts.scheme in ("http", "https") and parts.netloc and not re.search(r"[\s<>]", url)


def sitemap(pages_file, sitemap_file):
    """The protocol of sitemaps.org, and what search engines ask of xhtml:link."""
    pages = list(ET.parse(pages_file).iter(P + "page"))
    root = ET.parse(sitemap_file).getroot()
    need(root.tag == S + "urlset", "root", root.tag)
    need(os.path.getsize(sitemap_file) <= 50 * 2**20 and 1 <= len(root) <= 50000, "size")
    seen, versions = [], {}
    for url in root:
        need(url.tag == S + "url", url.tag)
        tags = [e.tag for e in url]
        order = [t for t in (S + "loc", S + "lastmod") if t in tags]
        need(tags[:len(order)] == order and set(tags[len(order):]) <= {X + "link"}, tags)
        loc = url.findtext(S + "loc")
        need(is_web(loc) and len(loc) < 2048, "loc", loc)
        for date in url.findall(S + "lastmod"):
            need(W3C_DATE.match(date.text), "lastmod", date.text)
        seen.append(loc)
        links = {e.get("hreflang"): e.get("href") for e in url.findall(X + "link")}
        need(len(links) == len(url.findall(X + "link")), "a language twice", loc)
        need(all(e.get("rel") == "alternate" for e in url.findall(X + "link")), "rel", loc)
        need(not links or loc in links.values(), "not its own version", loc)
        versions[loc] = set(links.items())
    need(len(set(seen)) == len(seen), "an address twice")
    need(len({urllib.parse.urlsplit(u).netloc for u in seen}) == 1, "several hosts")
    for loc, links in versions.items():
        need(all(versions.get(href) == links for _, href in links), "not mutual", loc, links)
    wanted = [p for p in pages if p.get("url") and int(p.get("status", 200)) < 300
              and not any(m.get("name", "").lower() == "robots"
                          and {"noindex", "none"} & set(re.split("[, ]+", m.get("content", "").lower()))
                          for m in p.findall(P + "meta"))
              and not any(r.get("rel") == "refresh" and r.get("target") != p.get("path")
                          for r in p.findall(P + "ref"))
              and not any(r.get("rel") == "canonical" and r.get("state") == "page"
                          and r.get("target") != p.get("path") for r in p.findall(P + "ref"))]
    need(list(dict.fromkeys(p.get("url") for p in wanted)) == seen, "other addresses")


def text_of(element):
    return "".join("".join(element.itertext()).split())


def check_html(html, page, name):
    """The text of HTML, as a browser would parse it, is that of the page's body."""
    import html5lib
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    body = page.find(f"{P}main/{H}body")
    have, want = text_of(tree), "" if body is None else text_of(body)
    need(have == want, "text of", name, repr(have[:60]), repr(want[:60]))
    tags = sorted(e.tag.rpartition("}")[2] for e in tree.iter() if isinstance(e.tag, str))
    there = [] if body is None else [e.tag.rpartition("}")[2] for e in body.iter()]
    there = sorted(["DOCUMENT_FRAGMENT"] + [t for t in there if t not in ("body", "cut")])
    need(tags == there or body is None, "elements of", name, set(tags) ^ set(there))
    need("data-at" not in html, "data-at in", name)


def check_parents(parents):
    """Parents by child: each is there, and none is above itself."""
    for child in parents:
        way, above = [child], parents[child]
        while above:
            need(above in parents, "no parent", above)
            need(above not in way, "a circle at", child)
            if above in way or above not in parents:
                break
            way.append(above)
            above = parents[above]


def labels(items, child):
    """A tree as nested lists of label and children."""
    return [(i.get("label"), labels(i.findall(child), child)) for i in items]


def wordpress(pages_file, menus_file, wxr_file):
    pages = list(ET.parse(pages_file).iter(P + "page"))
    channel = ET.parse(wxr_file).getroot().find("channel")
    need(channel.findtext(WP + "wxr_version") == "1.2", "version")
    posts = {"page": [], "nav_menu_item": []}
    for item in channel.findall("item"):
        posts[item.findtext(WP + "post_type")].append(item)
    ids = [i.findtext(WP + "post_id") for kind in posts.values() for i in kind]
    need(ids == [str(n) for n in range(1, len(ids) + 1)], "numbers")
    need(len(posts["page"]) == len(pages), len(posts["page"]), "pages")
    for post, page in zip(posts["page"], pages):
        path = page.get("path")
        need(post.findtext("title") == (fact(page, "title") or page.get("title")), "title", path)
        need((post.findtext("link") or None) == page.get("url"), "link", path)
        need(post.findtext(WP + "status") == "publish", "status", path)
        need("/" not in post.findtext(WP + "post_name"), "name", path)
        date = fact(page, "published") or fact(page, "modified") or ""
        told = post.findtext(WP + "post_date") or ""
        need(told[:10] == (date[:10] if len(date) >= 10 else ""), "date", path, told)
        need(not told or re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", told), "date", told)
        check_html(post.findtext(CONTENT + "encoded") or "", page, path)
    parents = {p.findtext(WP + "post_id"): p.findtext(WP + "post_parent").replace("0", "")
               if p.findtext(WP + "post_parent") == "0" else p.findtext(WP + "post_parent")
               for p in posts["page"]}
    check_parents(parents)
    check_wordpress_menus(channel, posts, pages, ET.parse(menus_file).getroot())


def check_wordpress_menus(channel, posts, pages, menus):
    slugs = [t.findtext(WP + "term_slug") for t in channel.findall(WP + "term")]
    navs = menus.findall(f"{N}site/{N}nav")
    need(len(set(slugs)) == len(slugs) == len(navs), "menus", slugs)
    items, tops = {}, {slug: [] for slug in slugs}
    for post in posts["nav_menu_item"]:
        meta = {m.findtext(WP + "meta_key"): m.findtext(WP + "meta_value")
                for m in post.findall(WP + "postmeta")}
        entry = ET.Element("item", label=post.findtext("title"))
        items[post.findtext(WP + "post_id")] = entry
        above = meta["_menu_item_menu_item_parent"]
        if above == "0":
            tops[post.find("category").get("nicename")].append(entry)
        else:
            items[above].append(entry)
        is_page = meta["_menu_item_type"] == "post_type"
        need(meta["_menu_item_object"] == ("page" if is_page else "custom"), "object", meta)
        need(bool(meta["_menu_item_url"]) != is_page, "url", meta)
        need(not is_page or int(meta["_menu_item_object_id"]) <= len(pages), "page", meta)
    for slug, nav in zip(slugs, navs):
        need(labels(tops[slug], "item") == labels(nav.findall(N + "item"), N + "item"), slug)
    targets = [i.get("target") for i in menus.iter(N + "item")]
    by_path = {p.get("path"): str(n) for n, p in enumerate(pages, 1)}
    for post, target in zip(posts["nav_menu_item"], targets):
        ids = [m.findtext(WP + "meta_value") for m in post.findall(WP + "postmeta")
               if m.findtext(WP + "meta_key") == "_menu_item_object_id"]
        need(ids == [by_path.get(target, post.findtext(WP + "post_id"))], "leads to", target, ids)


def check_migration(file, rows, wrapper):
    """Each selector is in each row; what the process reads is a field, a constant or made by it."""
    import yaml
    with open(file, encoding="utf-8") as f:
        migration = yaml.safe_load(f)
    need(os.path.basename(file) == f"migrate_plus.migration.{migration['id']}.yml", "name", file)
    source = migration["source"]
    need(source["item_selector"] == wrapper, "selector", source["item_selector"])
    fields = {f["name"]: f["selector"] for f in source["fields"]}
    for row in rows:
        need(all(row.find(s) is not None for s in fields.values()), "a field is missing")
    ids = [tuple(row.findtext(fields[i]) for i in source["ids"]) for row in rows]
    need(len(set(ids)) == len(ids) and all(all(i) for i in ids), "ids")
    known = set(fields) | {f"constants/{c}" for c in source["constants"]}
    known |= {f"@{p}" for p in migration["process"]}
    for name, steps in migration["process"].items():
        for step in steps if isinstance(steps, list) else [steps]:
            read = step if isinstance(step, str) else step.get("source", [])
            for source_name in [read] if isinstance(read, str) else read:
                need(source_name in known, name, "reads", source_name)
            need(isinstance(step, str) or "plugin" in step, name, "without a plugin")
    need(migration["destination"]["plugin"].startswith("entity:"), "destination")
    return migration


def drupal(pages_file, menus_file, out_pages, out_menus, folder):
    pages = list(ET.parse(pages_file).iter(P + "page"))
    rows = ET.parse(out_pages).getroot().findall("page")
    name = os.path.join(folder, "migrate_plus.migration.siteglean_{}.yml")
    check_migration(name.format("pages"), rows, "/pages/page")
    need(len(rows) == len(pages), "pages")
    for row, page in zip(rows, pages):
        path = page.get("path")
        need(row.findtext("id") == path, "id", path)
        need(row.findtext("title") == (fact(page, "title") or page.get("title")), "title", path)
        need((row.findtext("langcode") or "") == (page.get("lang") or "").lower(), "lang", path)
        parts = urllib.parse.urlsplit(page.get("url") or "")
        alias = parts.path + ("?" + parts.query if parts.query else "")
        need((row.findtext("alias") or "") == alias, "alias", path, row.findtext("alias"))
        for date in ("created", "changed"):
            told = row.findtext(date) or ""
            need(not told or re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$", told), date, told)
        check_html(row.findtext("body") or "", page, path)
    check_parents({r.findtext("id"): r.findtext("parent") or "" for r in rows})
    links = ET.parse(out_menus).getroot().findall("link")
    check_migration(name.format("menus"), links, "/links/link")
    check_drupal_menus(links, ET.parse(menus_file).getroot())


def check_drupal_menus(links, menus):
    parents = {link.findtext("id"): link.findtext("parent") or "" for link in links}
    check_parents(parents)
    entries, tops = {}, {}
    for link in links:
        entry = ET.Element("item", label=link.findtext("title") or "")
        entries[link.findtext("id")] = entry
        above = link.findtext("parent") or ""
        siblings = entries[above] if above else tops.setdefault(link.findtext("menu"), [])
        need(int(link.findtext("weight")) == len(siblings), "weight", link.findtext("id"))
        siblings.append(entry)
        need(re.match(r"(internal:[/#?]|route:<nolink>$|[a-z][a-z0-9+.-]*:)",
                      link.findtext("uri")), "uri", link.findtext("uri"))
    navs = menus.findall(f"{N}site/{N}nav")
    need(len(navs) == len(tops), "menus")
    for top, nav in zip(tops.values(), navs):
        need(labels(top, "item") == labels(nav.findall(N + "item"), N + "item"), nav.get("id"))


def main():
    {"sitemap": sitemap, "wordpress": wordpress, "drupal": drupal}[sys.argv[1]](*sys.argv[2:])
    print("\n".join(wrong[:40]))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()

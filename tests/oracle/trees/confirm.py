#!/usr/bin/env python3
"""confirm.py - check that the truth's trees are what the generators' own class names mark.

usage: confirm.py DIR [NAME...]

Reads each page with lxml, and the elements that the theme marks as a menu by the selectors
below. No part of the truth comes from here: a page that differs means a rule was read wrong.
"""
import json
import sys
from pathlib import Path

import lxml.html

from contents import paths


def fold(element):
    return " ".join(element.text_content().split())


def link_of(element):
    """(label, href) of an entry's own row."""
    for found in element.xpath("self::a | .//a"):
        return fold(found), found.get("href", "")
    return fold(element), ""


def lists(holder):
    """The lists right in an element; a caption is the root of the list right after it."""
    above = None
    for child in holder:
        if child.tag == "ul":
            tree = [entry(item) for item in child.iterchildren("li")]
            yield from [(*above, tree)] if above else tree
            above = None
        elif "caption" in child.get("class", "") or "title" in child.get("class", ""):
            above = link_of(child)


def entry(item):
    """A list's item: its row is what stands before its list; <details> is such an item too."""
    row = next(iter(item.xpath("details/summary | a | span | button | div/a")), None)
    below = [one for holder in item.xpath("self::* | details | div[@class='dropdown']") for one in lists(holder)]
    if row is None:
        return " ".join((item.text or "").split()), "", below
    return (*(link_of(row) if row.tag == "a" else (fold(row), "")), below)


def own_list(element):
    return [entry(item) for item in element.iterchildren("li")]


def definitions(dl):
    """DocBook's contents: a term, and in the definition after it what is below."""
    tree = []
    for child in dl:
        if child.tag == "dt":
            tree.append((*link_of(child), []))
        else:
            tree[-1][2].extend(definitions(child[0]))
    return tree


def flyouts(nav):
    """VitePress's bar."""
    for child in nav.xpath("*[contains(@class, 'VPNavBarMenuLink') or contains(@class, 'VPFlyout')]"):
        if child.tag == "a":
            yield (*link_of(child), [])
            continue
        below = []
        for row in child.xpath(".//*[@class='items']/*"):
            heading = row.xpath("p[contains(@class, 'title')]")
            links = [(*link_of(link), []) for link in row.xpath(".//a")]
            below += [(fold(heading[0]), "", links)] if heading else links
        yield fold(child.find("button")), "", below


def sidebar(holder):
    """VitePress's sidebar, or the entries below one of its items."""
    for item in holder.xpath("*[contains(@class, 'VPSidebarItem')] | *[contains(@class, 'group')]/*"):
        yield (*link_of(item.find("div[@class='item']")),
               [one for below in item.xpath("div[@class='items']") for one in sidebar(below)])


def strokes(bar):
    return [(*link_of(link), []) for link in bar.iterchildren("a")]


def dropdowns(bar):
    """Docusaurus's bar."""
    for item in bar.xpath("*[contains(@class, 'navbar__item')]"):
        below = [(*link_of(li), []) for li in item.xpath("ul[@class='dropdown__menu']/li")]
        yield (*link_of(item if item.tag == "a" else item.find("a")), below)


# What holds a theme's trees of a kind, by XPath, and who reads it.
CAPTIONED = ("menu", "//div[contains(@class, 'wy-menu-vertical')]", lists)
MARKS = {
    "docbook": [("contents", "//dl[@class='toc']", definitions)],
    "docusaurus": [("menu", "//div[contains(@class, 'theme-layout-navbar-left')]", dropdowns),
                   ("menu", "//ul[contains(@class, 'theme-doc-sidebar-menu')]", own_list),
                   ("contents", "//ul[contains(@class, 'table-of-contents') and contains(@class, 'left-border')]", own_list)],
    "hugo-landmarks": [("menu", "//ul[@class='primary__list'] | //nav[@class='offcanvas']/ul", own_list),
                       ("menu", "//div[@class='sidebar__block']", lists)],
    "hugo-tables": [("menu", "//td[@id='leftcol']", lists), ("menu", "//div[@id='topmenu']", strokes)],
    "mkdocs-mkdocs": [("menu", "//ul[@class='nav navbar-nav']", own_list),
                      ("contents", "//div[@id='toc-collapse']/ul", own_list)],
    "mkdocs-readthedocs": [CAPTIONED],
    "sphinx-alabaster": [("menu", "//div[@class='sphinxsidebarwrapper']", lists)],
    "sphinx-furo": [("menu", "//div[@class='sidebar-tree']", lists), ("contents", "//div[@class='toc-tree']/ul", own_list)],
    "sphinx-pydata": [("menu", "//ul[@id='navbar-main-elements']", own_list),
                      ("menu", "//nav[@id='bd-docs-nav']/div/ul", own_list),
                      ("contents", "//nav[@id='bd-toc-nav']/ul", own_list)],
    "sphinx-rtd": [CAPTIONED],
    "vitepress": [("menu", "//nav[contains(@class, 'VPNavBarMenu')]", flyouts),
                  ("menu", "//nav[@id='VPSidebarNav']", sidebar)],
}


def main():
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    wrong = checked = 0
    for name in names or MARKS:
        for file, trees in json.loads((folder / name / "truth.json").read_text("utf-8")).items():
            page = lxml.html.fromstring((folder / name / "site" / file).read_bytes())
            checked += 1
            seen = {(kind, path) for kind, mark, reader in MARKS[name]
                    for holder in page.xpath(mark) for path in paths(list(reader(holder)))}
            want = {(kind, path) for kind in {mark[0] for mark in MARKS[name]} for path in paths(trees.get(kind, []))}
            if seen != want:
                wrong += 1
                print(f"{name}/{file}: not there {sorted(want - seen)[:3]}, not known {sorted(seen - want)[:3]}")
    print(f"{checked} pages, {wrong} differ")
    sys.exit(wrong > 0 or not checked)


if __name__ == "__main__":
    main()

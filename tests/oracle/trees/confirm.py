#!/usr/bin/env python3
"""confirm.py - check that the truth's menus are what the generators' own class names mark.

usage: confirm.py DIR [NAME...]

Reads each page with lxml and the list that its theme marks as the menu, by the selectors below.
No part of the truth comes from here; a page that differs means a rule was read wrong.
"""
import json
import sys
from pathlib import Path

import lxml.html

from contents import paths

# A theme's menus: XPath of the element that holds each.
MENUS = {
    "sphinx-alabaster": "//div[@class='sphinxsidebarwrapper']",
    "sphinx-rtd": "//div[contains(@class, 'wy-menu-vertical')]",
    "vitepress": "//nav[contains(@class, 'VPNavBarMenu') or @id='VPSidebarNav']",
    "mkdocs-mkdocs": "//ul[@class='nav navbar-nav']",
    "mkdocs-readthedocs": "//div[contains(@class, 'wy-menu-vertical')]",
}
CAPTION = "self::p[contains(@class, 'caption')]"


def fold(element):
    return " ".join(element.text_content().split())


def entries(holder):
    """The lists right in an element; a caption is a root of the next list."""
    caption = ""
    for child in holder:
        if child.xpath(CAPTION):
            caption = fold(child)
        elif child.tag == "ul":
            tree = [entry(item) for item in child if item.tag == "li"]
            yield from [(caption, "", tree)] if caption else tree
            caption = ""


def entry(item):
    link = item.find("a")
    if link is None:
        return " ".join((item.text or "").split()), "", list(entries(item))
    return fold(link), link.get("href", ""), list(entries(item))


def main():
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    wrong = checked = 0
    for name in names or sorted(MENUS):
        for file, trees in json.loads((folder / name / "truth.json").read_text("utf-8")).items():
            page = lxml.html.fromstring((folder / name / "site" / file).read_bytes())
            seen = {path for holder in page.xpath(MENUS[name]) for path in paths(list(entries([holder] if holder.tag == "ul" else holder)))}
            want = set(paths(trees["menu"]))
            checked += 1
            if seen != want:
                wrong += 1
                print(f"{name}/{file}: not there {sorted(want - seen)[:3]}, not known {sorted(seen - want)[:3]}")
    print(f"{checked} pages, {wrong} differ")
    sys.exit(wrong > 0 or not checked)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""score.py - how much of the known trees of built sites sitescrape finds.

usage: score.py [-v] SITESCRAPE DIR [NAME...]

DIR/NAME/site and DIR/NAME/truth.json are as build.py makes them. A menu item counts as found
when its path is: the labels from its tree's root down to it, white space folded, and its href
as written. Over the set of a page's paths,

  right      the share of the truth's menu paths that sitescrape's trees of kind menu have
  precise    the share of sitescrape's menu paths that the truth has
  all        the share of pages of which every menu path is there
  contents, breadcrumb, pages
             right, for the trees of kind contents, breadcrumb and pagination; the last by
             href alone, for some generators write the direction and some the page's title
  blind      right and precise again on copies of the pages without class and id attributes

A tree's visible heading is its label in a page line; in the truth it is an item. So a label
stands for an item above the tree's items where the truth has one of that name there. -v lists
what was missed or invented, the commonest first.
"""
import argparse
import collections
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from contents import paths

NAMESPACE = "{urn:siteglean:page:1}"
# Comments, scripts and styles are passed over whole, so that no tag is seen in them.
MARKUP = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|"
                    r"(?P<tag><[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>)", re.I | re.S)
NAMES = re.compile(r"\s(?:class|id)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)|(\"[^\"]*\"|'[^']*')", re.I)
KINDS = ("menu", "contents", "breadcrumb", "pagination")
ROW = "%-18s %5s %6s %6s %7s %6s %8s %10s %6s | %6s %7s"


def fold(text):
    return " ".join(text.split())


def forget_names(html):
    """The same page without class and id."""
    def tag(match):
        return NAMES.sub(lambda m: m[1] or "", match[0]) if match["tag"] else match[0]
    return MARKUP.sub(tag, html)


def items(element):
    """A page line's items as trees: (label, href, below)."""
    return [(fold(item.get("label", "")), item.get("href", ""), items(item))
            for item in element.findall(NAMESPACE + "item")]


def found_paths(nav, truth, over):
    """A tree's paths. Its label is a root where that agrees better with the truth, and a
    heading that stands over a whole tree, one of `over`, is none."""
    trees = [items(nav)]
    if nav.get("label"):
        trees.append([(fold(nav.get("label")), "", trees[0])])
    found = [{(chain[chain[0] in over:], href) for chain, href in paths(tree)} for tree in trees]
    return {path for path in max(found, key=lambda one: len(one & truth)) if path[0]}


def scrape(sitescrape, site):
    """Page elements by the file's name below the site's folder."""
    run = subprocess.run([sitescrape, "-q", site], stdout=subprocess.PIPE, check=True)
    pages = (ET.fromstring(line) for line in run.stdout.splitlines() if line.strip())
    return {str(Path(page.get("path")).relative_to(site)): page for page in pages}


class Tally:
    def __init__(self):
        self.pages = self.whole = 0
        self.want, self.have, self.hit = (collections.Counter() for _ in range(3))
        self.missed, self.invented = collections.Counter(), collections.Counter()

    def add(self, page, truth):
        self.pages += 1
        for kind in KINDS:
            want = {(tuple(map(fold, chain)), href) for chain, href in paths(truth.get(kind, []))}
            may = {(tuple(map(fold, chain)), href) for chain, href in paths(truth.get("may", []))}
            navs = [nav for nav in page.findall(NAMESPACE + "nav") if nav.get("kind") == kind]
            have = set().union(*(found_paths(nav, want, truth.get("over", [])) for nav in navs))
            if kind == "pagination":
                want, have, may = ({((), href) for _, href in some} for some in (want, have, may))
            have -= may - want
            self.want[kind] += len(want)
            self.have[kind] += len(have)
            self.hit[kind] += len(want & have)
            self.whole += kind == "menu" and want <= have
            self.missed.update((kind, path) for path in want - have)
            self.invented.update((kind, path) for path in have - want)

    def merge(self, other):
        self.pages += other.pages
        self.whole += other.whole
        for mine, theirs in ((self.want, other.want), (self.have, other.have), (self.hit, other.hit)):
            mine.update(theirs)

    def right(self, kind="menu"):
        return "%.3f" % (self.hit[kind] / self.want[kind]) if self.want[kind] else "-"

    def precise(self):
        return "%.3f" % (self.hit["menu"] / self.have["menu"]) if self.have["menu"] else "-"

    def all(self):
        return "%.3f" % (self.whole / self.pages) if self.want["menu"] else "-"


def tally(sitescrape, site, truth):
    pages, sums = scrape(sitescrape, site), Tally()
    for file, trees in truth.items():
        sums.add(pages[file], trees)
    return sums


def blind_copy(folder, truth):
    for file in truth:
        copy = folder / "blind" / file
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(forget_names((folder / "site" / file).read_text("utf-8")), "utf-8")
    return folder / "blind"


def row(name, plain, blind):
    print(ROW % (name, plain.pages, plain.want["menu"], plain.right(), plain.precise(), plain.all(),
                 *map(plain.right, KINDS[1:]), blind.right(), blind.precise()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("sitescrape")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    names = args.names or sorted(file.parent.name for file in args.folder.glob("*/truth.json"))
    if not names:
        sys.exit("score: no site in %s" % args.folder)
    print(ROW % ("site", "pages", "paths", "right", "precise", "all", "contents", "breadcrumb",
                 "pages", "blind", "precise"))
    totals = Tally(), Tally()
    for name in names:
        folder = args.folder / name
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        sums = (tally(args.sitescrape, folder / "site", truth),
                tally(args.sitescrape, blind_copy(folder, truth), truth))
        row(name, *sums)
        for total, one in zip(totals, sums):
            total.merge(one)
        if args.verbose:
            for what, one in (("", sums[0]), ("blind, ", sums[1])):
                for verb, counter in (("missed", one.missed), ("invented", one.invented)):
                    for (kind, (chain, href)), n in counter.most_common(16):
                        print("    %s%s %s %d: %s <%s>" % (what, kind, verb, n, " > ".join(chain), href))
    row("all", *totals)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""pydoc.py - hold sitescrape against the toctrees of Python's documentation.

usage: pydoc.py [-v] SITESCRAPE HTML_DIR

HTML_DIR is what Debian's python3.11-doc installs as html/. Its _sources name the toctrees: their
depth-first order says what is before and after a page, and the directives that lead to a page
are its trail. Titles are the pages' own first headings; what a page lists of itself
is read from its sidebar. Prints the shares of pages of which sitescrape has

  previous, next   an item of kind pagination that says the direction in its labels and has the
                   right href, and none with another; or no such item where nothing is there
  trail            one breadcrumb with all of the trail in order, and nothing else in it
  contents         one contents tree with just the page's headings and functions, as nested there

Pages without contents are left out of the last. `marked` is how far the truth can be trusted:
the share of pages where the theme's own marks, its classes and link elements, say the same as
the toctrees, and the sidebar's headings are the sections of the text.
"""
import argparse
import collections
import posixpath
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import lxml.html

from confirm import own_list
from contents import paths
from score import NAMESPACE, fold, found_paths, items

MASTER = "contents"
TOCTREE = re.compile(r"^( *)\.\. toctree::[^\n]*\n((?:\1 +[^\n]*\n|[ \t]*\n)*)", re.M)
TOCDEPTH = re.compile(r"^:tocdepth: (\d+)$", re.M)
HEADINGS = "|".join(f"h{level}" for level in range(1, 7))


def children(source, name):
    """The documents that the toctrees of a source name, in order."""
    for directive in TOCTREE.finditer(source + "\n"):
        for line in map(str.strip, directive[2].splitlines()):
            target = re.sub(r".*<(.*)>$", r"\1", line)
            if target and not line.startswith((":", "..")) and "://" not in target:
                target = target.removesuffix(".rst")
                yield posixpath.normpath(posixpath.join(posixpath.dirname(name), target)).lstrip("/")


def walk(sources):
    """(name, names above) of each document in reading order, each once."""
    seen, stack = set(), [(MASTER, ())]
    while stack:
        name, above = stack.pop()
        if name in seen or name not in sources:
            continue
        seen.add(name)
        yield name, above
        stack += reversed([(child, (*above, name)) for child in children(sources[name], name)])


def text(element):
    """A heading's text without its permalink."""
    return fold("".join(element.xpath(".//text()[not(ancestor::a[@class='headerlink'])]")))


def headings_only(tree, fragments):
    """A tree without the entries that are no headings: a module's functions and classes."""
    return [(label, href, headings_only(below, fragments)) for label, href, below in tree if href in fragments]


def outline(section, depth):
    """The sections in one, as a tree of so many levels."""
    for inner in section.xpath("section") if depth else ():
        yield text(inner.xpath(HEADINGS)[0]), "#" + inner.get("id"), list(outline(inner, depth - 1))


class Document:
    """What the sources and the page's own headings say of a page."""

    def __init__(self, folder, name, source, above, before, after):
        self.name, self.above, self.previous, self.next = name, above, before, after
        self.html = lxml.html.fromstring((folder / f"{name}.html").read_bytes())
        body = self.html.xpath("//div[@class='body']")[0]
        self.title = text(body.xpath(".//h1")[0])
        depth = int((TOCDEPTH.search(source) or [0, 99])[1])
        self.sections = [(self.title, "#", list(outline(section, depth - 1))) for section in body.xpath("section")[:1]]
        marks = self.html.xpath("(//div[@class='sphinxsidebarwrapper'])[1]//h3[a]/following-sibling::ul[1]")
        self.contents = [entry for mark in marks for entry in own_list(mark)]

    def href(self, name):
        return posixpath.relpath(f"{name}.html", posixpath.dirname(self.name) or ".") if name else None

    def trail(self, titles):
        """The theme begins it with its site and the version's first page; the master is left out."""
        version = re.search(r"([\d.]+) documentation", self.html.findtext(".//title"))[1]
        return [("Python", "https://www.python.org/"), (f"{version} Documentation", self.href("index")),
                *((titles[name], self.href(name)) for name in self.above[1:]), (self.title, "")]

    def marked(self, titles):
        """Whether what the theme marks is what we think."""
        bar = self.html.xpath("(//div[@class='related'])[1]")[0]
        links = [(text(li.find("a")), li.find("a").get("href")) for li in bar.xpath(".//li[contains(@class, 'nav-item')]")]
        near = [(self.html.xpath(f"//link[@rel='{rel}']/@href") or [None])[0] for rel in ("prev", "next")]
        fragments = {href for _, href in paths(self.sections)}
        return (links == self.trail(titles)[2:] and near == [self.href(self.previous), self.href(self.next)]
                and headings_only(self.contents, fragments) in (self.sections, []))


def near(page, direction):
    """The hrefs of pagination items whose own or upper labels say the direction."""
    hrefs = set()
    for nav in page.findall(NAMESPACE + "nav"):
        if nav.get("kind") == "pagination":
            for chain, href in paths([(nav.get("label", ""), "", items(nav))]):
                if href and direction in " ".join(chain).lower():
                    hrefs.add(href)
    return hrefs


def flat(page, kind):
    """The trees of a kind, each as a list of (label, href) in order."""
    return [[(fold(item.get("label", "")), item.get("href", "")) for item in nav.iter(NAMESPACE + "item")]
            for nav in page.findall(NAMESPACE + "nav") if nav.get("kind") == kind]


def has_contents(page, document):
    want = set(paths(document.contents))
    return any(found_paths(nav, want, ["Table of Contents"]) == want
               for nav in page.findall(NAMESPACE + "nav") if nav.get("kind") == "contents")


def judge(document, page, titles):
    """(figure, whether it is right) for each that applies."""
    for figure, name in (("previous", document.previous), ("next", document.next)):
        yield figure, near(page, figure[:4]) == ({document.href(name)} if name else set())
    yield "trail", document.trail(titles) in flat(page, "breadcrumb")
    if document.contents:
        yield "contents", has_contents(page, document)
    yield "marked", document.marked(titles)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", "--verbose", action="store_true", help="name the pages that are wrong")
    parser.add_argument("sitescrape")
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    sources = {str(file.relative_to(args.folder / "_sources")).removesuffix(".rst.txt"): file.read_text("utf-8")
               for file in (args.folder / "_sources").rglob("*.rst.txt")}
    order = list(walk(sources))
    names = [None, *(name for name, _ in order), None]
    documents = [Document(args.folder, name, sources[name], above, before, after)
                 for (name, above), before, after in zip(order, names, names[2:]) if (args.folder / f"{name}.html").exists()]
    titles = {document.name: document.title for document in documents}
    right, asked = collections.Counter(), collections.Counter()
    files = "".join(f"{args.folder}/{document.name}.html\n" for document in documents)
    run = subprocess.run([args.sitescrape, "-q", "--files-from", "-"], input=files.encode(), stdout=subprocess.PIPE, check=True)
    pages = {page.get("path"): page for page in map(ET.fromstring, run.stdout.splitlines())}
    for document in documents:
        for figure, good in judge(document, pages[f"{args.folder}/{document.name}.html"], titles):
            asked[figure] += 1
            right[figure] += good
            if args.verbose and not good:
                print(f"{document.name}: {figure}")
    print(f"{len(documents)} pages in toctrees, of {len(sources)} sources")
    for figure, n in asked.items():
        print(f"{figure:9} {right[figure] / n:.3f} of {n}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""rendered.py - does Markdown, rendered by cmark-gfm, show the words of the text beside it?

usage: sitebody -f json -C path,text,markdown,xhtml ... | rendered.py

Reads objects, one a line, and compares what is rendered with the text, white space aside. What
bodies embed (films, sounds, pages) is links in Markdown and nothing in the text: such a link may
show more, and only such. Exits 1 when a page differs, and names it.
"""
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

WHITE = re.compile(r"[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
EMBEDS = {"iframe": "src", "video": "src", "audio": "src", "source": "src", "embed": "src",
          "object": "data"}


class Embeds(HTMLParser):
    def __init__(self):
        super().__init__()
        self.addresses = set()

    def handle_starttag(self, tag, attrs):
        if tag in EMBEDS:
            self.addresses.add(dict(attrs).get(EMBEDS[tag]))


class Text(HTMLParser):
    """Pieces of text; those in links to one of the addresses are optional."""

    def __init__(self, addresses):
        super().__init__()
        self.addresses = {plain(a) for a in addresses if a}
        self.pieces = []
        self.optional = False

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.optional = plain(dict(attrs).get("href") or "") in self.addresses

    def handle_endtag(self, tag):
        if tag == "a":
            self.optional = False

    def handle_data(self, data):
        data = WHITE.sub("", data)
        if data:
            self.pieces.append((data, self.optional or plain(data) in self.addresses))


def plain(address):
    """Renderers escape what addresses do not."""
    return re.sub(r"%[0-9A-Fa-f]{2}|[^A-Za-z0-9./:?=&_-]", "", address)


def pieces(markdown, addresses):
    command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough"]
    html = subprocess.run(command, input=markdown.encode(), capture_output=True, check=True)
    parser = Text(addresses)
    parser.feed(html.stdout.decode())
    parser.close()
    return parser.pieces


def difference(page):
    """Where the two part, or None. An optional piece may be there and in the text too: all ways
    are followed."""
    embeds = Embeds()
    embeds.feed(page["xhtml"])
    want = WHITE.sub("", page["text"])
    ways = {0}
    for piece, optional in pieces(page["markdown"], embeds.addresses):
        after = {at + len(piece) for at in ways if want.startswith(piece, at)}
        if optional:
            after |= ways
        if not after:
            at = max(ways)
            return f"{want[at:at + 40]!r} became {piece[:40]!r}"
        ways = after
    return None if len(want) in ways else f"{want[max(ways):][:40]!r} is lost"


def main():
    count = differ = 0
    for line in sys.stdin:
        page = json.loads(line)
        found = difference(page)
        count += 1
        if found:
            differ += 1
            print(f"{page['path']}: {found}")
    print(f"{count} pages, {differ} differ")
    sys.exit(1 if differ or not count else 0)


main()

#!/usr/bin/env python3
"""rendered.py - does Markdown, rendered by cmark-gfm, show the words of the text beside it?

usage: sitebody -f json -C path,text,markdown ... | rendered.py

Reads objects, one a line, and compares what is rendered with the text, white space aside.
Exits 1 when a page differs, and names it.
"""
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

WHITE = re.compile(r"[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


class Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        self.words.append(data)


def rendered(markdown):
    command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough"]
    html = subprocess.run(command, input=markdown.encode(), capture_output=True, check=True)
    parser = Text()
    parser.feed(html.stdout.decode())
    parser.close()
    return "".join(parser.words)


def main():
    pages = differ = 0
    for line in sys.stdin:
        page = json.loads(line)
        want = WHITE.sub("", page["text"])
        got = WHITE.sub("", rendered(page["markdown"]))
        pages += 1
        if want != got:
            differ += 1
            at = next((i for i, (w, g) in enumerate(zip(want, got)) if w != g),
                      min(len(want), len(got)))
            print(f"{page['path']}: {want[at:at + 40]!r} became {got[at:at + 40]!r}")
    print(f"{pages} pages, {differ} differ")
    sys.exit(1 if differ or not pages else 0)


main()

#!/usr/bin/env python3
"""chromium.py - compare the parser's trees with Chromium's DOM.

usage: chromium.py [-n SAMPLE] [-v] DUMP DIR

Shows every page (*.html, *.html.gz) under DIR to a headless Chromium with scripting off and
gives it to the program DUMP (dump.c). Compares the encoding found, the text, the outline of
elements and the addresses of links. Prints a line for each difference with its cause where that
is known, then the counts by cause. Exits 1 when a difference has no known cause.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import subprocess
import sys

import browser
import pageline

# As dump.c: what counts as text, the outline, the links.
DOM = """(() => {
    const html = "http://www.w3.org/1999/xhtml";
    const nowhere = ["script", "style"];
    const not_html = ["head", "template", "iframe", "noframes", "noembed"];
    const root = document.documentElement;
    const text = [], outline = [];
    let uncounted = null;
    for (let n = root, depth = 0; n;) {
        if (n.nodeType === Node.ELEMENT_NODE) {
            outline.push(depth + " " + n.localName);
            if (!uncounted && (nowhere.includes(n.localName) ||
                    n.namespaceURI === html && not_html.includes(n.localName)))
                uncounted = n;
        } else if (!uncounted && n.nodeType === Node.TEXT_NODE) {
            text.push(n.data);
        }
        if (n.firstChild) {
            n = n.firstChild;
            depth++;
            continue;
        }
        while (n && !n.nextSibling) {
            if (n === uncounted)
                uncounted = null;
            n = n === root ? null : n.parentNode;
            depth--;
        }
        if (n === root)
            n = null;
        if (n) {
            if (n === uncounted)
                uncounted = null;
            n = n.nextSibling;
        }
    }
    const links = Array.from(document.querySelectorAll("a[href]"))
        .filter(a => a.namespaceURI === html).map(a => a.href);
    return { charset: document.characterSet, text: text.join(""),
        outline: outline.join("\\n"), links: links };
})()"""

MAX_DEPTH = 512  # Chromium's own limit, beyond which it hangs elements in flat


def pages_of(directory, sample):
    pages = [p for p in pathlib.Path(directory).rglob("*.htm*") if p.is_file()]
    pages.sort(key=lambda p: hashlib.sha256(p.name.encode()).digest())
    return pages[:sample]


def ours(dump, url, data, charset):
    command = [dump, url] + ([charset] if charset else [])
    done = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def theirs(chromium, url, data, charset):
    kind = "text/html" + ("; charset=" + charset if charset else "")
    chromium.load(url, data, kind)
    return chromium.evaluate(DOM)


def first_difference(a, b):
    n = min(len(a), len(b))
    return next((i for i in range(n) if a[i] != b[i]), n)


def around(sequence, i):
    return ascii(sequence[max(0, i - 30):i + 30])


def text_cause(a, b):
    if pageline.visible(a) == pageline.visible(b):
        return "text: white space"
    return "text"


def outline_cause(a, b, data):
    i = first_difference(a, b)
    if max(int(line.split()[0]) for line in a) >= MAX_DEPTH:
        return "outline: deeper than Chromium goes", i
    if b"shadowrootmode" in data:
        return "outline: declarative shadow root", i
    return "outline", i


def link_cause(a, b):
    """The URL standard fails on a space in a host, and keeps ' in the query of a scheme such as
    mailto: that is not special."""
    if re.match(r"\w+://[^/?#]*%20", b):
        return "links: space in a host"
    if not re.match("https?:", b) and a == b.replace("%27", "'"):
        return "links: apostrophe in a query"
    return "links: address"


def compare(a, b, data):
    """The differences of a page, ours first: (cause, example)."""
    if a["text"] != b["text"]:
        i = first_difference(a["text"], b["text"])
        yield text_cause(a["text"], b["text"]), "%s, %s" % (
            around(a["text"], i), around(b["text"], i))
    a_outline, b_outline = a["outline"].splitlines(), b["outline"].splitlines()
    if a_outline != b_outline:
        cause, i = outline_cause(a_outline, b_outline, data)
        yield cause, "element %d: %s, %s" % (i, a_outline[i - 3:i + 3], b_outline[i - 3:i + 3])
    if len(a["links"]) != len(b["links"]):
        yield "links: number", "%d, %d" % (len(a["links"]), len(b["links"]))
        return
    for x, y in zip(a["links"], b["links"]):
        if x != y:
            yield link_cause(x, y), "%s, %s" % (ascii(x), ascii(y))


def charset_cause(a, data):
    """Chromium guesses undeclared encodings by its own lights, and does not change the encoding
    for a declaration that the prescan of 1,024 bytes does not reach (HTML 13.2.3.5)."""
    if a["guessed"]:
        return "charset: guessed"
    if b"charset" not in data[:1024].lower():
        return "charset: declared late"
    return "charset"


def check(chromium, dump, path):
    """The differences of one page. Where the encodings differ, it is shown again with ours
    given from outside."""
    data = pageline.read_bytes(path)
    url = "http://127.0.0.1/%s.html" % re.sub(r"\W", "-", path.name.split(".")[0])
    a = ours(dump, url, data, None)
    b = theirs(chromium, url, data, None)
    if a["charset"].lower() != b["charset"].lower():
        yield charset_cause(a, data), "%s, %s" % (a["charset"], b["charset"])
        b = theirs(chromium, url, data, a["charset"])
    yield from compare(a, b, data)


EXPLAINED = {
    "charset: guessed", "charset: declared late", "outline: deeper than Chromium goes",
    "outline: declarative shadow root", "links: space in a host", "links: apostrophe in a query",
}


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("-n", "--sample", type=int)
    parser.add_argument("-v", "--verbose", action="store_true", help="explained ones too")
    parser.add_argument("dump")
    parser.add_argument("directory")
    options = parser.parse_args()

    causes, pages, same = collections.Counter(), 0, 0
    chromium = browser.Browser()
    print(chromium.version())
    for path in pages_of(options.directory, options.sample):
        differences = list(check(chromium, options.dump, path))
        pages += 1
        same += not differences
        causes.update(cause for cause, _ in differences)
        for cause, example in differences:
            if options.verbose or cause not in EXPLAINED:
                print("%s: %s: %s" % (path, cause, example))
    chromium.close()
    print("%d pages, %d the same in all" % (pages, same))
    for cause, n in causes.most_common():
        print("%6d %s%s" % (n, cause, "" if cause in EXPLAINED else " (unexplained)"))
    return 2 if not pages else 1 if set(causes) - EXPLAINED else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""spacing.py - compare the words of main with those a browser renders.

usage: spacing.py [-n SAMPLE] [-v] SAVE_DIR < page-lines

Shows each page to a headless Chromium, scripting off, and aligns the words of main with those
of the body's innerText. Counted are words that main joins or splits where the browser does not;
words only one of the two has (navigation, hidden text) are passed over. A difference that goes
away when the page's own styles do is the style's; what remains is printed, then the counts.
Exits 0 whatever it finds, as browsers and standard leave some spacing open; 2 when no page has
a main.
"""
import argparse
import collections
import difflib
import os
import sys

import browser
import pageline
from partition import page_lines

RENDERED = "document.body ? document.body.innerText : ''"
UNSTYLE = """(() => {
    for (const e of document.querySelectorAll("style, link"))
        e.remove();
    for (const e of document.querySelectorAll("[style], [hidden]"))
        e.removeAttribute("style"), e.removeAttribute("hidden");
    return true;
})()"""


def pairs(ours, theirs):
    """Where two runs of words spell the same but differ in their spaces: (ours, theirs)."""
    i = 0
    while i < len(ours):
        for j in range(len(theirs)):
            a, b, n, m = ours[i], theirs[j], 1, 1
            while a != b and (a.startswith(b) or b.startswith(a)):
                if len(a) < len(b) and i + n < len(ours):
                    a, n = a + ours[i + n], n + 1
                elif len(b) < len(a) and j + m < len(theirs):
                    b, m = b + theirs[j + m], m + 1
                else:
                    break
            if a == b and (n, m) != (1, 1):
                yield " ".join(ours[i:i + n]), " ".join(theirs[j:j + m])
                i += n - 1
                theirs = theirs[j + m:]
                break
        i += 1


def differences(ours, theirs):
    matcher = difflib.SequenceMatcher(None, ours, theirs, False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "replace" and (b - a) * (d - c) < 1000000:
            yield from pairs(ours[a:b], theirs[c:d])


def check(chromium, line, data):
    """(cause, ours, theirs) of each difference in a page, and how many words main has."""
    url = "http://127.0.0.1/page.html"
    charset = line.attributes.get("charset", "utf-8")
    chromium.load(url, data, "text/html; charset=" + charset)
    ours = pageline.words(line.main_text)
    styled = list(differences(ours, pageline.words(chromium.evaluate(RENDERED))))
    chromium.evaluate(UNSTYLE)
    plain = list(differences(ours, pageline.words(chromium.evaluate(RENDERED))))
    found = [("style", a, b) for a, b in styled if (a, b) not in plain]
    for a, b in plain:
        found.append(("joined" if a.count(" ") < b.count(" ") else "split", a, b))
    return found, len(ours)


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("-n", "--sample", type=int)
    parser.add_argument("-v", "--verbose", action="store_true", help="those of style too")
    parser.add_argument("save")
    options = parser.parse_args()

    causes, pages, words = collections.Counter(), 0, 0
    chromium = browser.Browser()
    print(chromium.version())
    for xml in page_lines(options.sample):
        line = pageline.Line(xml)
        if not line.main:
            continue
        path = line.attributes["path"]
        data = pageline.read_bytes(os.path.join(options.save, path))
        found, n = check(chromium, line, data)
        pages, words = pages + 1, words + n
        causes.update(cause for cause, _, _ in found)
        for cause, a, b in found:
            if cause != "style" or options.verbose:
                print("%s: %s: %s, rendered %s" % (path, cause, ascii(a), ascii(b)))
    chromium.close()
    print("%d pages with a main of %d words" % (pages, words))
    for cause, n in causes.most_common():
        print("%6d %s" % (n, cause))
    return 0 if pages else 2


if __name__ == "__main__":
    sys.exit(main())

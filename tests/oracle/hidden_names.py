#!/usr/bin/env python3
"""hidden_names.py - what is left of a site in several languages when its names say nothing: a copy
of its pages in one folder, renamed at random, links rewritten, hreflang and switchers gone; then
how many of them sitelangs still puts together as the names did that it never saw.

Two pages are versions of one another where their paths below the folders given are the same, each
folder being one language.

usage: hidden_names.py [--bare] [--seed N] PROGRAM FOLDER FOLDER...
  --bare  also take away lang, xml:lang, ids and the names of images
"""
import argparse
import collections
import csv
import io
import os
import posixpath
import random
import re
import subprocess
import sys
import tempfile

REFERENCE = re.compile(rb'(\s(?:href|src)\s*=\s*)(?:"([^"]*)"|\'([^\']*)\')', re.I)
ALTERNATE = re.compile(rb"<link\b[^>]*\bhreflang\b[^>]*>", re.I)
LANGUAGE = re.compile(rb'\s(?:xml:)?lang\s*=\s*(?:"[^"]*"|\'[^\']*\')', re.I)
NAMED = re.compile(rb'\s(?:id|name)\s*=\s*(?:"[^"]*"|\'[^\']*\')', re.I)


def pages_of(folders):
    """{absolute path: (folder's number, path in it)}"""
    pages = {}
    for number, folder in enumerate(folders):
        for where, _, names in os.walk(folder):
            for name in names:
                if name.endswith((".html", ".htm", ".xhtml")):
                    path = os.path.realpath(os.path.join(where, name))
                    pages[path] = number, os.path.relpath(path, os.path.realpath(folder))
    return pages


def hide(path, names, folder, bare):
    """The page's bytes without what names its translations."""
    def rewritten(match):
        value = match.group(2) if match.group(2) is not None else match.group(3)
        reference, mark, fragment = value.decode("latin-1").partition("#")
        if not reference or re.match(r"[a-z][a-z0-9+.-]*:|//", reference, re.I):
            return match.group(0)
        target = os.path.realpath(posixpath.join(os.path.dirname(path), reference))
        if target in names:
            reference = names[target]
        elif bare:
            reference = f"{random.Random(target).getrandbits(40):010x}"
        else:
            reference = os.path.relpath(target, os.path.realpath(folder))
        return match.group(1) + b'"' + (reference + mark + fragment).encode("latin-1") + b'"'

    with open(path, "rb") as file:
        html = ALTERNATE.sub(b"", file.read())
    html = REFERENCE.sub(rewritten, html)
    return NAMED.sub(b"", LANGUAGE.sub(b"", html)) if bare else html


def score(said, names, pages):
    """Pages in a group that is right to the last member, pairs, and what is wrong."""
    keys = {name: pages[path] for path, name in names.items()}
    groups, wanted, tags = {}, {}, collections.defaultdict(collections.Counter)
    for row in csv.DictReader(io.StringIO(said)):
        number, path = keys[row["path"]]
        groups.setdefault(row["group"], set()).add((number, path))
        tags[number][row["language"]] += 1
    for number, path in keys.values():
        wanted.setdefault(path, set()).add((number, path))
    exact = right = found = true = 0
    for group in groups.values():
        for key in group:
            exact += group == wanted[key[1]]
            right += len(group & wanted[key[1]]) - 1
            found += len(group) - 1
            true += len(wanted[key[1]]) - 1
    return exact / len(keys), right / max(found, 1), right / max(true, 1), tags


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="leave the copy, and names.csv beside it, here")
    parser.add_argument("program")
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    pages = pages_of(options.folders)
    r = random.Random(options.seed)
    names = {path: f"{r.getrandbits(40):010x}.html" for path in sorted(pages)}
    with tempfile.TemporaryDirectory() as made:
        copy = os.path.join(options.keep or made, "site")
        os.makedirs(copy, exist_ok=True)
        for path, name in names.items():
            with open(os.path.join(copy, name), "wb") as out:
                out.write(hide(path, names, options.folders[pages[path][0]], options.bare))
        if options.keep:
            with open(os.path.join(options.keep, "names.csv"), "w", encoding="utf-8") as out:
                csv.writer(out).writerows((name, path) for path, name in names.items())
        said = subprocess.run([options.program, "-q", "-R", copy, "-t", "groups", "-f", "csv",
                               copy], capture_output=True, text=True, check=False).stdout
    exact, precision, recall, tags = score(said, names, pages)
    print(f"{len(pages)} pages: {exact:.4f} in a group that is right to the last member; "
          f"pairs: precision {precision:.4f}, recall {recall:.4f}")
    for number, folder in enumerate(options.folders):
        (tag, n), = tags[number].most_common(1)
        print(f"{os.path.basename(os.path.normpath(folder)):10} {tag or '-':8} "
              f"{n} of {sum(tags[number].values())}")


if __name__ == "__main__":
    sys.exit(main())

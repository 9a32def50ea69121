#!/usr/bin/env python3
"""mutations.py - break a complete site in several languages in many ways at once, and see that
sitelangs says what was broken, where, and nothing else.

usage: mutations.py PROGRAM [MUTATIONS]
"""
import collections
import csv
import io
import json
import os
import random
import subprocess
import sys
import tempfile

from translated_site import LANGUAGES, MENU, STUBS, site

GROUPS = 240
OTHERS = [code for code in LANGUAGES if code != "en"]


def remove(pages, number, r):
    code = r.choice(OTHERS)
    del pages[code, number]
    return {code: "missing"}, {"lang.missing", "lang.target"}


def fallback(pages, number, r):
    code = r.choice(OTHERS)
    pages[code, number].sections = pages["en", number].sections
    return {code: "fallback"}, {"lang.fallback"}


def partial(pages, number, r):
    code = r.choice(OTHERS)
    page, source = pages[code, number], pages["en", number]
    page.sections = [list(s) for s in page.sections]
    page.sections[0][1] = source.sections[0][1]
    return {code: "partial"}, {"lang.partial"}


def cut(pages, number, r):
    code = r.choice(OTHERS)
    page = pages[code, number]
    first = r.randrange(len(page.sections))
    gone = {(first + i) % len(page.sections) for i in range((len(page.sections) + 2) // 3)}
    page.sections = [s for i, s in enumerate(page.sections) if i not in gone]
    return {code: "short"}, {"lang.short"}


def swap(pages, number, r):
    a, b = r.sample(LANGUAGES, 2)
    x, y = pages[a, number], pages[b, number]
    x.sections, y.sections = y.sections, x.sections
    states = {code: "fallback" if other == "en" else "wrong" for code, other in ((a, b), (b, a))}
    return states, {"lang." + state for state in states.values()}


def stub(pages, number, r):
    code = r.choice(OTHERS)
    pages[code, number].sections = [[f"<p>{STUBS[code]}</p>"]]
    return {code: "stub+short"}, {"lang.stub"}


def no_return(pages, number, r):
    a, b = r.sample(LANGUAGES, 2)
    del pages[a, number].offers[b]
    return {}, {"lang.return"}


def wrong_return(pages, number, r):
    a, b = r.sample(LANGUAGES, 2)
    page = pages[a, number]
    path = page.offers.pop(b)
    page.offers["pt" if b == "es" else "it"] = path
    return {}, {"lang.return", "lang.declared"}


def code(pages, number, r):
    a, b = r.sample(LANGUAGES, 2)
    wrong = {"en": "en-UK", "fr": "fr_FR", "de": "de_DE", "es": "es-SP"}
    if r.random() < 0.5:
        pages[a, number].html_lang = wrong[a]
    else:
        page = pages[a, number]
        page.offers = {wrong[k] if k == b else k: path for k, path in page.offers.items()}
    return {}, {"lang.code"}


def no_self(pages, number, r):
    a = r.choice(LANGUAGES)
    del pages[a, number].offers[a]
    return {}, {"lang.self"}


def title(pages, number, r):
    a = r.choice(OTHERS)
    pages[a, number].title = pages["en", number].title
    return {}, {"lang.title"}


def label(pages, number, r):
    a, b = r.sample(LANGUAGES, 2)
    pages[a, number].menu.append(f"{MENU[b][0]} {number}")
    return {}, {"lang.label"}


def declared(pages, number, r):
    a, b = r.sample(LANGUAGES, 2)
    pages[a, number].html_lang = b
    return {}, {"lang.declared"}


KINDS = [remove, fallback, partial, cut, swap, stub, no_return, wrong_return, code, no_self, title,
         label, declared]


def write(pages, folder):
    for page in pages.values():
        path = os.path.join(folder, page.path())
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(page.html())


def run(program, folder, *arguments):
    return subprocess.run([program, "-q", "-R", folder, "-B", "https://wells.example.org/",
                           *arguments, folder], capture_output=True, text=True).stdout


def judge(program, folder):
    """What the program says: states by (language, number), rules by number."""
    states = {}
    for row in csv.DictReader(io.StringIO(run(program, folder, "-t", "matrix", "-f", "csv"))):
        number = int(row["path"].split("/p")[1].split(".")[0])
        for language in LANGUAGES:
            states.setdefault((language, number), []).append(row[language])
    rules = collections.defaultdict(set)
    for line in run(program, folder, "-f", "json").splitlines():
        finding = json.loads(line)
        path = finding.get("page", finding["file"])
        if finding["rule"] != "lang.default":
            rules[int(path.split("/p")[-1].split(".")[0])].add(finding["rule"])
    return states, rules


def round_of(program, seed, kinds, counts, missed):
    r = random.Random(seed)
    pages = site(GROUPS, seed)
    wanted = {}
    for i, number in enumerate(r.sample(range(GROUPS), GROUPS - 40)):
        kind = kinds[i % len(kinds)]
        wanted[number] = (kind.__name__, *kind(pages, number, r))
    with tempfile.TemporaryDirectory() as folder:
        write(pages, folder)
        states, rules = judge(program, folder)
    for number in range(GROUPS):
        name, changed, said = wanted.get(number, ("untouched", {}, set()))
        right = rules[number] == said
        for language in LANGUAGES:
            right &= states.get((language, number)) == [changed.get(language, "ok")]
        counts[name, right] += 1
        if not right:
            got = {c: states.get((c, number)) for c in LANGUAGES
                   if states.get((c, number)) != ["ok"]}
            missed.append(f"seed {seed} page {number} {name}: wanted {changed} {said}, "
                          f"got {got} {rules[number]}")


def main():
    program, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    counts, missed = collections.Counter(), []
    seed = done = 0
    while done < most:
        round_of(program, seed, KINDS, counts, missed)
        seed += 1
        done += GROUPS - 40
    for name in [kind.__name__ for kind in KINDS] + ["untouched"]:
        print(f"{name:14} {counts[name, True]:5} right {counts[name, False]:5} wrong")
    print("\n".join(missed[:20]))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

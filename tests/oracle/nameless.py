#!/usr/bin/env python3
"""nameless.py - a site in four languages that declares nothing, its files named at random in one
folder, one translation hardly begun: sitelangs must put its pages together and name its languages.

usage: nameless.py PROGRAM
"""
import csv
import io
import os
import random
import subprocess
import sys
import tempfile

from translated_site import HOST, LANGUAGES, site

GROUPS = 60


def main():
    r = random.Random(1)
    pages = site(GROUPS, 1, declared=False)
    for number in range(GROUPS):
        if number % 3:
            for part in ("sections", "title", "heading"):
                setattr(pages["es", number], part, getattr(pages["en", number], part))
    names = {key: f"{r.getrandbits(40):010x}.html" for key in pages}
    keys = {name: key for key, name in names.items()}
    with tempfile.TemporaryDirectory() as folder:
        for (code, number), page in pages.items():
            html = page.html().replace(f"{HOST}/{code}/p1.html",
                                       names[code, (number + 1) % GROUPS])
            for i in (0, 2):
                html = html.replace(f"{HOST}/{code}/p{i}.html", names[code, i])
            with open(os.path.join(folder, names[code, number]), "w", encoding="utf-8") as out:
                out.write(html)
        said = subprocess.run([sys.argv[1], "-q", "-R", folder, "-t", "groups", "-f", "csv", folder],
                              capture_output=True, text=True).stdout
    groups, wrong = {}, []
    for row in csv.DictReader(io.StringIO(said)):
        code, number = keys[row["path"]]
        groups.setdefault(row["group"], set()).add(number)
        if row["language"] != code:
            wrong.append(f"{code} page {number} is taken for {row['language']}")
    if len(groups) != GROUPS or any(len(numbers) != 1 for numbers in groups.values()):
        wrong.append(f"{len(groups)} groups, not {GROUPS}")
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

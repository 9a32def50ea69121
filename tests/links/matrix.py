#!/usr/bin/env python3
"""Compare what sitelinks finds in saves of one site with the table `matrix`: matrix.py DIR SAVER

DIR/SAVER is the save. Each finding counts as its rule, its level and the name of the page or sheet
it stands in. Every one that the table expects must be there, and no other.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
OPTIONS = {
    "plain": ["--base", "https://www.harbour.example/harbour/"],
    "wget-flat": ["--base", "http://www.harbour.example/harbour/", "--saver", "mirror"],
}


def expected(saver):
    lines = [line.split() for line in (HERE / "matrix").read_text().splitlines()
             if line and not line.startswith("#")]
    column = lines[0].index(saver)
    return {tuple(row[:3]) for row in lines[1:] if row[column] == "x"}


def found(folder, saver):
    run = subprocess.run(["sitelinks", "-q", "--all", "-f", "json", *OPTIONS.get(saver, []), saver],
                         cwd=folder, capture_output=True, text=True)
    if run.returncode != 1 or run.stderr:
        sys.exit("status %d: %s" % (run.returncode, run.stderr))
    findings = map(json.loads, run.stdout.splitlines())
    return {(f["rule"], Path(f["file"]).stem, f["level"]) for f in findings}


folder, saver = sys.argv[1:]
wanted, got = expected(saver), found(folder, saver)
for finding in sorted(wanted - got):
    print("not found:", *finding)
for finding in sorted(got - wanted):
    print("not expected:", *finding)
sys.exit(wanted != got)

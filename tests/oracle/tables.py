#!/usr/bin/env python3
"""tables.py - the tables of page lines, made and read by Python's own XML and CSV, compared with
a table that sitecsv made of the same lines.

usage: tables.py [-s] TABLE LINES CSV     (-s: a safe table, of which marks are taken off)
"""
import csv
import sys
import xml.etree.ElementTree as ET

PAGE = "{urn:siteglean:page:1}"

COLUMNS = {
    "pages": "path url url-from title lang lang-declared charset bytes words characters status",
    "nav": "path nav kind id parent depth position label href target at",
    "links": "path from attribute rel href target state at item",
    "metas": "path name content at",
    "alternates": "path lang href target state at outside-head",
    "parts": "path id role at text",
}


def items(page):
    """Each item with its tree, its id, the id above, its depth and its position."""
    for nav in page.iter(PAGE + "nav"):
        waiting = [(nav, nav.get("id"), 0)]
        while waiting:
            element, name, depth = waiting.pop()
            below = list(enumerate(element.findall(PAGE + "item"), 1))
            waiting.extend((e, f"{name}.{i}", depth + 1) for i, e in reversed(below))
            if depth:
                above, _, position = name.rpartition(".")
                yield nav, element, name, above, depth, position


def rows(page, table):
    """The rows of a page as dictionaries, without its path."""
    if table == "pages":
        yield page.attrib
    elif table in ("metas", "alternates"):
        for element in page.findall(PAGE + table[:-1]):
            yield element.attrib
    elif table == "parts":
        for part in page.findall(PAGE + "part"):
            yield {**part.attrib, "text": part.text or ""}
    elif table == "nav":
        for nav, item, name, above, depth, position in items(page):
            yield {**item.attrib, "nav": nav.get("id"), "kind": nav.get("kind"), "id": name,
                   "parent": above, "depth": str(depth), "position": position}
    elif table == "links":
        for ref in page.findall(PAGE + "ref"):
            yield {**ref.attrib, "from": ref.get("element")}
        for _, item, name, _, _, _ in items(page):
            if "href" in item.attrib:
                yield {**item.attrib, "from": "item", "attribute": "href", "item": name}


def expected(lines, table):
    columns = COLUMNS[table].split()
    yield columns
    for line in lines:
        page = ET.fromstring(line)
        for row in rows(page, table):
            yield [{**row, "path": page.get("path")}.get(c, "") for c in columns]


def main():
    arguments = sys.argv[1:]
    safe = arguments[0] == "-s"
    table, lines, output = arguments[safe:]
    with open(lines, "rb") as f:
        want = list(expected(f, table))
    with open(output, encoding="utf-8", newline="") as f:
        got = list(csv.reader(f, strict=True))
    if safe:
        if any(v.startswith(tuple("=+-@\t\r\n")) for row in got for v in row):
            sys.exit("a value that a spreadsheet takes for a formula")
        got = [[v[1:] if v.startswith("'") else v for v in row] for row in got]
    for i, (w, g) in enumerate(zip(want, got)):
        if w != g:
            sys.exit(f"row {i}: {g}\nnot: {w}")
    if len(want) != len(got):
        sys.exit(f"{len(got)} rows, not {len(want)}")


main()

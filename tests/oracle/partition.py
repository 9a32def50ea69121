#!/usr/bin/env python3
"""partition.py - check that page lines lose and invent no character of their pages.

usage: partition.py [-f] [-j JOBS] [-n SAMPLE] SAVE_DIR < page-lines

Parses each page, found under SAVE_DIR by the line's path, with html5lib (-f, --fast: with
lexbor) and compares: the multiset of characters, white space aside; the order of characters
within main and each part; the counts of bytes and characters. Prints each page that differs,
then a count. Exits 0 when all pages agree, 1 when one does not, 2 when nothing was checked.
"""
import argparse
import collections
import hashlib
import heapq
import multiprocessing
import os
import sys
import xml.parsers.expat

import pageline


def shown(counter):
    """A multiset for reading: its size and its commonest members."""
    commonest = "".join(c * min(n, 3) for c, n in counter.most_common(12))
    return "%d (%s)" % (sum(counter.values()), ascii(commonest))


def is_subsequence(part, whole):
    rest = iter(whole)
    return all(c in rest for c in part)


def faults(line, data, source):
    """What is wrong with a line, given the bytes of its page and their visible text."""
    found, regions = line.visible()
    made, lost = collections.Counter(found), collections.Counter(source)
    if made != lost:
        if lost - made:
            yield "lost %s" % shown(lost - made)
        if made - lost:
            yield "made up %s" % shown(made - lost)
    for text in regions:
        if not is_subsequence(text, source):
            yield "a region out of order, starting %s" % ascii(text[:40])
    for name, count in ("bytes", len(data)), ("characters", len(source)):
        if line.attributes.get(name) != str(count):
            yield "%s is %s, not %d" % (name, line.attributes.get(name), count)


def check(job):
    """Path and faults of one page line; None for faults where the oracle cannot tell."""
    xml, save, text_of = job
    try:
        line = pageline.Line(xml)
    except xml_error as error:
        return ascii(xml[:60]), ["no XML: %s" % error]
    path = line.attributes["path"]
    try:
        data = pageline.read_bytes(os.path.join(save, path))
    except OSError as error:
        return path, [error.strerror]
    charset = line.attributes.get("charset")
    if charset is None:
        text = data.decode("utf-8", "replace")
    else:
        text = text_of(pageline.decode(data, charset))
    if text is None:
        return path, None
    return path, list(faults(line, data, pageline.visible(text)))


xml_error = xml.parsers.expat.ExpatError


def page_lines(sample):
    lines = filter(pageline.is_page, sys.stdin.buffer)
    if sample is None:
        return lines
    return heapq.nsmallest(sample, lines,
        key=lambda line: hashlib.sha256(pageline.path_of(line).encode()).digest())


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("-f", "--fast", action="store_true")
    parser.add_argument("-j", "--jobs", type=int, default=2)
    parser.add_argument("-n", "--sample", type=int)
    parser.add_argument("save")
    options = parser.parse_args()
    text_of = pageline.text_by_lexbor if options.fast else pageline.text_by_html5lib

    jobs = ((line, options.save, text_of) for line in page_lines(options.sample))
    checked = skipped = broken = 0
    with multiprocessing.Pool(options.jobs) as pool:
        for path, found in pool.imap(check, jobs, chunksize=4):
            if found is None:
                skipped += 1
                continue
            checked += 1
            broken += bool(found)
            for fault in found:
                print("%s: %s" % (path, fault))
    print("%d pages checked, %d broken, %d skipped (template elements)" %
        (checked, broken, skipped))
    return 2 if not checked else 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

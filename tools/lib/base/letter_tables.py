#!/usr/bin/env python3
"""Write casefold_table.h, Unicode's simple case folding (CaseFolding.txt, statuses C and S), and
letters_table.h, its general categories, of what Python knows of them. Standard library only; the
same Python gives the same bytes.

usage: letter_tables.py [DIRECTORY]     (default: the directory of this script)
"""

import os
import sys
import unicodedata

FIRST, END = 0x80, 0x590  # Latin, Greek, Cyrillic and Armenian stand in a table
PLANE = 0x10000
PAIRS_END = 0x800  # what UTF-8 writes with two bytes


def folded(cp):
    """What folds to more than one character has a small letter of one, or stays."""
    for text in (chr(cp).casefold(), chr(cp).lower()):
        if len(text) == 1:
            return ord(text)
    return cp


def runs():
    """(first, last, step, added) of code points beyond the table that fold."""
    found = []
    for cp in range(END, 0x110000):
        added = 0 if 0xD800 <= cp < 0xE000 else folded(cp) - cp
        if not added:
            continue
        first, last, step, before = found[-1] if found else (0, 0, 0, 0)
        if added == before and (cp - last == step or (first == last and cp - last <= 2)):
            found[-1] = (first, cp, cp - last, added)
        else:
            found.append((cp, cp, 1, added))
    return found


def rows(cells, width):
    return "".join("\t%s,\n" % ", ".join(cells[i:i + width]) for i in range(0, len(cells), width))


def traits(cp):
    category = unicodedata.category(chr(cp))
    return (category[0] == "L") * 1 | (category in ("Lu", "Lt")) * 2 | (category == "Ll") * 4


def write_folds(out):
    out.write("/* casefold_table.h - simple case folding of Unicode; written by\n"
              " * letter_tables.py. */\n/* clang-format off */\n\n"
              "enum { FOLD_FIRST = 0x%X, FOLD_END = 0x%X };\n\n"
              "static const uint16_t fold_near[FOLD_END - FOLD_FIRST] = {\n%s};\n\n"
              "/* Each step-th from first to last has this added. */\n"
              "static const struct fold_run {\n\tuint32_t first, last, step;\n\tint32_t added;\n"
              "} fold_far[] = {\n%s};\n"
              % (FIRST, END,
                 rows(["0x%03X" % folded(cp) for cp in range(FIRST, END)], 12),
                 rows(["{ 0x%X, 0x%X, %d, %d }" % run for run in runs()], 3)))


def write_traits(out):
    out.write("/* letters_table.h - what letters are to Unicode; written by letter_tables.py. */\n"
              "/* clang-format off */\n\n"
              "enum { LETTER = 1, CAPITAL = 2, SMALL = 4, NEAR_END = 0x%X };\n\n"
              "static const uint8_t near[NEAR_END] = {\n%s};\n"
              % (END, rows(["%d" % traits(cp) for cp in range(END)], 24)))


def is_of_words(cp):
    return unicodedata.category(chr(cp))[0] in "LMN"


def write_words(out):
    blocks, places = {}, []
    for first in range(0, PLANE, 64):
        block = sum(is_of_words(first + i) << i for i in range(64))
        places.append(blocks.setdefault(block, len(blocks)))
    out.write("\n/* What words are made of, a bit each: 64 code points in a block, each block once.\n"
              " */\nenum { PLANE = 0x%X };\n\n"
              "static const uint64_t word_blocks[] = {\n%s};\n\n"
              "static const uint8_t word_places[PLANE / 64] = {\n%s};\n"
              % (PLANE, rows(["0x%X" % block for block in blocks], 4),
                 rows(["%d" % place for place in places], 20)))


def pair(cp):
    """The bytes of UTF-8 that stand for both cases; none for what words are not made of."""
    both = chr(folded(cp)).encode() if is_of_words(cp) else b"\0\0"
    return int.from_bytes(both if len(both) == 2 else chr(cp).encode(), "little")


def write_pairs(out):
    out.write("\nconst uint16_t fold_pairs[FOLD_PAIRS_END - FOLD_PAIRS] = {\n%s};\n"
              % rows(["0x%04X" % pair(cp) for cp in range(FIRST, PAIRS_END)], 12))


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    for name, writes in (("casefold_table.h", [write_folds, write_pairs]),
                         ("letters_table.h", [write_traits, write_words])):
        with open(os.path.join(folder, name), "w", encoding="ascii") as out:
            for write in writes:
                write(out)


main()

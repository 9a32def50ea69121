#!/usr/bin/python3
"""Write language_table.c from IANA's Language Subtag Registry.

usage: language_tables.py REGISTRY >language_table.c

REGISTRY is data/json/registry.json of the npm package language-subtag-registry 0.4.2 (the
registry of 2025-08-25). Bit n of a mask stands for the letter n places after a.
"""
import json
import sys


def number(subtag):
    """A subtag of letters as a number in base 26."""
    n = 0
    for letter in subtag.lower():
        n = n * 26 + ord(letter) - ord("a")
    return n


def expand(subtag):
    """The subtags of a range such as qaa..qtz."""
    first, _, last = subtag.partition("..")
    if not last:
        return [subtag]
    subtags = []
    for n in range(number(first), number(last) + 1):
        letters = ""
        for _ in first:
            n, letter = divmod(n, 26)
            letters = chr(ord("a") + letter) + letters
        subtags.append(letters)
    return subtags


def print_masks(name, subtags, size):
    masks = [0] * size
    for subtag in subtags:
        masks[number(subtag[:-1])] |= 1 << number(subtag[-1])
    print(f"\nconst uint32_t {name}[{size}] = {{")
    print_rows([f"0x{mask:07X}," for mask in masks], 8)
    print("};")


def print_rows(cells, width):
    for i in range(0, len(cells), width):
        print("\t" + " ".join(cells[i:i + width]))


def print_list(name, cells, width):
    print(f"\nconst struct language_row {name}_rows[] = {{")
    print_rows(cells, width)
    print(f"}};\nconst size_t {name}_count = {len(cells)};")


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        records = json.load(f)
    kinds, prefixes = {}, {}
    for record in records:
        name = record.get("Subtag") or record["Tag"]
        kinds.setdefault(record["Type"], []).extend(expand(name))
        if record["Type"] == "extlang":
            (prefixes[name],) = record["Prefix"]
    languages, regions = kinds["language"], kinds["region"]
    assert all(len(subtag) in (2, 3) for subtag in languages)
    print("/* language_table.c - the Language Subtag Registry of IANA; written by"
          "\n * language_tables.py. */\n/* clang-format off */\n#include \"language_table.h\"")
    print_masks("language_two", [s for s in languages if len(s) == 2], 26)
    print_masks("language_three", [s for s in languages if len(s) == 3], 26 * 26)
    print_masks("language_region", [s for s in regions if s.isalpha()], 26)
    for name, kind, width in (("language_area", "region", 6), ("language_script", "script", 5),
                              ("language_variant", "variant", 4),
                              ("language_grandfathered", "grandfathered", 4)):
        subtags = sorted(s.lower() for s in kinds[kind] if kind != "region" or s.isdigit())
        print_list(name, [f"{{ \"{s}\", \"\" }}," for s in subtags], width)
    print_list("language_extlang",
               [f"{{ \"{s}\", \"{prefixes[s]}\" }}," for s in sorted(prefixes)], 5)


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""Write encoding_table.c from the indexes of the Encoding standard.

usage: encoding_tables.py DIRECTORY >encoding_table.c

DIRECTORY is the unpacked npm package text-encoding 0.7.0 (public domain), which carries the
standard's labels and indexes as JavaScript. What the standard changed since then stands below.
Run on Debian 12: the exceptions are what its iconv does otherwise than the standard.
"""
import ctypes
import json
import os
import re
import sys

# Labels that the standard gained after the package was made.
LATER_LABELS = {
    "UTF-8": ["unicode11utf8", "unicode20utf8", "x-unicode20utf8"],
    "UTF-16LE": ["csunicode", "iso-10646-ucs-2", "ucs-2", "unicode", "unicodefeff"],
    "UTF-16BE": ["unicodefffe"],
    "replacement": ["replacement"],
}

# GB 18030-2022: two-byte codes that left the private use area.
LATER_GB18030 = {
    0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14,
    0xA6DE: 0xFE15, 0xA6DF: 0xFE16, 0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19,
    0xFE59: 0x9FB4, 0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7,
    0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFEA0: 0x9FBB,
}

# Kinds of decoder, and what iconv calls the multi-byte encodings.
KINDS = {
    "UTF-8": "ENCODING_UTF8", "UTF-16LE": "ENCODING_UTF16LE", "UTF-16BE": "ENCODING_UTF16BE",
    "replacement": "ENCODING_REPLACEMENT", "x-user-defined": "ENCODING_USER_DEFINED",
    "GBK": "ENCODING_GB18030", "gb18030": "ENCODING_GB18030", "Big5": "ENCODING_BIG5",
    "EUC-JP": "ENCODING_EUC_JP", "ISO-2022-JP": "ENCODING_ISO_2022_JP",
    "Shift_JIS": "ENCODING_SHIFT_JIS", "EUC-KR": "ENCODING_EUC_KR",
}


def read_package(directory):
    """The standard's {name: [label]} and {index: [code point or None]}."""
    with open(os.path.join(directory, "lib/encoding.js"), encoding="utf-8") as f:
        text = f.read()
    groups = json.loads(re.search(r"var encodings = (\[.*?\n  \]);", text, re.S)[1])
    labels = {e["name"]: set(e["labels"]) for g in groups for e in g["encodings"]}
    for name, more in LATER_LABELS.items():
        labels[name].update(more)
    with open(os.path.join(directory, "lib/encoding-indexes.js"), encoding="utf-8") as f:
        text = f.read()
    return labels, json.loads(re.search(r"=\s*(\{.*?\});", text, re.S)[1])


class Iconv:
    """The C library's converter from an encoding to UTF-8."""

    def __init__(self, name):
        self.libc = ctypes.CDLL(None)
        self.libc.iconv_open.restype = ctypes.c_void_p
        self.libc.iconv.argtypes = [ctypes.c_void_p] * 5
        self.libc.iconv.restype = ctypes.c_size_t
        self.cd = self.libc.iconv_open(b"UTF-8", name.encode())

    def decode(self, code):
        """The characters of one code, or None where the converter stops at it."""
        source = ctypes.create_string_buffer(code, len(code))
        target = ctypes.create_string_buffer(16)
        at = ctypes.c_void_p(ctypes.addressof(source))
        left = ctypes.c_size_t(len(code))
        out = ctypes.c_void_p(ctypes.addressof(target))
        room = ctypes.c_size_t(16)
        into = (ctypes.byref(out), ctypes.byref(room))
        self.libc.iconv(self.cd, None, None, None, None)
        n = self.libc.iconv(self.cd, ctypes.byref(at), ctypes.byref(left), *into)
        if n == ctypes.c_size_t(-1).value:
            return None if left.value == len(code) else ""
        self.libc.iconv(self.cd, None, None, *into)
        return target.raw[:16 - room.value].decode()


def big5_codes(indexes):
    """What the Big5 decoder does with each code of two bytes."""
    pairs = {1133: "\u00CA\u0304", 1135: "\u00CA\u030C", 1164: "\u00EA\u0304", 1166: "\u00EA\u030C"}
    for pointer, point in enumerate(indexes["big5"]):
        lead, trail = divmod(pointer, 157)
        trail += 0x40 if trail < 0x3F else 0x62
        yield bytes([lead + 0x81, trail]), pairs.get(pointer, point and chr(point))


def gb18030_codes(indexes):
    """What the gb18030 decoder does with each code of two bytes, and of four."""
    for pointer, point in enumerate(indexes["gb18030"]):
        lead, trail = divmod(pointer, 190)
        trail += 0x40 if trail < 0x3F else 0x41
        code = bytes([lead + 0x81, trail])
        point = LATER_GB18030.get(int.from_bytes(code, "big"), point)
        yield code, point and chr(point)
    ranges = indexes["gb18030-ranges"]
    ends = [start for start, _ in ranges[1:-1]] + [39420, 1237576]
    for (start, point), end in zip(ranges, ends):
        for pointer in range(start, end):
            to = 0xE7C7 if pointer == 7457 else point + pointer - start
            rest, d = divmod(pointer, 10)
            rest, c = divmod(rest, 126)
            a, b = divmod(rest, 10)
            yield bytes([a + 0x81, b + 0x30, c + 0x81, d + 0x30]), chr(to)


def euc_kr_codes(indexes):
    """What the EUC-KR decoder does with each code of two bytes."""
    for pointer, point in enumerate(indexes["euc-kr"]):
        lead, trail = divmod(pointer, 190)
        yield bytes([lead + 0x81, trail + 0x41]), point and chr(point)


def exceptions(iconv, codes):
    """Codes that the converter reads otherwise than the standard, in order."""
    found = []
    for code, want in codes:
        if iconv.decode(code) == want:
            continue
        want = want or "\uFFFD"
        if len(want) != 1 or want == "\uFFFD" and code[-1] < 0x80:
            sys.exit(f"{code.hex()}: an exception must be one character")
        found.append((int.from_bytes(code, "big"), ord(want)))
    return sorted(found)


def rows(cells, width):
    for i in range(0, len(cells), width):
        print("\t" + " ".join(cells[i:i + width]))


def print_exceptions(kind, found):
    name = kind.lower()
    print(f"\nstatic const struct encoding_exception {name}_exceptions[] = {{")
    rows([f"{{ 0x{code:04X}, 0x{point:04X} }}," for code, point in found], 4)
    print("};")
    return f"\t[{kind}] = {{ {name}_exceptions, {len(found)} }},"


def main():
    labels, indexes = read_package(sys.argv[1])
    names = sorted(labels, key=str.lower)
    print("/* encoding_table.c - labels and indexes of the Encoding standard; written by"
          "\n * encoding_tables.py. */\n/* clang-format off */\n#include \"encoding_table.h\"\n")
    for name in names:
        if name not in KINDS:
            index = indexes["iso-8859-8" if name == "ISO-8859-8-I" else name.lower()]
            print(f"static const uint16_t {re.sub('[^a-z0-9]', '_', name.lower())}[128] = {{")
            rows([f"0x{p or 0xFFFD:04X}," for p in index], 12)
            print("};\n")
    print("const struct encoding_info encoding_infos[] = {")
    for name in names:
        upper = "NULL" if name in KINDS else re.sub("[^a-z0-9]", "_", name.lower())
        print(f"\t{{ \"{name}\", {KINDS.get(name, 'ENCODING_SINGLE_BYTE')}, {upper} }},")
    print("};\n\nconst struct encoding_label encoding_labels[] = {")
    pairs = sorted((label, i) for i, name in enumerate(names) for label in labels[name])
    rows([f"{{ \"{label}\", {i} }}," for label, i in pairs], 3)
    print(f"}};\nconst size_t encoding_n_labels = {len(pairs)};")
    lists = [
        print_exceptions("ENCODING_BIG5", exceptions(Iconv("BIG5-HKSCS"), big5_codes(indexes))),
        print_exceptions("ENCODING_EUC_KR", exceptions(Iconv("UHC"), euc_kr_codes(indexes))),
        print_exceptions("ENCODING_GB18030", exceptions(Iconv("GB18030"), gb18030_codes(indexes))),
    ]
    print("\nconst struct encoding_exceptions encoding_exceptions[ENCODING_KINDS] = {")
    print("\n".join(lists) + "\n};")


if __name__ == "__main__":
    main()

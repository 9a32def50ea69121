#!/usr/bin/env python3
"""assets.py - the table of assets beside the files of the save it is of.

usage: assets.py CSV ROOT       ROOT: what was stripped from its paths
       assets.py --images DIR   make a page there with images of every format, for sitecsv

Each file of the save is a page, or in the table once, with its size and the SHA-256 that hashlib
has; a file without a row, a row without a file, and one that no page or style sheet uses without
being called unused are wrong, and so is any other state of what is not there.
"""
import csv
import hashlib
import os
import struct
import sys
import zlib

PAGES = (".html", ".htm")


def check(table, root):
    with open(table, newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    files = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            files[os.path.relpath(path, root)] = path
    listed = [r["path"] for r in rows if r["path"] in files]
    wrong = [f"twice: {p}" for p in set(listed) if listed.count(p) > 1]
    for path, place in files.items():
        with open(place, "rb") as f:
            data = f.read()
        is_page = path.endswith(PAGES) or b"<!doctype html" in data[:200].lower()
        if is_page == (path in listed):
            wrong.append(f"page in the table or file not: {path}")
    for row in rows:
        used = int(row["pages"]) + int(row["sheets"]) > 0
        is_here = row["path"] in files
        if is_here:
            with open(files[row["path"]], "rb") as f:
                data = f.read()
            if (row["bytes"], row["sha256"]) != (str(len(data)), hashlib.sha256(data).hexdigest()):
                wrong.append(f"size or hash: {row['path']}")
            if "/" not in row["type"]:
                wrong.append(f"type: {row['path']}")
        elif row["bytes"] or row["sha256"] or row["type"] or row["state"] not in ("absent", "outside"):
            wrong.append(f"not there: {row}")
        if (row["state"] == "unused") == used or bool(row["first"]) != used:
            wrong.append(f"used or not: {row}")
        if used and is_here and row["state"] != "file":
            wrong.append(f"state: {row}")
    print(f"{len(files)} files, {len(listed)} in the table")
    return wrong


def png(w, h):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(
            ">I", zlib.crc32(name + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress((b"\0" + b"\0" * w) * h)) + chunk(b"IEND", b""))


def jpeg(w, h, frame):
    comment = b"\xff\xfe" + struct.pack(">H", 1002) + b"\xff\xc0" * 500
    return (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + comment + b"\xff\xff\xff"
            + bytes([frame]) + struct.pack(">HBHHB", 11, 8, h, w, 1) + b"\1\x11\0\xff\xd9")


def webp(kind, body):
    body = b"WEBPVP8" + kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(body)) + body


def avif(sizes):
    boxes = b"".join(b"\0\0\0\x14ispe\0\0\0\0" + struct.pack(">II", *size) for size in sizes)
    return b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf" + boxes


IMAGES = {
    "a.png": (png(300, 200), "300 200"),
    "baseline.jpg": (jpeg(640, 480, 0xC0), "640 480"),
    "progressive.jpg": (jpeg(70000 % 65536, 3, 0xC2), "4464 3"),
    "a.gif": (b"GIF89a" + struct.pack("<HH", 17, 9) + b"\0\0\0;", "17 9"),
    "lossy.webp": (webp(b" ", b"\x30\1\0\x9d\1\x2a" + struct.pack("<HH", 550, 368 | 0x4000)
                        + b"\0" * 8), "550 368"),
    "lossless.webp": (webp(b"L", b"\x2f" + struct.pack("<I", 399 | 300 << 14) + b"\0" * 9),
                      "400 301"),
    "extended.webp": (webp(b"X", b"\x10\0\0\0" + (1919).to_bytes(3, "little")
                           + (1079).to_bytes(3, "little") + b"\0" * 8), "1920 1080"),
    "down.bmp": (b"BM" + struct.pack("<IIIIiiHH", 58, 0, 54, 40, 5, -4, 1, 24) + b"\0" * 28, "5 4"),
    "old.bmp": (b"BM" + struct.pack("<IIIIHHHH", 32, 0, 26, 12, 6, 7, 1, 24) + b"\0" * 6, "6 7"),
    "a.ico": (b"\0\0\1\0\1\0" + struct.pack("<BBBBHHII", 0, 48, 0, 0, 1, 32, 4, 22) + b"\0" * 4,
              "256 48"),
    "tiles.avif": (avif([(64, 64), (128, 96)]), "128 96"),
    "px.svg": (b'<svg xmlns="http://www.w3.org/2000/svg" width="24px" height="10"/>', "24 10"),
    "box.svg": (b'<?xml version="1.0"?><!-- <svg width="9"> --><s:svg xmlns:s='
                b'"http://www.w3.org/2000/svg" width="100%" viewBox="0 0 30,20.4">', "30 20"),
    "print.svg": (b'<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="36pt"/>', "96 48"),
    "none.svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', " "),
    "short.png": (b"\x89PNG\r\n\x1a\n\0\0\0", " "),
    "short.jpg": (b"\xff\xd8\xff\xe0\0\x10JF", " "),
    "endless.jpg": (b"\xff\xd8" + b"\xff\xe0\0\0" * 50, " "),
    "short.webp": (b"RIFF\0\0\0\0WEBPVP8 ", " "),
    "empty.gif": (b"", " "),
    "note.txt": (b"<p>words</p> BM GIF8", " "),
}


def make_images(folder):
    """Print what the table should have of each: name, width, height."""
    for name, (data, size) in sorted(IMAGES.items()):
        with open(os.path.join(folder, name), "wb") as f:
            f.write(data)
        print(f"{name} {size}")
    with open(os.path.join(folder, "index.html"), "w", encoding="utf-8") as f:
        f.write("<!DOCTYPE html><title>Images</title>" + "".join(
            f'<img src="{name}" alt="{name}">' for name in IMAGES))


def main():
    if sys.argv[1] == "--images":
        make_images(sys.argv[2])
        return
    wrong = check(*sys.argv[1:])
    print("\n".join(wrong))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()

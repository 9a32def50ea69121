#!/usr/bin/env python3
"""build.py - build sites whose trees are known, by generators that others wrote.

usage: build.py DIR [NAME...]

Makes DIR/NAME/site and DIR/NAME/truth.json, which maps each page's file to its trees: lists of
[label, href, below] by kind. Without names, all sites.
"""
import json
import shutil
import sys
from pathlib import Path

import by_docbook
import by_docusaurus
import by_hugo
import by_mkdocs
import by_sphinx
import by_vitepress
import contents

MAKERS = {name: maker for maker in (by_sphinx, by_mkdocs, by_vitepress, by_docusaurus, by_docbook, by_hugo) for name in maker.THEMES}


def main():
    folder, names = Path(sys.argv[1]).resolve(), sys.argv[2:] or list(MAKERS)
    root = contents.read()
    for name in names:
        maker = MAKERS[name]
        shutil.rmtree(folder / name, ignore_errors=True)
        maker.build(root, name, folder / name)
        truth = {maker.file_of(page): maker.truth(root, page, name) for page in maker.pages(root)}
        (folder / name / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""many_translations.py - write a site of many pages in twenty languages, to see what checking it
takes.

usage: many_translations.py FOLDER GROUPS
"""
import os
import sys

from translated_site import LANGUAGES, Page, plan_of

REGIONS = {"en": ["GB", "US", "IE", "AU", "NZ"], "fr": ["FR", "BE", "CH", "CA", "SN"],
           "de": ["DE", "AT", "CH", "LU", "LI"], "es": ["ES", "MX", "AR", "PE", "CO"]}
TAGS = [(code, f"{code}-{region}") for code in LANGUAGES for region in REGIONS[code]]


def main():
    folder, groups = sys.argv[1], int(sys.argv[2])
    for _, tag in TAGS:
        os.makedirs(os.path.join(folder, tag), exist_ok=True)
    for number in range(groups):
        slug = f"p{number}.html"
        offers = {tag: f"{tag}/{slug}" for _, tag in TAGS}
        for code, tag in TAGS:
            page = Page(code, number, plan_of(number, 0), slug, offers)
            page.language = page.html_lang = tag
            page.switcher = {}
            with open(os.path.join(folder, page.path()), "w", encoding="utf-8") as out:
                out.write(page.html())


if __name__ == "__main__":
    main()

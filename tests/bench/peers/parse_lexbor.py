"""Parse pages with lexbor: parse_lexbor.py FILE..."""

import sys

from selectolax.lexbor import LexborHTMLParser

for name in sys.argv[1:]:
    with open(name, "rb") as page:
        LexborHTMLParser(page.read())

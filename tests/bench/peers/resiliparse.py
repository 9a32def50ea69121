"""Make text of pages' bodies with resiliparse: resiliparse.py FILE..."""

import sys

sys.path.pop(0)  # this folder, where this file has the library's name
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree

for name in sys.argv[1:]:
    with open(name, "rb") as page:
        html = page.read()
    extract_plain_text(HTMLTree.parse_from_bytes(html, detect_encoding(html)), main_content=True)

"""Make text of pages' bodies with trafilatura: trafilatura.py FILE..."""

import sys

sys.path.pop(0)  # this folder, where this file has the library's name
import trafilatura

for name in sys.argv[1:]:
    with open(name, "rb") as page:
        trafilatura.extract(page.read())

#!/usr/bin/env python3
"""Write the site of harbour.py as it lies on disk in forms that need no server: forms.py DIR

DIR/plain       what a generator built
DIR/singlefile  a file a page, named by title; links absolute, pictures within
DIR/browser     "Save page as": the same, with a folder of parts beside each page
DIR/wayback     replayed by a web archive: every link goes through it
"""

import base64
import re
import sys
from pathlib import Path
from urllib.parse import urljoin

from harbour import FILES, HOST, PAGES, TOP

SITE = "https://%s/%s" % (HOST, TOP)
ARCHIVE = "https://web.archive.org/web/20260102030405"
LINK = re.compile(r'(<(\w+)[^>]*?\s(?:href|src|url)=")([^"]*)(")')
SHEET = re.compile(r"url\(([^)]*)\)")


def put(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def absolute(name, href):
    """The address a browser has for a reference; those without a place stay."""
    if not href or href.startswith("javascript:"):
        return href
    return urljoin(SITE + name, href)


def inline(href):
    data = FILES.get(href.removeprefix(SITE))
    return "data:;base64," + base64.b64encode(data).decode() if data else href


def rewrite(name, page, part, link):
    """The page with part() of what it loads and link() of what it leads to."""
    def change(m):
        href = absolute(name, m[3])
        return m[1] + (part if m[2] in ("img", "link") else link)(href) + m[4]

    page = SHEET.sub(lambda m: "url(%s)" % part(absolute(name, m[1])), page)
    page = re.sub(r'(content="0; url=)([^"]*)', lambda m: m[1] + link(absolute(name, m[2])), page)
    return LINK.sub(change, page)


def flat(name):
    """The name of a page saved by itself."""
    return name.replace("/", " ").removesuffix(".html").replace("?", " ")


def singlefile(name, page):
    page = rewrite(name, page, inline, lambda href: href)
    comment = "<!--\n Page saved with SingleFile \n url: %s \n saved date: today\n-->" % (SITE + name)
    return page.replace('<html lang="en">', '<html lang="en">' + comment, 1)


def browser(name, page, folder):
    def part(href):
        return folder + "/" + href.rsplit("/", 1)[1] if href.startswith(SITE) else href

    page = rewrite(name, page, part, lambda href: href)
    comment = "<!-- saved from url=(%04d)%s -->" % (len(SITE + name), SITE + name)
    return page.replace("<!DOCTYPE html>\n", "<!DOCTYPE html>\n" + comment + "\n", 1)


def wayback(name, page):
    def through(flag):
        return lambda href: ARCHIVE + flag + "/" + href if href.startswith("http") else href

    page = rewrite(name, page, through("im_"), through(""))
    script = '<script>__wm.wombat("%s","20260102030405","https://web.archive.org/");</script>'
    return page.replace("<head>", "<head>" + script % (SITE + name), 1)


def main(out):
    for name, data in FILES.items():
        put(out / "plain" / name, data)
        put(out / "wayback" / name, data)
    for name, page in PAGES.items():
        if not name.startswith("list.php"):
            put(out / "plain" / name, page.replace("list.php?page=2", "list.html?page=2"))
        if name.startswith("private/"):
            continue
        saved = flat(name) + ".html"
        put(out / "singlefile" / saved, singlefile(name, page))
        put(out / "browser" / saved, browser(name, page, flat(name) + "_files"))
        for part in ("quay.png", "style.css"):
            data = FILES.get(part) or FILES["img/" + part]
            put(out / "browser" / (flat(name) + "_files") / part,
                data.replace(b"img/quay.png", b"quay.png").replace(b"img/lost.png", b"lost.png"))
        put(out / "wayback" / name.replace("?", "%3F"), wayback(name, page))


main(Path(sys.argv[1]))

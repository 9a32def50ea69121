"""A small site with one defect on each of its pages: what the tests of sitelinks are made of.

A page is called after what is wrong with it. PAGES maps paths to HTML, FILES to other bytes;
all are below the folder /harbour/ of HOST.
"""

HOST = "www.harbour.example"
TOP = "harbour/"

# In the menu of all pages that have one.
MENU = ["index", "about", "list", "missing", "uncaptured", "errorpage", "case", "fragment",
        "redirect", "slash", "escape", "mixed", "insecure", "empty", "dead", "staging",
        "duplicate", "alt", "style", "deadend", "docs/index"]

BODIES = {
    "index": '<p>See our <a href="https://partner.example/">partner</a>.</p>',
    "about": '<h2 id="history">History</h2><p><a href="#history">Up</a> '
             '<a href="docs/index.html#top">Manual</a></p>',
    "list": '<p><a href="list.php?page=2">Next page</a></p>',
    "missing": '<p><a href="gone.html">Last year</a></p>',
    "uncaptured": '<p><a href="private/notes.html">Notes</a></p>',
    "errorpage": '<p><a href="offer.html">Offer</a></p>',
    "case": '<p><a href="About.html">About us</a></p>',
    "fragment": '<p><a href="about.html#histroy">Our history</a></p>',
    "redirect": '<p><a href="moved.html">Moved</a></p>',
    "slash": '<p><a href="docs">Manual</a></p>',
    "escape": '<p><a href="../../../../etc/passwd">Words</a></p>',
    "mixed": '<p><img src="http://pictures.example/boat.png" alt="A boat"></p>',
    "insecure": '<p><a href="http://partner.example/terms">Terms</a></p>',
    "empty": '<p><a href="">Soon</a></p>',
    "dead": '<p><a href="javascript:void(0)">Open</a></p>',
    "staging": '<p><a href="http://localhost:3000/draft">Draft</a></p>',
    "duplicate": '<p id="pier">Pier</p><p id="pier">Pier again</p>',
    "alt": '<p><img src="img/quay.png"></p>',
    "style": '<p style="background: url(img/quay.png)">Picture</p>',
    "docs/index": '<p>Manual, <a href="../about.html">about</a></p>',
    "private/notes": "<p>Nothing here is public.</p>",
    "orphan": "<p>Nobody links here.</p>",
}

# Pages without the menu.
BARE = {
    "deadend": "<h1>The end of the pier</h1>",
    "offer": '<h1>Not here</h1><p><a href="index.html">Home</a></p>',
    "island-a": '<p><a href="island-b.html">B</a></p>',
    "island-b": '<p><a href="island-a.html">A</a></p>',
}

TITLES = {"offer": "Page not found | Harbour"}

# What saving programs must be told of, since no link leads there.
ALONE = ["orphan.html", "island-a.html"]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082")


def page(name, body, menu=True):
    up = "../" * name.count("/")
    links = "".join('<li><a href="%s%s.html">%s</a></li>' % (up, m, m) for m in MENU)
    nav = "<nav><ul>%s</ul></nav>" % links if menu else ""
    return ('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<title>%s</title>\n<link rel="stylesheet" href="%sstyle.css">\n</head>\n<body>\n'
            "%s\n<main>\n%s\n</main>\n</body>\n</html>\n"
            % (TITLES.get(name, name), up, nav, body))


def stub(to):
    return ('<!DOCTYPE html>\n<html lang="en"><head><title>Moved</title>'
            '<meta http-equiv="refresh" content="0; url=%s"></head><body></body></html>\n' % to)


PAGES = {name + ".html": page(name, body) for name, body in BODIES.items()}
PAGES.update({name + ".html": page(name, body, False) for name, body in BARE.items()})
PAGES["moved.html"] = stub("moved-again.html")
PAGES["moved-again.html"] = stub("about.html")
PAGES["list.php?page=2"] = page("list", "<p>The second page.</p>")
FILES = {
    "img/quay.png": PNG,
    "style.css": b"body { background: url(img/quay.png) }\nh1 { background: url('img/lost.png') }\n",
}

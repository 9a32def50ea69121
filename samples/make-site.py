#!/usr/bin/python3
"""Write the pages of the sample site: samples/make-site.py [DIRECTORY]

Puts the template and the menus of source/ round each of source/pages/ and saves it as
`wget -p -E -k` would: a link to a saved page is relative, any other is absolute. Images, style
sheets and scripts are not written; they live in site/ only.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from html import escape
from os.path import relpath
from pathlib import Path
from string import Template
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"
HOST = "www.asw.example.org"
ORIGIN = "https://" + HOST
FILES = HERE / "site" / HOST
NBSP = "\u00a0"

WORDS = {
    "en": {
        "organisation": "Alliance for Springs and Wells",
        "home": "Home", "skip": "Skip to main content", "language": "Select your language",
        "search": "Search", "go": "Go", "main": "Main navigation", "menu": "Menu",
        "footer": "Footer", "hidden": "Inaccessible", "breadcrumb": "Breadcrumb",
        "print": "Print this page", "further": "Explore Further", "more": "Read more",
        "topics": "Other Topics", "questions": "Look through all the questions of the toolkit",
        "address": "Alliance for Springs and Wells, 12 quai des Puisatiers, Porto-Novo, Benin",
        "rights": "Text and drawings may be copied freely.",
    },
    "fr": {
        "organisation": "Alliance pour les sources et les puits",
        "home": "Accueil", "skip": "Aller au contenu principal", "language": "Choisir la langue",
        "search": "Rechercher", "go": "OK", "main": "Navigation principale", "menu": "Menu",
        "footer": "Pied de page", "hidden": "Inaccessible", "breadcrumb": "Fil d'Ariane",
        "print": "Imprimer cette page", "further": "Pour aller plus loin", "more": "Lire la suite",
        "topics": "Autres sujets",
        "questions": "Parcourir toutes les questions de la boîte à outils",
        "address": "Alliance pour les sources et les puits, "
                   "12 quai des Puisatiers, Porto-Novo, Bénin",
        "rights": "Textes et dessins libres de reproduction.",
    },
}
LANGUAGES = {"en": "English", "fr": "Français"}


@dataclass
class Item:
    """One entry of a menu. A path of None is a heading without a link; base is where the paths of
    the entries below start."""
    label: str
    path: str
    base: str
    summary: str = ""
    mark: str = " "
    node: int = 0
    parent: "Item" = None
    children: list = field(default_factory=list)

    def line(self):
        """The entry and its ancestors, from the top down; the home page first."""
        return (self.parent.line() if self.parent else []) + [self]


@dataclass
class Page:
    """A page to write: the fields at its head, and its body."""
    fields: dict
    lang: str
    body: str

    def __getattr__(self, name):
        return self.fields.get(name.replace("_", "-"), "")

    def file(self):
        return self.path + ("index.html" if self.path.endswith("/") else ".html")


def french(text):
    """Spaces that French typography keeps from breaking."""
    return re.sub(r" (?=[?!:;»%])|(?<=«) ", NBSP, text)


def slug(label):
    plain = label.lower().translate(str.maketrans("àáâçéèêíîóôõúûã–’", "aaaceeeiiooouua--"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def read_menu(lang):
    """The home page's entry, with the menu below it.

    A line is tabs for its level, a mark (`*` is also in the small menu, `!` is unpublished) and
    the fields label, path and summary. An entry without a path gets one from its
    label, under the nearest path written out; `-` is no path.
    """
    root = Item(WORDS[lang]["home"], f"/{lang}/", f"/{lang}")
    levels = [root]
    for number, text in enumerate((SOURCE / f"menu.{lang}").read_text().splitlines(), 200):
        entry = text.lstrip("\t")
        depth = len(text) - len(entry)
        label, path, summary = (entry[2:] + "||").split("|")[:3]
        label, path, summary = label.strip(), path.strip(), summary.strip()
        parent = levels[depth]
        base = path if path.startswith("/") else parent.base
        path = None if path == "-" else path or base + "/" + slug(label)
        label = french(label) if lang == "fr" else label
        item = Item(label, path, base, summary, entry[0], number, parent)
        parent.children.append(item)
        levels[depth + 1:] = [item]
    return root


def find(root, path):
    """The entry of a path."""
    todo = [root]
    while todo:
        item = todo.pop()
        if item.path == path:
            return item
        todo += item.children
    raise LookupError(f"no menu entry leads to '{path}'")


def read_page(file):
    head, body = file.read_text().split("\n\n", 1)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    lang = file.name.split(".")[-2]
    if lang == "fr":
        fields["title"] = french(fields["title"])
        fields["description"] = french(fields.get("description", ""))
        body = french(body)
    return Page(fields, lang, body.rstrip("\n"))


def link(page, target, saved):
    """What the saved page's link to a path of the site says."""
    path, mark, fragment = target.partition("#")
    name = saved.get(path) or (path if (FILES / path[1:]).is_file() else None)
    if page.saved_by == "browser" or not name:
        return ORIGIN + target
    return quote(relpath(name, Path(page.file()).parent), safe="/=") + mark + fragment


def link_all(page, text, saved):
    return re.sub(r'\b(href|src)="(/[^"]*)"',
                  lambda m: f'{m[1]}="{link(page, m[2], saved)}"', text)


def menu(items, page, here, kind, depth=2):
    """The list of a menu of kind main, mobile or footer. The mobile one has the marked entries
    only, and gives the unpublished ones away; here is the line of entries down to this page."""
    lines = []
    indent = " " * depth
    for item in items:
        if item.mark not in ("*!" if kind == "mobile" else "* "):
            continue
        below = menu(item.children, page, here, kind, depth + 1)
        classes = ["menu-item"]
        classes += ["menu-item--expanded"] if below else []
        classes += ["menu-item--active-trail"] if item in here else []
        start = "<li>" if kind == "footer" else f'<li class="{" ".join(classes)}">'
        label, path = escape(item.label, quote=False), item.path
        if item.mark == "!":
            label, path = WORDS[page.lang]["hidden"], f"/{page.lang}/"
        active = ' class="is-active"' if item is here[-1] else ""
        if active and kind == "main" and page.current:
            active += ' aria-current="page"'
        text = f'<a href="{path}"{active}>{label}</a>' if path else f"<span>{label}</span>"
        end = f"\n{below}\n{indent}" if below else ""
        lines.append(f"{indent}{start}{text}{end}</li>")
    if not lines:
        return ""
    return f'{indent}<ul class="menu">\n' + "\n".join(lines) + f"\n{indent}</ul>"


CRUMBS = {  # attributes of the list, of an item, of its link, of a name; the position, if it is said
    "": ("", "", "", "", ""),
    "json-ld": ("", "", "", "", ""),
    "microdata": (' itemscope itemtype="https://schema.org/BreadcrumbList"',
                  ' itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"',
                  ' itemprop="item"', ' itemprop="name"', '<meta itemprop="position" content="{}">'),
    "rdfa": (' vocab="https://schema.org/" typeof="BreadcrumbList"',
             ' property="itemListElement" typeof="ListItem"',
             ' property="item" typeof="WebPage"', ' property="name"',
             '<meta property="position" content="{}">'),
}


def breadcrumb(page, line):
    whole, one, anchor, name, place = CRUMBS[page.breadcrumb]
    lines = []
    for number, item in enumerate(line, 1):
        label = f"<span{name}>{item.label}</span>" if name else item.label
        if item is not line[-1] and item.path:
            label = f'<a{anchor} href="{item.path}">{label}</a>'
        lines.append(f"    <li{one}>{label}{place.format(number)}</li>")
    title = WORDS[page.lang]["breadcrumb"]
    return "\n".join(['<nav class="breadcrumb" role="navigation" '
                      'aria-labelledby="system-breadcrumb">',
                      f'  <h2 id="system-breadcrumb" class="visually-hidden">{title}</h2>',
                      f"  <ol{whole}>", *lines, "  </ol>", "</nav>"])


def json_ld(line):
    items = [{"@type": "ListItem", "position": number, "name": item.label,
              "item": ORIGIN + item.path} for number, item in enumerate(line, 1)]
    data = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}
    text = json.dumps(data, indent=1, ensure_ascii=False)
    return f'<script type="application/ld+json">\n{text}\n</script>\n'


def teasers(page, title, items, kind):
    words = WORDS[page.lang]
    lines = [f'    <section class="{kind}">', f"      <h2>{title}</h2>"]
    for item in items:
        lines += ['      <div class="node node--view-mode-teaser teaser">',
                  f'        <h3><a href="{item.path}" rel="bookmark">{item.label}</a></h3>']
        if item.summary:
            lines.append(f"        <p>{item.summary}</p>")
        lines += [f'        <ul class="links inline"><li class="node-readmore"><a href="{item.path}" '
                  f'rel="tag" title="{item.label}">{words["more"]}</a></li></ul>', "      </div>"]
    return "\n".join(lines + ["    </section>", ""])


def further(page, item):
    """Teasers of the entries below this one or, at a leaf, beside it; then the toolkit's search."""
    words = WORDS[page.lang]
    near = item.children or [other for other in item.parent.children if other is not item]
    return teasers(page, words["further"], near, "explore-further") + "\n".join([
        '    <form class="toolkit-search" action="/%s/search/toolkit" method="get">' % page.lang,
        f'      <label for="edit-question">{words["questions"]}</label>',
        '      <input type="text" id="edit-question" name="question" size="40">',
        f'      <input type="submit" class="button form-submit" value="{words["go"]}">',
        "    </form>", ""])


def topics(page, line, root):
    """Teasers of the toolkit's other chapters: the entries with a summary."""
    toolkit = find(root, "/en/toolkit" if page.lang == "en" else "/fr/boite-a-outils")
    others = [item for item in toolkit.children if item.summary and item not in line]
    return teasers(page, WORDS[page.lang]["topics"], others, "other-topics")


def languages(page, item):
    lines = []
    for lang, name in LANGUAGES.items():
        here = lang == page.lang
        path = page.path if here else page.alternate or f"/{lang}/node/{item.node}"
        mark = ' is-active" aria-current="true"' if here else '"'
        lines.append(f'        <li class="{lang}"><a href="{path}" class="language-link{mark} '
                     f'hreflang="{lang}">{name}</a></li>')
    return "\n".join(lines)


def alternates(page):
    if not page.alternate:
        return ""
    paths = {page.lang: page.path, page.alternate[1:3]: page.alternate}
    return "".join(f'<link rel="alternate" hreflang="{lang}" href="{ORIGIN}{path}">\n'
                   for lang, path in sorted(paths.items()))


def assets(page, saved):
    if page.saved_by == "browser":
        return "./" + Path(page.file()).stem + "_files/"
    return link(page, "/themes/asw/style.css", saved).removesuffix("style.css")


def dress(page, root, saved):
    """The whole page. Links of the head are the server's own; those of the body are saved ones."""
    words, url = WORDS[page.lang], ORIGIN + page.path
    item = find(root, page.path.split("?")[0])
    line = item.line()
    at_home = len(line) == 1
    toolkit = page.type == "toolkit"
    browser = page.saved_by == "browser"
    head, body = Template((SOURCE / "page.html").read_text()).substitute(
        {"w_" + name: word for name, word in words.items()},
        lang=page.lang, organisation=words["organisation"], title=escape(page.title),
        description=escape(page.description), url=url, origin=ORIGIN, kind=page.kind or "article",
        type=page.type, alternates=alternates(page), assets=assets(page, saved),
        saved=f"<!-- saved from url=({len(url):04})" + url + " -->\n" if browser else "",
        download=".download" if browser else "",
        jsonld=json_ld(line) if page.breadcrumb == "json-ld" else "",
        languages=languages(page, item), search=f"/{page.lang}/search", front=f"/{page.lang}/",
        menu=menu(root.children, page, line, "main"),
        mobile=menu(root.children, page, line, "mobile"),
        footer=menu(root.children, page, line, "footer"),
        breadcrumb="" if at_home else breadcrumb(page, line), body=page.body,
        further=further(page, item) if toolkit else "",
        topics=topics(page, line, root) if toolkit and page.topics != "no" else "",
    ).split("</head>", 1)
    body = re.sub(r'action="(/[^"]*)"', rf'action="{ORIGIN}\1"', body)
    return head + "</head>" + link_all(page, body, saved)


def main():
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "site"
    pages = [read_page(file) for file in sorted((SOURCE / "pages").iterdir())]
    saved = {page.path: page.file() for page in pages}
    menus = {lang: read_menu(lang) for lang in LANGUAGES}
    for page in pages:
        if page.layout == "none":
            text = link_all(page, page.body, saved) + "\n"
        else:
            text = dress(page, menus[page.lang], saved)
        file = out / HOST / page.file()[1:]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding=page.charset or "utf-8")


if __name__ == "__main__":
    main()

"""by_mkdocs.py - sites by MkDocs in both themes it comes with."""
import json
import re
import subprocess
import unicodedata

from contents import TITLE, local, markdown, neighbours, pages, relative, write

THEMES = {"mkdocs-mkdocs": "mkdocs", "mkdocs-readthedocs": "readthedocs"}
HOME = "Welcome"


def document(node):
    return f"{node.path}/index.md".lstrip("/") if node.children else node.path + ".md"


def label(node):
    return node.label if node.parent else HOME


def navigation(nodes):
    """The nav setting: a section cannot be a page, so its page is its first entry."""
    return [{n.label: [{n.label: document(n)}] * n.page + navigation(n.children) if n.children else document(n)}
            for n in nodes]


def build(root, name, folder):
    for node in pages(root):
        write(folder / "docs" / document(node), markdown(node, label(node)))
    settings = {"site_name": TITLE, "theme": {"name": THEMES[name]},
                "nav": [{HOME: "index.md"}, *navigation(root.children)]}
    write(folder / "mkdocs.yml", json.dumps(settings))
    subprocess.run(["mkdocs", "build", "-q", "-f", folder / "mkdocs.yml"], check=True)


def file_of(node):
    return f"{node.path}/index.html".lstrip("/")


def link(node, page):
    """To the node's folder; the page's own is "./"."""
    return label(node), relative(node.path + "/", page.path) if node.parent else relative("", page.path), []


def slug(title):
    """What Python-Markdown's toc extension makes of a heading."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "#" + re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def tree(nodes, page, theme, depth=0):
    """The whole nav stands on each page: sections link to "#", but for readthedocs's captions at
    the top, which has the headings of the current page below it."""
    for node in nodes:
        own = link(node, page)
        if theme == "readthedocs" and node is page:
            own = (*own[:2], local(page))
        if node.children and node.parent:
            below = [own] * node.page + list(tree(node.children, page, theme, depth + 1))
            yield node.label, "" if theme == "readthedocs" and not depth else "#", below
        else:
            yield own


def truth(root, page, name):
    theme = THEMES[name]
    near = neighbours(pages(root), page)
    trees = {"menu": list(tree([root, *root.children], page, theme)),
             "pagination": [link(node, page) for node in near.values()],
             "may": [(TITLE, link(root, page)[1], [])]}
    if theme == "mkdocs":
        trees["contents"] = [(label(page), slug(label(page)), [(*item[:2], []) for item in local(page)])]
    else:
        sections = [n for n in [*page.trail, page] if n.children and n.parent]
        trees["breadcrumb"] = [("", link(root, page)[1], []), *((n.label, "", []) for n in sections),
                               (label(page), "", [])]
    return trees

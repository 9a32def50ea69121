"""by_hugo.py - sites by Hugo in two layouts of our own, in the styles of 2022 and 2002."""
import json
import subprocess

from contents import HERE, TITLE, markdown, neighbours, pages, write

THEMES = {"hugo-landmarks": "landmarks.html", "hugo-tables": "tables.html"}


def address(node):
    return f"/{node.path}/" if node.parent else "/"


def href(node):
    return address(node) if node.page else ""


def leaf(node):
    return node.label, href(node), []


def data(node):
    return {"label": node.label, "href": href(node), "path": address(node), "below": [data(n) for n in node.children]}


def source(root, node):
    matter = {"title": node.label, "trail": [data(n) for n in node.trail],
              "near": {word: data(n) for word, n in neighbours(pages(root), node).items()}}
    return json.dumps(matter, indent=1) + "\n\n" + markdown(node, "")


def build(root, name, folder):
    for node in pages(root):
        path = f"{node.path}/_index.md" if node.children else f"{node.path}.md"
        write(folder / "content" / path.lstrip("/"), source(root, node))
    layout = (HERE / "hugo" / THEMES[name]).read_text("utf-8")
    for kind in ("single", "list"):
        write(folder / f"layouts/_default/{kind}.html", layout)
    write(folder / "data/tree.json", json.dumps([data(node) for node in root.children]))
    kinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
    write(folder / "config.json", json.dumps({"title": TITLE, "disableKinds": kinds}))
    subprocess.run(["hugo", "--quiet", "--source", folder, "--destination", folder / "site"], check=True)


def file_of(node):
    return f"{node.path}/index.html".lstrip("/")


def opened(node, page):
    """Of a sidebar: below an item only where the page is it or in it."""
    below = [opened(child, page) for child in node.children] if node in [*page.trail, page] else []
    return node.label, href(node), below


def offcanvas(node):
    """Headings that open, each with the section's own page first."""
    if not node.children:
        return leaf(node)
    own = [("All of " + node.label, href(node), [])] if node.page else []
    return node.label, "", own + [offcanvas(child) for child in node.children]


def whole(node):
    return node.label, href(node), [whole(child) for child in node.children]


def truth(root, page, name):
    near = [leaf(node) for node in neighbours(pages(root), page).values()]
    above = [leaf(node) for node in page.trail]
    trees = {"pagination": near, "may": [leaf(root)], "breadcrumb": [*above, (page.label, "", [])] if above else []}
    section = ([*page.trail, page] + [None])[1]
    section = section if section and section.children else None
    if name == "hugo-landmarks":
        trees["menu"] = [(*leaf(node)[:2], [leaf(child) for child in node.children]) for node in root.children]
        trees["menu"] += [offcanvas(node) for node in root.children] + ([opened(section, page)] if section else [])
    else:
        trees["menu"] = [(node.label, href(node) or href(node.children[0]), []) for node in root.children]
        if section:
            own = [("Start", href(section), [])] if section.page else []
            trees["menu"] += [(section.label, "", own + whole(section)[2])]
    return trees

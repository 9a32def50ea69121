"""by_hugo.py - sites by Hugo in two layouts of our own, in the styles of 2022 and 2002."""
import html
import json
import subprocess

from contents import HERE, TITLE, prose

THEMES = {"hugo-landmarks": "landmarks.html", "hugo-tables": "tables.html"}


def pages(root):
    return [node for node in root.walk() if node.page]


def address(node):
    return f"/{node.path}/" if node.parent else "/"


def href(node):
    return address(node) if node.page else ""


def leaf(node):
    return node.label, href(node), []


def neighbours(root, page):
    order = pages(root)
    at = order.index(page)
    return {word: order[i] for word, i in (("previous", at - 1), ("next", at + 1)) if 0 <= i < len(order)}


def data(node):
    return {"label": node.label, "href": href(node), "path": address(node), "below": [data(n) for n in node.children]}


def source(root, node):
    matter = {"title": node.label, "trail": [data(n) for n in node.trail],
              "near": {word: data(n) for word, n in neighbours(root, node).items()}}
    text = json.dumps(matter, indent=1) + f"\n\n{prose(node, 0)}\n\n"
    for i, (title, below) in enumerate(node.headings):
        text += f"## {html.escape(title)}\n\n{prose(node, i + 1)}\n\n"
        text += "".join(f"### {html.escape(heading)}\n\n{prose(node, i + 21)}\n\n" for heading in below)
    return text


def build(root, name, folder):
    for node in pages(root):
        path = f"{node.path}/_index.md" if node.children else f"{node.path}.md"
        write(folder / "content" / path.lstrip("/"), source(root, node))
    layout = (HERE / "hugo" / THEMES[name]).read_text("utf-8")
    for kind in ("single", "list"):
        write(folder / f"layouts/_default/{kind}.html", layout)
    write(folder / "data/tree.json", json.dumps([data(node) for node in root.children]))
    write(folder / "config.json", json.dumps({"title": TITLE, "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "404"]}))
    subprocess.run(["hugo", "--quiet", "--source", folder, "--destination", folder / "site"], check=True)


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


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
    near = [leaf(node) for node in neighbours(root, page).values()]
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

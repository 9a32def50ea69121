"""by_vitepress.py - a site by VitePress in its default theme: drop-downs above, a sidebar a section."""
import html
import json
import subprocess

from contents import TITLE, markdown, neighbours, pages, prepare_npm, write

THEMES = {"vitepress": "default"}
OUTSIDE = ("Ferry line", "https://ferry.example/", [])


def document(node):
    return f"{node.path}/index".lstrip("/") if node.children else node.path


def href(node):
    """As written: from the root of the site, an index by its folder; "" without a page."""
    return f"/{node.path}{'/' if node.children else '.html'}" if node.page else ""


def leaf(node):
    return node.label, href(node), []


def bar(root):
    """The bar at the top: its drop-downs hold links, and groups of links below a heading for
    sections without a page. A drop-down has no page itself; the section's is its first link."""
    for node in root.children:
        if not node.children:
            yield leaf(node)
            continue
        below = [leaf(child) if child.page else (child.label, "", [leaf(n) for n in child.children])
                 for child in node.children]
        yield node.label, "", [leaf(node)] * node.page + below
    yield OUTSIDE


def branch(node):
    return node.label, href(node), [branch(child) for child in node.children]


def settings(tree):
    """A tree as the theme's configuration has it; texts are HTML, links are without .html."""
    items = []
    for label, link, below in tree:
        item = {"text": html.escape(label)}
        if link:
            item["link"] = link.removesuffix(".html")
        if below:
            item["items"] = settings(below)
        items.append(item)
    return items


def build(root, name, folder):
    for node in pages(root):
        write(folder / "source" / (document(node) + ".md"), markdown(node, node.label))
    config = {"title": TITLE, "themeConfig": {
        "nav": settings(bar(root)),
        "sidebar": {f"/{node.path}/": settings([branch(node)]) for node in root.children if node.children}}}
    write(folder / "source/.vitepress/config.mjs", "export default " + json.dumps(config))
    subprocess.run([prepare_npm(folder.parent) / "vitepress", "build", folder / "source",
                    "--outDir", folder / "site"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def file_of(node):
    return document(node) + ".html"


def truth(root, page, name):
    """The bar is the same everywhere; the sidebar is the whole section's, opened or not. The
    neighbours are those in the sidebar."""
    top = ([*page.trail, page] + [None])[1]
    trees = {"menu": list(bar(root)), "over": ["Main Navigation", "Sidebar Navigation"], "may": [(TITLE, "/", [])]}
    if top and top.children:
        trees["menu"].append(branch(top))
        trees["pagination"] = [leaf(node) for node in neighbours(pages(top), page).values()]
    return trees

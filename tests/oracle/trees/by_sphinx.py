"""by_sphinx.py - sites by Sphinx in several of its themes."""
import itertools
import subprocess
from pathlib import Path

from contents import TITLE, anchor, prose, relative

THEMES = {"sphinx-alabaster": "alabaster", "sphinx-rtd": "sphinx_rtd_theme"}
# What the themes give toctree() for maxdepth: nothing, and navigation_depth.
DEPTHS = {"sphinx-alabaster": 99, "sphinx-rtd": 4}
CONFIG = """project = %r
html_theme = %r
smartquotes = False
html_sidebars = %r
"""
SIDEBARS = {"alabaster": {"**": ["about.html", "navigation.html", "relations.html", "searchbox.html"]}}


def document(node):
    """Sphinx's name of a page: its path, or index in the folder of a section."""
    return f"{node.path}/index".lstrip("/") if node.children else node.path


def toctree(nodes, folder, caption=""):
    lines = [".. toctree::", "   :hidden:"]
    lines += [f"   :caption: {caption}"] if caption else []
    return "\n".join([*lines, ""] + [f"   {relative(document(n), folder)}" for n in nodes]) + "\n\n"


def groups(root):
    """The top of the tree: (caption, nodes). Only there can Sphinx head what has no page."""
    for captioned, nodes in itertools.groupby(root.children, lambda node: not node.page):
        if captioned:
            yield from ((node.label, node.children) for node in nodes)
        else:
            yield "", list(nodes)


def source(node):
    folder = str(Path(document(node)).parent)
    text = f"{node.label}\n{'=' * 80}\n\n{prose(node, 0)}\n\n"
    if not node.parent:
        text += "".join(toctree(nodes, ".", caption) for caption, nodes in groups(node))
    elif node.children:
        text += toctree(node.children, folder)
    for i, (title, below) in enumerate(node.headings):
        text += f"{title}\n{'-' * 40}\n\n{prose(node, i + 1)}\n\n"
        for heading in below:
            text += f"{heading}\n{'~' * 40}\n\n{prose(node, i + 21)}\n\n"
    return text


def pages(root):
    """All pages in reading order: each node has one but the captions at the top."""
    return [n for n in root.walk() if n.page or n.parent is not root]


def build(root, name, folder):
    """Writes sources and builds; the folder of the pages."""
    theme = THEMES[name]
    for node in pages(root):
        file = folder / "source" / (document(node) + ".rst")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source(node), "utf-8")
    (folder / "source/conf.py").write_text(CONFIG % (TITLE, theme, SIDEBARS.get(theme, {})), "utf-8")
    subprocess.run(["sphinx-build", "-q", "-E", "-b", "html", folder / "source", folder / "site"],
                   check=True)
    return folder / "site"


def leaf(node, page):
    href = "#" if node is page else relative(document(node) + ".html", str(Path(document(page)).parent))
    return node.label, href, []


def branch(node, page, depth):
    """A node of the global toctree, collapsed as both themes have it by default: open is what
    leads to the page, and there a document's own headings follow what its toctree names; those
    of the second level show on their own page. Nothing shows below the given depth."""
    label, href, below = leaf(node, page)
    if depth > 1 and node in [*page.trail, page]:
        here = "" if node is page else href
        below = [branch(child, page, depth - 1) for child in node.children]
        below += [(title, here + anchor(title),
                   [(h, here + anchor(h), []) for h in under if node is page and depth > 2])
                  for title, under in node.headings]
    return label, href, below


def truth(root, page, name):
    """The trees of a page by kind."""
    menu = []
    for caption, nodes in groups(root):
        tree = [branch(node, page, DEPTHS[name]) for node in nodes]
        menu += [(caption, "", tree)] if caption else tree
    order = pages(root)
    at = order.index(page)
    near = [leaf(order[i], page) for i in (at - 1, at + 1) if 0 <= i < len(order)]
    above = [leaf(node, page) for node in page.trail if node in order]
    home = leaf(root, page)
    if name == "sphinx-rtd":
        words = [(word, href, []) for word, (_, href, _) in zip(["Previous", "Next"][at == 0:], near)]
        return {"menu": menu, "pagination": words, "may": [home],
                "breadcrumb": [("Home", home[1], []), *above[1:], (page.label, "", [])]}
    # Alabaster's "Related Topics" nests the two neighbours below the way down to the page.
    related = near + [(word, "", near) for word in ("Previous:", "Next:")]
    for label, href, _ in reversed(above[1:]):
        related = [(label, href, related)]
    return {"menu": menu, "pagination": near, "over": ["Navigation", "Related Topics"],
            "may": [home, ("Documentation overview", home[1], related)]}


def file_of(node):
    return document(node) + ".html"

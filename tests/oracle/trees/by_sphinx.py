"""by_sphinx.py - sites by Sphinx in several of its themes."""
import itertools
import subprocess
from pathlib import Path

from contents import TITLE, anchor, local, neighbours, prose, relative, write

THEMES = {"sphinx-alabaster": "alabaster", "sphinx-rtd": "sphinx_rtd_theme", "sphinx-furo": "furo",
          "sphinx-pydata": "pydata_sphinx_theme"}
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
    theme = THEMES[name]
    for node in pages(root):
        write(folder / "source" / (document(node) + ".rst"), source(node))
    write(folder / "source/conf.py", CONFIG % (TITLE, theme, SIDEBARS.get(theme, {})))
    subprocess.run(["sphinx-build", "-q", "-E", "-b", "html", folder / "source", folder / "site"], check=True)


def leaf(node, page):
    href = "#" if node is page else relative(document(node) + ".html", str(Path(document(page)).parent))
    return node.label, href, []


def branch(node, page, depth):
    """A node of the global toctree, collapsed as toctree() does it: open is what leads to the
    page, and there a document's own headings follow what its toctree names; those of the second
    level show on their own page. Nothing shows below the given depth."""
    label, href, below = leaf(node, page)
    if depth > 1 and node in [*page.trail, page]:
        here = "" if node is page else href
        below = [branch(child, page, depth - 1) for child in node.children]
        below += [(title, here + anchor(title),
                   [(h, here + anchor(h), []) for h in under if node is page and depth > 2])
                  for title, under in node.headings]
    return label, href, below


def whole(node, page):
    """The same, neither collapsed nor with headings."""
    return (*leaf(node, page)[:2], [whole(child, page) for child in node.children])


def captioned(root, shown):
    """The top of the tree, each node as given, captions as roots."""
    for caption, nodes in groups(root):
        tree = [shown(node) for node in nodes]
        yield from [(caption, "", tree)] if caption else tree


def alabaster(root, page, above, near):
    """Collapsed, of any depth. "Related Topics" nests both neighbours below the way to the page."""
    related = near + [(word, "", near) for word in ("Previous:", "Next:")]
    for label, href, _ in reversed(above):
        related = [(label, href, related)]
    return {"menu": list(captioned(root, lambda node: branch(node, page, 99))), "pagination": near,
            "over": ["Navigation", "Related Topics"],
            "may": [("Documentation overview", leaf(root, page)[1], related)]}


def rtd(root, page, above, near):
    """Collapsed, navigation_depth is 4."""
    return {"menu": list(captioned(root, lambda node: branch(node, page, 4))), "pagination": near,
            "breadcrumb": [("Home", leaf(root, page)[1], []), *above, (page.label, "", [])]}


def furo(root, page, above, near):
    """The whole tree, folded by style alone. There are no contents where they would hold nothing
    or one toctree; the home page has a toctree a group."""
    contents = [(page.label, "#", local(page))] if page.headings or page is root else []
    return {"menu": list(captioned(root, lambda node: whole(node, page))), "pagination": near,
            "contents": contents, "over": ["Contents"]}


def pydata(root, page, above, near):
    """A bar of the top, without captions, and a sidebar of all that is below the page's place in it."""
    top = [node for _, nodes in groups(root) for node in nodes]
    sidebar = [whole(child, page) for node in top if node in [*page.trail, page] for child in node.children]
    return {"menu": [leaf(node, page) for node in top] + sidebar, "pagination": near,
            "contents": local(page), "over": ["On this page"]}


SHOWN = {"sphinx-alabaster": alabaster, "sphinx-rtd": rtd, "sphinx-furo": furo, "sphinx-pydata": pydata}


def truth(root, page, name):
    """The trees of a page by kind; its site's title may stand anywhere."""
    order = pages(root)
    near = [leaf(node, page) for node in neighbours(order, page).values()]
    above = [leaf(node, page) for node in page.trail if node in order and node.parent]
    trees = SHOWN[name](root, page, above, near)
    home = leaf(root, page)[1]
    trees["may"] = trees.get("may", []) + [(TITLE, home, []), (TITLE + " documentation", home, [])]
    return trees


def file_of(node):
    return document(node) + ".html"

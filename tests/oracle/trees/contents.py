"""contents.py - the table of contents that all generated sites share, and what stands on a page.

A site's truth comes from here and from what its generator says it does, never from its HTML.
"""
import html
import posixpath
import subprocess
import zlib
from pathlib import Path

HERE = Path(__file__).parent
TITLE = "The Harbour Book"
HEADINGS = """Before you go|What it costs|Opening hours|A short history|In bad weather|Who to ask
    With children|What people say|Lost & found|On the water|On market days|Further on""".replace("\n", "|")
HEADINGS = [heading.strip() for heading in HEADINGS.split("|")]


class Node:
    """A section or leaf; `page` is false where it is only a heading over its children."""

    def __init__(self, slug, label, parent):
        self.page = not slug.startswith("(")
        self.slug, self.label, self.parent, self.children = slug.strip("()"), label, parent, []
        if parent:
            parent.children.append(self)

    @property
    def path(self):
        """Slugs from the top, with slashes; empty for the root, which is the home page."""
        return posixpath.join(self.parent.path, self.slug) if self.parent else ""

    @property
    def trail(self):
        """The nodes above, the root first."""
        return [*self.parent.trail, self.parent] if self.parent else []

    def walk(self):
        """This node and all below in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def headings(self):
        """The page's own sections: (title, titles below it), the same on each run."""
        seed = zlib.crc32(self.path.encode())
        titles = [HEADINGS[(seed + 5 * i) % len(HEADINGS)] for i in range(seed // 64 % 5)]
        return [(title, [HEADINGS[(seed + 5 * i + 1) % len(HEADINGS)] + " again"] if i == 1 else [])
                for i, title in enumerate(titles)]


def read():
    """The root of contents.txt."""
    root = Node("", TITLE, None)
    above = [root]
    for line in (HERE / "contents.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            slug, label = line.split(None, 1)
            depth = (len(line) - len(line.lstrip())) // 2
            del above[depth + 1:]
            above.append(Node(slug, label, above[-1]))
    return root


def prose(node, part):
    """Two to four sentences for the numbered part of a page."""
    sentences = (HERE / "prose.txt").read_text("utf-8").splitlines()
    seed = zlib.crc32(b"%s %d" % (node.path.encode(), part))
    return " ".join(sentences[(seed + 7 * i) % len(sentences)] for i in range(2 + seed // 64 % 3))


def markdown(node, title):
    """A page in Markdown, without the first heading where the title is empty."""
    parts = [f"# {html.escape(title, quote=False)}"] * bool(title) + [prose(node, 0)]
    for i, (heading, below) in enumerate(node.headings):
        parts += [f"## {heading}", prose(node, i + 1)]
        for one in below:
            parts += [f"### {one}", prose(node, i + 21)]
    return "\n\n".join(parts) + "\n"


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def pages(root):
    """All pages of a site in reading order, where only what has a page is one."""
    return [node for node in root.walk() if node.page]


def neighbours(order, page):
    """The pages before and after one, by the words for them."""
    at = order.index(page)
    return {word: order[i] for word, i in (("previous", at - 1), ("next", at + 1)) if 0 <= i < len(order)}


def anchor(heading):
    """The fragment all these generators give a heading of plain words."""
    return "#" + "-".join("".join(c for c in heading.lower() if c.isalnum() or c == " ").split())


def local(page, fragment=anchor):
    """A page's own headings as a tree."""
    return [(title, fragment(title), [(one, fragment(one), []) for one in below]) for title, below in page.headings]


def relative(target, folder):
    """A relative reference to a file or folder of the site from a page in a folder of it."""
    slash = "/" if target.endswith("/") and target != "/" else ""
    return posixpath.relpath("/" + target, "/" + folder) + slash


def prepare_npm(folder):
    """Installs what package.json names in a folder above the sources, once; the programs' folder."""
    wanted, done = (HERE / "package.json").read_text("utf-8"), folder / "node_modules/.installed"
    if not done.exists() or done.read_text("utf-8") != wanted:
        (folder / "package.json").write_text(wanted, "utf-8")
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
        done.write_text(wanted, "utf-8")
    return folder / "node_modules/.bin"


def paths(tree, above=()):
    """Each item's path: the labels down to it, and its href ("" where it has none)."""
    for label, href, children in tree:
        chain = (*above, label)
        yield chain, href
        yield from paths(children, chain)

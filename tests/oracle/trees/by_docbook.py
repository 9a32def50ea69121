"""by_docbook.py - a book in chunks by the DocBook XSL stylesheets."""
import subprocess
from xml.sax.saxutils import escape

from contents import TITLE, neighbours, prose, write

THEMES = {"docbook": "xhtml"}
CHUNK = "/usr/share/xml/docbook/stylesheet/docbook-xsl/xhtml/chunk.xsl"
PARAMETERS = {"use.id.as.filename": "1", "chunk.section.depth": "3", "chunk.first.sections": "1", "generate.section.toc.level": "2",
              "toc.section.depth": "3", "toc.max.depth": "3", "chunker.output.encoding": "UTF-8"}
TOCS = "book toc,title\nchapter toc\nsection toc"


def ident(node):
    return node.path.replace("/", "-") or "index"


def pages(root):
    """Every chapter and section is a chunk of its own."""
    return list(root.walk())


def file_of(node):
    return ident(node) + ".html"


def element(node):
    """A chapter or section with its text; the page's own headings make no chunks."""
    name = "section" if node.parent.parent else "chapter"
    own = "".join(f"<bridgehead>{escape(title)}</bridgehead><para>{escape(prose(node, i + 1))}</para>"
                  for i, (title, _) in enumerate(node.headings))
    return (f'<{name} id="{ident(node)}"><title>{escape(node.label)}</title><para>{escape(prose(node, 0))}</para>'
            f"{own}{''.join(map(element, node.children))}</{name}>")


def build(root, name, folder):
    book = f'<book id="index"><title>{TITLE}</title>{"".join(map(element, root.children))}</book>'
    write(folder / "book.xml", book)
    command = ["xsltproc", "--nonet", "-o", f"{folder}/site/", "--stringparam", "generate.toc", TOCS]
    for parameter in PARAMETERS.items():
        command += ["--stringparam", *parameter]
    subprocess.run([*command, CHUNK, folder / "book.xml"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def branch(node):
    return node.label, file_of(node), [branch(child) for child in node.children]


def truth(root, page, name):
    """Each division with others below it lists them all; the book numbers its chapters. There
    are no menus; the way to the neighbours stands above and below the text."""
    contents = [branch(child) for child in page.children]
    if page is root:
        contents = [(f"{i}. {label}", *rest) for i, (label, *rest) in enumerate(contents, 1)]
    near = [(*branch(node)[:2], []) for node in neighbours(pages(root), page).values()]
    return {"contents": contents, "pagination": near, "over": ["Table of Contents"]}

"""by_docusaurus.py - a site by Docusaurus in its classic theme."""
import json
import subprocess

from contents import TITLE, local, markdown, neighbours, pages, prepare_npm, write

THEMES = {"docusaurus": "classic"}
HOME = "Welcome"
COLUMNS = [{"title": "Visit", "items": [{"label": "Getting here", "to": "/town/arriving/"}]},
           {"title": "Office", "items": [{"label": "Customs house", "href": "https://customs.example/"}]}]


def document(node):
    return f"{node.path}/index".lstrip("/") if node.children else node.path


def file_of(node):
    return f"{node.path}/index.html".lstrip("/")


def leaf(node):
    """As written: from the root of the site, with the slash at the end that trailingSlash adds."""
    if not node.parent:
        return HOME, "/", []
    return node.label, f"/{node.path}/" if node.page else "", []


def bar(root):
    """Drop-downs take plain links only, and link to "#" themselves; the section's page comes first."""
    for node in root.children:
        if node.children:
            own = [leaf(node)] if node.page else []
            yield node.label, "#", own + [leaf(child) for child in node.children if child.page]
        else:
            yield leaf(node)


def category(node):
    """A sidebar's setting."""
    if not node.children or not node.parent:
        return {"type": "doc", "id": document(node), "label": leaf(node)[0]}
    setting = {"type": "category", "label": node.label, "items": [category(child) for child in node.children]}
    if node.page:
        setting["link"] = {"type": "doc", "id": document(node)}
    return setting


def build(root, name, folder):
    for node in pages(root):
        write(folder / "docs" / (document(node) + ".md"), markdown(node, leaf(node)[0]))
    settings = [{"label": label, "items": [{"label": one, "to": to} for one, to, _ in below]} if below
                else {"label": label, "to": href} for label, href, below in bar(root)]
    config = {"title": TITLE, "url": "https://harbour.example", "baseUrl": "/", "trailingSlash": True,
              "onBrokenLinks": "ignore",
              "presets": [["classic", {"docs": {"routeBasePath": "/", "sidebarPath": "sidebars.json"}, "blog": False}]],
              "themeConfig": {"navbar": {"title": TITLE, "items": settings}, "footer": {"links": COLUMNS}}}
    write(folder / "docusaurus.config.js", "module.exports = " + json.dumps(config))
    write(folder / "sidebars.json", json.dumps({"all": [category(node) for node in [root, *root.children]]}))
    subprocess.run([prepare_npm(folder.parent) / "docusaurus", "build", folder, "--out-dir", folder / "site",
                    "--no-minify"], cwd=folder.parent, check=True, stdout=subprocess.DEVNULL)


def tree(nodes, page):
    """The sidebar: a category is written only where it is open, by default where the page is in
    it or is its own. One without a page links to the first page in it, as long as no script
    has run."""
    for node in nodes:
        label, href, _ = leaf(node)
        is_open = node.parent and node in [*page.trail, page]
        first = next((child for child in node.walk() if child.page), None)
        yield label, href or leaf(first)[1], list(tree(node.children, page)) if is_open else []


def fragment(heading):
    """Docusaurus makes fragments as GitHub does: a space is a hyphen, each of several too."""
    return "#" + "".join(c for c in heading.lower() if c.isalnum() or c in " -").replace(" ", "-")


def truth(root, page, name):
    above = [leaf(node) for node in page.trail if node.parent]
    return {"menu": [*bar(root), *tree([root, *root.children], page)],
            "contents": local(page, fragment), "may": [(TITLE, "/", [])],
            "breadcrumb": [("Home page", "/", []), *above, (leaf(page)[0], "", [])],
            "pagination": [leaf(node) for node in neighbours(pages(root), page).values()]}

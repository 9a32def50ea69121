#!/usr/bin/env python3
"""edits.py - edit tables of page lines in every way there is, have sitecsv merge them, and see
whether each edit landed where it should and nowhere else.

usage: edits.py SITECSV LINES        prints TAP

An edit is made twice: in the table, by Python's csv, and in the page lines, by Python's XML. What
sitecsv -r makes of the first must be the second. A conflict must be found on its line, and leave
its page as it was.
"""
import copy
import csv
import io
import subprocess
import sys
import xml.etree.ElementTree as ET

PAGE = "{urn:siteglean:page:1}"
ITEM, NAV = PAGE + "item", PAGE + "nav"


class Table:
    """The rows of a table, and how it is written and merged."""

    def __init__(self, name, text):
        self.name = name
        self.rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.columns = list(self.rows[0])
        self.options, self.form, self.bom = [], {}, ""

    def find(self, path, **values):
        return next(r for r in self.rows
                    if r["path"] == path and all(r[k] == v for k, v in values.items()))

    def new(self, path, **values):
        row = dict.fromkeys(self.columns, "") | {"path": path} | values
        self.rows.append(row)
        return row

    def line(self, row):
        """Where it stands; no value of a table with conflicts has a newline."""
        return 2 + next(i for i, r in enumerate(self.rows) if r is row)

    def text(self):
        out = io.StringIO()
        writer = csv.DictWriter(out, self.columns, extrasaction="ignore",
                                **{"quoting": csv.QUOTE_ALL, "lineterminator": "\r\n"} | self.form)
        writer.writeheader()
        writer.writerows(self.rows)
        return self.bom + out.getvalue()


class Pages:
    """The pages as XML."""

    def __init__(self, lines):
        self.pages = [ET.fromstring(line) for line in lines.splitlines()]

    def page(self, path):
        return next(p for p in self.pages if p.get("path") == path)

    def item(self, path, name):
        """The element of an id such as n1.3.2, or of a tree."""
        tree, *places = name.split(".")
        e = next(n for n in self.page(path).iter(NAV) if n.get("id") == tree)
        for place in places:
            e = e.findall(ITEM)[int(place) - 1]
        return e

    def parent(self, path, name):
        return self.item(path, name.rpartition(".")[0])

    def put(self, path, parent, place, item):
        """Make an item the child of another at a place, from 1."""
        above = self.item(path, parent) if isinstance(parent, str) else parent
        first = 1 if above.find(PAGE + "text") is not None else 0
        above.insert(first + place - 1, item)
        return item

    def take(self, path, name):
        item = self.item(path, name)
        self.parent(path, name).remove(item)
        return item


def shown(page):
    """The labels of a page that are text of it."""
    for e in page.iter():
        if e.tag in (NAV, ITEM) and "label-from" not in e.attrib:
            yield e.get("label", "")
        if e.tag == PAGE + "text" and e.text:
            yield e.text


def count(page):
    texts = list(shown(page))
    return (sum(len(t.split()) for t in texts), sum(len("".join(t.split())) for t in texts))


def new_item(**attributes):
    return ET.Element(ITEM, {k.replace("_", "-"): v for k, v in attributes.items()})


def state(target):
    return "file" if target.endswith(".pdf") else "page"


EDITS, CONFLICTS = [], []


def edit(f):
    EDITS.append(f)
    return f


def conflict(rule):
    def add(f):
        CONFLICTS.append((rule, f))
        return f
    return add


# They are made in the first of the pages, whose tree n1 has the items n1.1, n1.2 with n1.2.1 and
# n1.2.2 below it, and n1.3.

@edit
def nothing(t, p, path):
    pass


@edit
def a_label(t, p, path):
    t.find(path, id="n1.2.1")["label"] = "Étiquette <neuve> & \"longue\""
    p.item(path, "n1.2.1").set("label", "Étiquette <neuve> & \"longue\"")


@edit
def a_label_of_two_lines(t, p, path):
    t.find(path, id="n1.2")["label"] = " Two\r\n lines  "
    p.item(path, "n1.2").set("label", "Two lines")


@edit
def an_empty_label(t, p, path):
    t.find(path, id="n1.1")["label"] = ""
    p.item(path, "n1.1").set("label", "")


@edit
def an_address(t, p, path):
    t.find(path, id="n1.1")["href"] = "/elsewhere?a=1&b=2"
    item = p.item(path, "n1.1")
    item.set("href", "/elsewhere?a=1&b=2")
    item.attrib.pop("target", None), item.attrib.pop("state", None)


@edit
def a_target_that_is_a_page(t, p, path):
    other = p.pages[1].get("path")
    row = t.find(path, id="n1.2.1")
    row["href"], row["target"] = "../x.html", other
    item = p.item(path, "n1.2.1")
    item.set("href", "../x.html"), item.set("target", other), item.set("state", "page")


@edit
def a_target_that_is_a_file(t, p, path):
    t.find(path, id="n1.2.1")["target"] = "files/report.pdf"
    item = p.item(path, "n1.2.1")
    item.set("target", "files/report.pdf"), item.set("state", "file")


@edit
def no_address_any_more(t, p, path):
    row = t.find(path, id="n1.1")
    row["href"] = row["target"] = ""
    item = p.item(path, "n1.1")
    for name in ("href", "target", "state"):
        item.attrib.pop(name, None)


@edit
def an_item_below_another(t, p, path):
    row = t.find(path, id="n1.3")
    row["parent"], row["position"] = "n1.1", ""
    above = p.item(path, "n1.1")
    p.put(path, above, len(above.findall(ITEM)) + 1, p.take(path, "n1.3"))


@edit
def an_item_up_to_the_top(t, p, path):
    row = t.find(path, id="n1.2.1")
    row["parent"], row["position"] = "n1", "1"
    p.put(path, "n1", 1, p.take(path, "n1.2.1"))


@edit
def a_branch_into_another_tree(t, p, path):
    row = t.find(path, id="n1.2")
    row["nav"], row["parent"], row["position"] = "n2", "n2", "2"
    p.put(path, "n2", 2, p.take(path, "n1.2"))


@edit
def a_child_and_its_parent_changing_places(t, p, path):
    child, above = t.find(path, id="n1.2.1"), t.find(path, id="n1.2")
    child["parent"], child["position"] = "n1", "2"
    above["parent"], above["position"] = "n1.2.1", "1"
    element, branch = p.take(path, "n1.2.1"), p.take(path, "n1.2")
    element.append(branch)
    p.put(path, "n1", 2, element)


@edit
def an_item_further_down(t, p, path):
    t.find(path, id="n1.1")["position"] = "3"
    p.put(path, "n1", 3, p.take(path, "n1.1"))


@edit
def two_items_that_swap(t, p, path):
    t.find(path, id="n1.1")["position"], t.find(path, id="n1.3")["position"] = "3", "1"
    third, first = p.take(path, "n1.3"), p.take(path, "n1.1")
    p.put(path, "n1", 1, third), p.put(path, "n1", 3, first)


@edit
def all_positions_in_tens_backwards(t, p, path):
    rows = [r for r in t.rows if r["path"] == path and r["parent"] == "n1"]
    for i, row in enumerate(rows):
        row["position"] = str(10 * (len(rows) - i))
    tree = p.item(path, "n1")
    items = tree.findall(ITEM)
    for item in items:
        tree.remove(item)
    tree.extend(reversed(items))


@edit
def a_new_item(t, p, path):
    t.new(path, parent="n1.1", label="New", href="new.html", target="d/new.html")
    p.item(path, "n1.1").append(
        new_item(label="New", href="new.html", target="d/new.html", state="page"))


@edit
def a_new_item_in_second_place(t, p, path):
    t.new(path, nav="n1", kind=p.item(path, "n1").get("kind"), parent="n1", position="2", label="N")
    p.put(path, "n1", 2, new_item(label="N"))


@edit
def a_new_item_among_renumbered_ones(t, p, path):
    for row in t.rows:
        if row["path"] == path and row["parent"] == "n1" and int(row["position"]) >= 2:
            row["position"] = str(int(row["position"]) + 1)
    t.new(path, parent="n1", nav="n1", position="2", label="N")
    p.put(path, "n1", 2, new_item(label="N"))


@edit
def a_new_branch(t, p, path):
    t.new(path, nav="n1", parent="above", label="Below")
    t.new(path, nav="n1", id="above", label="Above")
    item = new_item(label="Above")
    item.append(new_item(label="Below"))
    p.item(path, "n1").append(item)


@edit
def a_new_tree(t, p, path):
    page = p.page(path)
    name = f"n{len(page.findall(NAV)) + 1}"
    t.new(path, nav=name, kind="related", parent=name, label="See also", href="#top")
    t.new(path, nav=name, label="And this")
    tree = ET.SubElement(page, NAV, id=name, kind="related")
    tree.extend([new_item(label="See also", href="#top"), new_item(label="And this")])


@edit
def another_kind_of_tree(t, p, path):
    for row in t.rows:
        if row["path"] == path and row["nav"] == "n1":
            row["kind"] = "contents"
    p.item(path, "n1").set("kind", "contents")


@edit
def another_kind_by_one_row(t, p, path):
    t.find(path, id="n1.2")["kind"] = "footer"
    p.item(path, "n1").set("kind", "footer")


@edit
def an_item_deleted(t, p, path):
    t.options = ["--delete"]
    t.rows.remove(t.find(path, id="n1.2.1"))
    p.take(path, "n1.2.1")


@edit
def a_branch_deleted_and_the_rest_renumbered(t, p, path):
    t.options = ["--delete"]
    t.rows = [r for r in t.rows
              if r["path"] != path or not (r["id"] + ".").startswith("n1.2.")]
    for row in t.rows:
        if row["path"] == path and row["parent"] == "n1" and int(row["position"]) > 2:
            row["position"] = str(int(row["position"]) - 1)
    p.take(path, "n1.2")


@edit
def a_branch_deleted_but_for_one_item(t, p, path):
    t.options = ["--delete"]
    t.find(path, id="n1.2.1")["parent"] = "n1.1"
    t.rows = [r for r in t.rows if r["path"] != path or r["id"] == "n1.2.1"
              or not (r["id"] + ".").startswith("n1.2.")]
    item = p.take(path, "n1.2.1")
    p.put(path, "n1.1", 1, item)
    p.take(path, "n1.2")


@edit
def all_items_of_a_page_deleted(t, p, path):
    t.options = ["--delete"]
    t.rows = [r for r in t.rows if r["path"] != path]
    for tree in p.page(path).iter(NAV):
        for item in tree.findall(ITEM):
            tree.remove(item)


@edit
def rows_without_delete(t, p, path):
    t.rows = [r for r in t.rows if r["path"] == path]


@edit
def rows_backwards(t, p, path):
    t.rows.reverse()


@edit
def few_columns(t, p, path):
    t.columns = ["label", "id", "path"]
    t.find(path, id="n1.3")["label"] = "Third"
    p.item(path, "n1.3").set("label", "Third")


@edit
def depth_and_at_which_are_not_read(t, p, path):
    for row in t.rows:
        row["depth"], row["at"] = "7", "12:30:00"


@edit
def tabs_and_no_quotes(t, p, path):
    t.form = {"delimiter": "\t", "quoting": csv.QUOTE_MINIMAL, "lineterminator": "\n"}
    t.find(path, id="n1.1")["label"] = "A, B; C"
    p.item(path, "n1.1").set("label", "A, B; C")


@edit
def semicolons_a_mark_and_old_line_ends(t, p, path):
    t.form = {"delimiter": ";", "lineterminator": "\r"}
    t.bom = "\ufeff"
    t.find(path, id="n1.1")["label"] = "= 1"
    p.item(path, "n1.1").set("label", "= 1")


@edit
def marks_against_formulas(t, p, path):
    t.options = ["--safe"]
    for row in t.rows:
        for name, value in row.items():
            if value[:1] and value[0] in "=+-@\t\r\n'＝＋－＠":
                row[name] = "'" + value
    t.find(path, id="n1.1")["label"] = "'=1+1"
    p.item(path, "n1.1").set("label", "=1+1")


@edit
def pages_title(t, p, path):
    t.find(path)["title"] = "A title"
    p.page(path).set("title", "A title")


@edit
def pages_title_emptied(t, p, path):
    t.find(path)["title"] = ""
    p.page(path).set("title", "")


@edit
def pages_address_and_what_told_it(t, p, path):
    row = t.find(path)
    row["url"], row["url-from"] = "https://new.example/", ""
    page = p.page(path)
    page.set("url", "https://new.example/")
    page.attrib.pop("url-from", None)


@edit
def pages_language(t, p, path):
    t.find(path)["lang"] = "PT-br"
    p.page(path).set("lang", "pt-BR")


@edit
def pages_status(t, p, path):
    t.find(path)["status"] = "404"
    p.page(path).set("status", "404")


@edit
def pages_new(t, p, path):
    t.new("new/page.html", title="New", lang="en")
    p.pages.append(ET.Element(PAGE + "page", path="new/page.html", title="New", lang="en",
                              bytes="0", words="0", characters="0"))


@edit
def pages_deleted(t, p, path):
    t.options = ["--delete"]
    t.rows.remove(t.find(path))
    p.pages.remove(p.page(path))


@edit
def pages_counts_which_are_not_read(t, p, path):
    t.find(path)["words"] = "1"


@conflict("csv.id")
def an_unknown_id(t, path):
    row = t.find(path, id="n1.2")
    row["id"] = "n1.99"
    return row


@conflict("csv.id")
def the_id_of_a_tree(t, path):
    row = t.find(path, id="n1.2")
    row["id"] = "n1"
    return row


@conflict("csv.duplicate")
def an_id_twice(t, path):
    return t.new(path, **{k: v for k, v in t.find(path, id="n1.2").items() if k != "path"})


@conflict("csv.parent")
def an_unknown_parent(t, path):
    row = t.find(path, id="n1.2")
    row["parent"] = "n1.77"
    return row


@conflict("csv.parent")
def a_parent_that_goes(t, path):
    t.options = ["--delete"]
    for name in ("n1.2", "n1.2.2"):
        t.rows.remove(t.find(path, id=name))
    return t.find(path, id="n1.2.1")


@conflict("csv.parent")
def too_deep(t, path):
    above = "n1.1"
    for i in range(200):
        row = t.new(path, id=f"d{i}", parent=above, label="deep")
        above = f"d{i}"
    return row


@conflict("csv.cycle")
def a_circle_of_two(t, path):
    row = t.find(path, id="n1.2")
    row["parent"] = "n1.2.1"
    return row


@conflict("csv.cycle")
def an_item_below_itself(t, path):
    row = t.find(path, id="n1.1")
    row["parent"] = "n1.1"
    return row


@conflict("csv.nav")
def a_tree_out_of_turn(t, path):
    return t.new(path, nav="n99", kind="menu", label="x")


@conflict("csv.nav")
def a_new_tree_without_a_kind(t, path):
    trees = {r["nav"] for r in t.rows if r["path"] == path}
    return t.new(path, nav=f"n{len(trees) + 1}", label="x")


@conflict("csv.nav")
def two_kinds(t, path):
    t.find(path, id="n1.1")["kind"] = "footer"
    row = t.find(path, id="n1.2")
    row["kind"] = "tags"
    return row


@conflict("csv.nav")
def a_tree_that_is_not_the_parents(t, path):
    row = t.find(path, id="n1.2")
    row["nav"] = "n2"
    return row


@conflict("csv.nav")
def nowhere_to_be(t, path):
    return t.new(path, label="x")


@conflict("csv.value")
def an_unknown_kind(t, path):
    row = t.find(path, id="n1.2")
    row["kind"] = "buttons"
    return row


@conflict("csv.value")
def a_position_that_is_none(t, path):
    row = t.find(path, id="n1.2")
    row["position"] = "2nd"
    return row


@conflict("csv.value")
def a_target_without_an_address(t, path):
    return t.new(path, parent="n1", target="d/x.html", label="x")


@conflict("csv.page")
def an_unknown_page(t, path):
    return t.new("no/such.html", nav="n1", kind="menu", label="x")


@conflict("csv.value")
def pages_language_that_is_none(t, path):
    row = t.find(path)
    row["lang"] = "en_UK"
    return row


@conflict("csv.value")
def pages_size_that_is_none(t, path):
    row = t.find(path)
    row["bytes"] = "1,024"
    return row


@conflict("csv.duplicate")
def pages_path_twice(t, path):
    return t.new(path, title="again")


@conflict("csv.value")
def pages_without_a_path(t, path):
    return t.new("", title="nowhere")


def run(sitecsv, table, lines, *options):
    return subprocess.run(
        [sitecsv, "-q", "-r", "-t", table.name, "--into", lines, *table.options, *options],
        input=table.text().encode(), capture_output=True)


def canonical(page):
    return ET.canonicalize(ET.tostring(page, encoding="unicode"))


def check_edit(f, sitecsv, table, lines, before):
    after = copy.deepcopy(before)
    f(table, after, before.pages[0].get("path"))
    for page in after.pages:
        old = [p for p in before.pages if p.get("path") == page.get("path")]
        for name, new, was in zip(("words", "characters"), count(page), old and count(old[0])):
            page.set(name, str(int(page.get(name)) + new - was))
    got = run(sitecsv, table, lines)
    want = [canonical(p) for p in after.pages]
    have = [canonical(ET.fromstring(line)) for line in got.stdout.decode().splitlines()]
    wrong = [f"- {w}\n+ {h}" for w, h in zip(want, have) if w != h]
    if len(want) != len(have):
        wrong.append(f"{len(have)} pages, not {len(want)}")
    if got.returncode or got.stderr:
        wrong.append(got.stderr.decode())
    return wrong


def check_conflict(rule, f, sitecsv, table, lines, text):
    """On its line, by itself, in words and as a product that keeps the page as it was."""
    path = ET.fromstring(text.split("\n", 1)[0]).get("path")
    row = f(table, path)
    line = table.line(row)
    found = run(sitecsv, table, lines, "-c")
    said = found.stdout.decode().splitlines()
    wrong = []
    if found.returncode != 1 or len(said) != 1:
        wrong.append(f"status {found.returncode}, {said}, {found.stderr.decode()}")
    elif not said[0].startswith(f"-:{line}: error: ") or not said[0].endswith(f" [{rule}]"):
        wrong.append(f"{said[0]}, not {rule} of line {line}")
    product = run(sitecsv, table, lines)
    if product.returncode != 2 or f"-:{line}: " not in product.stderr.decode():
        wrong.append(f"status {product.returncode}: {product.stderr.decode()}")
    if not table.options and product.stdout.decode() != text:
        wrong.append("the pages have changed")
    if product.stdout.decode().split("\n", 1)[0] != text.split("\n", 1)[0]:
        wrong.append("the page has changed")
    return wrong


def main():
    sitecsv, lines = sys.argv[1:]
    with open(lines, encoding="utf-8") as f:
        text = f.read()
    tables = {name: subprocess.run([sitecsv, "-q", "-t", name, lines], capture_output=True,
                                   check=True).stdout.decode() for name in ("nav", "pages")}
    before = Pages(text)
    cases = [(f, None) for f in EDITS] + [(f, rule) for rule, f in CONFLICTS]
    print(f"1..{len(cases)}")
    for i, (f, rule) in enumerate(cases, 1):
        name = "pages" if f.__name__.startswith("pages_") else "nav"
        table = Table(name, tables[name])
        wrong = (check_conflict(rule, f, sitecsv, table, lines, text) if rule
                 else check_edit(f, sitecsv, table, lines, before))
        print(f"{'not ' if wrong else ''}ok {i} - {'conflict' if rule else 'edit'}: "
              f"{f.__name__.replace('_', ' ')}")
        for line in "\n".join(wrong).splitlines():
            print("#", line[:2000])


if __name__ == "__main__":
    main()

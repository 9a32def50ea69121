"""pageline.py - page lines as the oracles see them, and the counted text of a saved page.

Nothing here is shared with the filters: expat reads the lines, html5lib or lexbor the pages.
"""
import codecs
import gzip
import re
import xml.parsers.expat

import webencodings

PAGE = "urn:siteglean:page:1 "
XHTML = "http://www.w3.org/1999/xhtml"

# Unicode's White_Space; str.isspace() would add U+001C to U+001F.
WHITE = r"\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
WHITE_RUN = re.compile("[%s]+" % WHITE)
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Text inside these does not count; the first two in SVG neither.
UNCOUNTED_ANYWHERE = {"script", "style"}
UNCOUNTED_HTML = {"head", "template", "iframe", "noframes", "noembed"}

# HTML 3.2.5.2.5, phrasing content, with the obsolete elements browsers render inline. The
# border of any other element ends a word.
PHRASING = set("""
    a abbr acronym area audio b basefont bdi bdo big blink button canvas cite code data datalist
    del dfn em embed font i iframe img input ins kbd label link map mark math meta meter nobr
    noscript object output param picture progress q rb rp rt rtc ruby s samp script select slot
    small source span strike strong sub sup svg template textarea time track tt u var video wbr
    """.split())


def visible(text):
    """The characters that count: no white space, and what XML 1.0 forbids as U+FFFD."""
    return FORBIDDEN.sub("\ufffd", WHITE_RUN.sub("", text))


def words(text):
    return [w for w in WHITE_RUN.split(text) if w]


class Line:
    """One page element: its attributes, and its text by region.

    texts holds the visible characters of main and of each part, in which document order must
    hold; loose those of labels and text elements. main_text is main with a newline for each
    border that ends a word; cut elements are such a border too.
    """

    def __init__(self, xml):
        self.attributes, self.texts, self.loose, self.main = {}, [], [], []
        self._in_region = False
        self._in_main = False
        parser = xml_parser(self._start, self._end, self._characters)
        parser.Parse(xml, True)
        self.main_text = "".join(self.main)

    def _start(self, name, attributes):
        if name == PAGE + "page":
            self.attributes = attributes
        elif name in (PAGE + "nav", PAGE + "item"):
            if "label-from" not in attributes:
                self.loose.append(attributes.get("label", "") + " ")
        elif name in (PAGE + "main", PAGE + "part"):
            self._in_region = True
            self._in_main = name == PAGE + "main"
            self.texts.append([])
        elif self._in_main:
            self._border(name)

    def _end(self, name):
        if name in (PAGE + "main", PAGE + "part"):
            self._in_region = self._in_main = False
        elif self._in_main:
            self._border(name)
        elif name == PAGE + "text":
            self.loose.append(" ")

    def _characters(self, data):
        (self.texts[-1] if self._in_region else self.loose).append(data)
        if self._in_main:
            self.main.append(data)

    def _border(self, name):
        namespace, _, local = name.rpartition(" ")
        inline = local in PHRASING if namespace == XHTML else not name.startswith(PAGE)
        if not inline:
            self.main.append("\n")

    def visible(self):
        """All characters of the line that count, and those of each ordered region."""
        regions = [visible("".join(t)) for t in self.texts]
        return visible("".join(self.loose)) + "".join(regions), regions


def xml_parser(start, end, characters):
    parser = xml.parsers.expat.ParserCreate("UTF-8", " ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    return parser


def is_page(line):
    return line.startswith(b"<page ")


def path_of(line):
    """The path of a page line, without reading all of it."""
    path = []

    def start(name, attributes):
        path.append(attributes["path"])

    head = line[:line.index(b">") + 1]
    parser = xml_parser(start, None, None)
    parser.Parse(head, False)
    return path[0]


def read_bytes(path):
    with open(path, "rb") as f:
        data = f.read()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def keep_c1(error):
    """Windows code pages have no holes from 0x80 to 0x9F in the Encoding standard's indexes."""
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        if 0x80 <= byte <= 0x9F and re.match(r"charmap|cp\d", error.encoding):
            return chr(byte), error.start + 1
    return "\ufffd", error.end


codecs.register_error("whatwg", keep_c1)


def decode(data, label):
    """Bytes to text as the Encoding standard's "decode" does, as near as Python's codecs go."""
    text, _ = webencodings.decode(data, label, errors="whatwg")
    return text


def counts(namespace, name):
    return not (name in UNCOUNTED_ANYWHERE or namespace == XHTML and name in UNCOUNTED_HTML)


def text_by_html5lib(text):
    """The counted text of a page, or None where html5lib cannot tell: it knows no template."""
    import html5lib

    if re.search("<template", text, re.I):
        return None
    root = html5lib.parse(text, treebuilder="etree")
    found = []
    stack = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            found.append(node.tail or "")
            continue
        stack.append((node, True))
        if not isinstance(node.tag, str):
            continue
        namespace, _, name = node.tag[1:].rpartition("}")
        if counts(namespace, name):
            found.append(node.text or "")
            stack.extend((child, False) for child in reversed(node))
    return "".join(found)


def text_by_lexbor(text):
    """The same by lexbor, some fifty times as fast. Foreign iframes do not count here."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    for node in tree.css(",".join(UNCOUNTED_ANYWHERE | UNCOUNTED_HTML)):
        node.decompose()
    return tree.root.text() if tree.root else ""

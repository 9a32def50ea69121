#!/usr/bin/env python3
"""Write the generated tables of tools/lib/html: names of elements and attributes, and named
character references. Standard library only; the same input gives the same bytes.

usage: tables.py [DIRECTORY]     (default: the directory of this script)
"""

import html.entities
import os
import sys

# Elements of HTML (section 4), obsolete ones (16.2) and those of the tree construction.
HTML_ELEMENTS = """
a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big
blink blockquote body br button canvas caption center cite code col colgroup command content
data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img
input ins isindex kbd keygen label legend li link listing main map mark marquee menu menuitem
meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output
p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section
select selectedcontent shadow slot small source spacer span strike strong style sub summary sup
table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
"""

# Elements of SVG: those whose names have capitals (13.2.6.5) in full, and the common ones.
SVG_ELEMENTS = """
altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend
feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient
radialGradient textPath
animate circle defs desc ellipse filter g line marker mask metadata path pattern polygon
polyline rect set stop svg switch symbol text tspan use view
"""

MATHML_ELEMENTS = """
annotation annotation-xml maction malignmark math menclose merror mfenced mfrac mglyph mi
mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub
msubsup msup mtable mtd mtext mtr munder munderover none semantics
"""

# Attributes of HTML, current and obsolete.
HTML_ATTRIBUTES = """
abbr accept accept-charset accesskey action align alink allow allowfullscreen allowtransparency
alpha alt archive as async autocapitalize autocomplete autocorrect autofocus autoplay axis
background behavior bgcolor blocking border bordercolor bottommargin capture cellpadding
cellspacing challenge char charoff charset checked cite class classid clear closedby code
codebase codetype color colorspace cols colspan command commandfor compact content
contenteditable controls controlslist coords crossorigin data datafld dataformatas datasrc
datetime declare decoding default defer dir direction dirname disabled disablepictureinpicture
disableremoteplayback download draggable dropzone enctype enterkeyhint event exportparts face
fetchpriority for form formaction formenctype formmethod formnovalidate formtarget frame
frameborder headers headingoffset headingreset height hidden high href hreflang hspace
http-equiv icon id imagesizes imagesrcset inert inputmode integrity is ismap itemid itemprop
itemref itemscope itemtype keytype kind label lang language leftmargin link list loading
longdesc loop low lowsrc manifest marginheight marginwidth max maxlength media method methods
min minlength multiple muted name nohref nomodule nonce noresize noshade novalidate nowrap
object open optimum part pattern ping placeholder playsinline popover popovertarget
popovertargetaction poster preload profile prompt radiogroup readonly referrerpolicy rel
required rev reversed rightmargin role rows rowspan rules sandbox scheme scope scrolling
selected shadowrootclonable shadowrootcustomelementregistry shadowrootdelegatesfocus
shadowrootmode shadowrootserializable shape size sizes slot span spellcheck src srcdoc srclang
srcset standby start step style summary tabindex target text title topmargin translate type
typemustmatch urn usemap valign value valuetype version vlink vspace webkitdirectory width wrap
writingsuggestions
"""

EVENT_HANDLERS = """
onabort onafterprint onauxclick onbeforeinput onbeforematch onbeforeprint onbeforetoggle
onbeforeunload onblur oncancel oncanplay oncanplaythrough onchange onclick onclose oncommand
oncontextlost oncontextmenu oncontextrestored oncopy oncuechange oncut ondblclick ondrag
ondragend ondragenter ondragleave ondragover ondragstart ondrop ondurationchange onemptied
onended onerror onfocus onformdata onhashchange oninput oninvalid onkeydown onkeypress onkeyup
onlanguagechange onload onloadeddata onloadedmetadata onloadstart onmessage onmessageerror
onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover onmouseup onmousewheel
onoffline ononline onpagehide onpagereveal onpageshow onpageswap onpaste onpause onplay
onplaying onpopstate onprogress onratechange onrejectionhandled onreset onresize onscroll
onscrollend onsecuritypolicyviolation onseeked onseeking onselect onslotchange onstalled
onstorage onsubmit onsuspend ontimeupdate ontoggle ontouchcancel ontouchend ontouchmove
ontouchstart onunhandledrejection onunload onvolumechange onwaiting onwheel
"""

# WAI-ARIA 1.3, RDFa 1.1, and data attributes that scripts commonly load images from.
OTHER_ATTRIBUTES = """
aria-activedescendant aria-atomic aria-autocomplete aria-braillelabel
aria-brailleroledescription aria-busy aria-checked aria-colcount aria-colindex
aria-colindextext aria-colspan aria-controls aria-current aria-describedby aria-description
aria-details aria-disabled aria-dropeffect aria-errormessage aria-expanded aria-flowto
aria-grabbed aria-haspopup aria-hidden aria-invalid aria-keyshortcuts aria-label
aria-labelledby aria-level aria-live aria-modal aria-multiline aria-multiselectable
aria-orientation aria-owns aria-placeholder aria-posinset aria-pressed aria-readonly
aria-relevant aria-required aria-roledescription aria-rowcount aria-rowindex
aria-rowindextext aria-rowspan aria-selected aria-setsize aria-sort aria-valuemax
aria-valuemin aria-valuenow aria-valuetext
about datatype inlist prefix property resource typeof vocab
data-href data-src data-srcset
"""

# Attributes of SVG whose names have capitals (13.2.6.5) in full, and the common ones.
SVG_ATTRIBUTES = """
attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant
edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength
keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits
markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits
patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures
specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles
surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget
xChannelSelector yChannelSelector zoomAndPan
clip-path clip-rule cx cy d dx dy fill fill-opacity fill-rule font-family font-size opacity
points r rx ry stroke stroke-linecap stroke-linejoin stroke-width text-anchor transform x x1 x2
y y1 y2
"""

# Attributes that lie in a namespace on foreign elements (13.2.6.1), and MathML's.
FOREIGN_ATTRIBUTES = """
xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:base
xml:lang xml:space xmlns xmlns:xlink
definitionurl display encoding
"""

TAGS = HTML_ELEMENTS + SVG_ELEMENTS + MATHML_ELEMENTS
ATTRS = (HTML_ATTRIBUTES + EVENT_HANDLERS + OTHER_ATTRIBUTES + SVG_ATTRIBUTES +
         FOREIGN_ATTRIBUTES)

WORD = (1 << 64) - 1


def word(name):
    """The up to 8 bytes of name as hash.h packs them."""
    return int.from_bytes(name[:8].encode(), "little")


def hash_slot(name, multiplier, bits):
    """The same as hash_slot() of hash.h."""
    mixed = word(name) ^ (word(name[-8:]) * 31 if len(name) > 8 else 0)
    return (((mixed ^ len(name)) * multiplier) & WORD) >> (64 - bits)


def place(names, multiplier, bits):
    """Slots (0: free, else 1 + index) by open addressing, and the number of steps aside."""
    slots, steps = [0] * (1 << bits), 0
    for i, name in enumerate(names):
        at = hash_slot(name, multiplier, bits)
        while slots[at]:
            at = (at + 1) % len(slots)
            steps += 1
        slots[at] = i + 1
    return slots, steps


def best_place(names, bits):
    """The multiplier, of a fixed series, that steps aside least; and its slots."""
    best, m = None, 0x9E3779B97F4A7C15
    for _ in range(200):
        slots, steps = place(names, m, bits)
        if best is None or steps < best[0]:
            best = steps, m, slots
        m = (m * 6364136223846793005 + 1442695040888963407) & WORD | 1
    return best[1], best[2]


def identifier(prefix, name):
    return prefix + "_" + "".join(c if c.isalnum() else "_" for c in name).upper()


def literal(text):
    """A C string literal of the UTF-8 bytes of text."""
    plain = all(" " <= c <= "~" and c not in '"\\' for c in text)
    return '"' + (text if plain else "".join("\\%03o" % b for b in text.encode())) + '"'


def wrapped(items, width=96):
    """Items as tab-indented lines of at most width columns."""
    lines, line = [], ""
    for item in items:
        if line and 8 + len(line) + 1 + len(item) > width:
            lines.append("\t" + line)
            line = ""
        line += (" " if line else "") + item
    return "\n".join(lines + ["\t" + line]) + "\n"


def multiplier_code(prefix, multiplier, bits):
    return ("#define %s_MULTIPLIER UINT64_C(0x%016X)\n" % (prefix, multiplier) +
            "enum { %s_BITS = %d };\n\n" % (prefix, bits))


def head(file, what):
    return ("/* %s - %s\n * Generated by tables.py: edit that, not this. */\n"
            "/* clang-format off */\n" % (file, what))


def by_name(text):
    """Lower-case name -> spelling, sorted; a spelling with capitals wins."""
    names = {}
    for spelling in text.split():
        if names.get(spelling.lower(), "").islower() or spelling.lower() not in names:
            names[spelling.lower()] = spelling
    return dict(sorted(names.items()))


def enum_code(prefix, names):
    items = [identifier(prefix, n) + "," for n in names]
    return "enum %s {\n\t%s_UNKNOWN,\n%s\tN_%sS\n};\n" % (
        prefix.lower(), prefix, wrapped(items), prefix)


def names_code(prefix, names, slots):
    """Tables: names by id, SVG spellings where they differ, and hash slots."""
    low = prefix.lower()
    code = "const struct str %s_names[N_%sS] = {\n\t{ \"\", 0 },\n" % (low, prefix)
    code += "".join("\t{ %s, %d },\n" % (literal(n), len(n)) for n in names) + "};\n\n"
    code += "static const char *const svg_%s_names[N_%sS] = {\n" % (low, prefix)
    code += "".join("\t[%s] = %s,\n" % (identifier(prefix, n), literal(s))
                    for n, s in names.items() if n != s) + "};\n\n"
    code += "const struct name_slot %s_slots[1 << %s_BITS] = {\n" % (low, prefix)
    for at, number in enumerate(slots):
        if number:
            name = list(names)[number - 1]
            code += "\t[%d] = { UINT64_C(0x%X), %d, %s },\n" % (
                at, word(name), len(name), identifier(prefix, name))
    return code + "};\n"


def write_names(directory):
    tags, attrs = by_name(TAGS), by_name(ATTRS)
    tag_bits, attr_bits = ((4 * len(names)).bit_length() for names in (tags, attrs))
    tag_multiplier, tag_slots = best_place(list(tags), tag_bits)
    attr_multiplier, attr_slots = best_place(list(attrs), attr_bits)
    with open(os.path.join(directory, "names_table.h"), "w") as f:
        f.write(head("names_table.h", "numbers of element and attribute names.") +
                "#ifndef HTML_NAMES_TABLE_H\n#define HTML_NAMES_TABLE_H\n\n" +
                enum_code("TAG", tags) + "\n" + enum_code("ATTR", attrs) +
                "\n/* Where their names stand in the tables of names_hash_table.h. */\n" +
                multiplier_code("TAG", tag_multiplier, tag_bits) +
                multiplier_code("ATTR", attr_multiplier, attr_bits) + "#endif\n")
    with open(os.path.join(directory, "names_hash_table.h"), "w") as f:
        f.write(head("names_hash_table.h", "element and attribute names; for names.c alone.") +
                "#ifndef HTML_NAMES_HASH_TABLE_H\n#define HTML_NAMES_HASH_TABLE_H\n\n" +
                "#include \"names_find.h\"\n\n" + names_code("TAG", tags, tag_slots) + "\n" +
                names_code("ATTR", attrs, attr_slots) + "\n#endif\n")


def write_references(directory):
    """Named character references, their semicolon left out; bare: it may be left out."""
    html5 = html.entities.html5
    names = sorted(n[:-1] for n in html5 if n.endswith(";"))
    rows = "".join("\t{ %s, %s, %d },\n" % (literal(n), literal(html5[n + ";"]), n in html5)
                   for n in names)
    bare = [n for n in names if n in html5]
    bits = (2 * len(names)).bit_length()
    multiplier, slots = best_place(names, bits)
    with open(os.path.join(directory, "reference_table.h"), "w") as f:
        f.write(head("reference_table.h", "named character references; for reference.c alone.") +
                "#ifndef HTML_REFERENCE_TABLE_H\n#define HTML_REFERENCE_TABLE_H\n\n" +
                "#include <stdbool.h>\n#include <stdint.h>\n\n" +
                "enum { REFERENCE_LONGEST = %d, BARE_SHORTEST = %d, BARE_LONGEST = %d };\n\n" % (
                    max(map(len, names)), min(map(len, bare)), max(map(len, bare))) +
                "/* Name without its semicolon, its characters, and whether it may stand\n"
                " * without the semicolon. */\n"
                "static const struct {\n\tchar name[REFERENCE_LONGEST + 1];\n"
                "\tchar text[%d];\n\tbool bare;\n} references[] = {\n" % (
                    max(len(t.encode()) for t in html5.values()) + 1) +
                rows + "};\n\n" + multiplier_code("REFERENCE", multiplier, bits) +
                "static const uint16_t reference_slots[1 << REFERENCE_BITS] = {\n" +
                wrapped("%d," % s for s in slots) + "};\n\n#endif\n")


def main():
    directory = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    write_names(directory)
    write_references(directory)


if __name__ == "__main__":
    main()

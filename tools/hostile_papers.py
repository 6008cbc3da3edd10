"""What can be done to a signed paper: kinds of damage, each with the files that show it. For
tools/outside_readers.py.

`Hostile` gets the paper with all signatures and the one before the last; where a kind can also be
signed, by somebody who was to sign anyway and puts the change into the same revision, it is there
twice."""
import random

from pdf_update import Update

CONTENT = Update.stream(b"BT /F0 14 Tf 72 700 Td <0024> Tj ET")
FORM = Update.stream(b"1 1 1 rg 0 0 400 400 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 400 400]")
SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


def annotation(kind, more=b""):
    def make(u):
        note = u.add(b"<< /Type /Annot /Subtype /" + kind + b" /Rect [100 300 500 500] /F 4 /Contents (khac) "
                     + more.replace(b"FORM", u.add(FORM)) + b" >>")
        page = u.where(b"/Type /Page ")
        u.set(page, b"Annots", b"[" + u.text(page).split(b"/Annots [")[1].split(b"]")[0] + b" " + note + b"]")
    return make


def entry(words, key, value, inside=b""):
    """An entry of the first object that has these words; what a function gives may be a new object."""
    def make(u):
        more = value(u) if callable(value) else value
        u.set(u.where(words), key, more, inside)
    return make


def form(key, value):
    return entry(CATALOG, key, value, b"/AcroForm ")


def replaced(words, text):
    def make(u):
        u.changed[u.where(words)] = text
    return make


def page_content(u):
    u.changed[int(u.text(u.where(b"/Type /Page ")).split(b"/Contents ")[1].split()[0])] = CONTENT


def font_of_text(u):
    u.changed[int(u.text(u.where(b"/Subtype /Type0")).split(b"/ToUnicode ")[1].split()[0])] = Update.stream(b"")


def pages(change):
    def make(u):
        number = u.where(b"/Type /Pages")
        kids = u.text(number).split(b"/Kids [")[1].split(b"]")[0].split(b" R")[:-1]
        kids = change(u, [kid.strip() + b" R" for kid in kids])
        u.set(number, b"Kids", b"[" + b" ".join(kids) + b"]")
        u.set(number, b"Count", b"%d" % len(kids))
    return make


def page_more(u, kids):
    return kids + [u.add(u.text(u.where(b"/Type /Page ")))]


CATALOG = b"/Type /Catalog"
SEAL, HEAD = "seal", "head"


def field(name, key, value):
    def make(u):
        u.set(u.field(name), key, value(u) if callable(value) else value)
    return make


def value_of(name):
    return lambda u: u.text(u.field(name)).split(b"/V ")[1].split(b" R")[0] + b" R"


def second_catalog(u):
    u.root = int(u.add(u.text(u.root)).split()[0])


def second_info(u):
    u.info = int(u.add(u.text(u.info)).split()[0])


# Changes of what was signed: (group, what was done, how).
CHANGES = [
    ("pages", "content of a page replaced", page_content),
    ("pages", "page shows another content", entry(b"/Type /Page ", b"Contents", lambda u: u.add(CONTENT))),
    ("pages", "pages in another order", pages(lambda u, kids: kids[::-1])),
    ("pages", "page taken away", pages(lambda u, kids: kids[1:])),
    ("pages", "page added", pages(page_more)),
    ("pages", "page turned", entry(b"/Type /Page ", b"Rotate", b"180")),
    ("pages", "page cropped", entry(b"/Type /Page ", b"CropBox", b"[0 400 595 842]")),
    ("annotations", "text over the page", annotation(b"FreeText", b"/DA (/F0 14 Tf) /AP << /N FORM >>")),
    ("annotations", "stamp over the page", annotation(b"Stamp", b"/AP << /N FORM >>")),
    ("annotations", "white box over the page", annotation(b"Square", b"/IC [1 1 1] /AP << /N FORM >>")),
    ("annotations", "link", annotation(b"Link", b"/A << /S /URI /URI (http://example.org) >>")),
    ("annotations", "field of text", annotation(b"Widget", b"/FT /Tx /T (x) /V (khac) /AP << /N FORM >>")),
    ("catalog", "second catalog", second_catalog),
    ("catalog", "script when opened", entry(CATALOG, b"OpenAction", SCRIPT)),
    ("catalog", "script when printed", entry(CATALOG, b"AA", b"<< /WP << /S /JavaScript /JS (x) >> >>")),
    ("catalog", "layers", entry(CATALOG, b"OCProperties", b"<< /OCGs [] /D << >> >>")),
    ("catalog", "other page tree", entry(CATALOG, b"Pages", lambda u: u.add(
        b"<< /Type /Pages /Count 1 /Kids [" + u.add(u.text(u.where(b"/Type /Page "))) + b"] >>"))),
    ("catalog", "numbers of pages", entry(CATALOG, b"PageLabels", b"<< /Nums [0 9] >>")),
    ("form", "no fields any more", form(b"Fields", b"[]")),
    ("form", "appearances to be drawn anew", form(b"NeedAppearances", b"true")),
    ("form", "form of XML", form(b"XFA", lambda u: u.add(Update.stream(b"<xdp/>")))),
    ("form", "signed field moved over the page", field(HEAD, b"Rect", b"[100 300 500 500]")),
    ("form", "signed field renamed", field(HEAD, b"T", b"(khac)")),
    ("form", "signed field hidden", field(HEAD, b"F", b"2")),
    ("form", "signed field drawn anew", field(HEAD, b"AP", lambda u: b"<< /N " + u.add(FORM) + b" >>")),
    ("form", "signature taken away", field(HEAD, b"V", None)),
    ("form", "signature of another in a field", field(HEAD, b"V", value_of(SEAL))),
    ("attachment", "data replaced", replaced(b"/Type /EmbeddedFile", Update.stream(b"{}", b"/Type /EmbeddedFile"))),
    ("attachment", "data renamed", entry(b"/Type /Filespec", b"UF", b"(khac.json)")),
    ("texts", "title changed", lambda u: u.set(u.info, b"Title", b"(Bien ban khac)")),
    ("texts", "other information", second_info),
    ("texts", "XMP replaced", replaced(b"/Subtype /XML", b"<< /Type /Metadata /Subtype /XML /Length 4 >>\nstream\n<x/>\nendstream")),
    ("texts", "letters mean something else when copied", font_of_text),
    ("texts", "reading order emptied", entry(b"/Type /StructTreeRoot", b"K", b"[]")),
    ("texts", "width of letters changed", entry(b"/Subtype /CIDFontType2", b"DW", b"5000")),
    ("hidden", "object that nothing names", lambda u: u.add(CONTENT)),
    ("hidden", "bytes between objects", lambda u: setattr(u, "before_table", b"hidden\n")),
    ("hidden", "comment between objects", lambda u: setattr(u, "before_table", b"% 1 0 obj << >> endobj\n")),
    ("hidden", "object not in the table", lambda u: setattr(u, "before_table", b"4 0 obj\n<< >>\nendobj\n")),
    ("hidden", "object removed by the table", lambda u: setattr(u, "entries", b"11 1\n0000000000 00001 f \n")),
    ("hidden", "table points into the base", lambda u: setattr(u, "entries", b"11 1\n0000000015 00000 n \n")),
    ("hidden", "object of a later generation", lambda u: setattr(u, "generation", 1)),
    ("structure", "other identity", lambda u: setattr(u, "id", b"[<01> <02>]")),
    ("structure", "revision before skipped", lambda u: setattr(u, "previous", u.first)),
    ("structure", "too few objects stated", lambda u: setattr(u, "stated", 5)),
    ("structure", "encryption stated", lambda u: setattr(u, "trailer", b" /Encrypt << /Filter /Standard >>")),
    ("structure", "hybrid table", lambda u: setattr(u, "trailer", b" /XRefStm 15")),
]


class Hostile:
    def __init__(self, whole, before, sign):
        """`sign(content, who, *options)` gives a CMS: of "presidium", who has still to sign in
        `before`, of "head", of "stranger"."""
        self.whole, self.before, self.sign = whole, before, sign

    def update(self, base):
        u = Update(base)
        u.first = int(base.split(b"startxref\n")[1].split(b"\n")[0])
        return u

    def signed(self, make=None, entries=b"", who="presidium", options=(), before=None, cut=0, **more):
        u = self.update(before or self.before)
        u.sign("presidium", entries, **more)
        if make:
            make(u)
        return u.finish(lambda content: self.sign(content, who, *options), cut=cut)

    def added(self, make):
        u = self.update(self.whole)
        make(u)
        return u.finish()

    def all(self):
        """(group, what, files)"""
        yield "nothing", "nothing: the paper as signed", [self.whole]
        yield "nothing", "nothing: last signature by this tool", [self.signed()]
        for group, what, make in CHANGES:
            yield group, what + ", appended", [self.added(make)]
            yield group, what + ", in a signer's revision", [self.signed(make)]
        yield from self.signatures()
        yield from self.bytes()

    def signatures(self):
        group = "signatures"
        transform = b"/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /P 3 >> >>]"
        yield group, "certified a second time", [self.signed(entries=transform)]
        for kind in b"/adbe.pkcs7.detached", b"/adbe.pkcs7.sha1":
            yield group, "kind " + kind.decode(), [self.signed(subfilter=kind)]
        yield group, "range ends early", [self.signed(cut=10)]
        yield group, "another's signature: the head in the presidium's field", [self.signed(who="head")]
        yield group, "right name, stranger's authority", [self.signed(who="stranger")]
        yield group, "by SHA-1", [self.signed(options=("-md", "sha1"))]
        yield group, "by SHA-512", [self.signed(options=("-md", "sha512"))]
        yield group, "without attributes", [self.signed(options=("-noattr",))]
        yield group, "content inside", [self.signed(options=("-nodetach",), reserve=150_000)]
        yield group, "no certificate inside", [self.signed(options=("-nocerts",))]
        yield group, "two signers in one", [self.signed(options=("-signer", "head.pem", "-inkey", "head.plain"))]
        start = self.whole.rindex(b"/Contents <") + 11
        end = self.whole.index(b">", start)
        size = end - start
        seal = self.whole.index(b"/Contents <") + 11
        for what, digits in (("contents of zeros", b"0" * size), ("contents of the seal",
                                                                  self.whole[seal:seal + size]),
                             ("contents of noise", b"3082" + b"A7" * (size // 2 - 2))):
            yield group, what, [self.whole[:start] + digits[:size] + self.whole[end:]]
        ranges = self.whole.rindex(b"/ByteRange [")
        stop = self.whole.index(b"]", ranges)
        for what, text in ("no range", b""), ("range of nothing", b"0 0 0 0"), ("range below zero", b"0 -1 -1 9"):
            room = stop - ranges - 12
            yield group, what, [self.whole[:ranges + 12] + text.ljust(room) + self.whole[stop:]]

    def bytes(self):
        group, whole = "bytes", self.whole
        yield group, "last signature cut off", [self.before]
        yield group, "cut short", [whole[:-1000]]
        yield group, "beginning cut off", [whole[10:]]
        yield group, "bytes before the beginning", [b"\n" + whole]
        yield group, "bytes after the end", [whole + b"\n"]
        yield group, "end a second time", [whole + b"%%EOF\n"]
        yield group, "twice", [whole + whole]
        yield group, "another file behind", [whole + self.before]
        chance = random.Random(20261129)
        holes = []
        at = 0
        while (at := whole.find(b"/Contents <", at)) >= 0:
            holes.append((at + 11, whole.index(b">", at)))
            at += 1
        digits = [at for start, end in holes for at in range(start, end) if whole[at:at + 8].strip(b"0")]
        streams = range(whole.index(b"stream\n") + 7, whole.index(b"xref\n"))
        for what, places in (("one bit changed in what was signed", streams),
                             ("one bit changed in a signature", digits)):
            files = []
            while len(files) < 40:
                at = chance.choice(places)
                changed = bytearray(whole)
                changed[at] ^= 1 << chance.randrange(5 if what.endswith("signature") else 8)
                if changed.lower() != whole.lower():
                    files.append(bytes(changed))
            yield group, what, files

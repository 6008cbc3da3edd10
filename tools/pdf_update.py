"""An incremental update of a PDF with classic cross-reference tables, written by hand: what an attacker
does to signed papers. For tools/outside_readers.py."""
import re
import zlib


class Update:
    """Objects as text by number: those of the file, newest first found; what is set here is written."""

    def __init__(self, base):
        self.base = base
        self.objects = {}
        for found in re.finditer(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", base, re.S):
            self.objects[int(found[1])] = found[2]
        trailer = base[base.rindex(b"trailer"):]
        self.root = int(re.search(rb"/Root (\d+) 0 R", trailer)[1])
        self.info = int(re.search(rb"/Info (\d+) 0 R", trailer)[1])
        self.id = re.search(rb"/ID\s*(\[.*?\])", trailer, re.S)[1]
        self.size = self.next = int(re.search(rb"/Size (\d+)", trailer)[1])
        self.previous = int(re.findall(rb"startxref\s+(\d+)", base)[-1])
        self.changed = {}
        self.entries = b""   # more of the table
        self.trailer = b""   # more of the trailer
        self.before_table = b""
        self.after = b""
        self.generation = 0
        self.stated = None   # a size that is a lie
        self.signature = None

    def text(self, number):
        return self.changed.get(number, self.objects[number])

    def where(self, words):
        """The first object that has these words outside its stream."""
        return next(n for n, text in sorted(self.objects.items()) if words in text.split(b"stream\n")[0])

    def set(self, number, key, value, inside=b""):
        """The entry of a dictionary object, or of the one behind the words `inside`; None takes it
        away. Values that are references, names, numbers, one array, string or plain dictionary."""
        front, inside, text = self.text(number).partition(inside) if inside else (b"", b"", self.text(number))
        value_of = (rb"(?:\[[^\]]*\]|\((?:\\.|[^)\\])*\)|<<(?:[^<>]|<[^<>]*>|<<[^<>]*>>)*>>|<[0-9A-Fa-f]*>"
                    rb"|\d+ \d+ R|/?[^\s/<>\[\]()]+)")
        text = re.sub(rb"/" + key + rb"(?![A-Za-z0-9])\s*" + value_of + rb"\s*", b"", text, count=1)
        if value is not None:
            text = text.replace(b"<<", b"<< /" + key + b" " + value + b" ", 1)
        self.changed[number] = front + inside + text

    def add(self, text):
        self.changed[self.next] = text
        self.next += 1
        return b"%d 0 R" % (self.next - 1)

    @staticmethod
    def stream(data, entries=b""):
        packed = zlib.compress(data)
        return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(packed), packed)

    def field(self, name):
        words = b"/T <feff" + name.encode("utf-16-be").hex().encode() + b">"
        return next(n for n, text in sorted(self.objects.items()) if words in text.replace(b"FEFF", b"feff").lower()
                    .replace(b"/t <", b"/T <"))

    def sign(self, field, entries=b"", reserve=8192, subfilter=b"/ETSI.CAdES.detached"):
        """The field filled; finish() gives the hole to whoever signs."""
        number = self.field(field)
        self.signature = self.next
        value = self.add(b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter " + subfilter + b" " + entries +
                         b" /ByteRange [0 0000000000 0000000000 0000000000] /Contents <" +
                         b"0" * (2 * reserve) + b"> >>")
        self.set(number, b"V", value)
        return number

    def finish(self, signer=None, cut=0):
        """The file. `signer` gets the bytes to sign and gives a CMS; `cut` is left out of the range's end."""
        body, offsets = b"", {}
        for number, text in sorted(self.changed.items()):
            offsets[number] = len(self.base) + len(body)
            body += b"%d %d obj\n%s\nendobj\n" % (number, self.generation, text)
        body += self.before_table
        table = len(self.base) + len(body)
        body += b"xref\n"
        for number, offset in offsets.items():
            body += b"%d 1\n%010d %05d n \n" % (number, offset, self.generation)
        body += self.entries
        body += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID %s /Prev %d%s >>\nstartxref\n%d\n%%%%EOF\n" % (
            self.stated or max(self.size, self.next), self.root, self.info, self.id, self.previous, self.trailer, table)
        file = bytearray(self.base + body + self.after)
        if self.signature is None:
            return bytes(file)
        at = offsets[self.signature]
        start = file.index(b"/Contents <", at) + len(b"/Contents ")
        end = file.index(b">", start) + 1
        numbers = b"%010d %010d %010d" % (start, end, len(file) - end - cut)
        hole = file.index(b"0000000000 0000000000 0000000000", at)
        file[hole:hole + len(numbers)] = numbers
        cms = signer(bytes(file[:start] + file[end:len(file) - cut])).hex().encode()
        file[start + 1:start + 1 + len(cms)] = cms
        return bytes(file)

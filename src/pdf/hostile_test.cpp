// Updates that change what was signed, or that readers take in different ways: each is refused with
// its code.
#include <functional>

#include "pdf/codes.h"
#include "pdf/update_test_support.h"

namespace hp::pdf {
namespace {

using namespace testing;
using hp::to_string;
using std::to_string;

struct Case {
  const char* done;
  const ErrorCode& code;
  std::function<void(HandMade&)> make;
};

void PrintTo(const Case& it, std::ostream* out) {
  *out << it.done;
}

// What is signed already: uy_vien_1 (field 2), which certifies.
const Bytes& signed_once() {
  static const Bytes file = [] {
    SignatureRequest first = request("uy_vien_1");
    first.certify = true;
    first.reserve = 200;
    return signed_by(base(), first, 100);
  }();
  return file;
}

std::string ref(int number) {
  return pdf::to_text(Ref{number});
}

class Refused : public ::testing::TestWithParam<Case> {};

TEST_P(Refused, WithItsCode) {
  HandMade update(signed_once());
  GetParam().make(update);
  const auto it = read_signed(update.finish());
  ASSERT_FALSE(it.has_value()) << "taken: " << GetParam().done;
  EXPECT_TRUE(it.error().is(GetParam().code)) << GetParam().done << ": " << it.error().code->name
                                              << ' ' << describe(it.error(), Language::kEnglish);
}

const Case kPaper[] = {
    {"a page replaced", codes::kPdfPageChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(*u.parts().pages.rbegin(), {{"Contents", ref(u.add("<< >>"))}});
     }},
    {"a page's content replaced", codes::kPdfPageChanged,
     [](HandMade& u) {
       u.sign(3);
       u.objects[*u.parts().contents.begin()] = stream_body("", view("BT ET"));
     }},
    {"pages in another order", codes::kPdfPageChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(u.of_type("Pages"), {{"Kids", "[]"}});
     }},
    {"an annotation over the text", codes::kPdfPageChanged,
     [](HandMade& u) {
       u.sign(3);
       const int note = u.add("<< /Type /Annot /Subtype /FreeText /Rect [0 0 600 800] >>");
       u.change(*u.parts().pages.rbegin(), {{"Annots", "[" + ref(note) + "]"}});
     }},
    {"an annotation that no page names", codes::kPdfForbiddenObject,
     [](HandMade& u) {
       u.sign(3);
       u.add("<< /Type /Annot /Subtype /FreeText /Rect [0 0 600 800] >>");
     }},
    {"a second catalog", codes::kPdfForbiddenObject,
     [](HandMade& u) {
       u.sign(3);
       u.add(u.text(1));
     }},
    {"another root", codes::kPdfIdentityChanged,
     [](HandMade& u) {
       u.sign(3);
       u.root = ref(u.add(u.text(1)));
     }},
    {"another information dictionary", codes::kPdfIdentityChanged,
     [](HandMade& u) {
       u.sign(3);
       u.information = ref(u.add(u.text(u.info())));
     }},
    {"another identity", codes::kPdfIdentityChanged,
     [](HandMade& u) {
       u.sign(3);
       u.identity = "<0102>";
     }},
    {"the title changed", codes::kPdfMetadataChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(u.info(), {{"Title", "(Bien ban khac)"}});
     }},
    {"XMP changed", codes::kPdfMetadataChanged,
     [](HandMade& u) {
       u.sign(3);
       u.objects[u.of_type("Metadata")] =
           stream_body("/Type /Metadata /Subtype /XML", view("<x/>"), Store::kPlain);
     }},
    {"the embedded file changed", codes::kPdfAttachmentChanged,
     [](HandMade& u) {
       u.sign(3);
       u.objects[u.of_type("EmbeddedFile")] = stream_body("/Type /EmbeddedFile", view("{}"));
     }},
    {"the file specification changed", codes::kPdfAttachmentChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(u.of_type("Filespec"), {{"UF", "(khac.json)"}});
     }},
    {"a tag changed", codes::kPdfObjectChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(u.with_key("ParentTree"), {{"K", "[]"}});
     }},
    {"a font changed", codes::kPdfObjectChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(u.of_type("Font"), {{"DW", "1000"}});
     }},
    {"an action when the paper is opened", codes::kPdfCatalogChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(1, {{"OpenAction", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"}});
     }},
    {"actions of the catalog", codes::kPdfCatalogChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(1, {{"AA", "<< /WC << /S /JavaScript /JS (x) >> >>"}});
     }},
    {"named scripts", codes::kPdfCatalogChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(1, {{"Names", "<< /JavaScript << /Names [] >> >>"}});
     }},
    {"another page tree", codes::kPdfCatalogChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(1, {{"Pages", ref(u.add("<< /Kids [] >>"))}});
     }},
    {"the form without fields", codes::kPdfFormChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(1, {{"AcroForm", "<< /Fields [] /SigFlags 3 >>"}});
     }},
    {"a form of XML", codes::kPdfFormChanged,
     [](HandMade& u) {
       u.sign(3);
       std::string form = pdf::to_text(*u.at(1).value.find("AcroForm"), {{"XFA", "[]"}});
       u.change(1, {{"AcroForm", form}});
     }},
    {"appearances to be drawn anew", codes::kPdfFormChanged,
     [](HandMade& u) {
       u.sign(3);
       u.change(1, {{"AcroForm", pdf::to_text(*u.at(1).value.find("AcroForm"),
                                              {{"NeedAppearances", "true"}})}});
     }},
    {"a font of the form replaced", codes::kPdfFormChanged,
     [](HandMade& u) {
       u.sign(3);
       const int font = u.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
       u.change(1,
                {{"AcroForm", pdf::to_text(*u.at(1).value.find("AcroForm"),
                                           {{"DR", "<< /Font << /F0 " + ref(font) + " >> >>"}})}});
     }},
};

const Case kField[] = {
    {"no field signed", codes::kPdfNoSignature, [](HandMade& u) { u.objects[1] = u.text(1); }},
    {"nothing at all", codes::kPdfNoSignature, [](HandMade&) {}},
    {"a field changed but not signed", codes::kPdfNoSignature,
     [](HandMade& u) { u.change(u.field(3), {{"M", "(D:20200728083500Z)"}}); }},
    {"two fields at once", codes::kPdfTwoFields,
     [](HandMade& u) {
       u.sign(3);
       u.change(u.field(4), {{"V", ref(u.next - 1)}});
     }},
    {"a field signed again", codes::kPdfFieldTwice, [](HandMade& u) { u.sign(2); }},
    {"a signature taken away", codes::kPdfFieldTwice,
     [](HandMade& u) {
       u.sign(3);
       u.objects[u.field(2)] = "<< /FT /Sig >>";
     }},
    {"an old signature for another field", codes::kPdfSignatureEntry,
     [](HandMade& u) {
       u.change(u.field(3),
                {{"V", ref(static_cast<int>(u.at(u.field(2)).value.find("V")->integer))}});
     }},
    {"an old signature's dictionary again", codes::kPdfObjectChanged,
     [](HandMade& u) {
       u.sign(3);
       const auto old = static_cast<int>(u.at(u.field(2)).value.find("V")->integer);
       u.objects[old] = u.text(old);
     }},
    {"the box moved", codes::kPdfFieldChanged,
     [](HandMade& u) { u.sign(3, {}, {{"Rect", "[0 0 600 800]"}}); }},
    {"the field hidden", codes::kPdfFieldChanged, [](HandMade& u) { u.sign(3, {}, {{"F", "2"}}); }},
    {"the field renamed", codes::kPdfFieldChanged,
     [](HandMade& u) { u.sign(3, {}, {{"T", "(chu_tich_2)"}}); }},
    {"a field that acts", codes::kPdfFieldChanged,
     [](HandMade& u) { u.sign(3, {}, {{"AA", "<< /E << /S /JavaScript /JS (x) >> >>"}}); }},
    {"the appearance of another field", codes::kPdfAppearance,
     [](HandMade& u) {
       const Value* other = u.at(u.field(1)).value.find("AP");
       u.sign(3, {}, {{"AP", pdf::to_text(*other)}});
     }},
    {"the page's content as appearance", codes::kPdfAppearance,
     [](HandMade& u) {
       u.sign(3, {}, {{"AP", "<< /N " + ref(*u.parts().contents.begin()) + " >>"}});
     }},
    {"another appearance when the mouse is over it", codes::kPdfAppearance,
     [](HandMade& u) {
       const std::string form = ref(u.form(""));
       u.sign(3, {}, {{"AP", "<< /N " + form + " /R " + form + " >>"}});
     }},
    {"an appearance that uses what is old", codes::kPdfForbiddenObject,
     [](HandMade& u) {
       const int form =
           u.form("/Resources << /XObject << /X " + ref(*u.parts().contents.begin()) + " >> >>");
       u.sign(3, {}, {{"AP", "<< /N " + ref(form) + " >>"}});
     }},
    {"an appearance that shows at times", codes::kPdfForbiddenObject,
     [](HandMade& u) {
       const int form = u.form("/OC << /Type /OCG /Name (x) >>");
       u.sign(3, {}, {{"AP", "<< /N " + ref(form) + " >>"}});
     }},
    {"an appearance from another file", codes::kPdfForbiddenObject,
     [](HandMade& u) {
       const int form = u.form("/F (other.bin)");
       u.sign(3, {}, {{"AP", "<< /N " + ref(form) + " >>"}});
     }},
    {"an appearance that carries a script", codes::kPdfForbiddenObject,
     [](HandMade& u) {
       const int script = u.add("<< /S /JavaScript /JS (x) >>");
       const int form = u.form("/PieceInfo << /X " + ref(script) + " >>");
       u.sign(3, {}, {{"AP", "<< /N " + ref(form) + " >>"}});
     }},
    {"an appearance that carries a file", codes::kPdfForbiddenObject,
     [](HandMade& u) {
       const int file = u.add(stream_body("/Type /EmbeddedFile", view("{}")));
       const int form = u.form("/X " + ref(file));
       u.sign(3, {}, {{"AP", "<< /N " + ref(form) + " >>"}});
     }},
    {"an object that nothing names", codes::kPdfUnusedObject,
     [](HandMade& u) {
       u.sign(3);
       u.add("<< /X 1 >>");
     }},
};

const Case kSignature[] = {
    {"Adobe's old kind", codes::kPdfAdobeSignature,
     [](HandMade& u) { u.sign(3, {{"SubFilter", "/adbe.pkcs7.detached"}}); }},
    {"a timestamp of the document", codes::kPdfSubFilter,
     [](HandMade& u) { u.sign(3, {{"SubFilter", "/ETSI.RFC3161"}, {"Type", "/DocTimeStamp"}}); }},
    {"no kind", codes::kPdfSubFilter, [](HandMade& u) { u.sign(3, {{"SubFilter", ""}}); }},
    {"another handler", codes::kPdfSignatureEntry,
     [](HandMade& u) { u.sign(3, {{"Filter", "/Other"}}); }},
    {"an entry that is not known", codes::kPdfSignatureEntry,
     [](HandMade& u) { u.sign(3, {{"Cert", "<00>"}}); }},
    {"a date that is none", codes::kPdfSignatureEntry,
     [](HandMade& u) { u.sign(3, {{"M", "(D:20201328083500Z)"}}); }},
    {"a range that leaves out more", codes::kPdfByteRange,
     [](HandMade& u) {
       u.sign(3);
       u.range_fault = {-20, 0, 0};
     }},
    {"a range that leaves out what follows", codes::kPdfByteRange,
     [](HandMade& u) {
       u.sign(3);
       u.range_fault = {0, 20, -20};
     }},
    {"a range that overlaps", codes::kPdfByteRange,
     [](HandMade& u) {
       u.sign(3);
       u.range_fault = {10, 0, 0};
     }},
    {"a range that ends before the file", codes::kPdfByteRange,
     [](HandMade& u) {
       u.sign(3);
       u.range_fault = {0, 0, -10};
     }},
    {"a range without the last newline", codes::kPdfByteRange,
     [](HandMade& u) {
       u.sign(3);
       u.range_fault = {0, 0, -1};
     }},
    {"two holes", codes::kPdfByteRange,
     [](HandMade& u) {
       u.sign(3);
       u.range_more = " 9 9";
     }},
    {"no range", codes::kPdfByteRange, [](HandMade& u) { u.sign(3, {{"ByteRange", ""}}); }},
    {"contents in another object", codes::kPdfUnusedObject,
     [](HandMade& u) { u.sign(3, {{"Contents", ref(u.add("<3000>"))}}); }},
    {"contents as text", codes::kPdfContents,
     [](HandMade& u) { u.sign(3, {{"Contents", "(0\\000)"}}); }},
    {"contents with a space", codes::kPdfContents,
     [](HandMade& u) { u.sign(3, {{"Contents", "<3000 >"}}); }},
    {"contents in both cases", codes::kPdfContents,
     [](HandMade& u) { u.sign(3, {{"Contents", "<3002aAaA>"}}); }},
    {"contents with more behind", codes::kPdfContents,
     [](HandMade& u) { u.sign(3, {{"Contents", "<300000000001>"}}); }},
    {"contents of zeros", codes::kPdfContents,
     [](HandMade& u) { u.sign(3, {{"Contents", "<00000000>"}}); }},
    {"contents that are cut", codes::kPdfContents,
     [](HandMade& u) { u.sign(3, {{"Contents", "<30050000>"}}); }},
    {"a later signature that certifies", codes::kPdfCertify,
     [](HandMade& u) {
       u.sign(3, {{"Reference", "[<< /TransformMethod /DocMDP /TransformParams << /P 2 >> >>]"}});
     }},
    {"a transform of another kind", codes::kPdfCertify,
     [](HandMade& u) {
       u.sign(3, {{"Reference",
                   "[<< /TransformMethod /FieldMDP /TransformParams << /Action /All >> >>]"}});
     }},
    {"certification handed on", codes::kPdfCatalogChanged,
     [](HandMade& u) {
       const int signature = u.sign(3);
       u.change(1, {{"Perms", "<< /DocMDP " + ref(signature) + " >>"}});
     }},
};

const Case kBytes[] = {
    {"an object that is not listed", codes::kPdfHidden,
     [](HandMade& u) {
       u.sign(3);
       u.objects[1] = u.text(1);
       u.unlisted.insert(1);
     }},
    {"an entry without its object", codes::kPdfHidden,
     [](HandMade& u) {
       u.sign(3);
       u.more_entries = HandMade::entry(1, 15);
     }},
    {"an entry to another place", codes::kPdfOffset,
     [](HandMade& u) {
       u.sign(3);
       u.objects[1] = u.text(1);
       u.unlisted.insert(1);
       u.more_entries = HandMade::entry(1, 15);
     }},
    {"an object of generation 1", codes::kPdfGeneration,
     [](HandMade& u) {
       u.sign(3);
       u.generations[u.field(3)] = 1;
     }},
    {"an entry of generation 1", codes::kPdfGeneration,
     [](HandMade& u) {
       u.sign(3);
       u.more_entries = HandMade::entry(1, 15, " 00001 n \n");
     }},
    {"a reference of generation 1", codes::kPdfGeneration,
     [](HandMade& u) { u.sign(3, {}, {{"MK", "1 1 R"}}); }},
    {"one object twice", codes::kPdfObjectTwice,
     [](HandMade& u) {
       u.sign(3);
       u.before_table = to_string(u.field(3)) + " 0 obj\n<< >>\nendobj\n";
     }},
    {"one entry twice", codes::kPdfObjectTwice,
     [](HandMade& u) {
       u.sign(3);
       u.more_entries = HandMade::entry(u.field(3), 15);
     }},
    {"an object removed", codes::kPdfObjectRemoved,
     [](HandMade& u) {
       u.sign(3);
       u.more_entries = HandMade::entry(1, 0, " 00001 f \n");
     }},
    {"bytes between the objects", codes::kPdfSyntax,
     [](HandMade& u) {
       u.sign(3);
       u.before_table = "hidden\n";
     }},
    {"a comment between the objects", codes::kPdfSyntax,
     [](HandMade& u) {
       u.sign(3);
       u.before_table = "% 1 0 obj << >> endobj\n";
     }},
    {"bytes after the end", codes::kPdfEnd,
     [](HandMade& u) {
       u.sign(3);
       u.after_end = "\n";
     }},
    {"another file after the end", codes::kPdfEnd,
     [](HandMade& u) {
       u.sign(3);
       u.after_end = to_string(signed_once()).substr(0, 9000);
     }},
    {"a revision before itself", codes::kPdfPrev,
     [](HandMade& u) {
       u.sign(3);
       u.previous = signed_once().size() + 5000;
     }},
    {"no revision before", codes::kPdfPrev,
     [](HandMade& u) {
       u.sign(3);
       u.previous = 0;
     }},
    {"a revision left out", codes::kPdfHidden,
     [](HandMade& u) {
       u.sign(3);
       u.previous = read(signed_once())->structure.revisions.front().table;
     }},
    {"a revision before that is none", codes::kPdfXref,
     [](HandMade& u) {
       u.sign(3);
       u.previous = 1;
     }},
    {"a table in a stream, before", codes::kPdfXrefStream,
     [](HandMade& u) {
       u.sign(3);
       u.previous = 15;
     }},
    {"a huge size", codes::kPdfSize,
     [](HandMade& u) {
       u.sign(3);
       u.size = 2'000'000'000;
     }},
    {"a size of one more", codes::kPdfSize,
     [](HandMade& u) {
       u.sign(3);
       u.size = 1;
     }},
    {"a huge table", codes::kPdfTooLarge,
     [](HandMade& u) {
       u.sign(3);
       u.more_entries = "1 999999999\n";
     }},
    {"encryption", codes::kPdfEncrypted,
     [](HandMade& u) {
       u.sign(3);
       u.more_trailer = " /Encrypt << >>";
     }},
    {"a second table in a stream", codes::kPdfXrefStream,
     [](HandMade& u) {
       u.sign(3);
       u.more_trailer = " /XRefStm 15";
     }},
    {"a trailer with more", codes::kPdfTrailer,
     [](HandMade& u) {
       u.sign(3);
       u.more_trailer = " /Extra 1";
     }},
    {"a table in a stream", codes::kPdfXrefStream,
     [](HandMade& u) {
       u.sign(3);
       u.add(stream_body("/Type /XRef", {}));
     }},
    {"objects in a stream", codes::kPdfObjectStream,
     [](HandMade& u) {
       u.sign(3);
       u.add(stream_body("/Type /ObjStm /N 1 /First 4", view("1 0 << >>")));
     }},
    {"nesting without end", codes::kPdfNesting,
     [](HandMade& u) { u.sign(3, {}, {{"MK", std::string(100'000, '[')}}); }},
    {"dictionaries without end", codes::kPdfNesting,
     [](HandMade& u) {
       std::string deep;
       for (int i = 0; i < 10'000; ++i) deep += "<</A";
       u.sign(3, {}, {{"MK", deep}});
     }},
    {"a million values", codes::kPdfTooLarge,
     [](HandMade& u) {
       std::string many = "[";
       for (int i = 0; i < 1'000'000; ++i) many += "0 ";
       u.sign(3, {}, {{"MK", many + "]"}});
     }},
    {"a key twice", codes::kPdfKeyTwice,
     [](HandMade& u) { u.sign(3, {}, {{"MK", "<< /R 0 /R 90 >>"}}); }},
    {"a key twice, spelt otherwise", codes::kPdfKeyTwice,
     [](HandMade& u) { u.sign(3, {}, {{"MK", "<< /R 0 /#52 90 >>"}}); }},
    {"an entry without a value", codes::kPdfSyntax,
     [](HandMade& u) { u.sign(3, {}, {{"MK", "null"}}); }},
    {"a reference to nothing", codes::kPdfDangling,
     [](HandMade& u) { u.sign(3, {}, {{"MK", "99999 0 R"}}); }},
    {"a stream with too short a length", codes::kPdfStreamLength,
     [](HandMade& u) {
       const int form = u.add("<< /Subtype /Form /Length 3 >>\nstream\n12345\nendstream");
       u.sign(3, {}, {{"AP", "<< /N " + ref(form) + " >>"}});
     }},
    {"a stream longer than the file", codes::kPdfStreamLength,
     [](HandMade& u) {
       const int form = u.add("<< /Subtype /Form /Length 99999999 >>\nstream\n12345\nendstream");
       u.sign(3, {}, {{"AP", "<< /N " + ref(form) + " >>"}});
     }},
    {"a length that is another object", codes::kPdfStreamLength,
     [](HandMade& u) {
       const int length = u.add("5");
       const int form =
           u.add("<< /Subtype /Form /Length " + ref(length) + " >>\nstream\n12345\nendstream");
       u.sign(3, {}, {{"AP", "<< /N " + ref(form) + " >>"}});
     }},
};

INSTANTIATE_TEST_SUITE_P(Paper, Refused, ::testing::ValuesIn(kPaper));
INSTANTIATE_TEST_SUITE_P(Field, Refused, ::testing::ValuesIn(kField));
INSTANTIATE_TEST_SUITE_P(Signature, Refused, ::testing::ValuesIn(kSignature));
INSTANTIATE_TEST_SUITE_P(Bytes, Refused, ::testing::ValuesIn(kBytes));

}  // namespace
}  // namespace hp::pdf

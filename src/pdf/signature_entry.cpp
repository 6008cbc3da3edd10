#include "pdf/signature_entry.h"

#include <algorithm>
#include <set>

#include "pdf/ber.h"
#include "pdf/codes.h"
#include "pdf/dates.h"

namespace hp::pdf {
namespace {

using Kind = Value::Kind;

class EntryReader {
 public:
  EntryReader(ByteView file, const Revision& revision, const Object& object)
      : file_(file),
        revision_(revision),
        value_(object.value),
        where_(std::to_string(object.number) + " 0") {}

  Result<SignatureEntry> run(int catalog) {
    HP_TRY(check_keys());
    HP_TRY(read_kind());
    HP_TRY(read_texts());
    HP_TRY(read_contents());
    HP_TRY(read_range());
    HP_TRY(read_reference(catalog));
    return std::move(out_);
  }

 private:
  std::unexpected<Error> wrong(const std::string& key) const {
    return fail(codes::kPdfSignatureEntry, where_, key);
  }

  Result<void> check_keys() const {
    static const std::set<std::string_view> kKnown{
        "Type",       "Filter",        "SubFilter",   "ByteRange",    "Contents",
        "M",          "Name",          "Reason",      "Location",     "Reference",
        "Prop_Build", "Prop_AuthTime", "ContactInfo", "Prop_AuthType"};
    if (!value_.is(Kind::kDictionary)) return wrong("V");
    for (std::size_t i = 0; i < value_.items.size(); i += 2) {
      const std::string& key = value_.items[i].text;
      if (!kKnown.contains(key)) return wrong(key);
      if (key != "Reference" && refers(value_.items[i + 1])) return wrong(key);
    }
    return {};
  }

  static bool refers(const Value& value) {
    return value.is(Kind::kReference) || std::ranges::any_of(value.items, refers);
  }

  Result<void> read_kind() {
    const Value* filter = value_.find("SubFilter");
    if (filter == nullptr || !filter->is(Kind::kName)) return fail(codes::kPdfSubFilter, where_);
    if (filter->text.starts_with("adbe.")) {
      return fail(codes::kPdfAdobeSignature, where_, filter->text);
    }
    if (filter->text != "ETSI.CAdES.detached") {
      return fail(codes::kPdfSubFilter, where_, filter->text);
    }
    out_.signature.sub_filter = filter->text;
    const Value* type = value_.find("Type");
    if (type != nullptr && !type->is_name("Sig")) return wrong("Type");
    const Value* handler = value_.find("Filter");
    return handler != nullptr && handler->is_name("Adobe.PPKLite") ? Result<void>{}
                                                                   : wrong("Filter");
  }

  Result<void> read_texts() {
    Signature& to = out_.signature;
    const std::pair<const char*, std::string*> texts[] = {
        {"Name", &to.name}, {"Reason", &to.reason}, {"Location", &to.location}};
    for (const auto& [key, text] : texts) {
      const Value* value = value_.find(key);
      if (value == nullptr) continue;
      if (!value->is(Kind::kString)) return wrong(key);
      *text = text_of(*value);
    }
    if (const Value* date = value_.find("M"); date != nullptr) {
      to.at = date->is(Kind::kString) ? unix_from_pdf_date(date->text) : std::nullopt;
      if (!to.at) return wrong("M");
    }
    return {};
  }

  // "<" digits of one case ">", without white space: what a byte of it means must not be in doubt.
  Result<void> read_contents() {
    const Value* contents = value_.find("Contents");
    if (contents == nullptr || !contents->is(Kind::kString) || file_[contents->begin] != '<' ||
        contents->end - contents->begin != 2 * contents->text.size() + 2) {
      return fail(codes::kPdfContents, where_);
    }
    const auto digits = chars(file_.subspan(contents->begin + 1, 2 * contents->text.size()));
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'F'; };
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'f'; };
    if (std::ranges::any_of(digits, is_upper) && std::ranges::any_of(digits, is_lower)) {
      return fail(codes::kPdfContents, where_);
    }
    const ByteView bytes = view(contents->text);
    const auto size = ber_sequence(bytes);
    if (!size || std::ranges::any_of(bytes.subspan(*size), [](auto b) { return b != 0; })) {
      return fail(codes::kPdfContents, where_);
    }
    out_.signature.contents = to_bytes(bytes.first(*size));
    out_.signature.reserve = bytes.size();
    return {};
  }

  Result<void> read_range() {
    const Value* range = value_.find("ByteRange");
    const Value* contents = value_.find("Contents");
    if (range == nullptr || !range->is(Kind::kArray) || range->items.size() != 4) {
      return fail(codes::kPdfByteRange, where_);
    }
    auto& to = out_.signature.range;
    for (std::size_t i = 0; i < to.size(); ++i) {
      const Value& item = range->items[i];
      if (!item.is(Kind::kInteger) || item.integer < 0) return fail(codes::kPdfByteRange, where_);
      to.at(i) = static_cast<std::size_t>(item.integer);
    }
    const std::size_t end = to[2] + to[3];
    if (to[0] != 0 || to[1] != contents->begin || to[2] != contents->end ||
        (end != revision_.marker && end != revision_.end)) {
      return fail(codes::kPdfByteRange, where_);
    }
    out_.signature.end = end;
    return {};
  }

  // [<< /TransformMethod /DocMDP /TransformParams << /P 2 >> >>]: table 256 and 257.
  Result<void> read_reference(int catalog) {
    const Value* list = value_.find("Reference");
    if (list == nullptr) return {};
    const auto refused = fail(codes::kPdfCertify, where_);
    if (!list->is(Kind::kArray) || list->items.size() != 1) return refused;
    const Value& reference = list->items[0];
    if (!reference.is(Kind::kDictionary)) return refused;
    for (std::size_t i = 0; i < reference.items.size(); i += 2) {
      const std::string& key = reference.items[i].text;
      const Value& value = reference.items[i + 1];
      const bool known = (key == "Type" && value.is_name("SigRef")) ||
                         (key == "TransformMethod" && value.is_name("DocMDP")) ||
                         (key == "TransformParams" && !refers(value)) ||
                         (key == "Data" && value.is_reference(catalog)) ||
                         (key == "DigestMethod" && value.is(Kind::kName));
      if (!known) return refused;
    }
    const Value* params = reference.find("TransformParams");
    if (reference.find("TransformMethod") == nullptr || params == nullptr) return refused;
    const Value* level = params->find("P");
    if (level != nullptr && !level->is_integer(2)) return refused;
    out_.has_transform = true;
    return {};
  }

  ByteView file_;
  const Revision& revision_;
  const Value& value_;
  std::string where_;
  SignatureEntry out_;
};

}  // namespace

Result<SignatureEntry> read_signature(ByteView file, const Revision& revision, const Object& object,
                                      int catalog) {
  return EntryReader(file, revision, object).run(catalog);
}

}  // namespace hp::pdf

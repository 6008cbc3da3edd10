#include "pdf/sign.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "base/hex.h"
#include "base/text.h"
#include "pdf/appearance.h"
#include "pdf/ber.h"
#include "pdf/codes.h"
#include "pdf/digest.h"
#include "pdf/file.h"
#include "pdf/metadata.h"
#include "pdf/reading.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

constexpr std::size_t kMostReserve = std::size_t{1} << 20U;
constexpr std::string_view kRange = "/ByteRange [0 ";
constexpr std::size_t kRangeDigits = 3 * 8 + 2;  // for three numbers below 16 MiB
constexpr std::string_view kHole = " /Contents ";
constexpr std::size_t kRoom = std::size_t{64} << 10;  // for what an update adds, as a rule

// Fails where a text is none; what it says is for the reader of the file to judge.
Result<std::string> entry(std::string_view key, const std::string& text) {
  if (text.empty()) return std::string();
  HP_TRY(check_nfc(text));
  return " /" + std::string(key) + " " + to_text_string(text);
}

Result<std::string> signature_body(const SignatureRequest& request) {
  std::string out = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ";
  out += kRange;
  out.append(kRangeDigits, ' ');
  out += "]";
  out += kHole;
  out += "<";
  out.append(2 * request.reserve, '0');
  out += "> /M " + pdf_date(request.at);
  HP_ASSIGN(const std::string name, entry("Name", request.name));
  HP_ASSIGN(const std::string reason, entry("Reason", request.reason));
  HP_ASSIGN(const std::string location, entry("Location", request.location));
  out += name + reason + location;
  if (request.certify) {
    out +=
        " /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams"
        " << /Type /TransformParams /P 2 /V /1.2 >> >>]";
  }
  return out + " >>";
}

// Objects, their table and a trailer behind a file that was read.
class Update {
 public:
  Update(ByteView file, const Reading& reading)
      : reading_(reading), last_(reading.structure.revisions.back()), next_(last_.size) {
    out_.reserve(file.size() + kRoom);
    out_ += chars(file);
    if (last_.marker == last_.end) out_ += '\n';
  }

  Ref reserve() { return {next_++}; }
  void put(int number, const std::string& body) { bodies_[number] = body; }
  void put(Ref ref, const std::string& body) { put(ref.number, body); }

  std::string finish() && {
    for (const auto& [number, body] : bodies_) {
      offsets_[number] = out_.size();
      out_ += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    const std::size_t table = out_.size();
    out_ += "xref\n";
    for (auto it = offsets_.begin(); it != offsets_.end();) {
      auto end = it;
      int count = 0;
      while (end != offsets_.end() && end->first == it->first + count) ++end, ++count;
      out_ += std::to_string(it->first) + " " + std::to_string(count) + "\n";
      for (; it != end; ++it) {
        char line[32];
        std::snprintf(line, sizeof line, "%010zu 00000 n \n", it->second);
        out_ += line;
      }
    }
    const Structure& structure = reading_.structure;
    const Hash hash = sha256(view(out_));
    out_ += "trailer\n<< /Size " + std::to_string(next_) + " /Root " + to_text(Ref{structure.root});
    if (structure.info != 0) out_ += " /Info " + to_text(Ref{structure.info});
    out_ += " /ID [" + to_hex_string(view(structure.identity)) + " " +
            to_hex_string(ByteView(hash).first(16)) + "] /Prev " + std::to_string(last_.table) +
            " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return std::move(out_);
  }

 private:
  const Reading& reading_;
  const Revision& last_;
  int next_;
  std::string out_;
  std::map<int, std::string> bodies_;
  std::map<int, std::size_t> offsets_;
};

Result<std::size_t> field_to_sign(const SignatureRequest& request, const Signed& it) {
  if (request.reserve == 0 || request.reserve > kMostReserve) {
    return fail(codes::kPdfSignatureTooLong, "reserve");
  }
  std::size_t field = 0;
  while (field < it.fields.size() && it.fields[field].name != request.field) ++field;
  if (field == it.fields.size()) return fail(codes::kPdfNoField, request.field);
  if (!it.fields[field].empty) return fail(codes::kPdfFieldSigned, request.field);
  if (request.certify && !it.signatures.empty()) return fail(codes::kPdfCertify, request.field);
  return field;
}

// Puts `text` over what stands at `at`.
void overwrite(std::string& file, std::size_t at, std::string_view text) {
  file.replace(at, text.size(), text);
}

Result<void> fill(Bytes& file, std::size_t hole, std::size_t reserve, ByteView cms) {
  if (cms.size() > reserve) {
    return fail(codes::kPdfSignatureTooLong, "",
                std::to_string(cms.size()) + " > " + std::to_string(reserve));
  }
  if (ber_sequence(cms) != cms.size()) return fail(codes::kPdfContents);
  std::string digits = to_hex(cms);
  digits.resize(2 * reserve, '0');
  std::ranges::copy(digits, file.begin() + static_cast<std::ptrdiff_t>(hole));
  return {};
}

}  // namespace

Result<Unsigned> begin_signature(ByteView file, const SignatureRequest& request,
                                 const Fonts& fonts) {
  HP_ASSIGN(const Reading reading, read(file));
  HP_ASSIGN(const std::size_t index, field_to_sign(request, reading.result));
  HP_ASSIGN(const std::string body, signature_body(request));
  const Value& field = reading.objects.find(reading.parts.fields[index].number)->value;
  Update update(file, reading);
  const Ref signature = update.reserve();
  update.put(signature, body);
  Entries changed{{"V", to_text(signature)}};
  if (!request.appearance.empty()) {
    HP_ASSIGN(const std::string looks, appearance(request.appearance, field, reading, fonts));
    const Ref form = update.reserve();
    update.put(form, looks);
    changed.emplace_back("AP", "<< /N " + to_text(form) + " >>");
  }
  update.put(reading.parts.fields[index].number, to_text(field, changed));
  if (request.certify) {
    update.put(reading.parts.catalog,
               to_text(reading.objects.find(reading.parts.catalog)->value,
                       {{"Perms", "<< /DocMDP " + to_text(signature) + " >>"}}));
  }
  std::string out = std::move(update).finish();
  if (out.size() > kMostBytes) return fail(codes::kPdfTooLarge);
  // The new dictionary is the only one behind the old file.
  const std::size_t ranges = out.find(kRange, file.size()) + kRange.size();
  const std::size_t begin = out.find(kHole, ranges) + kHole.size();
  const std::size_t end = begin + 2 * request.reserve + 2;
  Unsigned made;
  made.range = {0, begin, end, out.size() - end};
  overwrite(
      out, ranges,
      std::to_string(begin) + " " + std::to_string(end) + " " + std::to_string(out.size() - end));
  const ByteView whole = view(out);
  made.digest = sha256(whole.first(begin), whole.subspan(end));
  made.file = to_bytes(whole);
  return made;
}

Result<Bytes> finish_signature(Unsigned open, ByteView cms) {
  const auto& range = open.range;
  HP_TRY(fill(open.file, range[1] + 1, (range[2] - range[1] - 2) / 2, cms));
  return std::move(open.file);
}

Result<Bytes> replace_last_contents(ByteView file, ByteView cms) {
  HP_ASSIGN(const Signed it, read_signed(file));
  if (it.signatures.empty()) return fail(codes::kPdfNotSigned);
  const Signature& last = it.signatures.back();
  Bytes out = to_bytes(file);
  HP_TRY(fill(out, last.range[1] + 1, last.reserve, cms));
  return out;
}

}  // namespace hp::pdf

#include "minutes/canonical_json.h"

#include <algorithm>

#include "base/codes.h"
#include "base/text.h"
#include "minutes/codes.h"

namespace hp::minutes {
namespace {

constexpr std::uint64_t kLargestExact = (std::uint64_t{1} << 53) - 1;

// RFC 8785 section 3.2.2.2: the two-letter escapes where there is one, \u00xx in lower case for
// the other control characters, everything else as it is.
void write_text(std::string& out, const std::string& text) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (byte < 0x20) {
          out += "\\u00";
          out += kHex[byte >> 4];
          out += kHex[byte & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

// UTF-8 order is that of code points; UTF-16 order differs where surrogates (D800…DFFF, from
// code points above FFFF) meet code points from E000: there the four-byte letter comes first.
bool utf16_less(const std::string& a, const std::string& b) {
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (x == a.end() || y == b.end()) return x == a.end() && y != b.end();
  const auto p = static_cast<unsigned char>(*x);
  const auto q = static_cast<unsigned char>(*y);
  const bool p_supplementary = p >= 0xF0;
  const bool q_supplementary = q >= 0xF0;
  if (p_supplementary == q_supplementary) return p < q;
  return p_supplementary ? q >= 0xEE : p < 0xEE;  // EE is the first byte of E000
}

}  // namespace

Json Json::boolean(bool value) {
  Json out(Kind::kBoolean);
  out.number_ = value ? 1 : 0;
  return out;
}

Json Json::number(std::uint64_t value) {
  Json out(Kind::kNumber);
  out.number_ = value;
  return out;
}

Json Json::text(std::string value) {
  Json out(Kind::kText);
  out.text_ = std::move(value);
  return out;
}

Json Json::array(std::vector<Json> items) {
  Json out(Kind::kArray);
  out.items_ = std::move(items);
  return out;
}

Json Json::object(std::vector<Member> members) {
  Json out(Kind::kObject);
  out.members_ = std::move(members);
  std::ranges::sort(out.members_, utf16_less, &Member::first);
  return out;
}

Result<std::string> Json::canonical() const {
  std::string out;
  HP_TRY(write(out));
  if (!is_utf8(out)) return fail(codes::kNotUtf8);
  return out;
}

Result<void> Json::write(std::string& out) const {
  switch (kind_) {
    case Kind::kNull:
      out += "null";
      break;
    case Kind::kBoolean:
      out += number_ != 0 ? "true" : "false";
      break;
    case Kind::kNumber:
      if (number_ > kLargestExact) return fail(codes::kMinutesNumber, "", std::to_string(number_));
      out += std::to_string(number_);
      break;
    case Kind::kText:
      write_text(out, text_);
      break;
    case Kind::kArray: {
      const char* separator = "[";
      for (const Json& item : items_) {
        out += separator;
        HP_TRY(item.write(out));
        separator = ",";
      }
      out += items_.empty() ? "[]" : "]";
      break;
    }
    case Kind::kObject:
      return write_object(out);
  }
  return {};
}

Result<void> Json::write_object(std::string& out) const {
  out += '{';
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const auto& [key, value] = members_[i];
    if (i > 0) {
      if (members_[i - 1].first == key) return fail(codes::kMinutesTwiceNamed, key);
      out += ',';
    }
    write_text(out, key);
    out += ':';
    if (auto written = value.write(out); !written) {
      return std::unexpected(under(key, std::move(written).error()));
    }
  }
  out += '}';
  return {};
}

}  // namespace hp::minutes

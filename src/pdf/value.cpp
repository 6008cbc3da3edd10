#include "pdf/value.h"

#include <algorithm>

#include "pdf/file.h"

namespace hp::pdf {

const Value* Value::find(std::string_view key) const {
  if (kind != Kind::kDictionary) return nullptr;
  std::size_t low = 0;
  std::size_t high = items.size() / 2;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const std::string& name = items[2 * middle].text;
    if (name == key) return &items[2 * middle + 1];
    (name < key ? low : high) = name < key ? middle + 1 : middle;
  }
  return nullptr;
}

bool same(const Value& a, const Value& b) {
  return a.kind == b.kind && a.integer == b.integer && a.text == b.text &&
         std::ranges::equal(a.items, b.items, same);
}

std::string to_text(const Value& value, const Entries& more) {
  using Kind = Value::Kind;
  switch (value.kind) {
    case Kind::kNull:
      return "null";
    case Kind::kBool:
      return value.integer != 0 ? "true" : "false";
    case Kind::kInteger:
      return std::to_string(value.integer);
    case Kind::kReal:
      return value.text;
    case Kind::kString:
      return to_hex_string(view(value.text));
    case Kind::kName:
      return to_name(value.text);
    case Kind::kReference:
      return std::to_string(value.integer) + " 0 R";
    case Kind::kArray: {
      std::string out = "[";
      for (const Value& item : value.items) {
        if (out.size() > 1) out += ' ';
        out += to_text(item);
      }
      return out + "]";
    }
    case Kind::kDictionary:
      break;
  }
  std::string out = "<<";
  const auto put = [&out](std::string_view name, std::string_view text) {
    out += ' ';
    out += to_name(name);
    out += ' ';
    out += text;
  };
  for (std::size_t i = 0; i + 1 < value.items.size(); i += 2) {
    const std::string& name = value.items[i].text;
    if (std::ranges::find(more, name, &Entries::value_type::first) != more.end()) continue;
    put(name, to_text(value.items[i + 1]));
  }
  for (const auto& [name, text] : more) put(name, text);
  return out + " >>";
}

namespace {

void put_utf8(std::string& out, std::uint32_t letter) {
  const auto byte = [&out](std::uint32_t b) { out += static_cast<char>(b); };
  if (letter < 0x80) {
    byte(letter);
  } else if (letter < 0x800) {
    byte(0xC0U | letter >> 6U);
    byte(0x80U | (letter & 0x3FU));
  } else {
    if (letter < 0x10000) {
      byte(0xE0U | letter >> 12U);
    } else {
      byte(0xF0U | letter >> 18U);
      byte(0x80U | (letter >> 12U & 0x3FU));
    }
    byte(0x80U | (letter >> 6U & 0x3FU));
    byte(0x80U | (letter & 0x3FU));
  }
}

constexpr std::uint32_t kNoLetter = 0xFFFD;

std::string from_utf16(std::string_view bytes) {
  std::string out;
  const auto unit = [bytes](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << 8U |
           static_cast<unsigned char>(bytes[i + 1]);
  };
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    std::uint32_t letter = unit(i);
    if (letter >= 0xD800 && letter < 0xE000) {
      const std::uint32_t low = i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (letter < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
        letter = 0x10000U + ((letter - 0xD800U) << 10U) + (low - 0xDC00U);
        i += 2;
      } else {
        letter = kNoLetter;
      }
    }
    put_utf8(out, letter);
  }
  if (i < bytes.size()) put_utf8(out, kNoLetter);
  return out;
}

}  // namespace

std::string text_of(const Value& value) {
  const std::string& bytes = value.text;
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(std::string_view(bytes).substr(2));
  std::string out;
  for (const char c : bytes) {  // PDFDocEncoding where it is Latin-1
    const auto byte = static_cast<unsigned char>(c);
    const bool known = (byte >= 0x20 && byte < 0x7F) || byte > 0xA0;
    put_utf8(out, known ? byte : kNoLetter);
  }
  return out;
}

}  // namespace hp::pdf

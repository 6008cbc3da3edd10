#include "pdf/file.h"

#include <zlib.h>

#include <charconv>
#include <cstdio>
#include <stdexcept>

#include "base/hex.h"
#include "pdf/digest.h"
#include "pdf/utf8.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

std::string deflated(ByteView data, int level) {
  uLongf size = compressBound(data.size());
  std::string out(size, '\0');
  const int status =
      compress2(reinterpret_cast<Bytef*>(out.data()), &size, data.data(), data.size(), level);
  if (status != Z_OK) throw std::bad_alloc();
  out.resize(size);
  return out;
}

}  // namespace

std::string to_text(Ref ref) {
  return std::to_string(ref.number) + " 0 R";
}

std::string to_text(const std::vector<Ref>& refs) {
  std::string out = "[";
  for (const Ref ref : refs) {
    if (out.size() > 1) out += ' ';
    out += to_text(ref);
  }
  return out + "]";
}

std::string to_text(Length length) {
  std::string out;
  add_text(out, length);
  return out;
}

// Hundreds of thousands of times for a pile of voting cards: so by hand.
void add_text(std::string& to, Length length) {
  const std::int64_t value = length.millipoints < 0 ? -length.millipoints : length.millipoints;
  if (length.millipoints < 0) to += '-';
  char whole[20];
  to.append(whole, std::to_chars(whole, whole + sizeof whole, value / 1000).ptr);
  auto rest = static_cast<int>(value % 1000);
  if (rest == 0) return;
  to += '.';
  for (int digit = 100; rest > 0; digit /= 10) {
    to += static_cast<char>('0' + rest / digit);
    rest %= digit;
  }
}

std::string to_text_string(std::string_view utf8) {
  std::string out = "<FEFF";
  for (const char32_t letter : letters(utf8)) out += utf16_hex(letter);
  return out + ">";
}

std::string to_name(std::string_view text) {
  std::string out = "/";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && std::string_view("#()<>[]{}/%").find(c) == text.npos) {
      out += c;
    } else {
      char buffer[8];
      std::snprintf(buffer, sizeof buffer, "#%02X", static_cast<unsigned>(byte));
      out += buffer;
    }
  }
  return out;
}

std::string to_hex_string(ByteView bytes) {
  return "<"s + to_hex(bytes) + ">";
}

std::string stream_body(std::string_view entries, ByteView data, Store store) {
  const std::string kept = store == Store::kPlain
                               ? to_string(data)
                               : deflated(data, store == Store::kSwift ? 6 : Z_BEST_COMPRESSION);
  std::string body = "<< ";
  body += entries;
  if (store != Store::kPlain) body += " /Filter /FlateDecode";
  body += " /Length "s + std::to_string(kept.size()) + " >>\nstream\n";
  body += kept;
  body += "\nendstream";
  return body;
}

Ref File::reserve() {
  bodies_.emplace_back();
  return {static_cast<int>(bodies_.size())};
}

void File::put(Ref ref, std::string body) {
  bodies_.at(static_cast<std::size_t>(ref.number) - 1) = std::move(body);
}

Ref File::add(std::string body) {
  const Ref ref = reserve();
  put(ref, std::move(body));
  return ref;
}

void File::put_stream(Ref ref, std::string_view entries, ByteView data, Store store) {
  put(ref, stream_body(entries, data, store));
}

Ref File::add_stream(std::string_view entries, ByteView data, Store store) {
  const Ref ref = reserve();
  put_stream(ref, entries, data, store);
  return ref;
}

Bytes File::finish(Ref root, Ref info) const {
  std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  std::vector<std::size_t> offsets;
  offsets.reserve(bodies_.size());
  for (const std::string& body : bodies_) {
    offsets.push_back(out.size());
    out += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
  }
  const std::size_t table = out.size();
  const std::string size = std::to_string(bodies_.size() + 1);
  out += "xref\n0 "s + size + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    char line[32];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
    out += line;
  }
  const Hash hash = sha256(view(out));
  const std::string id = to_hex_string(ByteView(hash).first(16));
  out += "trailer\n<< /Size "s + size + " /Root " + to_text(root) + " /Info " + to_text(info) +
         " /ID [" + id + " " + id + "] >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  return to_bytes(view(out));
}

}  // namespace hp::pdf

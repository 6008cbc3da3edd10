// Objects of a PDF file and their order: a header, numbered objects, one classic cross-reference
// table and a trailer (ISO 32000-2, 7.5). Signing appends to such a file without touching it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "pdf/length.h"

namespace hp::pdf {

// An indirect object; generation 0 always.
struct Ref {
  int number = 0;
};
std::string to_text(Ref ref);                       // "12 0 R"
std::string to_text(const std::vector<Ref>& refs);  // "[12 0 R 13 0 R]"
std::string to_text(Length length);                 // in points: "56.693"
void add_text(std::string& to, Length length);      // the same behind `to`
std::string to_text_string(std::string_view utf8);  // "<FEFF00C0>", ISO 32000-2, 7.9.2
std::string to_name(std::string_view text);         // "/application#2Fjson", ISO 32000-2, 7.3.5
std::string to_hex_string(ByteView bytes);          // "<00ff>"

// A stream's body; `entries` are those of its dictionary besides /Length and /Filter.
// kSwift: half the time of kDeflated, some hundredths larger.
enum class Store { kDeflated, kSwift, kPlain };
std::string stream_body(std::string_view entries, ByteView data, Store store = Store::kDeflated);

class File {
 public:
  Ref reserve();
  void put(Ref ref, std::string body);
  Ref add(std::string body);

  using Store = pdf::Store;
  void put_stream(Ref ref, std::string_view entries, ByteView data, Store store = Store::kDeflated);
  Ref add_stream(std::string_view entries, ByteView data, Store store = Store::kDeflated);

  // The file. Its /ID is the first half of the SHA-256 of everything before the trailer, twice.
  Bytes finish(Ref root, Ref info) const;

 private:
  std::vector<std::string> bodies_;
};

}  // namespace hp::pdf

// Reads values and the words around them from bytes that may be anything.
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/value.h"

namespace hp::pdf {

// "at 1234": where of an error.
std::string at_offset(std::size_t offset);

bool is_space(std::uint8_t c);  // a NUL is none here, though ISO 32000-2, 7.2.3 has it

// Stricter than ISO 32000-2, 7.3: no comments; no null in a dictionary, no key twice; references of
// generation 0 alone; an even number of digits in a hexadecimal string; 32 levels.
class Parser {
 public:
  // Reads from `at`, not beyond `end`. Each value read takes one from `budget`.
  Parser(ByteView file, std::size_t at, std::size_t end, std::size_t& budget)
      : file_(file.first(end)), at_(at), budget_(budget) {}

  std::size_t at() const { return at_; }
  bool at_end() const { return at_ >= file_.size(); }
  void skip_space();
  bool skip_newline();               // LF, CR LF, or CR
  bool skip(std::string_view word);  // if it stands here
  void skip_bytes(std::size_t count) { at_ += count; }

  // Decimal digits, up to ten, without a sign. Fails with `kPdfSyntax`.
  Result<std::int64_t> number();

  // A value, from its first byte. Fails with `kPdfSyntax`, `kPdfNesting`, `kPdfKeyTwice`,
  // `kPdfGeneration`, `kPdfTooLarge`.
  Result<Value> value() { return value(0); }

 private:
  Result<Value> value(int depth);
  Result<void> array(Value& out, int depth);
  Result<void> dictionary(Value& out, int depth);
  Result<void> name(Value& out);
  Result<void> string(Value& out);
  Result<void> hex_string(Value& out);
  Result<void> numeric(Value& out);
  bool reference(Value& out, bool& other_generation);
  Result<void> word(Value& out);
  bool at_word_end() const;
  std::unexpected<Error> wrong() const;
  int peek() const { return at_end() ? -1 : file_[at_]; }

  ByteView file_;
  std::size_t at_;
  std::size_t& budget_;
};

}  // namespace hp::pdf

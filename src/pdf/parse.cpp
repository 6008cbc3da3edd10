#include "pdf/parse.h"

#include <algorithm>

#include "pdf/codes.h"

namespace hp::pdf {
namespace {

constexpr int kDepth = 32;

bool is_delimiter(int c) {
  return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' ||
         c == '}' || c == '/' || c == '%';
}

bool is_digit(int c) {
  return c >= '0' && c <= '9';
}

int hex_digit(int c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// "+01.50" as "1.5", so that equal numbers are equal texts.
std::string plain(std::string_view digits) {
  const bool minus = digits.starts_with('-');
  if (minus || digits.starts_with('+')) digits.remove_prefix(1);
  while (digits.starts_with('0')) digits.remove_prefix(1);
  while (digits.ends_with('0')) digits.remove_suffix(1);
  if (digits == ".") return "0.0";
  std::string out = minus ? "-" : "";
  if (digits.starts_with('.')) out += '0';
  out += digits;
  if (digits.ends_with('.')) out += '0';
  return out;
}

}  // namespace

std::string at_offset(std::size_t offset) {
  return "at " + std::to_string(offset);
}

bool is_space(std::uint8_t c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

std::unexpected<Error> Parser::wrong() const {
  return fail(codes::kPdfSyntax, at_offset(at_));
}

void Parser::skip_space() {
  while (!at_end() && is_space(file_[at_])) ++at_;
}

bool Parser::skip_newline() {
  if (skip("\r\n")) return true;
  return skip("\n") || skip("\r");
}

bool Parser::skip(std::string_view word) {
  if (!chars(file_).substr(std::min(at_, file_.size())).starts_with(word)) return false;
  at_ += word.size();
  return true;
}

Result<std::int64_t> Parser::number() {
  std::int64_t out = 0;
  int digits = 0;
  for (; is_digit(peek()); ++at_) {
    if (++digits > 10) return wrong();
    out = out * 10 + (file_[at_] - '0');
  }
  if (digits == 0) return wrong();
  return out;
}

bool Parser::at_word_end() const {
  return at_end() || is_space(file_[at_]) || is_delimiter(file_[at_]);
}

Result<Value> Parser::value(int depth) {
  if (depth > kDepth) return fail(codes::kPdfNesting, at_offset(at_));
  if (budget_ == 0) return fail(codes::kPdfTooLarge, at_offset(at_));
  --budget_;
  Value out;
  out.begin = at_;
  Result<void> done;
  const int c = peek();
  if (c == '[') {
    done = array(out, depth);
  } else if (c == '<') {
    done = skip("<<") ? dictionary(out, depth) : hex_string(out);
  } else if (c == '/') {
    done = name(out);
  } else if (c == '(') {
    done = string(out);
  } else if (is_digit(c) || c == '+' || c == '-' || c == '.') {
    bool other_generation = false;
    if (!reference(out, other_generation)) done = numeric(out);
    if (other_generation) return fail(codes::kPdfGeneration, at_offset(out.begin));
  } else {
    done = word(out);
  }
  if (!done) return std::unexpected(std::move(done).error());
  out.end = at_;
  return out;
}

Result<void> Parser::array(Value& out, int depth) {
  out.kind = Value::Kind::kArray;
  ++at_;
  for (skip_space(); !skip("]"); skip_space()) {
    HP_ASSIGN(Value item, value(depth + 1));
    out.items.push_back(std::move(item));
  }
  return {};
}

Result<void> Parser::dictionary(Value& out, int depth) {
  out.kind = Value::Kind::kDictionary;
  std::vector<std::pair<Value, Value>> entries;
  for (skip_space(); !skip(">>"); skip_space()) {
    if (peek() != '/') return wrong();
    HP_ASSIGN(Value key, value(depth + 1));
    skip_space();
    HP_ASSIGN(Value entry, value(depth + 1));
    if (entry.is(Value::Kind::kNull)) return fail(codes::kPdfSyntax, at_offset(entry.begin));
    entries.emplace_back(std::move(key), std::move(entry));
  }
  std::ranges::stable_sort(entries, {},
                           [](const auto& it) -> const std::string& { return it.first.text; });
  out.items.reserve(2 * entries.size());
  for (auto& [key, entry] : entries) {
    if (!out.items.empty() && out.items[out.items.size() - 2].text == key.text) {
      return fail(codes::kPdfKeyTwice, at_offset(key.begin));
    }
    out.items.push_back(std::move(key));
    out.items.push_back(std::move(entry));
  }
  return {};
}

Result<void> Parser::name(Value& out) {
  out.kind = Value::Kind::kName;
  for (++at_; !at_word_end(); ++at_) {
    int c = file_[at_];
    if (c == '#') {
      if (at_ + 2 >= file_.size()) return wrong();
      const int high = hex_digit(file_[at_ + 1]);
      const int low = hex_digit(file_[at_ + 2]);
      if (high < 0 || low < 0) return wrong();
      c = high * 16 + low;
      at_ += 2;
    }
    if (c == 0) return wrong();
    out.text += static_cast<char>(c);
  }
  return out.text.empty() ? wrong() : Result<void>{};
}

Result<void> Parser::string(Value& out) {
  out.kind = Value::Kind::kString;
  ++at_;
  for (int open = 1;;) {
    if (at_end()) return wrong();
    std::uint8_t c = file_[at_++];
    if (c == '(') ++open;
    if (c == ')' && --open == 0) return {};
    if (c == '\r') {  // every newline is one LF
      skip("\n");
      c = '\n';
    }
    if (c == '\\') {
      if (skip_newline()) continue;
      if (at_end()) return wrong();
      c = file_[at_++];
      static constexpr std::string_view kEscapes = "nrtbf()\\";
      static constexpr std::string_view kMeanings = "\n\r\t\b\f()\\";
      if (const auto known = kEscapes.find(static_cast<char>(c)); known != std::string_view::npos) {
        c = static_cast<std::uint8_t>(kMeanings[known]);
      } else if (c >= '0' && c <= '7') {
        int code = c - '0';
        for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; ++i) {
          code = code * 8 + (file_[at_++] - '0');
        }
        if (code > 255) return wrong();
        c = static_cast<std::uint8_t>(code);
      } else {
        return wrong();
      }
    }
    out.text += static_cast<char>(c);
  }
}

Result<void> Parser::hex_string(Value& out) {
  out.kind = Value::Kind::kString;
  int high = -1;
  for (++at_; !skip(">"); ++at_) {
    if (at_end()) return wrong();
    if (is_space(file_[at_])) continue;
    const int digit = hex_digit(file_[at_]);
    if (digit < 0) return wrong();
    if (high < 0) {
      high = digit;
    } else {
      out.text += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  return high < 0 ? Result<void>{} : wrong();
}

Result<void> Parser::numeric(Value& out) {
  const std::size_t begin = at_;
  if (peek() == '+' || peek() == '-') ++at_;
  int digits = 0;
  int dots = 0;
  for (; is_digit(peek()) || peek() == '.'; ++at_) ++(file_[at_] == '.' ? dots : digits);
  if (digits == 0 || digits > 15 || dots > 1 || !at_word_end()) return wrong();
  const std::string_view all = chars(file_.subspan(begin, at_ - begin));
  if (dots == 1) {
    out.kind = Value::Kind::kReal;
    out.text = plain(all);
    return {};
  }
  out.kind = Value::Kind::kInteger;
  for (const char c : all) {
    if (is_digit(c)) out.integer = out.integer * 10 + (c - '0');
  }
  if (all.starts_with('-')) out.integer = -out.integer;
  return {};
}

// "12 0 R". Stays where it is when it is none.
bool Parser::reference(Value& out, bool& other_generation) {
  const std::size_t begin = at_;
  const auto is_reference = [&]() -> bool {
    const auto object = number();
    if (!object || at_end() || !is_space(file_[at_])) return false;
    skip_space();
    const auto generation = number();
    if (!generation || at_end() || !is_space(file_[at_])) return false;
    skip_space();
    if (!skip("R") || !at_word_end()) return false;
    other_generation = *generation != 0;
    out.kind = Value::Kind::kReference;
    out.integer = *object;
    return true;
  };
  if (is_reference()) return true;
  at_ = begin;
  return false;
}

Result<void> Parser::word(Value& out) {
  if (skip("true")) {
    out.kind = Value::Kind::kBool;
    out.integer = 1;
  } else if (skip("false")) {
    out.kind = Value::Kind::kBool;
  } else if (!skip("null")) {
    return wrong();
  }
  return at_word_end() ? Result<void>{} : wrong();
}

}  // namespace hp::pdf

#include <algorithm>
#include <utility>

#include "pdf/codes.h"
#include "pdf/parse.h"
#include "pdf/structure.h"

namespace hp::pdf {
namespace {

constexpr std::string_view kFirstFree = "65535 f";

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t to_number(std::string_view digits) {
  std::size_t out = 0;
  for (const char c : digits) out = out * 10 + static_cast<std::size_t>(c - '0');
  return out;
}

// Twenty bytes: "0000000017 00000 n" and two more that end the line.
Result<void> read_entry(std::string_view line, std::int64_t number, Revision& out) {
  const std::string where = std::to_string(number);
  const std::string_view end = line.substr(18);
  if (!all_digits(line.substr(0, 10)) || line[10] != ' ' || !all_digits(line.substr(11, 5)) ||
      line[16] != ' ' || (end != " \n" && end != " \r" && end != "\r\n")) {
    return fail(codes::kPdfXref, where);
  }
  const std::size_t offset = to_number(line.substr(0, 10));
  if (number == 0) {  // the head of the list of free objects; poppler writes 1 as its next
    const bool right = line.substr(11, 7) == kFirstFree && offset <= 1;
    return right ? Result<void>{} : fail(codes::kPdfXref, where);
  }
  if (line[17] == 'f') return fail(codes::kPdfObjectRemoved, where);
  if (line[17] != 'n') return fail(codes::kPdfXref, where);
  if (line.substr(11, 5) != "00000") return fail(codes::kPdfGeneration, where);
  out.entries.push_back({static_cast<int>(number), offset});
  return {};
}

Result<void> read_entries(ByteView file, Parser& parser, Revision& out) {
  bool has_zero = false;
  while (!parser.skip("trailer")) {
    const std::size_t at = parser.at();
    const auto first = parser.number();
    if (!first || !parser.skip(" ")) return fail(codes::kPdfXref, at_offset(at));
    const auto count = parser.number();
    parser.skip(" ");
    if (!count || !parser.skip_newline()) return fail(codes::kPdfXref, at_offset(at));
    if (*first + *count > kMostObjects + 1) return fail(codes::kPdfTooLarge, at_offset(at));
    for (std::int64_t number = *first; number < *first + *count; ++number) {
      if (parser.at() + 20 > file.size()) return fail(codes::kPdfXref, at_offset(parser.at()));
      if (number == 0 && std::exchange(has_zero, true)) return fail(codes::kPdfObjectTwice, "0");
      HP_TRY(read_entry(chars(file.subspan(parser.at(), 20)), number, out));
      if (out.entries.size() > static_cast<std::size_t>(kMostObjects)) {
        return fail(codes::kPdfTooLarge, at_offset(at));
      }
      parser.skip_bytes(20);
    }
  }
  std::ranges::sort(out.entries, {}, &Entry::number);
  const auto twice = std::ranges::adjacent_find(out.entries, {}, &Entry::number);
  if (twice != out.entries.end()) {
    return fail(codes::kPdfObjectTwice, std::to_string(twice->number));
  }
  return {};
}

Result<void> check_trailer(const Value& trailer) {
  using Kind = Value::Kind;
  const std::string where = at_offset(trailer.begin);
  if (!trailer.is(Kind::kDictionary)) return fail(codes::kPdfTrailer, where);
  for (std::size_t i = 0; i < trailer.items.size(); i += 2) {
    const std::string& key = trailer.items[i].text;
    const Value& value = trailer.items[i + 1];
    if (key == "Encrypt") return fail(codes::kPdfEncrypted, where);
    if (key == "XRefStm") return fail(codes::kPdfXrefStream, where);
    const bool right = ((key == "Size" || key == "Prev") && value.is(Kind::kInteger)) ||
                       ((key == "Root" || key == "Info") && value.is(Kind::kReference)) ||
                       (key == "ID" && value.is(Kind::kArray) && value.items.size() == 2 &&
                        value.items[0].is(Kind::kString) && value.items[1].is(Kind::kString));
    if (!right) return fail(codes::kPdfTrailer, where, key);
  }
  for (const char* key : {"Size", "Root", "ID"}) {
    if (trailer.find(key) == nullptr) return fail(codes::kPdfTrailer, where, key);
  }
  return {};
}

// Something else stands where a table should: most likely a cross-reference stream.
std::unexpected<Error> no_table(ByteView file, std::size_t at, std::size_t& budget) {
  Parser parser(file, at, file.size(), budget);
  const bool object = parser.number() && parser.skip(" ") && parser.number() && parser.skip(" obj");
  return fail(object ? codes::kPdfXrefStream : codes::kPdfXref, at_offset(at));
}

}  // namespace

Result<Revision> read_table(ByteView file, std::size_t at, std::size_t& budget) {
  Revision out;
  out.table = at;
  Parser parser(file, at, file.size(), budget);
  if (!parser.skip("xref") || !parser.skip_newline()) return no_table(file, at, budget);
  HP_TRY(read_entries(file, parser, out));
  parser.skip_space();
  HP_ASSIGN(out.trailer, parser.value());
  HP_TRY(check_trailer(out.trailer));
  const std::int64_t size = out.trailer.find("Size")->integer;
  if (size < 1 || size > kMostObjects + 1) return fail(codes::kPdfSize, at_offset(at));
  out.size = static_cast<int>(size);
  parser.skip_space();
  const std::size_t start = parser.at();
  if (!parser.skip("startxref") || !parser.skip_newline()) {
    return fail(codes::kPdfEnd, at_offset(start));
  }
  const auto stated = parser.number();
  if (!stated || static_cast<std::size_t>(*stated) != at || !parser.skip_newline() ||
      !parser.skip("%%EOF")) {
    return fail(codes::kPdfEnd, at_offset(start));
  }
  out.marker = parser.at();
  parser.skip_newline();
  out.end = parser.at();
  return out;
}

}  // namespace hp::pdf

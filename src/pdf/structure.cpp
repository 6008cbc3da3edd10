#include "pdf/structure.h"

#include <algorithm>
#include <utility>

#include "pdf/codes.h"
#include "pdf/parse.h"

namespace hp::pdf {
namespace {

using Kind = Value::Kind;

std::string object_named(std::int64_t number) {
  return std::to_string(number) + " 0";
}

// Where the base's first object may begin: after "%PDF-1.7" and one line of binary comment.
Result<std::size_t> read_header(ByteView file, std::size_t& budget) {
  Parser parser(file, 0, file.size(), budget);
  const bool known = parser.skip("%PDF-1.") || parser.skip("%PDF-2.");
  if (!known || parser.at_end() || file[parser.at()] < '0' || file[parser.at()] > '9') {
    return fail(codes::kPdfHeader);
  }
  parser.skip_bytes(1);
  if (!parser.skip_newline()) return fail(codes::kPdfHeader);
  if (!parser.skip("%")) return parser.at();
  for (std::size_t i = 0; !parser.skip_newline(); ++i) {
    if (i == 64 || parser.at_end()) return fail(codes::kPdfHeader);
    parser.skip_bytes(1);
  }
  return parser.at();
}

// The offset that stands before the last "%%EOF".
Result<std::size_t> read_end(ByteView file, std::size_t& budget) {
  const std::size_t tail = file.size() - std::min<std::size_t>(file.size(), 48);
  const std::size_t found = chars(file).rfind("startxref");
  if (found == std::string_view::npos || found < tail) return fail(codes::kPdfEnd);
  Parser parser(file, found, file.size(), budget);
  parser.skip("startxref");
  if (!parser.skip_newline()) return fail(codes::kPdfEnd);
  const auto offset = parser.number();
  if (!offset || !parser.skip_newline() || !parser.skip("%%EOF")) return fail(codes::kPdfEnd);
  parser.skip_newline();
  if (!parser.at_end()) return fail(codes::kPdfEnd, at_offset(parser.at()));
  if (static_cast<std::size_t>(*offset) >= found) return fail(codes::kPdfXref, at_offset(found));
  return static_cast<std::size_t>(*offset);
}

Result<void> read_revisions(ByteView file, Structure& out) {
  HP_ASSIGN(std::size_t at, read_end(file, out.values_left));
  for (std::size_t limit = file.size();;) {
    HP_ASSIGN(Revision revision, read_table(file, at, out.values_left));
    // The last one ends with the file, each other one where the next begins, or before.
    const bool last = out.revisions.empty();
    if (last ? revision.end != limit : revision.end > limit) {
      return fail(codes::kPdfPrev, at_offset(at));
    }
    const Value* prev = revision.trailer.find("Prev");
    out.revisions.push_back(std::move(revision));
    if (prev == nullptr) break;
    if (out.revisions.size() > kMostRevisions) return fail(codes::kPdfTooLarge, at_offset(at));
    if (prev->integer <= 0 || static_cast<std::size_t>(prev->integer) >= at) {
      return fail(codes::kPdfPrev, at_offset(at));
    }
    limit = at;
    at = static_cast<std::size_t>(prev->integer);
  }
  std::ranges::reverse(out.revisions);
  return {};
}

Result<void> check_trailers(Structure& out) {
  const Value& base = out.revisions.front().trailer;
  out.root = static_cast<int>(base.find("Root")->integer);
  const Value* info = base.find("Info");
  out.info = info == nullptr ? 0 : static_cast<int>(info->integer);
  out.identity = base.find("ID")->items[0].text;
  int size = 1;
  for (const Revision& it : out.revisions) {
    const Value* other = it.trailer.find("Info");
    if (!it.trailer.find("Root")->is_reference(out.root) ||
        (other == nullptr ? 0 : other->integer) != out.info ||
        it.trailer.find("ID")->items[0].text != out.identity) {
      return fail(codes::kPdfIdentityChanged, at_offset(it.table));
    }
    if (!it.entries.empty()) size = std::max(size, it.entries.back().number + 1);
    if (it.size != size) return fail(codes::kPdfSize, at_offset(it.table));
  }
  return {};
}

Result<void> read_stream(ByteView file, Parser& parser, Object& out) {
  const Value* length = out.value.find("Length");
  const std::string where = object_named(out.number);
  if (!parser.skip("\r\n") && !parser.skip("\n")) return fail(codes::kPdfStreamLength, where);
  if (length == nullptr || !length->is(Kind::kInteger) || length->integer < 0 ||
      static_cast<std::size_t>(length->integer) > file.size() - parser.at()) {
    return fail(codes::kPdfStreamLength, where);
  }
  out.is_stream = true;
  out.data = file.subspan(parser.at(), static_cast<std::size_t>(length->integer));
  parser.skip_bytes(out.data.size());
  parser.skip_newline();
  if (!parser.skip("endstream")) return fail(codes::kPdfStreamLength, where);
  parser.skip_space();
  return {};
}

Result<Object> read_object(ByteView file, Parser& parser) {
  Object out;
  out.begin = parser.at();
  HP_ASSIGN(const std::int64_t number, parser.number());
  if (!parser.skip(" ")) return fail(codes::kPdfSyntax, at_offset(out.begin));
  HP_ASSIGN(const std::int64_t generation, parser.number());
  if (!parser.skip(" obj")) return fail(codes::kPdfSyntax, at_offset(out.begin));
  if (generation != 0) return fail(codes::kPdfGeneration, object_named(number));
  if (number < 1 || number > kMostObjects) return fail(codes::kPdfTooLarge, object_named(number));
  out.number = static_cast<int>(number);
  parser.skip_space();
  HP_ASSIGN(out.value, parser.value());
  parser.skip_space();
  if (parser.skip("stream")) {
    if (!out.value.is(Kind::kDictionary)) return fail(codes::kPdfSyntax, object_named(number));
    HP_TRY(read_stream(file, parser, out));
  }
  if (!parser.skip("endobj")) return fail(codes::kPdfSyntax, at_offset(parser.at()));
  const Value* type = out.value.find("Type");
  if (type != nullptr && type->is_name("XRef"))
    return fail(codes::kPdfXrefStream, object_named(number));
  if (type != nullptr && type->is_name("ObjStm")) {
    return fail(codes::kPdfObjectStream, object_named(number));
  }
  return out;
}

// Objects one after another up to the table, each of them listed there, and nothing else.
Result<void> read_objects(ByteView file, std::size_t begin, Revision& out, std::size_t& budget) {
  Parser parser(file, begin, out.table, budget);
  std::vector<char> seen(out.entries.size());
  while (parser.at() < out.table) {
    HP_ASSIGN(Object object, read_object(file.first(out.table), parser));
    const auto entry = std::ranges::lower_bound(out.entries, object.number, {}, &Entry::number);
    if (entry == out.entries.end() || entry->number != object.number) {
      return fail(codes::kPdfHidden, object_named(object.number));
    }
    if (std::exchange(seen[static_cast<std::size_t>(entry - out.entries.begin())], 1) != 0) {
      return fail(codes::kPdfObjectTwice, object_named(object.number));
    }
    if (entry->offset != object.begin) return fail(codes::kPdfOffset, object_named(object.number));
    out.objects.push_back(std::move(object));
    const std::size_t end = parser.at();
    parser.skip_space();
    if (parser.at() == end) return fail(codes::kPdfSyntax, at_offset(end));
  }
  const auto missing = std::ranges::find(seen, 0);
  if (missing == seen.end()) return {};
  const Entry& entry = out.entries[static_cast<std::size_t>(missing - seen.begin())];
  return fail(codes::kPdfHidden, object_named(entry.number));
}

Result<void> check_references(const Value& value, const std::vector<char>& known) {
  if (value.is(Kind::kReference)) {
    const auto number = static_cast<std::size_t>(value.integer);
    if (number >= known.size() || known[number] == 0) {
      return fail(codes::kPdfDangling, object_named(value.integer));
    }
  }
  for (const Value& item : value.items) HP_TRY(check_references(item, known));
  return {};
}

}  // namespace

bool same(const Object& a, const Object& b) {
  return a.is_stream == b.is_stream && same(a.value, b.value) && equal(a.data, b.data);
}

Result<Structure> read_structure(ByteView file) {
  if (file.size() > kMostBytes) return fail(codes::kPdfTooLarge);
  Structure out;
  HP_ASSIGN(std::size_t begin, read_header(file, out.values_left));
  HP_TRY(read_revisions(file, out));
  HP_TRY(check_trailers(out));
  std::vector<char> known(static_cast<std::size_t>(out.revisions.back().size));
  for (Revision& it : out.revisions) {
    if (begin > it.table) return fail(codes::kPdfPrev, at_offset(it.table));
    HP_TRY(read_objects(file, begin, it, out.values_left));
    for (const Object& object : it.objects) known[static_cast<std::size_t>(object.number)] = 1;
    for (const Object& object : it.objects) HP_TRY(check_references(object.value, known));
    HP_TRY(check_references(it.trailer, known));
    begin = it.end;
  }
  return out;
}

}  // namespace hp::pdf

// Updates made by hand, right or wrong in one thing, behind a file that is right.
#pragma once

#include <optional>

#include "base/hex.h"
#include "pdf/file.h"
#include "pdf/reading.h"
#include "pdf/sign_test_support.h"

namespace hp::pdf::testing {

class HandMade {
 public:
  explicit HandMade(const Bytes& file) : file_(file), reading_(read(file_).value()) {
    next = reading_.structure.revisions.back().size;
    size = 0;
  }

  const Parts& parts() const { return reading_.parts; }
  int info() const { return reading_.structure.info; }
  int field(std::size_t i) const { return reading_.parts.fields.at(i).number; }
  const Object& at(int number) const { return *reading_.objects.find(number); }

  // The first object of this /Type, or with this entry.
  int of_type(std::string_view type) const {
    for (int i = 1; i < next; ++i) {
      const Value* found = reading_.objects.find(i)->value.find("Type");
      if (found != nullptr && found->is_name(type)) return i;
    }
    return 0;
  }
  int with_key(std::string_view key) const {
    for (int i = 1; i < next; ++i) {
      if (reading_.objects.find(i)->value.find(key) != nullptr) return i;
    }
    return 0;
  }

  // An object that is there, as it is but for `changed`.
  std::string text(int number, const Entries& changed = {}) const {
    std::string out = to_text(at(number).value, changed);
    if (at(number).is_stream) out += "\nstream\n" + to_string(at(number).data) + "\nendstream";
    return out;
  }
  void change(int number, const Entries& changed) { objects[number] = text(number, changed); }
  int add(const std::string& body) {
    objects[next] = body;
    return next++;
  }

  // Fills field `i`; the signature's entries and the field's besides /V can be others.
  int sign(std::size_t i, const Entries& others = {}, const Entries& in_field = {}) {
    Entries entries{{"Type", "/Sig"},
                    {"Filter", "/Adobe.PPKLite"},
                    {"SubFilter", "/ETSI.CAdES.detached"},
                    {"ByteRange", "[0 " + std::string(40, ' ') + "]"},
                    {"Contents", "<" + contents() + ">"}};
    std::string body = "<<";
    for (const auto& [key, value] : others) {
      const auto same = std::ranges::find(entries, key, &Entries::value_type::first);
      (same == entries.end() ? entries.emplace_back(key, value) : *same).second = value;
    }
    for (const auto& [key, value] : entries) {
      if (!value.empty()) body += " /" + key + " " + value;
    }
    const int signature = add(body + " >>");
    Entries changed = in_field;
    changed.emplace_back("V", to_text(Ref{signature}));
    change(field(i), changed);
    return signature;
  }
  static std::string contents() { return to_hex(dummy_der(60)) + std::string(40, '0'); }
  // The appearance with these entries in its dictionary.
  int form(const std::string& entries) {
    return add(stream_body("/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + entries, {}));
  }

  Bytes finish() const {
    std::string out = to_string(file_);
    std::map<int, std::size_t> offsets;
    for (const auto& [number, body] : objects) {
      const auto generation = generations.find(number);
      offsets[number] = out.size();
      out += std::to_string(number) + " " +
             std::to_string(generation == generations.end() ? 0 : generation->second) + " obj\n" +
             body + "\nendobj\n";
    }
    out += before_table;
    const std::size_t table = out.size();
    out += "xref\n";
    for (const auto& [number, offset] : offsets) {
      if (!unlisted.contains(number)) out += entry(number, offset);
    }
    out += more_entries;
    const Structure& it = reading_.structure;
    const std::size_t prev = previous.value_or(it.revisions.back().table);
    out += "trailer\n<< /Size " + std::to_string(next + size) + " /Root " + root + " /Info " +
           (information.empty() ? to_text(Ref{it.info}) : information) + " /ID [" +
           (identity.empty() ? to_hex_string(view(it.identity)) : identity) + " <00>] /Prev " +
           std::to_string(prev) + more_trailer + " >>\nstartxref\n" + std::to_string(table) +
           "\n%%EOF\n";
    fill_range(out);
    return to_bytes(view(out + after_end));
  }
  static std::string entry(int number, std::size_t offset, const char* rest = " 00000 n \n") {
    char line[64];
    std::snprintf(line, sizeof line, "%d 1\n%010zu%s", number, offset, rest);
    return line;
  }

  std::map<int, std::string> objects;
  std::map<int, int> generations;
  std::set<int> unlisted;
  int next = 0;
  int size = 0;  // added to the trailer's /Size
  std::string root = "1 0 R", information, identity, before_table, more_entries, more_trailer,
              after_end;
  std::optional<std::size_t> previous;
  std::array<long, 3> range_fault{};  // added to the numbers of /ByteRange
  std::string range_more;

 private:
  void fill_range(std::string& out) const {
    const std::string key = "/ByteRange [0 ";
    const std::size_t at = out.find(key, file_.size());
    const std::size_t hole = out.find("/Contents <", file_.size());
    if (at == out.npos || hole == out.npos) return;
    const long begin = static_cast<long>(hole) + 10;
    const long end = static_cast<long>(out.find('>', hole)) + 1;
    const std::string numbers =
        std::to_string(begin + range_fault[0]) + " " + std::to_string(end + range_fault[1]) + " " +
        std::to_string(static_cast<long>(out.size()) - end + range_fault[2]) + range_more;
    out.replace(at + key.size(), numbers.size(), numbers);
  }

  Bytes file_;
  Reading reading_;
};

}  // namespace hp::pdf::testing

// Lines of a dump: "contests.bch.rounds[0].phase = open".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/hex.h"
#include "congress/ceremony_state.h"
#include "congress/contest_state.h"

namespace hp::congress {

class DumpWriter {
 public:
  void text(std::string_view path, std::string_view value) {
    out_ += path;
    out_ += " = ";
    for (char c : value) {
      if (c == '\\' || c == '\n' || c == '\r') out_ += '\\';
      out_ += c == '\n' ? 'n' : c == '\r' ? 'r' : c;
    }
    out_ += '\n';
  }
  void number(std::string_view path, std::uint64_t value) { text(path, std::to_string(value)); }
  void bytes(std::string_view path, ByteView value) { text(path, to_hex(value)); }
  void stamp(std::string_view path, const Stamp& when) {
    text(path, std::to_string(when.index) + " @" + std::to_string(when.at.value));
  }
  void stamp(std::string_view path, const std::optional<Stamp>& when) {
    if (when) stamp(path, *when);
  }
  void named(std::string_view path, const Named& who) { text(path, who.person + " " + who.name); }
  void hands(std::string_view path, const std::optional<Hands>& hands) {
    if (hands) text(path, std::to_string(hands->votes_for) + "/" + std::to_string(hands->present));
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

void dump_ceremonies(DumpWriter& out, const Ceremonies& ceremonies);
void dump_contests(DumpWriter& out, const Contests& contests);
void dump_paper(DumpWriter& out, const std::string& path, const PaperCount& paper);

}  // namespace hp::congress

#include "cli/official_views.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/json_text.h"
#include "client/words.h"
#include "congress/views.h"

namespace hp::cli {
namespace {

nlohmann::json head_of(const client::Official& official) {
  const congress::State& state = official.state();
  return {{"congress", to_hex(official.congress_id())},
          {"person", official.person()},
          {"size", state.size},
          {"root", to_hex(state.roots[state.size])}};
}

bool is_rehearsal(const congress::State& state, const std::string& contest) {
  return state.contests.at(contest).current().definition.rehearsal;
}

nlohmann::json contests_of(const congress::State& state) {
  nlohmann::json out = nlohmann::json::array();
  for (const congress::Progress& one : congress::progress(state)) {
    out.push_back({{"contest", one.contest},
                   {"body", one.body},
                   {"round", one.round},
                   {"ballot", one.ballot},
                   {"rehearsal", is_rehearsal(state, one.contest)},
                   {"state", congress::word(one.phase)},
                   {"present", one.present},
                   {"issued", one.issued},
                   {"cast", one.cast},
                   {"accepted_closing", one.accepted},
                   {"decrypted", one.decrypted},
                   {"signed", one.signatures},
                   {"signatories", one.signatories}});
  }
  return out;
}

void print_heads(const client::Official& official, Terminal& terminal) {
  const congress::State& state = official.state();
  terminal.out << state.founding.congress() << " – " << state.founding.organisation() << '\n'
               << terminal.say("  mã đại hội  ", "  congress  ") << to_hex(official.congress_id())
               << '\n'
               << terminal.say("  hồ sơ       ", "  record    ") << state.size
               << terminal.say(" mục, gốc ", " entries, root ") << to_hex(state.roots[state.size])
               << '\n'
               << terminal.say("  đăng nhập   ", "  logged in ") << official.person() << ' '
               << congress::name_of(state, official.person()) << '\n';
}

}  // namespace

Result<Exit> check_official(const HallArguments& arguments, Terminal& terminal) {
  HP_ASSIGN(const client::Official official, open_official(arguments, terminal));
  if (arguments.json) {
    terminal.out << json_text(head_of(official)) << '\n';
  } else {
    print_heads(official, terminal);
    terminal.out << terminal.say("Hồ sơ đúng, nối tiếp mọi bản đã thấy.",
                                 "The record is right and continues all that was seen.")
                 << '\n';
  }
  return Exit::kGood;
}

Result<Exit> show_official(const HallArguments& arguments, Terminal& terminal) {
  HP_ASSIGN(client::Official official, open_official(arguments, terminal));
  const congress::State& state = official.state();
  const congress::Ceremony* ceremony = state.ceremonies.in_force();
  if (arguments.json) {
    nlohmann::json out = head_of(official);
    out["roll"] = state.roll.people.size();
    out["roll_confirmed"] = state.roll.confirmed;
    out["present"] = congress::present_count(state);
    out["cards"] = congress::live_cards(state);
    out["ceremony"] = ceremony == nullptr ? "" : std::string(congress::word(ceremony->phase));
    out["contests"] = contests_of(state);
    out["closed"] = state.closed;
    terminal.out << json_text(out) << '\n';
    return Exit::kGood;
  }
  print_heads(official, terminal);
  terminal.out << terminal.say("  đại biểu    ", "  roll      ") << state.roll.people.size()
               << (state.roll.confirmed ? terminal.say(", đã xác nhận", ", confirmed") : "")
               << terminal.say("; có mặt ", "; present ") << congress::present_count(state)
               << terminal.say("; thẻ ", "; cards ") << congress::live_cards(state) << '\n';
  if (ceremony != nullptr) {
    terminal.out << terminal.say("  lễ tạo khóa ", "  ceremony  ") << ceremony->number << ": "
                 << client::ceremony_word(ceremony->phase, terminal.language) << '\n';
  }
  for (const congress::Progress& one : congress::progress(state)) {
    terminal.out << "  "
                 << (is_rehearsal(state, one.contest) ? terminal.say("DIỄN TẬP · ", "REHEARSAL · ")
                                                      : "")
                 << one.contest << " (" << one.body
                 << "): " << client::phase_word(one.phase, terminal.language)
                 << terminal.say(", đã bỏ ", ", cast ") << one.cast << '/' << one.issued << '\n';
  }
  return Exit::kGood;
}

}  // namespace hp::cli

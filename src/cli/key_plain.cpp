#include "cli/key_plain.h"

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>
#include <thread>

#include "cli/json_text.h"
#include "cli/key_session.h"
#include "client/key_pad_codes.h"
#include "client/sheet_words.h"
#include "client/station_codes.h"

namespace hp::cli {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLook{20};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The keys of a line; nothing where a word means nothing.
std::optional<std::string> keys_of(const std::string& line, bool one_name) {
  std::istringstream words(line);
  std::string keys, choice;
  bool any = false;
  for (std::string word; words >> word; any = true) {
    const bool marked = word.ends_with('*') || word.ends_with('/');
    if (is_digits(word)) {
      (one_name ? choice : keys) += one_name ? word : word + client::kEnter;
    } else if (marked && is_digits(word.substr(0, word.size() - 1))) {
      keys += word;
    } else if (const auto defect = rules::from_word<rules::Defect>(word)) {
      keys += client::letter_of(*defect);
    } else if (word == ".") {
      keys += client::kEnter;
    } else if (word == "?" || (word.size() == 1 && client::defect_of(word[0]))) {
      keys += word;
    } else {
      return std::nullopt;
    }
  }
  if (!any) return std::nullopt;
  return keys + choice + client::kEnter;
}

Heard type(KeySession& session, const std::string& line) {
  for (const auto& [word, key] :
       {std::pair("u", client::kTakeBack), {"tab", kSkip}, {"d", kRead}}) {
    const bool is_defect = word == std::string_view("d") && !session.station().notice;
    if (line == word && !is_defect) return session.press(key);
  }
  const client::KeyPad* pad = session.pad();
  const auto keys = keys_of(line, pad != nullptr && pad->one_name());
  if (!keys) return {true, false, std::string(codes::kPadKey.name), line, {}, {}, false};
  for (std::size_t i = 0; i < keys->size(); ++i) {
    const Heard heard = session.press((*keys)[i]);
    if (heard.finished) return heard;
    // The first Enter on an untouched paper, where the line says that it is one.
    const bool blank = heard.code == codes::kPadUntouched.name && i + 1 < keys->size();
    if (heard.refused && !blank) return heard;
  }
  return {true, false, std::string(codes::kPadUnfinished.name), line, {}, {}, false};
}

// What a refused line has typed goes.
void clear(KeySession& session) {
  while (session.pad() != nullptr && !session.pad()->untouched()) {
    const bool field = !session.pad()->field().empty();
    session.press(field ? client::kBackspace : '-');
  }
}

// Of a rehearsal every answer says so.
void tell(const KeySession& session, const Heard& heard, Terminal& terminal, bool json) {
  const auto& definition = session.station().definition;
  const bool rehearsal = definition != nullptr && definition->rehearsal;
  if (!json) {
    terminal.out << (rehearsal ? terminal.say("DIỄN TẬP · ", "REHEARSAL · ") : "")
                 << (heard.refused ? terminal.say("từ chối: ", "refused: ") : "") << heard.text
                 << std::endl;
    return;
  }
  nlohmann::ordered_json out;
  if (heard.refused) out = {{"refused", heard.code}, {"text", heard.text}};
  if (heard.finished) {
    out = {{"batch", heard.paper.batch}, {"sheet", heard.paper.sheet},
           {"again", heard.paper.again}, {"verdict", rules::word(heard.verdict.ballot_class)},
           {"doubtful", heard.doubtful}, {"votes", heard.verdict.votes.size()}};
  }
  if (out.is_null()) out = nlohmann::ordered_json::object();
  if (rehearsal) out["rehearsal"] = true;
  terminal.out << json_text(out) << std::endl;
}

// Whether the station has come to the point, within the time.
template <class F>
bool wait_until(KeySession& session, std::chrono::seconds wait, F ready) {
  const auto end = steady_clock::now() + wait;
  for (session.follow(); !ready(session.station()); session.follow()) {
    if (steady_clock::now() > end) return false;
    std::this_thread::sleep_for(kLook);
  }
  return true;
}

// Nothing will come by waiting. A batch may: others give theirs back, the committee opens one.
bool has_nothing(const client::StationView& station) {
  if (station.stopped) return true;
  return station.trouble && station.trouble->by_server && !station.paper && !station.notice &&
         station.trouble->words.code != "nothing_to_key";
}

// Why there is no paper to key.
Heard nothing_due(const KeySession& session, const Terminal& terminal) {
  Heard out{true, false, "no_paper_in_hand", terminal.say("không có phiếu", "no paper"), {},
            {},   false};
  const client::StationView& station = session.station();
  if (station.stopped) {
    out.code = station.stopped->code->name;
    out.text = describe(*station.stopped, terminal.language);
  } else if (station.trouble) {
    out.code = station.trouble->words.code;
    out.text = session.text_of(*station.trouble);
  }
  for (const client::Stop& one : station.stops) {
    out.text += "\n" + client::stop_words(one, terminal.language);
  }
  return out;
}

}  // namespace

Exit key_plain(KeySession& session, Terminal& terminal, bool json, std::chrono::seconds wait) {
  bool good = true;
  std::string line;
  while (!session.left() && std::getline(terminal.in, line)) {
    const bool due = wait_until(session, wait, [](const client::StationView& station) {
      return station.paper || station.notice || has_nothing(station);
    });
    if (!due || has_nothing(session.station())) {
      tell(session, nothing_due(session, terminal), terminal, json);
      return Exit::kWrong;
    }
    Heard heard;
    if (session.station().notice && line != "d") {
      heard = {true,
               false,
               session.station().notice->why.words.code,
               session.text_of(*session.station().notice),
               {},
               {},
               false};
    } else {
      heard = type(session, line);
    }
    if (heard.refused) {
      good = false;
      clear(session);
    }
    tell(session, heard, terminal, json);
  }
  const bool sent = wait_until(session, wait, [](const client::StationView& station) {
    return station.waiting == 0 || station.stopped;
  });
  if (!sent || session.station().stopped) {
    complain(terminal,
             session.station().stopped
                 ? *session.station().stopped
                 : Error{&codes::kOutboxWaits, "", std::to_string(session.station().waiting)});
    return Exit::kWrong;
  }
  if (session.station().notice) {
    terminal.err << session.text_of(*session.station().notice) << '\n';
    return Exit::kWrong;
  }
  return good ? Exit::kGood : Exit::kWrong;
}

}  // namespace hp::cli

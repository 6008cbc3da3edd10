#include "client/words.h"

#include <algorithm>

#include "base/hex.h"
#include "client/words_parts.h"
#include "congress/authority.h"
#include "congress/contest_lookup.h"
#include "congress/subjects.h"

namespace hp::client {

void Wording::title(std::string_view vi, std::string_view en, const std::string& about) {
  out.title = say(vi, en);
  if (!about.empty()) out.title += ": " + about;
}

void Wording::line(std::string_view vi, std::string_view en, const std::string& value) {
  out.lines.push_back(say(vi, en) + ": " + (value.empty() ? "–" : value));
}

void Wording::effect(std::string_view vi, std::string_view en, const std::string& value) {
  out.effect.push_back(say(vi, en) + (value.empty() ? "" : ": " + value));
}

void Wording::warn(std::string_view vi, std::string_view en, const std::string& value) {
  out.effect.push_back(say("CẢNH BÁO: ", "WARNING: ") + say(vi, en) +
                       (value.empty() ? "" : ": " + value));
}

std::string Wording::person(const std::string& id) const {
  if (id.empty()) return say("không ai", "nobody");
  const std::string name = congress::name_of(state, id);
  return name == id ? id : id + " " + name;
}

std::string Wording::role(int role) const {
  switch (role) {
    case v1::ROLE_SECRETARIAT:
      return say("thư ký", "secretariat");
    case v1::ROLE_CREDENTIALS:
      return say("thẩm tra tư cách đại biểu", "credentials");
    case v1::ROLE_PRESIDIUM:
      return say("đoàn chủ tịch", "presidium");
    case v1::ROLE_COUNTING:
      return say("kiểm phiếu", "counting");
    case v1::ROLE_HELPER:
      return say("giúp việc", "helper");
    case v1::ROLE_TRUSTEE:
      return say("giữ khóa", "trustee");
    case v1::ROLE_OBSERVER:
      return say("giám sát", "observer");
    default:
      return std::to_string(role);
  }
}

std::string Wording::hash(std::string_view bytes) const {
  return bytes.empty() ? "–" : to_hex(view(bytes));
}

const congress::Round* Wording::current_of(const std::string& contest) const {
  const congress::ContestState* found = congress::find_contest(state, contest);
  return found == nullptr ? nullptr : &found->current();
}

void Wording::round_of(const std::string& contest, std::uint32_t round) {
  line("Cuộc bầu", "Contest", contest);
  line("Lượt mở", "Round", round);
  const congress::ContestState* found = congress::find_contest(state, contest);
  if (found == nullptr) {
    warn("hồ sơ không có cuộc bầu này", "the record has no such contest");
    return;
  }
  const congress::Round& current = found->current();
  line("Bầu", "Electing",
       office_word(static_cast<v1::Office>(static_cast<int>(current.definition.office) + 1),
                   language_) +
           " – " + found->body);
  line("Trạng thái hiện nay", "State now", phase_word(current.phase, language_));
  if (current.number() != round) {
    warn("lượt này không phải lượt hiện tại", "this is not the current round",
         std::to_string(current.number()));
  }
}

void Wording::hands(std::string_view vi, std::string_view en, bool given, const v1::Hands& votes) {
  if (!given) return line(vi, en, say("không biểu quyết", "no show of hands"));
  line(vi, en,
       std::to_string(votes.votes_for()) + "/" + std::to_string(congress::present_count(state)) +
           say(" người có mặt tán thành", " of those present in favour"));
}

namespace {

bool is_of_rehearsal(const Wording& w, const v1::Command& command) {
  if (command.body_case() == v1::Command::kApproveContest) {
    v1::ContestDefinition definition;
    return definition.ParseFromString(command.approve_contest().definition()) &&
           definition.rehearsal();
  }
  const congress::Round* round = w.current_of(congress::contest_of(command));
  return round != nullptr && round->definition.rehearsal;
}

// In front of everything else: whoever reads the title alone can't take it for the real contest.
void say_rehearsal(Wording& w) {
  w.out.title = w.say("DIỄN TẬP – ", "REHEARSAL – ") + w.out.title;
  w.warn("ĐÂY LÀ DIỄN TẬP: không bầu ai, không có biên bản",
         "THIS IS A REHEARSAL: it elects nobody and has no minutes");
  std::ranges::rotate(w.out.effect, std::prev(w.out.effect.end()));
}

}  // namespace

CommandWords words_of(const congress::State& state, const v1::Command& command, Language language) {
  Wording w(state, language);
  const bool known = people_words(w, command) || contest_words(w, command) ||
                     round_words(w, command) || paper_words(w, command) ||
                     ceremony_words(w, command);
  if (!known) {
    const congress::AuthorityRow* row = congress::authority_of(command.body_case());
    w.title("Lệnh mà chương trình này không biết", "A command that this program does not know",
            row == nullptr ? "" : std::string(row->name));
    w.warn("đừng ký", "do not sign it");
  }
  if (is_of_rehearsal(w, command)) say_rehearsal(w);
  return std::move(w.out);
}

std::string as_text(const CommandWords& words) {
  std::string out = words.title + "\n";
  for (const std::string& one : words.lines) out += "  " + one + "\n";
  for (const std::string& one : words.effect) out += "  → " + one + "\n";
  return out;
}

}  // namespace hp::client

#include "report/slides.h"

#include <algorithm>

#include "congress/contest_lookup.h"
#include "congress/state.h"
#include "congress/views.h"
#include "minutes/layout.h"
#include "report/ballot_paper.h"
#include "report/figures.h"

namespace hp::report {
namespace {

using minutes::Count;
using paper::SlideList;
using paper::SlideText;

std::string people(std::size_t count) {
  return std::to_string(count) + " người";
}

std::string seats_of(const congress::Definition& definition) {
  const bool poll = definition.rules.is_poll();
  std::string out =
      (poll ? "chọn không quá " : "số lượng bầu: ") + std::to_string(definition.seats);
  if (definition.office == rules::Office::kUpperDelegates) {
    out += definition.places == congress::Places::kAlternate ? " dự khuyết" : " chính thức";
  }
  if (definition.alternates > 0) out += ", " + std::to_string(definition.alternates) + " dự khuyết";
  return out + "; danh sách " + people(definition.candidates.size());
}

SlideList list_slide(const congress::Round& round) {
  SlideList out{"DANH SÁCH BẦU CỬ", seats_of(round.definition), {}};
  if (round.definition.rules.is_poll()) out.title = "DANH SÁCH XIN Ý KIẾN";
  for (const congress::Candidate& one : round.definition.candidates) {
    out.rows.push_back({std::to_string(out.rows.size() + 1), one.name, ""});
  }
  return out;
}

class ResultWriter {
 public:
  ResultWriter(const congress::Definition& definition, const v1::Outcome& outcome)
      : definition_(definition), outcome_(outcome), result_(result_of(outcome)) {}

  std::vector<paper::SlidePart> parts() {
    if (definition_.rules.is_poll()) {
      add("thứ tự theo số phiếu, không có người trúng cử", result_.ranking, Ranks::kCounted);
    } else {
      add(elected_as(), result_.elected, Ranks::kCounted);
      add("trúng cử đại biểu dự khuyết", result_.alternates, Ranks::kCounted);
      if (result_.tie) {
        add("ngang phiếu khi còn " + std::to_string(result_.tie->seats) + " chỗ, chưa ai trúng cử",
            result_.tie->candidates, Ranks::kNone);
      }
      add("không trúng cử", others(), Ranks::kNone);
    }
    out_.emplace_back(SlideText{"SỐ LIỆU KIỂM PHIẾU", "", figures()});
    return std::move(out_);
  }

 private:
  enum class Ranks { kCounted, kNone };

  // A ballot on open alternate places elects alternates, though its outcome calls them elected.
  std::string elected_as() const {
    if (definition_.office != rules::Office::kUpperDelegates) return "trúng cử";
    return of_alternates() ? "trúng cử đại biểu dự khuyết" : "trúng cử đại biểu chính thức";
  }
  bool of_alternates() const { return definition_.places == congress::Places::kAlternate; }

  void add(const std::string& what, const std::vector<Count>& positions, Ranks ranks) {
    if (positions.empty()) return;
    shown_.insert(shown_.end(), positions.begin(), positions.end());
    SlideList list{"KẾT QUẢ", what + ": " + people(positions.size()) + " (số phiếu – tỷ lệ %)", {}};
    for (const Count position : positions) {
      const auto i = static_cast<int>(position - 1);
      list.rows.push_back({ranks == Ranks::kCounted ? std::to_string(list.rows.size() + 1) : "",
                           definition_.candidates.at(position - 1).name,
                           std::to_string(outcome_.total().votes(i)) + " – " +
                               minutes::decimal_comma(outcome_.percent(i))});
    }
    out_.emplace_back(std::move(list));
  }

  // Everybody whom no list has shown yet, most votes first, else in ballot order.
  std::vector<Count> others() const {
    std::vector<Count> out;
    for (Count position = 1; position <= definition_.candidates.size(); ++position) {
      if (std::ranges::find(shown_, position) == shown_.end()) out.push_back(position);
    }
    std::ranges::stable_sort(out, std::greater(), [&](Count position) {
      return outcome_.total().votes(static_cast<int>(position - 1));
    });
    return out;
  }

  std::vector<std::string> figures() const {
    const v1::OutcomePart& total = outcome_.total();
    const auto n = [](Count count) { return std::to_string(count); };
    std::vector<std::string> out;
    const v1::OutcomeBase& base = outcome_.base();
    out.push_back("Được triệu tập " + n(base.convened()) + "; số làm căn cứ tính " +
                  n(base.base()) + "; có mặt khi bầu " + n(base.present()) + ".");
    if (!definition_.rules.is_poll() && !outcome_.tie_ballot()) {
      out.push_back("Trúng cử khi được quá một nửa số làm căn cứ: từ " + n(base.needed()) +
                    " phiếu.");
    }
    out.push_back("Phiếu phát ra " + n(total.issued()) + ", thu về " + n(total.collected()) +
                  ", hợp lệ " + n(total.valid()) + ", không hợp lệ " + n(total.invalid()) + ".");
    if (definition_.rules.is_poll()) return out;
    if (result_.elected.empty() && result_.alternates.empty()) {
      out.emplace_back("Không có người trúng cử trong lần bầu này.");
    }
    if (result_.unfilled > 0) {
      out.push_back("Còn thiếu " + n(result_.unfilled) + (of_alternates() ? " dự khuyết." : "."));
    }
    if (result_.unfilled_alternates > 0) {
      out.push_back("Còn thiếu " + n(result_.unfilled_alternates) + " dự khuyết.");
    }
    if (const auto next = minutes::next_text(result_.next)) out.emplace_back(*next);
    return out;
  }

  const congress::Definition& definition_;
  const v1::Outcome& outcome_;
  minutes::Outcome result_;
  std::vector<Count> shown_;
  std::vector<paper::SlidePart> out_;
};

void append(std::vector<paper::SlidePart>& to, std::vector<paper::SlidePart> parts) {
  std::ranges::move(parts, std::back_inserter(to));
}

}  // namespace

Result<std::vector<paper::SlidePart>> result_slides(const congress::State& state,
                                                    const congress::Round& round) {
  HP_ASSIGN(const v1::Outcome outcome, outcome_for(state, round));
  return ResultWriter(round.definition, outcome).parts();
}

Result<paper::Slides> slides_of(const congress::State& state, const std::string& contest,
                                std::uint32_t number, const std::string& program) {
  HP_ASSIGN(const paper::Ballot ballot, ballot_paper_of(state, contest, number, program));
  HP_ASSIGN(const congress::Round* round, number == 0
                                              ? congress::current_round(state, contest)
                                              : congress::find_round(state, contest, number));
  paper::Slides out{ballot.heading, {}};
  out.parts.emplace_back(list_slide(*round));
  append(out.parts, how_to_vote(*round, ballot));
  if (!round->announced) return out;
  out.heading.at = round->announced->at;
  HP_ASSIGN(auto result, result_slides(state, *round));
  append(out.parts, std::move(result));
  return out;
}

}  // namespace hp::report

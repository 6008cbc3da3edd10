#include "demo/papers.h"

#include <algorithm>

#include "demo/files.h"
#include "minutes/layout.h"

namespace hp::demo {
namespace {

bool holds(const auto& positions, std::uint32_t name) {
  return std::ranges::find(positions, name) != positions.end();
}

std::string fate(const RoundPlayed& round, std::uint32_t name) {
  const bool alternate = round.definition.places == congress::Places::kAlternate;
  if (holds(round.outcome.elected(), name)) return alternate ? "Dự khuyết" : "Trúng cử";
  if (holds(round.outcome.alternates(), name)) return "Dự khuyết";
  if (holds(round.outcome.tie().candidates(), name)) return "Ngang phiếu";
  return "";
}

std::string title(const ContestPlayed& contest) {
  if (contest.body.starts_with(contest.office)) return "Bầu " + contest.body;
  return "Bầu " + contest.office + " (" + contest.body + ")";
}

// The most votes first; equal ones in ballot order.
std::vector<std::uint32_t> by_votes(const v1::Outcome& outcome) {
  std::vector<std::uint32_t> names;
  for (int i = 1; i <= outcome.total().votes_size(); ++i) {
    names.push_back(static_cast<std::uint32_t>(i));
  }
  std::ranges::stable_sort(names, std::ranges::greater{}, [&](std::uint32_t name) {
    return outcome.total().votes(static_cast<int>(name) - 1);
  });
  return names;
}

void add_round(minutes::Layout& layout, const RoundPlayed& round) {
  const v1::Outcome& outcome = round.outcome;
  const auto number = [](std::uint32_t n) { return std::to_string(n); };
  layout.paragraph(
      "Lần bầu " + number(round.ballot) + ": bầu " + number(round.definition.seats) + " trong " +
      number(static_cast<std::uint32_t>(round.definition.candidates.size())) +
      " người. Triệu tập " + number(outcome.base().convened()) + "; số làm căn cứ tính " +
      number(outcome.base().base()) + ", cần từ " + number(outcome.base().needed()) +
      " phiếu; có mặt " + number(outcome.base().present()) + ". Phiếu thu về " +
      number(outcome.total().collected()) + ": hợp lệ " + number(outcome.total().valid()) +
      ", không hợp lệ " + number(outcome.total().invalid()) + ".");
  std::vector<minutes::Row> rows;
  for (const std::uint32_t name : by_votes(outcome)) {
    const int at = static_cast<int>(name) - 1;
    rows.push_back({number(static_cast<std::uint32_t>(rows.size() + 1)),
                    round.definition.candidates[name - 1].name, number(outcome.total().votes(at)),
                    minutes::decimal_comma(outcome.percent(at)), fate(round, name)});
  }
  layout.table({{"STT", 4, true},
                {"Họ và tên", 0, false},
                {"Số phiếu", 9, true},
                {"Tỷ lệ %", 9, true},
                {"Kết quả", 13, false}},
               rows);
  layout.blank();
}

}  // namespace

std::string results_text(const Played& played) {
  minutes::Layout layout;
  layout.blank();
  layout.centred("KẾT QUẢ BẦU CỬ (DỮ LIỆU MINH HỌA)");
  layout.centred(played.congress);
  layout.centred(played.organisation);
  layout.blank();
  for (const ContestPlayed& contest : played.contests) {
    layout.paragraph(title(contest));
    for (const RoundPlayed& round : contest.rounds) add_round(layout, round);
    std::string sum = "Trúng cử " + std::to_string(contest.result.elected.size()) + " người";
    if (!contest.result.alternates.empty()) {
      sum += ", dự khuyết " + std::to_string(contest.result.alternates.size()) + " người";
    }
    layout.paragraph(sum + ", qua " + std::to_string(contest.rounds.size()) + " lần bầu.");
    layout.blank();
  }
  return std::move(layout).text();
}

Result<void> write_papers(const Played& played, const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  HP_TRY(write_file(folder / (played.name + ".record"), chars(played.record)));
  HP_TRY(write_file(folder / (played.name + ".checkpoint"), played.checkpoint));
  for (const ContestPlayed& contest : played.contests) {
    for (const RoundPlayed& round : contest.rounds) {
      const std::string stem = "minutes-" + round.contest + "-" + std::to_string(round.round);
      HP_TRY(write_file(folder / (stem + ".json"), round.minutes_json));
      HP_TRY(write_file(folder / (stem + ".txt"), round.minutes_text));
    }
    HP_TRY(write_file(folder / ("election-" + contest.contest + ".json"), contest.election_json));
  }
  return {};
}

}  // namespace hp::demo

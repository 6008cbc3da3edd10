// `official submit check-sample`: what a sample check found. The papers to look at:
// `official sample`, `paper sample`.
#include <CLI/CLI.hpp>
#include <charconv>

#include "cli/actions.h"
#include "cli/official_codes.h"
#include "client/builders.h"

namespace hp::cli {
namespace {

std::optional<std::uint32_t> whole_number(std::string_view digits) {
  std::uint32_t out = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return out;
}

// "3.17": paper 17 of batch 3.
Result<congress::SheetPlace> place_of(const std::string& text) {
  const std::size_t point = text.find('.');
  if (point != std::string::npos) {
    const auto batch = whole_number(std::string_view(text).substr(0, point));
    const auto sheet = whole_number(std::string_view(text).substr(point + 1));
    if (batch && sheet) return congress::SheetPlace{*batch, *sheet};
  }
  return fail(codes::kArgumentValue, "--differs", text);
}

Result<v1::Command> check_sample(const congress::State& state, const ActionValues& v) {
  std::vector<congress::SheetPlace> differing;
  for (const std::string& text : v.paper.differs) {
    HP_ASSIGN(const congress::SheetPlace place, place_of(text));
    differing.push_back(place);
  }
  return client::check_sample(state, v.contest, v.text, v.paper.papers, std::move(differing));
}

}  // namespace

void add_sample_action(Actions& a) {
  const Actions::Options contest = a.contest();
  a.add(
      "check-sample", "Ghi kết quả rút mẫu đối chiếu phiếu giấy",
      "Record what a sample check of the papers found",
      [=, &a](CLI::App& o, ActionValues& v) {
        contest(o, v);
        o.add_option("--seed", v.text,
                     a.say("số gieo tại hội trường", "the seed thrown in the hall"))
            ->required();
        o.add_option("--papers", v.paper.papers,
                     a.say("số phiếu đã rút và xem lại", "papers drawn and looked at"))
            ->required();
        o.add_option("--differs", v.paper.differs,
                     a.say("các phiếu khác với nội dung đã nhập, LÔ.PHIẾU, như 3.17",
                           "papers that are not as keyed, BATCH.SHEET, such as 3.17"))
            ->delimiter(',');
      },
      check_sample);
}

}  // namespace hp::cli

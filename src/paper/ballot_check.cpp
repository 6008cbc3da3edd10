#include "paper/ballot_check.h"

#include <algorithm>

#include "paper/codes.h"

namespace hp::paper {
namespace {

Result<void> check_text(const std::string& text, const char* field, const pdf::Fonts& fonts) {
  if (text.empty()) return fail(codes::kPaperText, field);
  if (auto found = fonts.glyphs(text, pdf::Face::kRegular); !found) {
    return std::unexpected(under(field, std::move(found).error()));
  }
  return {};
}

Result<void> check_heading(const Heading& heading, const pdf::Fonts& fonts) {
  HP_TRY(check_text(heading.organisation, "heading.organisation", fonts));
  HP_TRY(check_text(heading.congress, "heading.congress", fonts));
  HP_TRY(check_text(heading.term, "heading.term", fonts));
  HP_TRY(check_text(heading.office, "heading.office", fonts));
  if (!heading.body.empty()) HP_TRY(check_text(heading.body, "heading.body", fonts));
  return {};
}

bool is_contest_id(const std::string& id) {
  return !id.empty() && id.size() <= 40 && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

Error at_name(Error error, std::size_t index) {
  error.detail = std::to_string(index + 1) + (error.detail.empty() ? "" : ": ") + error.detail;
  return under("names[" + std::to_string(index) + "]", std::move(error));
}

Result<void> check(const Ballot& ballot, const pdf::Fonts& fonts, std::uint32_t copies) {
  if (ballot.names.empty() || ballot.names.size() > kMostNames) {
    return fail(codes::kPaperNames, "names", std::to_string(ballot.names.size()));
  }
  const bool surplus = ballot.names.size() > ballot.seats;
  if (ballot.seats == 0 || surplus != (ballot.form == Form::kStrikeOut)) {
    return fail(codes::kPaperSeats, "seats", std::to_string(ballot.seats));
  }
  if (copies == 0 || copies > kMostCopies) {
    return fail(codes::kPaperCount, "copies", std::to_string(copies));
  }
  if (!is_contest_id(ballot.contest)) return fail(codes::kPaperCode, "contest", ballot.contest);
  HP_TRY(check_heading(ballot.heading, fonts));
  for (std::size_t i = 0; i < ballot.names.size(); ++i) {
    const std::string& name = ballot.names[i];
    if (name.empty()) return std::unexpected(at_name({&codes::kPaperText, "", ""}, i));
    if (auto found = fonts.glyphs(name, pdf::Face::kBold); !found) {
      return std::unexpected(at_name(std::move(found).error(), i));
    }
  }
  return {};
}

}  // namespace hp::paper

// Views of the state: what screens, delegates' devices and officials look at.
#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/contest_lookup.h"
#include "congress/outcome.h"
#include "congress/views.h"
#include "homphieu/v1/outcome.pb.h"
#include "journal/canonical.h"
#include "report/report.h"
#include "service/codes.h"
#include "service/hall_parts.h"
#include "service/overview.h"

namespace hp::service {
namespace {

constexpr std::uint32_t kMostRows = 50;
constexpr std::size_t kMostListBytes = 1u << 20;

Result<v1::Overview> overview(const HallParts& hall, const v1::GetOverviewRequest& request) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  return house->book().read([](const Book::Page& page) { return overview_of(page); });
}

Result<v1::GetDefinitionResponse> definition(const HallParts& hall,
                                             const v1::GetDefinitionRequest& request) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  return house->book().read([&](const Book::Page& page) -> Result<v1::GetDefinitionResponse> {
    const auto* contest = congress::find_contest(page.state, request.contest());
    if (contest == nullptr) return fail(codes::kContestUnknown, "contest");
    v1::GetDefinitionResponse out;
    out.set_definition(to_string(contest->current().definition.bytes));
    return out;
  });
}

Result<v1::GetBoardResponse> board(const HallParts& hall, const v1::GetBoardRequest& request) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  v1::GetBoardResponse out;
  HP_TRY(house->book().read([&](const Book::Page& page) -> Result<void> {
    HP_ASSIGN(const congress::Round* round,
              congress::find_round(page.state, request.contest(), request.round()));
    const auto size = static_cast<std::uint32_t>(round->board.size());
    out.set_ballots(size);
    const std::uint32_t from = std::min(request.from(), size);
    const std::uint32_t count = std::min({request.count(), kMostRows, size - from});
    for (std::uint32_t i = from; i < from + count; ++i) {
      v1::BoardRow& row = *out.add_rows();
      row.set_credential(to_string(round->board[i].voter));
      row.set_index(round->board[i].index);
    }
    return {};
  }));
  std::size_t bytes = 0;
  for (int i = 0; i < out.rows_size(); ++i) {
    HP_ASSIGN(const auto envelopes, house->journal().read(out.rows(i).index(), 1));
    if (envelopes.empty()) return fail(codes::kStoreBroken, "rows");
    bytes += envelopes[0].size();
    if (bytes > kMostListBytes && i > 0) {
      out.mutable_rows()->DeleteSubrange(i, out.rows_size() - i);
      break;
    }
    out.mutable_rows(i)->set_envelope(to_string(envelopes[0]));
  }
  return out;
}

template <class Request>
Result<ReadRound> round_of(const HallParts& hall, const Request& request, const rpc::Call& call) {
  return round_to_read(hall, call, request.congress_id(), request.contest(), request.round());
}

Result<v1::GetOutcomeResponse> outcome(const HallParts& hall, const v1::GetOutcomeRequest& request,
                                       const rpc::Call& call) {
  HP_ASSIGN(const ReadRound read, round_of(hall, request, call));
  v1::GetOutcomeResponse out;
  if (read.round->declaration && !read.round->declaration->lapsed) {
    out.set_outcome(to_string(read.round->declaration->outcome));
    return out;
  }
  HP_ASSIGN(const v1::Outcome computed, congress::outcome_of(*read.state, *read.round));
  out.set_outcome(to_string(journal::encode_canonical(computed)));
  return out;
}

bool signed_by_all(const congress::Round& round) {
  const auto people = congress::signatories_of(round);
  return !people.empty() && round.signed_when.has_value();
}

Result<v1::GetMinutesResponse> minutes(const HallParts& hall, const v1::GetMinutesRequest& request,
                                       const rpc::Call& call) {
  HP_ASSIGN(const ReadRound read, round_of(hall, request, call));
  v1::GetMinutesResponse out;
  HP_ASSIGN(*out.mutable_json(),
            report::minutes_json(*read.state, request.contest(), request.round()));
  HP_ASSIGN(*out.mutable_text(),
            report::minutes_text(*read.state, request.contest(), request.round()));
  out.set_signed_by_all(signed_by_all(*read.round));
  return out;
}

std::string_view word_of(const congress::Attendance* attendance) {
  if (attendance == nullptr || !attendance->came) return "not_yet";
  return attendance->present ? "here" : "left";
}

Result<v1::GetRollResponse> roll(const HallParts& hall, const v1::GetRollRequest& request,
                                 const rpc::Call& call) {
  HP_ASSIGN(const House* house, hall.house(request.congress_id()));
  HP_TRY(hall.require(Thing::kRoll, call, *house));
  return house->book().read([](const Book::Page& page) -> Result<v1::GetRollResponse> {
    v1::GetRollResponse out;
    for (const auto& [id, person] : page.state.roll.people) {
      v1::RollRow& row = *out.add_rows();
      *row.mutable_person() = person;
      const auto found = page.state.attendance.people.find(id);
      const auto* attendance =
          found == page.state.attendance.people.end() ? nullptr : &found->second;
      row.set_attendance(std::string(word_of(attendance)));
      if (attendance == nullptr) continue;
      row.set_replaced(!attendance->replaced_by.empty());
      row.set_alternate(attendance->replaced_by);
    }
    return out;
  });
}

}  // namespace

void add_view_calls(rpc::Registry& registry, HallParts& hall) {
  using rpc::Effect;
  registry.unary<v1::GetOverviewRequest, v1::Overview>(
      path_of("GetOverview"),
      [&hall](const auto& request, const rpc::Call&) { return overview(hall, request); },
      Effect::kNone);
  registry.unary<v1::GetDefinitionRequest, v1::GetDefinitionResponse>(
      path_of("GetDefinition"),
      [&hall](const auto& request, const rpc::Call&) { return definition(hall, request); },
      Effect::kNone);
  registry.unary<v1::GetBoardRequest, v1::GetBoardResponse>(
      path_of("GetBoard"),
      [&hall](const auto& request, const rpc::Call&) { return board(hall, request); },
      Effect::kNone);
  registry.unary<v1::GetOutcomeRequest, v1::GetOutcomeResponse>(
      path_of("GetOutcome"),
      [&hall](const auto& request, const rpc::Call& call) { return outcome(hall, request, call); },
      Effect::kNone);
  registry.unary<v1::GetMinutesRequest, v1::GetMinutesResponse>(
      path_of("GetMinutes"),
      [&hall](const auto& request, const rpc::Call& call) { return minutes(hall, request, call); },
      Effect::kNone);
  registry.unary<v1::GetRollRequest, v1::GetRollResponse>(
      path_of("GetRoll"),
      [&hall](const auto& request, const rpc::Call& call) { return roll(hall, request, call); },
      Effect::kNone);
  registry.server_streaming<v1::WatchProgressRequest, v1::Overview>(
      path_of("WatchProgress"), [&hall](const v1::WatchProgressRequest& request, const rpc::Call&,
                                        const rpc::Sink<v1::Overview>& sink) {
        const auto house = hall.house(request.congress_id());
        if (!house) return sink.finish(std::unexpected(house.error()));
        hall.watchers.add((*house)->book(), sink);
      });
}

}  // namespace hp::service

#include "minutes/examples.h"

namespace hp::minutes::examples {
namespace {

Hash filled(std::uint8_t byte) {
  Hash out;
  out.fill(byte);
  return out;
}

// 2020-07-28 08:00 in Vietnam, and some minutes later.
UnixMs at(std::uint64_t minutes) {
  return {1595898000000 + minutes * 60000};
}

Model begun() {
  Model model;
  model.congress = {.id = filled(0xC0),
                    .organisation = "Đảng bộ quận Cẩm Lệ",
                    .congress = "Đại hội đại biểu lần thứ IV",
                    .term = "2020–2025",
                    .place = "Đà Nẵng",
                    .meeting = Meeting::kDelegateCongress,
                    .days = {{2020, 7, 28}, {2020, 7, 29}}};
  model.contest.definition_hash = filled(0xDE);
  model.counters = {.head = {"k1", "Lê Thị Hạnh"},
                    .members = {{"k2", "Phạm Văn Đức"}, {"k3", "Trần Quốc Toản"}},
                    .replacements = {}};
  model.base = {.convened = 250,
                .deductions = {{DeductionKind::kConveningCommitteeAbsent, 3},
                               {DeductionKind::kAbsentUnreplaced, 2}},
                .base = 245,
                .needed = 123,
                .present = 244};
  model.counting.program_version = "homphieu 0.1.0";
  model.counting.profile = "244-2014";
  model.counting.settings = {{"nobody_of_several", "\"invalid\""}, {"surplus_cap_percent", "30"}};
  model.counting.head = {412, filled(0xAB)};
  model.completion = {.opened_at = at(0),
                      .closed_at = at(20),
                      .completed_at = at(35),
                      .copies = 3,
                      .presidium = {"p1", "Nguyễn Văn An"},
                      .not_signing = {}};
  return model;
}

Part collected(Count issued, Count valid, std::vector<InvalidReason> reasons,
               std::vector<Count> votes) {
  Part part;
  part.prepared = issued;
  part.issued = issued;
  for (const InvalidReason& row : reasons) part.invalid += row.count;
  part.valid = valid;
  part.collected = part.valid + part.invalid;
  part.reasons = std::move(reasons);
  part.votes = std::move(votes);
  return part;
}

const std::vector<Person> kFive{{"d1", "Bùi Thị Xuân"},
                                {"d2", "Đặng Đình Ý"},
                                {"d3", "Hồ Nguyễn Phương Thảo"},
                                {"d4", "Nguyễn Thị Ngọc Ánh"},
                                {"d5", "Trương Vĩnh Ký"}};

const std::vector<Person> kTwo{{"d4", "Nguyễn Thị Ngọc Ánh"}, {"d5", "Trương Vĩnh Ký"}};

ElectionRound round_of(const Model& model) {
  const Contest& contest = model.contest;
  const Part& total = model.ballots.total;
  return {.round = contest.round,
          .ballot = contest.ballot,
          .tie_ballot = contest.tie_ballot,
          .places = contest.places,
          .candidates = contest.candidates,
          .seats = contest.seats,
          .alternates = contest.alternates,
          .base = model.base,
          .issued = total.issued,
          .collected = total.collected,
          .valid = total.valid,
          .invalid = total.invalid,
          .votes = total.votes,
          .outcome = model.outcome,
          .announced_at = model.completion.completed_at,
          .minutes_hash = Hash{1, 2, 3},
          .decided = {}};
}

}  // namespace

Model committee() {
  Model model = begun();
  model.contest.id = "ban-chap-hanh";
  model.contest.office = Office::kCommittee;
  model.contest.body = "Ban Chấp hành Đảng bộ quận Cẩm Lệ khóa IV";
  model.contest.form = Form::kStrikeOut;
  model.contest.candidates = kFive;
  model.contest.seats = 3;
  model.contest.hands_for_seats = 244;
  model.contest.hands_for_list = 240;
  model.ballots.total =
      collected(244, 242, {{"too_many", 1}, {"nobody", 1}}, {200, 130, 242, 77, 77});
  model.ballots.electronic = model.ballots.total;
  model.outcome.percent = {"81.63", "53.06", "98.78", "31.43", "31.43"};
  model.outcome.elected = {3, 1, 2};
  model.outcome.next = "complete";
  model.outcome.list_warnings = {"prepared_surplus_outside_range"};
  model.counting.trustees = {{"t1", "Vũ Hải"}, {"t2", "Đỗ Mười Hai"}, {"t3", "Ngô Thì Nhậm"}};
  return model;
}

Model secretary() {
  Model model = begun();
  model.contest.id = "bi-thu";
  model.contest.office = Office::kSecretary;
  model.contest.body = "Đảng bộ quận Cẩm Lệ";
  model.contest.form = Form::kBoxes;
  model.contest.candidates = {kFive[2]};
  model.contest.seats = 1;
  model.ballots.total = collected(244, 241, {{"both_boxes", 1}, {"torn", 1}}, {230});
  model.ballots.total.issued = 244;
  model.ballots.total.prepared = 250;
  model.ballots.total.unused = 5;
  model.ballots.total.spoiled = 1;
  model.ballots.total.disagree = {11};
  model.ballots.total.not_counted = {0};
  model.ballots.paper = model.ballots.total;
  model.doubtful = {{"lô 3, phiếu 17", "torn", false, "Rách mất tên người được bầu."}};
  model.remarks = {{{"k2", "Phạm Văn Đức"}, at(30), "Một đại biểu nộp phiếu\nsau khi khóa thùng."}};
  model.outcome.percent = {"93.88"};
  model.outcome.elected = {1};
  model.outcome.next = "complete";
  model.counting.keying =
      Keying{.counts = 2,
             .batches = 5,
             .differences = {{"lô 1, phiếu 4", "người thứ ba đọc trùng với lần đếm thứ 1."}},
             .by_third = 1,
             .doubtful = 1,
             .reopened = 1,
             .samples = {{"41625", 10, 1}, {"hàng ghế 7, số 3 1 4 1 5", 20, 0}}};
  model.counters.replacements = {
      {{"k9", "Hà Văn Vắng"}, Person{"k3", "Trần Quốc Toản"}, std::nullopt, "ốm đột xuất"}};
  model.completion.not_signing = {{{"k3", "Trần Quốc Toản"}, "vắng mặt khi lập biên bản"}};
  return model;
}

Model delegates() {
  Model model = begun();
  model.contest.id = "dai-bieu";
  model.contest.office = Office::kUpperDelegates;
  model.contest.body = "Đại hội đại biểu Đảng bộ thành phố Đà Nẵng lần thứ XXII";
  model.contest.form = Form::kStrikeOut;
  model.contest.candidates = kFive;
  model.contest.seats = 2;
  model.contest.alternates = 1;
  model.ballots.electronic = collected(200, 199, {{"nobody", 1}}, {180, 120, 60, 100, 100});
  model.ballots.paper = collected(44, 42, {{"too_many", 2}}, {30, 20, 10, 40, 40});
  model.ballots.total =
      collected(244, 241, {{"too_many", 2}, {"nobody", 1}}, {210, 140, 70, 140, 140});
  model.cards_taken_away = 1;
  model.outcome.percent = {"85.71", "57.14", "28.57", "57.14", "57.14"};
  model.outcome.elected = {1};
  model.outcome.tie = Tie{{2, 4, 5}, 1};
  model.outcome.unfilled = 1;
  model.outcome.unfilled_alternates = 1;
  model.outcome.next = "tie_ballot";
  model.counting.trustees = {{"t1", "Vũ Hải"}, {"t2", "Đỗ Mười Hai"}};
  model.counting.keying = Keying{.counts = 3, .batches = 1, .samples = {{"41625", 10, 0}}};
  return model;
}

Model tie_ballot() {
  Model model = begun();
  model.contest.id = "dai-bieu";
  model.contest.office = Office::kUpperDelegates;
  model.contest.body = "Đại hội đại biểu Đảng bộ thành phố Đà Nẵng lần thứ XXII";
  model.contest.round = 3;
  model.contest.ballot = 2;
  model.contest.tie_ballot = true;
  model.contest.form = Form::kStrikeOut;
  model.contest.candidates = kTwo;
  model.contest.seats = 1;
  model.contest.alternates = 1;
  model.ballots.total = collected(244, 240, {{"too_many", 4}}, {121, 119});
  model.ballots.electronic = model.ballots.total;
  model.outcome.percent = {"49.39", "48.57"};
  model.outcome.elected = {1};
  model.outcome.alternates = {2};
  model.outcome.next = "complete";
  return model;
}

Model opinion() {
  Model model = begun();
  model.congress.meeting = Meeting::kMemberCongress;
  model.base.deductions = {{DeductionKind::kActiveElsewhere, 5}};
  model.contest.id = "xin-y-kien";
  model.contest.office = Office::kOpinion;
  model.contest.body = "nhân sự Bí thư Đảng ủy";
  model.contest.form = Form::kBoxes;
  model.contest.candidates = kTwo;
  model.contest.seats = 2;
  model.ballots.total = collected(244, 244, {}, {101, 200});
  model.ballots.total.disagree = {140, 40};
  model.ballots.total.not_counted = {3, 4};
  model.ballots.electronic = model.ballots.total;
  model.outcome.percent = {"41.22", "81.63"};
  model.outcome.ranking = {2, 1};
  return model;
}

Model moved_to_paper() {
  Model model = committee();
  model.contest.round = 2;
  model.ballots.electronic = collected(0, 0, {}, {0, 0, 0, 0, 0});
  model.ballots.electronic->annulled = 117;
  model.ballots.paper = model.ballots.total;
  model.ballots.total.annulled = 117;
  model.move_to_paper = MoveToPaper{at(10), false, 244};
  model.counting.trustees = {};
  model.counting.keying = Keying{.counts = 2, .batches = 5, .samples = {{"41625", 10, 2}}};
  model.annulled = Annulment{at(34), "thùng phiếu bị mở khi chưa kiểm", 230};
  return model;
}

// The delegates' contest of the examples: one elected at once, then a ballot among the tied.
Election election() {
  const Model first = delegates();
  const Model second = tie_ballot();
  Election out;
  out.congress = first.congress;
  out.contest = first.contest.id;
  out.office = first.contest.office;
  out.body = first.contest.body;
  out.rounds = {round_of(first), round_of(second)};
  out.rounds[0].decided = Decided{NextStep::kTieBallot, first.completion.completed_at, {}};
  out.elected = {{first.contest.candidates[0], 1, 210, "85.71"},
                 {second.contest.candidates[0], 2, 121, "49.39"}};
  out.alternates = {{second.contest.candidates[1], 2, 119, "48.57"}};
  out.program_version = "homphieu 0.1.0";
  out.profile = "244-2014";
  out.head = {500, Hash{9}};
  out.completed_at = second.completion.completed_at;
  out.presidium = {"p1", "Nguyễn Văn An"};
  out.secretary = {"s1", "Hoàng Văn Thụ"};
  return out;
}

}  // namespace hp::minutes::examples

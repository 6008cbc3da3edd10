// What a signer reads, and what a screen is sent, of a rehearsal beside the real contest.
#include <functional>

#include "client/paper_hall_kit.h"
#include "client/words.h"
#include "report/known_deck.h"
#include "report/rehearsal.h"
#include "report/zero_report.h"

namespace hp::client {
namespace {

// "bch" is real, "dien-tap" a rehearsal of it, both approved with their committees.
class RehearsalBesideTheRealContest : public ::testing::Test {
 protected:
  void SetUp() override {
    hall.enrol_all();
    hall.gather();
    hall.approve();
    hall.accepted(approve_contest(must(definition_of(hall.as("pa").state(), rehearsed())), {}, {}),
                  {"pa", "an"});
    hall.accepted(must(appoint_counters(hall.as("pa").state(), "dien-tap", "ka", {"kb"}, {})),
                  {"pa", "an"});
    hall.accepted(confirm_attendance(hall.as("ca").state(), "dien-tap"), {"ca", "cb"});
  }
  ContestPlan rehearsed() const {
    ContestPlan out = hall.plan();
    out.contest = "dien-tap";
    out.rehearsal = true;
    return out;
  }
  // Every command about a contest that a person confirms before signing.
  std::vector<v1::Command> commands(const std::string& contest) {
    const congress::State& state = hall.as("ka").state();
    OpenPlan opening;
    opening.way = v1::WAY_PAPER;
    opening.papers_to_issue = 6;
    const ContestPlan plan = contest == "bch" ? hall.plan() : rehearsed();
    std::vector<v1::Command> out{
        approve_contest(must(definition_of(state, plan)), {}, {}),
        must(appoint_counters(state, contest, "ka", {"kb"}, {})),
        must(replace_counter(state, contest, "kb", "kc", "", "Ốm", {})),
        confirm_attendance(state, contest),
        withdraw_contest(contest, "Sửa danh sách"),
        must(open_contest(state, contest, opening)),
        must(close_contest(state, contest)),
        must(move_to_paper(state, contest, false, 6)),
        must(record_remark(state, contest, "Không có")),
        must(record_paper(state, contest, paper_figures(6, 6, 0, 0, 6))),
        must(correct_paper(state, contest, paper_figures(6, 6, 0, 0, 6), "Đếm lại")),
        must(open_batch(state, contest, 6))};
    for (auto make : std::vector<std::function<void(v1::Command&)>>{
             [](v1::Command& c) { c.mutable_key_sheets(); },
             [](v1::Command& c) { c.mutable_settle_sheet(); },
             [](v1::Command& c) { c.mutable_conclude_sheet(); },
             [](v1::Command& c) { c.mutable_close_batch(); },
             [](v1::Command& c) { c.mutable_reopen_batch(); },
             [](v1::Command& c) { c.mutable_check_sample(); },
             [](v1::Command& c) { c.mutable_accept_closing(); },
             [](v1::Command& c) { c.mutable_decrypt_tally(); },
             [](v1::Command& c) { c.mutable_annul_contest(); }}) {
      v1::Command& one = out.emplace_back();
      make(one);
      std::vector<const google::protobuf::FieldDescriptor*> fields;
      one.GetReflection()->ListFields(one, &fields);
      google::protobuf::Message* body = one.GetReflection()->MutableMessage(&one, fields.at(0));
      body->GetReflection()->SetString(body, body->GetDescriptor()->FindFieldByName("contest"),
                                       contest);
    }
    return out;
  }
  SmallCongress hall;
};

TEST_F(RehearsalBesideTheRealContest, IsSaidInTheTitleOfEveryCommandBeforeItIsSigned) {
  const congress::State& state = hall.as("ka").state();
  for (const v1::Command& command : commands("dien-tap")) {
    const CommandWords vi = words_of(state, command, Language::kVietnamese);
    EXPECT_TRUE(vi.title.starts_with("DIỄN TẬP – ")) << vi.title;
    ASSERT_FALSE(vi.effect.empty()) << vi.title;
    EXPECT_EQ(vi.effect.front(), "CẢNH BÁO: ĐÂY LÀ DIỄN TẬP: không bầu ai, không có biên bản");
    EXPECT_TRUE(words_of(state, command, Language::kEnglish).title.starts_with("REHEARSAL – "));
  }
}

TEST_F(RehearsalBesideTheRealContest, IsSaidOfNoCommandAboutTheRealOne) {
  const congress::State& state = hall.as("ka").state();
  for (const v1::Command& command : commands("bch")) {
    const std::string text = as_text(words_of(state, command, Language::kVietnamese));
    EXPECT_EQ(text.find("DIỄN TẬP"), std::string::npos) << text;
  }
}

TEST_F(RehearsalBesideTheRealContest, IsMarkedInWhatAHallScreenIsSent) {
  const v1::Overview overview = must(hall.client().overview(hall.congress));
  ASSERT_EQ(overview.rounds_size(), 2);
  for (const v1::RoundView& one : overview.rounds()) {
    EXPECT_EQ(one.rehearsal(), one.contest() == "dien-tap") << one.contest();
  }
}

// The same list, body and seats: the hash that papers, ballots and openings carry differs.
TEST_F(RehearsalBesideTheRealContest, HasAnotherDefinitionHash) {
  const auto& contests = hall.as("an").state().contests;
  EXPECT_NE(contests.at("bch").current().definition.hash,
            contests.at("dien-tap").current().definition.hash);
}

// Encrypted, opened by the trustees, and held against what was cast.
TEST_F(RehearsalBesideTheRealContest, OnDevicesIsComparedBySums) {
  hall.hold_ceremony();
  hall.accepted(must(open_contest(hall.as("ka").state(), "dien-tap")), {"ka", "pa"});
  const auto round = [&]() -> const congress::Round& {
    return hall.as("an").state().contests.at("dien-tap").current();
  };
  const report::KnownVotes known =
      must(report::make_known_votes(hall.as("an").state(), round(), {.ballots = 6, .seed = 3}));
  const pdf::Fonts fonts = must(load_fonts());
  EXPECT_TRUE(report::zero_report(hall.as("an").state(), "dien-tap", 0, fonts).has_value());
  HallClient device = hall.client();
  const OpenRound open = must(open_round(device, hall.congress, "dien-tap"));
  EXPECT_TRUE(open.definition.rehearsal);
  for (std::size_t i = 0; i < known.ballots.size(); ++i) {
    std::vector<Mark> marks(5, Mark::kAgree);
    for (const rules::Candidate one : known.ballots[i].struck) marks[one.index()] = Mark::kNone;
    const auto card = crypto::card_key(hall.cards[i], hall.congress);
    must(cast_ballot(device, open, must(prepare_ballot(open, card, marks, hall.random))));
  }
  const auto late = report::zero_report(hall.as("an").state(), "dien-tap", 0, fonts);
  EXPECT_EQ(late.error().where, "board");
  EXPECT_EQ(late.error().detail, "6");
  hall.accepted(must(close_contest(hall.as("ka").state(), "dien-tap")), {"ka", "pa"});
  hall.trustees_work();
  report::KnownVotes cast = known;
  cast.papers.clear();
  const auto good = must(report::compare_rehearsal(hall.as("an").state(), round(), cast));
  EXPECT_TRUE(good.matches());
  ASSERT_EQ(good.parts.size(), 1u);
  EXPECT_EQ(good.parts[0].part, report::BallotPart::kElectronic);
  // A file that says papers were voted on too, of which the record has none.
  EXPECT_FALSE(must(report::compare_rehearsal(hall.as("an").state(), round(), known)).matches());
  cast.ballots[0].struck.clear();
  cast.ballots[0].struck.emplace_back(std::uint16_t{1});
  cast.ballots[1].struck = cast.ballots[0].struck;
  EXPECT_FALSE(must(report::compare_rehearsal(hall.as("an").state(), round(), cast)).matches());
}

// It is never announced, and nothing of a real contest is still to come that it could give away:
// else those who act in the real one could not read on.
TEST(RehearsalOnPaper, KeepsTheRecordFromNobodyOnceItIsCounted) {
  PaperHall hall({1}, PaperHall::As::kRehearsal);
  v1::KeyedSheet sheet;
  sheet.set_sheet(1);
  sheet.mutable_content()->add_struck(5);
  hall.alone("ha", must(key_sheets(hall.as("ha").state(), "bch", 1, 1, {sheet})));
  hall.alone("hb", must(key_sheets(hall.as("hb").state(), "bch", 1, 2, {sheet})));
  for (const char* one : {"an", "ca", "ha"}) {
    EXPECT_LT(hall.as(one).state().size, hall.as("pa").state().size) << one;
  }
  v1::Command close = must(close_batch(hall.as("pa").state(), "bch", 1));
  hall.alone("ka", close);
  for (const char* one : {"an", "ca", "ha"}) {
    EXPECT_EQ(hall.as(one).state().size, hall.as("pa").state().size) << one;
  }
}

}  // namespace
}  // namespace hp::client

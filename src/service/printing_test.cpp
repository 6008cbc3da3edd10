// Papers printed through the server: the same as from a record, for those who may have them.
#include <gtest/gtest.h>

#include "congress/contest_codes.h"
#include "homphieu/v1/printing.pb.h"
#include "pdf/test_support.h"
#include "report/printed.h"
#include "report/rehearsal_codes.h"
#include "service/codes.h"
#include "service/printing_codes.h"
#include "service/signing_codes.h"
#include "service/testing/expect.h"
#include "service/testing/paper_kit.h"

namespace hp::service {
namespace {

std::shared_ptr<const pdf::Fonts> shared_fonts() {
  return {&pdf::testing::fonts(), [](const pdf::Fonts*) {}};
}

class PrintingCalls : public ::testing::Test {
 protected:
  PrintingCalls() {
    hall.options.fonts = shared_fonts();
    hall.restart();
  }
  Meeting& meeting() { return paper.election.meeting; }

  v1::PrintRequest request(v1::Paper kind, std::uint32_t copies = 0) {
    auto out = about<v1::PrintRequest>(meeting());
    out.set_paper(kind);
    out.set_contest("c");
    out.set_copies(copies);
    return out;
  }
  Result<v1::PrintResponse> ask(const v1::PrintRequest& request, const std::string& token) {
    return hall.call<v1::PrintResponse>("/homphieu.v1.PrintingService/Print", request, token);
  }
  Result<v1::PrintResponse> print(const std::string& person, v1::Paper kind,
                                  std::uint32_t copies = 0) {
    return ask(request(kind, copies), paper.token(person));
  }

  // What a record of everything so far gives.
  std::vector<report::PrintedFile> from_record(report::PrintOrder order) {
    auto entries = about<v1::GetEntriesRequest>(meeting());
    entries.set_count(200);
    const auto read = hall.call<v1::GetEntriesResponse>("GetEntries", entries, paper.token("p1"));
    EXPECT_EQ(static_cast<std::uint64_t>(read->entries_size()), meeting().state().size);
    std::vector<Bytes> record;
    for (const std::string& one : read->entries()) record.push_back(to_bytes(view(one)));
    order.contest = "c";
    auto files =
        report::print(meeting().state(), report::entries_of(record), order, pdf::testing::fonts());
    EXPECT_TRUE(files.has_value()) << describe(files.error(), Language::kEnglish);
    return std::move(files).value_or(std::vector<report::PrintedFile>{});
  }
  void expect_same(const Result<v1::PrintResponse>& answer, report::PrintOrder order) {
    ASSERT_GOOD(answer);
    order.program = answer->program();
    const auto files = from_record(order);
    ASSERT_EQ(static_cast<std::size_t>(answer->files_size()), files.size());
    for (int i = 0; i < answer->files_size(); ++i) {
      const report::PrintedFile& own = files[static_cast<std::size_t>(i)];
      EXPECT_EQ(answer->files(i).name(), own.name);
      EXPECT_EQ(answer->files(i).media_type(), own.media_type);
      EXPECT_EQ(answer->files(i).content(), to_string(own.content)) << own.name;
    }
    EXPECT_EQ(answer->round(), 1u);
    EXPECT_EQ(answer->record().size(), meeting().state().size);
    EXPECT_EQ(answer->record().root(), to_string(meeting().state().roots.back()));
    EXPECT_TRUE(answer->program().starts_with("homphieu ")) << answer->program();
  }

  TestHall hall;
  PaperElection paper{hall};
};

constexpr v1::Paper kBlank[] = {v1::PAPER_BALLOTS, v1::PAPER_COVERS, v1::PAPER_KEYING,
                                v1::PAPER_SLIDES};

TEST_F(PrintingCalls, GiveTheSameBytesAsARecordDoes) {
  expect_same(print("s1", v1::PAPER_BALLOTS, 30), {.paper = report::Paper::kBallots, .copies = 30});
  auto small = request(v1::PAPER_BALLOTS);
  small.set_size(v1::PAPER_SIZE_A5);
  small.set_round(1);
  expect_same(ask(small, paper.token("s1")),
              {.paper = report::Paper::kBallots, .size = paper::Size::kA5});
  expect_same(print("s1", v1::PAPER_COVERS, 4), {.paper = report::Paper::kCovers, .copies = 4});
  expect_same(print("s1", v1::PAPER_KEYING, 2), {.paper = report::Paper::kKeying, .copies = 2});
  expect_same(print("s1", v1::PAPER_SLIDES), {.paper = report::Paper::kSlides});
  expect_same(print("s1", v1::PAPER_ZERO_REPORT), {.paper = report::Paper::kZero});
  paper.close();
  paper.key_all("c2", 1);
  paper.key_all("c3", 2);
  expect_same(print("p1", v1::PAPER_LOG), {.paper = report::Paper::kLog});
}

TEST_F(PrintingCalls, BlankPapersAndSlidesAreForEveryOfficialWhoIsLoggedIn) {
  for (const v1::Paper kind : kBlank) {
    for (const char* one : {"s1", "p1", "r1", "c2", "t1", "h1", "o1"}) {
      EXPECT_TRUE(print(one, kind).has_value()) << one << v1::Paper_Name(kind);
    }
    EXPECT_FAILS(ask(request(kind), ""), codes::kLoginNeeded);
    EXPECT_FAILS(ask(request(kind), "no token"), codes::kSessionOver);
  }
  EXPECT_FAILS(ask(request(v1::PAPER_LOG), ""), codes::kLoginNeeded);
}

TEST_F(PrintingCalls, TheLogIsNotForWhoKeysBeforeTheCountIsComplete) {
  paper.close();
  paper.key_all("c2", 1);
  for (const char* one : {"c1", "c2", "c3", "h1"}) {
    EXPECT_FAILS(print(one, v1::PAPER_LOG), codes::kReadNotAllowed);
  }
  EXPECT_TRUE(print("p1", v1::PAPER_LOG).has_value());
  EXPECT_TRUE(print("o1", v1::PAPER_LOG).has_value());
  // Blank papers are for keyers all the time.
  for (const v1::Paper kind : kBlank) EXPECT_TRUE(print("c2", kind).has_value());
  paper.key_all("c3", 2);
  EXPECT_FAILS(print("c2", v1::PAPER_LOG), codes::kReadNotAllowed);
  ASSERT_GOOD(paper.close_batch("c1"));
  for (const char* one : {"c1", "c2", "c3"}) {
    EXPECT_TRUE(print(one, v1::PAPER_LOG).has_value()) << one;
  }
  // Others than the round's own wait for the announcement.
  for (const char* one : {"s1", "r1"}) {
    EXPECT_FAILS(print(one, v1::PAPER_LOG), codes::kReadNotAllowed);
  }
  paper.election.declare();
  paper.election.sign();
  EXPECT_FAILS(print("s1", v1::PAPER_LOG), codes::kReadNotAllowed);
  paper.election.announce();
  for (const char* one : {"s1", "r1", "h1"}) {
    EXPECT_TRUE(print(one, v1::PAPER_LOG).has_value()) << one;
  }
}

TEST(PrintingOfCards, TheLogOfARoundWithoutPapersIsForWhoMayReadItsResult) {
  TestHall hall;
  hall.options.fonts = shared_fonts();
  hall.restart();
  Election election(hall, 5);
  election.open();
  auto asked = about<v1::PrintRequest>(election.meeting);
  asked.set_contest("c");
  asked.set_paper(v1::PAPER_LOG);
  const auto print = [&](const std::string& person) {
    return hall.call<v1::PrintResponse>("/homphieu.v1.PrintingService/Print", asked,
                                        election.meeting.log_in(person));
  };
  for (const char* one : {"c1", "p1", "t1", "o1"}) EXPECT_TRUE(print(one).has_value()) << one;
  for (const char* one : {"s1", "h1"}) EXPECT_FAILS(print(one), codes::kReadNotAllowed);
}

TEST_F(PrintingCalls, SlidesTellNobodyTheResultBeforeItIsAnnounced) {
  const auto slides = [&] { return print("p1", v1::PAPER_SLIDES)->files(0).content(); };
  const std::string before = slides();
  paper.close();
  paper.key_all("c2", 1);
  paper.key_all("c3", 2);
  ASSERT_GOOD(paper.close_batch("c1"));
  paper.election.declare();
  paper.election.sign();
  EXPECT_EQ(slides(), before);
  paper.election.announce();
  EXPECT_NE(slides(), before);
  expect_same(print("s1", v1::PAPER_SLIDES), {.paper = report::Paper::kSlides});
}

TEST_F(PrintingCalls, WithoutAnApprovedListThereIsNothingToPrint) {
  for (const v1::Paper kind : kBlank) {
    auto other = request(kind);
    other.set_contest("khac");
    EXPECT_FAILS(ask(other, paper.token("s1")), codes::kContestUnknown);
    other = request(kind);
    other.set_round(2);
    EXPECT_FAILS(ask(other, paper.token("s1")), codes::kRoundNotCurrent);
  }
  TestHall fresh;
  fresh.options.fonts = shared_fonts();
  fresh.restart();
  Election before(fresh, 8);  // nothing is approved yet
  auto asked = about<v1::PrintRequest>(before.meeting);
  asked.set_contest("c");
  asked.set_paper(v1::PAPER_BALLOTS);
  const std::string token = before.meeting.log_in("s1");
  EXPECT_FAILS(fresh.call<v1::PrintResponse>("/homphieu.v1.PrintingService/Print", asked, token),
               codes::kContestUnknown);
}

TEST_F(PrintingCalls, AListThatWasAnnulledIsPrintedNoMore) {
  v1::Command annul;
  annul.mutable_annul_contest()->set_contest("c");
  annul.mutable_annul_contest()->set_round(1);
  annul.mutable_annul_contest()->set_reason("Thùng phiếu bị mở");
  meeting().must(std::move(annul), {"c1", "p1"});
  for (const v1::Paper kind : kBlank) EXPECT_FAILS(print("s1", kind), codes::kContestPhase);
}

TEST_F(PrintingCalls, MoreCopiesThanACallCanCarryAreRefused) {
  EXPECT_TRUE(print("s1", v1::PAPER_BALLOTS, 2'000).has_value());
  EXPECT_FAILS(print("s1", v1::PAPER_BALLOTS, 2'001), codes::kPrintTooMany);
  EXPECT_TRUE(print("s1", v1::PAPER_COVERS, 200).has_value());
  EXPECT_FAILS(print("s1", v1::PAPER_COVERS, 201), codes::kPrintTooMany);
  EXPECT_FAILS(print("s1", v1::PAPER_KEYING, 4'000'000'000), codes::kPrintTooMany);
}

TEST_F(PrintingCalls, KindsThatTheServerDoesNotMakeAreRefused) {
  EXPECT_FAILS(print("s1", v1::PAPER_UNSPECIFIED), codes::kPrintKindUnknown);
  EXPECT_FAILS(print("s1", static_cast<v1::Paper>(99)), codes::kPrintKindUnknown);
}

TEST_F(PrintingCalls, AZeroReportIsMadeOnlyWhileThereIsNothingToCount) {
  for (const char* one : {"c1", "h1", "o1"}) {
    EXPECT_TRUE(print(one, v1::PAPER_ZERO_REPORT).has_value()) << one;
  }
  EXPECT_FAILS(ask(request(v1::PAPER_ZERO_REPORT), ""), codes::kLoginNeeded);
  paper.close();
  EXPECT_FAILS(print("c1", v1::PAPER_ZERO_REPORT), codes::kZeroCounted);
}

TEST_F(PrintingCalls, WithoutFontsNothingIsPrinted) {
  hall.options.fonts.reset();
  hall.restart();
  const std::string token = meeting().log_in("s1");
  EXPECT_FAILS(ask(request(v1::PAPER_BALLOTS), token), codes::kServerFonts);
}

// Reading waits while the gate is shut; nothing else does.
class Gate {
 public:
  void shut(bool shut) {
    const std::lock_guard lock(mutex_);
    shut_ = shut;
    changed_.notify_all();
  }
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return !shut_; });
    --waiting_;
  }
  void until_somebody_waits() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ > 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool shut_ = false;
  int waiting_ = 0;
};

class GatedJournal : public journal::Journal {
 public:
  GatedJournal(std::unique_ptr<journal::Journal> real, Gate& gate)
      : real_(std::move(real)), gate_(gate) {}
  Result<journal::Epoch> take_lead() override { return real_->take_lead(); }
  journal::Appended append(journal::Epoch epoch, const journal::Batch& batch) override {
    return real_->append(epoch, batch);
  }
  Result<std::optional<journal::Found>> find(const journal::CommandId& id) override {
    return real_->find(id);
  }
  Result<std::vector<Bytes>> read(std::uint64_t from, std::uint32_t count) override {
    gate_.pass();
    return real_->read(from, count);
  }
  Result<std::uint64_t> size() override { return real_->size(); }
  Result<std::string> checkpoint() override { return real_->checkpoint(); }
  Result<void> check() override { return real_->check(); }
  Result<void> keep(std::string_view shelf, std::string_view key, ByteView value) override {
    return real_->keep(shelf, key, value);
  }
  Result<void> drop(std::string_view shelf, std::string_view key) override {
    return real_->drop(shelf, key);
  }
  Result<std::vector<std::pair<std::string, Bytes>>> kept(std::string_view shelf) override {
    return real_->kept(shelf);
  }

 private:
  std::unique_ptr<journal::Journal> real_;
  Gate& gate_;
};

TEST_F(PrintingCalls, APaperThatTakesLongHoldsUpNothingAndTooManyAreTurnedAway) {
  paper.close();
  Gate gate;
  hall.options.open_journal = [real = hall.options.open_journal,
                               &gate](const std::filesystem::path& folder) {
    auto one = real(folder);
    if (one) *one = std::make_unique<GatedJournal>(std::move(*one), gate);
    return one;
  };
  hall.restart();
  const std::string token = meeting().log_in("p1");
  const auto* method = hall.registry->find("/homphieu.v1.PrintingService/Print");
  ASSERT_NE(method, nullptr);
  std::mutex mutex;
  std::vector<std::string> answers;  // codes, or ""
  const auto start = [&] {
    rpc::Call call;
    call.bearer = token;
    call.server_certificate = hall.certificate;
    rpc::start(*method, std::make_shared<rpc::Answer>(
                            std::make_unique<v1::PrintRequest>(request(v1::PAPER_LOG)), call,
                            [&](const Result<std::unique_ptr<rpc::Message>>& answer) {
                              const std::lock_guard lock(mutex);
                              answers.emplace_back(answer ? "" : answer.error().code->name);
                            }));
  };
  gate.shut(true);
  start();
  gate.until_somebody_waits();
  for (int i = 0; i < 16; ++i) start();  // these wait for it
  {
    const std::lock_guard lock(mutex);
    EXPECT_TRUE(answers.empty());
  }
  start();
  {
    const std::lock_guard lock(mutex);
    EXPECT_EQ(answers, std::vector<std::string>{"service_busy"});
  }
  // Beside the paper in the making commands are taken and other calls answered.
  ASSERT_GOOD(paper.key("c2", 1, 1, {5}));
  EXPECT_EQ(meeting().overview().head().size(), meeting().state().size);
  gate.shut(false);
  hall.hall->stop();  // what waits is still made
  const std::lock_guard lock(mutex);
  std::vector<std::string> all(17, "");
  all.insert(all.begin(), "service_busy");
  EXPECT_EQ(answers, all);
}

}  // namespace
}  // namespace hp::service

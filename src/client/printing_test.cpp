// Papers through the hall's server, over TLS and past servers that lie.
#include "client/printing.h"

#include <gtest/gtest.h>

#include "client/codes.h"
#include "client/paper_hall_kit.h"
#include "homphieu/v1/printing.pb.h"
#include "http/certificate.h"
#include "http/metrics.h"
#include "http/server.h"
#include "service/codes.h"

namespace hp::client {
namespace {

constexpr const char* kPrint = "/homphieu.v1.PrintingService/Print";

class PrintedInTheHall : public ::testing::Test {
 protected:
  report::PrintOrder order(report::Paper paper, std::uint32_t copies = 1) const {
    return {.paper = paper, .contest = "bch", .copies = copies, .program = "own"};
  }
  Result<PrintedByHall> print(const std::string& person, report::Paper paper) {
    return print_through_hall(hall.as(person), order(paper), fonts);
  }
  void key_a_paper() {
    v1::KeyedSheet sheet;
    sheet.set_sheet(1);
    sheet.mutable_content()->add_struck(5);
    hall.alone("ha", must(key_sheets(hall.as("ha").state(), "bch", 1, 1, {sheet})));
  }
  void approve_another() {
    ContestPlan plan = hall.plan();
    plan.contest = "bch-2";
    plan.body = "Ban Chấp hành khác";
    hall.accepted(approve_contest(must(definition_of(hall.as("pa").state(), plan)), 8, 8),
                  {"pa", "an"});
  }

  // The same server, but for what it prints: before it is asked, and what it answers.
  void lie(const std::function<void()>& before,
           const std::function<void(v1::PrintResponse&)>& change) {
    for (const auto& [path, one] : hall.registry().methods()) {
      if (path != kPrint) lying.add(one);
    }
    lying.unary<v1::PrintRequest, v1::PrintResponse>(
        kPrint,
        [=, this](const v1::PrintRequest& request,
                  const rpc::Call& call) -> Result<v1::PrintResponse> {
          before();
          HP_ASSIGN(auto answer, rpc::call_local<v1::PrintResponse>(hall.registry(), kPrint,
                                                                    request, rpc::Call(call)));
          change(answer);
          return answer;
        });
  }
  Official through_the_liar(const std::string& person) {
    Official out(HallClient::local(lying), hall.key(person), hall.congress, person);
    must(out.log_in(hall.now()));
    return out;
  }
  static void keep(v1::PrintResponse& /*unused*/) {}

  PaperHall hall;
  const pdf::Fonts fonts = must(load_fonts());
  rpc::Registry lying;
};

TEST_F(PrintedInTheHall, OverTlsEveryPaperIsWhatTheOwnRecordGives) {
  SystemClock clock;
  http::Metrics metrics;
  const auto authority = must(http::make_authority("Thử", clock));
  http::ServerOptions options;
  options.identity = must(http::issue(authority, {"127.0.0.1"}, clock));
  options.chain_pem = authority.certificate_pem;
  const auto server = must(http::Server::start(std::move(options), hall.registry(), metrics));
  {
    Official official(
        must(HallClient::connect({"127.0.0.1", server->port(), authority.certificate_pem})),
        hall.key("pa"), hall.congress, "pa");
    must(official.log_in(hall.now()));
    for (const report::Paper paper :
         {report::Paper::kBallots, report::Paper::kCovers, report::Paper::kKeying,
          report::Paper::kSlides, report::Paper::kLog}) {
      const PrintedByHall printed = must(print_through_hall(official, order(paper, 3), fonts));
      EXPECT_EQ(printed.trust, PrintTrust::kOwnRecord);
      ASSERT_EQ(printed.files.size(), paper == report::Paper::kBallots ? 2u : 1u);
      EXPECT_TRUE(chars(printed.files[0].content).starts_with("%PDF-")) << printed.files[0].name;
    }
    auto none = order(report::Paper::kBallots);
    none.contest = "khac";
    EXPECT_EQ(print_through_hall(official, none, fonts).error().code->name, "contest_unknown");
    EXPECT_FALSE(
        print_through_hall(official, order(report::Paper::kBallots, 100'000), fonts).has_value());
  }
  server->drain(std::chrono::seconds(2));
}

TEST_F(PrintedInTheHall, AKeyersProgramChecksWhatItKnowsAndSaysWhatItDoesNot) {
  key_a_paper();
  approve_another();
  ASSERT_FALSE(hall.as("kb").whole());
  for (const report::Paper paper : {report::Paper::kBallots, report::Paper::kCovers,
                                    report::Paper::kKeying, report::Paper::kSlides}) {
    EXPECT_EQ(must(print("kb", paper)).trust, PrintTrust::kOwnRecord);
  }
  EXPECT_EQ(print("kb", report::Paper::kLog).error().code->name, "read_not_allowed");
  report::PrintOrder later = order(report::Paper::kBallots);
  later.contest = "bch-2";
  const PrintedByHall unknown = must(print_through_hall(hall.as("kb"), later, fonts));
  EXPECT_EQ(unknown.trust, PrintTrust::kServersWord);
  EXPECT_EQ(unknown.files.size(), 2u);
  EXPECT_EQ(must(print_through_hall(hall.as("pa"), later, fonts)).trust, PrintTrust::kOwnRecord);
}

TEST_F(PrintedInTheHall, APaperThatTheRecordDoesNotGiveIsRefused) {
  lie([] {}, [](auto& answer) { answer.mutable_files(0)->mutable_content()->back() ^= 1; });
  Official official = through_the_liar("pa");
  for (const report::Paper paper :
       {report::Paper::kBallots, report::Paper::kLog, report::Paper::kSlides}) {
    EXPECT_EQ(print_through_hall(official, order(paper), fonts).error().code->name,
              codes::kPrintedOther.name);
  }
  // Nor does it help the server that a keyer may not read on: the open list is known.
  key_a_paper();
  Official keyer = through_the_liar("kb");
  EXPECT_EQ(print_through_hall(keyer, order(report::Paper::kBallots), fonts).error().code->name,
            codes::kPrintedOther.name);
}

TEST_F(PrintedInTheHall, AFileThatIsNotWantedIsRefused) {
  lie([] {}, [](auto& answer) { answer.add_files()->set_name("virus.exe"); });
  Official official = through_the_liar("pa");
  EXPECT_EQ(print_through_hall(official, order(report::Paper::kCovers), fonts).error().code->name,
            codes::kPrintedOther.name);
}

TEST_F(PrintedInTheHall, ARecordThatGrowsMeanwhileIsFollowed) {
  int calls = 0;
  lie(
      [&] {
        if (++calls == 1) key_a_paper();
      },
      keep);
  Official official = through_the_liar("pa");
  EXPECT_EQ(must(print_through_hall(official, order(report::Paper::kLog), fonts)).trust,
            PrintTrust::kOwnRecord);
  EXPECT_EQ(calls, 2);
}

TEST_F(PrintedInTheHall, ARecordThatGrowsEachTimeIsSaidToAndNothingIsBelieved) {
  lie([] {},
      [](auto& answer) {
        answer.mutable_files(0)->mutable_content()->back() ^= 1;
        answer.mutable_record()->set_size(answer.record().size() + 1);
      });
  Official official = through_the_liar("pa");
  EXPECT_EQ(print_through_hall(official, order(report::Paper::kLog), fonts).error().code->name,
            codes::kPrintedMeanwhile.name);
}

}  // namespace
}  // namespace hp::client

// The printed log of a count, read back by an outside program.
#include "report/count_log.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/hex.h"
#include "congress/paper_kit.h"
#include "congress/testing/entries.h"
#include "journal/envelope.h"
#include "pdf/test_support.h"
#include "report/count_words.h"
#include "report/rehearsal_kit.h"

namespace hp::report {
namespace {

using congress::PaperHall;

// What stands on the pages, with one space between words.
std::string read_back(const Bytes& pdf) {
  std::istringstream words(pdf::testing::OnDisk(pdf).judge("pdftotext -raw {} -"));
  std::string out;
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

// The entries as envelopes, each signed by c1: who signed is not looked at again.
std::vector<Bytes> envelopes_of(const PaperHall& hall) {
  std::vector<Bytes> out;
  for (const Bytes& payload : hall.congress.payloads) {
    v1::Envelope envelope;
    envelope.set_payload_type(std::string(journal::kCommandType));
    envelope.set_payload(to_string(payload));
    auto& signature = *envelope.add_signatures();
    signature.set_key_id(to_string(congress::test_key_id("c1")));
    signature.set_signature(std::string(64, 's'));
    out.push_back(journal::encode_canonical(envelope));
  }
  return out;
}

class CountLog : public ::testing::Test {
 protected:
  CountLog() {
    hall.to_counting();
    EXPECT_TRUE(hall.open_batch(1, 10).has_value());
    PaperHall::Sheets first, second;
    for (std::uint32_t sheet = 1; sheet <= 10; ++sheet) {
      first.emplace_back(sheet, PaperHall::struck({5}));
      second.emplace_back(sheet, PaperHall::struck({sheet == 4 ? 3u : 5u}));
    }
    EXPECT_TRUE(hall.key("c2", 1, 1, first).has_value());
    EXPECT_TRUE(hall.key("h1", 2, 1, second).has_value());
    EXPECT_TRUE(hall.settle_sheet("c3", 1, 4, PaperHall::struck({5})).has_value());
    EXPECT_TRUE(hall.close_batch(1).has_value());
  }
  std::vector<Bytes> entries() const { return envelopes_of(hall); }
  Bytes log() const {
    return count_log(hall.congress.state, entries(), "c", 1, pdf::testing::fonts()).value();
  }
  PaperHall hall;
};

TEST_F(CountLog, HasEveryActionOfTheCountInOrderAndTheHeadAtItsEnd) {
  const std::string text = read_back(log());
  std::size_t at = 0;
  for (const std::string& words :
       {std::string("NHẬT KÝ KIỂM PHIẾU"), std::string("Mở bỏ phiếu"), std::string("Đóng bỏ phiếu"),
        std::string("thu về 10"), std::string("Mở lô 1: 10 tờ"), std::string("lần đếm 1"),
        std::string("lần đếm 2"), std::string("Người thứ ba"), std::string("Đóng lô 1"),
        std::string("Sổ ghi có " + std::to_string(hall.congress.state.size))}) {
    const std::size_t found = text.find(words, at);
    ASSERT_NE(found, std::string::npos) << words << "\n" << text;
    at = found;
  }
}

TEST_F(CountLog, IsTheSameForTheSameRecord) {
  EXPECT_EQ(log(), log());
}

TEST(CountLogOfARehearsal, SaysSoOnEveryPage) {
  PaperHall rehearsed({.rehearsal = true});
  rehearsed.to_counting(60);
  for (int batch = 1; batch <= 60; ++batch) {
    EXPECT_TRUE(rehearsed.open_batch(static_cast<std::uint32_t>(batch), 1).has_value());
  }
  const auto log =
      count_log(rehearsed.congress.state, envelopes_of(rehearsed), "c", 1, pdf::testing::fonts())
          .value();
  const auto said = testing::says_rehearsal_on_every_page(log);
  EXPECT_TRUE(said) << said.message();
  EXPECT_STRNE(said.message(), "1 pages");
}

TEST_F(CountLog, OfARoundThatIsNotThereIsRefused) {
  EXPECT_FALSE(
      count_log(hall.congress.state, entries(), "c", 7, pdf::testing::fonts()).has_value());
}

TEST(CountWords, SayWhatWasKeyedOnEachPaper) {
  v1::Command command;
  auto& body = *command.mutable_key_sheets();
  body.set_contest("c");
  body.set_round(2);
  body.set_batch(3);
  body.set_opening(2);
  body.set_count(1);
  auto& sheet = *body.add_sheets();
  sheet.set_sheet(17);
  sheet.set_again(true);
  sheet.mutable_content()->add_struck(4);
  sheet.mutable_content()->add_struck(17);
  sheet.mutable_content()->add_defects(v1::SHEET_DEFECT_TORN);
  sheet.mutable_content()->set_doubtful(true);
  const auto line = count_line(command);
  ASSERT_TRUE(line.has_value());
  EXPECT_EQ(line->contest, "c");
  EXPECT_EQ(line->round, 2u);
  EXPECT_EQ(line->text,
            "Nhập lô 3 (mở lần 2), lần đếm 1: tờ 17 (nhập lại): gạch 4, 17; rách; chưa rõ, chờ "
            "kết luận.");
}

TEST(CountWords, SayNothingOfBallots) {
  v1::Command command;
  command.mutable_cast_ballot()->set_contest("c");
  EXPECT_FALSE(count_line(command).has_value());
}

}  // namespace
}  // namespace hp::report

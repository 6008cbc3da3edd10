// The keying station without a terminal: what a person hears, sees and types from a pipe.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/key_plain.h"
#include "cli/key_screen.h"
#include "cli/raw_terminal.h"
#include "cli/text_width.h"
#include "client/station_kit.h"
#include "client/station_thread.h"

namespace hp::cli {
namespace {

using client::Laptop;
using client::PaperHall;

class Keying : public ::testing::Test {
 protected:
  KeySession session(Laptop& laptop, Language language = Language::kVietnamese) {
    laptop.work();
    return {*laptop.station, [this] { ++poked; }, language};
  }
  static Heard type(KeySession& session, std::string_view keys) {
    Heard last;
    for (const char key : keys) last = session.press(key);
    return last;
  }
  static std::string seen(const KeySession& session, const Heard& last = {},
                          ScreenSize size = {90, 30}) {
    std::string out;
    for (const ScreenLine& line :
         key_screen(session, last, false, UnixMs{1'754'000'000'000}, size, Language::kVietnamese)) {
      out += line.text + "\n";
    }
    return out;
  }

  PaperHall hall{{3, 2}};
  int poked = 0;
};

TEST_F(Keying, APaperIsFinishedInWordsAndTheNextOneIsThere) {
  Laptop laptop(hall, "ha");
  KeySession person = session(laptop);
  EXPECT_EQ(person.station().paper->sheet, 1u);
  const Heard heard = type(person, "5\n\n");
  EXPECT_TRUE(heard.finished);
  EXPECT_EQ(heard.text, "Lô 1, phiếu 1: HỢP LỆ, 4 phiếu bầu");
  EXPECT_EQ(poked, 1);
  EXPECT_EQ(person.station().paper->sheet, 2u);
  EXPECT_TRUE(person.pad()->untouched());
}

TEST_F(Keying, ANoticeHoldsEverythingUntilItWasRead) {
  Laptop laptop(hall, "ha"), other(hall, "hb");
  KeySession person = session(laptop);
  other.work();
  type(person, "5\n\n");
  other.key({5});
  other.work();
  laptop.work();
  type(person, "u4\n\n");  // it was compared already
  laptop.work();
  EXPECT_TRUE(person.follow());
  EXPECT_NE(seen(person).find("bị từ chối"), std::string::npos);
  EXPECT_TRUE(type(person, "\n").refused);
  EXPECT_TRUE(type(person, "5").refused);
  EXPECT_FALSE(type(person, "d").refused);
  EXPECT_FALSE(person.station().notice.has_value());
  EXPECT_EQ(person.station().paper->sheet, 2u);
}

TEST_F(Keying, WhoLeavesABegunPaperIsAskedOnce) {
  Laptop laptop(hall, "ha");
  KeySession person = session(laptop);
  EXPECT_TRUE(type(person, "5\3").refused);
  EXPECT_FALSE(person.left());
  type(person, "\b\3");
  EXPECT_TRUE(person.left());
}

TEST_F(Keying, AnotherPaperFirstOnlyFromAnUntouchedOne) {
  Laptop laptop(hall, "ha");
  KeySession person = session(laptop);
  EXPECT_TRUE(type(person, "5\n\t").refused);
  type(person, "-\t");
  EXPECT_EQ(person.station().paper->sheet, 2u);
}

TEST_F(Keying, TheScreenSaysPaperFieldVotesAndNetwork) {
  Laptop laptop(hall, "ha");
  KeySession person = session(laptop);
  type(person, "3\n4");
  std::string screen = seen(person);
  for (const char* part : {"PHIẾU SỐ 1", "BỊ GẠCH", "▸ 4_   Đại biểu D", "Đã gõ: 3",
                           "Phiếu bầu: 4/4 · còn 0", "Mạng thông, đã gửi hết", "r phiếu rách"}) {
    EXPECT_NE(screen.find(part), std::string::npos) << part << '\n' << screen;
  }
  laptop.line.cut = true;
  type(person, "\b\n");
  laptop.work();
  person.follow();
  screen = seen(person);
  EXPECT_NE(screen.find("MẤT MẠNG"), std::string::npos) << screen;
  EXPECT_NE(screen.find("1 phiếu giữ trên máy này"), std::string::npos) << screen;
}

TEST_F(Keying, EveryWindowIsFilledExactly) {
  Laptop laptop(hall, "ha");
  KeySession person = session(laptop);
  const Heard refused = type(person, "9");
  for (const ScreenSize size :
       {ScreenSize{80, 24}, {40, 12}, {20, 3}, {200, 60}, {1, 1}, {92, 26}}) {
    const auto lines =
        key_screen(person, refused, true, laptop.clock.now(), size, Language::kVietnamese);
    ASSERT_EQ(lines.size(), static_cast<std::size_t>(size.rows));
    for (const ScreenLine& line : lines) ASSERT_EQ(width_of(line.text), size.columns) << line.text;
  }
}

TEST_F(Keying, FromAPipeEachLineIsAPaperAndHasOneAnswer) {
  Laptop laptop(hall, "ha");
  std::istringstream in("5\n4 4\n?\nu\n3 r\nnonsense\n.\n1 2 torn\n");
  std::ostringstream out, err;
  Terminal terminal{in, out, err, Language::kEnglish};
  client::StationThread thread(*laptop.station);
  KeySession person(*laptop.station, [&] { thread.poke(); }, Language::kEnglish);
  EXPECT_EQ(key_plain(person, terminal, true, std::chrono::seconds(20)), Exit::kWrong);
  std::istringstream lines(out.str());
  std::vector<nlohmann::json> answers;
  for (std::string line; std::getline(lines, line);) answers.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(answers.size(), 8u) << out.str();
  EXPECT_EQ(answers[0]["votes"], 4);
  EXPECT_EQ(answers[1]["refused"], "pad_position_twice");
  EXPECT_EQ(answers[2]["doubtful"], true);
  EXPECT_EQ(answers[4]["again"], true);
  EXPECT_EQ(answers[4]["verdict"], "held");
  EXPECT_EQ(answers[5]["refused"], "pad_key");
  EXPECT_EQ(answers[6]["verdict"], "invalid");
  EXPECT_EQ(answers[7]["batch"], 2);
  EXPECT_EQ(laptop.station->view().waiting, 0u);
  EXPECT_EQ(err.str(), "");
}

TEST_F(Keying, FromAPipeNothingToKeyIsSaid) {
  Laptop laptop(hall, "ca");
  std::istringstream in("5\n");
  std::ostringstream out, err;
  Terminal terminal{in, out, err, Language::kEnglish};
  client::StationThread thread(*laptop.station);
  KeySession person(*laptop.station, [] {}, Language::kEnglish);
  EXPECT_EQ(key_plain(person, terminal, true, std::chrono::seconds(20)), Exit::kWrong);
  EXPECT_EQ(nlohmann::json::parse(out.str())["refused"], "not_keying");
}

TEST(KeyWords, ListsJoinWhatFollows) {
  EXPECT_EQ(list_of({}), "–");
  EXPECT_EQ(list_of({3}), "3");
  EXPECT_EQ(list_of({3, 4}), "3, 4");
  EXPECT_EQ(list_of({1, 3, 4, 5, 9}), "1, 3–5, 9");
}

TEST(TextWidth, VietnameseLettersAreOneColumnHoweverTheyAreWritten) {
  EXPECT_EQ(width_of("Nguyễn Thị Ửng"), 14);
  EXPECT_EQ(width_of("Nguye\u0302\u0303n"), 6);
  EXPECT_EQ(width_of("漢"), 2);
  EXPECT_EQ(width_of("\xff\xfe"), 2);
  EXPECT_EQ(fitted("Ửng", 5), "Ửng  ");
  EXPECT_EQ(fitted("Nguyễn", 4), "Ngu…");
  EXPECT_EQ(fitted("漢漢", 3), "漢…");
  EXPECT_EQ(fitted("漢漢", 2), "… ");
  EXPECT_EQ(fitted("abc", 0), "");
}

TEST(TerminalInput, EveryKeyboardsEnterAndBackspaceAreTheSame) {
  EXPECT_EQ(keys_of_input("12\r"), "12\n");
  EXPECT_EQ(keys_of_input("\x7f\b"), "\b\b");
  // Arrows, function keys and pasted marks are nothing.
  EXPECT_EQ(keys_of_input("1\x1b[A2\x1bOP3\x1b[15~4"), "1234");
  EXPECT_EQ(keys_of_input("\x1b"), "");
  EXPECT_EQ(keys_of_input("ớ").size(), 1u);
  EXPECT_EQ(keys_of_input("\t\3u?"), "\t\3u?");
}

class KeyingARehearsal : public Keying {
 protected:
  KeyingARehearsal() : rehearsal({3, 2}, PaperHall::As::kRehearsal) {}
  PaperHall rehearsal;
};

TEST_F(KeyingARehearsal, IsSaidOnTheScreenAtAnySize) {
  Laptop laptop(rehearsal, "ha");
  KeySession person = session(laptop);
  for (const ScreenSize size : {ScreenSize{90, 30}, ScreenSize{40, 12}}) {
    EXPECT_NE(seen(person, {}, size).find("DIỄN TẬP · Ban Chấp hành"), std::string::npos);
  }
  Laptop other(hall, "ha");
  KeySession real = session(other);
  EXPECT_EQ(seen(real).find("DIỄN TẬP"), std::string::npos);
}

TEST_F(KeyingARehearsal, IsSaidInEveryAnswerFromAPipe) {
  for (const bool json : {false, true}) {
    Laptop laptop(rehearsal, json ? "hb" : "ha");
    std::istringstream in("5\nnonsense\n");
    std::ostringstream out, err;
    Terminal terminal{in, out, err, Language::kVietnamese};
    client::StationThread thread(*laptop.station);
    KeySession person(*laptop.station, [&] { thread.poke(); }, Language::kVietnamese);
    EXPECT_EQ(key_plain(person, terminal, json, std::chrono::seconds(20)), Exit::kWrong);
    std::istringstream answers(out.str());
    for (std::string answer; std::getline(answers, answer);) {
      if (json) {
        EXPECT_EQ(nlohmann::json::parse(answer)["rehearsal"], true) << answer;
      } else {
        EXPECT_TRUE(answer.starts_with("DIỄN TẬP · ")) << answer;
      }
    }
  }
}

}  // namespace
}  // namespace hp::cli

// Subcommands that need no server.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/hex.h"
#include "cli/cards_hand_in.h"
#include "cli/hall_access.h"
#include "cli/official_codes.h"
#include "cli/run_kit.h"

namespace hp::cli {
namespace {

const std::string kData = HOMPHIEU_SOURCE_DIR "/data/";

TEST(RollCheck, NamesEachOfTheTenFaultsWithRowAndColumn) {
  const auto ran = run_as({"roll", "check", kData + "roll-with-faults.csv", "--organisations",
                           kData + "organisations.csv"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(std::ranges::count(ran.out, '\n'), 11);
  EXPECT_NE(ran.out.find("FAULT  row 9, column 1 (code)"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("mended row 5, column 2 (full_name)"), std::string::npos);
  EXPECT_NE(ran.out.find("22 people read, 8 faults, 2 mended"), std::string::npos);
}

TEST(RollCheck, AGoodRollEndsWithZeroAndSaysSoInJson) {
  const auto ran = run_as({"roll", "check", kData + "roll.csv", "--json"});
  EXPECT_EQ(ran.exit, 0);
  const auto said = nlohmann::json::parse(ran.out);
  EXPECT_TRUE(said["good"].get<bool>());
  EXPECT_EQ(said["people"], 284);
}

TEST(Keys, AreInAFileForTheirOwnerAloneUnderAPassphrase) {
  const Folder folder;
  const std::string file = folder.at("an.key");
  const Lines passphrase("mật khẩu dài\n");
  const auto ran =
      run_as({"official", "new-key", file, "--passphrase-fd", passphrase.fd(), "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  EXPECT_EQ(nlohmann::json::parse(ran.out)["public_key"].get<std::string>().size(), 130u);
  struct stat about{};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777u, 0600u);
  const Lines again("mật khẩu dài\n");
  const auto twice = run_as({"official", "new-key", file, "--passphrase-fd", again.fd()});
  EXPECT_EQ(twice.exit, 2);
  EXPECT_NE(twice.err.find("[file_exists]"), std::string::npos);
}

TEST(Keys, AShortPassphraseIsRefused) {
  const Folder folder;
  const Lines passphrase("1234567\n");
  const auto ran =
      run_as({"official", "new-key", folder.at("k"), "--passphrase-fd", passphrase.fd()});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_NE(ran.err.find("[passphrase_short]"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(folder.at("k")));
}

TEST(ServerAddress, IsTakenAsServePrintsItAndAsHostAndPort) {
  for (const char* text : {"hall.local:8443", "https://hall.local:8443", "hall.local:8443/",
                           "https://hall.local:8443/"}) {
    const auto read = read_server_address(text);
    ASSERT_TRUE(read.has_value()) << text;
    EXPECT_EQ(read->host, "hall.local");
    EXPECT_EQ(read->port, 8443);
  }
  EXPECT_EQ(read_server_address("https://[::1]:8443")->host, "::1");
  EXPECT_EQ(read_server_address("[fe80::7]:1")->host, "fe80::7");
}

TEST(ServerAddress, WhatIsNoneIsRefusedAndPlainHttpByName) {
  for (const char* text : {"", "hall", "hall:", ":8443", "hall:0", "hall:70000", "hall:1x",
                           "https://hall", "https://hall:8443/x", "ftp://hall:8443"}) {
    EXPECT_TRUE(read_server_address(text).error().is(codes::kServerAddress)) << text;
  }
  EXPECT_TRUE(read_server_address("http://hall:8443").error().is(codes::kServerPlain));
}

TEST(Backup, OfAMissingFolderLeavesNothingBehind) {
  const Folder folder;
  for (const auto& [command, from, to] : std::vector<std::array<std::string, 3>>{
           {"backup", "--data", "--to"}, {"restore", "--from", "--data"}}) {
    const auto ran = run_as({command, from, folder.at("none"), to, folder.at("new")});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("[folder_missing]"), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(folder.at("new")));
  }
}

TEST(Backup, WhatFailsHalfwayLeavesNothingBehind) {
  const Folder folder;
  std::filesystem::create_directory(folder.at("data"));
  std::ofstream(folder.at("data/a.key")) << "a";
  std::ofstream(folder.at("data/journal.db")) << "not a database";
  const auto ran = run_as({"backup", "--data", folder.at("data"), "--to", folder.at("new")});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_FALSE(std::filesystem::exists(folder.at("new")));
}

TEST(Cards, AreMadeAndPrintedFromTheirFile) {
  const Folder folder;
  const std::string file = folder.at("cards");
  const Lines first("mật khẩu thẻ\n");
  ASSERT_EQ(run_as({"cards", "make", file, "--count", "3", "--passphrase-fd", first.fd()}).exit, 0);
  const Lines wrong("mật khẩu sai\n");
  const std::string congress(64, 'a');
  EXPECT_EQ(
      run_as({"cards", "print-text", file, "--congress", congress, "--passphrase-fd", wrong.fd()})
          .exit,
      2);
  const Lines right("mật khẩu thẻ\n");
  const auto ran = run_as({"cards", "print-text", file, "--congress", congress, "--json",
                           "--passphrase-fd", right.fd()});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  const auto cards = nlohmann::json::parse(ran.out);
  ASSERT_EQ(cards.size(), 3u);
  EXPECT_NE(cards[0]["public_key"], cards[1]["public_key"]);
}

TEST(Cards, HandedInAreKeptAsPublicKeysOnceEachAndNeverAsCodes) {
  const Folder folder;
  const std::string file = folder.at("cards"), kept = folder.at("handed-in.txt");
  const std::string congress(64, 'a');
  const Lines to_make("mật khẩu thẻ\n"), to_print("mật khẩu thẻ\n");
  ASSERT_EQ(run_as({"cards", "make", file, "--count", "3", "--passphrase-fd", to_make.fd()}).exit,
            0);
  const auto cards =
      nlohmann::json::parse(run_as({"cards", "print-text", file, "--congress", congress, "--json",
                                    "--passphrase-fd", to_print.fd()})
                                .out);
  const auto code = [&](int i) { return cards[i]["text"].get<std::string>(); };
  const auto key = [&](int i) { return cards[i]["public_key"].get<std::string>(); };
  const auto hand_in = [&](const std::string& typed) {
    const Lines codes(typed);
    return run_as(
        {"cards", "hand-in", "--keys", kept, "--congress", congress, "--codes-fd", codes.fd()});
  };
  std::string slip = code(1);
  slip.back() = slip.back() == '0' ? '1' : '0';
  const auto ran = hand_in(code(2) + "\n" + slip + "\n" + code(2) + "\n\n");
  EXPECT_EQ(ran.exit, 0) << ran.err;
  EXPECT_NE(ran.err.find("[text_form]"), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("handed-in.txt: 1 cards"), std::string::npos) << ran.out;
  ASSERT_EQ(hand_in(code(0) + "\n\n").exit, 0);  // later, into the same file

  std::istringstream none;
  const auto keys = read_key_list(kept, none);
  ASSERT_TRUE(keys.has_value());
  std::vector<std::string> read;
  for (const Bytes& one : *keys) read.push_back(to_hex(one));
  EXPECT_EQ(read, (std::vector{std::min(key(0), key(2)), std::max(key(0), key(2))}));
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ((ran.out + ran.err).find(code(i)), std::string::npos);
  }
}

TEST(Cards, AFileOfKeysThatIsNoneNamesTheLine) {
  const Folder folder;
  std::ofstream(folder.at("keys")) << "04ab\nthẻ\n";
  std::istringstream none;
  const auto keys = read_key_list(folder.at("keys"), none);
  ASSERT_FALSE(keys.has_value());
  EXPECT_TRUE(keys.error().where.ends_with("keys[1]")) << keys.error().where;
}

TEST(Help, IsThereForEverySubcommandInBothLanguages) {
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"found"},
                                             {"official"},
                                             {"official", "new-key"},
                                             {"official", "check"},
                                             {"official", "submit"},
                                             {"official", "submit", "approve-contest"},
                                             {"trustee", "step"},
                                             {"cards", "register"},
                                             {"roll", "check"},
                                             {"witness", "follow"},
                                             {"export"},
                                             {"minutes", "show"},
                                             {"backup"},
                                             {"restore"}}) {
    auto arguments = words;
    arguments.push_back("--help");
    const auto vi = run_as(arguments, "", Language::kVietnamese);
    const auto en = run_as(arguments, "", Language::kEnglish);
    EXPECT_EQ(vi.exit, 0) << words.back() << vi.err;
    EXPECT_EQ(en.exit, 0) << words.back();
    EXPECT_NE(vi.out, en.out) << words.back();
  }
}

}  // namespace
}  // namespace hp::cli

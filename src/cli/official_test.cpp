// The officials' subcommands against a real server over TLS.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/run_kit.h"
#include "http/certificate.h"
#include "http/metrics.h"
#include "http/server.h"
#include "service/hall.h"

namespace hp::cli {
namespace {

using nlohmann::json;
constexpr const char* kPassphrase = "mật khẩu thử\n";

enum class Say { kJson, kWords };

class Server {
 public:
  Server() {
    service::HallOptions options;
    options.data = folder.at("data");
    options.clock = &clock_;
    hall_ = service::Hall::open(std::move(options)).value();
    hall_->add_methods(registry_);
    write("setup", hall_->setup_code() + "\n");
    const auto authority = http::make_authority("Thử", clock_).value();
    write("ca.pem", authority.certificate_pem);
    http::ServerOptions server;
    server.identity = http::issue(authority, {"127.0.0.1"}, clock_).value();
    server.chain_pem = authority.certificate_pem;
    server_ = http::Server::start(std::move(server), registry_, metrics_).value();
  }
  ~Server() {
    server_->drain(std::chrono::seconds(2));
    hall_->stop();
  }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder.at(name)) << text;
  }

  // As `serve` prints it.
  std::string address() const { return "https://127.0.0.1:" + std::to_string(server_->port()); }

  // The program with the server's options and `passphrases` lines in the pipe.
  Ran run(std::vector<std::string> words, int passphrases = 1, Say say = Say::kJson) {
    std::string lines;
    for (int i = 0; i < passphrases; ++i) lines += kPassphrase;
    const Lines pipe(lines);
    words.insert(words.end(), {"--server", address(), "--ca", folder.at("ca.pem"),
                               "--passphrase-fd", pipe.fd(), "--yes"});
    if (say == Say::kJson) words.emplace_back("--json");
    return run_as(words, "", say == Say::kJson ? Language::kEnglish : Language::kVietnamese);
  }
  Ran as(const std::string& person, std::vector<std::string> words, Say say = Say::kJson) {
    words.insert(words.end(), {"--key", folder.at(person + ".key")});
    return run(std::move(words), 1, say);
  }
  Ran in_words(const std::string& person, std::vector<std::string> words) {
    return as(person, std::move(words), Say::kWords);
  }

  std::string new_key(const std::string& person) {
    const Lines pipe(kPassphrase);
    const auto ran = run_as({"official", "new-key", folder.at(person + ".key"), "--json",
                             "--passphrase-fd", pipe.fd()});
    return json::parse(ran.out)["public_key"];
  }

  json founders() {
    json out = json::array();
    for (const char* one : {"an", "ba"}) {
      new_key(one);
      out.push_back({{"person", one},
                     {"name", std::string("Thư ký ") + one},
                     {"roles", {"secretariat"}},
                     {"key_file", folder.at(std::string(one) + ".key")}});
    }
    return out;
  }
  Ran found(Say say = Say::kJson) {
    const json plan{{"organisation", "Đảng bộ phường Thử"},
                    {"congress", "Đại hội lần thứ I"},
                    {"term", "2025–2030"},
                    {"level", "GRASS_ROOTS"},
                    {"meeting", "DELEGATE_CONGRESS"},
                    {"place", "Hội trường"},
                    {"days", {"2025-06-01"}},
                    {"officials", founders()}};
    write("plan.json", plan.dump());
    return run({"found", folder.at("plan.json"), "--setup-code", folder.at("setup")}, 2, say);
  }

  Folder folder;

 private:
  SystemClock clock_;
  std::unique_ptr<service::Hall> hall_;
  rpc::Registry registry_;
  http::Metrics metrics_;
  std::unique_ptr<http::Server> server_;
};

TEST(Officials, FoundEnrolCountersignAndExportOverTheNetwork) {
  Server server;
  const auto founded = server.found();
  ASSERT_EQ(founded.exit, 0) << founded.err;
  EXPECT_EQ(json::parse(founded.out)["congress"].get<std::string>().size(), 64u);

  const std::string key = server.new_key("ca");
  const auto proposed = server.as("an", {"official", "submit", "enrol", "--person", "ca", "--name",
                                         "Thẩm tra", "--role", "credentials", "--public-key", key});
  ASSERT_EQ(proposed.exit, 0) << proposed.err;
  const json waiting = json::parse(proposed.out);
  EXPECT_EQ(waiting["state"], "waiting");
  const std::string id = waiting["command_id"];

  ASSERT_EQ(
      server.as("an", {"official", "proposals", "--save", id, "--to", server.folder.at("proposal")})
          .exit,
      0);
  const auto mine = server.as("ca", {"official", "countersign", server.folder.at("proposal")});
  ASSERT_EQ(mine.exit, 0) << mine.err;
  const auto last = server.as("ba", {"official", "sign", id.substr(0, 8)});
  ASSERT_EQ(last.exit, 0) << last.err;
  EXPECT_EQ(json::parse(last.out)["state"], "accepted");

  const auto check = server.as("ca", {"official", "check"});
  ASSERT_EQ(check.exit, 0) << check.err;
  EXPECT_EQ(json::parse(check.out)["size"], 2);
  EXPECT_EQ(json::parse(check.out)["person"], "ca");

  const auto roll = server.as(
      "an", {"official", "submit", "import-roll", "--roll", HOMPHIEU_SOURCE_DIR "/data/roll.csv",
             "--organisations", HOMPHIEU_SOURCE_DIR "/data/organisations.csv", "--receipt",
             server.folder.at("receipt")});
  ASSERT_EQ(roll.exit, 0) << roll.err;
  EXPECT_EQ(json::parse(roll.out)["index"], 2);
  EXPECT_TRUE(std::filesystem::exists(server.folder.at("receipt")));

  ASSERT_EQ(server.as("an", {"export", server.folder.at("a.record")}).exit, 0);
  EXPECT_GT(std::filesystem::file_size(server.folder.at("a.record")), 1000u);

  const auto backup =
      run_as({"backup", "--data", server.folder.at("data"), "--to", server.folder.at("backup")});
  ASSERT_EQ(backup.exit, 0) << backup.err;
  const auto restored = run_as(
      {"restore", "--from", server.folder.at("backup"), "--data", server.folder.at("again")});
  EXPECT_EQ(restored.exit, 0) << restored.err;
  EXPECT_NE(restored.out.find("1 congresses"), std::string::npos) << restored.out;
}

TEST(Officials, ProposalsSayWhoMustSignAndThoseInTheRecordAreLeftOut) {
  Server server;
  ASSERT_EQ(server.found().exit, 0);
  const std::string key = server.new_key("ca");
  const auto made = server.as("an", {"official", "submit", "enrol", "--person", "ca", "--name",
                                     "Thẩm tra", "--role", "credentials", "--public-key", key});
  ASSERT_EQ(made.exit, 0) << made.err;
  const auto waiting = server.in_words("an", {"official", "proposals"});
  EXPECT_NE(waiting.out.find("chờ chữ ký: ba Thư ký ba; ca (khóa mới)"), std::string::npos)
      << waiting.out;
  EXPECT_EQ(waiting.out.find("signers_not_allowed"), std::string::npos) << waiting.out;

  const std::string id = json::parse(made.out)["command_id"];
  ASSERT_EQ(server.as("ba", {"official", "sign", id}).exit, 0);
  server.as("an", {"official", "proposals", "--save", id, "--to", server.folder.at("proposal")});
  ASSERT_EQ(server.as("ca", {"official", "countersign", server.folder.at("proposal")}).exit, 0);
  EXPECT_EQ(server.in_words("an", {"official", "proposals"}).out,
            "Không có đề nghị nào đang chờ.\n");
  EXPECT_NE(server.in_words("an", {"official", "proposals", "--all"}).out.find("đã ghi vào hồ sơ"),
            std::string::npos);
}

TEST(Officials, FoundersSeeTheLogKeyThatTheySign) {
  Server server;
  const auto founded = server.found(Say::kWords);
  ASSERT_EQ(founded.exit, 0) << founded.err;
  const std::string mark = "Khóa nhật ký: ";
  const auto at = founded.out.find(mark);
  ASSERT_NE(at, std::string::npos) << founded.out;
  const std::string key = founded.out.substr(at + mark.size(), 64);
  ASSERT_EQ(server.as("an", {"export", server.folder.at("a.record")}).exit, 0);
  std::ifstream file(server.folder.at("a.record"));
  const std::string record{std::istreambuf_iterator<char>(file), {}};
  EXPECT_NE(record.find(to_string(from_hex(key).value())), std::string::npos) << key;
}

TEST(Officials, ImportAndConfirmationOfARollShowTheSameHash) {
  Server server;
  ASSERT_EQ(server.found().exit, 0);
  const auto imported = server.in_words(
      "an", {"official", "submit", "import-roll", "--roll", HOMPHIEU_SOURCE_DIR "/data/roll.csv",
             "--organisations", HOMPHIEU_SOURCE_DIR "/data/organisations.csv"});
  ASSERT_EQ(imported.exit, 0) << imported.err;
  const std::string mark = "Mã bản nhập (SHA-256): ";
  const auto at = imported.out.find(mark);
  ASSERT_NE(at, std::string::npos) << imported.out;
  EXPECT_EQ(imported.out.find("STANDING_"), std::string::npos);
  // Nobody of the credentials is enrolled: the words are shown, the command is refused.
  const auto confirmed = server.in_words("an", {"official", "submit", "confirm-roll"});
  EXPECT_NE(confirmed.out.find(imported.out.substr(at, mark.size() + 64)), std::string::npos)
      << confirmed.out;
}

TEST(Minutes, OfAContestThatIsNotThereAreRefused) {
  Server server;
  ASSERT_EQ(server.found().exit, 0);
  const auto ran = run_as({"minutes", "show", "--contest", "bch", "--server", server.address(),
                           "--ca", server.folder.at("ca.pem")});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(ran.out, "");
  ASSERT_EQ(server.as("an", {"export", server.folder.at("a.record")}).exit, 0);
  const auto offline =
      run_as({"minutes", "show", "--contest", "bch", "--record", server.folder.at("a.record")});
  EXPECT_EQ(offline.exit, 2);
  EXPECT_NE(offline.err.find("[contest_unknown]"), std::string::npos) << offline.err;
}

TEST(Officials, ARefusalIsSaidWithTheServersOwnCode) {
  Server server;
  ASSERT_EQ(server.found().exit, 0);
  const auto refused = server.as("an", {"official", "submit", "arrived", "d1"});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_NE(refused.err.find("signers_not_allowed"), std::string::npos) << refused.err;
  server.new_key("stranger");
  EXPECT_EQ(server.as("stranger", {"official", "check"}).exit, 2);
}

}  // namespace
}  // namespace hp::cli

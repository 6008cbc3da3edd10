// `homphieu paper … --server`: the same papers as from the exported record, over TLS.
#include <gtest/gtest.h>

#include <fstream>

#include "cli/run_kit.h"
#include "cli/secrets.h"
#include "client/fonts.h"
#include "http/certificate.h"
#include "http/metrics.h"
#include "http/server.h"
#include "journal/envelope.h"
#include "journal/memory_journal.h"
#include "service/data_folder.h"
#include "service/hall.h"
#include "verify/testing/real_congress.h"

namespace hp::cli {
namespace {

constexpr const char* kPhrase = "mật khẩu thử\n";

// A congress as far as it was held, its record as a file, and a server that has it.
class HallWithRecord {
 public:
  explicit HallWithRecord(verify::RealCongress congress) : held_(std::move(congress)) {
    std::ofstream(record, std::ios::binary) << chars(journal::write_record(held_.record()));
    const std::string data = folder.at("data");
    service::DataFolder::open(data, crypto::system_random())
        .value()
        .make_congress(held_.state().congress_id, held_.log)
        .value();
    auto store = std::make_shared<journal::MemoryStore>();
    fill(store);
    service::HallOptions options;
    options.data = data;
    options.clock = &clock_;
    options.fonts = std::make_shared<const pdf::Fonts>(client::load_fonts().value());
    options.open_journal = [store](const auto&) -> Result<std::unique_ptr<journal::Journal>> {
      return std::make_unique<journal::MemoryJournal>(store);
    };
    hall_ = service::Hall::open(std::move(options)).value();
    hall_->add_methods(registry_);
    const auto authority = http::make_authority("Thử", clock_).value();
    std::ofstream(folder.at("ca.pem")) << authority.certificate_pem;
    http::ServerOptions server;
    server.identity = http::issue(authority, {"127.0.0.1"}, clock_).value();
    server.chain_pem = authority.certificate_pem;
    server_ = http::Server::start(std::move(server), registry_, metrics_).value();
  }
  ~HallWithRecord() {
    server_->drain(std::chrono::seconds(2));
    hall_->stop();
  }

  // `homphieu paper …` from the server as that person, or from the record.
  Ran from_server(const std::string& person, std::vector<std::string> words) {
    const Lines pipe(kPhrase);
    words.insert(words.begin(), "paper");
    words.insert(words.end(), {"--server", "127.0.0.1:" + std::to_string(server_->port()), "--ca",
                               folder.at("ca.pem"), "--key", key_file(person), "--quick",
                               "--passphrase-fd", pipe.fd()});
    return run_as(words);
  }
  Ran from_record(std::vector<std::string> words) {
    words.insert(words.begin(), "paper");
    words.insert(words.end(), {"--record", record});
    return run_as(words);
  }

  Folder folder;
  std::string record = folder.at("a.record");

 private:
  void fill(const std::shared_ptr<journal::MemoryStore>& store) {
    journal::MemoryJournal journal(store);
    journal::Batch batch;
    for (const Bytes& entry : held_.entries) {
      const auto envelope = journal::decode_envelope(entry).value();
      const auto command = journal::decode_command(view(envelope.payload())).value();
      batch.records.push_back({array_of<16>(view(command.command_id())), Hash{}, entry});
    }
    batch.checkpoint = held_.checkpoint(held_.entries.size());
    const auto epoch = journal.take_lead().value();
    ASSERT_EQ(journal.append(epoch, batch), journal::Appended::kDurable);
  }
  std::string key_file(const std::string& person) {
    const std::string path = folder.at(person + ".key");
    if (std::filesystem::exists(path)) return path;
    const Lines pipe(kPhrase);
    std::istringstream in;
    std::ostringstream out;
    const Terminal terminal{in, out, out, Language::kEnglish};
    const int fd = std::stoi(pipe.fd());
    EXPECT_TRUE(save_secret(terminal, fd, path, "official", held_.keys.at(person).scalar().view())
                    .has_value());
    return path;
  }

  verify::RealCongress held_;
  SystemClock clock_;
  std::unique_ptr<service::Hall> hall_;
  rpc::Registry registry_;
  http::Metrics metrics_;
  std::unique_ptr<http::Server> server_;
};

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(PaperThroughAServer, IsTheSameAsFromTheExportedRecord) {
  HallWithRecord hall(verify::RealCongress::announced({}));
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"ballots", "--size", "a5", "--copies", "9"},
        {"covers", "--batches", "3"},
        {"keying", "--sheets", "2"},
        {"slides", "--round", "1"},
        {"log"}}) {
    const auto to = [&](const char* name) {
      std::vector<std::string> out = words;
      out.insert(out.end(), {"--contest", "bch", "--out", hall.folder.at(words[0] + name)});
      return out;
    };
    const Ran served = hall.from_server("c1", to("-served.pdf"));
    ASSERT_EQ(served.exit, 0) << served.err;
    EXPECT_NE(served.out.find("the same byte for byte"), std::string::npos) << served.out;
    const Ran own = hall.from_record(to("-own.pdf"));
    ASSERT_EQ(own.exit, 0) << own.err;
    EXPECT_EQ(own.out.find("byte for byte"), std::string::npos) << own.out;
    const std::string pdf = bytes_of(hall.folder.at(words[0] + "-served.pdf"));
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_EQ(pdf, bytes_of(hall.folder.at(words[0] + "-own.pdf"))) << words[0];
  }
  EXPECT_EQ(bytes_of(hall.folder.at("ballots-served.layout.json")),
            bytes_of(hall.folder.at("ballots-own.layout.json")));
}

TEST(PaperThroughAServer, IsRefusedToWhoMayNotReadIt) {
  HallWithRecord hall(verify::RealCongress::counted({}));
  const std::string out = hall.folder.at("x.pdf");
  const Ran log = hall.from_server("s1", {"log", "--contest", "bch", "--out", out});
  EXPECT_EQ(log.exit, 2);
  EXPECT_NE(log.err.find("read_not_allowed"), std::string::npos) << log.err;
  const Ran many =
      hall.from_server("s1", {"covers", "--contest", "bch", "--batches", "201", "--out", out});
  EXPECT_NE(many.err.find("print_too_many"), std::string::npos) << many.err;
  const Ran none = hall.from_server("s1", {"slides", "--contest", "khac", "--out", out});
  EXPECT_NE(none.err.find("contest_unknown"), std::string::npos) << none.err;
  EXPECT_FALSE(std::filesystem::exists(out));
  // What everybody may print is printed, and checked with as much of the record as s1 may read.
  const Ran ballots = hall.from_server("s1", {"ballots", "--contest", "bch", "--out", out});
  ASSERT_EQ(ballots.exit, 0) << ballots.err;
  EXPECT_NE(ballots.out.find("the same byte for byte"), std::string::npos) << ballots.out;
}

}  // namespace
}  // namespace hp::cli

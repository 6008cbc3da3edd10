// The service of a hall's server: the calls of proto/homphieu/v1/api.proto over the congresses of
// one data folder. Nothing here knows a network or SQL.
//
//   HP_ASSIGN(auto hall, Hall::open({.data = "/var/lib/homphieu", .clock = &clock}));
//   rpc::Registry registry;
//   hall->add_methods(registry);
//   … http::Server over the registry; drain it, then hall->stop();
//
// Folder: setup.code (hash of the set-up code), log-keys/ (made, not yet used),
// congresses/<id in hex>/{journal.db, log.key, papers/}; files for their owner alone.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "base/time.h"
#include "crypto/random.h"
#include "journal/journal.h"
#include "pdf/fonts.h"
#include "rpc/registry.h"

namespace hp::service {

struct HallParts;

struct HallOptions {
  std::filesystem::path data;    // made where it isn't there
  const Clock* clock = nullptr;  // outlives the hall
  unsigned workers = 2;          // threads that check signatures and proofs
  std::size_t waiting = 4096;    // commands that may wait for them; more are refused
  // How long a commit waits for more commands after its first.
  std::chrono::milliseconds commit_window{3};
  // How often the state is sent to who watches it, at most.
  std::chrono::milliseconds watch_interval{200};
  crypto::Random random = crypto::system_random();
  // After how long without a sign of life a keying station's batch goes to somebody else.
  std::chrono::milliseconds keying_silence{60'000};
  // Of the official minutes; without them none can be signed through the server.
  std::shared_ptr<const pdf::Fonts> fonts{};
  // Opens the journal of a congress in its folder; unset: the SQLite file.
  std::function<Result<std::unique_ptr<journal::Journal>>(const std::filesystem::path& folder)>
      open_journal;
  // One line a thing worth knowing; never a secret. Called from any thread.
  std::function<void(std::string_view line)> log = [](std::string_view) {};
};

class Hall {
 public:
  // Opens the folder and folds every congress in it; a record that differs from its checkpoint
  // stops it: `record_differs` with the index. Fails also with `data_folder` and as the journal.
  static Result<std::unique_ptr<Hall>> open(HallOptions options);
  ~Hall();
  Hall(const Hall&) = delete;
  Hall& operator=(const Hall&) = delete;

  // Every method of the services in proto/homphieu/v1. The hall outlives whoever calls them.
  void add_methods(rpc::Registry& registry);

  // The set-up code, on the first start of a folder alone; empty afterwards, for only its hash is
  // kept. For printing once, never for a log.
  std::string setup_code() const;

  // How many congresses there are; how many follow their progress.
  std::size_t congresses() const;
  std::size_t watchers() const;

  // Takes no more commands, answers those that wait, ends streams. Reading goes on.
  void stop();

 private:
  explicit Hall(std::unique_ptr<HallParts> parts);
  std::unique_ptr<HallParts> parts_;
};

}  // namespace hp::service

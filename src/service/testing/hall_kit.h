// Test kit: a hall in this process with its journals in memory, and a congress whose officials
// hold real keys.
//
//   TestHall hall;
//   Meeting meeting(hall);                      // founded by s1 and s2
//   meeting.enrol_all();                        // p1 p2 r1 r2 c1 c2 c3 t1 t2 t3 h1 o1
//   meeting.send(import_command(10), {"r1"})    // Result<v1::Receipt>
//   hall.restart();
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/time.h"
#include "congress/fold.h"
#include "congress/testing/entries.h"
#include "congress/testing/signer.h"
#include "crypto/ed25519.h"
#include "homphieu/v1/api.pb.h"
#include "journal/memory_journal.h"
#include "rpc/local.h"
#include "service/hall.h"

namespace hp::service {

namespace v1 = homphieu::v1;

class ManualClock : public Clock {
 public:
  UnixMs now() const override { return UnixMs{ms}; }
  std::atomic<std::uint64_t> ms{1'595'898'000'000};
};

class TestHall {
 public:
  TestHall();
  ~TestHall();
  TestHall(const TestHall&) = delete;

  // A method of CongressService by its name, or any by its path.
  template <class Response, class Request>
  Result<Response> call(std::string_view method, const Request& request,
                        const std::string& token = "") const {
    rpc::Call call;
    call.bearer = token;
    call.server_certificate = certificate;
    const std::string service = method.starts_with('/') ? "" : "/homphieu.v1.CongressService/";
    return rpc::call_local<Response>(*registry, service + std::string(method), request,
                                     std::move(call));
  }

  // Ends the hall and opens it again on what is durable.
  Result<void> reopen();
  void restart();
  void close();
  // The only journal there is.
  std::shared_ptr<journal::MemoryStore> store() const;
  std::vector<std::string> lines() const;  // logged
  crypto::LogKey log_key(const Hash& congress) const;
  // A store with the first entries alone, checkpoint and all, as a clever restore would leave it.
  void cut_to(std::uint64_t entries);
  // What the first append to the next new store meets.
  journal::MemoryFault next_store_fails = journal::MemoryFault::kNone;

  ManualClock clock;
  Hash certificate{0xce};
  std::string setup_code;
  HallOptions options;
  std::unique_ptr<Hall> hall;
  std::unique_ptr<rpc::Registry> registry;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<journal::MemoryStore>> stores_;  // by folder's name
  std::vector<std::string> lines_;
};

class Meeting {
 public:
  using Change = std::function<void(v1::FoundCongress&)>;
  explicit Meeting(TestHall& hall, const Change& change = [](v1::FoundCongress&) {});

  void enrol_all();
  void seat(int people);  // roll confirmed, everybody arrived

  const congress::TestSigner& key(const std::string& person);
  void new_key(const std::string& person) { keys_.erase(person); }

  // With id, congress, `seen` and time, where they aren't set.
  v1::Command fill(v1::Command command);
  v1::Envelope seal(const v1::Command& command, const std::vector<std::string>& signers);
  Result<v1::Receipt> submit(const v1::Envelope& envelope);
  Result<v1::Receipt> send(v1::Command command, const std::vector<std::string>& signers);
  // For what a test builds on: the test program ends where it is refused.
  v1::Receipt must(v1::Command command, const std::vector<std::string>& signers);
  // Reads what others have sent into `state`.
  void follow();

  v1::GetNonceRequest nonce_request() const;
  v1::Envelope login(const std::string& person, std::uint64_t hours = 12);
  std::string log_in(const std::string& person);  // the token

  v1::Overview overview() const;
  const congress::State& state() const { return state_; }
  const std::string& id() const { return id_; }
  TestHall& hall() { return hall_; }

 private:
  void fold(const v1::Envelope& envelope);

  TestHall& hall_;
  std::map<std::string, congress::TestSigner> keys_;
  std::string id_;
  congress::State state_;
  std::uint64_t commands_ = 0;
};

template <class Request>
Request about(const Meeting& meeting) {
  Request request;
  request.set_congress_id(meeting.id());
  return request;
}

// Whether the receipt proves the envelope under the meeting's log key.
::testing::AssertionResult proves(const Meeting& meeting, const v1::Receipt& receipt,
                                  const v1::Envelope& envelope);

}  // namespace hp::service

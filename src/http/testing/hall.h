// A server on loopback with methods that tests need, and clients of it.
#pragma once

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/wrappers.pb.h>

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "http/certificate.h"
#include "http/client.h"
#include "http/server.h"
#include "rpc/registry.h"

namespace hp::http::testing {

using Text = google::protobuf::StringValue;
using Number = google::protobuf::UInt64Value;
using Blob = google::protobuf::BytesValue;

inline constexpr ErrorCode kRefused{"test_refused", Status::kFailedPrecondition, "Từ chối",
                                    "Refused"};
inline constexpr ErrorCode kUnlisted{"test_unlisted", Status::kNotFound, "Không có", "Not there"};
inline constexpr ErrorCode kFault{"test_fault", Status::kInternal, "Lỗi", "Fault"};

Text text(std::string value);
Number number(std::uint64_t value);

// Authority and server certificate for "localhost", 127.0.0.1 and ::1; made once a program.
struct Identities {
  Identity authority;
  Identity server;
};
const Identities& identities();

// A door that handlers wait at until the test opens it.
class Gate {
 public:
  void wait();
  void open();
  // Until that many have come to the door, or thirty seconds are over.
  bool await(std::size_t arrived);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t arrived_ = 0;
  bool open_ = false;
};

// Methods, all under /t.S/:
//   Echo    Text → Text, no effect      Change   Text → Text, with effect
//   Refuse  fails with kRefused at "a.b" with detail "7"; Unlisted, Fault likewise
//   Peer    Text → Text: the caller's bearer and address, parted by a space
//   Wait    Text → Text after the gate is opened, in the worker
//   Later   Text → Text when answer_later() is called
//   Count   Number n → stream of 0 … n-1, then the end; Broken: the same, then kRefused
//   Watch   Text → stream that stays open; publish() writes to all
class Hall {
 public:
  explicit Hall(ServerOptions options = {});
  ~Hall();

  std::uint16_t port() const { return server->port(); }
  Endpoint endpoint(std::string host = "127.0.0.1") const;
  // A client that knows kRefused; fails the program where it can't connect.
  Client client(ClientLimits limits = {}) const;

  void answer_later();
  std::size_t waiting_later();
  // How many watchers took it.
  std::size_t publish(const std::string& value);
  bool await_watchers(std::size_t count);
  bool await_closed(std::size_t count);

  // Called by /t.S/Certificate.
  std::function<void(const Hash&)> on_certificate;

  Gate gate;
  rpc::Registry registry;
  Metrics metrics;
  std::unique_ptr<Server> server;

 private:
  void add_unary();
  void add_streams();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::list<rpc::Reply<Text>> later_;
  std::list<rpc::Sink<Text>> watchers_;
  std::size_t closed_ = 0;
};

}  // namespace hp::http::testing

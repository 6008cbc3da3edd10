#include "http/testing/hall.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <utility>

namespace hp::http::testing {
namespace {

constexpr std::chrono::seconds kPatience{30};

template <class T>
T must(Result<T> result) {
  if (!result.has_value()) {
    std::cerr << describe(result.error(), Language::kEnglish) << "\n";
    std::abort();
  }
  return std::move(*result);
}

}  // namespace

Text text(std::string value) {
  Text out;
  out.set_value(std::move(value));
  return out;
}

Number number(std::uint64_t value) {
  Number out;
  out.set_value(value);
  return out;
}

const Identities& identities() {
  static const Identities made = [] {
    const SystemClock clock;
    Identities out;
    out.authority = must(make_authority("Test authority", clock));
    out.server = must(issue(out.authority, {"localhost", "127.0.0.1", "::1"}, clock));
    return out;
  }();
  return made;
}

void Gate::wait() {
  std::unique_lock lock(mutex_);
  ++arrived_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return open_; });
}

void Gate::open() {
  const std::lock_guard lock(mutex_);
  open_ = true;
  changed_.notify_all();
}

bool Gate::await(std::size_t arrived) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kPatience, [&] { return arrived_ >= arrived; });
}

Hall::Hall(ServerOptions options) {
  add_unary();
  add_streams();
  if (options.identity.key_pem.empty()) options.identity = identities().server;
  server = must(Server::start(std::move(options), registry, metrics));
}

Hall::~Hall() {
  gate.open();
  server.reset();
}

Endpoint Hall::endpoint(std::string host) const {
  return {std::move(host), port(), identities().authority.certificate_pem};
}

Client Hall::client(ClientLimits limits) const {
  return must(Client::connect(endpoint(), {&kRefused}, limits));
}

void Hall::add_unary() {
  using rpc::Call;
  using rpc::Effect;
  const auto echo = [](const Text& request, const Call&) -> Result<Text> { return request; };
  registry.unary<Text, Text>("/t.S/Echo", echo, Effect::kNone);
  registry.unary<Text, Text>("/t.S/Change", echo);
  registry.unary<Blob, Blob>("/t.S/Blob",
                             [](const Blob& b, const Call&) -> Result<Blob> { return b; });
  registry.unary<Number, Number>("/t.S/Number",
                                 [](const Number& n, const Call&) -> Result<Number> { return n; });
  const auto failing = [](const ErrorCode& code) {
    return [&code](const Text&, const Call&) -> Result<Text> { return fail(code, "a.b", "7"); };
  };
  registry.unary<Text, Text>("/t.S/Refuse", failing(kRefused));
  registry.unary<Text, Text>("/t.S/Unlisted", failing(kUnlisted));
  registry.unary<Text, Text>("/t.S/Fault", failing(kFault));
  registry.unary<Text, Text>("/t.S/Peer", [](const Text&, const Call& call) -> Result<Text> {
    return text(call.bearer + " " + call.peer);
  });
  registry.unary<Text, Text>("/t.S/Certificate",
                             [this](const Text& request, const Call& call) -> Result<Text> {
                               if (on_certificate) on_certificate(call.server_certificate);
                               return request;
                             });
  registry.unary<Text, Text>("/t.S/Wait", [this](const Text& request, const Call&) -> Result<Text> {
    gate.wait();
    return request;
  });
  registry.unary<Text, Text>("/t.S/Later",
                             [this](const Text&, const Call&, rpc::Reply<Text> reply) {
                               const std::lock_guard lock(mutex_);
                               later_.push_back(std::move(reply));
                               changed_.notify_all();
                             });
}

void Hall::add_streams() {
  using rpc::Call;
  using rpc::Sink;
  const auto count = [](Result<void> end) {
    return [end](const Number& request, const Call&, Sink<Number> sink) {
      for (std::uint64_t i = 0; i < request.value(); ++i) {
        if (!sink.write(number(i))) return;
      }
      sink.finish(end);
    };
  };
  registry.server_streaming<Number, Number>("/t.S/Count", count({}));
  registry.server_streaming<Number, Number>("/t.S/Broken", count(fail(kRefused, "a.b", "7")));
  registry.server_streaming<Text, Text>("/t.S/Watch",
                                        [this](const Text& request, const Call&, Sink<Text> sink) {
                                          sink.write(request);
                                          sink.on_closed([this] {
                                            const std::lock_guard lock(mutex_);
                                            ++closed_;
                                            changed_.notify_all();
                                          });
                                          const std::lock_guard lock(mutex_);
                                          watchers_.push_back(std::move(sink));
                                          changed_.notify_all();
                                        });
}

void Hall::answer_later() {
  std::list<rpc::Reply<Text>> replies;
  {
    const std::lock_guard lock(mutex_);
    replies.swap(later_);
  }
  for (const auto& reply : replies) reply(text("later"));
}

std::size_t Hall::waiting_later() {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, kPatience, [&] { return !later_.empty(); });
  return later_.size();
}

std::size_t Hall::publish(const std::string& value) {
  std::list<rpc::Sink<Text>> sinks;
  {
    const std::lock_guard lock(mutex_);
    sinks = watchers_;
  }
  std::size_t taken = 0;
  for (const auto& sink : sinks) taken += sink.write(text(value)) ? 1 : 0;
  return taken;
}

bool Hall::await_watchers(std::size_t count) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kPatience, [&] { return watchers_.size() >= count; });
}

bool Hall::await_closed(std::size_t count) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kPatience, [&] { return closed_ >= count; });
}

}  // namespace hp::http::testing

// The methods a server offers, by path. Filled once at start-up, then only read, by any thread.
//
//   Registry registry;
//   registry.unary<GetRequest, GetResponse>("/homphieu.v1.CongressService/Get",
//       [&](const GetRequest& request, const Call& call) -> Result<GetResponse> { … },
//       Effect::kNone);
//   // Answers later: proofs are checked and the journal commits in between.
//   registry.unary<CastRequest, CastResponse>("/homphieu.v1.CongressService/Cast",
//       [&](const CastRequest& request, const Call& call, Reply<CastResponse> reply) { … });
//
// Handlers run on worker threads, several at once.
#pragma once

#include <concepts>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "rpc/method.h"

namespace hp::rpc {

class Registry {
 public:
  // A unary method. `handler` is either
  //   Result<Response>(const Request&, const Call&), which answers when it returns, or
  //   void(const Request&, const Call&, Reply<Response>), which answers when it calls the reply.
  template <class Request, class Response, class Handler>
  void unary(std::string path, Handler handler, Effect effect = Effect::kChanges) {
    Method method = describe<Request, Response>(std::move(path), effect);
    method.unary = [handler = std::move(handler)](std::shared_ptr<Answer> answer) {
      const auto& request = static_cast<const Request&>(answer->request());
      const Call& call = answer->call();
      Reply<Response> reply(answer);
      if constexpr (std::invocable<const Handler&, const Request&, const Call&, Reply<Response>>) {
        handler(request, call, std::move(reply));
      } else {
        reply(handler(request, call));
      }
    };
    add(std::move(method));
  }

  // A server-streaming method: void(const Request&, const Call&, Sink<Response>).
  template <class Request, class Response, class Handler>
  void server_streaming(std::string path, Handler handler) {
    Method method = describe<Request, Response>(std::move(path), Effect::kChanges);
    method.server_streaming = [handler = std::move(handler)](std::shared_ptr<StreamCall> call) {
      handler(static_cast<const Request&>(call->request()), call->call(), Sink<Response>(call));
    };
    add(std::move(method));
  }

  // Throws std::logic_error when the path is taken or not of the form "/service/Method".
  void add(Method method);

  // Null when there is no such method.
  const Method* find(std::string_view path) const;

  const std::map<std::string, Method, std::less<>>& methods() const { return methods_; }

 private:
  template <class Request, class Response>
  static Method describe(std::string path, Effect effect) {
    return {std::move(path),
            effect,
            &Request::default_instance(),
            &Response::default_instance(),
            {},
            {}};
  }

  std::map<std::string, Method, std::less<>> methods_;
};

// Starts a call of `method`; what the handler throws becomes the answer `kRpcHandlerFault`.
void start(const Method& method, std::shared_ptr<Answer> answer);
void start(const Method& method, std::shared_ptr<StreamCall> call);

}  // namespace hp::rpc

// A caller of the server that sends whatever bytes it is told to, over TLS 1.3 or over none.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace hp::http::testing {

class Peer {
 public:
  enum class Speaks { kTls, kPlain };

  // Connects to loopback, with the handshake for kTls. Every later wait ends after thirty seconds.
  explicit Peer(std::uint16_t port, Speaks speaks = Speaks::kTls);
  ~Peer();
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  bool connected() const;

  // False where the server has closed.
  bool send(std::string_view bytes);

  // One whole answer by its Content-Length: head and body. What came before the end where it ends
  // first.
  std::string answer();

  // Everything until the server closes; "(open)" is added where it has not after thirty seconds.
  std::string rest();

  // Ends the connection without a word.
  void cut();

 private:
  struct Parts;
  bool receive();

  std::unique_ptr<Parts> parts_;
};

// As a text of JSON.
std::string json_text(std::string_view text);

// "POST path" with a JSON body.
std::string post(std::string_view path, std::string_view body, std::string_view fields = "");

}  // namespace hp::http::testing

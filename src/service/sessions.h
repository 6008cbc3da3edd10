// Logins: nonces that are used once, and sessions that end by time, by logging out, or with the
// key (docs/design/record.md section 8). In memory alone: a restart ends them. Safe in any thread.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/error.h"
#include "base/time.h"
#include "congress/state.h"
#include "crypto/random.h"
#include "homphieu/v1/api.pb.h"

namespace hp::service {

namespace v1 = homphieu::v1;

inline constexpr std::string_view kSessionType = "application/vnd.homphieu.session.v1+protobuf";
inline constexpr std::uint64_t kLongestSession = 12ull * 60 * 60 * 1000;  // ms
inline constexpr std::uint64_t kNonceLives = 5ull * 60 * 1000;            // ms

struct LoggedIn {
  Hash congress_id{};
  std::string person;
  Hash key_id{};
  Hash certificate{};  // of the connection; the session holds on no other server's
  UnixMs ends_at;
};

// Whom a login names, once it is checked: form, congress, certificate, end, a live key's signature
// by somebody with a role. Fails with `login_refused` and the field. The nonce is not looked at.
struct Login {
  Hash nonce{};
  LoggedIn session;
};
Result<Login> check_login(const congress::State& state, const v1::Envelope& envelope,
                          const Hash& certificate, UnixMs now);

class Sessions {
 public:
  Sessions(const Clock& clock, crypto::Random random);

  Hash new_nonce(const Hash& congress_id);
  // Whether the nonce was given for that congress, is not too old, and was not taken before.
  bool take_nonce(const Hash& congress_id, const Hash& nonce);

  // The token of a new session, for `Authorization: Bearer`.
  std::string begin(LoggedIn session);
  // The session that runs under the token; nothing where it is over.
  std::optional<LoggedIn> find(std::string_view token) const;
  void end(std::string_view token);

 private:
  struct Nonce {
    Hash congress_id{};
    UnixMs made;
  };
  Hash random_hash() const;

  const Clock& clock_;
  const crypto::Random random_;
  mutable std::mutex mutex_;
  std::map<Hash, Nonce> nonces_;
  std::map<Hash, LoggedIn> sessions_;  // by SHA-256 of the token
};

}  // namespace hp::service

#include "service/sessions.h"

#include "base/hex.h"
#include "crypto/hash.h"
#include "crypto/signing.h"
#include "journal/canonical.h"
#include "journal/envelope.h"
#include "service/codes.h"

namespace hp::service {
namespace {

// Callers without a login can ask for nonces: the oldest give way.
constexpr std::size_t kMostNonces = 20'000;
constexpr std::size_t kMostSessions = 20'000;

template <class Map, class Over>
void make_room(Map& map, std::size_t most, Over over) {
  std::erase_if(map, [&](const auto& one) { return over(one.second); });
  // Keys are random, so which goes is, too.
  while (map.size() >= most) map.erase(map.begin());
}

}  // namespace

Result<Login> check_login(const congress::State& state, const v1::Envelope& envelope,
                          const Hash& certificate, UnixMs now) {
  const auto refuse = [](const char* where) { return fail(codes::kLoginRefused, where); };
  if (envelope.payload_type() != kSessionType) return refuse("payload_type");
  const auto decoded = journal::decode_canonical<v1::Session>(view(envelope.payload()));
  if (!decoded) return refuse("payload");
  const v1::Session& session = *decoded;
  if (envelope.signatures_size() != 1 || envelope.signatures(0).key_id().size() != 32) {
    return refuse("signatures");
  }
  if (session.nonce().size() != 32) return refuse("nonce");
  if (!equal(view(session.congress_id()), state.congress_id)) return refuse("congress_id");
  if (!equal(view(session.certificate()), certificate)) return refuse("certificate");
  if (session.ends_at() <= now.value || session.ends_at() - now.value > kLongestSession) {
    return refuse("ends_at");
  }
  const Hash key_id = array_of<32>(view(envelope.signatures(0).key_id()));
  const congress::OfficialPerson* person = congress::person_of_key(state, key_id);
  if (person == nullptr || person->roles.empty()) return refuse("signatures[0].key_id");
  const Bytes message = journal::pre_authentication(kSessionType, view(envelope.payload()));
  if (!crypto::verify_signature(person->key, message, view(envelope.signatures(0).signature()))) {
    return refuse("signatures[0].signature");
  }
  return Login{array_of<32>(view(session.nonce())),
               {state.congress_id, person->person, key_id, certificate, UnixMs{session.ends_at()}}};
}

Sessions::Sessions(const Clock& clock, crypto::Random random)
    : clock_(clock), random_(std::move(random)) {}

Hash Sessions::random_hash() const {
  Hash out{};
  random_(out);
  return out;
}

Hash Sessions::new_nonce(const Hash& congress_id) {
  const Hash nonce = random_hash();
  const UnixMs now = clock_.now();
  const std::lock_guard lock(mutex_);
  if (nonces_.size() >= kMostNonces) {
    make_room(nonces_, kMostNonces,
              [&](const Nonce& one) { return one.made.value + kNonceLives < now.value; });
  }
  nonces_.emplace(nonce, Nonce{congress_id, now});
  return nonce;
}

bool Sessions::take_nonce(const Hash& congress_id, const Hash& nonce) {
  const UnixMs now = clock_.now();
  const std::lock_guard lock(mutex_);
  const auto found = nonces_.find(nonce);
  if (found == nonces_.end()) return false;
  const Nonce one = found->second;
  nonces_.erase(found);
  return one.congress_id == congress_id && one.made.value + kNonceLives >= now.value;
}

std::string Sessions::begin(LoggedIn session) {
  const std::string token = to_hex(random_hash());
  const UnixMs now = clock_.now();
  const std::lock_guard lock(mutex_);
  make_room(sessions_, kMostSessions, [&](const LoggedIn& one) { return one.ends_at <= now; });
  sessions_.emplace(crypto::sha256(view(token)), std::move(session));
  return token;
}

std::optional<LoggedIn> Sessions::find(std::string_view token) const {
  const Hash key = crypto::sha256(view(token));
  const UnixMs now = clock_.now();
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(key);
  if (found == sessions_.end() || found->second.ends_at <= now) return std::nullopt;
  return found->second;
}

void Sessions::end(std::string_view token) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(crypto::sha256(view(token)));
}

}  // namespace hp::service

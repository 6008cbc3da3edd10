// The official minutes of one congress while people sign them, kept beside the journal: every
// revision of each paper, and the signatures of each JSON (docs/design/minutes.md section 3).
//
// The paper goes from one signer to the next: who begins has it for three minutes, by the server's
// clock. A restart ends a turn that has begun; what was finished stays. Minutes that are declared
// again are other minutes, and begin with an empty paper. Safe in any thread.
//
// Folder: roots.pem; <SHA-256 of the JSON>/paper-<n>.pdf, <n> from 1; json-<fingerprint>.p7s.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "attest/sign.h"
#include "crypto/random.h"
#include "homphieu/v1/signing.pb.h"

namespace hp::service {

namespace v1 = homphieu::v1;

inline constexpr std::uint64_t kTurnLasts = 3ull * 60 * 1000;  // ms

using TurnId = std::array<std::uint8_t, 16>;

class SigningDesk {
 public:
  // The folder is made with the first thing that is kept. `fonts` may be null: then every call
  // that needs a paper fails with `server_fonts`.
  SigningDesk(std::filesystem::path folder, const pdf::Fonts* fonts, crypto::Random random);

  // Fail with `signing_roots_invalid`, `signing_roots_fewer`, `data_folder`.
  Result<void> set_roots(const std::vector<pki::Certificate>& roots);
  Result<std::vector<pki::Certificate>> roots();

  // Each of the following takes the minutes' JSON as the record gives it now, and fails with
  // `signing_roots_missing`, `server_fonts`, `data_folder`, or with what attest says is wrong with
  // a kept paper.
  struct Shown {
    Bytes pdf;
    v1::SigningState state;
  };
  Result<Shown> show(const std::string& json, UnixMs now);

  struct Begun {
    TurnId id{};
    attest::Turn turn;
    Hash paper{};
    UnixMs at, until;
  };
  // Fails with `paper_held`, and as attest::begin_paper.
  Result<Begun> begin(const std::string& json, const std::string& person, const attest::Who& who,
                      UnixMs now);
  // The same again is answered as the first time. Fails with `signing_turn_over`, and as
  // attest::finish_paper; then the turn goes on.
  Result<v1::SigningState> finish(const std::string& json, const TurnId& id, ByteView signature,
                                  UnixMs now);
  Result<void> give_up(const std::string& json, const TurnId& id);

  // Fail with `paper_held`, and as attest::check_upload, take_timestamp and check_json.
  Result<v1::SigningState> upload(const std::string& json, const std::string& person, ByteView pdf,
                                  UnixMs now);
  Result<v1::SigningState> add_timestamp(const std::string& json, const std::string& person,
                                         ByteView request, ByteView response, UnixMs now);
  Result<v1::SigningState> add_json_signature(const std::string& json, ByteView cms, UnixMs now);
  Result<std::vector<Bytes>> json_signatures(const std::string& json);

 private:
  struct Held {
    std::string person;
    TurnId id{};
    attest::Turn turn;
    UnixMs until;
  };
  // One minutes' paper and signatures, as they are on disk.
  struct Kept {
    Hash hash{};
    std::string json;
    attest::Minutes minutes;
    Bytes pdf;
    std::uint32_t revision = 0;
    std::set<std::string> on_paper;        // fields that are signed
    std::map<std::string, Bytes> on_json;  // by fingerprint of the certificate
    std::set<std::string> json_missing;    // fields of people who did not sign the JSON
    std::optional<Held> held;
    std::optional<TurnId> finished;  // the turn that made the newest revision
  };

  Result<attest::Against> against(const std::string& json);
  Result<Kept*> find(const std::string& json);
  Result<Kept> load(const std::string& json, const Hash& hash);
  Result<void> read_signatures(Kept& kept);
  Result<void> read_paper(Kept& kept);
  // Who has not signed the JSON, where every one of these signatures holds.
  Result<std::set<std::string>> check_json_signatures(const Kept& kept,
                                                      const std::map<std::string, Bytes>& all);
  Result<void> keep_paper(Kept& kept, Bytes pdf);
  Result<void> keep_json_signature(Kept& kept, ByteView cms);
  Result<void> load_roots();
  bool anything_signed() const;
  std::filesystem::path folder_of(const Kept& kept) const;
  static v1::SigningState state_of(const Kept& kept, UnixMs now);

  const std::filesystem::path folder_;
  const pdf::Fonts* const fonts_;
  const crypto::Random random_;
  std::mutex mutex_;
  std::optional<std::vector<pki::Certificate>> roots_;  // once read
  std::map<Hash, Kept> kept_;                           // by the hash of the JSON
};

}  // namespace hp::service

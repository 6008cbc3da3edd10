// Keyed papers on their way: each is signed, stands on this machine's disk before it is sent, and
// the same bytes are sent until the record has them or the server has refused them for good.
//
//   HP_ASSIGN(auto outbox, Outbox::open(folder));
//   HP_ASSIGN(auto number, outbox->put(envelope));
//   HP_ASSIGN(const Sent sent, send(*outbox, number, post, now));
//
// A folder of files `<number>.waiting`, each the canonical bytes of one envelope; a refused one is
// renamed to `<number>.refused.<code>` and stays for whoever asks what was keyed. One program at a
// time; safe in any thread.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/time.h"
#include "client/hall_client.h"

namespace hp::client {

struct Outgoing {
  Bytes envelope;
  v1::Command command;  // what is in it
};

class Outbox {
 public:
  // The folder is made where there is none, for its owner alone. What a crash left half-written
  // was never promised to anybody and is removed. Fails with `outbox_folder`, `outbox_in_use`,
  // `outbox_damaged` (the file is named).
  static Result<std::unique_ptr<Outbox>> open(const std::filesystem::path& folder);
  ~Outbox();
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;

  // On disk, complete and synced, when it returns. Numbers ascend, also over runs.
  // Fails with `outbox_folder`; then nothing is there.
  Result<std::uint64_t> put(const v1::Envelope& envelope);
  // The same number with other bytes: signed anew.
  Result<void> replace(std::uint64_t number, const v1::Envelope& envelope);
  // The record has it.
  Result<void> remove(std::uint64_t number);
  Result<void> set_aside(std::uint64_t number, const std::string& code);

  // Oldest first.
  std::map<std::uint64_t, Outgoing> waiting() const;
  std::optional<Outgoing> find(std::uint64_t number) const;
  const std::filesystem::path& folder() const { return folder_; }

 private:
  Outbox(std::filesystem::path folder, int lock) : folder_(std::move(folder)), lock_(lock) {}
  Result<void> read_folder();
  std::filesystem::path file_of(std::uint64_t number) const;
  Result<void> write(std::uint64_t number, const v1::Envelope& envelope);

  const std::filesystem::path folder_;
  const int lock_;  // file descriptor
  mutable std::mutex mutex_;
  std::uint64_t last_ = 0;
  std::map<std::uint64_t, Outgoing> waiting_;
};

// How a letter gets to the server and what is asked there; a test's own, or of a HallClient.
struct Post {
  template <class T>
  using Answer = std::expected<T, Said>;
  std::function<Answer<Accepted>(ByteView envelope)> submit;
  std::function<Answer<Accepted>(const CommandId& id, ByteView envelope)> find;
  // The same body with a new id, the time and what is seen now.
  std::function<Result<v1::Envelope>(v1::Command command)> sign_anew;
};

struct Sent {
  enum class How {
    kAccepted,    // in the record, proved by a receipt
    kKnown,       // in the record already, as this person's own
    kRefused,     // for good; set aside
    kSignedAnew,  // the old bytes can't be taken any more: send it again
    kLater,       // no answer, or one that may change
  };
  How how = How::kLater;
  std::optional<Accepted> accepted;
  std::optional<Said> why;  // where it is neither accepted nor known
};

// Sends one of those that wait, once; nothing where it waits no more. A command that is too old or
// has not seen enough is looked up first, and signed anew only where the record does not have it.
// Fails as the outbox does, and as `sign_anew`.
Result<std::optional<Sent>> send(Outbox& outbox, std::uint64_t number, const Post& post,
                                 UnixMs now);

// A command that was signed less than this ago and is `signed_at_far` all the same: one of the two
// clocks is wrong, and to sign anew does not help.
inline constexpr std::uint64_t kJustSigned = 60'000;  // ms

}  // namespace hp::client

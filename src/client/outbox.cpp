#include "client/outbox.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/durable_file.h"
#include "client/station_codes.h"
#include "journal/canonical.h"
#include "journal/envelope.h"

namespace hp::client {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWaiting = ".waiting";
constexpr std::string_view kHalf = ".new";  // of replace_durable, left by a crash

std::unexpected<Error> unusable(const fs::path& path, std::error_code why = last_error()) {
  return fail(codes::kOutboxFolder, path.string(), why.message());
}

Result<Outgoing> read_outgoing(Bytes bytes) {
  Outgoing out;
  HP_ASSIGN(const v1::Envelope envelope, journal::decode_envelope(bytes));
  HP_ASSIGN(out.command, journal::decode_command(view(envelope.payload())));
  if (out.command.command_id().size() != sizeof(CommandId)) return fail(codes::kOutboxDamaged);
  out.envelope = std::move(bytes);
  return out;
}

// The number that a file's name begins with.
std::optional<std::uint64_t> number_of(const std::string& name) {
  std::uint64_t out = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), out);
  if (error != std::errc{} || end == name.data() + name.size() || *end != '.') return std::nullopt;
  return out;
}

}  // namespace

Result<std::unique_ptr<Outbox>> Outbox::open(const fs::path& folder) {
  std::error_code failed;
  if (!fs::exists(folder)) {
    fs::create_directories(folder, failed);
    if (failed) return fail(codes::kOutboxFolder, folder.string(), failed.message());
    fs::permissions(folder, fs::perms::owner_all, failed);
    if (failed) return fail(codes::kOutboxFolder, folder.string(), failed.message());
  }
  const fs::path lock_file = folder / "lock";
  const int lock = ::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) return unusable(lock_file);
  std::unique_ptr<Outbox> out(new Outbox(folder, lock));
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) return fail(codes::kOutboxInUse, folder.string());
  HP_TRY(out->read_folder());
  return out;
}

Outbox::~Outbox() {
  ::close(lock_);
}

std::map<std::uint64_t, Outgoing> Outbox::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_;
}

std::optional<Outgoing> Outbox::find(std::uint64_t number) const {
  const std::lock_guard lock(mutex_);
  const auto found = waiting_.find(number);
  return found == waiting_.end() ? std::nullopt : std::optional(found->second);
}

Result<void> Outbox::read_folder() {
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder_, failed)) {
    const std::string name = entry.path().filename().string();
    const auto number = number_of(name);
    if (!number) continue;
    last_ = std::max(last_, *number);
    if (name.ends_with(kHalf)) {
      if (::unlink(entry.path().c_str()) != 0) return unusable(entry.path());
    } else if (name.ends_with(kWaiting)) {
      std::ifstream in(entry.path(), std::ios::binary);
      Bytes bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      if (in.bad()) return unusable(entry.path());
      auto outgoing = read_outgoing(std::move(bytes));
      if (!outgoing) return fail(codes::kOutboxDamaged, entry.path().string());
      waiting_.emplace(*number, *std::move(outgoing));
    }
  }
  if (failed) return fail(codes::kOutboxFolder, folder_.string(), failed.message());
  return {};
}

fs::path Outbox::file_of(std::uint64_t number) const {
  std::string digits = std::to_string(number);
  digits.insert(0, digits.size() < 8 ? 8 - digits.size() : 0, '0');
  return folder_ / digits;
}

Result<void> Outbox::write(std::uint64_t number, const v1::Envelope& envelope) {
  HP_ASSIGN(Outgoing outgoing, read_outgoing(journal::encode_canonical(envelope)));
  fs::path file = file_of(number);
  file += kWaiting;
  if (const auto failed = replace_durable(file, outgoing.envelope)) return unusable(file, failed);
  waiting_.insert_or_assign(number, std::move(outgoing));
  return {};
}

Result<std::uint64_t> Outbox::put(const v1::Envelope& envelope) {
  const std::lock_guard lock(mutex_);
  HP_TRY(write(last_ + 1, envelope));
  return ++last_;
}

Result<void> Outbox::replace(std::uint64_t number, const v1::Envelope& envelope) {
  const std::lock_guard lock(mutex_);
  return write(number, envelope);
}

Result<void> Outbox::remove(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  fs::path file = file_of(number);
  file += kWaiting;
  if (::unlink(file.c_str()) != 0) return unusable(file);
  waiting_.erase(number);
  return {};  // a crash before the folder is synced: sent again, and known to the record
}

Result<void> Outbox::set_aside(std::uint64_t number, const std::string& code) {
  const std::lock_guard lock(mutex_);
  fs::path from = file_of(number), to = from;
  from += kWaiting;
  to += ".refused." + code;
  if (const auto failed = rename_durable(from, to)) return unusable(to, failed);
  waiting_.erase(number);
  return {};
}

namespace {

// An answer of the server about the command itself, which stays the same however often it is
// asked. What only the network, the server's limits or this side says is none.
bool is_for_good(const Said& said) {
  if (!said.by_server) return false;
  const std::string& code = said.words.code;
  if (code.empty() || code.starts_with("http_") || code.starts_with("rpc_")) return false;
  switch (said.words.status) {
    case Status::kInvalidArgument:
    case Status::kNotFound:
    case Status::kAlreadyExists:
    case Status::kPermissionDenied:
    case Status::kFailedPrecondition:
    case Status::kAborted:
    case Status::kOutOfRange:
    case Status::kUnimplemented:
      return true;
    default:
      return false;
  }
}

// The person's own entry of that paper is in the record: an older one of these same marks whose
// receipt was lost.
bool is_own_entry(const v1::Command& command, const std::string& code) {
  return code == "sheet_keyed" && command.has_key_sheets() &&
         std::ranges::none_of(command.key_sheets().sheets(), &v1::KeyedSheet::again);
}

bool is_just_signed(const v1::Command& command, UnixMs now) {
  const std::uint64_t at = command.signed_at();
  return (at < now.value ? now.value - at : at - now.value) < kJustSigned;
}

Result<Sent> sign_anew(Outbox& outbox, std::uint64_t number, const Outgoing& outgoing,
                       const Post& post, Said why) {
  HP_ASSIGN(const v1::Envelope envelope, post.sign_anew(outgoing.command));
  HP_TRY(outbox.replace(number, envelope));
  return Sent{Sent::How::kSignedAnew, std::nullopt, std::move(why)};
}

Result<Sent> send_outgoing(Outbox& outbox, std::uint64_t number, const Outgoing& outgoing,
                           const Post& post, UnixMs now) {
  using enum Sent::How;
  auto answer = post.submit(outgoing.envelope);
  if (answer) {
    HP_TRY(outbox.remove(number));
    return Sent{kAccepted, *std::move(answer), std::nullopt};
  }
  Said why = std::move(answer).error();
  const std::string& code = why.words.code;
  if (is_own_entry(outgoing.command, code)) {
    HP_TRY(outbox.remove(number));
    return Sent{kKnown, std::nullopt, std::nullopt};
  }
  if (why.by_server && (code == "signed_at_far" || code == "seen_stale")) {
    const CommandId id = array_of<16>(view(outgoing.command.command_id()));
    auto found = post.find(id, outgoing.envelope);
    if (found) {
      HP_TRY(outbox.remove(number));
      return Sent{kAccepted, *std::move(found), std::nullopt};
    }
    if (found.error().words.code != "command_not_found") {
      return Sent{kLater, std::nullopt, std::move(found).error()};
    }
    if (code == "signed_at_far" && is_just_signed(outgoing.command, now)) {
      return Sent{kLater, std::nullopt, std::move(why)};
    }
    return sign_anew(outbox, number, outgoing, post, std::move(why));
  }
  if (!is_for_good(why)) return Sent{kLater, std::nullopt, std::move(why)};
  HP_TRY(outbox.set_aside(number, code));
  return Sent{kRefused, std::nullopt, std::move(why)};
}

}  // namespace

Result<std::optional<Sent>> send(Outbox& outbox, std::uint64_t number, const Post& post,
                                 UnixMs now) {
  const std::optional<Outgoing> outgoing = outbox.find(number);
  if (!outgoing) return std::nullopt;
  HP_ASSIGN(Sent sent, send_outgoing(outbox, number, *outgoing, post, now));
  return sent;
}

}  // namespace hp::client

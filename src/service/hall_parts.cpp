#include "service/hall_parts.h"

#include <utility>

#include "base/hex.h"
#include "congress/views.h"
#include "journal/sqlite_journal.h"
#include "service/codes.h"

namespace hp::service {
namespace {

// Papers that wait to be made; each can be some megabytes.
constexpr std::size_t kPapersWaiting = 16;

}  // namespace

HallParts::HallParts(HallOptions options_, DataFolder folder_)
    : options(std::move(options_)),
      folder(std::move(folder_)),
      sessions(*options.clock, options.random),
      watchers(options.watch_interval),
      pool(options.workers, options.waiting),
      printers(1, kPapersWaiting) {}

HallParts::~HallParts() {
  stop();
}

void HallParts::stop() {
  printers.stop();
  pool.stop();
  for (House* house : all()) house->stop();
  watchers.stop();
}

Result<House*> HallParts::house(const std::string& congress_id) const {
  if (congress_id.size() != sizeof(Hash)) return fail(codes::kRequestField, "congress_id");
  const std::shared_lock lock(mutex_);
  const auto found = houses_.find(array_of<32>(view(congress_id)));
  if (found == houses_.end()) return fail(codes::kCongressUnknown, "congress_id");
  return found->second.get();
}

std::vector<House*> HallParts::all() const {
  std::vector<House*> out;
  const std::shared_lock lock(mutex_);
  for (const auto& [id, house] : houses_) out.push_back(house.get());
  return out;
}

void HallParts::add(std::unique_ptr<House> house) {
  const std::unique_lock lock(mutex_);
  houses_.emplace(house->id(), std::move(house));
}

Result<std::unique_ptr<House>> HallParts::open(const std::filesystem::path& path,
                                               crypto::LogKey key) {
  HP_ASSIGN(std::unique_ptr<journal::Journal> journal,
            options.open_journal ? options.open_journal(path)
                                 : journal::open_sqlite_journal(path / "journal.db"));
  CommitterOptions committing;
  committing.window = options.commit_window;
  committing.log = options.log;
  committing.committed = [this] { watchers.notify(); };
  return House::open({std::move(journal), std::move(key), *options.clock, pool,
                      std::move(committing),
                      static_cast<std::uint64_t>(options.keying_silence.count())});
}

Result<std::string> HallParts::caller(const rpc::Call& call, const House& house) const {
  if (call.bearer.empty()) return std::string();
  const auto session = sessions.find(call.bearer);
  if (!session || session->congress_id != house.id() ||
      session->certificate != call.server_certificate) {
    return fail(codes::kSessionOver);
  }
  const bool alive = house.book().read([&](const Book::Page& page) {
    const auto* person = congress::person_of_key(page.state, session->key_id);
    return person != nullptr && person->person == session->person;
  });
  if (!alive) return fail(codes::kSessionOver, "", "key");
  return session->person;
}

Result<std::string> HallParts::logged_in(const rpc::Call& call, const House& house) const {
  HP_ASSIGN(std::string person, caller(call, house));
  if (person.empty()) return fail(codes::kLoginNeeded);
  return person;
}

Result<void> HallParts::require(Thing thing, const rpc::Call& call, const House& house) const {
  HP_ASSIGN(const std::string person, caller(call, house));
  const bool may = house.book().read([&](const Book::Page& page) {
    return may_read(thing, viewers_of(page.state, person, nullptr), false);
  });
  if (may) return {};
  return person.empty() ? fail(codes::kLoginNeeded) : fail(codes::kReadNotAllowed);
}

SigningDesk& HallParts::desk(const House& house) {
  const std::unique_lock lock(mutex_);
  std::unique_ptr<SigningDesk>& desk = desks_[house.id()];
  if (!desk) {
    desk = std::make_unique<SigningDesk>(folder.congress_folder(house.id()) / "papers",
                                         options.fonts.get(), options.random);
  }
  return *desk;
}

Result<ReadRound> round_to_read(const HallParts& hall, const rpc::Call& call,
                                const std::string& congress_id, const std::string& contest,
                                std::uint32_t round) {
  ReadRound out;
  HP_ASSIGN(out.house, hall.house(congress_id));
  HP_ASSIGN(out.person, hall.caller(call, *out.house));
  out.state = out.house->book().snapshot();
  HP_ASSIGN(out.round, congress::round_or_newest(*out.state, contest, round));
  const Viewers viewers = viewers_of(*out.state, out.person, out.round);
  if (may_read(Thing::kResult, viewers, is_told(*out.round))) return out;
  return out.person.empty() ? fail(codes::kLoginNeeded) : fail(codes::kReadNotAllowed, "contest");
}

std::string path_of(std::string_view method) {
  return "/homphieu.v1.CongressService/" + std::string(method);
}

}  // namespace hp::service

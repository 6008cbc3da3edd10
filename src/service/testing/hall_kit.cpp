#include "service/testing/hall_kit.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/hex.h"
#include "congress/frontier.h"
#include "congress/prepare.h"
#include "journal/canonical.h"
#include "journal/checkpoint.h"
#include "journal/envelope.h"
#include "journal/receipt.h"
#include "journal/tree.h"
#include "service/data_folder.h"
#include "service/sessions.h"

namespace hp::service {
namespace {

[[noreturn]] void give_up(const std::string& what, const Error& error) {
  std::fprintf(stderr, "the test's ground was refused: %s: %s\n", what.c_str(),
               describe(error, Language::kEnglish).c_str());
  std::abort();
}

template <class T>
T need(Result<T> result, const std::string& what) {
  if (!result) give_up(what, result.error());
  return std::move(*result);
}

std::filesystem::path fresh_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "homphieu-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) std::abort();
  return name;
}

}  // namespace

TestHall::TestHall() {
  options.data = fresh_folder();
  options.clock = &clock;
  options.commit_window = std::chrono::milliseconds(0);
  options.watch_interval = std::chrono::milliseconds(1);
  options.open_journal = [this](const std::filesystem::path& folder) {
    const std::lock_guard lock(mutex_);
    auto& store = stores_[folder.filename().string()];
    if (store == nullptr) {
      store = std::make_shared<journal::MemoryStore>();
      if (next_store_fails != journal::MemoryFault::kNone) store->next(next_store_fails);
    }
    return Result<std::unique_ptr<journal::Journal>>(
        std::make_unique<journal::MemoryJournal>(store));
  };
  options.log = [this](std::string_view line) {
    const std::lock_guard lock(mutex_);
    lines_.emplace_back(line);
  };
  restart();
  setup_code = hall->setup_code();
}

TestHall::~TestHall() {
  close();
  std::filesystem::remove_all(options.data);
}

void TestHall::close() {
  registry.reset();
  hall.reset();
}

Result<void> TestHall::reopen() {
  close();
  HP_ASSIGN(hall, Hall::open(options));
  registry = std::make_unique<rpc::Registry>();
  hall->add_methods(*registry);
  return {};
}

void TestHall::restart() {
  if (const auto opened = reopen(); !opened) give_up("open", opened.error());
}

std::shared_ptr<journal::MemoryStore> TestHall::store() const {
  const std::lock_guard lock(mutex_);
  return stores_.size() == 1 ? stores_.begin()->second : nullptr;
}

std::vector<std::string> TestHall::lines() const {
  const std::lock_guard lock(mutex_);
  return lines_;
}

crypto::LogKey TestHall::log_key(const Hash& congress) const {
  return need(read_log_key(options.data / "congresses" / to_hex(congress)), "log key");
}

void TestHall::cut_to(std::uint64_t entries) {
  const auto old = store();
  journal::MemoryJournal from(old);
  journal::Batch batch;
  journal::Tree tree;
  for (const Bytes& envelope : need(from.read(0, static_cast<std::uint32_t>(entries)), "read")) {
    batch.records.push_back({array_of<16>(journal::leaf_hash(envelope)), Hash{}, envelope});
    tree.add(journal::leaf_hash(envelope));
  }
  const std::lock_guard lock(mutex_);
  auto& [folder, kept] = *stores_.begin();
  const Hash id = need(hash_from_hex(folder), "id");
  batch.checkpoint = journal::sign_checkpoint(id, tree.head(), log_key(id));
  const auto fresh = std::make_shared<journal::MemoryStore>();
  journal::MemoryJournal to(fresh);
  const auto epoch = need(to.take_lead(), "lead");
  if (to.append(epoch, batch) != journal::Appended::kDurable) std::abort();
  for (const char* shelf : {"cosignatures", "proposals"}) {
    for (const auto& [key, value] : need(from.kept(shelf), shelf)) {
      if (!to.keep(shelf, key, value)) std::abort();
    }
  }
  kept = fresh;
}

Meeting::Meeting(TestHall& hall, const Change& change)
    : hall_(hall), state_(congress::empty_state()) {
  v1::NewLogKeyRequest log_key;
  log_key.set_setup_code(hall.setup_code);
  v1::Command command = congress::found_command();
  v1::FoundCongress& body = *command.mutable_found_congress();
  body.set_log_key(
      need(hall.call<v1::NewLogKeyResponse>("NewLogKey", log_key), "NewLogKey").log_key());
  for (v1::Official& one : *body.mutable_officials()) {
    one.set_key(to_string(key(one.person()).point()));
  }
  change(body);
  const v1::Envelope envelope = seal(fill(std::move(command)), {"s1", "s2"});
  v1::FoundRequest request;
  request.set_setup_code(hall.setup_code);
  *request.mutable_envelope() = envelope;
  id_ = need(hall.call<v1::Receipt>("Found", request), "Found").congress_id();
  fold(envelope);
}

void Meeting::enrol_all() {
  const auto enrol = [&](const std::string& person, v1::Role role) {
    v1::Command command = congress::enrol_command(person, {role});
    command.mutable_enrol_official()->mutable_official()->set_key(to_string(key(person).point()));
    const bool presidium = congress::count_role(state_, v1::ROLE_PRESIDIUM) > 0;
    must(std::move(command), {"s1", presidium ? "p1" : "s2", person});
  };
  for (const char* one : {"p1", "p2"}) enrol(one, v1::ROLE_PRESIDIUM);
  for (const char* one : {"r1", "r2"}) enrol(one, v1::ROLE_CREDENTIALS);
  for (const char* one : {"c1", "c2", "c3"}) enrol(one, v1::ROLE_COUNTING);
  for (const char* one : {"t1", "t2", "t3"}) enrol(one, v1::ROLE_TRUSTEE);
  enrol("h1", v1::ROLE_HELPER);
  enrol("o1", v1::ROLE_OBSERVER);
}

void Meeting::seat(int people) {
  must(congress::import_command(people), {"r1"});
  must(congress::confirm_roll_command(state_), {"r1", "r2"});
  v1::Command arrived;
  for (int i = 1; i <= people; ++i) {
    v1::AttendanceEntry& one = *arrived.mutable_record_attendance()->add_entries();
    one.set_person("d" + std::to_string(i));
    one.mutable_arrived();
  }
  must(std::move(arrived), {"r1"});
}

const congress::TestSigner& Meeting::key(const std::string& person) {
  return keys_[person];
}

v1::Command Meeting::fill(v1::Command command) {
  if (command.command_id().empty()) {
    std::string id = std::to_string(++commands_) + "/" + std::to_string(state_.size);
    id.resize(16, '#');
    command.set_command_id(id);
  }
  if (!command.has_found_congress()) {
    if (command.congress_id().empty()) command.set_congress_id(id_);
    if (!command.has_seen()) {
      command.mutable_seen()->set_size(state_.size);
      command.mutable_seen()->set_root(to_string(state_.roots.back()));
    }
  }
  if (!command.has_cast_ballot() && command.signed_at() == 0) {
    command.set_signed_at(hall_.clock.now().value);
  }
  return command;
}

v1::Envelope Meeting::seal(const v1::Command& command, const std::vector<std::string>& signers) {
  std::vector<const congress::TestSigner*> keys;
  for (const std::string& one : signers) keys.push_back(&key(one));
  const Bytes bytes = congress::sealed(command, keys);
  v1::Envelope envelope;
  envelope.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
  return envelope;
}

Result<v1::Receipt> Meeting::submit(const v1::Envelope& envelope) {
  auto request = about<v1::SubmitRequest>(*this);
  *request.mutable_envelope() = envelope;
  return hall_.call<v1::Receipt>("Submit", request);
}

Result<v1::Receipt> Meeting::send(v1::Command command, const std::vector<std::string>& signers) {
  const v1::Envelope envelope = seal(fill(std::move(command)), signers);
  HP_ASSIGN(v1::Receipt receipt, submit(envelope));
  fold(envelope);
  return receipt;
}

v1::Receipt Meeting::must(v1::Command command, const std::vector<std::string>& signers) {
  const std::string what = command.ShortDebugString();
  return need(send(std::move(command), signers), what);
}

void Meeting::fold(const v1::Envelope& envelope) {
  congress::Entry entry =
      need(congress::prepare(state_, envelope, congress::BallotChecking::kOwnPrefix), "prepare");
  entry.index = state_.size;
  const auto checked = congress::check(state_, entry);
  if (!checked) give_up("fold", checked.error());
  congress::apply(state_, entry);
}

void Meeting::follow() {
  auto request = about<v1::GetEntriesRequest>(*this);
  const std::string token = log_in("o1");
  while (true) {
    request.set_from(state_.size);
    request.set_count(200);
    const auto some =
        need(hall_.call<v1::GetEntriesResponse>("GetEntries", request, token), "read");
    if (some.entries().empty()) return;
    for (const std::string& one : some.entries()) {
      v1::Envelope envelope;
      envelope.ParseFromString(one);
      fold(envelope);
    }
  }
}

v1::GetNonceRequest Meeting::nonce_request() const {
  return about<v1::GetNonceRequest>(*this);
}

v1::Envelope Meeting::login(const std::string& person, std::uint64_t hours) {
  v1::Session session;
  session.set_nonce(
      need(hall_.call<v1::GetNonceResponse>("GetNonce", nonce_request()), "GetNonce").nonce());
  session.set_congress_id(id_);
  session.set_certificate(to_string(hall_.certificate));
  session.set_ends_at(hall_.clock.now().value + hours * 3'600'000);
  v1::Envelope envelope;
  envelope.set_payload_type(std::string(kSessionType));
  envelope.set_payload(to_string(journal::encode_canonical(session)));
  const Bytes message = journal::pre_authentication(kSessionType, view(envelope.payload()));
  journal::add_signature(envelope, key(person).key_id(), key(person).sign(message));
  return envelope;
}

std::string Meeting::log_in(const std::string& person) {
  auto request = about<v1::LogInRequest>(*this);
  *request.mutable_envelope() = login(person);
  return need(hall_.call<v1::LogInResponse>("LogIn", request), "LogIn").token();
}

v1::Overview Meeting::overview() const {
  return need(hall_.call<v1::Overview>("GetOverview", about<v1::GetOverviewRequest>(*this)),
              "GetOverview");
}

::testing::AssertionResult proves(const Meeting& meeting, const v1::Receipt& receipt,
                                  const v1::Envelope& envelope) {
  journal::Receipt plain;
  plain.congress_id = array_of<32>(view(receipt.congress_id()));
  plain.command_id = array_of<16>(view(receipt.command_id()));
  plain.index = receipt.index();
  for (const std::string& one : receipt.inclusion()) {
    plain.inclusion.push_back(array_of<32>(view(one)));
  }
  plain.checkpoint = receipt.checkpoint();
  const auto checked = journal::check_receipt(plain, journal::encode_canonical(envelope),
                                              view(meeting.state().founding.log_key()));
  if (checked) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << describe(checked.error(), Language::kEnglish);
}

}  // namespace hp::service

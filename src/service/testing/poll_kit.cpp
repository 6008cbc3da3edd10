#include "service/testing/poll_kit.h"

#include <cstdlib>

#include "base/hex.h"
#include "congress/contest_env.h"
#include "congress/fold.h"
#include "congress/views.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "crypto/signing.h"
#include "journal/canonical.h"
#include "journal/tree.h"
#include "rules/profile.h"

namespace hp::service {
namespace {

// One name, one seat: agree, disagree, b; three bits of two values and a total of one.
constexpr std::size_t kColumns = 3;
constexpr std::size_t kBranches = 7;
constexpr std::string_view kGenerator =
    "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
    "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

Bytes well_formed() {
  const Bytes point = from_hex(kGenerator).value();
  Bytes scalar(32);
  scalar.back() = 1;
  Bytes out;
  for (std::size_t i = 0; i < 2 * kColumns; ++i) append(out, point);
  for (std::size_t i = 0; i < kBranches; ++i) {
    for (const ByteView part :
         {ByteView(point), ByteView(point), ByteView(scalar), ByteView(scalar)}) {
      append(out, part);
    }
  }
  return out;
}

v1::ContestDefinition poll_definition() {
  v1::ContestDefinition out;
  out.set_contest("c");
  out.set_office(v1::OFFICE_SECRETARY);
  out.set_body("Ban Chấp hành");
  out.set_round(1);
  out.set_ballot(1);
  auto& candidate = *out.add_candidates();
  candidate.set_person("d1");
  candidate.set_name("Đại biểu 1");
  out.set_seats(1);
  out.set_places(v1::PLACES_OFFICIAL);
  out.set_minimum(2);
  return out;
}

}  // namespace

Poll::Poll() : key_(crypto::LogKey::generate(crypto::system_random())) {}

Poll Poll::like(const Poll& other) {
  Poll out;
  out.state = other.state;
  return out;
}

Poll::Poll(std::size_t cards) : key_(crypto::LogKey::generate(crypto::system_random())) {
  auto kit = congress::TestCongress::present(static_cast<int>(cards));
  state = std::move(kit.state);
  for (std::size_t i = 0; i < cards; ++i) {
    state.cards.keys[congress::key_id_of(voter(i))] = voter(i);
  }
  congress::Round round;
  const v1::ContestDefinition approved = poll_definition();
  round.definition.contest = "c";
  round.definition.office = rules::Office::kSecretary;
  round.definition.candidates = {{"d1", "Đại biểu 1"}};
  round.definition.seats = 1;
  round.definition.minimum = 2;
  round.definition.bytes = journal::encode_canonical(approved);
  round.phase = congress::Phase::kOpen;
  round.counters.emplace();
  round.counters->head = "c1";
  for (const char* one : {"c1", "c2", "c3"}) {
    round.counters->all.push_back({one, std::string("Đồng chí ") + one});
  }
  round.attendance.emplace();
  round.attendance->present = static_cast<std::uint32_t>(cards);
  round.opening.emplace();
  round.opening->when.index = state.size - 1;
  round.opening->ctx[0] = 7;
  auto& contest = state.contests["c"];
  contest.id = "c";
  contest.office = rules::Office::kSecretary;
  contest.rounds.push_back(std::move(round));
}

congress::KeyPoint Poll::voter(std::size_t card) const {
  // A point of the curve: a ballot's voter is decoded.
  std::array<std::uint8_t, 32> scalar{};
  scalar[30] = static_cast<std::uint8_t>(card >> 8);
  scalar[31] = static_cast<std::uint8_t>(card);
  scalar[0] = 1;
  return crypto::SigningKey::from_scalar(scalar).value().point();
}

congress::Entry Poll::entry(v1::Command command, const std::vector<std::string>& signers) const {
  congress::TestCongress kit;
  kit.state = state;
  return kit.entry(std::move(command), signers);
}

congress::Entry Poll::ballot(std::size_t card) const {
  static const Bytes kBallot = well_formed();
  congress::Entry out;
  std::string id = "ballot/" + std::to_string(card);
  id.resize(16, '#');
  out.command.set_command_id(id);
  out.command.set_congress_id(to_string(state.congress_id));
  const congress::Head opened = *congress::opening_head(state, round());
  out.command.mutable_seen()->set_size(opened.size);
  out.command.mutable_seen()->set_root(to_string(opened.root));
  auto& body = *out.command.mutable_cast_ballot();
  body.set_contest("c");
  body.set_round(1);
  out.payload_hash = crypto::sha256(view(id));
  out.leaf_hash = journal::leaf_hash(view(id));
  out.key_ids = {congress::key_id_of(voter(card))};
  congress::BallotContext context;
  context.ctx = round().opening->ctx;
  context.key = from_hex(kGenerator).value();
  context.voter = voter(card);
  context.shape = congress::ballot_shape(1, 1, false).value();
  auto taken = congress::take_ballot(context, kBallot);
  if (!taken) std::abort();
  out.ballot = *taken;
  return out;
}

congress::Entry Poll::close() const {
  v1::Command command;
  command.set_command_id("close the contest");
  command.mutable_command_id()->resize(16);
  command.mutable_close_contest()->set_contest("c");
  command.mutable_close_contest()->set_round(1);
  return entry(std::move(command), {"c1", "p1"});
}

congress::Entry Poll::enrol(const std::string& person) const {
  v1::Command command = congress::enrol_command(person, {v1::ROLE_OBSERVER});
  std::string id = "enrol/" + person;
  id.resize(16, '#');
  command.set_command_id(id);
  return entry(std::move(command), {"s1", "p1", person});
}

void Poll::cast(std::size_t card) {
  congress::Entry one = ballot(card);
  one.index = state.size;
  if (!congress::check(state, one)) std::abort();
  congress::apply(state, one);
}

void Poll::begin(std::shared_ptr<journal::MemoryStore> store, CommitterOptions options) {
  // What came before is in the journal, as a record of nothing but its place.
  if (store == nullptr) store = std::make_shared<journal::MemoryStore>();
  journal = std::make_unique<journal::MemoryJournal>(store);
  const journal::Epoch epoch = journal->take_lead().value();
  Book::Page page;
  page.state = state;
  journal::Batch before;
  for (const auto& [id, payload] : state.commands) {
    before.records.push_back({id, payload, to_bytes(id)});
    page.index.emplace(id, page.tree.size());
    page.tree.add(journal::leaf_hash(id));
  }
  before.checkpoint = "before";
  journal::MemoryJournal first(store);
  if (first.append(epoch, before) != journal::Appended::kDurable) std::abort();
  book = std::make_unique<Book>(std::move(page));
  committer = std::make_unique<Committer>(*journal, epoch, *book, key_, std::move(options));
}

Answered Poll::send(congress::Entry entry) {
  auto promise = std::make_shared<std::promise<Result<v1::Receipt>>>();
  auto out = promise->get_future();
  Bytes envelope = to_bytes(view(entry.command.command_id()));
  committer->add(std::move(entry), std::move(envelope),
                 [promise](Result<v1::Receipt> answer) { promise->set_value(std::move(answer)); });
  return out;
}

bool Poll::in_journal(const congress::Entry& entry) const {
  return journal->find(array_of<16>(view(entry.command.command_id()))).value().has_value();
}

}  // namespace hp::service

// The network's side of a keying station.
#include <algorithm>
#include <utility>

#include "client/codes.h"
#include "client/station.h"
#include "client/station_codes.h"
#include "journal/checkpoint.h"

namespace hp::client {
namespace {

constexpr int kSigningsInARound = 3;
// Where a command that this station signed has its paper.
Paper paper_of(const v1::Command& command) {
  if (command.has_settle_sheet()) {
    const v1::SettleSheet& body = command.settle_sheet();
    return {body.batch(), body.opening(), 0, body.sheet(), false, false};
  }
  const v1::KeySheets& body = command.key_sheets();
  Paper out{body.batch(), body.opening(), body.count(), 0, false, false};
  if (body.sheets_size() > 0) {
    out.sheet = body.sheets(0).sheet();
    out.again = body.sheets(0).again();
  }
  return out;
}

std::string_view contest_of(const v1::Command& command) {
  return command.has_settle_sheet() ? command.settle_sheet().contest()
                                    : command.key_sheets().contest();
}

Said said_here(const Error& error) {
  Said out;
  out.words.status = error.code->status;
  out.words.code = error.code->name;
  out.words.field = error.where;
  out.words.vi = error.code->vi;
  out.words.en = error.code->en;
  out.words.detail = error.detail;
  return out;
}

bool same_place(const Paper& a, const Paper& b) {
  return a.batch == b.batch && a.opening == b.opening && a.count == b.count && a.sheet == b.sheet;
}

}  // namespace

template <class F>
auto Station::call(F made) -> Step<typename std::invoke_result_t<F>::value_type> {
  {
    const std::lock_guard lock(mutex_);
    view_.calling_since = setup_.clock->now();
  }
  auto answer = made();
  const std::lock_guard lock(mutex_);
  view_.calling_since.reset();
  if (answer) {
    if constexpr (std::is_void_v<typename std::invoke_result_t<F>::value_type>) {
      return {};
    } else {
      return *std::move(answer);
    }
  }
  if (answer.error().is(codes::kRecordForked)) view_.stopped = answer.error();
  return std::unexpected(hall_.said(answer.error()));
}

template <class Request>
Request Station::about(const v1::BatchInHand* given) const {
  Request out;
  out.set_congress_id(to_string(setup_.congress));
  out.set_contest(setup_.contest);
  out.set_round(view_.definition->round);  // written by this thread alone
  if constexpr (requires { out.set_opening(1); }) {
    out.set_batch(given->batch());
    out.set_count(given->count());
    out.set_opening(given->opening());
  }
  return out;
}

std::set<std::uint32_t> Station::waiting_sheets(const Hand& hand) const {
  std::set<std::uint32_t> out;
  for (const auto& [number, outgoing] : outbox_->waiting()) {
    const Paper paper = paper_of(outgoing.command);
    if (contest_of(outgoing.command) == setup_.contest && hand.holds(paper)) {
      out.insert(paper.sheet);
    }
  }
  return out;
}

Station::Due Station::work() {
  {
    const std::lock_guard lock(mutex_);
    if (view_.stopped || leaving_) return kAgain;
  }
  trouble_.reset();
  const Step<Due> due = round();
  const std::lock_guard lock(mutex_);
  const bool lost = !due && !due.error().by_server;
  if (view_.online == lost) view_.online_since = setup_.clock->now();
  view_.online = !lost;
  view_.trouble = due ? trouble_ : due.error();
  if (due) return *due;
  // A server that was started anew knows no login.
  const std::string& code = due.error().words.code;
  if (code == "session_over" || code == "login_needed") logged_in_ = false;
  return kAgain;
}

Station::Step<Station::Due> Station::round() {
  if (!logged_in_) HP_TRY(log_in());
  if (view_.definition == nullptr) HP_TRY(learn());
  HP_TRY(deliver());
  return keep_batch();
}

Station::Step<void> Station::log_in() {
  HP_ASSIGN(const v1::LogInResponse answer, call([&] {
              return hall_.log_in(setup_.congress, *setup_.signer, setup_.clock->now());
            }));
  if (!std::exchange(remembers_, true) && !setup_.newest.empty()) {
    HP_ASSIGN(const LogKeyBytes key, call([&] { return hall_.log_key(setup_.congress); }));
    const auto head = journal::open_checkpoint(setup_.newest, setup_.congress, key);
    if (!head) {
      remembers_ = false;
      return std::unexpected(said_here(head.error()));
    }
    const std::lock_guard lock(mutex_);
    newest_ = *head;
  }
  HP_TRY(refresh());
  const std::lock_guard lock(mutex_);
  view_.person = answer.person();
  logged_in_ = true;
  return {};
}

// The newest tree, with the log's own signature.
Station::Step<void> Station::refresh() {
  HP_ASSIGN(const Checkpoint now, call([&] { return hall_.checkpoint(setup_.congress); }));
  return see(now.head, now.note);
}

// That the head and the newest one seen are of one record.
Station::Step<void> Station::see(const journal::TreeHead& head, std::string_view note) {
  const journal::TreeHead newest = [&] {
    const std::lock_guard lock(mutex_);
    return newest_;
  }();
  const bool newer = head.size >= newest.size;
  HP_TRY(call([&] {
    return newer ? hall_.check_consistent(setup_.congress, newest, head)
                 : hall_.check_consistent(setup_.congress, head, newest);
  }));
  if (!newer) return {};
  if (!note.empty() && head.size > newest.size) setup_.keep(note);
  const std::lock_guard lock(mutex_);
  newest_ = head;
  return {};
}

Station::Step<void> Station::learn() {
  HP_ASSIGN(const v1::Overview overview, call([&] { return hall_.overview(setup_.congress); }));
  const auto found = std::ranges::find(overview.rounds(), setup_.contest, &v1::RoundView::contest);
  if (found == overview.rounds().end()) {
    Said out = said_here(fail(codes::kContestNotThere, "contest", setup_.contest).error());
    out.by_server = true;  // it was asked, and there is none
    return std::unexpected(std::move(out));
  }
  HP_ASSIGN(const Bytes bytes,
            call([&] { return hall_.definition(setup_.congress, setup_.contest); }));
  auto definition = congress::decode_definition(bytes);
  if (!definition) return std::unexpected(said_here(definition.error()));
  if (!equal(definition->hash, hp::view(found->definition_hash())) ||
      definition->contest != setup_.contest || definition->round != found->round()) {
    return std::unexpected(
        said_here(fail(codes::kDefinitionWrong, "contest", setup_.contest).error()));
  }
  const std::lock_guard lock(mutex_);
  view_.definition = std::make_shared<const congress::Definition>(*std::move(definition));
  return {};
}

Post Station::post() {
  Post out;
  out.submit = [this](ByteView envelope) {
    return call([&] { return hall_.submit(setup_.congress, envelope); });
  };
  out.find = [this](const CommandId& id, ByteView envelope) {
    return call([&] { return hall_.find_command(setup_.congress, id, envelope); });
  };
  out.sign_anew = [this](v1::Command command) -> Result<v1::Envelope> {
    // A newer tree, if it comes; what was seen before still is a prefix of the record.
    const Step<void> refreshed = refresh();
    const std::lock_guard lock(mutex_);
    if (!refreshed && view_.stopped) return std::unexpected(*view_.stopped);
    return sign(std::move(command));
  };
  return out;
}

Station::Step<void> Station::deliver() {
  const Post ways = post();
  std::vector<Paper> later;  // what takes one of these back must not arrive before it
  for (const auto& [number, outgoing] : outbox_->waiting()) {
    const Paper paper = paper_of(outgoing.command);
    if (std::ranges::any_of(later, [&](const Paper& one) { return same_place(one, paper); })) {
      continue;
    }
    for (int signing = 0; signing < kSigningsInARound; ++signing) {
      const auto sent = send(*outbox_, number, ways, setup_.clock->now());
      if (!sent) return std::unexpected(said_here(sent.error()));
      if (!*sent) break;
      HP_TRY(note_sent(outgoing.command, **sent));
      if ((*sent)->how == Sent::How::kLater) later.push_back(paper);
      if ((*sent)->how != Sent::How::kSignedAnew) break;
      if (signing + 1 == kSigningsInARound) later.push_back(paper);
    }
  }
  return {};
}

Station::Step<void> Station::note_sent(const v1::Command& command, const Sent& sent) {
  switch (sent.how) {
    case Sent::How::kAccepted:
      heard_ = setup_.clock->now();
      return see(sent.accepted->head, sent.accepted->receipt.checkpoint);
    case Sent::How::kKnown:
    case Sent::How::kSignedAnew:
      return {};
    case Sent::How::kRefused:
      note_refused(command, *sent.why);
      return {};
    case Sent::How::kLater:
      // Nobody answers: the others need not be tried.
      if (!sent.why->by_server) return std::unexpected(*sent.why);
      trouble_ = sent.why;
      return {};
  }
  return {};
}

void Station::note_refused(const v1::Command& command, const Said& why) {
  const std::lock_guard lock(mutex_);
  const Paper paper = paper_of(command);
  heard_ = {};  // what is left to key is asked next
  if (last_ && same_place(*last_, paper)) {
    last_.reset();
    again_ = false;
  }
  const bool in_hand = hand_ && contest_of(command) == setup_.contest && hand_->holds(paper);
  if (in_hand) hand_->refused.insert(paper.sheet);
  // Of a batch in hand the next sign of life says the same, and of all its papers.
  if (in_hand && why.words.code == "batch_given_away") return;
  notices_.push_back({Notice::What::kRefused, paper.batch, {paper.sheet}, {}, why});
}

Station::Step<Station::Due> Station::keep_batch() {
  const UnixMs now = setup_.clock->now();
  bool finished = false;
  bool waits = false;
  {
    const std::lock_guard lock(mutex_);
    waits = !outbox_->waiting().empty();
    finished = hand_ && hand_->left.empty() && waiting_sheets(*hand_).empty();
    if (finished && hand_->refused.empty()) hand_.reset();
    if (!hand_ && !notices_.empty()) return kAgain;  // first the papers are handed over
  }
  if (!hand_) return take();
  const std::uint64_t beat = static_cast<std::uint64_t>(kHeartbeat.count());
  const bool silent = now < heard_ || now.value - heard_.value >= beat;
  if (silent || finished) HP_TRY(hold());
  if (waits) return kAgain;
  return Due(beat - std::min(beat, setup_.clock->now().value - heard_.value));
}

Station::Step<Station::Due> Station::take() {
  auto request = about<v1::TakeBatchRequest>();
  request.set_for_settling(setup_.settling);
  const auto given = call(
      [&] { return hall_.ask<v1::BatchInHand>("/homphieu.v1.KeyingService/TakeBatch", request); });
  if (!given) {
    if (!given.error().by_server) return std::unexpected(given.error());
    const std::string& code = given.error().words.code;
    if (code == "session_over" || code == "login_needed") return std::unexpected(given.error());
    if (code == "nothing_to_key") HP_TRY(learn_stops());
    trouble_ = given.error();
    return kAgain;
  }
  HP_TRY(put_in_hand(*given));
  return kHeartbeat;
}

Station::Step<void> Station::learn_stops() {
  HP_ASSIGN(const v1::CountView count, call([&] {
              return hall_.ask<v1::CountView>("/homphieu.v1.KeyingService/GetCount",
                                              about<v1::GetCountRequest>());
            }));
  const std::lock_guard lock(mutex_);
  view_.stops = stops_for_keyer(count, view_.person);
  return {};
}

Station::Step<void> Station::hold() {
  v1::BatchInHand mine;
  {
    const std::lock_guard lock(mutex_);
    mine = hand_->given;
  }
  const auto given = call([&] {
    return hall_.ask<v1::BatchInHand>("/homphieu.v1.KeyingService/HoldBatch",
                                      about<v1::HoldBatchRequest>(&mine));
  });
  if (given) return put_in_hand(*given);
  const std::string& code = given.error().words.code;
  if (!given.error().by_server || code == "session_over" || code == "login_needed") {
    return std::unexpected(given.error());
  }
  if (code == "batch_given_away") {
    give_away(given.error());
  } else if (code == "nothing_to_key") {
    const std::lock_guard lock(mutex_);  // every paper of it is keyed, some by others
    hand_.reset();
  } else {
    trouble_ = given.error();
  }
  return {};
}

Station::Step<void> Station::put_in_hand(const v1::BatchInHand& given) {
  if (given.seen().root().size() != sizeof(Hash)) {
    return std::unexpected(said_here(fail(codes::kAnswerWrong, "seen").error()));
  }
  HP_TRY(see({given.seen().size(), array_of<32>(hp::view(given.seen().root()))}));
  heard_ = setup_.clock->now();
  const std::lock_guard lock(mutex_);
  Hand hand{given, {given.sheets().begin(), given.sheets().end()}, {}};
  for (const std::uint32_t one : waiting_sheets(hand)) hand.left.erase(one);
  const bool another = !hand_ || !hand_->holds(hand.paper(0));
  if (another) chosen_ = 0;
  hand_ = std::move(hand);
  view_.stops.clear();
  return {};
}

// What is in the record is kept; whoever has the batch now keys all the rest.
void Station::give_away(const Said& why) {
  const std::lock_guard lock(mutex_);
  std::set<std::uint32_t> rest = waiting_sheets(*hand_);
  rest.insert(hand_->left.begin(), hand_->left.end());
  rest.insert(hand_->refused.begin(), hand_->refused.end());
  Notice notice{
      Notice::What::kGivenAway, hand_->given.batch(), {rest.begin(), rest.end()}, {}, why};
  for (std::uint32_t sheet = 1; sheet <= hand_->given.papers(); ++sheet) {
    if (!rest.contains(sheet)) notice.kept.push_back(sheet);
  }
  notices_.push_back(std::move(notice));
  if (last_ && hand_->holds(*last_)) {
    last_.reset();
    again_ = false;
  }
  hand_.reset();
}

void Station::leave() {
  {
    const std::lock_guard lock(mutex_);
    if (view_.stopped || !logged_in_ || view_.definition == nullptr) return;
  }
  if (!deliver()) return;
  std::optional<v1::BatchInHand> mine;
  {
    const std::lock_guard lock(mutex_);
    if (hand_) mine = hand_->given;
  }
  if (!mine) return;
  // Where this fails, the batch goes back by itself after a while.
  (void)call([&] {
    return hall_.ask<v1::GiveBackBatchResponse>("/homphieu.v1.KeyingService/GiveBackBatch",
                                                about<v1::GiveBackBatchRequest>(&*mine));
  });
}

void Station::stop() {
  {
    const std::lock_guard lock(mutex_);
    leaving_ = true;
  }
  hall_.stop();
}

}  // namespace hp::client

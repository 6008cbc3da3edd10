// The keyer's side; the network's is station_work.cpp.
#include "client/station.h"

#include <algorithm>
#include <utility>

#include "client/sealing.h"
#include "client/station_codes.h"
#include "congress/paper_content.h"

namespace hp::client {

Paper Station::Hand::paper(std::uint32_t sheet) const {
  return {given.batch(), given.opening(), given.count(), sheet, given.struck(), false};
}

bool Station::Hand::holds(const Paper& one) const {
  return given.batch() == one.batch && given.opening() == one.opening && given.count() == one.count;
}

Station::Station(HallClient hall, StationSetup setup, std::unique_ptr<Outbox> outbox)
    : hall_(std::move(hall)), setup_(std::move(setup)), outbox_(std::move(outbox)) {
  view_.online_since = setup_.clock->now();
}

std::optional<Paper> Station::due_paper() const {
  if (again_ && last_) {
    Paper out = *last_;
    out.again = true;
    return out;
  }
  if (!hand_ || hand_->left.empty()) return std::nullopt;
  const auto chosen = hand_->left.lower_bound(chosen_);
  return hand_->paper(chosen == hand_->left.end() ? *hand_->left.begin() : *chosen);
}

StationView Station::view() const {
  const std::lock_guard lock(mutex_);
  StationView out = view_;
  out.waiting = outbox_->waiting().size();
  out.can_take_back = last_.has_value() && !again_;
  if (hand_) {
    out.batch = hand_->given.batch();
    out.count = hand_->given.count();
    out.papers = hand_->given.papers();
    out.left = static_cast<std::uint32_t>(hand_->left.size());
  }
  if (!notices_.empty()) {
    out.notice = notices_.front();
  } else if (!view_.stopped) {
    out.paper = due_paper();
  }
  return out;
}

v1::Command Station::command_of(const Paper& paper, const congress::SheetContent& content) const {
  v1::Command out;
  const auto name = [&](auto& body) {
    body.set_contest(setup_.contest);
    body.set_round(view_.definition->round);
    body.set_batch(paper.batch);
    body.set_opening(paper.opening);
  };
  if (paper.count == 0) {
    v1::SettleSheet& body = *out.mutable_settle_sheet();
    name(body);
    body.set_sheet(paper.sheet);
    *body.mutable_content() = congress::to_message(content);
    return out;
  }
  v1::KeySheets& body = *out.mutable_key_sheets();
  name(body);
  body.set_count(paper.count);
  v1::KeyedSheet& keyed = *body.add_sheets();
  keyed.set_sheet(paper.sheet);
  *keyed.mutable_content() = congress::to_message(content);
  keyed.set_again(paper.again);
  return out;
}

Result<v1::Envelope> Station::sign(v1::Command command) const {
  command.set_congress_id(to_string(setup_.congress));
  command.set_command_id(to_string(new_command_id(setup_.random)));
  command.set_signed_at(setup_.clock->now().value);
  command.mutable_seen()->set_size(newest_.size);
  command.mutable_seen()->set_root(to_string(newest_.root));
  return seal(command, {setup_.signer.get()});
}

Result<void> Station::finish(const Paper& paper, const congress::SheetContent& content) {
  const std::lock_guard lock(mutex_);
  if (view_.stopped) return std::unexpected(*view_.stopped);
  const std::optional<Paper> due = notices_.empty() ? due_paper() : std::nullopt;
  if (due != paper) return fail(codes::kSheetNotInHand, "sheet", std::to_string(paper.sheet));
  HP_ASSIGN(const v1::Envelope envelope, sign(command_of(paper, content)));
  HP_TRY(outbox_->put(envelope));
  if (!std::exchange(again_, false)) {
    hand_->left.erase(paper.sheet);
    chosen_ = paper.sheet;
    if (paper.count != 0) last_ = paper;
  }
  return {};
}

Result<void> Station::take_back() {
  const std::lock_guard lock(mutex_);
  if (setup_.settling) return fail(codes::kNoTakingBack);
  if (!last_ || !notices_.empty()) return fail(codes::kNoPaperBefore);
  again_ = !again_;
  return {};
}

Result<void> Station::skip() {
  const std::lock_guard lock(mutex_);
  const std::optional<Paper> due = notices_.empty() ? due_paper() : std::nullopt;
  if (!due || due->again) return fail(codes::kNoPaperInHand);
  chosen_ = due->sheet + 1;
  return {};
}

void Station::acknowledge() {
  const std::lock_guard lock(mutex_);
  if (!notices_.empty()) notices_.erase(notices_.begin());
}

}  // namespace hp::client

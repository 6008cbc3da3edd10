#include "demo/keyer.h"

#include <algorithm>

#include "client/sealing.h"
#include "journal/canonical.h"

namespace hp::demo {
namespace {

constexpr std::string_view kService = "/homphieu.v1.KeyingService/";

template <class Body>
void name_batch(Body& body, const KeyingHall& hall, const v1::BatchInHand& batch) {
  body.set_contest(hall.contest);
  body.set_round(hall.round);
  body.set_batch(batch.batch());
  body.set_opening(batch.opening());
}

}  // namespace

Result<Keyer> Keyer::seat(KeyingHall& hall, std::string person, const crypto::Signer& key,
                          bool counting) {
  HP_ASSIGN(client::HallClient wire, hall.connect());
  HP_TRY(wire.log_in(hall.congress_id, key, now()));
  return Keyer(hall, std::move(wire), std::move(person), key, counting);
}

bool Keyer::is_missing(std::uint32_t batch, std::uint32_t sheet) const {
  return hall_->missing == std::pair(batch, sheet) && !hall_->found;
}

Result<v1::BatchInHand> Keyer::take(bool for_settling) {
  v1::TakeBatchRequest request;
  request.set_congress_id(to_string(hall_->congress_id));
  request.set_contest(hall_->contest);
  request.set_round(hall_->round);
  request.set_for_settling(for_settling);
  return wire_.ask<v1::BatchInHand>(std::string(kService) + "TakeBatch", request);
}

Result<void> Keyer::send(v1::Command command, const v1::BatchInHand& batch) {
  command.set_congress_id(to_string(hall_->congress_id));
  command.set_command_id(to_string(client::new_command_id(crypto::system_random())));
  command.set_signed_at(now().value);
  *command.mutable_seen() = batch.seen();
  HP_ASSIGN(const v1::Envelope envelope, client::seal(command, {key_}));
  HP_TRY(wire_.submit(hall_->congress_id, journal::encode_canonical(envelope)));
  return {};
}

Result<void> Keyer::key_batch(const v1::BatchInHand& batch, std::uint32_t papers_left) {
  for (const std::uint32_t sheet : batch.sheets()) {
    if (papers_left-- == 0) return {};
    if (is_missing(batch.batch(), sheet)) continue;
    v1::Command command;
    auto& body = *command.mutable_key_sheets();
    name_batch(body, *hall_, batch);
    body.set_count(batch.count());
    auto& keyed = *body.add_sheets();
    keyed.set_sheet(sheet);
    *keyed.mutable_content() = hall_->pile.at(batch.batch(), sheet).keyed[batch.count() - 1];
    HP_TRY(send(std::move(command), batch));
    ++done_.papers;
  }
  return {};
}

Result<void> Keyer::settle(const v1::BatchInHand& batch) {
  for (const std::uint32_t sheet : batch.sheets()) {
    v1::Command command;
    auto& body = *command.mutable_settle_sheet();
    name_batch(body, *hall_, batch);
    body.set_sheet(sheet);
    *body.mutable_content() = hall_->pile.at(batch.batch(), sheet).content;
    HP_TRY(send(std::move(command), batch));
    ++done_.settled;
  }
  return {};
}

Result<bool> Keyer::work(std::uint32_t papers_left) {
  for (const bool settling : {true, false}) {
    if (settling && !counting_) continue;
    auto given = take(settling);
    if (!given && wire_.failed_with(given.error(), "nothing_to_key")) continue;
    if (!given) return std::unexpected(given.error());
    const auto& sheets = given->sheets();
    const bool only_missing = !settling && std::ranges::all_of(sheets, [&](std::uint32_t sheet) {
      return is_missing(given->batch(), sheet);
    });
    if (only_missing) continue;
    ++done_.batches;
    if (settling) {
      HP_TRY(settle(*given));
    } else {
      HP_TRY(key_batch(*given, papers_left));
    }
    return true;
  }
  return false;
}

}  // namespace hp::demo

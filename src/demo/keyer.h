// One keying station: a person at an own laptop with an own connection, who takes batches, keys
// the papers in hand and sends each as it is done.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>

#include "client/hall_client.h"
#include "demo/paper_truth.h"
#include "demo/stage.h"
#include "homphieu/v1/keying.pb.h"

namespace hp::demo {

// What the keyers of a round have in common.
struct KeyingHall {
  Connect connect;
  Hash congress_id{};
  std::string contest;
  std::uint32_t round = 0;
  const PaperPile& pile;
  // A paper that lies under the table until somebody looks for it: batch and sheet.
  std::pair<std::uint32_t, std::uint32_t> missing{};
  std::atomic<bool> found{false};
};

// What a station did.
struct KeyerDone {
  std::uint32_t papers = 0;
  std::uint32_t settled = 0;
  std::uint32_t batches = 0;
};

class Keyer {
 public:
  // Logs in. `counting`: of the committee, so the third look may be theirs.
  static Result<Keyer> seat(KeyingHall& hall, std::string person, const crypto::Signer& key,
                            bool counting);

  // One batch or one paper to settle; false where there is nothing for this person now. With
  // `papers_left` the laptop is lost after so many papers.
  Result<bool> work(std::uint32_t papers_left = ~0u);
  const KeyerDone& done() const { return done_; }
  const std::string& person() const { return person_; }

 private:
  Keyer(KeyingHall& hall, client::HallClient wire, std::string person, const crypto::Signer& key,
        bool counting)
      : hall_(&hall),
        wire_(std::move(wire)),
        person_(std::move(person)),
        key_(&key),
        counting_(counting) {}
  Result<v1::BatchInHand> take(bool for_settling);
  Result<void> key_batch(const v1::BatchInHand& batch, std::uint32_t papers_left);
  Result<void> settle(const v1::BatchInHand& batch);
  Result<void> send(v1::Command command, const v1::BatchInHand& batch);
  bool is_missing(std::uint32_t batch, std::uint32_t sheet) const;

  KeyingHall* hall_;
  client::HallClient wire_;
  std::string person_;
  const crypto::Signer* key_;
  bool counting_;
  KeyerDone done_;
};

}  // namespace hp::demo

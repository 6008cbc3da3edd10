#include "demo/voting.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "client/delegate.h"
#include "demo/codes.h"

namespace hp::demo {
namespace {

constexpr std::size_t kSendAgainEvery = 40;

std::vector<client::Mark> marks_of(const PlainBallot& ballot) {
  std::vector<client::Mark> marks;
  for (const Choice choice : ballot) {
    marks.push_back(choice == Choice::kFor       ? client::Mark::kAgree
                    : choice == Choice::kAgainst ? client::Mark::kDisagree
                                                 : client::Mark::kNone);
  }
  return marks;
}

Result<void> cast_one(const Connect& connect, const client::OpenRound& round,
                      const crypto::Signer& card, const PlainBallot& ballot, bool again) {
  HP_ASSIGN(client::HallClient hall, connect());
  const auto marks = marks_of(ballot);
  HP_ASSIGN(const auto prepared,
            client::prepare_ballot(round, card, marks, crypto::system_random()));
  HP_ASSIGN(const auto receipt, client::cast_ballot(hall, round, prepared));
  if (!again) return {};
  HP_ASSIGN(const auto second, client::cast_ballot(hall, round, prepared));
  if (second.accepted.receipt.index != receipt.accepted.receipt.index) {
    return fail(codes::kDemoDiffers, "receipt", "a ballot sent again stands twice");
  }
  return {};
}

}  // namespace

Result<void> cast_all(Stage& stage, const std::string& contest, const People& voters,
                      const std::vector<PlainBallot>& ballots) {
  HP_ASSIGN(client::HallClient hall, stage.venue.connect());
  HP_ASSIGN(const client::OpenRound round, client::open_round(hall, stage.congress_id, contest));
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> done{0};
  std::mutex lock;
  std::optional<Error> first_error;
  const auto vote = [&] {
    for (std::size_t i = next++; i < voters.size(); i = next++) {
      const auto cast = cast_one(stage.venue.connect, round, stage.cards.of(voters[i]), ballots[i],
                                 i % kSendAgainEvery == 0);
      const std::scoped_lock held(lock);
      if (first_error) return;
      if (!cast) {
        first_error = cast.error();
        return;
      }
      const std::size_t now_done = ++done;
      if (now_done % 50 == 0 && now_done < voters.size()) {
        stage.tell("  đã bỏ phiếu " + std::to_string(now_done) + "/" +
                   std::to_string(voters.size()));
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < stage.venue.voting_threads; ++i) threads.emplace_back(vote);
  }
  if (first_error) return std::unexpected(*first_error);
  return {};
}

Result<void> try_forbidden(Stage& stage, const std::string& contest, const std::string& voter,
                           const PlainBallot& ballot) {
  HP_ASSIGN(client::HallClient hall, stage.venue.connect());
  HP_ASSIGN(const client::OpenRound round, client::open_round(hall, stage.congress_id, contest));
  std::string refusals;
  for (const crypto::SigningKey* card : {&stage.cards.of(voter), stage.cards.any_not_drawn()}) {
    if (card == nullptr) continue;
    const auto cast = cast_one(stage.venue.connect, round, *card, ballot, false);
    if (cast) return fail(codes::kDemoDiffers, "ballot", "one that must not go was taken");
    refusals += (refusals.empty() ? "" : ", ") + std::string(cast.error().code->name);
  }
  stage.tell("  thử bỏ phiếu lần hai và bằng thẻ chưa phát: bị từ chối (" + refusals + ")");
  return {};
}

}  // namespace hp::demo

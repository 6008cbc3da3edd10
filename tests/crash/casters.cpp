#include "crash/casters.h"

#include "http/codes.h"

namespace hp::crash {

void Ballots::fill(std::vector<client::PreparedBallot> ballots) {
  const std::lock_guard lock(mutex_);
  for (auto& ballot : ballots) waiting_.push_back(std::move(ballot));
}

std::optional<client::PreparedBallot> Ballots::take() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) return std::nullopt;
  auto out = std::move(waiting_.front());
  waiting_.pop_front();
  return out;
}

void Ballots::put_back(client::PreparedBallot ballot) {
  const std::lock_guard lock(mutex_);
  waiting_.push_front(std::move(ballot));
}

std::size_t Ballots::left() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

Casters::Casters(unsigned threads, const kit::Connect& connect, const client::OpenRound& round,
                 Ballots& ballots, Acknowledgements& acknowledged) {
  for (unsigned i = 0; i < threads; ++i) {
    threads_.emplace_back([&, connect] { run(connect, round, ballots, acknowledged); });
  }
}

Casters::~Casters() {
  threads_.clear();
}

std::string Casters::fault() const {
  const std::lock_guard lock(mutex_);
  return fault_;
}

void Casters::run(const kit::Connect& connect, const client::OpenRound& round, Ballots& ballots,
                  Acknowledgements& acknowledged) {
  auto hall = connect();
  while (hall.has_value() && !stopping_) {
    auto ballot = ballots.take();
    if (!ballot) return;
    const auto receipt = client::cast_ballot(*hall, round, *ballot, /*check_opening=*/false);
    if (receipt.has_value()) {
      acknowledged.add(*ballot, receipt->accepted.receipt.index);
      continue;
    }
    ballots.put_back(std::move(*ballot));
    const bool broken =
        receipt.error().is(codes::kHttpLost) || receipt.error().is(codes::kHttpConnect);
    if (!broken) {
      const std::lock_guard lock(mutex_);
      fault_ = describe(receipt.error(), Language::kEnglish);
    }
    return;
  }
}

}  // namespace hp::crash

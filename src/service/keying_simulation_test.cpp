// A whole count on paper over a bad network, a thousand times: messages repeated, reordered and
// late, stations that start again, one that is lost for good. The outcome is that of the true
// papers, and no paper is counted twice.
#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <random>
#include <set>

#include "congress/outcome.h"
#include "congress/paper_kit.h"
#include "homphieu/v1/outcome.pb.h"
#include "service/batches_in_hand.h"
#include "service/keying_codes.h"

namespace hp::service {
namespace {

using congress::PaperHall;
using congress::SheetStand;

constexpr std::uint32_t kCandidates = 5, kSeats = 4, kBatches = 2, kSize = 6;
constexpr std::uint64_t kRuns = 1000;

class SimulatedClock : public Clock {
 public:
  UnixMs now() const override { return UnixMs{ms}; }
  std::uint64_t ms = 1'595'898'000'000;
};

struct Message {
  v1::Command command;
  std::string who;
};

// A person at a laptop. What it has signed it sends until it is answered, also after it was
// switched off and on again.
struct Station {
  std::string who;
  std::optional<InHand> hand{};
  std::size_t next = 0;                         // of hand->sheets
  std::map<std::string, Message> unanswered{};  // by command id
  bool lost = false;
};

class Simulation {
 public:
  explicit Simulation(std::uint64_t seed) : dice_(seed) {
    for (std::uint32_t i = 0; i < kBatches * kSize; ++i) {
      std::vector<std::uint32_t> struck;
      for (std::uint32_t name = 1; name <= kCandidates; ++name) {
        if (roll(3) == 0) struck.push_back(name);
      }
      truth_.push_back(PaperHall::struck(struck));
    }
    hall_.to_counting(kBatches * kSize);
    for (std::uint32_t batch = 1; batch <= kBatches; ++batch) {
      EXPECT_TRUE(hall_.open_batch(batch, kSize).has_value());
    }
    for (const char* one : {"c2", "c3", "h1", "h2", "c4"}) stations_.push_back({.who = one});
  }

  void run() {
    for (int steps = 0; !keyed(); ++steps) {
      ASSERT_LT(steps, 100'000) << "the count does not end";
      step();
    }
    // What is still under way arrives now, long after its paper was counted.
    while (!network_.empty()) deliver(0);
    finish();
  }

  void check() const {
    const auto outcome = congress::compute_outcome(hall_.congress.state, "c").value();
    std::vector<std::uint32_t> votes(kCandidates, 0);
    std::uint32_t valid = 0;
    for (const v1::SheetContent& paper : truth_) {
      const auto kept = kCandidates - static_cast<std::uint32_t>(paper.struck_size());
      if (kept < 1 || kept > kSeats) continue;
      ++valid;
      const std::set<std::uint32_t> struck(paper.struck().begin(), paper.struck().end());
      for (std::uint32_t name = 1; name <= kCandidates; ++name)
        votes[name - 1] += !struck.contains(name);
    }
    EXPECT_EQ(outcome.paper().collected(), truth_.size());
    EXPECT_EQ(outcome.paper().valid(), valid);
    EXPECT_TRUE(std::ranges::equal(outcome.paper().votes(), votes));
    for (const auto& batch : hall_.round().paper.batches) {
      for (const congress::Sheet& sheet : batch->sheets) {
        ASSERT_TRUE(sheet.counts[0] && sheet.counts[1]);
        EXPECT_NE(sheet.counts[0]->who, sheet.counts[1]->who);
      }
    }
    // Every command that was taken stands once.
    EXPECT_EQ(taken_.size(), accepted_);
  }

  std::uint64_t repeated() const { return repeated_; }
  std::uint64_t refused() const { return refused_; }

 private:
  std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(dice_() % sides); }

  const v1::SheetContent& true_paper(std::uint32_t batch, std::uint32_t sheet) const {
    return truth_[(batch - 1) * kSize + sheet - 1];
  }

  // One name wrong now and then; never the slip that the other count made, which no comparing
  // finds.
  v1::SheetContent read(std::uint32_t batch, std::uint32_t sheet, std::uint32_t count) {
    const v1::SheetContent& paper = true_paper(batch, sheet);
    if (roll(8) != 0) return paper;
    const std::uint32_t name = count;  // each count slips at another name
    std::set<std::uint32_t> struck(paper.struck().begin(), paper.struck().end());
    if (!struck.erase(name)) struck.insert(name);
    return PaperHall::struck({struck.begin(), struck.end()});
  }

  bool keyed() const {
    return std::ranges::all_of(hall_.round().paper.batches, [](const auto& batch) {
      return std::ranges::all_of(batch->sheets, &congress::Sheet::complete);
    });
  }

  void step() {
    Station& station = stations_[roll(static_cast<std::uint32_t>(stations_.size()))];
    switch (roll(10)) {
      case 0:
        clock_.ms += roll(25'000);
        break;
      case 1:
        if (!station.lost) restart(station);
        break;
      case 2:
      case 3:
      case 4:
        if (!network_.empty()) deliver(roll(static_cast<std::uint32_t>(network_.size())));
        break;
      default:
        if (!station.lost) work(station);
    }
  }

  // Off and on: it asks for its batch anew, and sends what was not answered.
  void restart(Station& station) {
    station.hand.reset();
    // At most one is lost for good, in one run of three.
    if (roll(30) == 0 && std::ranges::none_of(stations_, &Station::lost)) {
      station.lost = true;
      return;
    }
    for (const auto& [id, message] : station.unanswered) send(message);
  }

  void work(Station& station) {
    if (!station.hand || station.next >= station.hand->sheets.size()) {
      if (!station.unanswered.empty()) {
        for (const auto& [id, message] : station.unanswered) send(message);
        return;
      }
      auto taken = hands_.take(hall_.congress.state, hall_.round(), station.who, false);
      if (!taken) return;
      station.hand = *taken;
      station.next = 0;
    }
    const Portion& portion = station.hand->portion;
    const std::uint32_t sheet = station.hand->sheets[station.next++];
    Message message{hall_.keying(portion.count, portion.batch,
                                 {{sheet, read(portion.batch, sheet, portion.count)}}),
                    station.who};
    std::string id = "k" + std::to_string(++commands_);
    id.resize(16, '-');
    message.command.set_command_id(id);
    message.command.mutable_seen()->set_size(hall_.congress.state.size);
    message.command.mutable_seen()->set_root(to_string(hall_.congress.state.roots.back()));
    station.unanswered.emplace(id, message);
    send(message);
  }

  void send(const Message& message) {
    for (std::uint32_t copies = 1 + roll(3) / 2; copies > 0; --copies) network_.push_back(message);
  }

  void deliver(std::size_t which) {
    const Message message = network_[which];
    network_.erase(network_.begin() + static_cast<std::ptrdiff_t>(which));
    const Result<void> result = receive(message);
    if (roll(4) == 0) return;  // the answer is lost
    for (Station& station : stations_) {
      if (station.who != message.who) continue;
      station.unanswered.erase(message.command.command_id());
      if (!result && result.error().is(codes::kBatchGivenAway)) station.hand.reset();
    }
  }

  // As the server does: the same command again is the first answer.
  Result<void> receive(const Message& message) {
    if (taken_.contains(message.command.command_id())) {
      ++repeated_;
      return {};
    }
    const auto in_hand = hands_.check(message.who, message.command.key_sheets());
    const auto sent = in_hand ? hall_.congress.send(message.command, {message.who}) : in_hand;
    if (!sent) {
      ++refused_;
      return sent;
    }
    ++accepted_;
    taken_.insert(message.command.command_id());
    return {};
  }

  void finish() {
    for (std::uint32_t batch = 1; batch <= kBatches; ++batch) {
      for (std::uint32_t sheet = 1; sheet <= kSize; ++sheet) {
        const v1::SheetContent& paper = true_paper(batch, sheet);
        if (hall_.stand(batch, sheet) == SheetStand::kDiffering) {
          EXPECT_FALSE(hall_.close_batch(batch).has_value());
          // c1 keys nothing here, so c1 is always free for the third look.
          EXPECT_TRUE(hall_.settle_sheet("c1", batch, sheet, paper).has_value());
        }
        if (hall_.stand(batch, sheet) == SheetStand::kUndecided) {
          const auto kept = kCandidates - static_cast<std::uint32_t>(paper.struck_size());
          EXPECT_TRUE(hall_.conclude(batch, sheet, paper, kept >= 1 && kept <= kSeats).has_value());
        }
      }
      EXPECT_TRUE(hall_.close_batch(batch).has_value());
    }
  }

  std::mt19937_64 dice_;
  std::vector<v1::SheetContent> truth_;
  PaperHall hall_{{.people = static_cast<int>(kBatches * kSize),
                   .names = static_cast<int>(kCandidates),
                   .seats = kSeats}};
  SimulatedClock clock_;
  BatchesInHand hands_{clock_};
  std::vector<Station> stations_;
  std::deque<Message> network_;
  std::set<std::string> taken_;
  std::uint64_t commands_ = 0, accepted_ = 0, repeated_ = 0, refused_ = 0;
};

TEST(KeyingSimulation, AThousandCountsOverABadNetworkEndAsTheTruePapersDo) {
  std::uint64_t repeated = 0, refused = 0;
  for (std::uint64_t seed = 1; seed <= kRuns && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(seed);
    Simulation simulation(seed);
    simulation.run();
    if (::testing::Test::HasFatalFailure()) return;
    simulation.check();
    repeated += simulation.repeated();
    refused += simulation.refused();
  }
  std::printf("%llu messages came again, %llu were refused\n",
              static_cast<unsigned long long>(repeated), static_cast<unsigned long long>(refused));
  EXPECT_GT(repeated, kRuns);
  EXPECT_GT(refused, kRuns);
}

}  // namespace
}  // namespace hp::service

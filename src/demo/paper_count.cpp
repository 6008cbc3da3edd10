#include "demo/paper_count.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <optional>
#include <thread>

#include "demo/codes.h"
#include "demo/keyer.h"

namespace hp::demo {
namespace {

using namespace std::chrono_literals;
using congress::State;

constexpr std::uint32_t kSpoiled = 1;
constexpr std::uint32_t kUnused = 4;
constexpr std::uint32_t kBeforeItIsLost = 6;  // papers that the lost laptop keys

template <class Body>
void name_round(Body& body, const PaperRound& round) {
  body.set_contest(round.contest);
  body.set_round(round.round);
}

// The keyers, each in a thread: they work while there is work, and look again when somebody else
// has done something, or after a while, for a silent laptop's batch comes free by time alone.
class Keyers {
 public:
  void begin(std::vector<Keyer>& keyers) {
    for (std::size_t i = 0; i < keyers.size(); ++i) {
      const bool lost = i == 0;
      threads_.emplace_back([this, &keyer = keyers[i], lost] { run(keyer, lost); });
    }
  }
  void end() {
    {
      const std::scoped_lock held(mutex_);
      over_ = true;
    }
    something_.notify_all();
    threads_.clear();  // joins
  }
  ~Keyers() { end(); }

  // Until somebody has worked since, or a while has passed.
  void wait() {
    std::unique_lock held(mutex_);
    const std::uint64_t before = worked_;
    something_.wait_for(held, 200ms, [&] { return worked_ != before || error_; });
  }
  std::optional<Error> error() {
    const std::scoped_lock held(mutex_);
    return error_;
  }

 private:
  void run(Keyer& keyer, bool lost) {
    while (true) {
      std::uint64_t before = 0;
      {
        const std::scoped_lock held(mutex_);
        if (over_ || error_) return;
        before = worked_;
      }
      const Result<bool> worked = keyer.work(lost ? kBeforeItIsLost : ~0u);
      std::unique_lock held(mutex_);
      if (!worked) error_ = worked.error();
      if (!worked || *worked) ++worked_;
      something_.notify_all();
      if (worked && *worked && lost) return;  // and never gives its batch back
      if (worked && !*worked) {
        something_.wait_for(held, 300ms, [&] { return over_ || error_ || worked_ != before; });
      }
    }
  }

  std::mutex mutex_;
  std::condition_variable something_;
  std::uint64_t worked_ = 0;
  bool over_ = false;
  std::optional<Error> error_;
  std::vector<std::jthread> threads_;
};

class Count {
 public:
  Count(Stage& stage, const PaperRound& round)
      : stage_(stage),
        round_(round),
        hall_{stage.venue.connect,
              stage.congress_id,
              round.contest,
              round.round,
              round.pile,
              {static_cast<std::uint32_t>(round.pile.batches.size()),
               static_cast<std::uint32_t>(round.pile.batches.back().size())}} {}

  Result<void> run() {
    const auto start = std::chrono::steady_clock::now();
    HP_TRY(record());
    HP_TRY(seat_keyers());
    {
      Keyers threads;
      threads.begin(keyers_);
      HP_TRY(lead(threads));
    }
    return say(std::chrono::steady_clock::now() - start);
  }

 private:
  std::string head() const { return stage_.one(v1::ROLE_COUNTING); }
  People committee() const { return with_role(stage_.script, v1::ROLE_COUNTING); }

  Result<void> record() {
    const auto collected = static_cast<std::uint32_t>(round_.issued);
    HP_TRY(stage_.bench.together(stage_.two(v1::ROLE_COUNTING), [&](const State&) {
      v1::Command command;
      auto& body = *command.mutable_record_paper();
      name_round(body, round_);
      body.set_prepared(collected + kSpoiled + kUnused);
      body.set_issued(collected);
      body.set_spoiled(kSpoiled);
      body.set_unused(kUnused);
      body.set_collected(collected);
      return Result<v1::Command>(command);
    }));
    for (std::uint32_t batch = 1; batch <= round_.pile.batches.size(); ++batch) {
      HP_TRY(stage_.bench.alone(head(), [&](const State&) {
        v1::Command command;
        auto& body = *command.mutable_open_batch();
        name_round(body, round_);
        body.set_batch(batch);
        body.set_papers(static_cast<std::uint32_t>(round_.pile.batches[batch - 1].size()));
        return Result<v1::Command>(command);
      }));
    }
    return {};
  }

  // The head leads; the others of the committee and the helpers key.
  Result<void> seat_keyers() {
    for (const v1::Role role : {v1::ROLE_COUNTING, v1::ROLE_HELPER}) {
      for (const std::string& person : with_role(stage_.script, role)) {
        if (person == head()) continue;
        HP_ASSIGN(Keyer keyer, Keyer::seat(hall_, person, stage_.bench.at(person).signer(),
                                           role == v1::ROLE_COUNTING));
        keyers_.push_back(std::move(keyer));
      }
    }
    stage_.tell("  phiếu giấy: " + std::to_string(round_.issued) + " tờ, " +
                std::to_string(round_.pile.batches.size()) + " lô, " +
                std::to_string(keyers_.size()) + " máy nhập, mỗi tờ hai người nhập độc lập");
    return {};
  }

  Result<v1::CountView> view() {
    v1::GetCountRequest request;
    request.set_congress_id(to_string(stage_.congress_id));
    name_round(request, round_);
    return stage_.bench.at(head()).hall().ask<v1::CountView>("/homphieu.v1.KeyingService/GetCount",
                                                             request);
  }

  // What the head does as the count goes on.
  Result<void> lead(Keyers& threads) {
    while (true) {
      if (const auto error = threads.error()) return std::unexpected(*error);
      HP_ASSIGN(const v1::CountView now_seen, view());
      bool open = false;
      for (const v1::BatchView& batch : now_seen.batches()) {
        if (batch.closed()) continue;
        open = true;
        HP_TRY(look_after(batch));
      }
      if (!open) return {};
      threads.wait();
    }
  }

  Result<void> look_after(const v1::BatchView& batch) {
    for (const std::uint32_t sheet : batch.undecided()) HP_TRY(conclude(batch, sheet));
    const bool all_but_one = std::ranges::all_of(
        batch.keyed(), [&](std::uint32_t keyed) { return keyed + 1 == batch.papers(); });
    if (all_but_one && hall_.missing.first == batch.batch() && !hall_.found) {
      HP_TRY(refuse_to_close(batch));
      stage_.tell("  thiếu một tờ ở lô " + std::to_string(batch.batch()) +
                  ": chưa đóng được lô; tìm thấy dưới gầm bàn, nhập tiếp");
      hall_.found = true;
    }
    if (!batch.has_problem()) return close(batch);
    return {};
  }

  Result<void> close(const v1::BatchView& batch) {
    return stage_.bench.alone(head(), [&](const State&) {
      v1::Command command;
      auto& body = *command.mutable_close_batch();
      name_round(body, round_);
      body.set_batch(batch.batch());
      body.set_opening(batch.opening());
      return Result<v1::Command>(command);
    });
  }

  Result<void> refuse_to_close(const v1::BatchView& batch) {
    const auto closed = close(batch);
    if (!closed && closed.error().code->name == "batch_papers_missing") return {};
    return closed ? fail(codes::kDemoDiffers, "batch", "closed with a paper missing")
                  : std::unexpected(closed.error());
  }

  // More than half of the members with the head.
  Result<void> conclude(const v1::BatchView& batch, std::uint32_t sheet) {
    People people = committee();
    people.resize(people.size() / 2 + 1);
    const TruePaper& paper = round_.pile.at(batch.batch(), sheet);
    const auto kept = round_.names - static_cast<std::uint32_t>(paper.content.struck_size());
    ++concluded_;
    return stage_.bench.together(people, [&](const State&) {
      v1::Command command;
      auto& body = *command.mutable_conclude_sheet();
      name_round(body, round_);
      body.set_batch(batch.batch());
      body.set_opening(batch.opening());
      body.set_sheet(sheet);
      *body.mutable_content() = paper.content;
      body.set_valid(kept >= 1 && kept <= round_.seats);
      body.set_reason("Ý định của người bầu thể hiện rõ trên phiếu");
      return Result<v1::Command>(command);
    });
  }

  Result<void> say(std::chrono::steady_clock::duration took) {
    std::uint32_t papers = 0, settled = 0;
    for (const Keyer& one : keyers_) {
      papers += one.done().papers;
      settled += one.done().settled;
    }
    const PaperPile& pile = round_.pile;
    stage_.tell(
        "  đã nhập " + std::to_string(papers) + " lượt tờ trong " +
        std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()) +
        " ms (không tính giờ gõ); " + std::to_string(pile.slips) + " chỗ gõ sai trên " +
        std::to_string(pile.differing) + " tờ: " + std::to_string(settled) +
        " lần người thứ ba xem lại, ban kiểm phiếu kết luận " + std::to_string(concluded_) + " tờ");
    return {};
  }

  Stage& stage_;
  const PaperRound& round_;
  KeyingHall hall_;
  std::vector<Keyer> keyers_;
  std::uint32_t concluded_ = 0;
};

}  // namespace

Result<void> count_papers(Stage& stage, const PaperRound& round) {
  return Count(stage, round).run();
}

}  // namespace hp::demo

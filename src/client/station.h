// A keying station: one person who keys papers of one contest at this machine
// (docs/design/paper.md section 2). It knows which paper is due, signs what was keyed, keeps it on
// disk and brings it to the server, and goes on with the batch in hand while there is no network.
//
//   Station station(std::move(hall), setup, std::move(outbox));
//   StationThread thread(station);          // or: station.work() by hand, again and again
//   const StationView view = station.view();
//   HP_TRY(station.finish(*view.paper, content));
//
// Two sides: the keyer's (view, finish, take_back, skip, acknowledge), which never waits for the
// network, and the network's (work, leave), of one thread. Safe between these two threads.
//
// Who keys can't read the record from the first keyed paper on, so that a station folds nothing:
// the definition is held against its approved hash, and every tree head that the server names
// must continue the newest one seen.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "base/time.h"
#include "client/outbox.h"
#include "client/station_stops.h"
#include "congress/definition.h"
#include "congress/paper_state.h"
#include "homphieu/v1/keying.pb.h"

namespace hp::client {

// One paper: where it lies. `again` takes back what this person keyed of it before.
struct Paper {
  std::uint32_t batch = 0;
  std::uint32_t opening = 0;
  std::uint32_t count = 0;  // 0: the third look
  std::uint32_t sheet = 0;
  bool struck = false;  // what is looked for: key_pad.h
  bool again = false;
  bool operator==(const Paper&) const = default;
};

// Something that the keyer must have read before keying goes on.
struct Notice {
  enum class What { kRefused, kGivenAway } what = What::kRefused;
  std::uint32_t batch = 0;
  std::vector<std::uint32_t> sheets;  // refused, or to be handed over with the batch
  std::vector<std::uint32_t> kept;    // of a batch given away: papers that need nobody any more
  Said why;
};

struct StationView {
  std::string person;
  std::shared_ptr<const congress::Definition> definition;  // nullptr before the first contact
  bool online = false;
  std::optional<UnixMs> calling_since;  // of a call under way
  UnixMs online_since{};                // or offline
  std::optional<Said> trouble;          // why nothing goes on, or why it is offline
  std::optional<Paper> paper;           // what is to be keyed now
  std::uint32_t batch = 0;              // in hand; 0: none
  std::uint32_t count = 0, papers = 0, left = 0;
  std::size_t waiting = 0;  // signed, not yet known to be in the record
  bool can_take_back = false;
  std::optional<Notice> notice;  // the first one
  std::vector<Stop> stops;       // while there is nothing to key
  std::optional<Error> stopped;  // never sign any more
};

struct StationSetup {
  std::shared_ptr<const crypto::Signer> signer;
  Hash congress{};
  std::string contest;
  bool settling = false;  // the third look at papers on which the counts differ
  std::string newest;     // the newest checkpoint that an earlier run had seen; empty: none
  // Called by the network's side with every newer one.
  std::function<void(std::string_view note)> keep = [](std::string_view) {};
  const Clock* clock = nullptr;  // outlives the station
  crypto::Random random;
};

class Station {
 public:
  static constexpr std::chrono::milliseconds kHeartbeat{15'000};
  static constexpr std::chrono::milliseconds kAgain{2'000};  // after a failure, or while idle

  Station(HallClient hall, StationSetup setup, std::unique_ptr<Outbox> outbox);

  // The keyer's side.
  StationView view() const;
  // The paper is signed and on disk when it returns; what waits is sent by work(). Fails with
  // `sheet_not_in_hand`, `outbox_folder`, `record_forked`.
  Result<void> finish(const Paper& paper, const congress::SheetContent& content);
  // The paper keyed last is due again; a second call gives it up. Fails with `no_paper_before`,
  // `no_taking_back`.
  Result<void> take_back();
  // Another paper of the batch first; all come around again. Fails with `no_paper_in_hand`.
  Result<void> skip();
  void acknowledge();

  // The network's side: does what is due, and says when to come again at the latest. After
  // finish() and acknowledge() at once.
  std::chrono::milliseconds work();
  // Sends what waits and gives the batch back; as far as the network lets it.
  void leave();
  // Ends a call under way, from any thread; work() does nothing more.
  void stop();

 private:
  struct Hand {
    v1::BatchInHand given;
    std::set<std::uint32_t> left;     // not keyed here
    std::set<std::uint32_t> refused;  // keyed here, and refused
    Paper paper(std::uint32_t sheet) const;
    bool holds(const Paper& paper) const;
  };

  // A step of the network's side: what goes wrong there is what a keyer is told.
  template <class T>
  using Step = std::expected<T, Said>;
  using Due = std::chrono::milliseconds;

  Step<Due> round();
  Step<void> log_in();
  Step<void> learn();
  Step<void> see(const journal::TreeHead& head, std::string_view note = {});
  Step<void> refresh();
  Step<void> deliver();
  Step<void> note_sent(const v1::Command& command, const Sent& sent);
  void note_refused(const v1::Command& command, const Said& why);
  Step<Due> keep_batch();
  Step<Due> take();
  Step<void> learn_stops();
  Step<void> hold();
  Step<void> put_in_hand(const v1::BatchInHand& given);
  void give_away(const Said& why);
  Post post();
  // A call: told as the server says it, and shown while it lasts.
  template <class F>
  auto call(F made) -> Step<typename std::invoke_result_t<F>::value_type>;
  template <class Request>
  Request about(const v1::BatchInHand* given = nullptr) const;

  // With the mutex held.
  std::optional<Paper> due_paper() const;
  std::set<std::uint32_t> waiting_sheets(const Hand& hand) const;
  v1::Command command_of(const Paper& paper, const congress::SheetContent& content) const;
  Result<v1::Envelope> sign(v1::Command command) const;

  HallClient hall_;  // the network side's alone, but for stop()
  StationSetup setup_;
  const std::unique_ptr<Outbox> outbox_;
  bool logged_in_ = false;
  bool remembers_ = false;       // `newest` of the setup was read
  UnixMs heard_{};               // last sign of life that the server took
  std::optional<Said> trouble_;  // of the round under way

  mutable std::mutex mutex_;  // of all below
  StationView view_;          // what changes seldom; the rest is made by view()
  std::optional<Hand> hand_;
  std::optional<Paper> last_;  // keyed last
  bool again_ = false;         // it is due again
  std::uint32_t chosen_ = 0;   // a paper to key first; 0: the lowest
  std::vector<Notice> notices_;
  journal::TreeHead newest_;
  bool leaving_ = false;
};

}  // namespace hp::client

// Which keying station has which batch (docs/design/paper.md section 2). In memory alone: after a
// restart the batches are handed out again, and the record says what is keyed. That nobody keys a
// batch in two counts, and no paper is counted twice, is the fold's to refuse; this only keeps two
// people from keying the same papers at once. Safe in any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/time.h"
#include "congress/state.h"

namespace hp::service {

namespace v1 = homphieu::v1;
using congress::State;

// A station that says nothing for so long gives its batch back, unless the server is told another
// time.
inline constexpr std::uint64_t kSilent = 60'000;  // ms

// One count of one batch; count 0 is the third look at the papers on which the counts differ.
struct Portion {
  std::string contest;
  std::uint32_t round = 0;
  std::uint32_t batch = 0;
  std::uint32_t opening = 0;
  std::uint32_t count = 0;
  auto operator<=>(const Portion&) const = default;
};

struct InHand {
  Portion portion;
  std::uint32_t papers = 0;
  std::vector<std::uint32_t> sheets;  // still to key, or to look at, ascending
};

// Whether the person may key papers of the round: its counting committee, and helpers.
bool may_key(const State& state, const congress::Round& round, const std::string& person);

class BatchesInHand {
 public:
  explicit BatchesInHand(const Clock& clock, std::uint64_t silent = kSilent)  // ms
      : clock_(clock), silent_(silent) {}
  std::uint64_t silent() const { return silent_; }

  // The portion that the person has already; else the lowest batch with papers to key that is in
  // nobody's hands and that this person may key. Fails with `not_keying`, `nothing_to_key`, and as
  // congress::require_counting.
  Result<InHand> take(const State& state, const congress::Round& round, const std::string& person,
                      bool for_settling);
  // A sign of life. Fails with `batch_given_away`, `nothing_to_key` where all is keyed.
  Result<InHand> hold(const congress::Round& round, const std::string& person,
                      const Portion& portion);
  void give_back(const std::string& person, const Portion& portion);

  // For papers on their way into the record: fails with `batch_given_away` where somebody else has
  // that portion now; otherwise it is a sign of life.
  Result<void> check(const std::string& person, const v1::KeySheets& body);

 private:
  struct Holder {
    std::string person;
    std::uint64_t heard = 0;  // ms
  };
  const Holder* holder_of(const Portion& portion) const;  // nullptr: free
  Result<InHand> give(const congress::Round& round, const std::string& person,
                      const Portion& portion);

  const Clock& clock_;
  const std::uint64_t silent_;
  mutable std::mutex mutex_;
  std::map<Portion, Holder> holders_;
};

}  // namespace hp::service

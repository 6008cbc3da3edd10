// Short ways to write cases in tests.
#pragma once

#include <initializer_list>
#include <vector>

#include "rules/count.h"

namespace hp::rules::test {

inline std::vector<Candidate> people(std::initializer_list<std::uint16_t> numbers) {
  std::vector<Candidate> out;
  for (const std::uint16_t number : numbers) out.push_back(Candidate{number});
  return out;
}

// The candidates from `first` to `last`.
inline std::vector<Candidate> from_to(std::uint16_t first, std::uint16_t last) {
  std::vector<Candidate> out;
  for (std::uint16_t number = first; number <= last; ++number) out.push_back(Candidate{number});
  return out;
}

inline std::vector<Votes> votes(std::initializer_list<std::uint64_t> numbers) {
  std::vector<Votes> out;
  for (const std::uint64_t number : numbers) out.push_back(Votes{number});
  return out;
}

inline Contest contest(Office office, std::uint64_t seats, std::uint64_t candidates) {
  Contest out;
  out.offices = {office};
  out.seats = Seats{seats};
  out.candidates = Names{candidates};
  return out;
}

inline BallotGroup struck(std::vector<Candidate> whom, std::uint64_t count = 1) {
  BallotGroup out;
  out.count = Ballots{count};
  out.struck = std::move(whom);
  return out;
}

inline BallotGroup marked(std::vector<Mark> marks, std::uint64_t count = 1) {
  BallotGroup out;
  out.count = Ballots{count};
  out.marks = std::move(marks);
  return out;
}

inline BallotGroup with(BallotGroup group, std::vector<Defect> defects) {
  group.defects = std::move(defects);
  return group;
}

inline BallotGroup concluded(BallotGroup group, bool valid) {
  group.conclusion = Conclusion{.valid = valid, .reason = {}};
  return group;
}

// A tally of valid ballots that came to these votes.
inline Tally tally(std::initializer_list<std::uint64_t> numbers) {
  Tally out;
  out.votes = votes(numbers);
  return out;
}

inline const Settings kDefault = settings_of(Profile::k190Of2024);

}  // namespace hp::rules::test

// Numbers that must not be mixed up: a vote is not a ballot, a ballot is not a person.
//
//   Votes mine{101};
//   mine += votes_of(Ballots{3});  // three equal ballots
//   Base base{mine};               // does not compile
#pragma once

#include <compare>
#include <cstdint>

namespace hp::rules {

// A whole number with a meaning. Each is read with `.value`; equal kinds compare and add.
template <class Meaning>
struct Number {
  std::uint64_t value = 0;

  constexpr Number() = default;
  constexpr explicit Number(std::uint64_t number) : value(number) {}
  auto operator<=>(const Number&) const = default;
  constexpr Number& operator+=(Number more) {
    value += more.value;
    return *this;
  }
  friend constexpr Number operator+(Number a, Number b) { return Number{a.value + b.value}; }
};

using Votes = Number<struct VotesMeaning>;      // for one person, on valid ballots
using Ballots = Number<struct BallotsMeaning>;  // papers, or electronic ballots
using People = Number<struct PeopleMeaning>;    // on the roll, in the hall
using Base = Number<struct BaseMeaning>;        // số làm căn cứ tính: people that half is half of
using Seats = Number<struct SeatsMeaning>;      // places to fill
using Names = Number<struct NamesMeaning>;      // how many people stand on a list
using Percent = Number<struct PercentMeaning>;  // whole percent of a setting
using Round = Number<struct RoundMeaning>;      // lần bầu, from 1

// A person's place on the ballot, from 1.
struct Candidate {
  std::uint16_t number = 0;

  constexpr Candidate() = default;
  constexpr explicit Candidate(std::uint16_t place) : number(place) {}
  auto operator<=>(const Candidate&) const = default;
  constexpr std::size_t index() const { return number - std::size_t{1}; }
  static constexpr Candidate at_index(std::size_t index) {
    return Candidate{static_cast<std::uint16_t>(index + 1)};
  }
};

// The votes that a person gets from equal ballots which each name that person.
constexpr Votes votes_of(Ballots ballots) {
  return Votes{ballots.value};
}

}  // namespace hp::rules

// Test kit: the known answers of tests/vectors.
#pragma once

#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "crypto/ballot.h"
#include "crypto/random.h"

namespace hp::crypto {

inline nlohmann::json vectors(const std::string& name) {
  std::ifstream file(std::string(HOMPHIEU_SOURCE_DIR) + "/tests/vectors/" + name);
  return nlohmann::json::parse(file);
}

inline Bytes bytes_of(const nlohmann::json& hex) {
  return from_hex(hex.get<std::string>()).value();
}

inline Hash hash_in(const nlohmann::json& hex) {
  return hash_from_hex(hex.get<std::string>()).value();
}

inline std::vector<Bytes> list_of(const nlohmann::json& list) {
  std::vector<Bytes> out;
  for (const auto& one : list) out.push_back(bytes_of(one));
  return out;
}

// Gives the scalars of a list as 48-byte draws, one after another.
inline Random known_random(const nlohmann::json& scalars, std::size_t& used) {
  used = 0;
  return [scalars, &used](std::span<std::uint8_t> bytes) {
    ASSERT_EQ(bytes.size(), 48u);
    ASSERT_LT(used, scalars.size());
    const Bytes known = bytes_of(scalars[used++]);
    std::ranges::fill(bytes, std::uint8_t{0});
    std::ranges::copy(known, bytes.begin() + 16);
  };
}

// A ballot of the vectors, with the contest it belongs to.
inline BallotContext context_in(const nlohmann::json& contest, const nlohmann::json& ballot) {
  BallotContext out;
  out.ctx = hash_in(contest["ctx"]);
  out.key = bytes_of(contest["K"]);
  const Bytes voter = bytes_of(ballot["voter"]);
  if (voter.size() == out.voter.size()) out.voter = array_of<65>(voter);
  out.shape = ballot_shape(ballot["n"], ballot["seats"], ballot["nobody_valid"]).value();
  return out;
}

}  // namespace hp::crypto

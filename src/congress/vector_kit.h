// Test kit: the known answers of tests/vectors as commands' bodies.
#pragma once

#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "base/hex.h"
#include "homphieu/v1/record.pb.h"

namespace hp::congress {

inline nlohmann::json vectors(const std::string& name) {
  std::ifstream file(std::string(HOMPHIEU_SOURCE_DIR) + "/tests/vectors/" + name);
  return nlohmann::json::parse(file);
}

inline std::string raw(const nlohmann::json& hex) {
  return to_string(from_hex(hex.get<std::string>()).value());
}

inline Hash hash(const nlohmann::json& hex) {
  return hash_from_hex(hex.get<std::string>()).value();
}

inline homphieu::v1::StartCeremony start_body(const nlohmann::json& c) {
  homphieu::v1::StartCeremony body;
  body.set_ceremony(1);
  body.set_n(c["n"].get<std::uint32_t>());
  body.set_k(c["k"].get<std::uint32_t>());
  for (std::uint32_t i = 1; i <= body.n(); ++i) body.add_trustees("t" + std::to_string(i));
  return body;
}

inline homphieu::v1::CommitKey commit_body(const nlohmann::json& c, std::size_t i) {
  homphieu::v1::CommitKey body;
  body.set_ceremony(1);
  body.set_commitment(raw(c["trustees"][i - 1]["commitment"]));
  return body;
}

inline homphieu::v1::RevealKey reveal_body(const nlohmann::json& c, std::size_t i) {
  const nlohmann::json& one = c["trustees"][i - 1];
  homphieu::v1::RevealKey body;
  body.set_ceremony(1);
  body.set_agreement(raw(one["E"]));
  for (const auto& point : one["C"]) body.add_coefficients(raw(point));
  for (const auto& proof : one["possession"]) body.add_proofs(raw(proof["proof"]));
  return body;
}

inline homphieu::v1::ShareKey share_body(const nlohmann::json& c, std::size_t i) {
  homphieu::v1::ShareKey body;
  body.set_ceremony(1);
  for (const auto& share : c["shares"]) {
    if (share["from"] == i) body.add_shares(raw(share["bytes"]));
  }
  return body;
}

inline homphieu::v1::AcceptKey accept_body(const nlohmann::json& c) {
  homphieu::v1::AcceptKey body;
  body.set_ceremony(1);
  body.set_ceremony_hash(raw(c["ceremony_hash"]));
  return body;
}

inline homphieu::v1::RehearseKey rehearse_body(const nlohmann::json& c, std::size_t i) {
  homphieu::v1::RehearseKey body;
  body.set_ceremony(1);
  body.set_partial(raw(c["rehearsal"]["partials"][i - 1]["bytes"]));
  return body;
}

}  // namespace hp::congress

// QR codes as black squares, and what the code of a ballot paper says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "paper/layout.h"

namespace hp::paper {

// The code (ISO/IEC 18004, error correction M, the smallest version that holds the text) with its
// modules filling `place`; the caller leaves `quiet_zone` white around it. `words` say to a reader
// aloud what it is. The same text gives the same squares. Fails with `paper_code` for an empty text
// or one beyond some 2,300 bytes.
Result<pdf::Picture> qr_picture(std::string_view text, const Place& place, std::string words);

// What must stay white on every side of a code this wide: four modules of the coarsest code that
// the text of a ballot paper gives (version 3, 29 modules).
inline constexpr Length quiet_zone(Length side) {
  return side * 4 / 29;
}

// What the code on a side of a ballot paper says: its style and nothing of the voter, so the codes
// of two papers of a style are equal.
//
//   HP1;874822ef;ban-chap-hanh.1;1/2;1e59f4b1
//   │   │        │             │ │   └ first 4 bytes of the definition's hash, in hexadecimal
//   │   │        │             │ └ side / sides
//   │   │        │             └ round of the record
//   │   │        └ contest: lower-case letters, digits, hyphens
//   │   └ first 4 bytes of the congress's id
//   └ format: HP1 a ballot paper, HPDT1 one of a rehearsal (diễn tập), which counts for nothing
//
// Contest, round and hash name the list, form and seats; they are in the definition that the hash
// is of.
struct BallotCode {
  bool rehearsal = false;
  Hash congress_id{};
  std::string contest;
  std::uint32_t round = 1;
  Hash definition_hash{};
};
std::string ballot_code(const BallotCode& code, std::size_t side, std::size_t sides);

}  // namespace hp::paper

// Who is to sign which field of the paper, and who the JSON.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "minutes/election.h"
#include "minutes/model.h"
#include "pdf/fonts.h"
#include "pki/certificate.h"

namespace hp::attest {

// Either kind of minutes.
using Minutes = std::variant<minutes::Model, minutes::Election>;

// Reads the JSON of either kind. Fails with `minutes_json`.
Result<Minutes> read_minutes(std::string_view json);
Result<Bytes> make_pdf(const Minutes& minutes, const pdf::Fonts& fonts);
const Hash& congress_of(const Minutes& minutes);

// The time at which certificates must be valid: when the minutes were completed.
UnixMs time_of(const Minutes& minutes);

struct Expected {
  std::string field;      // of the PDF: "seal", "head", "member_1"
  std::string name;       // as printed; of the seal the organisation
  std::string uid;        // pki::uid_of_person, pki::uid_of_seal
  bool on_paper = false;  // whether the paper is incomplete without it: members may leave theirs
  bool on_json = false;   // signs the JSON: the head and every member of the counting committee
};

// Those who sign, the seal first; without those whom the minutes name as not signing.
std::vector<Expected> expected_signers(const Minutes& minutes);

// Whether a certificate is that of the person expected: by the userId that a congress's own
// authority gives, and where it has no such one, by the name (as an organisation's own authority
// writes it).
bool matches(const Expected& who, const pki::Subject& subject);

}  // namespace hp::attest

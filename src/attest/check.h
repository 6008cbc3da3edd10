// Signed minutes checked with nothing at hand but the roots, and the record where there is one
// (docs/design/minutes.md section 4).
//
//   const Checked checked = check_paper(pdf, {.roots = roots, .fonts = &fonts});
//   checked.faults is empty: the paper is what it claims to be
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "attest/expected.h"
#include "pdf/fonts.h"
#include "pki/cms.h"

namespace hp::attest {

struct Against {
  std::vector<pki::Certificate> roots;
  const pdf::Fonts* fonts = nullptr;  // those of this program
  // The JSON that the record gives for what these minutes name; none where no record is at hand.
  // What it fails with is a fault.
  std::function<Result<std::string>(const Minutes&)> record{};
  bool complete = true;  // whether a missing signature is a fault
};

struct SignedBy {
  std::string field;        // "json" for a signature of the JSON
  std::string name;         // of the person expected
  std::string certificate;  // the name in the certificate
  Hash fingerprint{};       // SHA-256 of the certificate
  std::optional<UnixMs> timestamped;
  pki::Certificate signer;
};

struct Checked {
  std::string json;  // as attached, or as given
  std::optional<Minutes> minutes;
  std::vector<SignedBy> signatures;  // those that hold, in order
  std::vector<Expected> missing;     // still to sign
  std::vector<Error> faults;
  bool good() const { return faults.empty(); }
};

// The paper: every byte accounted for (pdf/signed.h); the pages those that the attached JSON
// gives, byte for byte; the JSON that of the record; the seal first; each signature valid, by the
// person whose field it fills, under the roots at the minutes' time; nobody in two people's places.
// Faults are codes of pdf, pki and attest/codes.h, `where` the field.
Checked check_paper(ByteView pdf, const Against& against);

// Detached signatures of the JSON, in any order: one each of the head and every member.
Checked check_json(std::string_view json, const std::vector<Bytes>& signatures,
                   const Against& against);

}  // namespace hp::attest

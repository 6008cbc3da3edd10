// Signing the official minutes through the hall's server. The signer's program makes the minutes
// anew from the record that it has folded itself, checks what stands on the paper, makes the same
// revision as the server, and only then asks for the key (docs/design/minutes.md section 3).
#pragma once

#include <functional>
#include <optional>

#include "attest/sign.h"
#include "client/official.h"
#include "homphieu/v1/signing.pb.h"

namespace hp::client {

// A round's minutes (0: the newest), or those of the contest's whole election.
struct MinutesName {
  std::string contest;
  std::uint32_t round = 0;
  bool election = false;
};

// What the signer goes by.
struct Trusting {
  std::vector<pki::Certificate> roots;
  const pdf::Fonts* fonts = nullptr;
};

// The raw signature over the bytes by the key of `who`; nothing where the person does not want it.
using AskKey =
    std::function<Result<std::optional<Bytes>>(const attest::Who& who, ByteView attributes)>;

// The authorities for signing; only the secretariat may.
Result<void> set_signing_roots(Official& official, const std::vector<pki::Certificate>& roots);

// The paper as the server keeps it, checked whole, against the record too. Fails with
// `minutes_not_of_record`, or the first fault found.
Result<v1::SignedPaper> signed_paper(Official& official, const MinutesName& name,
                                     const Trusting& trusting);
// Detached signatures of the JSON, unchecked.
Result<std::vector<Bytes>> json_signatures(Official& official, const MinutesName& name);

// One signature more on the paper, or of the JSON. Nothing where the person does not want it: the
// turn is given up. Fails with `signing_turn_other` where the server would have something else
// signed, and as attest::begin_paper, begin_json and the server do.
Result<std::optional<v1::SigningState>> sign_paper(Official& official, const MinutesName& name,
                                                   const attest::Who& who, const Trusting& trusting,
                                                   const AskKey& ask);
Result<std::optional<v1::SigningState>> sign_json(Official& official, const MinutesName& name,
                                                  const attest::Who& who, const Trusting& trusting,
                                                  const AskKey& ask);

// What was signed with another tool: a paper, or a detached signature of the JSON.
Result<v1::SigningState> upload_paper(Official& official, const MinutesName& name, ByteView pdf);
Result<v1::SigningState> upload_json_signature(Official& official, const MinutesName& name,
                                               ByteView cms);
// The answer of a timestamp authority for the newest signature.
Result<v1::SigningState> add_timestamp(Official& official, const MinutesName& name,
                                       ByteView request, ByteView response);

}  // namespace hp::client

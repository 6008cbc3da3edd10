#include "attest/check.h"

#include <algorithm>
#include <set>

#include "attest/codes.h"
#include "crypto/hash.h"
#include "minutes/pdf.h"
#include "pdf/signed.h"

namespace hp::attest {
namespace {

// Takes signatures one by one, and remembers who has signed.
class Signers {
 public:
  Signers(Checked& checked, const Against& against)
      : checked_(checked),
        expected_(expected_signers(*checked.minutes)),
        trust_{against.roots, time_of(*checked.minutes)} {}

  // `where`: a field, or "json" where any of the people who sign the JSON may stand.
  void take(const std::string& where, ByteView cms, const Hash& digest) {
    Result<void> taken = try_take(where, cms, digest);
    if (!taken.has_value()) checked_.faults.push_back(under(where, std::move(taken).error()));
  }

  // Who has not signed, of those that `wanted` picks.
  void missing(bool Expected::* wanted, bool is_fault) {
    for (const Expected& who : expected_) {
      if (!(who.*wanted) || signed_.contains(who.field)) continue;
      checked_.missing.push_back(who);
      if (is_fault)
        checked_.faults.push_back({&codes::kMinutesSignatureMissing, who.field, who.name});
    }
  }

 private:
  Result<void> try_take(const std::string& where, ByteView cms, const Hash& digest) {
    HP_ASSIGN(const pki::CmsSigner signer, pki::cms_check(cms, digest, trust_));
    const pki::Subject subject = signer.certificate.subject();
    const auto who = std::ranges::find_if(expected_, [&](const Expected& one) {
      return (where == "json" ? one.on_json : one.field == where) && matches(one, subject);
    });
    if (who == expected_.end()) return fail(codes::kMinutesSignerOther, "", subject.common_name);
    if (!signed_.insert(who->field).second)
      return fail(codes::kMinutesSignedAlready, "", who->name);
    if (std::ranges::any_of(certificates_, [&](const pki::Certificate& one) {
          return same_key(one, signer.certificate);
        })) {
      return fail(codes::kMinutesSignerTwice, "", subject.common_name);
    }
    certificates_.push_back(signer.certificate);
    checked_.signatures.push_back({where, who->name, subject.common_name,
                                   signer.certificate.fingerprint(), signer.timestamped,
                                   signer.certificate});
    return {};
  }

  Checked& checked_;
  const std::vector<Expected> expected_;
  const pki::Trust trust_;
  std::set<std::string> signed_;
  std::vector<pki::Certificate> certificates_;
};

Result<void> read_into(Checked& checked, const Against& against) {
  HP_ASSIGN(checked.minutes, read_minutes(checked.json));
  if (!against.record) return {};
  const Result<std::string> again = against.record(*checked.minutes);
  if (!again.has_value()) {
    checked.faults.push_back(again.error());
  } else if (*again != checked.json) {
    checked.faults.push_back({&codes::kMinutesNotOfRecord, "", ""});
  }
  return {};
}

Result<pdf::Signed> read_paper(ByteView file, Checked& checked, const Against& against) {
  HP_ASSIGN(pdf::Signed paper, pdf::read_signed(file));
  const auto attached = paper.attachments.find(std::string(minutes::kAttachedJson));
  if (attached == paper.attachments.end() || paper.attachments.size() != 1) {
    return fail(codes::kMinutesNoJson);
  }
  checked.json = to_string(attached->second);
  HP_TRY(read_into(checked, against));
  HP_ASSIGN(const Bytes again, make_pdf(*checked.minutes, *against.fonts));
  if (!equal(again, file.first(paper.base))) {
    checked.faults.push_back({&codes::kMinutesPaperDiffers, "", ""});
  }
  return paper;
}

}  // namespace

Checked check_paper(ByteView file, const Against& against) {
  Checked checked;
  Result<pdf::Signed> paper = read_paper(file, checked, against);
  if (!paper.has_value()) {
    checked.faults.push_back(std::move(paper).error());
    return checked;
  }
  const std::vector<pdf::Signature>& signatures = paper->signatures;
  if (!signatures.empty() && (signatures[0].field != "seal" || !signatures[0].certifies)) {
    checked.faults.push_back({&codes::kMinutesSealFirst, signatures[0].field, ""});
  }
  Signers signers(checked, against);
  for (const pdf::Signature& one : signatures) signers.take(one.field, one.contents, one.digest);
  signers.missing(&Expected::on_paper, against.complete);
  return checked;
}

Checked check_json(std::string_view json, const std::vector<Bytes>& signatures,
                   const Against& against) {
  Checked checked;
  checked.json = std::string(json);
  Result<void> read = read_into(checked, against);
  if (!read.has_value()) {
    checked.faults.push_back(std::move(read).error());
    return checked;
  }
  Signers signers(checked, against);
  const Hash digest = crypto::sha256(view(json));
  for (const Bytes& cms : signatures) signers.take("json", cms, digest);
  signers.missing(&Expected::on_json, against.complete);
  return checked;
}

}  // namespace hp::attest

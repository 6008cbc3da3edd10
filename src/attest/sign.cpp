#include "attest/sign.h"

#include <algorithm>

#include "attest/codes.h"
#include "crypto/hash.h"
#include "pdf/codes.h"
#include "pdf/signed.h"
#include "pki/codes.h"
#include "pki/timestamp.h"

namespace hp::attest {
namespace {

constexpr std::size_t kReserve = 8192;
constexpr std::size_t kReserveStamped = 16384;

// The certificate alone, before there is a signature: its person, its time.
Result<void> check_certificate(const pki::Certificate& certificate, const Expected& who,
                               UnixMs at) {
  const pki::Validity validity = certificate.validity();
  const std::string name = certificate.subject().common_name;
  if (!certificate.may_sign_documents()) return fail(codes::kCertificateUsage, who.field, name);
  if (at < validity.from) return fail(codes::kCertificateNotYet, who.field, name);
  if (at > validity.to) return fail(codes::kCertificateExpired, who.field, name);
  if (!matches(who, certificate.subject()))
    return fail(codes::kMinutesSignerOther, who.field, name);
  return {};
}

Against unfinished(const Against& against) {
  Against more = against;
  more.complete = false;
  return more;
}

Result<Expected> place_of(const Minutes& minutes, const Who& who) {
  const pki::Subject subject = who.certificate.subject();
  for (Expected& one : expected_signers(minutes)) {
    if (who.field.empty() ? matches(one, subject) : one.field == who.field) return std::move(one);
  }
  if (who.field.empty()) return fail(codes::kMinutesSignerOther, "", subject.common_name);
  return fail(codes::kMinutesNoSuchField, who.field);
}

// What is shown in a visible field; invisible ones show nothing.
std::vector<std::string> appearance_of(const Expected& who, UnixMs at) {
  if (who.field == "seal") return {};
  const std::string time = iso_vietnam(at);  // "2020-07-28T08:05:00+07:00"
  const std::string day = time.substr(8, 2) + "/" + time.substr(5, 2) + "/" + time.substr(0, 4);
  return {"Đã ký số: " + who.name, time.substr(11, 8) + ", ngày " + day};
}

}  // namespace

Result<Turn> begin_paper(ByteView file, const Who& who, const Against& against, UnixMs now) {
  const Checked checked = check_paper(file, unfinished(against));
  if (!checked.good()) return std::unexpected(checked.faults.front());
  HP_ASSIGN(const Expected place, place_of(*checked.minutes, who));
  const auto& done = checked.signatures;
  if (std::ranges::any_of(done, [&](const SignedBy& one) { return one.field == place.field; })) {
    return fail(codes::kMinutesSignedAlready, place.field, place.name);
  }
  if (done.empty() && place.field != "seal") return fail(codes::kMinutesSealFirst, place.field);
  if (std::ranges::any_of(
          done, [&](const SignedBy& one) { return same_key(one.signer, who.certificate); })) {
    return fail(codes::kMinutesSignerTwice, place.field, who.certificate.subject().common_name);
  }
  HP_TRY(check_certificate(who.certificate, place, time_of(*checked.minutes)));
  pdf::SignatureRequest request;
  request.field = place.field;
  request.name = who.certificate.subject().common_name;
  request.at = now;
  request.certify = place.field == "seal";
  request.reserve = who.timestamp ? kReserveStamped : kReserve;
  request.appearance = appearance_of(place, now);
  Turn turn{{}, who, {}};
  turn.who.field = place.field;
  HP_ASSIGN(turn.open, pdf::begin_signature(file, request, *against.fonts));
  HP_ASSIGN(turn.attributes, pki::cms_attributes(turn.open.digest, who.certificate));
  return turn;
}

Result<Bytes> finish_paper(Turn turn, ByteView signature) {
  HP_ASSIGN(const Bytes cms,
            pki::cms_finish(turn.open.digest, turn.who.certificate, turn.who.chain, signature));
  return pdf::finish_signature(std::move(turn.open), cms);
}

Result<void> check_upload(ByteView ours, ByteView theirs, const Against& against) {
  if (theirs.size() <= ours.size() || !equal(theirs.first(ours.size()), ours)) {
    return fail(codes::kMinutesUploadOther);
  }
  const Against checking = unfinished(against);
  const Checked before = check_paper(ours, checking);
  const Checked after = check_paper(theirs, checking);
  if (!after.good()) return std::unexpected(after.faults.front());
  if (after.signatures.size() != before.signatures.size() + 1) {
    return fail(codes::kMinutesUploadOther);
  }
  return {};
}

Result<JsonTurn> begin_json(std::string_view json, const Who& who, const Against& against) {
  const Checked checked = check_json(json, {}, unfinished(against));
  if (!checked.good()) return std::unexpected(checked.faults.front());
  HP_ASSIGN(const Expected place, place_of(*checked.minutes, who));
  if (!place.on_json) return fail(codes::kMinutesNoSuchField, place.field);
  HP_TRY(check_certificate(who.certificate, place, time_of(*checked.minutes)));
  JsonTurn turn{who, {}};
  turn.who.field = place.field;
  HP_ASSIGN(turn.attributes, pki::cms_attributes(crypto::sha256(view(json)), who.certificate));
  return turn;
}

Result<Bytes> finish_json(std::string_view json, const JsonTurn& turn, ByteView signature) {
  return pki::cms_finish(crypto::sha256(view(json)), turn.who.certificate, turn.who.chain,
                         signature);
}

Result<Bytes> ask_timestamp(ByteView file) {
  HP_ASSIGN(const pdf::Signed paper, pdf::read_signed(file));
  if (paper.signatures.empty()) return fail(codes::kPdfNotSigned);
  return pki::timestamp_request(paper.signatures.back().contents);
}

Result<Bytes> take_timestamp(ByteView file, ByteView request, ByteView response) {
  HP_ASSIGN(const pdf::Signed paper, pdf::read_signed(file));
  if (paper.signatures.empty()) return fail(codes::kPdfNotSigned);
  HP_ASSIGN(const Bytes cms,
            pki::with_timestamp(paper.signatures.back().contents, request, response));
  return pdf::replace_last_contents(file, cms);
}

}  // namespace hp::attest

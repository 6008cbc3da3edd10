// A congress's people with certificates, and papers that they signed, for tests.
#pragma once

#include <map>

#include "attest/sign.h"
#include "minutes/examples.h"
#include "minutes/json.h"
#include "minutes/pdf.h"
#include "pdf/test_support.h"
#include "pki/test_kit.h"

namespace hp::attest::testing {

using pki::KeyKind;
using pki::testing::kDayMs;

// Everyone whom minutes expect, each with a key and a certificate of the congress's authority.
class Hall {
 public:
  explicit Hall(const Minutes& minutes, KeyKind kind = KeyKind::kP256)
      : at_(time_of(minutes)),
        year_{{at_.value - 100 * kDayMs}, {at_.value + 100 * kDayMs}},
        minutes_(minutes) {
    authority_.root = pki::make_authority(authority_.key, {"Gốc thử nghiệm", "", ""}, year_);
    for (const Expected& one : expected_signers(minutes)) {
      people_.emplace(one.field, authority_.person(one.name, one.uid, kind, year_));
    }
  }

  const pki::testing::Person& person(const std::string& field) const { return people_.at(field); }
  const pki::testing::Authority& authority() const { return authority_; }
  pki::Validity year() const { return year_; }
  UnixMs at() const { return at_; }
  Against against() const { return {{authority_.root}, &pdf::testing::fonts(), {}, true}; }

  Bytes blank() const { return make_pdf(minutes_, pdf::testing::fonts()).value(); }

  Result<Bytes> sign(ByteView paper, const std::string& field,
                     const pki::testing::Person& by) const {
    HP_ASSIGN(Turn turn, begin_paper(paper, {field, by.certificate, {}, false}, against(), at_));
    const Bytes signature = by.key.sign(turn.attributes);
    return finish_paper(std::move(turn), signature);
  }
  Result<Bytes> sign(ByteView paper, const std::string& field) const {
    return sign(paper, field, person(field));
  }
  Bytes signed_by_all() const {
    Bytes paper = blank();
    for (const Expected& one : expected_signers(minutes_)) paper = sign(paper, one.field).value();
    return paper;
  }

 private:
  UnixMs at_;
  pki::Validity year_;
  Minutes minutes_;
  pki::testing::Authority authority_;
  std::map<std::string, pki::testing::Person> people_;
};

// Names of the faults' codes, in order, with their fields: "minutes_signature_missing head".
inline std::vector<std::string> faults_of(const Checked& checked) {
  std::vector<std::string> all;
  for (const Error& fault : checked.faults) {
    all.push_back(std::string(fault.code->name) + (fault.where.empty() ? "" : " " + fault.where));
  }
  return all;
}

template <class T>
std::string code_of(const Result<T>& result) {
  return result.has_value() ? "good" : std::string(result.error().code->name);
}

}  // namespace hp::attest::testing

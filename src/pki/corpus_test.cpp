// The kept CMS signatures (tests/corpus/cms, made by tests/corpus/make_cms.py with openssl): the
// odd ones are what an attacker with a certificate, or with none, would try. Each has its code.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "crypto/hash.h"
#include "pki/cms.h"

namespace hp::pki {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(HOMPHIEU_SOURCE_DIR) / "tests/corpus";
constexpr UnixMs kDay{1764036000000};  // 2025-11-25, when tsa_short's certificate was valid

// What the names do not say by themselves is said in make_cms.py.
const std::map<std::string, std::string> kWanted{
    {"good_binding_sha512", "good"},
    {"good_by_hand", "good"},
    {"good_chain", "good"},
    {"good_email", "good"},
    {"good_indefinite", "good"},
    {"good_keyid", "good"},
    {"good_p256", "good"},
    {"good_pss", "good"},
    {"good_rsa", "good"},
    {"good_stamped", "good"},
    {"good_stamped_twice", "good"},
    {"good_two_names", "good"},
    {"form_attached", "cms_form"},
    {"form_cut", "cms_form"},
    {"form_deep", "cms_form"},
    {"form_digest_twice", "cms_form"},
    {"form_digest_two_values", "cms_form"},
    {"form_huge_version", "cms_form"},
    {"form_no_attributes", "cms_form"},
    {"form_no_certificate", "cms_form"},
    {"form_no_signer", "cms_form"},
    {"form_tail", "cms_form"},
    {"form_two_signers", "cms_form"},
    {"form_type_outside", "cms_form"},
    {"form_type_signed", "cms_form"},
    {"digest_sha1", "cms_digest"},
    {"digest_sha512", "cms_digest"},
    {"content_other", "cms_content"},
    {"signature_other_key", "cms_signature"},
    {"signature_pss_sha1", "cms_signature"},
    {"signature_sha1", "cms_signature"},
    {"binding_none", "cms_certificate"},
    {"binding_other", "cms_certificate"},
    {"binding_sha1", "cms_certificate"},
    {"binding_twice", "cms_certificate"},
    {"binding_v1", "cms_certificate"},
    {"binding_v1_beside_two", "cms_certificate"},
    {"usage_encipherment", "certificate_usage"},
    {"usage_server", "certificate_usage"},
    {"usage_timestamps", "certificate_usage"},
    {"key_p384", "certificate_key"},
    {"key_rsa1024", "certificate_key"},
    {"path_by_leaf", "certificate_untrusted"},
    {"path_critical", "certificate_untrusted"},
    {"path_narrowed", "certificate_untrusted"},
    {"path_sha1", "certificate_untrusted"},
    {"path_stranger", "certificate_untrusted"},
    {"path_without_middle", "certificate_untrusted"},
    {"time_expired", "certificate_expired"},
    {"time_later", "certificate_not_yet"},
    {"stamp_expired", "timestamp_untrusted"},
    {"stamp_no_token", "timestamp_form"},
    {"stamp_one_of_two", "timestamp_untrusted"},
    {"stamp_other", "timestamp_other"},
    {"stamp_sha1", "timestamp_untrusted"},
    {"stamp_stranger", "timestamp_untrusted"},
    {"stamp_text", "timestamp_form"},
};

Bytes file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

Result<CmsSigner> checked(const std::string& name) {
  const Trust trust{{Certificate::from_pem(chars(file(kFolder / "cms_trust/root.pem"))).value()},
                    kDay};
  return cms_check(file(kFolder / "cms" / (name + ".der")), crypto::sha256(view("bien ban")),
                   trust);
}

class KeptCms : public ::testing::TestWithParam<std::pair<const std::string, std::string>> {};

TEST_P(KeptCms, HasItsCode) {
  const auto& [name, code] = GetParam();
  const auto signer = checked(name);
  EXPECT_EQ(signer.has_value() ? "good" : std::string(signer.error().code->name), code);
  if (signer.has_value()) {
    EXPECT_EQ(signer->timestamped.has_value(), name.starts_with("good_stamped"));
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, KeptCms, ::testing::ValuesIn(kWanted),
                         [](const auto& one) { return one.param.first; });

TEST(Corpus, NoFileIsWithoutAnExpectation) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder / "cms")) {
    EXPECT_TRUE(kWanted.contains(entry.path().stem().string())) << entry.path();
    ++count;
  }
  EXPECT_EQ(count, kWanted.size());
}

// Which of two names a reader shows is a matter of taste: it is nobody's name then.
TEST(Corpus, ACertificateWithTwoNamesHasNone) {
  EXPECT_EQ(checked("good_two_names").value().certificate.subject().common_name, "");
}

}  // namespace
}  // namespace hp::pki

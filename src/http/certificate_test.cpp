#include "http/certificate.h"

#include <gtest/gtest.h>
#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

#include "http/codes.h"

namespace hp::http {
namespace {

constexpr UnixMs kNow{1'800'000'000'000};
constexpr std::uint64_t kDayMs = 86'400'000;

class FixedClock : public Clock {
 public:
  UnixMs now() const override { return kNow; }
};

using Cert = std::unique_ptr<X509, decltype(&X509_free)>;

Cert read(const std::string& pem) {
  BIO* bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  Cert cert(PEM_read_bio_X509(bio, nullptr, nullptr, nullptr), X509_free);
  BIO_free(bio);
  return cert;
}

// The error of OpenSSL's own path validation at `when`, X509_V_OK where there is none.
int validated(const Identity& server, const Identity& authority, UnixMs when) {
  const Cert leaf = read(server.certificate_pem);
  const Cert root = read(authority.certificate_pem);
  X509_STORE* store = X509_STORE_new();
  X509_STORE_add_cert(store, root.get());
  X509_STORE_CTX* context = X509_STORE_CTX_new();
  X509_STORE_CTX_init(context, store, leaf.get(), nullptr);
  X509_STORE_CTX_set_default(context, "ssl_server");
  X509_STORE_CTX_set_time(context, 0, static_cast<time_t>(when.value / 1000));
  X509_STORE_CTX_set_flags(context, X509_V_FLAG_X509_STRICT);
  const int result = X509_verify_cert(context) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context);
  X509_STORE_CTX_free(context);
  X509_STORE_free(store);
  return result;
}

TEST(Certificate, ValidatesStrictlyUnderItsOwnAuthorityAlone) {
  const FixedClock clock;
  const auto authority = make_authority("Hòm Phiếu – Đại hội", clock).value();
  const auto other = make_authority("Hòm Phiếu – Đại hội", clock).value();
  const auto server = issue(authority, {"hall.local"}, clock).value();
  EXPECT_EQ(validated(server, authority, kNow), X509_V_OK);
  EXPECT_NE(validated(server, other, kNow), X509_V_OK);
}

TEST(Certificate, IsGoodForAYearAndForAClockThatIsADayBehind) {
  const FixedClock clock;
  const auto authority = make_authority("Hall", clock).value();
  const auto server = issue(authority, {"hall.local"}, clock).value();
  EXPECT_EQ(validated(server, authority, {kNow.value - kDayMs + 1000}), X509_V_OK);
  EXPECT_EQ(validated(server, authority, {kNow.value + 364 * kDayMs}), X509_V_OK);
  EXPECT_EQ(validated(server, authority, {kNow.value + 366 * kDayMs}), X509_V_ERR_CERT_HAS_EXPIRED);
  EXPECT_EQ(valid_until(server.certificate_pem)->value, kNow.value + 365 * kDayMs);
  EXPECT_EQ(valid_until(authority.certificate_pem)->value, kNow.value + 3652 * kDayMs);
}

TEST(Certificate, NamesEveryHostAndAddressItWasMadeFor) {
  const FixedClock clock;
  const auto authority = make_authority("Hall", clock).value();
  const auto server =
      issue(authority, {"hall.local", "192.168.1.7", "::1", "localhost"}, clock).value();
  const Cert cert = read(server.certificate_pem);
  for (const char* host : {"hall.local", "localhost"}) {
    EXPECT_EQ(X509_check_host(cert.get(), host, 0, 0, nullptr), 1) << host;
  }
  for (const char* address : {"192.168.1.7", "::1"}) {
    EXPECT_EQ(X509_check_ip_asc(cert.get(), address, 0), 1) << address;
  }
  EXPECT_EQ(X509_check_host(cert.get(), "other.local", 0, 0, nullptr), 0);
  EXPECT_EQ(X509_check_ip_asc(cert.get(), "192.168.1.8", 0), 0);
}

TEST(Certificate, RefusesHostsThatAreNeitherNameNorAddress) {
  const FixedClock clock;
  const auto authority = make_authority("Hall", clock).value();
  for (const char* host : {"", "a b", "hội.vn", "*.vn", "a..b", "-a", "a,DNS:evil.example"}) {
    const auto made = issue(authority, {"hall.local", host}, clock);
    ASSERT_FALSE(made.has_value()) << host;
    EXPECT_TRUE(made.error().is(codes::kHttpHostName)) << host;
    EXPECT_EQ(made.error().where, "hosts[1]");
  }
  EXPECT_TRUE(issue(authority, {}, clock).error().is(codes::kHttpHostName));
}

TEST(Certificate, AnAuthorityThatCannotBeReadOrDoesNotMatchIssuesNothing) {
  const FixedClock clock;
  const auto authority = make_authority("Hall", clock).value();
  const auto other = make_authority("Hall", clock).value();
  const Identity mixed{authority.certificate_pem, other.key_pem};
  EXPECT_TRUE(issue(mixed, {"a"}, clock).error().is(codes::kHttpTlsMaterial));
  EXPECT_TRUE(issue({"", ""}, {"a"}, clock).error().is(codes::kHttpTlsMaterial));
  EXPECT_TRUE(
      issue({authority.certificate_pem, "x"}, {"a"}, clock).error().is(codes::kHttpTlsMaterial));
}

TEST(Certificate, ItsFingerprintIsThatOfTheDer) {
  const FixedClock clock;
  const auto authority = make_authority("Hall", clock).value();
  const Cert cert = read(authority.certificate_pem);
  Hash expected{};
  unsigned size = 0;
  X509_digest(cert.get(), EVP_sha256(), expected.data(), &size);
  EXPECT_EQ(fingerprint(authority.certificate_pem).value(), expected);
  EXPECT_TRUE(fingerprint("none").error().is(codes::kHttpTlsMaterial));
}

}  // namespace
}  // namespace hp::http

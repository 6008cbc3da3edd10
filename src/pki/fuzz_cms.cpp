// libFuzzer: whatever the bytes are, the checker answers, and what it takes was signed by one of
// the people whose signatures are in the corpus. OpenSSL itself is as installed, without
// instruments.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "crypto/hash.h"
#include "pki/timestamp.h"

namespace {

using namespace hp;
using namespace hp::pki;

std::vector<Certificate> certificates(const char* name) {
  const char* folder = std::getenv("HOMPHIEU_CMS_TRUST");
  std::ifstream in(std::string(folder == nullptr ? "tests/corpus/cms_trust" : folder) + "/" + name);
  const std::string pem{std::istreambuf_iterator<char>(in), {}};
  return certificates_of_pem(pem).value();
}

struct Kept {
  Trust trust{certificates("root.pem"), {1764036000000}};  // 2025-11-25
  Hash content = crypto::sha256(view("bien ban"));
  std::set<Hash> people;

  Kept() {
    for (const Certificate& one : certificates("people.pem")) people.insert(one.fingerprint());
  }
};

template <class T>
bool answered(const Result<T>& result) {
  if (!result.has_value() && result.error().code == nullptr) std::abort();
  return result.has_value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Kept kKept;
  const ByteView cms{data, size};
  const auto named = cms_certificate(cms);
  if (answered(timestamp_request(cms)) != answered(named)) std::abort();
  const auto signer = cms_check(cms, kKept.content, kKept.trust);
  if (answered(signer)) {
    const Hash by = signer->certificate.fingerprint();
    if (!kKept.people.contains(by) || !named || named->fingerprint() != by) std::abort();
  }
  return 0;
}

// For the sources of this room: OpenSSL's objects of X.509 and CMS, freed by themselves.
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <ctime>

#include "base/bytes.h"
#include "base/time.h"
#include "crypto/openssl.h"

namespace hp::pki::openssl {

using namespace crypto::openssl;

using X509Ptr = std::unique_ptr<X509, Freed<X509_free>>;
using RequestPtr = std::unique_ptr<X509_REQ, Freed<X509_REQ_free>>;
using NamePtr = std::unique_ptr<X509_NAME, Freed<X509_NAME_free>>;
using BioPtr = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;
using StorePtr = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using TokenPtr = std::unique_ptr<PKCS7, Freed<PKCS7_free>>;

// DER of an object, by its i2d function.
template <class T, class I2d>
Bytes der_of(T* object, I2d i2d) {
  unsigned char* out = nullptr;
  const int length = i2d(object, &out);
  if (length < 0) throw std::runtime_error("OpenSSL failed");
  Bytes bytes(out, out + length);
  OPENSSL_free(out);
  return bytes;
}

// An object out of exactly these bytes of DER, or nothing.
template <class Ptr, class D2i>
Ptr from_der(ByteView der, D2i d2i) {
  const unsigned char* at = der.data();
  Ptr object(d2i(nullptr, &at, static_cast<long>(der.size())));
  if (object != nullptr && at != der.data() + der.size()) object.reset();
  if (object == nullptr) ERR_clear_error();
  return object;
}

inline BioPtr reading(ByteView bytes) {
  const void* begin = bytes.empty() ? "" : static_cast<const void*>(bytes.data());
  BioPtr bio(BIO_new_mem_buf(begin, static_cast<int>(bytes.size())));
  if (bio == nullptr) throw std::runtime_error("OpenSSL failed");
  return bio;
}

inline std::time_t seconds(UnixMs time) {
  return static_cast<std::time_t>(time.value / 1000);
}

}  // namespace hp::pki::openssl

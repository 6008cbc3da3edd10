#include "crypto/secret_scalar.h"

#include "crypto/codes.h"
#include "crypto/openssl.h"
#include "crypto/scalar.h"

namespace hp::crypto {
namespace {

using openssl::Element;
using openssl::must;
using openssl::Number;

const EC_GROUP* p256_group() {
  static const EC_GROUP* const made = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  return made;
}

// OpenSSL's scratch space, one for each thread; it keeps temporaries in secure order itself.
BN_CTX* scratch() {
  thread_local const std::unique_ptr<BN_CTX, openssl::Freed<BN_CTX_free>> made(BN_CTX_new());
  return made.get();
}

Number number_of(const SecretScalar& secret) {
  const Secret bytes = secret.encode();
  Number out(BN_bin2bn(bytes.view().data(), 32, nullptr));
  if (!out) throw std::bad_alloc();
  BN_set_flags(out.get(), BN_FLG_CONSTTIME);
  return out;
}

Result<PublicPoint> encoded(const Element& point) {
  if (EC_POINT_is_at_infinity(p256_group(), point.get()) == 1) {
    return fail(codes::kGroupElement, "", "infinity");
  }
  PublicPoint out{};
  EC_POINT_point2oct(p256_group(), point.get(), POINT_CONVERSION_UNCOMPRESSED, out.data(),
                     out.size(), scratch());
  return out;
}

}  // namespace

SecretScalar::SecretScalar(std::uint64_t number) : limbs_{number, 0, 0, 0} {}

SecretScalar::SecretScalar(const Scalar& number) : limbs_(number.limbs()) {}

Result<SecretScalar> SecretScalar::decode(ByteView bytes) {
  if (bytes.size() != 32) return fail(codes::kGroupElement, "", "length");
  const SecretScalar out(p256::limbs_from_bytes(bytes.data()));
  if (!p256::less(out.limbs_, p256::order::kQ)) return fail(codes::kGroupElement, "", "scalar");
  return out;
}

SecretScalar SecretScalar::reduce(ByteView bytes) {
  return SecretScalar(p256::order::reduce48(bytes.data()));
}

SecretScalar SecretScalar::derive(ByteView bytes) {
  return SecretScalar(p256::order::derive48(bytes.data()));
}

SecretScalar SecretScalar::draw(const Random& random) {
  std::array<std::uint8_t, 48> bytes{};
  random(bytes);
  SecretScalar out = reduce(bytes);
  wipe(bytes);
  return out;
}

SecretScalar::~SecretScalar() {
  wipe({reinterpret_cast<std::uint8_t*>(limbs_.data()), sizeof limbs_});
}

Secret SecretScalar::encode() const {
  Secret out(32);
  p256::limbs_to_bytes(limbs_, out.bytes().data());
  return out;
}

SecretScalar operator+(const SecretScalar& a, const SecretScalar& b) {
  return SecretScalar(p256::order::add(a.limbs_, b.limbs_));
}

SecretScalar operator-(const SecretScalar& a, const SecretScalar& b) {
  return SecretScalar(p256::order::subtract(a.limbs_, b.limbs_));
}

SecretScalar operator*(const SecretScalar& a, const SecretScalar& b) {
  return SecretScalar(p256::order::multiply(a.limbs_, b.limbs_));
}

SecretBase SecretBase::generator() {
  return SecretBase();
}

Result<SecretBase> SecretBase::decode(ByteView bytes) {
  SecretBase out;
  out.point_ = std::shared_ptr<EC_POINT>(EC_POINT_new(p256_group()), EC_POINT_free);
  // OpenSSL checks coordinates and curve, but takes other forms too.
  if (bytes.size() != 65 || bytes[0] != 4 ||
      EC_POINT_oct2point(p256_group(), out.point_.get(), bytes.data(), bytes.size(), scratch()) !=
          1) {
    return fail(codes::kGroupElement, "", "point");
  }
  return out;
}

Result<PublicPoint> SecretBase::power(const SecretScalar& secret) const {
  const Element out(EC_POINT_new(p256_group()));
  const Number exponent = number_of(secret);
  must(point_
           ? EC_POINT_mul(p256_group(), out.get(), nullptr, point_.get(), exponent.get(), scratch())
           : EC_POINT_mul(p256_group(), out.get(), exponent.get(), nullptr, nullptr, scratch()));
  return encoded(out);
}

}  // namespace hp::crypto

#include "congress/group.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>
#include <openssl/sha.h>

#include <stdexcept>

#include "congress/contest_codes.h"

namespace hp::congress::group {
namespace {

const EC_GROUP* p256() {
  static const EC_GROUP* const made = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  return made;
}
const BIGNUM* order() {
  return EC_GROUP_get0_order(p256());
}

// OpenSSL's scratch space, one for each thread.
BN_CTX* scratch() {
  thread_local const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> made(BN_CTX_new(),
                                                                          BN_CTX_free);
  return made.get();
}

// These calls fail only without memory.
void must(int ok) {
  if (ok != 1) throw std::runtime_error("OpenSSL arithmetic failed");
}

}  // namespace

Bytes transcript(std::string_view tag, const std::vector<ByteView>& fields) {
  Bytes out;
  const auto add = [&](ByteView field) {
    append(out, u64_be(field.size()));
    append(out, field);
  };
  add(view(tag));
  for (const ByteView field : fields) add(field);
  return out;
}

Scalar::Scalar() : number_(BN_new(), BN_clear_free) {}

Scalar::Scalar(std::uint64_t number) : Scalar() {
  const auto bytes = u64_be(number);
  BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), number_.get());
}

Result<Scalar> Scalar::decode(ByteView bytes) {
  if (bytes.size() != 32) return fail(codes::kGroupElement, "", "length");
  Scalar out;
  BN_bin2bn(bytes.data(), 32, out.number_.get());
  if (BN_cmp(out.get(), order()) >= 0) return fail(codes::kGroupElement, "", "scalar");
  return out;
}

Scalar Scalar::reduce(ByteView bytes) {
  Scalar out;
  BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), out.number_.get());
  must(BN_nnmod(out.number_.get(), out.get(), order(), scratch()));
  return out;
}

Scalar Scalar::secret(ByteView bytes) {
  const std::unique_ptr<BIGNUM, decltype(&BN_clear_free)> below(BN_dup(order()), BN_clear_free);
  must(BN_sub_word(below.get(), 1));
  Scalar out;
  BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), out.number_.get());
  must(BN_nnmod(out.number_.get(), out.get(), below.get(), scratch()));
  must(BN_add_word(out.number_.get(), 1));
  BN_set_flags(out.number_.get(), BN_FLG_CONSTTIME);
  return out;
}

Bytes Scalar::encode() const {
  Bytes out(32);
  BN_bn2binpad(get(), out.data(), 32);
  return out;
}

Scalar operator+(const Scalar& a, const Scalar& b) {
  Scalar out;
  must(BN_mod_add(out.number_.get(), a.get(), b.get(), order(), scratch()));
  return out;
}

Scalar operator-(const Scalar& a, const Scalar& b) {
  Scalar out;
  must(BN_mod_sub(out.number_.get(), a.get(), b.get(), order(), scratch()));
  return out;
}

Scalar operator*(const Scalar& a, const Scalar& b) {
  Scalar out;
  must(BN_mod_mul(out.number_.get(), a.get(), b.get(), order(), scratch()));
  return out;
}

Scalar Scalar::inverse() const {
  Scalar out;
  must(BN_mod_inverse(out.number_.get(), get(), order(), scratch()) != nullptr ? 1 : 0);
  return out;
}

bool Scalar::operator==(const Scalar& other) const {
  return BN_cmp(get(), other.get()) == 0;
}

Point::Point() : point_(EC_POINT_new(p256()), EC_POINT_free) {}

Point Point::generator() {
  Point out;
  must(EC_POINT_copy(out.point_.get(), EC_GROUP_get0_generator(p256())));
  return out;
}

Result<Point> Point::decode(ByteView bytes) {
  Point out;
  // OpenSSL checks coordinates and curve, but takes other forms too.
  if (bytes.size() != 65 || bytes[0] != 4 ||
      EC_POINT_oct2point(p256(), out.point_.get(), bytes.data(), bytes.size(), scratch()) != 1) {
    return fail(codes::kGroupElement, "", "point");
  }
  return out;
}

Result<Bytes> Point::encode() const {
  if (EC_POINT_is_at_infinity(p256(), point_.get()) == 1) {
    return fail(codes::kGroupElement, "", "infinity");
  }
  Bytes out(65);
  EC_POINT_point2oct(p256(), point_.get(), POINT_CONVERSION_UNCOMPRESSED, out.data(), out.size(),
                     scratch());
  return out;
}

Point operator*(const Point& a, const Point& b) {
  Point out;
  must(EC_POINT_add(p256(), out.point_.get(), a.point_.get(), b.point_.get(), scratch()));
  return out;
}

Point Point::power(const Scalar& exponent) const {
  Point out;
  must(EC_POINT_mul(p256(), out.point_.get(), nullptr, point_.get(), exponent.get(), scratch()));
  return out;
}

bool Point::operator==(const Point& other) const {
  return EC_POINT_cmp(p256(), point_.get(), other.point_.get(), scratch()) == 0;
}

Point with_generator(const Scalar& a, const Point& point, const Scalar& b) {
  Point out;
  must(EC_POINT_mul(p256(), out.point_.get(), a.get(), point.point_.get(), b.get(), scratch()));
  return out;
}

Hash hash_of(std::string_view tag, const std::vector<ByteView>& fields) {
  const Bytes bytes = transcript(tag, fields);
  Hash out{};
  SHA256(bytes.data(), bytes.size(), out.data());
  return out;
}

Scalar challenge(std::string_view tag, const std::vector<ByteView>& fields) {
  const Bytes bytes = transcript(tag, fields);
  std::array<std::uint8_t, 48> digest{};
  SHA384(bytes.data(), bytes.size(), digest.data());
  Scalar out;
  BN_bin2bn(digest.data(), static_cast<int>(digest.size()), out.number_.get());
  must(BN_nnmod(out.number_.get(), out.get(), order(), scratch()));
  return out;
}

Scalar lagrange(std::uint32_t i, const std::vector<std::uint32_t>& set) {
  Scalar out(1);
  for (const std::uint32_t l : set) {
    if (l == i) continue;
    out = out * Scalar(l) * (Scalar(l) - Scalar(i)).inverse();
  }
  return out;
}

}  // namespace hp::congress::group

#include "crypto/p256/point.h"

namespace hp::crypto::p256 {

namespace {

constexpr Limbs kB{0x3bce3c3e27d2604b, 0x651d06b0cc53b0f6, 0xb3ebbd55769886bc, 0x5ac635d8aa3a93e7};
constexpr Limbs kGx{0xf4a13945d898c296, 0x77037d812deb33a0, 0xf8bce6e563a440f2, 0x6b17d1f2e12c4247};
constexpr Limbs kGy{0xcbb6406837bf51f5, 0x2bce33576b315ece, 0x8ee7eb4a7c0f9e16, 0x4fe342e2fe1a7f9b};

bool on_curve(const Field& x, const Field& y) {
  // y² = x³ − 3x + b
  return y.square() == x.square() * x - x.twice() - x + Field::from_number(kB);
}

}  // namespace

Affine generator() {
  return {Field::from_number(kGx), Field::from_number(kGy), false};
}

std::optional<Affine> decode(ByteView bytes) {
  if (bytes.size() != 65 || bytes[0] != 4) return std::nullopt;
  const Limbs x = limbs_from_bytes(&bytes[1]);
  const Limbs y = limbs_from_bytes(&bytes[33]);
  if (!less(x, kP) || !less(y, kP)) return std::nullopt;
  Affine point{Field::from_number(x), Field::from_number(y), false};
  if (!on_curve(point.x, point.y)) return std::nullopt;
  return point;
}

Jacobian::Jacobian(const Affine& point) {
  if (point.infinity) return;
  x_ = point.x;
  y_ = point.y;
  z_ = Field::one();
}

// The formulas "dbl-2001-b", "add-2007-bl" and "madd-2007-bl" of the Explicit-Formulas Database,
// for a = −3.
Jacobian Jacobian::doubled() const {
  if (is_infinity()) return *this;
  const Field delta = z_.square();
  const Field gamma = y_.square();
  const Field beta = x_ * gamma;
  const Field t = (x_ - delta) * (x_ + delta);
  const Field alpha = t.twice() + t;
  Jacobian out;
  const Field beta4 = beta.twice().twice();
  out.x_ = alpha.square() - beta4.twice();
  out.z_ = (y_ + z_).square() - gamma - delta;
  out.y_ = alpha * (beta4 - out.x_) - gamma.square().twice().twice().twice();
  return out;
}

Jacobian Jacobian::plus(const Jacobian& other) const {
  if (is_infinity()) return other;
  if (other.is_infinity()) return *this;
  const Field z1z1 = z_.square();
  const Field z2z2 = other.z_.square();
  const Field u1 = x_ * z2z2;
  const Field s1 = y_ * other.z_ * z2z2;
  const Field h = other.x_ * z1z1 - u1;
  const Field r = (other.y_ * z_ * z1z1 - s1).twice();
  if (h.is_zero()) return r.is_zero() ? doubled() : Jacobian();
  const Field i = h.twice().square();
  const Field j = h * i;
  const Field v = u1 * i;
  Jacobian out;
  out.x_ = r.square() - j - v.twice();
  out.y_ = r * (v - out.x_) - (s1 * j).twice();
  out.z_ = ((z_ + other.z_).square() - z1z1 - z2z2) * h;
  return out;
}

Jacobian Jacobian::plus(const Affine& other) const {
  if (other.infinity) return *this;
  if (is_infinity()) return Jacobian(other);
  const Field z1z1 = z_.square();
  const Field h = other.x * z1z1 - x_;
  const Field r = (other.y * z_ * z1z1 - y_).twice();
  if (h.is_zero()) return r.is_zero() ? doubled() : Jacobian();
  const Field hh = h.square();
  const Field i = hh.twice().twice();
  const Field j = h * i;
  const Field v = x_ * i;
  Jacobian out;
  out.x_ = r.square() - j - v.twice();
  out.y_ = r * (v - out.x_) - (y_ * j).twice();
  out.z_ = (z_ + h).square() - z1z1 - hh;
  return out;
}

bool Jacobian::equals(const Affine& other) const {
  if (is_infinity() || other.infinity) return is_infinity() == other.infinity;
  const Field zz = z_.square();
  return x_ == other.x * zz && y_ == other.y * zz * z_;
}

bool Jacobian::equals(const Jacobian& other) const {
  if (is_infinity() || other.is_infinity()) return is_infinity() == other.is_infinity();
  const Field mine = z_.square();
  const Field theirs = other.z_.square();
  return x_ * theirs == other.x_ * mine && y_ * theirs * other.z_ == other.y_ * mine * z_;
}

Affine Jacobian::scaled(const Field& inverse_of_z) const {
  const Field square = inverse_of_z.square();
  return {x_ * square, y_ * square * inverse_of_z, false};
}

Affine Jacobian::affine() const {
  if (is_infinity()) return {};
  if (z_ == Field::one()) return {x_, y_, false};
  return scaled(z_.inverse());
}

std::vector<Affine> to_affine(std::span<const Jacobian> points) {
  // before[i] is the product of every Z but infinity's before point i.
  std::vector<Field> before;
  before.reserve(points.size());
  Field product = Field::one();
  for (const Jacobian& point : points) {
    before.push_back(product);
    if (!point.is_infinity()) product = product * point.z_;
  }
  Field inverse = product.inverse();
  std::vector<Affine> out(points.size());
  for (std::size_t i = points.size(); i-- > 0;) {
    if (points[i].is_infinity()) continue;
    out[i] = points[i].scaled(inverse * before[i]);
    inverse = inverse * points[i].z_;
  }
  return out;
}

}  // namespace hp::crypto::p256

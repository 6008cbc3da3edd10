// Points of P-256 over Field. For public data only: running time depends on the values.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "crypto/p256/field.h"

namespace hp::crypto::p256 {

// A point by its coordinates, or infinity.
struct Affine {
  Field x;
  Field y;
  bool infinity = true;
  Affine operator-() const { return {x, -y, infinity}; }
  bool operator==(const Affine&) const = default;
};

Affine generator();

// point(P) of ballot.md section 1: 65 bytes, coordinates below p, on the curve; else nothing.
std::optional<Affine> decode(ByteView bytes);

// The same point as (X/Z², Y/Z³), so that adding needs no division. Z = 0 is infinity.
class Jacobian {
 public:
  Jacobian() = default;  // infinity
  explicit Jacobian(const Affine& point);
  bool is_infinity() const { return z_.is_zero(); }
  Jacobian doubled() const;
  // Every case, equal and opposite points too.
  Jacobian plus(const Jacobian& other) const;
  Jacobian plus(const Affine& other) const;
  bool equals(const Affine& other) const;
  bool equals(const Jacobian& other) const;
  Affine affine() const;

  friend std::vector<Affine> to_affine(std::span<const Jacobian> points);

 private:
  Affine scaled(const Field& inverse_of_z) const;

  Field x_ = Field::one();
  Field y_ = Field::one();
  Field z_;
};

// All of them with one division.
std::vector<Affine> to_affine(std::span<const Jacobian> points);

}  // namespace hp::crypto::p256

#include "crypto/encrypt.h"

#include <algorithm>

#include "crypto/ballot_proofs.h"
#include "crypto/codes.h"
#include "crypto/secret_scalar.h"

namespace hp::crypto {
namespace {

std::string column_name(std::size_t j) {
  return "columns[" + std::to_string(j) + "]";
}

// A plaintext and its randomness; sums of them are those of products of ciphertexts.
struct Plain {
  SecretScalar x;
  SecretScalar r;
};

class Encryption {
 public:
  static Result<Encryption> of(const BallotContext& context, const Random& random) {
    HP_ASSIGN(SecretBase key, SecretBase::decode(context.key));
    return Encryption(context, random, std::move(key));
  }

  // Fails only where a draw puts something at infinity: then it is drawn again.
  Result<Bytes> make(const std::vector<std::uint8_t>& numbers, std::vector<Plain>& plain) const {
    Bytes out;
    out.reserve(context_.shape.bytes());
    std::vector<Ciphertext> columns;
    for (const std::uint8_t x : numbers) {
      HP_ASSIGN(const SecretScalar r, encrypt_one(x, out));
      plain.push_back({SecretScalar(x), r});
      const ByteView one = ByteView(out).last(kCiphertextBytes);
      HP_ASSIGN(const Point alpha, Point::decode(one.first(kPointBytes)));
      HP_ASSIGN(const Point beta, Point::decode(one.last(kPointBytes)));
      columns.push_back({alpha, beta});
    }
    const Hash hash = ballot_hash(context_, out);
    for (const Statement& statement : statements_of(context_.shape)) {
      HP_TRY(prove(statement, columns, numbers, plain, hash, out));
    }
    return out;
  }

 private:
  Encryption(const BallotContext& context, const Random& random, SecretBase key)
      : context_(context), random_(random), key_(std::move(key)) {}

  // Appends g^a‖K^b, where neither is at infinity.
  Result<void> append_powers(const SecretScalar& a, const SecretScalar& b, Bytes& to) const {
    HP_ASSIGN(const PublicPoint first, generator_.power(a));
    HP_ASSIGN(const PublicPoint second, key_.power(b));
    append(to, first);
    append(to, second);
    return {};
  }

  // α‖β; gives r.
  Result<SecretScalar> encrypt_one(std::uint8_t x, Bytes& to) const {
    const SecretScalar r = SecretScalar::draw(random_);
    HP_TRY(append_powers(r, r + SecretScalar(x), to));
    return r;
  }

  // A‖B‖c‖z of each value. `x` alone is the true one, whose c is what the challenge leaves.
  Result<void> prove(const Statement& statement, const std::vector<Ciphertext>& columns,
                     const std::vector<std::uint8_t>& numbers, const std::vector<Plain>& plain,
                     const Hash& hash, Bytes& to) const {
    SecretScalar r(0);
    std::uint64_t x = 0;
    for (const Statement::Part& part : statement.parts) {
      r = r + plain[part.column].r * SecretScalar(part.times);
      x += numbers[part.column] * part.times;
    }
    HP_ASSIGN(const Bytes sum, encode_sum(statement, sum_of(statement, columns)));
    std::vector<SecretScalar> u;
    std::vector<SecretScalar> c;
    SecretScalar others(0);
    Bytes commitments;
    for (const std::uint64_t v : statement.values) {
      u.push_back(SecretScalar::draw(random_));
      c.push_back(v == x ? SecretScalar(0) : SecretScalar::draw(random_));
      others = others + c.back();
      const SecretScalar off = (SecretScalar(x) - SecretScalar(v)) * c.back();
      HP_TRY(append_powers(u.back(), u.back() + off, commitments));
    }
    const SecretScalar whole(challenge_of(context_, hash, statement, sum, commitments));
    for (std::size_t j = 0; j < statement.values.size(); ++j) {
      if (statement.values[j] == x) c[j] = whole - others;
      append(to, ByteView(commitments).subspan(j * kCiphertextBytes, kCiphertextBytes));
      append(to, c[j].encode());
      append(to, (u[j] - c[j] * r).encode());
    }
    return {};
  }

  const BallotContext& context_;
  const Random& random_;
  SecretBase generator_ = SecretBase::generator();
  SecretBase key_;
};

}  // namespace

Result<std::uint8_t> blank_of(const BallotShape& shape, std::span<const std::uint8_t> columns) {
  if (columns.size() != shape.columns) return fail(codes::kBallotChoice, "columns", "length");
  std::size_t total = 0;
  for (std::size_t j = 0; j < columns.size(); ++j) {
    if (columns[j] > 1) return fail(codes::kBallotChoice, column_name(j), "number");
    if (j >= shape.total_columns) continue;
    total += columns[j];
    if (total > shape.limit) return fail(codes::kBallotChoice, column_name(j), "total");
  }
  const std::uint8_t blank = total == 0 ? 1 : 0;
  for (std::size_t i = 0; i < shape.rows; ++i) {
    const int row = columns[i] + columns[shape.names + i];
    if (row + (shape.form == BallotForm::kBoxes ? blank : 0) > 1) {
      return fail(codes::kBallotChoice, column_name(shape.names + i), "row");
    }
  }
  return blank;
}

Result<OpenableBallot> encrypt_to_open(const BallotContext& context,
                                       std::span<const std::uint8_t> columns,
                                       const Random& random) {
  HP_ASSIGN(const std::uint8_t blank, blank_of(context.shape, columns));
  HP_ASSIGN(const Encryption encryption, Encryption::of(context, random));
  OpenableBallot out;
  out.opening.numbers.assign(columns.begin(), columns.end());
  out.opening.numbers.push_back(blank);
  Result<Bytes> made = fail(codes::kGroupElement);
  std::vector<Plain> plain;
  // Infinity comes up once in 2^250 ballots: more than one try means that `random` isn't.
  for (int tries = 0; !made && tries < 4; ++tries) {
    plain.clear();
    made = encryption.make(out.opening.numbers, plain);
  }
  HP_ASSIGN(out.bytes, std::move(made));
  out.opening.randomness = Secret(plain.size() * kScalarBytes);
  for (std::size_t j = 0; j < plain.size(); ++j) {
    std::ranges::copy(plain[j].r.encode().view(),
                      out.opening.randomness.bytes().subspan(j * kScalarBytes).begin());
  }
  return out;
}

Result<Bytes> encrypt_ballot(const BallotContext& context, std::span<const std::uint8_t> columns,
                             const Random& random) {
  HP_ASSIGN(OpenableBallot made, encrypt_to_open(context, columns, random));
  wipe(made.opening.numbers);
  return std::move(made.bytes);
}

Result<void> check_opening(const BallotContext& context, ByteView ballot,
                           const BallotOpening& opening) {
  const std::size_t count = context.shape.columns + 1;
  if (ballot.size() != context.shape.bytes() || opening.numbers.size() != count ||
      opening.randomness.size() != count * kScalarBytes) {
    return fail(codes::kGroupElement, "ballot", "length");
  }
  const SecretBase generator = SecretBase::generator();
  HP_ASSIGN(const SecretBase key, SecretBase::decode(context.key));
  for (std::size_t j = 0; j < count; ++j) {
    HP_ASSIGN(const SecretScalar r, SecretScalar::decode(opening.randomness.view().subspan(
                                        j * kScalarBytes, kScalarBytes)));
    const auto alpha = generator.power(r);
    const auto beta = key.power(r + SecretScalar(opening.numbers[j]));
    const ByteView one = ballot.subspan(j * kCiphertextBytes, kCiphertextBytes);
    if (!alpha || !beta || !equal(*alpha, one.first(kPointBytes)) ||
        !equal(*beta, one.last(kPointBytes))) {
      return fail(codes::kOpeningDiffers, column_name(j));
    }
  }
  return {};
}

}  // namespace hp::crypto

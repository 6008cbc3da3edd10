#include "crypto/ballot_proofs.h"

#include <numeric>

#include "crypto/codes.h"
#include "crypto/hash.h"

namespace hp::crypto {
Result<Point> point_at(ByteView bytes, const std::string& where) {
  auto point = Point::decode(bytes);
  if (!point) return std::unexpected(under(where, std::move(point).error()));
  return point;
}

namespace {

Result<Scalar> scalar_at(ByteView bytes, const std::string& where) {
  auto scalar = Scalar::decode(bytes);
  if (!scalar) return std::unexpected(under(where, std::move(scalar).error()));
  return scalar;
}

Result<Branch> branch_at(ByteView bytes, const std::string& where) {
  HP_ASSIGN(const Point a, point_at(bytes.first(kPointBytes), where));
  HP_ASSIGN(const Point b, point_at(bytes.subspan(kPointBytes, kPointBytes), where));
  HP_ASSIGN(const Scalar c, scalar_at(bytes.subspan(kCiphertextBytes, kScalarBytes), where));
  HP_ASSIGN(const Scalar z, scalar_at(bytes.last(kScalarBytes), where));
  return Branch{a.affine(), b.affine(), c, z};
}

}  // namespace

Result<DecodedBallot> decode_ballot(const BallotContext& context, ByteView bytes) {
  const BallotShape& shape = context.shape;
  if (bytes.size() != shape.bytes()) return fail(codes::kGroupElement, "ballot", "length");
  HP_TRY(point_at(context.voter, "voter"));
  DecodedBallot out;
  HP_ASSIGN(out.key, point_at(context.key, "key"));
  std::size_t at = 0;
  for (std::size_t j = 0; j <= shape.columns; ++j, at += kCiphertextBytes) {
    const std::string where = "column " + std::to_string(j);
    HP_ASSIGN(Point alpha, point_at(bytes.subspan(at, kPointBytes), where));
    HP_ASSIGN(Point beta, point_at(bytes.subspan(at + kPointBytes, kPointBytes), where));
    out.columns.push_back({alpha, beta});
  }
  out.statements = statements_of(shape);
  for (const Statement& statement : out.statements) {
    const std::string where = statement.name();
    for (std::size_t j = 0; j < statement.values.size(); ++j, at += kBranchBytes) {
      HP_ASSIGN(Branch branch, branch_at(bytes.subspan(at, kBranchBytes), where));
      out.branches.push_back(branch);
    }
  }
  return out;
}

std::string Statement::name() const {
  return std::string(kind) + " " + std::to_string(index);
}

std::vector<Statement> statements_of(const BallotShape& shape) {
  std::vector<Statement> out;
  out.reserve(shape.columns + shape.rows + 2);
  std::size_t branch = 0;
  const auto add = [&](Statement statement) {
    statement.first_branch = branch;
    branch += statement.values.size();
    out.push_back(std::move(statement));
  };
  const std::size_t blank = shape.columns;
  for (std::size_t j = 0; j <= blank; ++j) add({"bit", j, {{j, 1}}, {0, 1}, 0});
  for (std::size_t i = 0; i < shape.rows; ++i) {
    Statement row{"row", i, {{i, 1}, {shape.names + i, 1}}, {0, 1}, 0};
    if (shape.form == BallotForm::kBoxes) row.parts.push_back({blank, 1});
    add(std::move(row));
  }
  Statement total{"total", 0, {}, std::vector<std::uint64_t>(shape.limit), 0};
  for (std::size_t j = 0; j < shape.total_columns; ++j) total.parts.push_back({j, 1});
  total.parts.push_back({blank, shape.limit});
  std::iota(total.values.begin(), total.values.end(), 1);
  add(std::move(total));
  return out;
}

Ciphertext sum_of(const Statement& statement, const std::vector<Ciphertext>& columns) {
  Ciphertext out;
  for (const Statement::Part& part : statement.parts) {
    Ciphertext one = columns[part.column];
    if (part.times != 1) {
      one = {one.alpha.power(Scalar(part.times)), one.beta.power(Scalar(part.times))};
    }
    out = out * one;
  }
  return out;
}

Result<Bytes> encode_sum(const Statement& statement, const Ciphertext& sum) {
  auto out = sum.alpha.encode();
  const auto beta = sum.beta.encode();
  if (!out || !beta) return fail(codes::kBallotProof, statement.name(), "infinity");
  append(*out, *beta);
  return out;
}

Scalar challenge_of(const BallotContext& context, const Hash& ballot, const Statement& statement,
                    ByteView sum, ByteView commitments) {
  const auto index = u64_be(statement.index);
  Bytes values;
  for (const std::uint64_t value : statement.values) append(values, u64_be(value));
  return challenge("homphieu/1/proof",
                   {context.ctx, context.voter, ballot, view(statement.kind), index,
                    sum.first(kPointBytes), sum.last(kPointBytes), values, commitments});
}

Result<Ciphertext> check_challenge(const BallotContext& context, ByteView bytes, const Hash& ballot,
                                   const DecodedBallot& decoded, const Statement& statement) {
  const Ciphertext sum = sum_of(statement, decoded.columns);
  HP_ASSIGN(const Bytes encoded, encode_sum(statement, sum));
  const ByteView proofs = bytes.subspan((context.shape.columns + 1) * kCiphertextBytes);
  Bytes commitments;
  Scalar total(0);
  for (std::size_t j = 0; j < statement.values.size(); ++j) {
    const std::size_t branch = statement.first_branch + j;
    append(commitments, proofs.subspan(branch * kBranchBytes, kCiphertextBytes));
    total = total + decoded.branches[branch].c;
  }
  if (total != challenge_of(context, ballot, statement, encoded, commitments)) {
    return fail(codes::kBallotProof, statement.name(), "challenge");
  }
  return sum;
}

}  // namespace hp::crypto

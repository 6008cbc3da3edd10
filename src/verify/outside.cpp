#include "verify/outside.h"

#include "base/hex.h"
#include "journal/checkpoint.h"
#include "journal/codes.h"
#include "journal/cosignature.h"
#include "journal/receipt.h"
#include "verify/codes.h"

namespace hp::verify {
namespace {

std::vector<journal::Witness> witnesses_of(const v1::FoundCongress& founding) {
  std::vector<journal::Witness> out;
  for (const auto& one : founding.witnesses()) {
    if (one.key().size() != 32) continue;  // the fold refuses it
    out.push_back({one.name(), array_of<32>(view(one.key()))});
  }
  return out;
}

Finding finding(Check check, const ErrorCode& code, std::string where = "",
                std::string detail = "") {
  return {check, std::nullopt, Error{&code, std::move(where), std::move(detail)}, false};
}

std::string figures(std::uint64_t a, std::uint64_t b) {
  return std::to_string(a) + " / " + std::to_string(b);
}

// A head that somebody saw must be of a prefix of the record.
std::optional<Finding> check_prefix(const journal::TreeHead& seen, const journal::Tree& tree,
                                    const char* where) {
  if (seen.size > tree.size()) {
    return finding(Check::kOutside, codes::kRecordCut, where, figures(tree.size(), seen.size));
  }
  if (tree.head_at(seen.size) == seen) return std::nullopt;
  return finding(Check::kOutside, codes::kHeadOfOther, where, std::to_string(seen.size));
}

std::optional<Finding> check_receipt(const journal::RecordFile& record, const journal::Tree& tree,
                                     const v1::FoundCongress& founding, const Options& options,
                                     const Hash& congress) {
  const auto as_finding = [](Error error) {
    return Finding{Check::kOutside, std::nullopt, under("receipt", std::move(error)), false};
  };
  const auto receipt = journal::read_receipt(options.receipt);
  if (!receipt) return as_finding(receipt.error());
  if (receipt->congress_id != congress) {
    return finding(Check::kOutside, codes::kOtherCongressId, "receipt",
                   to_hex(receipt->congress_id));
  }
  if (receipt->index >= record.entries.size()) {
    return finding(Check::kOutside, codes::kRecordCut, "receipt",
                   figures(record.entries.size(), receipt->index + 1));
  }
  const auto head =
      journal::check_receipt(*receipt, record.entries[receipt->index], view(founding.log_key()));
  if (!head) {
    Finding out = as_finding(head.error());
    out.index = receipt->index;
    return out;
  }
  return check_prefix(*head, tree, "receipt");
}

}  // namespace

std::vector<Finding> check_tree(const journal::RecordFile& record, const journal::Tree& tree) {
  const auto text = journal::read_checkpoint_text(record.checkpoint);
  if (!text) return {{Check::kTree, std::nullopt, text.error(), false}};
  if (text->head.size != tree.size()) {
    return {finding(Check::kTree, codes::kRecordSize, "checkpoint",
                    figures(tree.size(), text->head.size))};
  }
  if (text->head != tree.head()) {
    return {finding(Check::kTree, codes::kRecordRoot, "checkpoint", to_hex(text->head.root))};
  }
  return {};
}

std::vector<Finding> check_signed(const journal::RecordFile& record,
                                  const v1::FoundCongress& founding, bool closed, Report& report) {
  report.quorum = founding.witness_quorum();
  const auto head =
      journal::open_checkpoint(record.checkpoint, report.congress, view(founding.log_key()));
  if (!head) return {{Check::kLog, std::nullopt, under("checkpoint", head.error()), false}};
  const auto seen = journal::open_witnessed(record.checkpoint, report.congress,
                                            view(founding.log_key()), witnesses_of(founding));
  if (!seen) {
    const bool log = seen.error().is(codes::kCheckpointSignature);
    return {{log ? Check::kLog : Check::kWitnesses, std::nullopt, under("checkpoint", seen.error()),
             false}};
  }
  report.cosignatures = static_cast<std::uint32_t>(seen->count());
  if (report.cosignatures >= report.quorum) return {};
  Finding few = finding(Check::kWitnesses, codes::kQuorumMissing, "checkpoint",
                        figures(report.cosignatures, report.quorum));
  few.note = !closed;
  return {few};
}

std::vector<Finding> check_outside(const journal::RecordFile& record, const journal::Tree& tree,
                                   const v1::FoundCongress& founding, const Options& options,
                                   Report& report) {
  std::vector<Finding> out;
  if (options.congress && *options.congress != report.congress) {
    out.push_back(
        finding(Check::kOutside, codes::kOtherCongressId, "congress", to_hex(*options.congress)));
  }
  if (!options.head.empty()) {
    const auto head =
        journal::open_checkpoint(options.head, report.congress, view(founding.log_key()));
    if (!head) {
      out.push_back({Check::kOutside, std::nullopt, under("head", head.error()), false});
    } else if (auto wrong = check_prefix(*head, tree, "head")) {
      out.push_back(*std::move(wrong));
    }
  }
  if (!options.receipt.empty()) {
    auto wrong = check_receipt(record, tree, founding, options, report.congress);
    if (wrong) out.push_back(*std::move(wrong));
  }
  report.tail_known = !options.head.empty();
  report.congress_known = report.tail_known || options.congress.has_value();
  return out;
}

}  // namespace hp::verify

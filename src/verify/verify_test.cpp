#include "verify/verify.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/hex.h"
#include "journal/checkpoint.h"
#include "journal/envelope.h"
#include "journal/receipt.h"
#include "verify/testing/real_congress.h"

namespace hp::verify {
namespace {

std::string shown(const Report& report) {
  return text_of(report, Language::kEnglish);
}

const RealCongress& congress() {
  static const RealCongress one = RealCongress::announced({});
  return one;
}

Report verified(const journal::RecordFile& record, Options options = {}) {
  return verify_record(journal::write_record(record), options);
}

bool has(const Report& report, Check check, std::string_view code) {
  return std::ranges::any_of(report.findings, [&](const Finding& one) {
    return one.check == check && one.error.code->name == code;
  });
}

TEST(Verify, AGoodRecordIsGoodInEveryCheck) {
  const Report report = verified(congress().record());
  EXPECT_EQ(report.verdict, Verdict::kGood) << shown(report);
  EXPECT_TRUE(report.findings.empty()) << shown(report);
  for (const Check one :
       {Check::kReadable, Check::kFounding, Check::kCanonical, Check::kSignatures, Check::kBallots,
        Check::kState, Check::kTree, Check::kLog, Check::kWitnesses, Check::kTally, Check::kOutcome,
        Check::kMinutes, Check::kAnnounced}) {
    EXPECT_EQ(report.of(one), Standing::kGood) << title(one, Language::kEnglish);
  }
  EXPECT_EQ(report.of(Check::kOutside), Standing::kNotDone);
  EXPECT_EQ(report.folded, report.entries);
  ASSERT_EQ(report.rounds.size(), 1u);
  EXPECT_EQ(report.rounds[0].state, "announced");
  EXPECT_FALSE(report.rounds[0].minutes_sha256.empty());
  EXPECT_NE(shown(report).find("Consistent in itself only"), std::string::npos);
}

TEST(Verify, WhatIsNoRecordIsUnreadable) {
  EXPECT_EQ(verify_record({}, {}).verdict, Verdict::kUnreadable);
  EXPECT_EQ(verify_record(view("homphieu-record v1\n"), {}).verdict, Verdict::kUnreadable);
  Bytes cut = journal::write_record(congress().record());
  cut.pop_back();
  EXPECT_EQ(verify_record(cut, {}).verdict, Verdict::kUnreadable);
}

TEST(Verify, TheSameFindingsWithAnyNumberOfThreads) {
  Options one;
  one.threads = 1;
  Options many;
  many.threads = 7;
  const std::vector<Report> a{verified(congress().record(), one)};
  const std::vector<Report> b{verified(congress().record(), many)};
  EXPECT_EQ(json_of(a), json_of(b));
}

TEST(Verify, ACongressIdFromOutsideIsCompared) {
  Options options;
  options.congress = congress().state().congress_id;
  const Report good = verified(congress().record(), options);
  EXPECT_EQ(good.verdict, Verdict::kGood) << shown(good);
  EXPECT_TRUE(good.congress_known);
  EXPECT_FALSE(good.tail_known);
  options.congress->front() ^= 1;
  EXPECT_TRUE(has(verified(congress().record(), options), Check::kOutside, "other_congress_id"));
}

TEST(Verify, ACutTailShowsByAHeadSeenOutside) {
  const std::uint64_t size = congress().entries.size();
  Options options;
  options.head = congress().checkpoint(size);
  EXPECT_EQ(verified(congress().record(), options).verdict, Verdict::kGood);
  auto cut = congress().entries;
  cut.pop_back();
  const Report alone = verified(congress().record_of(cut));
  EXPECT_EQ(alone.verdict, Verdict::kGood) << shown(alone);
  EXPECT_TRUE(has(verified(congress().record_of(cut), options), Check::kOutside, "record_cut"));
}

// Whatever is left out, put elsewhere or repeated, under a checkpoint of the log's own: a server
// that rewrites its record.
TEST(Verify, NoEntryCanBeLeftOutOrRepeated) {
  const std::vector<Bytes>& all = congress().entries;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    auto changed = all;
    changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(verified(congress().record_of(changed)).verdict, Verdict::kWrong) << "without " << i;
    changed = all;
    changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(i), all[i]);
    EXPECT_EQ(verified(congress().record_of(changed)).verdict, Verdict::kWrong) << "twice " << i;
  }
}

// Ballots of one stretch too: whoever signs later has seen a root over them.
TEST(Verify, TwoEntriesSwappedAreFound) {
  const std::vector<Bytes>& all = congress().entries;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    auto changed = all;
    std::swap(changed[i], changed[i + 1]);
    EXPECT_EQ(verified(congress().record_of(changed)).verdict, Verdict::kWrong) << "at " << i;
  }
}

TEST(Verify, UnderTheOldCheckpointAnyOtherEntriesHaveAnotherRoot) {
  journal::RecordFile record = congress().record();
  std::swap(record.entries[record.entries.size() - 1], record.entries[record.entries.size() - 2]);
  EXPECT_TRUE(has(verified(record), Check::kTree, "record_root"));
  record.entries.pop_back();
  EXPECT_TRUE(has(verified(record), Check::kTree, "record_size"));
}

TEST(Verify, EveryChangedByteIsFound) {
  Plan small;
  small.delegates = 5;
  const Bytes good = journal::write_record(RealCongress::announced(small).record());
  ASSERT_EQ(verify_record(good, {}).verdict, Verdict::kGood);
  std::uint64_t random = 0x9E3779B97F4A7C15;
  for (int i = 0; i < 1000; ++i) {
    random = random * 6364136223846793005 + 1442695040888963407;
    const auto at = static_cast<std::size_t>((random >> 20) % good.size());
    Bytes bad = good;
    bad[at] ^= static_cast<std::uint8_t>(1U << ((random >> 10) % 8));
    EXPECT_NE(verify_record(bad, {}).verdict, Verdict::kGood) << "byte " << at;
  }
}

TEST(Verify, InAHurryADamagedRecordIsRefusedWithoutAFold) {
  const Bytes good = journal::write_record(congress().record());
  Options hurry;
  hurry.fail_fast = true;
  EXPECT_EQ(json_of(std::vector{verify_record(good, hurry)}),
            json_of(std::vector{verify_record(good, {})}));
  Bytes bad = good;
  bad[bad.size() / 2] ^= 1;
  const Report report = verify_record(bad, hurry);
  EXPECT_EQ(report.verdict, Verdict::kWrong);
  EXPECT_EQ(report.of(Check::kTree), Standing::kWrong);
  EXPECT_EQ(report.of(Check::kBallots), Standing::kNotDone);
  EXPECT_EQ(report.folded, 0u);
}

TEST(Verify, EveryBadBallotOfAStretchIsNamed) {
  auto entries = congress().entries;
  std::vector<std::uint64_t> ballots;
  for (const congress::BoardRow& row : congress().round().board) ballots.push_back(row.index);
  ASSERT_GE(ballots.size(), 5u);
  for (const std::size_t one : {1u, 3u}) {
    // The last byte of the signature: of a ballot, the only thing that this breaks.
    entries[ballots[one]].back() ^= 1;
  }
  const Report report = verified(congress().record_of(entries));
  std::vector<std::uint64_t> named;
  for (const Finding& finding : report.findings) {
    if (finding.check == Check::kSignatures) named.push_back(*finding.index);
  }
  EXPECT_EQ(named, (std::vector<std::uint64_t>{ballots[1], ballots[3]})) << shown(report);
  EXPECT_EQ(report.folded, ballots[1]);
  EXPECT_EQ(report.of(Check::kState), Standing::kNotDone);
}

TEST(Verify, MinutesThatTheRecordDoesNotGiveAreFound) {
  RealCongress other = RealCongress::counted({});
  other.declare();
  other.sign_as(Hash{1});
  other.announce();
  const Report report = verified(other.record());
  EXPECT_TRUE(has(report, Check::kMinutes, "minutes_differ")) << shown(report);
  EXPECT_EQ(report.of(Check::kMinutes), Standing::kWrong);
}

TEST(Verify, AWrongSignatureThatIsStillToBeReplacedIsANote) {
  RealCongress other = RealCongress::counted({});
  other.declare();
  other.sign_one("c1", Hash{1});
  const Report report = verified(other.record());
  EXPECT_EQ(report.verdict, Verdict::kGood) << shown(report);
  ASSERT_TRUE(has(report, Check::kMinutes, "minutes_differ"));
}

TEST(Verify, WitnessesMustBeEnoughOnceTheCongressIsClosed) {
  journal::RecordFile record = congress().record();
  record.checkpoint = congress().checkpoint(record.entries.size());
  EXPECT_TRUE(has(verified(record), Check::kWitnesses, "quorum_missing"));
  EXPECT_EQ(verified(record).verdict, Verdict::kWrong);
  record.entries.pop_back();  // CloseCongress
  record.checkpoint = congress().checkpoint(record.entries.size());
  EXPECT_EQ(verified(record).verdict, Verdict::kGood);
}

TEST(Verify, ACheckpointOfAnotherLogIsFound) {
  journal::RecordFile record = congress().record();
  const auto stranger = crypto::LogKey::generate(crypto::system_random());
  const auto head = congress().checkpoint(record.entries.size());
  record.checkpoint =
      journal::sign_checkpoint(congress().state().congress_id,
                               {record.entries.size(), congress().state().roots.back()}, stranger);
  const Report report = verified(record);
  EXPECT_EQ(report.of(Check::kLog), Standing::kWrong) << shown(report);
  EXPECT_EQ(report.of(Check::kTree), Standing::kGood);
}

TEST(Verify, AReceiptIsLookedUp) {
  journal::Tree tree;
  for (const Bytes& entry : congress().entries) tree.add(journal::leaf_hash(entry));
  journal::Receipt receipt;
  receipt.congress_id = congress().state().congress_id;
  receipt.index = congress().round().board[2].index;
  const auto envelope = journal::decode_envelope(congress().entries[receipt.index]).value();
  const auto command = journal::decode_command(view(envelope.payload())).value();
  receipt.command_id = array_of<16>(view(command.command_id()));
  receipt.inclusion = tree.inclusion(receipt.index, tree.size());
  receipt.checkpoint = congress().checkpoint(tree.size());
  Options options;
  options.receipt = journal::write_receipt(receipt);
  const Report good = verified(congress().record(), options);
  EXPECT_EQ(good.verdict, Verdict::kGood) << shown(good);
  EXPECT_EQ(good.of(Check::kOutside), Standing::kGood);
  ++receipt.index;
  options.receipt = journal::write_receipt(receipt);
  EXPECT_EQ(verified(congress().record(), options).of(Check::kOutside), Standing::kWrong);
  options.receipt = "{}";
  EXPECT_TRUE(has(verified(congress().record(), options), Check::kOutside, "receipt_form"));
}

TEST(Verify, AHeadOfAnotherTailIsFound) {
  Options options;
  journal::TreeHead other{congress().entries.size() - 1, Hash{7}};
  options.head = journal::sign_checkpoint(congress().state().congress_id, other, congress().log);
  EXPECT_TRUE(has(verified(congress().record(), options), Check::kOutside, "head_of_other"));
}

TEST(VerifyRecords, APrefixIsGoodBesideTheWhole) {
  auto shorter = congress().entries;
  shorter.resize(shorter.size() - 3);
  const std::vector<NamedFile> files{
      {"a", journal::write_record(congress().record_of(shorter))},
      {"b", journal::write_record(congress().record())},
      {"c", journal::write_record(congress().record())},
  };
  const auto reports = verify_records(files, {});
  EXPECT_EQ(verdict_of(reports), Verdict::kGood) << json_of(reports);
  EXPECT_EQ(reports[0].of(Check::kPrefixes), Standing::kGood);
  EXPECT_EQ(reports[2].name, "c");
}

TEST(VerifyRecords, TwoTailsAreFoundWithTheFirstEntryThatDiffers) {
  RealCongress fork = RealCongress::counted({});
  const std::uint64_t at = fork.entries.size();
  std::vector<Bytes> left = fork.entries;
  left.push_back(fork.sealed(fork.remark("Một"), {"c1"}));
  ASSERT_TRUE(fork.send(fork.remark("Hai"), {"c1"}).has_value());
  ASSERT_TRUE(fork.send(fork.remark("Ba"), {"c1"}).has_value());
  const std::vector<NamedFile> files{
      {"a", journal::write_record(fork.record_of(left))},
      {"b", journal::write_record(fork.record())},
  };
  const auto reports = verify_records(files, {});
  EXPECT_EQ(verdict_of(reports), Verdict::kWrong);
  ASSERT_TRUE(has(reports[0], Check::kPrefixes, "two_tails")) << json_of(reports);
  EXPECT_EQ(reports[0].findings.back().index, at);
  EXPECT_EQ(reports[0].findings.back().error.detail, "b");
}

TEST(VerifyRecords, OfTwoCongressesAreNotCompared) {
  RealCongress other({});
  other.found();
  const std::vector<NamedFile> files{
      {"a", journal::write_record(other.record())},
      {"b", journal::write_record(congress().record())},
  };
  EXPECT_TRUE(has(verify_records(files, {})[0], Check::kPrefixes, "two_congresses"));
}

}  // namespace
}  // namespace hp::verify

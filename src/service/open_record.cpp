#include "service/open_record.h"

#include "congress/fold.h"
#include "congress/prepare.h"
#include "journal/checkpoint.h"
#include "service/codes.h"

namespace hp::service {
namespace {

using congress::BallotChecking;

constexpr std::uint32_t kAtOnce = 256;

std::string entry_at(std::uint64_t index) {
  return "entries[" + std::to_string(index) + "]";
}

Result<void> fold_one(Book::Page& page, ByteView envelope, BallotChecking checking) {
  HP_ASSIGN(congress::Entry entry, congress::prepare(page.state, envelope, checking));
  entry.index = page.state.size;
  HP_TRY(congress::check(page.state, entry));
  congress::apply(page.state, entry);
  note_entry(page, entry);
  return {};
}

Result<Book::Page> fold_all(journal::Journal& journal, BallotChecking checking) {
  Book::Page page;
  page.state = congress::empty_state();
  HP_ASSIGN(const std::uint64_t size, journal.size());
  while (page.state.size < size) {
    HP_ASSIGN(const std::vector<Bytes> envelopes, journal.read(page.state.size, kAtOnce));
    if (envelopes.empty()) return fail(codes::kRecordDiffers, entry_at(page.state.size), "missing");
    for (const Bytes& envelope : envelopes) {
      if (const auto folded = fold_one(page, envelope, checking); !folded) {
        return fail(codes::kRecordDiffers, entry_at(page.state.size),
                    describe(folded.error(), Language::kEnglish));
      }
    }
  }
  return page;
}

}  // namespace

Result<void> check_head(const Book::Page& page, const journal::TreeHead& head) {
  if (head.size > page.tree.size()) {
    return fail(codes::kRecordDiffers, entry_at(page.tree.size()),
                "missing: a checkpoint of " + std::to_string(head.size) + " entries was signed");
  }
  if (page.tree.head_at(head.size).root == head.root) return {};
  return fail(codes::kRecordDiffers, entry_at(head.size == 0 ? 0 : head.size - 1),
              "this entry or one before it is not the one that was signed");
}

Result<Book::Page> open_record(journal::Journal& journal, const crypto::LogKey& key) {
  HP_ASSIGN(Book::Page page, fold_all(journal, BallotChecking::kOwnPrefix));
  HP_ASSIGN(page.checkpoint, journal.checkpoint());
  if (page.state.size == 0) {
    if (page.checkpoint.empty()) return page;
    return fail(codes::kRecordDiffers, entry_at(0), "missing");
  }
  if (!equal(key.public_key(), view(page.state.founding.log_key()))) {
    return fail(codes::kLogKeyUnknown, "log_key");
  }
  const auto head =
      journal::open_checkpoint(page.checkpoint, page.state.congress_id, key.public_key());
  if (!head) return fail(codes::kRecordDiffers, "checkpoint", std::string(head.error().code->name));
  if (const auto same = check_head(page, *head); !same) {
    // Ballots were taken without their proofs: with them, the entry that was changed may be named.
    HP_TRY(fold_all(journal, BallotChecking::kFull));
    return std::unexpected(same.error());
  }
  if (head->size < page.state.size) {
    return fail(codes::kRecordDiffers, entry_at(head->size), "beyond the newest checkpoint");
  }
  return page;
}

}  // namespace hp::service

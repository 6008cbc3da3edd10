#include "service/committer.h"

#include <algorithm>
#include <utility>

#include "congress/checked_ballot.h"
#include "congress/codes.h"
#include "congress/fold.h"
#include "journal/checkpoint.h"
#include "service/codes.h"

namespace hp::service {
namespace {

using journal::Appended;
using namespace std::chrono_literals;

// How long an outcome that the store does not know is asked for before the callers are told so.
constexpr int kSettleTries = 20;
constexpr auto kSettlePause = 25ms;

CommandId id_of(const congress::Entry& entry) {
  return array_of<16>(view(entry.command.command_id()));
}

const ErrorCode& code_of(Appended outcome) {
  switch (outcome) {
    case Appended::kFull:
      return codes::kStoreFull;
    case Appended::kFenced:
      return codes::kStoreFenced;
    case Appended::kUnknown:
      return codes::kStoreUnsettled;
    default:  // also a duplicate or a conflict: the journal holds what this server did not write
      return codes::kStoreBroken;
  }
}

}  // namespace

Committer::Committer(journal::Journal& journal, journal::Epoch epoch, Book& book,
                     const crypto::LogKey& key, CommitterOptions options)
    : journal_(journal),
      epoch_(epoch),
      book_(book),
      key_(key),
      options_(std::move(options)),
      working_(book.read([](const Book::Page& page) { return page.state; })),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

Committer::~Committer() {
  stop();
}

void Committer::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Committer::add(congress::Entry entry, Bytes envelope, Done done) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopped_) {
      waiting_.push_back({std::move(entry), std::move(envelope), std::move(done)});
      something_.notify_one();
      return;
    }
  }
  done(fail(codes::kServiceStopping));
}

void Committer::run(const std::stop_token& stop) {
  while (true) {
    std::vector<Waiting> waiting = take(stop);
    if (waiting.empty()) return;
    settle_open_one();
    if (over_ == nullptr && open_) {
      for (const Waiting& one : waiting) one.done(fail(codes::kStoreUnsettled));
      continue;
    }
    if (over_ != nullptr) {
      for (const Waiting& one : waiting) one.done(fail(*over_));
      continue;
    }
    commit(check_all(std::move(waiting)));
  }
}

// Empty: stopped, and nothing waits.
std::vector<Committer::Waiting> Committer::take(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  something_.wait(lock, stop, [&] { return !waiting_.empty(); });
  if (!waiting_.empty() && !stop.stop_requested()) {
    something_.wait_for(lock, stop, options_.window,
                        [&] { return waiting_.size() >= options_.most_commands; });
  }
  if (waiting_.empty()) stopped_ = true;
  std::size_t count = 0, bytes = 0;
  while (count < waiting_.size() && count < options_.most_commands &&
         (count == 0 || bytes + waiting_[count].envelope.size() <= options_.most_bytes)) {
    bytes += waiting_[count++].envelope.size();
  }
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<Waiting> out(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  return out;
}

Committer::Commit Committer::check_all(std::vector<Waiting> waiting) {
  const auto others = std::stable_partition(waiting.begin(), waiting.end(), [](const Waiting& one) {
    return one.entry.ballot != nullptr;
  });
  std::stable_sort(waiting.begin(), others, [](const Waiting& a, const Waiting& b) {
    return a.entry.ballot->voter() < b.entry.ballot->voter();
  });
  Commit out;
  out.batch.first = working_.size;
  for (Waiting& one : waiting) {
    one.entry.index = working_.size;
    if (const auto checked = congress::check(working_, one.entry); !checked) {
      if (checked.error().is(codes::kCommandAgain)) {
        out.again.emplace_back(id_of(one.entry), std::move(one.done));
      } else {
        out.refused.emplace_back(checked.error(), std::move(one.done));
      }
      continue;
    }
    congress::apply(working_, one.entry);
    out.batch.records.push_back(
        {id_of(one.entry), one.entry.payload_hash, std::move(one.envelope)});
    out.entries.push_back(std::move(one.entry));
    out.accepted.push_back(std::move(one.done));
  }
  return out;
}

void Committer::commit(Commit commit) {
  // Nothing was applied: who is refused, or has been there before, hears it from the record as is.
  if (commit.entries.empty()) return answer(commit);
  commit.batch.checkpoint =
      journal::sign_checkpoint(working_.congress_id, {working_.size, working_.roots.back()}, key_);
  Appended outcome = journal_.append(epoch_, commit.batch);
  if (outcome == Appended::kUnknown) {
    options_.log("the store does not say whether a commit is durable: asking");
    switch (settle(commit.batch)) {
      case Settled::kThere:
        outcome = Appended::kDurable;
        break;
      case Settled::kNotThere:
        drop(commit, codes::kStoreUnsettled);
        return;
      case Settled::kOpen:
        break;
    }
  }
  if (outcome == Appended::kDurable) {
    publish(commit);
    answer(commit);
    // The state that was swapped out catches up after the answers.
    for (const congress::Entry& entry : commit.entries) congress::apply(working_, entry);
    return;
  }
  const ErrorCode& code = code_of(outcome);
  options_.log("a commit was not stored: " + std::string(code.name) + " (" +
               std::string(journal::name_of(outcome)) + ")");
  if (outcome == Appended::kUnknown) {
    for (const Done& done : commit.accepted) done(fail(code));
    for (const auto& [id, done] : commit.again) done(fail(code));
    for (const auto& [error, done] : commit.refused) done(fail(code));
    commit.accepted.clear();
    commit.again.clear();
    commit.refused.clear();
    open_ = std::move(commit);
    return;
  }
  drop(commit, code);
  if (outcome != Appended::kFull) over_ = &code;
}

void Committer::publish(Commit& commit) {
  book_.publish(working_, commit.entries, commit.batch.checkpoint);
  options_.committed();
}

void Committer::answer(const Commit& commit) {
  std::vector<std::pair<const Done*, v1::Receipt>> receipts;
  book_.read([&](const Book::Page& page) {
    for (std::size_t i = 0; i < commit.entries.size(); ++i) {
      const congress::Entry& entry = commit.entries[i];
      receipts.emplace_back(&commit.accepted[i], receipt_of(page, id_of(entry), entry.index));
    }
    for (const auto& [id, done] : commit.again) {
      receipts.emplace_back(&done, receipt_of(page, id, page.index.at(id)));
    }
  });
  for (auto& [done, receipt] : receipts) (*done)(std::move(receipt));
  for (const auto& [error, done] : commit.refused) done(std::unexpected(error));
}

// Nothing of the batch is in the journal: the state before it is the state again.
void Committer::drop(const Commit& commit, const ErrorCode& code) {
  working_ = book_.read([](const Book::Page& page) { return page.state; });
  for (const Done& done : commit.accepted) done(fail(code));
  for (const auto& [id, done] : commit.again) done(fail(code));
  for (const auto& [error, done] : commit.refused) done(fail(code));
}

Committer::Settled Committer::settle(const journal::Batch& batch) {
  const journal::Record& first = batch.records.front();
  for (int i = 0; i < kSettleTries; ++i) {
    if (const auto found = journal_.find(first.id); found.has_value()) {
      const bool there = found->has_value() && (*found)->index == batch.first &&
                         (*found)->payload_hash == first.payload_hash;
      return there ? Settled::kThere : Settled::kNotThere;
    }
    std::this_thread::sleep_for(kSettlePause);
  }
  return Settled::kOpen;
}

// Before anything new is tried on top of it.
void Committer::settle_open_one() {
  if (!open_ || over_ != nullptr) return;
  switch (settle(open_->batch)) {
    case Settled::kThere:
      publish(*open_);
      for (const congress::Entry& entry : open_->entries) congress::apply(working_, entry);
      open_.reset();
      break;
    case Settled::kNotThere:
      drop(*open_, codes::kStoreUnsettled);
      open_.reset();
      break;
    case Settled::kOpen:
      break;
  }
}

}  // namespace hp::service

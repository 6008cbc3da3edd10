// A process that is killed while it appends has lost nothing that it reported.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "journal/sqlite_journal.h"
#include "journal/testing/scratch.h"

namespace hp::journal {
namespace {

using testing::numbered;
using testing::Scratch;

constexpr int kKills = 10;
constexpr std::uint64_t kMostBatches = 100'000;  // the child's bound, far beyond its time

std::string note_of(std::uint64_t size) {
  return "size " + std::to_string(size);
}

// Appends batches of 1 … 7 records until it is killed; writes the size to `report` only once it is
// durable.
[[noreturn]] void append_for_ever(const std::filesystem::path& path, int report) {
  auto journal = open_sqlite_journal(path);
  if (!journal.has_value()) _exit(2);
  const auto epoch = (*journal)->take_lead();
  const auto size = (*journal)->size();
  if (!epoch.has_value() || !size.has_value()) _exit(3);
  std::uint64_t next = *size;
  for (std::uint64_t i = 0; i < kMostBatches; ++i) {
    Batch batch{next, {}, ""};
    for (std::uint64_t k = 0; k < 1 + i % 7; ++k, ++next) {
      batch.records.push_back(numbered(next, 50 + 997 * (next % 5)));
    }
    batch.checkpoint = note_of(next);
    if ((*journal)->append(*epoch, batch) != Appended::kDurable) _exit(4);
    if (::write(report, &next, sizeof next) != sizeof next) _exit(5);
  }
  _exit(0);
}

// The last size that came through the pipe within `reports`, or up to its end.
std::uint64_t last_report(int pipe, int reports, std::uint64_t last) {
  std::uint64_t size = 0;
  for (int i = 0; i < reports && ::read(pipe, &size, sizeof size) == sizeof size; ++i) last = size;
  return last;
}

struct Child {
  pid_t id = -1;
  int reports = -1;
};
Child start(const std::filesystem::path& path) {
  int ends[2];
  if (::pipe(ends) != 0) return {};
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    append_for_ever(path, ends[1]);
  }
  ::close(ends[1]);
  return {child, ends[0]};
}

TEST(SqliteKill, LosesNothingThatWasReported) {
  const Scratch folder;
  const auto path = folder.path() / "journal.db";
  std::mt19937 random(11);
  std::uint64_t reported = 0;
  for (int kill = 0; kill < kKills; ++kill) {
    const Child child = start(path);
    ASSERT_GT(child.id, 0);
    reported = last_report(child.reports, 1 + static_cast<int>(random() % 40), reported);
    ::usleep(static_cast<useconds_t>(random() % 3000));  // anywhere inside a commit
    ASSERT_EQ(::kill(child.id, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child.id, &status, 0), child.id);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << status;
    reported = last_report(child.reports, 1 << 20, reported);
    ::close(child.reports);

    const auto journal = open_sqlite_journal(path).value();
    const std::uint64_t size = journal->size().value();
    EXPECT_GE(size, reported);
    EXPECT_LE(size, reported + 7) << "more than the batch that was under way";
    EXPECT_EQ(journal->checkpoint().value(), note_of(size));
    EXPECT_TRUE(journal->check().has_value());
    const auto entries = journal->read(0, 1 << 20).value();
    ASSERT_EQ(entries.size(), size);
    for (std::uint64_t n = 0; n < size; ++n) {
      ASSERT_EQ(entries[n], numbered(n, entries[n].size()).envelope);
      ASSERT_EQ(journal->find(numbered(n).id).value()->index, n);
    }
    reported = size;
  }
  EXPECT_GT(reported, static_cast<std::uint64_t>(kKills));
}

}  // namespace
}  // namespace hp::journal

// The newest cosigned checkpoint of each witness, kept beside the journal (docs/design/record.md
// section 2). Safe in any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/error.h"
#include "journal/journal.h"
#include "service/book.h"

namespace hp::service {

class Cosignatures {
 public:
  // Fails with `record_differs` where a witness holds a checkpoint that is not of this record.
  static Result<Cosignatures> load(journal::Journal& journal, const Book::Page& page);

  // Takes a witness's line for a checkpoint of this record and keeps it, durably, unless a newer
  // one is kept. Fails with `witness_unknown`, `record_differs`, or as open_checkpoint and
  // check_cosignature.
  Result<void> add(const Book& book, const std::string& note, const std::string& line);

  // The lines that are for exactly this checkpoint.
  std::vector<std::string> of(const std::string& note) const;

 private:
  struct One {
    journal::TreeHead head;
    std::string line;
  };
  explicit Cosignatures(journal::Journal& journal) : journal_(&journal) {}

  journal::Journal* journal_;
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  std::map<std::string, One> newest_;  // by witness
};

}  // namespace hp::service

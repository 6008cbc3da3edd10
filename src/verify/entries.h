// What each entry is by itself, before any state: its message, its leaf, its faults of form.
#pragma once

#include <optional>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "homphieu/v1/record.pb.h"
#include "journal/tree.h"

namespace hp::verify {

namespace v1 = homphieu::v1;

struct ReadEntry {
  Hash leaf{};
  v1::Envelope envelope;  // where there is no error
  v1::Command::BodyCase body = v1::Command::BODY_NOT_SET;
  std::optional<Error> error;  // not the one encoding
};

std::vector<ReadEntry> read_entries(const std::vector<Bytes>& entries, unsigned threads);

// The tree over all of them, faulty ones too.
journal::Tree tree_of(const std::vector<ReadEntry>& entries);

}  // namespace hp::verify

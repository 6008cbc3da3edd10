// The structure tree as objects (ISO 32000-2, 14.7).
#pragma once

#include "pdf/file.h"
#include "pdf/laid.h"

namespace hp::pdf {

// Whom marked content and fields belong to, in the order of the parent tree's keys: page i has
// /StructParents i, field j /StructParent pages + j.
struct Owners {
  std::vector<std::vector<Tag>> pages;
  std::vector<Tag> fields;
};

// Writes the tree and gives its root.
Ref add_tags(const Tree& tree, const Owners& owners, const std::vector<Ref>& pages,
             const std::vector<Ref>& fields, File& file);

}  // namespace hp::pdf

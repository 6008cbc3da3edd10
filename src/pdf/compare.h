// What a revision changed: one signature field was filled, and nothing else.
#pragma once

#include "pdf/parts.h"

namespace hp::pdf {

// One signing, as found.
struct Filling {
  std::size_t field = 0;             // in Parts::fields
  int signature = 0;                 // the signature dictionary's object
  bool names_certification = false;  // the catalog's /Perms /DocMDP is this signature
};

struct History {
  std::vector<char> filled;  // by field
  std::set<int> signatures;  // objects of earlier signature dictionaries
};

// Compares the revision with the objects before it.
// Fails with the codes "revisions" of codes.h; `kPdfCertify`, `kPdfSignatureEntry`.
Result<Filling> read_filling(const Revision& revision, const Structure& structure,
                             const Parts& parts, const Objects& before, const History& history);

// Objects that the revision adds: they belong to the signature, its appearance or the form's
// fonts, reached from `roots` or being `signature`, and are nothing that acts. Fails with
// `kPdfForbiddenObject`, `kPdfUnusedObject`.
Result<void> check_added(const Revision& revision, const Objects& before, int signature,
                         const std::vector<const Value*>& roots);

}  // namespace hp::pdf

// Reads a paper that was signed, and accounts for every byte of it.
//
//   HP_ASSIGN(const Signed it, read_signed(file));
//   for (const Signature& one : it.signatures) ... verify one.contents over one.digest ...
//
// Strict, and mends nothing: classic cross-reference tables alone; every revision consists of
// whole objects, each listed once where it is, the table, the trailer and the end; every revision
// after the base fills one empty signature field, adds what belongs to it, and changes nothing
// else. What common readers let pass (a page replaced after signing) is refused, each with its code
// (codes.h). Whether a signature is valid is for the caller to find out.
//
// Bounds: 16 MiB, 100,000 objects, 300,000 values, 256 revisions, 32 levels; n log n in time.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "base/time.h"

namespace hp::pdf {

struct Signature {
  std::string field{};                       // the field's name
  std::size_t end = 0;                       // of the revision, and of what it signs
  std::array<std::size_t, 4> range{};        // /ByteRange
  std::string sub_filter{};                  // "ETSI.CAdES.detached"
  std::string name{}, reason{}, location{};  // UTF-8, as the file claims
  std::optional<UnixMs> at{};                // /M, as the file claims
  bool certifies = false;                    // DocMDP with P = 2
  Bytes contents{};                          // the DER, without the zeros after it
  std::size_t reserve = 0;                   // bytes that contents may have
  Hash digest{};                             // SHA-256 of the two ranges
};

struct SignatureField {
  std::string name{};
  std::size_t page = 0;  // from 0
  bool visible = false;
  bool empty = true;
};

struct Signed {
  std::size_t base = 0;                        // length of the file before the first signature
  std::vector<Signature> signatures{};         // in the order they were made
  std::vector<SignatureField> fields{};        // in the order of the form
  std::map<std::string, Bytes> attachments{};  // by name, unpacked: 16 MiB in all at most
};

// Fails with a code of codes.h; `where` is an offset ("at 1234"), an object ("12 0") or a field.
Result<Signed> read_signed(ByteView file);

}  // namespace hp::pdf

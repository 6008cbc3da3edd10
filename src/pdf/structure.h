// A file as revisions of whole objects, every byte of it accounted for (ISO 32000-2, 7.5).
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "pdf/value.h"

namespace hp::pdf {

inline constexpr std::size_t kMostBytes = std::size_t{16} << 20U;
inline constexpr int kMostObjects = 100'000;
inline constexpr std::size_t kMostValues = 300'000;
inline constexpr std::size_t kMostRevisions = 256;

struct Object {
  int number = 0;
  std::size_t begin = 0;
  Value value{};
  bool is_stream = false;
  ByteView data{};  // of the stream, as stored; into the file
};
bool same(const Object& a, const Object& b);

struct Entry {  // of the cross-reference table
  int number = 0;
  std::size_t offset = 0;
};

struct Revision {
  std::size_t table = 0;         // where "xref" stands
  std::size_t marker = 0;        // just after "%%EOF"
  std::size_t end = 0;           // after the newline that may follow
  std::vector<Entry> entries{};  // sorted by number; those in use
  Value trailer{};
  int size = 0;  // the trailer's /Size
  std::vector<Object> objects{};
};

struct Structure {
  std::vector<Revision> revisions{};  // the base first
  int root = 0;
  int info = 0;            // 0: none
  std::string identity{};  // the first half of /ID
  std::size_t values_left = kMostValues;
};

// One table, its trailer and the end, from "xref" on. Fails with `kPdfXref`, `kPdfXrefStream`,
// `kPdfTrailer`, `kPdfEncrypted`, `kPdfGeneration`, `kPdfObjectRemoved`, `kPdfObjectTwice`,
// `kPdfEnd`, `kPdfSize`, `kPdfTooLarge`, and what Parser fails with.
Result<Revision> read_table(ByteView file, std::size_t at, std::size_t& budget);

// Fails with what read_table fails with; `kPdfHeader`, `kPdfPrev`, `kPdfIdentityChanged`,
// `kPdfHidden`, `kPdfOffset`, `kPdfStreamLength`, `kPdfObjectStream`, `kPdfDangling`.
Result<Structure> read_structure(ByteView file);

}  // namespace hp::pdf

// Rolls, organisations and lists as spreadsheets write them: CSV with a heading row, UTF-8 with or
// without a byte-order mark. What can be mended safely is mended and said (decomposed letters,
// outer spaces, characters that nobody sees); the rest is refused with row and column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "congress/definition.h"
#include "homphieu/v1/record.pb.h"

namespace hp::client {

namespace v1 = homphieu::v1;

// One thing that was found. `fault` true: it must be put right; false: it was mended.
struct RollFinding {
  bool fault = false;
  std::size_t row = 0;     // as a spreadsheet counts: the heading is 1
  std::size_t column = 0;  // from 1; 0: the whole row
  std::string heading;     // the column's name; empty for the whole row
  const ErrorCode* code = nullptr;
  std::string value;  // what stands there
  std::string other;  // what it is compared with or became: row, other spelling
};
// One line for a person.
std::string describe(const RollFinding& finding, Language language);

struct RollReading {
  std::vector<v1::Person> people;     // those without a fault, in order of the file
  std::vector<RollFinding> findings;  // in order of the file
  bool good() const;                  // no fault among them
};

// code, full_name, sex, born, organisation, standing, basis; and the flags convening_committee,
// active_elsewhere, exempted, suspended, charged, which may be missing. `organisations`, if not
// empty, are the only ones allowed.
// Fails with `csv_form` where it is no CSV, `csv_heading` where a column is missing or unknown.
Result<RollReading> read_roll(std::string_view csv,
                              const std::vector<v1::Organisation>& organisations = {});

// organisation, delegates_allocated; other columns are passed over.
Result<std::vector<v1::Organisation>> read_organisations(std::string_view csv);

// code, full_name: a list for a ballot, in its order.
Result<std::vector<congress::Candidate>> read_candidates(std::string_view csv);

}  // namespace hp::client

// A CSV file as rows of cells.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace hp::client {

struct CsvRow {
  std::size_t number = 0;  // as a spreadsheet counts: the first is 1
  std::vector<std::string> cells;
};

// Rows in order, blank ones left out but counted; a leading byte-order mark is dropped. Cells are
// as they stand, spaces too. A quoted cell may hold line breaks and doubled quotes (RFC 4180).
// Fails with `csv_form` (not UTF-8, broken quotes, over 16 MiB), the row as `where`.
Result<std::vector<CsvRow>> read_csv(std::string_view text);

}  // namespace hp::client

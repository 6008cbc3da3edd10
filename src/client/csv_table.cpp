#include "client/csv_table.h"

#include <csv.h>

#include <memory>

#include "base/text.h"
#include "client/roll_codes.h"

namespace hp::client {
namespace {

constexpr std::size_t kMostBytes = std::size_t{16} << 20;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

struct Reading {
  std::vector<CsvRow> rows;
  std::vector<std::string> cells;
  std::size_t number = 1;
  bool after_return = false;  // a line feed now belongs to the carriage return before it
};

void on_cell(void* bytes, std::size_t size, void* reading) {
  auto& to = *static_cast<Reading*>(reading);
  to.after_return = false;
  to.cells.emplace_back(static_cast<const char*>(bytes), size);
}

void on_row(int end, void* reading) {
  auto& to = *static_cast<Reading*>(reading);
  if (end == '\n' && to.after_return && to.cells.empty()) {
    to.after_return = false;
    return;
  }
  if (!to.cells.empty()) to.rows.push_back({to.number, std::move(to.cells)});
  to.cells.clear();
  to.after_return = end == '\r';
  ++to.number;
}

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (text.size() > kMostBytes || !is_utf8(text)) return fail(codes::kCsvForm);
  csv_parser parser{};
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) {
    return fail(codes::kCsvForm);
  }
  const std::unique_ptr<csv_parser, void (*)(csv_parser*)> ends(&parser, csv_free);
  csv_set_space_func(&parser, [](unsigned char) { return 0; });
  Reading reading;
  const std::size_t read = csv_parse(&parser, text.data(), text.size(), on_cell, on_row, &reading);
  if (read != text.size() || csv_fini(&parser, on_cell, on_row, &reading) != 0) {
    return fail(codes::kCsvForm, "row " + std::to_string(reading.number));
  }
  return std::move(reading.rows);
}

}  // namespace hp::client

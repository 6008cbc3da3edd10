#include "minutes/layout.h"

#include <algorithm>
#include <numeric>

namespace hp::minutes {
namespace {

std::size_t letter_bytes(std::string_view rest) {
  std::size_t size = 1;
  while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0) == 0x80) ++size;
  return size;
}

// U+0300 to U+036F: marks that NFC leaves apart where no ready-made letter exists.
bool is_mark(std::string_view letter) {
  if (letter.size() != 2) return false;
  const auto second = static_cast<unsigned char>(letter[1]);
  return letter[0] == '\xCC' || (letter[0] == '\xCD' && second <= 0xAF);
}

bool is_space(std::string_view letter) {
  const auto first = static_cast<unsigned char>(letter[0]);
  if (letter.size() == 1) return first <= 0x20 || first == 0x7F;
  return letter.size() == 2 && first == 0xC2 && static_cast<unsigned char>(letter[1]) < 0xA0;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool between = true;
  while (!text.empty()) {
    const std::string_view letter = text.substr(0, letter_bytes(text));
    text.remove_prefix(letter.size());
    if (is_space(letter)) {
      between = true;
      continue;
    }
    if (between) words.emplace_back();
    between = false;
    words.back() += letter;
  }
  return words;
}

// The most letters of `word` that fit, at least one.
std::string head_of(std::string_view word, std::size_t width) {
  std::size_t bytes = 0;
  std::size_t columns = 0;
  while (bytes < word.size()) {
    const std::string_view letter = word.substr(bytes, letter_bytes(word.substr(bytes)));
    const std::size_t more = is_mark(letter) ? 0 : 1;
    if (bytes > 0 && columns + more > width) break;
    columns += more;
    bytes += letter.size();
  }
  return std::string(word.substr(0, bytes));
}

std::string padded(std::string_view text, std::size_t width, bool to_the_right) {
  const std::size_t used = display_width(text);
  const std::string space(width > used ? width - used : 0, ' ');
  return to_the_right ? space + std::string(text) : std::string(text) + space;
}

std::string centre(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(width > used ? (width - used) / 2 : 0, ' ') + std::string(text);
}

std::string rule(const std::vector<Column>& columns) {
  std::string out = "+";
  for (const Column& column : columns) out += std::string(column.width + 2, '-') + "+";
  return out;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const std::string_view letter = text.substr(0, letter_bytes(text));
    if (!is_mark(letter)) ++columns;
    text.remove_prefix(letter.size());
  }
  return columns;
}

std::string decimal_comma(std::string number) {
  std::ranges::replace(number, '.', ',');
  return number;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (std::string word : words_of(text)) {
    if (!lines.empty() && display_width(lines.back()) + 1 + display_width(word) <= width) {
      lines.back() += " " + word;
      continue;
    }
    while (display_width(word) > width) {
      lines.push_back(head_of(word, width));
      word.erase(0, lines.back().size());
    }
    if (!word.empty()) lines.push_back(std::move(word));
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

void Layout::line(std::string_view text) {
  const auto end = text.find_last_not_of(' ');
  out_ += end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
  out_ += '\n';
}

void Layout::blank() {
  line("");
}

void Layout::centred(std::string_view text) {
  for (const std::string& part : wrap(text, kLineWidth)) line(centre(part, kLineWidth));
}

void Layout::paragraph(std::string_view text, std::string_view first) {
  const std::size_t indent = display_width(first);
  std::string before(first);
  for (const std::string& part : wrap(text, kLineWidth - indent)) {
    line(before + part);
    before.assign(indent, ' ');
  }
}

void Layout::two_columns(std::string_view left, std::string_view right) {
  constexpr std::size_t kGap = 2;
  constexpr std::size_t kHalf = (kLineWidth - kGap) / 2;
  const auto a = wrap(left, kHalf);
  const auto b = wrap(right, kHalf);
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string l = i < a.size() ? centre(a[i], kHalf) : "";
    const std::string r = i < b.size() ? centre(b[i], kHalf) : "";
    line(padded(l, kHalf + kGap, false) + r);
  }
}

void Layout::table(std::vector<Column> columns, const std::vector<Row>& rows) {
  const std::size_t frame = 3 * columns.size() + 1;
  const std::size_t fixed =
      std::accumulate(columns.begin(), columns.end(), frame,
                      [](std::size_t sum, const Column& column) { return sum + column.width; });
  Row titles;
  for (Column& column : columns) {
    if (column.width == 0) column.width = kLineWidth - fixed;
    titles.push_back(column.title);
  }
  const auto print = [&](const Row& row) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      cells.push_back(wrap(row.at(i), columns[i].width));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t y = 0; y < height; ++y) {
      std::string text = "|";
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string_view cell = y < cells[i].size() ? cells[i][y] : std::string_view{};
        text += " " + padded(cell, columns[i].width, columns[i].to_the_right) + " |";
      }
      line(text);
    }
  };
  line(rule(columns));
  print(titles);
  line(rule(columns));
  for (const Row& row : rows) print(row);
  line(rule(columns));
}

}  // namespace hp::minutes

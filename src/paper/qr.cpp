#include "paper/qr.h"

#include <qrencode.h>

#include <memory>
#include <utility>
#include <vector>

#include "base/hex.h"
#include "paper/codes.h"

namespace hp::paper {
namespace {

struct Freed {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

std::string four_bytes(const Hash& hash) {
  return to_hex(ByteView(hash).first(4));
}

// The code's dark modules that no box covers yet.
struct Squares {
  explicit Squares(const QRcode& code)
      : width(code.width), modules(code.data, code.data + width * width) {}

  bool dark(int row, int column) const {
    return row < width && column < width && (at(row, column) & 1) != 0;
  }

  // The box from here to the right and then down, as far as everything in it is dark: a fifth fewer
  // boxes than one for each run of a row. Gives the first column and row behind it.
  std::pair<int, int> take(int row, int column) {
    int right = column + 1;
    while (dark(row, right)) ++right;
    int bottom = row + 1;
    while (all_dark(bottom, column, right)) ++bottom;
    for (int y = row; y < bottom; ++y) {
      for (int x = column; x < right; ++x) at(y, x) = 0;
    }
    return {right, bottom};
  }

  int width;

 private:
  bool all_dark(int row, int from, int to) const {
    for (int column = from; column < to; ++column) {
      if (!dark(row, column)) return false;
    }
    return true;
  }
  unsigned char at(int row, int column) const {
    return modules[static_cast<std::size_t>(row * width + column)];
  }
  unsigned char& at(int row, int column) {
    return modules[static_cast<std::size_t>(row * width + column)];
  }

  std::vector<unsigned char> modules;
};

}  // namespace

Result<pdf::Picture> qr_picture(std::string_view text, const Place& place, std::string words) {
  if (text.empty()) return fail(codes::kPaperCode);
  const std::unique_ptr<QRcode, Freed> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
  if (code == nullptr) return fail(codes::kPaperCode, "", std::to_string(text.size()));
  Squares left(*code);
  pdf::Picture out{.boxes = {}, .words = std::move(words)};
  out.boxes.reserve(static_cast<std::size_t>(left.width) * static_cast<std::size_t>(left.width) /
                    4);
  const auto along = [&](int n) { return place.x + place.width * n / left.width; };
  const auto down = [&](int n) { return place.y + place.height * n / left.width; };
  for (int row = 0; row < left.width; ++row) {
    for (int column = 0; column < left.width; ++column) {
      if (!left.dark(row, column)) continue;
      const auto [right, bottom] = left.take(row, column);
      out.boxes.push_back(
          {along(column), down(row), along(right) - along(column), down(bottom) - down(row)});
    }
  }
  return out;
}

std::string ballot_code(const BallotCode& code, std::size_t side, std::size_t sides) {
  return std::string(code.rehearsal ? "HPDT1" : "HP1") + ";" + four_bytes(code.congress_id) + ";" +
         code.contest + "." + std::to_string(code.round) + ";" + std::to_string(side) + "/" +
         std::to_string(sides) + ";" + four_bytes(code.definition_hash);
}

}  // namespace hp::paper

#include "paper/qr.h"

#include <qrencode.h>

#include <memory>

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

}  // namespace

Result<pdf::Picture> qr_picture(std::string_view text, const Place& place, std::string words) {
  if (text.empty()) return fail(codes::kPaperCode);
  const std::unique_ptr<QRcode, Freed> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M));
  if (code == nullptr) return fail(codes::kPaperCode, "", std::to_string(text.size()));
  pdf::Picture out{.boxes = {}, .words = std::move(words)};
  const int width = code->width;
  const auto dark = [&](int row, int column) {
    return column < width && (code->data[row * width + column] & 1) != 0;
  };
  const auto along = [&](int n) { return place.x + place.width * n / width; };
  const auto down = [&](int n) { return place.y + place.height * n / width; };
  for (int row = 0; row < width; ++row) {
    for (int column = 0; column < width;) {
      const int begin = column;
      while (dark(row, column)) ++column;
      if (column > begin) {
        out.boxes.push_back(
            {along(begin), down(row), along(column) - along(begin), down(row + 1) - down(row)});
      } else {
        ++column;
      }
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

#include "paper/sample.h"

#include <array>

namespace hp::paper::testing {

Heading sample_heading() {
  Heading out;
  out.organisation = "Đảng bộ quận Cẩm Lệ";
  out.congress = "Đại hội đại biểu lần thứ IV";
  out.term = "2020–2025";
  out.office = "Ban Chấp hành Đảng bộ quận Cẩm Lệ";
  out.program = "homphieu 0.1.0";
  out.at = {1595900100000};  // 2020-07-28 08:35 in Vietnam
  return out;
}

Ballot sample(std::size_t names, std::uint32_t seats, Size size) {
  constexpr std::array kFamily{"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Bùi", "Võ"};
  constexpr std::array kMiddle{"Thị Ngọc", "Văn", "Đức", "Thị", "Hữu", "Quốc", "Phương"};
  constexpr std::array kGiven{"Ánh", "Bảo",  "Cường", "Dũng",  "Ẩn",    "Hằng",
                              "Ỷ",   "Khuê", "Lượng", "Nghĩa", "Phượng"};
  Ballot out;
  out.heading = sample_heading();
  for (std::size_t i = 0; i < names; ++i) {
    out.names.push_back(std::string(kFamily.at(i % kFamily.size())) + " " +
                        kMiddle.at(i % kMiddle.size()) + " " + kGiven.at(i % kGiven.size()));
  }
  out.seats = seats;
  out.form = names > seats ? Form::kStrikeOut : Form::kBoxes;
  out.congress_id.fill(0x87);
  out.contest = "ban-chap-hanh";
  out.definition_hash.fill(0x1e);
  out.size = size;
  return out;
}

Cards sample_cards(std::size_t count) {
  Cards out{.organisation = "Đảng bộ quận Cẩm Lệ",
            .congress = "Đại hội đại biểu lần thứ IV",
            .term = "2020–2025",
            .address = "https://192.168.1.7:8443/",
            .texts = {},
            .program = "homphieu 0.1.0",
            .at = {1595900100000}};
  constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < count; ++i) {
    std::string& text = out.texts.emplace_back();
    for (int letter = 0; letter < 28; ++letter) {
      if (letter > 0 && letter % 4 == 0) text += '-';
      state = state * 1664525 + 1013904223;
      text += kDigits[state >> 27];
    }
  }
  return out;
}

}  // namespace hp::paper::testing

#include "demo/options.h"

#include <CLI/CLI.hpp>

#include "crypto/random.h"

namespace hp::demo {
namespace {

constexpr std::uint32_t kSmall = 7;

std::uint64_t new_seed() {
  std::array<std::uint8_t, 4> bytes{};
  crypto::system_random()(bytes);
  std::uint64_t seed = 0;
  for (const std::uint8_t one : bytes) seed = seed << 8 | one;
  return seed;
}

}  // namespace

Parsed parse_options(int argc, const char* const* argv) {
  Options options;
  options.seed = new_seed();
  bool small = false;
  CLI::App app(
      "Diễn tập Hòm Phiếu với dữ liệu minh họa: Đại hội Cẩm Lệ IV (275 đại biểu) rồi Đại hội đảng "
      "bộ công an quận (120 đảng viên), trên một máy chủ thật",
      "tools/demo");
  app.set_help_flag("--help,-h", "In hướng dẫn rồi thoát");
  app.add_flag("--once", options.once, "Tự kết thúc; để lại DIR/out/*.record và biên bản");
  app.add_option("--data", options.data, "Thư mục DIR; mặc định một thư mục tạm mới, in ra");
  app.add_option("--seed", options.seed, "Số gieo của các phiếu; mặc định ngẫu nhiên, in ra");
  app.add_flag("--small", small, "Chỉ một đại hội nhỏ: 7 đại biểu, một nội dung bầu");
  app.add_option("--delegates", options.delegates, "Đại hội nhỏ với chừng ấy đại biểu (5 đến 200)")
      ->check(CLI::Range(5, 200));
  app.add_option("--program", options.program, "Chương trình homphieu; mặc định ở cạnh tệp này");
  app.add_option("--example", options.example, "Thư mục dữ liệu minh họa; mặc định data/");
  app.footer("Ballots are random; the seed is printed. Ctrl-C ends the server at the end.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return {std::nullopt, app.exit(error) == 0 ? 0 : 2};
  }
  if (small && options.delegates == 0) options.delegates = kSmall;
  return {options, 0};
}

}  // namespace hp::demo

// homphieu-demo: see options.cpp. Exit codes: 0 all good, 1 a result or a record is wrong, 2 it
// could not be played.
#include <cstdlib>
#include <iostream>

#include "base/hex.h"
#include "client/fonts.h"
#include "crypto/base64.h"
#include "demo/child.h"
#include "demo/codes.h"
#include "demo/end_signal.h"
#include "demo/hall_server.h"
#include "demo/options.h"
#include "demo/papers.h"
#include "demo/play.h"
#include "demo/printed.h"
#include "demo/signed_papers.h"

namespace {

using namespace hp;
using namespace hp::demo;

std::filesystem::path own_folder() {
  std::error_code failed;
  return std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
}

Result<std::filesystem::path> data_folder(const Options& options) {
  std::error_code failed;
  if (options.data.empty()) {
    std::string pattern =
        (std::filesystem::temp_directory_path(failed) / "hom-phieu-demo-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) return fail(codes::kDemoFile, pattern);
    return std::filesystem::path(pattern);
  }
  std::filesystem::create_directories(options.data, failed);
  if (std::filesystem::exists(options.data / "server", failed)) {
    return fail(codes::kDemoFile, "--data", "đã dùng cho một lần diễn tập khác");
  }
  return std::filesystem::absolute(options.data);
}

// Seconds since the start, before every line.
class Progress {
 public:
  void operator()(const std::string& line) const {
    const auto passed = std::chrono::steady_clock::now() - start_;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(passed).count();
    std::cout << '[' << (seconds < 100 ? seconds < 10 ? "  " : " " : "") << seconds << " s] "
              << line << std::endl;
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Result<std::vector<CongressScript>> scripts_of(const Options& options,
                                               const std::filesystem::path& example) {
  std::vector<CongressScript> scripts;
  if (options.delegates > 0) {
    HP_ASSIGN(CongressScript small, small_congress(options.delegates));
    scripts.push_back(std::move(small));
    return scripts;
  }
  HP_ASSIGN(CongressScript district, district_congress(example));
  scripts.push_back(std::move(district));
  scripts.push_back(police_congress());
  return scripts;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// The record held against what was seen in the hall: the congress id and the last checkpoint.
std::vector<std::string> verify_command(const std::filesystem::path& program,
                                        const std::filesystem::path& out, const Played& played) {
  return {program.string(),
          "verify",
          "--congress",
          to_hex(played.congress_id),
          "--head",
          (out / (played.name + ".checkpoint")).string(),
          (out / (played.name + ".record")).string()};
}

// The signed papers of a congress, held against its record.
std::vector<std::string> check_command(const std::filesystem::path& program,
                                       const std::filesystem::path& out, const Played& played,
                                       const std::vector<std::filesystem::path>& papers) {
  std::vector<std::string> command{program.string(),
                                   "minutes",
                                   "check",
                                   "--roots",
                                   (out / (played.name + "-roots.pem")).string(),
                                   "--record",
                                   (out / (played.name + ".record")).string()};
  for (const std::filesystem::path& paper : papers) command.push_back(paper.string());
  return command;
}

// Its exit status; what it says is printed.
Result<int> verify(const std::vector<std::string>& command) {
  std::cout << "$ " << joined(command) << std::endl;
  HP_ASSIGN(const Ran ran, run_program(command));
  std::cout << ran.output << std::endl;
  return ran.status;
}

void say_where(const std::filesystem::path& folder, const HallServer& server,
               const std::filesystem::path& program, const Played& last) {
  const auto out = folder / "out";
  std::cout << "Sổ ghi và biên bản (dữ liệu minh họa): " << out.string() << "\n"
            << "Nhật ký máy chủ: " << (folder / "server.log").string() << "\n"
            << "Máy chủ: " << server.address << "\n\nXem thêm:\n"
            << "  less " << (out / "minutes-*.txt").string() << "\n"
            << "  pdfsig " << (out / "minutes-*.pdf").string() << "\n"
            << "  " << joined(verify_command(program, out, last)) << "\n"
            << "  curl --cacert " << (folder / "server" / "ca" / "authority.pem").string() << " "
            << server.address << "/homphieu.v1.CongressService/GetOverview \\\n"
            << "    -H 'Content-Type: application/json' -d '{\"congressId\":\""
            << crypto::to_base64(last.congress_id) << "\"}'\n"
            << std::endl;
}

Result<int> run(const Options& options, EndSignal& end) {
  const auto program = options.program.empty() ? own_folder() / "homphieu"
                                               : std::filesystem::absolute(options.program);
  const auto example =
      options.example.empty() ? own_folder().parent_path() / "data" : options.example;
  HP_ASSIGN(const std::filesystem::path folder, data_folder(options));
  HP_ASSIGN(const auto scripts, scripts_of(options, example));

  std::cout << "HÒM PHIẾU – DIỄN TẬP VỚI DỮ LIỆU MINH HỌA: người và phiếu đều hư cấu\n"
            << "Thư mục: " << folder.string() << "\nSố gieo phiếu: --seed " << options.seed
            << "\n\n";
  const Progress progress;
  HP_ASSIGN(HallServer server, start_server(program, folder / "server", folder / "server.log"));
  progress("Máy chủ chạy ở tiến trình " + std::to_string(server.child.pid()) + ": " +
           server.address);

  const Venue venue{[&] { return client::HallClient::connect(server.endpoint); }, server.setup_code,
                    progress};
  Dice dice(options.seed);
  HP_ASSIGN(const pdf::Fonts fonts, client::load_fonts());
  std::vector<Played> all;
  std::vector<std::vector<std::filesystem::path>> papers;
  for (const CongressScript& script : scripts) {
    HP_ASSIGN(Played played, play(venue, script, dice));
    HP_TRY(write_papers(played, folder / "out"));
    HP_TRY(write_printed(played, fonts, folder / "out"));
    HP_ASSIGN(auto done, write_signed_papers(played, fonts, folder / "out"));
    progress("Biên bản đã có đủ chữ ký số: " + std::to_string(done.size()) + " tệp PDF");
    papers.push_back(std::move(done));
    all.push_back(std::move(played));
  }
  for (const Played& played : all) std::cout << results_text(played);
  int worst = 0;
  for (const Played& played : all) {
    HP_ASSIGN(const int status, verify(verify_command(program, folder / "out", played)));
    worst = std::max(worst, status == 0 ? 0 : 1);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    HP_ASSIGN(const int status, verify(check_command(program, folder / "out", all[i], papers[i])));
    worst = std::max(worst, status == 0 ? 0 : 1);
  }
  say_where(folder, server, program, all.front());
  progress("Xong");
  if (options.once) return worst;

  end.expect();
  std::cout << "Máy chủ còn chạy; nhấn Ctrl-C để dừng." << std::endl;
  end.wait();
  std::cout << "\nĐang dừng máy chủ…" << std::endl;
  return worst;
}

}  // namespace

int main(int argc, char** argv) {
  const Parsed parsed = parse_options(argc, argv);
  if (!parsed.options) return parsed.exit_code;
  EndSignal end;
  const Result<int> done = run(*parsed.options, end);
  if (done) return *done;
  const char* language = std::getenv("HOMPHIEU_LANG");
  const bool english = language != nullptr && std::string_view(language) == "en";
  std::cerr << describe(done.error(), english ? Language::kEnglish : Language::kVietnamese)
            << std::endl;
  return done.error().is(codes::kDemoDiffers) ? 1 : 2;
}

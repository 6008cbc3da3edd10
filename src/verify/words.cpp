// The titles of the checks.
#include <array>

#include "verify/verify.h"

namespace hp::verify {
namespace {

struct Title {
  std::string_view vi;
  std::string_view en;
};

constexpr std::array<Title, kChecks> kTitles{{
    {"Tệp đúng dạng hồ sơ", "The file has the form of a record"},
    {"Lệnh khởi tạo và mã đại hội", "Founding command and congress id"},
    {"Từng mục ở dạng mã hóa chuẩn", "Every entry is in the one encoding"},
    {"Chữ ký của từng lệnh", "Signatures of every command"},
    {"Bằng chứng hợp lệ của từng phiếu", "Proofs of every ballot"},
    {"Thẩm quyền, thời điểm và nội dung của từng lệnh",
     "Authority, state and content of every command"},
    {"Mã gốc tính lại khớp điểm kiểm", "The root over all entries is the checkpoint's"},
    {"Chữ ký của sổ ghi trên điểm kiểm", "The log's signature on the checkpoint"},
    {"Chứng nhận của các nhân chứng", "Witnesses' cosignatures"},
    {"Kết quả kiểm phiếu mở lại từ các phiếu mã hóa", "Counts opened anew from encrypted ballots"},
    {"Kết quả tính lại theo quy chế", "Outcomes worked out anew"},
    {"Biên bản lập lại khớp biên bản đã ký", "Minutes made anew are those that were signed"},
    {"Công bố đúng với biên bản đã ký đủ", "Announcements are of fully signed minutes"},
    {"Mã đại hội, điểm kiểm, biên nhận từ bên ngoài", "Congress id, head and receipt from outside"},
    {"Các tệp là phần đầu của nhau", "The files are prefixes of each other"},
}};

}  // namespace

std::string_view title(Check check, Language language) {
  const Title& title = kTitles.at(static_cast<std::size_t>(check) - 1);
  return language == Language::kVietnamese ? title.vi : title.en;
}

}  // namespace hp::verify

// Sections 11 and 12 of the text: how it was counted, and who signs.
#include <algorithm>

#include "minutes/text_parts.h"

namespace hp::minutes::parts {
namespace {

void hash(Outline& page, std::string_view title, const Hash& value) {
  page.paragraph(title, "- ");
  page.digest(value);
}

std::string names(const std::vector<Person>& people) {
  std::string out;
  for (const Person& person : people) out += (out.empty() ? "" : ", ") + person.name;
  return out;
}

std::string n(std::uint64_t number) {
  return std::to_string(number);
}

// Only a round that was annulled can leave the batch of a differing paper as it was.
std::string sample_text(const Sample& sample, bool annulled) {
  const std::string drawn = "Rút mẫu đối chiếu theo số gieo “" + sample.seed + "”: xem lại " +
                            n(sample.papers) + " phiếu, ";
  if (sample.differing == 0) return drawn + "không phiếu nào khác nội dung đã nhập.";
  return drawn + n(sample.differing) + " phiếu khác nội dung đã nhập" +
         (annulled ? "." : "; lô có phiếu khác đã được kiểm lại từ đầu.");
}

void keying(Outline& page, const Keying& keying, bool annulled) {
  page.paragraph("Phiếu giấy chia thành " + n(keying.batches) +
                     " lô; mỗi phiếu giấy được đếm độc lập " + n(keying.counts) +
                     " lần. Số lô phải kiểm lại từ đầu: " + n(keying.reopened) + ".",
                 "- ");
  page.paragraph("Số phiếu có khác biệt giữa các lần đếm: " + n(keying.differences.size()) +
                     (keying.differences.empty()
                          ? "."
                          : "; người thứ ba đọc lại và giải quyết " + n(keying.by_third) +
                                ", Ban kiểm phiếu kết luận " + n(keying.by_committee) + "."),
                 "- ");
  for (const Difference& row : keying.differences) {
    page.paragraph(row.paper + ": " + row.settled, "    ");
  }
  page.paragraph("Số phiếu giấy Ban kiểm phiếu phải kết luận (mục 5): " + n(keying.doubtful) + ".",
                 "- ");
  if (keying.samples.empty()) page.paragraph("Không rút mẫu đối chiếu.", "- ");
  for (const Sample& sample : keying.samples) page.paragraph(sample_text(sample, annulled), "- ");
}

const NotSigning* not_signing(const Model& model, const Person& member) {
  const auto& rows = model.completion.not_signing;
  const auto it =
      std::ranges::find(rows, member.id, [](const NotSigning& row) { return row.person.id; });
  return it == rows.end() ? nullptr : &*it;
}

}  // namespace

void counting(Outline& page, const Model& model, const Hash& json_hash) {
  const Counting& counting = model.counting;
  page.blank();
  page.section("CÁCH KIỂM PHIẾU", "8. ");
  if (counting.keying) keying(page, *counting.keying, model.annulled.has_value());
  if (!counting.trustees.empty()) {
    page.paragraph(
        "Những người giữ khóa đã mở kết quả phiếu điện tử: " + names(counting.trustees) + ".",
        "- ");
  }
  page.paragraph("Phiên bản chương trình: " + counting.program_version + ".", "- ");
  page.paragraph("Bộ quy tắc: " + counting.profile + ".", "- ");
  for (const Setting& setting : counting.settings) {
    page.paragraph(setting.name + " = " + setting.value, "    ");
  }
  hash(page, "Mã đại hội:", model.congress.id);
  hash(page, "Mã nội dung bầu đã thông qua:", model.contest.definition_hash);
  hash(page,
       "Sổ ghi sau " + std::to_string(counting.head.size) + " mục, mã gốc:", counting.head.root);
  hash(page, "SHA-256 của tệp JSON kèm theo:", json_hash);
}

void signatures(Outline& page, const Model& model) {
  const Completion& completion = model.completion;
  page.blank();
  page.paragraph("Biên bản hoàn thành lúc " + words_vietnam(completion.completed_at) +
                 ", lập thành " + std::to_string(completion.copies) + " bản.");
  for (const NotSigning& row : completion.not_signing) {
    page.paragraph(row.person.name + " không ký. Lý do: " + row.reason, "- ");
  }
  page.blank();
  const bool head_signs = not_signing(model, model.counters.head) == nullptr;
  page.signing(
      {{"TM. ĐOÀN CHỦ TỊCH"}, completion.presidium.name, "presidium"},
      {{"TM. BAN KIỂM PHIẾU", "TRƯỞNG BAN"}, model.counters.head.name, head_signs ? "head" : ""});
  page.blank();
  std::vector<Signatory> members;
  for (const Person& member : model.counters.members) {
    const bool signs = not_signing(model, member) == nullptr;
    const std::string number = std::to_string(members.size() + 1);
    members.push_back({{}, member.name, signs ? "member_" + number : ""});
  }
  page.members("CÁC ỦY VIÊN BAN KIỂM PHIẾU KÝ TÊN", std::move(members));
}

}  // namespace hp::minutes::parts

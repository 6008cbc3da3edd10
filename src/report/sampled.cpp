#include "report/sampled.h"

#include "base/hex.h"
#include "congress/papers.h"
#include "congress/sample_check.h"
#include "congress/state.h"
#include "congress/views.h"
#include "pdf/make.h"
#include "report/ballot_paper.h"
#include "report/paper_words.h"

namespace hp::report {
namespace {

using pdf::Align;
using pdf::Face;
using pdf::mm;
using pdf::pt;

struct LineLook {
  Face face = Face::kRegular;
  pdf::Length size = pt(12);
  Align align = Align::kLeft;
};
pdf::Paragraph printed_line(std::string text, LineLook look) {
  pdf::Paragraph out;
  out.runs.push_back({std::move(text), look.face});
  out.size = look.size;
  out.align = look.align;
  return out;
}

pdf::Columns list_head(const paper::Heading& heading) {
  constexpr LineLook kPlain{.align = Align::kCentre};
  constexpr LineLook kBold{.face = Face::kBold, .align = Align::kCentre};
  pdf::Columns out;
  out.columns.resize(2);
  out.columns[0].pieces = {
      printed_line(heading.organisation, kPlain), printed_line(heading.congress, kPlain),
      printed_line("Nhiệm kỳ " + heading.term, kPlain), printed_line("BAN KIỂM PHIẾU", kBold)};
  out.columns[1].pieces = {printed_line("ĐẢNG CỘNG SẢN VIỆT NAM", kBold), pdf::Space{pt(8)},
                           printed_line("ngày …… tháng …… năm ………", kPlain)};
  out.after = pt(10);
  return out;
}

void list_title(std::vector<pdf::Block>& flow, const paper::Heading& heading) {
  constexpr LineLook kBold{.face = Face::kBold, .align = Align::kCentre};
  auto title = printed_line("DANH SÁCH PHIẾU RÚT MẪU ĐỐI CHIẾU",
                            {.face = Face::kBold, .size = pt(16), .align = Align::kCentre});
  title.role = pdf::Role::kTitle;
  flow.emplace_back(std::move(title));
  flow.emplace_back(printed_line(
      heading.office + (heading.body.empty() ? "" : " (" + heading.body + ")"), kBold));
  flow.emplace_back(printed_line("(lần bầu thứ " + std::to_string(heading.ballot) + ")",
                                 {.align = Align::kCentre}));
  if (heading.rehearsal) {
    flow.emplace_back(printed_line("DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ BẦU CỬ",
                                   {.face = Face::kBold, .size = pt(14), .align = Align::kCentre}));
  }
}

void list_how(std::vector<pdf::Block>& flow, const congress::Round& round,
              const SampleAsked& asked) {
  auto seed = printed_line("Số gieo: ", {.size = pt(13)});
  seed.runs.push_back({asked.seed, Face::kBold});
  seed.runs.push_back({". Rút " + std::to_string(asked.papers) + " trong " +
                       std::to_string(congress::papers_in_batches(round)) + " phiếu của " +
                       std::to_string(round.paper.batches.size()) + " lô."});
  seed.before = pt(6);
  flow.emplace_back(std::move(seed));
  auto how = printed_line(
      "Lấy đúng phiếu mang số bút chì ấy trong lô; người xem không phải người đã nhập phiếu. Đọc "
      "trên phiếu trước, rồi so với cột “Đã nhập”: đúng thì đánh dấu, khác thì ghi khác ở chỗ nào. "
      "Có phiếu khác thì ghi vào hồ sơ; cả lô của phiếu ấy được mở lại và kiểm từ đầu.",
      {.face = Face::kItalic, .size = pt(11), .align = Align::kJustify});
  how.after = pt(4);
  flow.emplace_back(std::move(how));
}

// A rehearsal's says so on each page.
pdf::Table list_table(const std::vector<SampledPaper>& papers, bool rehearsal) {
  pdf::Table out;
  out.columns = {{"TT", mm(11), Align::kRight},
                 {"Lô", mm(11), Align::kRight},
                 {"Phiếu", mm(17), Align::kRight},
                 {rehearsal ? "Đã nhập (DIỄN TẬP)" : "Đã nhập", {}, Align::kLeft},
                 {"Đúng", mm(14), Align::kCentre},
                 {"Khác ở chỗ", mm(47), Align::kLeft}};
  for (const SampledPaper& one : papers) {
    std::string words = paper_words(one.content);
    if (one.concluded) {
      words +=
          std::string("; ban kiểm phiếu kết luận: ") + (*one.concluded ? "hợp lệ" : "không hợp lệ");
    }
    const auto number = [](std::uint64_t n) { return std::vector<pdf::Run>{{std::to_string(n)}}; };
    out.rows.push_back({number(out.rows.size() + 1),
                        number(one.place.batch),
                        number(one.place.sheet),
                        {{std::move(words)}},
                        {},
                        {}});
  }
  return out;
}

// Never alone on a page: the line before goes along.
void list_signatures(std::vector<pdf::Block>& flow) {
  auto sum =
      printed_line("Số phiếu khác: ……………  (ghi bằng chữ: ………………………………………)", {.size = pt(13)});
  sum.before = pt(8);
  sum.keep_with_next = true;
  flow.emplace_back(std::move(sum));
  pdf::Columns places;
  places.before = pt(10);
  for (const char* who : {"TRƯỞNG BAN KIỂM PHIẾU", "ỦY VIÊN BAN KIỂM PHIẾU"}) {
    pdf::Column one;
    one.pieces = {printed_line(who, {.face = Face::kBold, .align = Align::kCentre}),
                  printed_line("(ký, ghi rõ họ tên)",
                               {.face = Face::kItalic, .size = pt(11), .align = Align::kCentre}),
                  pdf::Space{mm(22)}};
    places.columns.push_back(std::move(one));
  }
  flow.emplace_back(std::move(places));
}

}  // namespace

Result<std::vector<SampledPaper>> sampled_papers(const congress::State& state,
                                                 const SampleAsked& asked) {
  HP_ASSIGN(const congress::Round* round,
            congress::round_or_newest(state, asked.contest, asked.round));
  HP_ASSIGN(const auto drawn, congress::sample_of(*round, asked.seed, asked.papers));
  std::vector<SampledPaper> out;
  for (const congress::SheetPlace& place : drawn) {
    const congress::Sheet& sheet =
        congress::find_batch(*round, place.batch)->sheets[place.sheet - 1];
    SampledPaper& one = out.emplace_back();
    one.place = place;
    one.content = congress::agreed_on(sheet, round->definition).value().content;
    if (sheet.conclusion) one.concluded = sheet.conclusion->valid;
  }
  return out;
}

Result<Bytes> sample_list(const congress::State& state, const SampleAsked& asked,
                          const std::string& program, const pdf::Fonts& fonts) {
  HP_ASSIGN(const std::vector<SampledPaper> papers, sampled_papers(state, asked));
  HP_ASSIGN(const congress::Round* round,
            congress::round_or_newest(state, asked.contest, asked.round));
  HP_ASSIGN(const paper::Heading heading,
            paper_heading_of(state, asked.contest, asked.round, program));
  pdf::Document document;
  document.title = "Danh sách phiếu rút mẫu đối chiếu: " + heading.office;
  document.author = heading.congress + " " + heading.organisation;
  document.program = heading.program;
  document.at = heading.at;
  document.paper.left = mm(20);
  document.flow.emplace_back(list_head(heading));
  list_title(document.flow, heading);
  list_how(document.flow, *round, asked);
  document.flow.emplace_back(list_table(papers, heading.rehearsal));
  list_signatures(document.flow);
  return pdf::make(document, fonts);
}

}  // namespace hp::report

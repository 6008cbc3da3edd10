// Sections 9 and 10 of the text: the votes in ballot order, and who is elected by them.
#include "minutes/text_parts.h"

namespace hp::minutes::parts {
namespace {

const Person& person(const Model& model, Count position) {
  return model.contest.candidates.at(position - 1);
}

void result_table(Outline& page, const Model& model) {
  const Part& total = model.ballots.total;
  const bool boxes = model.contest.form == Form::kBoxes;
  std::vector<Column> columns{{"TT", 4, true}, {"Họ và tên", 0}};
  columns.push_back({boxes ? "Đồng ý" : "Số phiếu", 8, true});
  if (boxes) {
    columns.push_back({"Không đồng ý", 8, true});
    columns.push_back({"Không tính", 8, true});
  }
  columns.push_back({"Tỷ lệ %", 10, true});
  std::vector<Row> rows;
  for (std::size_t i = 0; i < total.votes.size(); ++i) {
    Row row{std::to_string(i + 1), model.contest.candidates[i].name,
            std::to_string(total.votes[i])};
    if (boxes) {
      row.push_back(std::to_string(total.disagree[i]));
      row.push_back(std::to_string(total.not_counted[i]));
    }
    row.push_back(decimal_comma(model.outcome.percent[i]));
    rows.push_back(std::move(row));
  }
  page.table(std::move(columns), rows);
}

void ways_table(Outline& page, const Model& model) {
  if (!model.ballots.electronic || !model.ballots.paper) return;
  page.paragraph("Trong đó, số phiếu bầu theo từng cách bỏ phiếu:");
  std::vector<Row> rows;
  rows.reserve(model.contest.candidates.size());
  for (std::size_t i = 0; i < model.contest.candidates.size(); ++i) {
    rows.push_back({std::to_string(i + 1), model.contest.candidates[i].name,
                    std::to_string(model.ballots.electronic->votes[i]),
                    std::to_string(model.ballots.paper->votes[i]),
                    std::to_string(model.ballots.total.votes[i])});
  }
  page.table({{"TT", 4, true},
              {"Họ và tên", 0},
              {"Điện tử", 8, true},
              {"Giấy", 8, true},
              {"Tổng", 8, true}},
             rows);
}

void ranked(Outline& page, const Model& model, std::string_view title,
            const std::vector<Count>& positions) {
  page.paragraph(title, "- ");
  std::size_t rank = 0;
  for (const Count position : positions) {
    const std::string number = std::to_string(++rank);
    page.paragraph(person(model, position).name + ": " +
                       std::to_string(model.ballots.total.votes.at(position - 1)) + " phiếu, " +
                       decimal_comma(model.outcome.percent.at(position - 1)) + " %",
                   std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') + number + ". ");
  }
}

void tie(Outline& page, const Model& model) {
  if (!model.outcome.tie) return;
  std::string names;
  for (const Count position : model.outcome.tie->candidates) {
    names += (names.empty() ? "" : ", ") + person(model, position).name;
  }
  page.paragraph("Số phiếu ngang nhau khi còn " + std::to_string(model.outcome.tie->seats) +
                     " chỗ, chưa ai trúng cử: " + names + ".",
                 "- ");
}

void problems(Outline& page, std::string_view title, const std::vector<std::string>& words) {
  for (const std::string& problem : words) {
    page.paragraph(std::string(title) + ": " + std::string(*problem_text(problem)) + ".", "- ");
  }
}

void elected(Outline& page, const Model& model) {
  const Outcome& outcome = model.outcome;
  const bool delegates = model.contest.office == Office::kUpperDelegates;
  const std::string count = std::to_string(outcome.elected.size());
  if (outcome.elected.empty()) page.paragraph("Không có người trúng cử trong lần bầu này.", "- ");
  if (!outcome.elected.empty()) {
    // Of a ballot on alternate places alone, those it filled are alternates.
    const std::string kind =
        delegates ? " đại biểu " + std::string(word(model.contest.places).text) : "";
    ranked(page, model, "Trúng cử" + kind + ": " + count + " người.", outcome.elected);
  }
  if (!outcome.alternates.empty()) {
    ranked(page, model,
           "Trúng cử đại biểu dự khuyết: " + std::to_string(outcome.alternates.size()) + " người.",
           outcome.alternates);
  }
  tie(page, model);
  if (outcome.unfilled > 0) {
    page.paragraph("Số lượng còn thiếu: " + std::to_string(outcome.unfilled) + ".", "- ");
  }
  if (outcome.unfilled_alternates > 0) {
    page.paragraph("Số dự khuyết còn thiếu: " + std::to_string(outcome.unfilled_alternates) + ".",
                   "- ");
  }
  page.paragraph(*next_text(outcome.next), "- ");
}

}  // namespace

void result(Outline& page, const Model& model) {
  page.blank();
  page.section("KẾT QUẢ KIỂM PHIẾU (tỷ lệ tính trên số làm căn cứ)", "6. ");
  result_table(page, model);
  ways_table(page, model);
  page.blank();
  if (is_poll(model.contest.office)) {
    page.section("THỨ TỰ THEO SỐ PHIẾU (không có người trúng cử)", "7. ");
    ranked(page, model, "Từ cao xuống thấp:", model.outcome.ranking);
  } else {
    page.section("KẾT LUẬN", "7. ");
    if (model.annulled) {
      page.paragraph("Lần bầu bị hủy lúc " + words_vietnam(model.annulled->at) + ", " +
                         std::to_string(model.annulled->hands) +
                         " người biểu quyết đồng ý. Lý do: " + model.annulled->reason + ". " +
                         "Các số liệu trên chỉ để lưu; không ai trúng cử.",
                     "- ");
    } else {
      elected(page, model);
    }
  }
  problems(page, "Danh sách", model.outcome.list_problems);
  problems(page, "Lưu ý", model.outcome.list_warnings);
  problems(page, "Phiếu không khớp", model.outcome.accounting_problems);
}

}  // namespace hp::minutes::parts

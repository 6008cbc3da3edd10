#include "congress/paper_content.h"

#include "congress/paper_codes.h"
#include "homphieu/v1/paper.pb.h"

namespace hp::congress {
namespace {

std::string item(const std::string& where, const char* list, int i) {
  return where + "." + list + "[" + std::to_string(i) + "]";
}

Result<void> read_struck(const v1::SheetContent& from, std::size_t names, const std::string& where,
                         SheetContent& to) {
  for (int i = 0; i < from.struck_size(); ++i) {
    const std::uint32_t number = from.struck(i);
    if (number < 1 || number > names) {
      return fail(codes::kSheetCandidate, item(where, "struck", i), std::to_string(number));
    }
    if (i > 0 && from.struck(i - 1) >= number) {
      return fail(codes::kSheetOrder, item(where, "struck", i), std::to_string(number));
    }
    to.struck.emplace_back(static_cast<std::uint16_t>(number));
  }
  return {};
}

Result<void> read_marks(const v1::SheetContent& from, std::size_t names, const std::string& where,
                        SheetContent& to) {
  if (static_cast<std::size_t>(from.marks_size()) != names) {
    return fail(codes::kSheetForm, where + ".marks",
                std::to_string(from.marks_size()) + " ≠ " + std::to_string(names));
  }
  for (int i = 0; i < from.marks_size(); ++i) {
    if (from.marks(i) < v1::BOX_MARK_AGREE || from.marks(i) > v1::BOX_MARK_NONE) {
      return fail(codes::kSheetForm, item(where, "marks", i));
    }
    to.marks.push_back(static_cast<rules::Mark>(from.marks(i) - 1));
  }
  return {};
}

Result<void> read_defects(const v1::SheetContent& from, const std::string& where,
                          SheetContent& to) {
  for (int i = 0; i < from.defects_size(); ++i) {
    const int defect = from.defects(i);
    if (defect < v1::SHEET_DEFECT_NOT_ISSUED || defect > v1::SHEET_DEFECT_STRUCK_ON_BOX_FORM) {
      return fail(codes::kSheetForm, item(where, "defects", i));
    }
    if (i > 0 && from.defects(i - 1) >= defect) {
      return fail(codes::kSheetOrder, item(where, "defects", i));
    }
    to.defects.push_back(static_cast<rules::Defect>(defect - 1));
  }
  return {};
}

}  // namespace

Result<SheetContent> read_content(const v1::SheetContent& from, const Definition& definition,
                                  const std::string& where) {
  static_assert(static_cast<int>(rules::Mark::kNone) + 1 == v1::BOX_MARK_NONE);
  static_assert(static_cast<int>(rules::Defect::kStruckOnBoxForm) + 1 ==
                v1::SHEET_DEFECT_STRUCK_ON_BOX_FORM);
  SheetContent to;
  const std::size_t names = definition.candidates.size();
  if (rules::form_of(definition.rules) == rules::Form::kStrikeOut) {
    if (from.marks_size() != 0) return fail(codes::kSheetForm, where + ".marks");
    HP_TRY(read_struck(from, names, where, to));
  } else {
    if (from.struck_size() != 0) return fail(codes::kSheetForm, where + ".struck");
    HP_TRY(read_marks(from, names, where, to));
  }
  HP_TRY(read_defects(from, where, to));
  to.doubtful = from.doubtful();
  return to;
}

v1::SheetContent to_message(const SheetContent& content) {
  v1::SheetContent out;
  for (const rules::Candidate one : content.struck) out.add_struck(one.number);
  for (const rules::Mark one : content.marks) {
    out.add_marks(static_cast<v1::BoxMark>(static_cast<int>(one) + 1));
  }
  for (const rules::Defect one : content.defects) {
    out.add_defects(static_cast<v1::SheetDefect>(static_cast<int>(one) + 1));
  }
  out.set_doubtful(content.doubtful);
  return out;
}

}  // namespace hp::congress

// What the papers that report makes itself have in common: heading, warning of a rehearsal, the
// record's head, places to sign. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "congress/contest_state.h"
#include "congress/state.h"
#include "pdf/document.h"

namespace hp::report::parts {

inline constexpr pdf::Length kSmall = pdf::pt(10);
inline constexpr const char* kRehearsalWords = "DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ BẦU CỬ";

pdf::Paragraph text(std::string words, pdf::Length size, pdf::Face face = pdf::Face::kRegular,
                    pdf::Align align = pdf::Align::kLeft);

// Organisation and congress, `title`, the contest with its round; of a rehearsal the words above
// them. Its document's title says so too.
pdf::Document document(const congress::State& state, const congress::Round& round,
                       const std::string& title);

// "Chỉ tiêu"; of a rehearsal "DIỄN TẬP · Chỉ tiêu". Titles of columns stand again on every page of
// a table, so no page of it is without the words.
std::string column_title(const congress::Round& round, const std::string& title);

// How many entries the record has, its root, and the hash of the definition.
void put_record(pdf::Document& document, const congress::State& state,
                const congress::Round& round);

struct Signer {
  std::string office;  // "TRƯỞNG BAN KIỂM PHIẾU"
  std::string name;    // empty: to be written by hand
};
// Two beside each other, with room for ink; of a rehearsal under its words.
void put_signers(pdf::Document& document, const congress::Round& round,
                 const std::vector<Signer>& signers);

// Head, then members; unnamed where no committee is appointed.
std::vector<Signer> counters_to_sign(const congress::Round& round);

}  // namespace hp::report::parts

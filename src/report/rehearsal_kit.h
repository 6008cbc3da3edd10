// Test kit: what stands on the pages of a paper, read back by pdftotext; known votes keyed into a
// hall.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "congress/paper_kit.h"
#include "pdf/test_support.h"
#include "report/known_votes.h"

namespace hp::report::testing {

// With one space between words; kept under `name` where HOMPHIEU_PDF_KEEP says so.
inline std::string words_on(const Bytes& pdf, const std::string& name = "") {
  std::istringstream words(pdf::testing::OnDisk(pdf, name).judge("pdftotext -raw {} -"));
  std::string out;
  for (std::string word; words >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

inline ::testing::AssertionResult says_rehearsal_on_every_page(const Bytes& pdf) {
  std::istringstream pages(pdf::testing::OnDisk(pdf).judge("pdftotext -raw {} -"));
  int number = 0;
  for (std::string page; std::getline(pages, page, '\f');) {
    ++number;
    if (page.find("DIỄN TẬP") == std::string::npos) {
      return ::testing::AssertionFailure() << "page " << number << ": " << page;
    }
  }
  return ::testing::AssertionSuccess() << number << " pages";
}

// A rehearsal counted with these papers, keyed as they are known in both counts: `keyed` is what
// the keyers make of them, the known papers unless given.
inline void count_known(congress::PaperHall& hall, const std::vector<KnownPaper>& keyed) {
  const auto papers = static_cast<std::uint32_t>(keyed.size());
  ASSERT_TRUE(hall.open(papers).has_value());
  ASSERT_TRUE(hall.close().has_value());
  ASSERT_TRUE(hall.record(hall.figures(papers, papers, 0, 0, papers)).has_value());
  for (std::uint32_t done = 0, batch = 1; done < papers; ++batch) {
    const std::uint32_t here = std::min(papers - done, congress::kMostPapersInABatch);
    ASSERT_TRUE(hall.open_batch(batch, here).has_value());
    congress::PaperHall::Sheets sheets;
    for (std::uint32_t i = 0; i < here; ++i) {
      sheets.emplace_back(i + 1, congress::to_message(keyed[done + i].content));
    }
    ASSERT_TRUE(hall.key("c3", 1, batch, sheets).has_value());
    ASSERT_TRUE(hall.key("h1", 2, batch, sheets).has_value());
    for (std::uint32_t i = 0; i < here; ++i) {
      const KnownPaper& one = keyed[done + i];
      if (!one.conclusion) continue;
      ASSERT_TRUE(hall.conclude(batch, i + 1, congress::to_message(one.content), *one.conclusion)
                      .has_value());
    }
    ASSERT_TRUE(hall.close_batch(batch).has_value());
    done += here;
  }
}

}  // namespace hp::report::testing

// Several records of one congress are prefixes of each other, or somebody showed two.
#include <algorithm>

#include "journal/record_file.h"
#include "verify/codes.h"
#include "verify/verify.h"

namespace hp::verify {
namespace {

void compare(const std::vector<Bytes>& longest, const std::string& its_name,
             const std::vector<Bytes>& other, Report& report) {
  const auto [a, b] = std::ranges::mismatch(other, longest);
  report.of(Check::kPrefixes) = Standing::kGood;
  if (a == other.end()) return;
  const auto index = static_cast<std::uint64_t>(a - other.begin());
  const ErrorCode& code = index == 0 ? codes::kTwoCongresses : codes::kTwoTails;
  report.of(Check::kPrefixes) = Standing::kWrong;
  report.findings.push_back({Check::kPrefixes, index, Error{&code, "", its_name}, false});
  report.verdict = Verdict::kWrong;
}

}  // namespace

std::vector<Report> verify_records(std::span<const NamedFile> files, const Options& options) {
  std::vector<Report> out;
  std::vector<std::vector<Bytes>> entries(files.size());
  std::size_t longest = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto same = std::find_if(files.begin(), files.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](const NamedFile& f) { return f.bytes == files[i].bytes; });
    const auto before = static_cast<std::size_t>(same - files.begin());
    out.push_back(before < i ? out[before] : verify_record(files[i].bytes, options));
    out.back().name = files[i].name;
    if (auto record = journal::read_record(files[i].bytes)) entries[i] = std::move(record->entries);
    if (entries[i].size() > entries[longest].size()) longest = i;
  }
  if (files.size() < 2) return out;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (out[i].verdict != Verdict::kUnreadable) {
      compare(entries[longest], files[longest].name, entries[i], out[i]);
    }
  }
  return out;
}

}  // namespace hp::verify

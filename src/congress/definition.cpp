#include "congress/definition.h"

#include <algorithm>

#include "congress/contest_codes.h"
#include "congress/frontier.h"
#include "crypto/hash.h"
#include "homphieu/v1/record.pb.h"
#include "journal/canonical.h"

namespace hp::congress {
namespace {

namespace v1 = homphieu::v1;

constexpr int kMostNames = 500;           // of a ballot's shape, ballot.md section 2
constexpr std::uint32_t kMostCounts = 3;  // of each paper, paper.md section 2
constexpr std::uint32_t kUsualCounts = 2;

std::string at(const char* list, int i) {
  return std::string(list) + "[" + std::to_string(i) + "]";
}

bool is_id(const std::string& id) {
  return !id.empty() && id.size() <= 40 && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

Result<void> read_candidates(const v1::ContestDefinition& from, Definition& to) {
  if (from.candidates_size() < 1 || from.candidates_size() > kMostNames) {
    return fail(codes::kDefinitionField, "candidates", std::to_string(from.candidates_size()));
  }
  for (int i = 0; i < from.candidates_size(); ++i) {
    const auto& one = from.candidates(i);
    if (one.person().empty())
      return fail(codes::kDefinitionPerson, at("candidates", i) + ".person");
    if (one.name().empty()) return fail(codes::kDefinitionPerson, at("candidates", i) + ".name");
    if (to.position(one.person()) != 0) {
      return fail(codes::kDefinitionPerson, at("candidates", i) + ".person", one.person());
    }
    to.candidates.push_back({one.person(), one.name()});
  }
  return {};
}

// The office of a contest that can fill the body which `office` is chosen from is looked at when
// that contest is known (approval); here only whether the office is chosen from a body at all.
bool chosen_from_body(rules::Office office) {
  using enum rules::Office;
  return office == kStandingCommittee || office == kSecretary || office == kDeputySecretary ||
         office == kInspectionHead;
}

bool has_plan(rules::Office office) {
  using enum rules::Office;
  return office == kSecretary || office == kDeputySecretary || office == kInspectionHead;
}

Result<void> read_rules(const v1::ContestDefinition& from, Definition& to) {
  rules::Contest& r = to.rules;
  r.offices = {to.office};
  r.seats = rules::Seats{from.seats()};
  r.candidates = rules::Names{static_cast<std::uint64_t>(from.candidates_size())};
  r.round = rules::Round{from.ballot()};
  r.alternates = rules::Seats{from.alternates()};
  if (from.has_approved_size()) r.approved_size = rules::Seats{from.approved_size().value()};
  if (from.has_prepared_candidates()) {
    r.prepared_candidates = rules::Names{from.prepared_candidates().value()};
  }
  if (from.has_official_members()) {
    r.official_members = rules::People{from.official_members().value()};
  }
  const auto candidate = [&](std::uint32_t number) {
    return rules::Candidate(static_cast<std::uint16_t>(std::min(number, 0xffffu)));
  };
  for (const auto& one : from.outside_nominees()) {
    r.outside_nominees.push_back(
        {candidate(one.candidate()), rules::People{one.support()}, rules::People{one.attending()}});
  }
  for (int i = 0; i < from.convening_member_off_list_size(); ++i) {
    if (i > 0 && from.convening_member_off_list(i - 1) >= from.convening_member_off_list(i)) {
      return fail(codes::kDefinitionField, at("convening_member_off_list", i));
    }
    r.nominated_by_convening_member_off_list.push_back(
        candidate(from.convening_member_off_list(i)));
  }
  return rules::check(r);
}

}  // namespace

std::uint16_t Definition::position(const std::string& person) const {
  const auto found = std::ranges::find(candidates, person, &Candidate::person);
  if (found == candidates.end()) return 0;
  return static_cast<std::uint16_t>(found - candidates.begin() + 1);
}

Result<Definition> decode_definition(ByteView bytes) {
  HP_ASSIGN(const auto from, journal::decode_canonical<v1::ContestDefinition>(bytes));
  Definition to;
  if (!is_id(from.contest())) return fail(codes::kDefinitionField, "contest", from.contest());
  to.contest = from.contest();
  // Canonical decoding has refused the value 0 and undeclared ones.
  to.office = static_cast<rules::Office>(static_cast<int>(from.office()) - 1);
  if (from.body().empty()) return fail(codes::kDefinitionField, "body");
  to.body = from.body();
  if (from.round() < 1) return fail(codes::kDefinitionField, "round");
  if (from.ballot() < 1 || from.ballot() > from.round()) {
    return fail(codes::kDefinitionField, "ballot", std::to_string(from.ballot()));
  }
  to.round = from.round();
  to.ballot = from.ballot();
  HP_TRY(read_candidates(from, to));
  to.seats = from.seats();
  to.alternates = from.alternates();
  to.places = from.places() == v1::PLACES_ALTERNATE ? Places::kAlternate : Places::kOfficial;
  if (to.places == Places::kAlternate &&
      (to.office != rules::Office::kUpperDelegates || to.alternates != 0)) {
    return fail(codes::kDefinitionField, "places");
  }
  to.from_contest = from.from_contest();
  if (!to.from_contest.empty() && !chosen_from_body(to.office)) {
    return fail(codes::kDefinitionField, "from_contest", to.from_contest);
  }
  to.planned_person = from.planned_person();
  if (!to.planned_person.empty() && !has_plan(to.office)) {
    return fail(codes::kDefinitionField, "planned_person", to.planned_person);
  }
  if (from.minimum() < 1) return fail(codes::kDefinitionField, "minimum");
  to.minimum = from.minimum();
  if (from.paper_counts() > kMostCounts) {
    return fail(codes::kDefinitionField, "paper_counts", std::to_string(from.paper_counts()));
  }
  to.paper_counts = from.paper_counts() == 0 ? kUsualCounts : from.paper_counts();
  to.rehearsal = from.rehearsal();
  const auto profile = rules::from_word<rules::Profile>(from.profile());
  if (!profile) return fail(codes::kDefinitionField, "profile", from.profile());
  to.profile = *profile;
  for (const auto& one : from.settings()) to.settings_text.emplace_back(one.name(), one.value());
  HP_ASSIGN(to.settings, settings_from_text(to.settings_text));
  HP_TRY(read_rules(from, to));
  to.bytes = to_bytes(bytes);
  to.hash = crypto::sha256(bytes);
  return to;
}

}  // namespace hp::congress

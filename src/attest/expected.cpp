#include "attest/expected.h"

#include <algorithm>

#include "minutes/pdf.h"
#include "minutes/read_json.h"

namespace hp::attest {
namespace {

bool signs(const minutes::Model& model, const std::string& person) {
  return std::ranges::none_of(model.completion.not_signing,
                              [&](const auto& row) { return row.person.id == person; });
}

Expected seal_of(const minutes::Congress& congress) {
  return {"seal", congress.organisation, pki::uid_of_seal(congress.id), true, false};
}

Expected person_at(const char* field, const minutes::Congress& congress,
                   const minutes::Person& person) {
  return {field, person.name, pki::uid_of_person(congress.id, person.id), true, false};
}

std::vector<Expected> of(const minutes::Model& model) {
  std::vector<Expected> all{seal_of(model.congress)};
  const auto& members = model.counters.members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!signs(model, members[i].id)) continue;
    all.push_back({"member_" + std::to_string(i + 1), members[i].name,
                   pki::uid_of_person(model.congress.id, members[i].id), false, true});
  }
  if (signs(model, model.counters.head.id)) {
    all.push_back(person_at("head", model.congress, model.counters.head));
    all.back().on_json = true;
  }
  all.push_back(person_at("presidium", model.congress, model.completion.presidium));
  return all;
}

std::vector<Expected> of(const minutes::Election& election) {
  return {seal_of(election.congress), person_at("secretary", election.congress, election.secretary),
          person_at("presidium", election.congress, election.presidium)};
}

}  // namespace

Result<Minutes> read_minutes(std::string_view json) {
  if (minutes::kind_of(json) == minutes::Kind::kElection) {
    HP_ASSIGN(minutes::Election election, minutes::read_election(json));
    return election;
  }
  HP_ASSIGN(minutes::Model model, minutes::read_minutes(json));
  return model;
}

Result<Bytes> make_pdf(const Minutes& minutes, const pdf::Fonts& fonts) {
  return std::visit([&](const auto& one) { return minutes::make_pdf(one, fonts); }, minutes);
}

const Hash& congress_of(const Minutes& minutes) {
  return std::visit([](const auto& one) -> const Hash& { return one.congress.id; }, minutes);
}

UnixMs time_of(const Minutes& minutes) {
  if (const auto* model = std::get_if<minutes::Model>(&minutes)) {
    return model->completion.completed_at;
  }
  return std::get<minutes::Election>(minutes).completed_at;
}

std::vector<Expected> expected_signers(const Minutes& minutes) {
  return std::visit([](const auto& one) { return of(one); }, minutes);
}

bool matches(const Expected& who, const pki::Subject& subject) {
  return subject.uid.starts_with("homphieu:") ? subject.uid == who.uid
                                              : subject.common_name == who.name;
}

}  // namespace hp::attest

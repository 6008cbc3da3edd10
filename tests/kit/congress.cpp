#include "kit/congress.h"

#include "journal/canonical.h"

namespace hp::kit {

namespace {

const std::vector<std::pair<std::string, v1::Role>> kOfficials{
    {"tk1", v1::ROLE_SECRETARIAT}, {"tk2", v1::ROLE_SECRETARIAT}, {"tt1", v1::ROLE_CREDENTIALS},
    {"tt2", v1::ROLE_CREDENTIALS}, {"kp1", v1::ROLE_COUNTING},    {"kp2", v1::ROLE_COUNTING},
    {"kp3", v1::ROLE_COUNTING},    {"gk1", v1::ROLE_TRUSTEE},     {"gk2", v1::ROLE_TRUSTEE},
    {"gk3", v1::ROLE_TRUSTEE},     {"ct1", v1::ROLE_PRESIDIUM}};
const std::vector<std::string> kTrustees{"gk1", "gk2", "gk3"};

constexpr std::uint32_t kBatch = 50;  // papers, at most

UnixMs now() {
  return SystemClock().now();
}

std::string member(std::size_t i) {
  return "DV" + std::to_string(1001 + i);
}
std::string name_of(std::size_t i) {
  return "Đảng viên " + std::to_string(1001 + i);
}

}  // namespace

v1::Official Congress::entry(const std::string& person, std::vector<v1::Role> roles) const {
  return client::official_of(person, "Người mẫu " + person, std::move(roles),
                             keys_.at(person)->point());
}

Result<std::unique_ptr<Congress>> Congress::found(Connect connect, const std::string& setup_code,
                                                  const Plan& plan) {
  std::unique_ptr<Congress> congress(new Congress(std::move(connect), plan));
  HP_TRY(congress->begin(setup_code));
  HP_TRY(congress->enrol());
  HP_TRY(congress->roll());
  HP_TRY(congress->cards_registered());
  HP_TRY(congress->ceremony());
  return congress;
}

Result<void> Congress::begin(const std::string& setup_code) {
  const auto random = crypto::system_random();
  for (const auto& [person, role] : kOfficials) {
    keys_[person] =
        std::make_shared<const crypto::SigningKey>(crypto::SigningKey::generate(random));
  }
  v1::FoundCongress body;
  body.set_organisation("Đảng bộ thử nghiệm (dữ liệu minh họa)");
  body.set_congress("Đại hội lần thứ I");
  body.set_term("2025–2030");
  body.set_level(v1::LEVEL_GRASS_ROOTS);
  body.set_meeting(v1::MEETING_MEMBER_CONGRESS);
  body.set_place("Hội trường");
  body.add_days("2026-11-25");
  *body.add_officials() = entry("tk1", {v1::ROLE_SECRETARIAT});
  *body.add_officials() = entry("tk2", {v1::ROLE_SECRETARIAT});
  HP_ASSIGN(auto hall, connect_());
  HP_ASSIGN(auto founded, hall.found(setup_code, std::move(body),
                                     {keys_["tk1"].get(), keys_["tk2"].get()}, now(), random));
  id_ = founded.congress_id;
  return connect_again();
}

Result<client::Official> Congress::official(const std::string& person) {
  HP_ASSIGN(auto hall, connect_());
  // The server has checked the ballots' proofs; these programs look at other things.
  client::Official out(std::move(hall), keys_.at(person), id_, person,
                       congress::BallotChecking::kOwnPrefix);
  HP_TRY(out.log_in(now()));
  return out;
}

Result<void> Congress::connect_again() {
  HP_ASSIGN(auto clerk, official("tk1"));
  clerk_ = std::make_unique<client::Official>(std::move(clerk));
  return clerk_->sync();
}

Result<void> Congress::act(v1::Command body, const std::vector<std::string>& signers) {
  HP_TRY(clerk_->sync());
  HP_ASSIGN(const auto command, clerk_->build(std::move(body), now(), crypto::system_random()));
  std::vector<const crypto::Signer*> keys;
  for (const auto& person : signers) keys.push_back(keys_.at(person).get());
  HP_ASSIGN(const auto envelope, client::seal(command, keys));
  HP_TRY(clerk_->hall().submit(id_, journal::encode_canonical(envelope)));
  return clerk_->sync();
}

Result<void> Congress::act(Result<v1::Command> body, const std::vector<std::string>& signers) {
  HP_TRY(body);
  return act(std::move(*body), signers);
}

Result<void> Congress::enrol() {
  for (const auto& [person, role] : kOfficials) {
    if (person == "tk1" || person == "tk2") continue;
    HP_TRY(act(client::enrol_official(entry(person, {role})), {"tk1", "tk2", person}));
  }
  for (const std::string& person : helpers()) {
    keys_[person] = std::make_shared<const crypto::SigningKey>(
        crypto::SigningKey::generate(crypto::system_random()));
    HP_TRY(act(client::enrol_official(entry(person, {v1::ROLE_HELPER})), {"tk1", "ct1", person}));
  }
  return {};
}

Result<void> Congress::roll() {
  std::vector<v1::Organisation> organisations(1);
  organisations[0].set_name("Chi bộ mẫu");
  organisations[0].set_allocation(static_cast<std::uint32_t>(plan_.members));
  std::vector<v1::Person> people;
  std::vector<std::string> here;
  for (std::size_t i = 0; i < plan_.members; ++i) {
    v1::Person person;
    person.set_id(member(i));
    person.set_name(name_of(i));
    person.set_sex(i % 2 == 0 ? v1::SEX_FEMALE : v1::SEX_MALE);
    person.set_born_year(1980);
    person.set_organisation("Chi bộ mẫu");
    person.set_standing(v1::STANDING_OFFICIAL);
    person.set_basis(v1::BASIS_MEMBER);
    people.push_back(std::move(person));
    here.push_back(member(i));
  }
  HP_TRY(act(client::import_roll(organisations, people), {"tk1"}));
  HP_TRY(act(client::confirm_roll(clerk_->state(), {{"Chi bộ mẫu", "Đại hội đảng viên"}}),
             {"tt1", "tt2"}));
  return act(client::arrived(here), {"tt1"});
}

Result<void> Congress::cards_registered() {
  const auto random = crypto::system_random();
  std::vector<Bytes> points;
  for (std::size_t i = 0; i < plan_.members; ++i) {
    crypto::CardSeed seed{};
    random(seed);
    cards_.push_back(crypto::card_key(seed, id_));
    points.push_back(to_bytes(cards_.back().point()));
  }
  return act(client::register_cards(std::move(points)), {"tt1", "tt2"});
}

Result<void> Congress::trustees_step() {
  const auto random = crypto::system_random();
  for (bool again = true; again;) {
    again = false;
    for (auto& trustee : trustees_) {
      HP_ASSIGN(const auto done,
                trustee.step(now(), random, [](const congress::TrusteeTask&) { return true; }));
      again = again || done.has_value();
    }
  }
  return clerk_->sync();
}

Result<void> Congress::ceremony() {
  HP_TRY(act(client::start_ceremony(clerk_->state(), 2, kTrustees), {"tk1", "ct1"}));
  for (const auto& person : kTrustees) {
    HP_ASSIGN(auto trustee, official(person));
    trustees_.emplace_back(std::move(trustee), client::new_seed(crypto::system_random()));
  }
  return trustees_step();
}

std::vector<std::string> Congress::helpers() const {
  std::vector<std::string> out;
  for (std::size_t i = 1; i <= plan_.helpers; ++i) out.push_back("th" + std::to_string(i));
  return out;
}

Result<void> Congress::approve(const std::string& contest) {
  client::ContestPlan plan;
  plan.contest = contest;
  plan.office = v1::OFFICE_UPPER_DELEGATES;
  plan.body = "Đoàn đại biểu " + contest;
  plan.seats = plan_.seats;
  for (std::size_t i = 0; i < plan_.candidates; ++i) {
    plan.candidates.push_back({member(i), name_of(i)});
  }
  const auto most = static_cast<std::uint32_t>(plan_.members);
  HP_ASSIGN(const auto definition, client::definition_of(clerk_->state(), plan));
  HP_TRY(act(client::approve_contest(definition, most, most), {"ct1", "tk1"}));
  HP_TRY(act(client::appoint_counters(clerk_->state(), contest, "kp1", {"kp2", "kp3"}, most),
             {"ct1", "tk1"}));
  return act(client::confirm_attendance(clerk_->state(), contest), {"tt1", "tt2"});
}

Result<void> Congress::open_papers(const std::string& contest) {
  HP_TRY(approve(contest));
  const auto papers = static_cast<std::uint32_t>(plan_.members);
  client::OpenPlan plan;
  plan.way = v1::WAY_PAPER;
  plan.papers_to_issue = papers;
  HP_TRY(act(client::open_contest(clerk_->state(), contest, plan), {"kp1", "ct1"}));
  HP_TRY(close(contest));
  HP_TRY(act(client::record_paper(clerk_->state(), contest,
                                  client::paper_figures(papers, papers, 0, 0, papers)),
             {"kp1", "kp2"}));
  for (std::uint32_t from = 0; from < papers; from += kBatch) {
    HP_TRY(act(client::open_batch(clerk_->state(), contest, std::min(papers - from, kBatch)),
               {"kp1"}));
  }
  return {};
}

Result<client::OpenRound> Congress::open(const std::string& contest) {
  HP_TRY(approve(contest));
  HP_TRY(act(client::open_contest(clerk_->state(), contest), {"kp1", "ct1"}));
  return client::open_round(clerk_->hall(), id_, contest);
}

Result<void> Congress::close(const std::string& contest) {
  HP_TRY(clerk_->sync());
  return act(client::close_contest(clerk_->state(), contest), {"kp1", "ct1"});
}

Result<void> Congress::finish(const std::string& contest) {
  HP_TRY(clerk_->sync());
  HP_TRY(trustees_step());
  HP_TRY(act(client::declare_result(clerk_->state(), contest, "thử", 4),
             {"kp1", "kp2", "kp3", "ct1"}));
  for (const auto& person : {"kp1", "kp2", "kp3", "ct1"}) {
    HP_TRY(act(client::sign_minutes(clerk_->state(), contest), {person}));
  }
  return act(client::announce_result(clerk_->state(), contest), {"ct1"});
}

Result<client::PreparedBallot> Congress::ballot(const client::OpenRound& round,
                                                std::size_t i) const {
  // Everybody votes for `seats` names but one, a different one each.
  std::vector<client::Mark> marks(plan_.candidates, client::Mark::kNone);
  for (std::size_t j = 0; j + 1 < plan_.seats; ++j) {
    marks[(i + j) % plan_.candidates] = client::Mark::kAgree;
  }
  return client::prepare_ballot(round, cards_[i], marks, crypto::system_random());
}

}  // namespace hp::kit

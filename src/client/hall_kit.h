// Test kit: a hall's server in this process, and a small congress held through this room alone.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "client/builders.h"
#include "client/delegate.h"
#include "client/fonts.h"
#include "client/official.h"
#include "client/trustee.h"
#include "service/hall.h"

namespace hp::client {

template <class T>
T must(Result<T> result) {
  if (!result.has_value()) throw std::runtime_error(describe(result.error(), Language::kEnglish));
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

// Two secretariat an, ba; credentials ca, cb; presidium pa; counting ka, kb; trustees ta, tb, tc.
// The roll: `delegates` members of one branch, d1 …
class SmallCongress {
 public:
  explicit SmallCongress(int delegates = 6) : delegates_(delegates) {
    folder_ =
        std::filesystem::temp_directory_path() / ("homphieu-client-" + hex(new_command_id(random)));
    service::HallOptions options;
    options.data = folder_;
    options.clock = &clock_;
    options.fonts = std::make_shared<const pdf::Fonts>(must(load_fonts()));
    hall_ = must(service::Hall::open(std::move(options)));
    hall_->add_methods(registry_);
    const std::vector<std::string> founders{"an", "ba"};
    v1::FoundCongress body;
    body.set_organisation("Đảng bộ phường Thử");
    body.set_congress("Đại hội lần thứ I");
    body.set_term("2025–2030");
    body.set_level(v1::LEVEL_GRASS_ROOTS);
    body.set_meeting(v1::MEETING_DELEGATE_CONGRESS);
    body.set_place("Hội trường");
    body.add_days("2025-06-01");
    std::vector<const crypto::Signer*> signers;
    for (const auto& one : founders) {
      *body.add_officials() =
          official_of(one, "Thư ký " + one, {v1::ROLE_SECRETARIAT}, key(one)->point());
      signers.push_back(key(one).get());
    }
    HallClient client = HallClient::local(registry_);
    congress = must(client.found(hall_->setup_code(), body, signers, now(), random)).congress_id;
  }
  ~SmallCongress() {
    officials_.clear();
    hall_->stop();
    hall_.reset();
    std::filesystem::remove_all(folder_);
  }

  UnixMs now() const { return clock_.now(); }
  HallClient client() { return HallClient::local(registry_); }
  const rpc::Registry& registry() const { return registry_; }

  std::shared_ptr<crypto::SigningKey> key(const std::string& person) {
    auto& one = keys_[person];
    if (!one) one = std::make_shared<crypto::SigningKey>(crypto::SigningKey::generate(random));
    return one;
  }

  // That official's program, logged in and synced.
  Official& as(const std::string& person) {
    auto found = officials_.find(person);
    if (found == officials_.end()) {
      found = officials_.emplace(person, Official(client(), key(person), congress, person)).first;
      must(found->second.log_in(now()));
    }
    must(found->second.sync());
    return found->second;
  }

  // The first proposes, the others sign.
  v1::Proposal together(const v1::Command& body, const std::vector<std::string>& people,
                        const std::vector<const crypto::Signer*>& also = {}) {
    Official& first = as(people.front());
    const v1::Command command = must(first.build(body, now(), random));
    v1::Proposal proposal = must(first.propose(command, also));
    for (std::size_t i = 1; i < people.size(); ++i) proposal = must(as(people[i]).sign(proposal));
    return proposal;
  }
  void accepted(const v1::Command& body, const std::vector<std::string>& people,
                const std::vector<const crypto::Signer*>& also = {}) {
    const v1::Proposal proposal = together(body, people, also);
    if (proposal.state() != v1::PROPOSAL_STATE_ACCEPTED) {
      throw std::runtime_error("not accepted: " + proposal.missing_code() + " " +
                               proposal.missing_en());
    }
  }
  Accepted alone(const std::string& person, const v1::Command& body) {
    Official& one = as(person);
    return must(one.submit(must(one.build(body, now(), random))));
  }

  void enrol(const std::string& person, v1::Role role, const std::string& second) {
    accepted(
        enrol_official(official_of(person, "Đồng chí " + person, {role}, key(person)->point())),
        {"an", second}, {key(person).get()});
  }
  void enrol_all() {
    for (const char* one : {"ca", "cb"}) enrol(one, v1::ROLE_CREDENTIALS, "ba");
    enrol("pa", v1::ROLE_PRESIDIUM, "ba");
    for (const char* one : {"ka", "kb"}) enrol(one, v1::ROLE_COUNTING, "pa");
    for (const char* one : {"ta", "tb", "tc"}) enrol(one, v1::ROLE_TRUSTEE, "pa");
  }

  void gather() {
    v1::Organisation branch;
    branch.set_name("Chi bộ 1");
    branch.set_allocation(static_cast<std::uint32_t>(delegates_));
    std::vector<v1::Person> people;
    std::vector<std::string> ids;
    for (int i = 1; i <= delegates_; ++i) {
      v1::Person one;
      one.set_id("d" + std::to_string(i));
      one.set_name("Đại biểu " + std::string(1, static_cast<char>('A' + i - 1)));
      one.set_sex(v1::SEX_FEMALE);
      one.set_born_year(1980);
      one.set_organisation(branch.name());
      one.set_standing(v1::STANDING_OFFICIAL);
      one.set_basis(v1::BASIS_ELECTED);
      ids.push_back(one.id());
      people.push_back(one);
    }
    alone("an", import_roll({branch}, people));
    accepted(must(confirm_roll(as("ca").state())), {"ca", "cb"});
    alone("ca", arrived(ids));
    std::vector<Bytes> points;
    for (int i = 0; i < delegates_; ++i) {
      crypto::CardSeed seed{};
      random(seed);
      cards.push_back(seed);
      points.push_back(to_bytes(crypto::card_key(seed, congress).point()));
    }
    accepted(register_cards(points), {"ca", "cb"});
  }

  Trustee trustee(const std::string& person) {
    auto& seed = seeds_[person];
    if (seed == congress::Seed{}) seed = new_seed(random);
    Official official(client(), key(person), congress, person);
    must(official.log_in(now()));
    return Trustee(std::move(official), seed);
  }
  // Every trustee does what is due until nothing is.
  void trustees_work(const ConfirmClosing& confirm = [](const auto&) { return true; }) {
    const std::vector<std::string> people{"ta", "tb", "tc"};
    for (bool something = true; something;) {
      something = false;
      for (const auto& one : people) {
        auto found = trustees_.find(one);
        if (found == trustees_.end()) found = trustees_.emplace(one, trustee(one)).first;
        something = must(found->second.step(now(), random, confirm)).has_value() || something;
      }
    }
  }
  void hold_ceremony() {
    accepted(start_ceremony(as("an").state(), 2, {"ta", "tb", "tc"}), {"an", "pa"});
    trustees_work();
  }

  // Contest "bch": five of the roll on the list, four seats.
  ContestPlan plan() const {
    ContestPlan out;
    out.contest = "bch";
    out.body = "Ban Chấp hành";
    out.candidates = {{"d1", "Đại biểu A"},
                      {"d2", "Đại biểu B"},
                      {"d3", "Đại biểu C"},
                      {"d4", "Đại biểu D"},
                      {"d5", "Đại biểu E"}};
    out.seats = 4;
    return out;
  }
  void approve() {
    const auto definition = must(definition_of(as("pa").state(), plan()));
    accepted(approve_contest(definition, 6, 6), {"pa", "an"});
    accepted(must(appoint_counters(as("pa").state(), "bch", "ka", {"kb"}, 6)), {"pa", "an"});
    accepted(confirm_attendance(as("ca").state(), "bch"), {"ca", "cb"});
  }
  void open() { accepted(must(open_contest(as("ka").state(), "bch")), {"ka", "pa"}); }
  void close() { accepted(must(close_contest(as("ka").state(), "bch")), {"ka", "pa"}); }

  static std::string hex(ByteView bytes);

  crypto::Random random = crypto::system_random();
  Hash congress{};
  std::vector<crypto::CardSeed> cards;

 private:
  int delegates_;
  SystemClock clock_;
  std::filesystem::path folder_;
  std::unique_ptr<service::Hall> hall_;
  rpc::Registry registry_;
  std::map<std::string, std::shared_ptr<crypto::SigningKey>> keys_;
  std::map<std::string, congress::Seed> seeds_;
  std::map<std::string, Official> officials_;
  std::map<std::string, Trustee> trustees_;
};

inline std::string SmallCongress::hex(ByteView bytes) {
  std::string out;
  for (const auto b : bytes) out += "0123456789abcdef"[b % 16];
  return out;
}

}  // namespace hp::client

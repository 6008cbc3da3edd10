// Test kit: a small member congress, taken over a server's calls from its founding to an open
// round, with every key in this process. For programs that load, kill and damage.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "client/builders.h"
#include "client/delegate.h"
#include "client/official.h"
#include "client/trustee.h"

namespace hp::kit {

namespace v1 = homphieu::v1;

using Connect = std::function<Result<client::HallClient>()>;

struct Plan {
  std::size_t members = 20;  // each with a card
  std::uint32_t candidates = 4;
  std::uint32_t seats = 3;
  std::vector<std::string> contests{"bch"};  // opened by open()
  std::size_t helpers = 0;                   // th1, th2, …: key papers
};

class Congress {
 public:
  // Founds the congress and takes it to a rehearsed ceremony and registered cards.
  static Result<std::unique_ptr<Congress>> found(Connect connect, const std::string& setup_code,
                                                 const Plan& plan);

  // Approves and opens the contest of that id; a committee for the first, opinions after it.
  Result<client::OpenRound> open(const std::string& contest);
  // The same on paper alone, closed, its figures recorded and the batches opened: one paper a
  // member, at most 50 a batch.
  Result<void> open_papers(const std::string& contest);
  // Closes it, decrypts, declares, signs the minutes and announces.
  Result<void> close(const std::string& contest);
  Result<void> finish(const std::string& contest);

  // A ballot of card `i`, with marks that its number makes.
  Result<client::PreparedBallot> ballot(const client::OpenRound& round, std::size_t i) const;

  const Hash& id() const { return id_; }
  const std::vector<crypto::SigningKey>& cards() const { return cards_; }
  const crypto::Signer& key(const std::string& person) const { return *keys_.at(person); }
  std::vector<std::string> helpers() const;
  client::Official& clerk() { return *clerk_; }  // of the secretariat; logged in
  // Again after the server was away; it may have another address now.
  void connect_by(Connect connect) { connect_ = std::move(connect); }
  Result<void> connect_again();

 private:
  Congress(Connect connect, Plan plan) : connect_(std::move(connect)), plan_(std::move(plan)) {}
  Result<void> begin(const std::string& setup_code);
  Result<void> enrol();
  Result<void> roll();
  Result<void> ceremony();
  Result<void> cards_registered();
  // Builds the command, signs it by all of them, submits it and folds what is new.
  Result<void> approve(const std::string& contest);
  Result<void> act(v1::Command body, const std::vector<std::string>& signers);
  Result<void> act(Result<v1::Command> body, const std::vector<std::string>& signers);
  Result<client::Official> official(const std::string& person);
  Result<void> trustees_step();
  v1::Official entry(const std::string& person, std::vector<v1::Role> roles) const;

  using Key = std::shared_ptr<const crypto::SigningKey>;
  Connect connect_;
  Plan plan_;
  Hash id_{};
  std::map<std::string, Key> keys_;
  std::vector<crypto::SigningKey> cards_;
  std::unique_ptr<client::Official> clerk_;
  std::vector<client::Trustee> trustees_;
};

}  // namespace hp::kit

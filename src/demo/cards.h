// The delegates' cards: who drew which, which are void, which went away in a pocket.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crypto/card.h"
#include "crypto/random.h"
#include "demo/plain_vote.h"

namespace hp::demo {

struct Card {
  crypto::SigningKey key;
  bool void_for_ever = false;
};

class Cards {
 public:
  // New cards, as the printing run of the credentials committee makes them.
  static Cards print(std::size_t count, const Hash& congress, const crypto::Random& random);

  std::vector<Bytes> points() const;

  // A person draws one of the cards that nobody holds. False where there are none.
  bool draw(const std::string& person, Dice& dice);
  void hand_in(const std::string& person) { holder_.erase(person); }
  void take_away(const std::string& person) { away_.push_back(person); }
  void bring_back(const std::string& person) { std::erase(away_, person); }
  // The person's card becomes void; its point. The person then draws again.
  std::optional<Bytes> lose(const std::string& person);

  bool holds(const std::string& person) const { return holder_.contains(person); }
  // Everybody in the hall who holds a card.
  std::vector<std::string> voters() const;
  const crypto::SigningKey& of(const std::string& person) const {
    return cards_[holder_.at(person)].key;
  }
  // Cards that are not void and that nobody holds: void for the round that opens now.
  std::vector<Bytes> not_drawn() const;
  // A key of them, if there is one: a card that must not be able to vote.
  const crypto::SigningKey* any_not_drawn() const;
  std::size_t taken_away() const { return away_.size(); }

 private:
  std::vector<std::size_t> free() const;

  std::vector<Card> cards_;
  std::map<std::string, std::size_t> holder_;
  std::vector<std::string> away_;
};

}  // namespace hp::demo

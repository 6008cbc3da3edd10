#include "demo/cards.h"

#include <algorithm>

namespace hp::demo {

Cards Cards::print(std::size_t count, const Hash& congress, const crypto::Random& random) {
  Cards out;
  for (std::size_t i = 0; i < count; ++i) {
    crypto::CardSeed seed{};
    random(seed);
    out.cards_.push_back({crypto::card_key(seed, congress), false});
  }
  return out;
}

std::vector<Bytes> Cards::points() const {
  std::vector<Bytes> out;
  for (const Card& card : cards_) out.push_back(to_bytes(card.key.point()));
  return out;
}

std::vector<std::size_t> Cards::free() const {
  std::vector<bool> held(cards_.size());
  for (const auto& [person, card] : holder_) held[card] = true;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    if (!held[i] && !cards_[i].void_for_ever) out.push_back(i);
  }
  return out;
}

bool Cards::draw(const std::string& person, Dice& dice) {
  const std::vector<std::size_t> open = free();
  if (open.empty()) return false;
  holder_[person] = open[roll_between(dice, 0, static_cast<std::uint32_t>(open.size() - 1))];
  return true;
}

std::optional<Bytes> Cards::lose(const std::string& person) {
  const auto held = holder_.find(person);
  if (held == holder_.end()) return std::nullopt;
  Card& card = cards_[held->second];
  card.void_for_ever = true;
  holder_.erase(held);
  return to_bytes(card.key.point());
}

std::vector<std::string> Cards::voters() const {
  std::vector<std::string> out;
  for (const auto& [person, card] : holder_) {
    if (std::ranges::find(away_, person) == away_.end()) out.push_back(person);
  }
  return out;
}

std::vector<Bytes> Cards::not_drawn() const {
  std::vector<Bytes> out;
  for (const std::size_t i : free()) out.push_back(to_bytes(cards_[i].key.point()));
  return out;
}

const crypto::SigningKey* Cards::any_not_drawn() const {
  const std::vector<std::size_t> open = free();
  return open.empty() ? nullptr : &cards_[open.front()].key;
}

}  // namespace hp::demo

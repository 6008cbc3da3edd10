#include "pdf/laid.h"

namespace hp::pdf {
namespace {

void down(LaidText& text, Length by) {
  text.baseline += by;
}
void down(Box& box, Length by) {
  box.y += by;
}
void down(Stroke& stroke, Length by) {
  stroke.y1 += by;
  stroke.y2 += by;
}
void down(LaidField& field, Length by) {
  field.y += by;
}

void down(LaidPicture& picture, Length by) {
  for (Box& box : picture.boxes) down(box, by);
}

}  // namespace

void move_down(Thing& thing, Length by) {
  std::visit([by](auto& it) { down(it, by); }, thing);
}

void LaidPage::add(Tag tag, Thing thing) {
  items.push_back({tag, std::move(thing)});
}

Tag Tree::add(const char* type, Tag parent, const char* attributes, std::string words) {
  const auto number = static_cast<int>(elements.size());
  elements.push_back({type, parent, attributes, std::move(words), {}});
  at(parent).kids.push_back({Kid::Kind::kElement, number, 0});
  return static_cast<Tag>(number);
}

}  // namespace hp::pdf

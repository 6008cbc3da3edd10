#include "minutes/text.h"

#include "minutes/text_parts.h"

namespace hp::minutes {

Outline outline_of(const Model& model, const Hash& json_hash) {
  Outline page;
  parts::heading(page, model);
  parts::contest_and_counters(page, model);
  parts::base(page, model);
  parts::ballots(page, model);
  parts::doubts(page, model);
  parts::result(page, model);
  parts::counting(page, model, json_hash);
  parts::signatures(page, model);
  return page;
}

Result<std::string> make_text(const Model& model, const Hash& json_hash) {
  HP_TRY(check(model));
  return text_of(outline_of(model, json_hash));
}

}  // namespace hp::minutes

#include "service/cosignatures.h"

#include "journal/checkpoint.h"
#include "journal/cosignature.h"
#include "service/codes.h"
#include "service/open_record.h"

namespace hp::service {
namespace {

constexpr std::string_view kShelf = "cosignatures";

}  // namespace

Result<Cosignatures> Cosignatures::load(journal::Journal& journal, const Book::Page& page) {
  Cosignatures out(journal);
  HP_ASSIGN(const auto kept, journal.kept(kShelf));
  for (const auto& [witness, value] : kept) {
    v1::CosignRequest one;
    if (!one.ParseFromArray(value.data(), static_cast<int>(value.size()))) continue;
    HP_ASSIGN(const journal::CheckpointText text, journal::read_checkpoint_text(one.checkpoint()));
    HP_TRY(check_head(page, text.head));
    out.newest_[witness] = {text.head, one.cosignature()};
  }
  return out;
}

Result<void> Cosignatures::add(const Book& book, const std::string& note, const std::string& line) {
  std::string witness;
  HP_ASSIGN(const journal::TreeHead head,
            book.read([&](const Book::Page& page) -> Result<journal::TreeHead> {
              const auto& founding = page.state.founding;
              auto opened =
                  journal::open_checkpoint(note, page.state.congress_id, view(founding.log_key()));
              if (!opened) return std::unexpected(under("checkpoint", opened.error()));
              HP_TRY(check_head(page, *opened));
              Error last{&codes::kWitnessUnknown, "cosignature", ""};
              for (const v1::Witness& one : founding.witnesses()) {
                const auto good =
                    journal::check_cosignature(note, line, one.name(), view(one.key()));
                if (good) {
                  witness = one.name();
                  return *opened;
                }
              }
              return std::unexpected(last);
            }));
  const std::lock_guard lock(*mutex_);
  if (newest_.contains(witness) && newest_[witness].head.size > head.size) return {};
  v1::CosignRequest kept;
  kept.set_checkpoint(note);
  kept.set_cosignature(line);
  HP_TRY(journal_->keep(kShelf, witness, view(kept.SerializeAsString())));
  newest_[witness] = {head, line};
  return {};
}

std::vector<std::string> Cosignatures::of(const std::string& note) const {
  std::vector<std::string> out;
  const auto text = journal::read_checkpoint_text(note);
  if (!text) return out;
  const std::lock_guard lock(*mutex_);
  for (const auto& [witness, one] : newest_) {
    if (one.head == text->head) out.push_back(one.line);
  }
  return out;
}

}  // namespace hp::service

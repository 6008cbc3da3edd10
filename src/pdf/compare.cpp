#include "pdf/compare.h"

#include <algorithm>

#include "pdf/codes.h"

namespace hp::pdf {
namespace {

using Kind = Value::Kind;

std::string named(int number) {
  return std::to_string(number) + " 0";
}

// Whether `now` has all of `before`'s entries but those that `changed` takes, and no others that it
// does not take. `changed(key, before, now)`: before is null for a new entry.
template <class Changed>
Result<void> compare_entries(const Value& before, const Value& now, const Changed& changed) {
  for (std::size_t i = 0; i < before.items.size(); i += 2) {
    const std::string& key = before.items[i].text;
    const Value* other = now.find(key);
    if (other != nullptr && same(before.items[i + 1], *other)) continue;
    HP_TRY(changed(key, &before.items[i + 1], other));
  }
  for (std::size_t i = 0; i < now.items.size(); i += 2) {
    const std::string& key = now.items[i].text;
    if (before.find(key) == nullptr) HP_TRY(changed(key, nullptr, &now.items[i + 1]));
  }
  return {};
}

class Comparison {
 public:
  Comparison(const Revision& revision, const Structure& structure, const Parts& parts,
             const Objects& before, const History& history)
      : revision_(revision),
        structure_(structure),
        parts_(parts),
        before_(before),
        history_(history) {}

  Result<Filling> run() {
    for (const Object& now : revision_.objects) {
      const Object* was = before_.find(now.number);
      if (was == nullptr) continue;
      if (history_.signatures.contains(now.number)) {
        return fail(codes::kPdfObjectChanged, named(now.number));
      }
      if (!same(*was, now)) HP_TRY(take_change(*was, now));
    }
    if (filled_ == 0) return fail(codes::kPdfNoSignature, "at " + std::to_string(revision_.table));
    if (perms_ != 0 && perms_ != out_.signature) return fail(codes::kPdfCertify, "Perms");
    out_.names_certification = perms_ != 0;
    HP_TRY(check_added(revision_, before_, out_.signature, roots_));
    return out_;
  }

 private:
  Result<void> take_change(const Object& was, const Object& now) {
    const auto field = std::ranges::find(parts_.fields, now.number, &FieldObject::number);
    if (field != parts_.fields.end()) {
      return take_field(static_cast<std::size_t>(field - parts_.fields.begin()), was, now);
    }
    const std::string where = named(now.number);
    if (now.number == parts_.catalog) return compare_catalog(was.value, now.value);
    if (now.number == parts_.form) return compare_form(was.value, now.value);
    if (parts_.pages.contains(now.number) || parts_.contents.contains(now.number)) {
      return fail(codes::kPdfPageChanged, where);
    }
    const Value* type = was.value.find("Type");
    const auto is = [type](std::string_view name) {
      return type != nullptr && type->is_name(name);
    };
    if (now.number == structure_.info || is("Metadata")) {
      return fail(codes::kPdfMetadataChanged, where);
    }
    if (is("EmbeddedFile") || is("Filespec")) return fail(codes::kPdfAttachmentChanged, where);
    if (is("Annot")) return fail(codes::kPdfPageChanged, where);
    return fail(codes::kPdfObjectChanged, where);
  }

  Result<void> take_field(std::size_t field, const Object& was, const Object& now) {
    const std::string& where = parts_.fields[field].name;
    if (history_.filled[field] != 0) return fail(codes::kPdfFieldTwice, where);
    if (++filled_ > 1) return fail(codes::kPdfTwoFields, where);
    out_.field = field;
    if (now.is_stream) return fail(codes::kPdfFieldChanged, where);
    const auto changed = [&](const std::string& key, const Value* old,
                             const Value* entry) -> Result<void> {
      if (entry != nullptr) {
        if (key == "V" && old == nullptr) return take_signature(*entry, where);
        if (key == "AP") return take_appearance(*entry, where);
        // Colours that only an appearance would draw; when the field was last changed.
        if (key == "MK" && is_colours(*entry)) return {};
        if ((key == "DA" || key == "M") && entry->is(Kind::kString)) return {};
      }
      return fail(codes::kPdfFieldChanged, where, key);
    };
    HP_TRY(compare_entries(was.value, now.value, changed));
    return out_.signature != 0 ? Result<void>{} : fail(codes::kPdfNoSignature, where);
  }

  const Object* added(const Value& reference) const {
    if (!reference.is(Kind::kReference) || before_.find(reference.integer) != nullptr) {
      return nullptr;
    }
    const auto found =
        std::ranges::find(revision_.objects, static_cast<int>(reference.integer), &Object::number);
    return found == revision_.objects.end() ? nullptr : &*found;
  }

  Result<void> take_signature(const Value& reference, const std::string& where) {
    const Object* object = added(reference);
    if (object == nullptr || object->is_stream) return fail(codes::kPdfSignatureEntry, where, "V");
    out_.signature = object->number;
    return {};
  }

  Result<void> take_appearance(const Value& looks, const std::string& where) {
    const Value* normal = looks.find("N");
    const Object* form = normal == nullptr ? nullptr : added(*normal);
    const Value* kind = form == nullptr ? nullptr : form->value.find("Subtype");
    if (looks.items.size() != 2 || form == nullptr || !form->is_stream || kind == nullptr ||
        !kind->is_name("Form")) {
      return fail(codes::kPdfAppearance, where);
    }
    roots_.push_back(normal);
    return {};
  }

  static bool is_colours(const Value& value) {
    if (!value.is(Kind::kDictionary)) return false;
    for (std::size_t i = 0; i < value.items.size(); i += 2) {
      const std::string& key = value.items[i].text;
      const Value& entry = value.items[i + 1];
      if (key != "BC" && key != "BG" && !(key == "R" && entry.is(Kind::kInteger))) return false;
      for (const Value& part : entry.items) {
        if (!part.is(Kind::kInteger) && !part.is(Kind::kReal)) return false;
      }
    }
    return true;
  }

  Result<void> compare_catalog(const Value& was, const Value& now) {
    return compare_entries(
        was, now,
        [&](const std::string& key, const Value* old, const Value* entry) -> Result<void> {
          if (entry != nullptr && key == "Perms" && old == nullptr) {
            return take_permissions(*entry);
          }
          const bool forms =
              entry != nullptr && old != nullptr && key == "AcroForm" && old->is(Kind::kDictionary);
          if (forms) return compare_form(*old, *entry);
          return fail(codes::kPdfCatalogChanged, key);
        });
  }

  Result<void> take_permissions(const Value& permissions) {
    const Value* signature = permissions.find("DocMDP");
    if (!history_.signatures.empty() || permissions.items.size() != 2 || signature == nullptr ||
        !signature->is(Kind::kReference)) {
      return fail(codes::kPdfCertify, "Perms");
    }
    perms_ = static_cast<int>(signature->integer);
    return {};
  }

  Result<void> compare_form(const Value& was, const Value& now) {
    if (!now.is(Kind::kDictionary)) return fail(codes::kPdfFormChanged, "AcroForm");
    const auto changed = [this](const std::string& key, const Value* old,
                                const Value* entry) -> Result<void> {
      if (entry != nullptr) {
        if (key == "SigFlags" && entry->is_integer(3)) return {};
        if (key == "DA" && old == nullptr && entry->is(Kind::kString)) return {};
        if (key == "DR") return compare_resources(old, *entry);
      }
      return fail(codes::kPdfFormChanged, key);
    };
    return compare_entries(was, now, changed);
  }

  // Fonts and the like may be added, in a new kind of resource or in one that was there.
  Result<void> compare_resources(const Value* was, const Value& now) {
    const auto refused = fail(codes::kPdfFormChanged, "DR");
    if (!now.is(Kind::kDictionary)) return refused;
    static const Value kNone{.kind = Kind::kDictionary};
    const auto named_added = [&](const std::string&, const Value* old,
                                 const Value* entry) -> Result<void> {
      if (old != nullptr || entry == nullptr) return refused;
      roots_.push_back(entry);
      return {};
    };
    const auto kind_changed = [&](const std::string&, const Value* old,
                                  const Value* entry) -> Result<void> {
      if (entry == nullptr || !entry->is(Kind::kDictionary)) return refused;
      return compare_entries(old == nullptr ? kNone : *old, *entry, named_added);
    };
    return compare_entries(was == nullptr ? kNone : *was, now, kind_changed);
  }

  const Revision& revision_;
  const Structure& structure_;
  const Parts& parts_;
  const Objects& before_;
  const History& history_;
  Filling out_;
  int filled_ = 0;
  int perms_ = 0;
  std::vector<const Value*> roots_;
};

}  // namespace

Result<Filling> read_filling(const Revision& revision, const Structure& structure,
                             const Parts& parts, const Objects& before, const History& history) {
  return Comparison(revision, structure, parts, before, history).run();
}

}  // namespace hp::pdf

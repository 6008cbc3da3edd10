#include "pdf/parts.h"

#include <algorithm>

#include "pdf/codes.h"

namespace hp::pdf {
namespace {

using Kind = Value::Kind;

bool has_name(const Value* value, std::string_view name) {
  return value != nullptr && value->is_name(name);
}

std::string named(std::int64_t number) {
  return std::to_string(number) + " 0";
}

class Reader {
 public:
  Reader(const Structure& structure, const Objects& objects)
      : structure_(structure), objects_(objects) {}

  Result<Parts> run() {
    out_.catalog = structure_.root;
    const Value& catalog = objects_.find(out_.catalog)->value;
    if (!has_name(catalog.find("Type"), "Catalog")) return fail(codes::kPdfStructure, "Root");
    HP_TRY(read_pages(catalog.find("Pages")));
    const Value* form = catalog.find("AcroForm");
    if (form == nullptr) return out_;
    if (form->is(Kind::kReference)) out_.form = static_cast<int>(form->integer);
    const Value* fields = objects_.follow(form);
    fields = fields == nullptr ? nullptr : objects_.follow(fields->find("Fields"));
    if (fields == nullptr || !fields->is(Kind::kArray)) {
      return fail(codes::kPdfStructure, "AcroForm");
    }
    for (const Value& field : fields->items) HP_TRY(read_field(field));
    return out_;
  }

 private:
  // Depth first without recursion; a page is met once.
  Result<void> read_pages(const Value* root) {
    std::vector<const Value*> waiting{root};
    while (!waiting.empty()) {
      const Value* reference = waiting.back();
      waiting.pop_back();
      if (reference == nullptr || !reference->is(Kind::kReference)) {
        return fail(codes::kPdfStructure, "Pages");
      }
      const int number = static_cast<int>(reference->integer);
      if (!out_.pages.insert(number).second) return fail(codes::kPdfStructure, named(number));
      const Value& node = objects_.find(number)->value;
      if (has_name(node.find("Type"), "Page")) {
        read_page(node);
        continue;
      }
      const Value* kids = objects_.follow(node.find("Kids"));
      if (!has_name(node.find("Type"), "Pages") || kids == nullptr || !kids->is(Kind::kArray)) {
        return fail(codes::kPdfStructure, named(number));
      }
      for (std::size_t i = kids->items.size(); i > 0; --i) waiting.push_back(&kids->items[i - 1]);
    }
    return {};
  }

  void read_page(const Value& page) {
    note(page.find("Contents"), [this](int number) { return out_.contents.insert(number).second; });
    note(page.find("Annots"),
         [this](int number) { return page_of_.emplace(number, count_).second; });
    ++count_;
  }

  // The objects that an entry names: one, or a list of them. `take` says whether one is new: a list
  // that many pages share is walked once.
  template <class Take>
  void note(const Value* entry, const Take& take) {
    if (entry == nullptr) return;
    if (entry->is(Kind::kReference) && !take(static_cast<int>(entry->integer))) return;
    const Value* list = objects_.follow(entry);
    if (list == nullptr || !list->is(Kind::kArray)) return;
    for (const Value& item : list->items) {
      if (item.is(Kind::kReference)) take(static_cast<int>(item.integer));
    }
  }

  Result<void> read_field(const Value& reference) {
    if (!reference.is(Kind::kReference)) return fail(codes::kPdfStructure, "AcroForm");
    FieldObject field{.number = static_cast<int>(reference.integer)};
    const Value& value = objects_.find(field.number)->value;
    const std::string where = named(field.number);
    const Value* name = value.find("T");
    const auto page = page_of_.find(field.number);
    if (!has_name(value.find("FT"), "Sig") || name == nullptr || !name->is(Kind::kString) ||
        !has_name(value.find("Subtype"), "Widget") || page == page_of_.end()) {
      return fail(codes::kPdfStructure, where);
    }
    for (const char* key : {"V", "Kids", "Parent", "A", "AA"}) {
      if (value.find(key) != nullptr) return fail(codes::kPdfStructure, where, key);
    }
    field.name = text_of(*name);
    field.page = page->second;
    field.visible = is_visible(value);
    if (!names_.insert(field.name).second) return fail(codes::kPdfStructure, where, "T");
    out_.fields.push_back(std::move(field));
    return {};
  }

  static bool is_visible(const Value& widget) {
    constexpr std::int64_t kInvisible = 1, kHidden = 2, kNoView = 32;
    const Value* flags = widget.find("F");
    if (flags != nullptr && (flags->integer & (kInvisible | kHidden | kNoView)) != 0) return false;
    const Value* box = widget.find("Rect");
    return box != nullptr && box->items.size() == 4 && !same(box->items[0], box->items[2]) &&
           !same(box->items[1], box->items[3]);
  }

  const Structure& structure_;
  const Objects& objects_;
  Parts out_;
  std::map<int, std::size_t> page_of_;
  std::set<std::string> names_;
  std::size_t count_ = 0;
};

}  // namespace

void Objects::take(const Revision& revision) {
  for (const Object& it : revision.objects) newest_[static_cast<std::size_t>(it.number)] = &it;
}

const Object* Objects::find(std::int64_t number) const {
  const auto i = static_cast<std::size_t>(number);
  return i < newest_.size() ? newest_[i] : nullptr;
}

const Value* Objects::follow(const Value* value) const {
  if (value == nullptr || !value->is(Kind::kReference)) return value;
  const Object* object = find(value->integer);
  return object == nullptr ? nullptr : &object->value;
}

Result<Parts> read_parts(const Structure& structure, const Objects& objects) {
  return Reader(structure, objects).run();
}

}  // namespace hp::pdf

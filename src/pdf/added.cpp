#include <algorithm>

#include "pdf/codes.h"
#include "pdf/compare.h"

namespace hp::pdf {
namespace {

using Kind = Value::Kind;

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// What an appearance never needs: whatever acts, names a file, belongs to the document's tree, or
// shows itself at times only.
bool is_forbidden_type(std::string_view type) {
  return one_of(type, {"Action", "Annot", "Catalog", "EmbeddedFile", "F", "Filespec", "Metadata",
                       "OCG", "OCMD", "Outlines", "Page", "Pages", "Sig", "SigRef", "DocTimeStamp",
                       "StructElem", "StructTreeRoot", "Template"});
}

bool is_forbidden_key(std::string_view key) {
  return one_of(key, {"AA", "AF", "Annots", "ByteRange", "EF", "JS", "JavaScript", "OC", "OPI",
                      "OpenAction", "Ref", "URI", "Metadata", "StructParents", "StructParent"});
}

bool is_action(std::string_view name) {
  return one_of(name, {"GoTo", "GoTo3DView", "GoToE", "GoToR", "Hide", "ImportData", "JavaScript",
                       "Launch", "Movie", "Named", "Rendition", "ResetForm", "RichMediaExecute",
                       "SetOCGState", "Sound", "SubmitForm", "Thread", "Trans", "URI"});
}

class Added {
 public:
  Added(const Revision& revision, const Objects& before) : before_(before) {
    for (const Object& it : revision.objects) {
      if (before.find(it.number) == nullptr) added_.emplace(it.number, &it);
    }
  }

  Result<void> run(int signature, const std::vector<const Value*>& roots) {
    for (const auto& [number, object] : added_) {
      if (number != signature) HP_TRY(check_object(*object));
    }
    for (const Value* root : roots) HP_TRY(reach(*root));
    while (!waiting_.empty()) {
      const Object* next = waiting_.back();
      waiting_.pop_back();
      HP_TRY(reach(next->value));
    }
    for (const auto& [number, object] : added_) {
      if (number != signature && !reached_.contains(number)) {
        return fail(codes::kPdfUnusedObject, std::to_string(number) + " 0");
      }
    }
    return {};
  }

 private:
  static Result<void> check_object(const Object& object) {
    const std::string where = std::to_string(object.number) + " 0";
    if (object.is_stream) {  // its data is here, not in a file elsewhere
      for (const char* key : {"F", "FFilter", "FDecodeParms"}) {
        if (object.value.find(key) != nullptr) return fail(codes::kPdfForbiddenObject, where, key);
      }
    }
    return check_value(object.value, where);
  }

  static Result<void> check_value(const Value& value, const std::string& where) {
    if (value.is(Kind::kDictionary)) {
      for (std::size_t i = 0; i < value.items.size(); i += 2) {
        const std::string& key = value.items[i].text;
        const Value& entry = value.items[i + 1];
        if (is_forbidden_key(key) ||
            (key == "Type" && (!entry.is(Kind::kName) || is_forbidden_type(entry.text))) ||
            (key == "S" && entry.is(Kind::kName) && is_action(entry.text))) {
          return fail(codes::kPdfForbiddenObject, where, key);
        }
      }
    }
    for (const Value& item : value.items) HP_TRY(check_value(item, where));
    return {};
  }

  // Of what was there before, an appearance may use the fonts.
  Result<void> reach(const Value& value) {
    if (value.is(Kind::kReference)) {
      const int number = static_cast<int>(value.integer);
      if (const auto found = added_.find(number); found != added_.end()) {
        if (reached_.insert(number).second) waiting_.push_back(found->second);
      } else {
        const Value* type = before_.find(number)->value.find("Type");
        if (type == nullptr || !type->is_name("Font")) {
          return fail(codes::kPdfForbiddenObject, std::to_string(number) + " 0");
        }
      }
    }
    for (const Value& item : value.items) HP_TRY(reach(item));
    return {};
  }

  const Objects& before_;
  std::map<int, const Object*> added_;
  std::set<int> reached_;
  std::vector<const Object*> waiting_;
};

}  // namespace

Result<void> check_added(const Revision& revision, const Objects& before, int signature,
                         const std::vector<const Value*>& roots) {
  return Added(revision, before).run(signature, roots);
}

}  // namespace hp::pdf

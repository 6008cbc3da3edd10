#include "rules/json_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "rules/codes.h"

namespace hp::rules {
namespace {

constexpr std::size_t kShownLength = 60;

std::string cut(std::string text) {
  if (text.size() > kShownLength) text.replace(kShownLength, std::string::npos, "...");
  return text;
}

// "line:column" of a byte of the text, both from 1.
std::string position(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte == 0 ? 0 : byte - 1);
  const auto line = 1 + std::ranges::count(before, '\n');
  const std::size_t begin = before.rfind('\n') + 1;  // 0 where there is none
  return std::to_string(line) + ":" + std::to_string(before.size() - begin + 1);
}

// Builds the value from the parser's events, and stops at what a plain parse would let pass:
// a key given twice, depth, size.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  Json take() { return std::move(root_); }
  std::optional<Error> error;

  bool null() { return place(nullptr); }
  bool boolean(bool value) { return place(value); }
  bool number_integer(std::int64_t value) { return place(value); }
  bool number_unsigned(std::uint64_t value) { return place(value); }
  bool number_float(double value, const std::string&) { return place(value); }
  bool string(std::string& value) { return place(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    if (open_.back()->contains(name)) {
      return stop({&codes::kCaseKeyTwice, path() + dot(path_step(name)), ""});
    }
    keys_.back() = std::move(name);
    return true;
  }

  bool parse_error(std::size_t byte, const std::string&, const Json::exception&) {
    return stop({&codes::kCaseNotJson, "", position(text_, byte)});
  }

 private:
  bool stop(Error why) {
    error = std::move(why);
    return false;
  }

  bool place(Json value) {
    if (++values_ > kMostValues) return stop({&codes::kCaseTooLarge, "", ""});
    last_ = put(std::move(value));
    return true;
  }

  Json* put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[keys_.back()] = std::move(value));
  }

  bool open(Json container) {
    if (open_.size() >= kMostDepth) return stop({&codes::kCaseTooDeep, path(), ""});
    if (!place(std::move(container))) return false;
    open_.push_back(last_);
    keys_.emplace_back();
    return true;
  }

  bool close() {
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  // The path of the innermost open container.
  std::string path() const {
    std::string out;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      const std::string step = open_[i]->is_array()
                                   ? "[" + std::to_string(open_[i]->size() - 1) + "]"
                                   : path_step(keys_[i]);
      out += out.empty() || step.front() == '[' ? step : "." + step;
    }
    return out;
  }
  std::string dot(const std::string& step) const {
    return open_.size() == 1 || step.front() == '[' ? step : "." + step;
  }

  std::string_view text_;
  Json root_;
  Json* last_ = nullptr;
  std::vector<Json*> open_;        // a container moves only while none of its children is open
  std::vector<std::string> keys_;  // the key that each open object is at
  std::size_t values_ = 0;
};

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (text.size() > kMostBytes) return fail(codes::kCaseTooLarge);
  // The parser takes a zero byte for the end and would not look at what follows.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    return fail(codes::kCaseNotJson, "", position(text, zero + 1));
  }
  Builder builder(text);
  const bool parsed = Json::sax_parse(text, &builder);
  if (builder.error) return std::unexpected(std::move(*builder.error));
  if (!parsed) return fail(codes::kCaseNotJson);
  return builder.take();
}

std::string path_step(std::string_view key) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '*';
  };
  if (!key.empty() && key.size() <= kShownLength && std::ranges::all_of(key, plain)) {
    return std::string(key);
  }
  return "[" + cut(Json(key).dump(-1, ' ', true)) + "]";
}

std::string shown(const Json& value) {
  if (value.is_structured()) return value.is_array() ? "[...]" : "{...}";
  return cut(value.dump(-1, ' ', true));
}

}  // namespace hp::rules

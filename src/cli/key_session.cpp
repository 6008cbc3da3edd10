#include "cli/key_session.h"

#include <utility>

#include "client/key_pad_codes.h"
#include "client/sheet_words.h"
#include "client/station_codes.h"

namespace hp::cli {

std::string list_of(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t end = i;
    while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1) ++end;
    out += (out.empty() ? "" : ", ") + std::to_string(numbers[i]);
    if (end > i) out += (end == i + 1 ? ", " : "–") + std::to_string(numbers[end]);
    i = end + 1;
  }
  return out.empty() ? "–" : out;
}

KeySession::KeySession(client::Station& station, std::function<void()> sent, Language language)
    : station_(station), sent_(std::move(sent)), language_(language) {
  follow();
}

std::string KeySession::say(std::string_view vi, std::string_view en) const {
  return std::string(language_ == Language::kVietnamese ? vi : en);
}

std::string KeySession::text_of(const client::Said& said) const {
  const http::RemoteError& words = said.words;
  std::string out = language_ == Language::kVietnamese ? words.vi : words.en;
  if (out.empty()) out = words.code.empty() ? words.detail : words.code;
  return out + " [" + words.code + "]";
}

std::string KeySession::text_of(const client::Notice& notice) const {
  const std::string batch = say("Lô ", "Batch ") + std::to_string(notice.batch);
  if (notice.what == client::Notice::What::kRefused) {
    return batch + say(", phiếu ", ", paper ") + list_of(notice.sheets) +
           say(" bị từ chối: ", " was refused: ") + text_of(notice.why);
  }
  return batch + ": " + text_of(notice.why) + say(". Đã giữ phiếu: ", ". Kept papers: ") +
         list_of(notice.kept) + say(". Giao lại phiếu: ", ". Papers to hand over: ") +
         list_of(notice.sheets);
}

bool KeySession::follow() {
  const std::optional<client::Paper> before = view_.paper;
  const bool had_notice = view_.notice.has_value();
  view_ = station_.view();
  if (view_.paper != before || (view_.paper && !pad_)) {
    pad_.reset();
    asked_to_leave_ = false;
    if (view_.paper) {
      pad_.emplace(view_.definition,
                   view_.paper->struck ? client::KeyMode::kStruck : client::KeyMode::kKept);
    }
  }
  return view_.notice.has_value() && !had_notice;
}

Heard KeySession::refuse(const Error& error) const {
  Heard out;
  out.refused = true;
  out.code = error.code->name;
  out.text = describe(error, language_);
  return out;
}

Heard KeySession::press(char key) {
  follow();
  if (key == kLeave) return leave();
  asked_to_leave_ = false;
  if (view_.notice) {
    if (key == kRead) return read_notice();
    return refuse({&codes::kPadKey, "", ""});
  }
  if (!pad_) return refuse({&codes::kNoPaperInHand, "", ""});
  if (key == kSkip) {
    if (!pad_->untouched()) return refuse({&codes::kPadBegun, "", ""});
    const auto skipped = station_.skip();
    follow();
    return skipped ? Heard{} : refuse(skipped.error());
  }
  const client::Pressed pressed = pad_->press(key);
  if (pressed.refused != nullptr) return refuse({pressed.refused, "", pressed.detail});
  if (pressed.take_back) {
    const auto taken = station_.take_back();
    follow();
    if (!taken) return refuse(taken.error());
    Heard out;
    if (view_.paper)
      out.text = say("Phiếu ", "Paper ") + std::to_string(view_.paper->sheet) +
                 (view_.paper->again ? say(": nhập lại", ": key it again") : "");
    return out;
  }
  return pressed.finished ? finish() : Heard{};
}

Heard KeySession::leave() {
  if (pad_ && !pad_->untouched() && !std::exchange(asked_to_leave_, true)) {
    return refuse({&codes::kPadBegun, "", "Ctrl-C"});
  }
  left_ = true;
  return {};
}

Heard KeySession::read_notice() {
  station_.acknowledge();
  sent_();
  follow();
  return {};
}

Heard KeySession::finish() {
  const client::Paper paper = *view_.paper;
  if (const auto done = station_.finish(paper, pad_->content()); !done) {
    follow();
    return refuse(done.error());
  }
  sent_();
  Heard out;
  out.finished = true;
  out.paper = paper;
  out.verdict = pad_->verdict();
  out.doubtful = pad_->doubtful();
  out.text = say("Lô ", "Batch ") + std::to_string(paper.batch) + say(", phiếu ", ", paper ") +
             std::to_string(paper.sheet) + (paper.again ? say(" (nhập lại)", " (again)") : "") +
             ": " + client::verdict_words(out.verdict, out.doubtful, language_);
  pad_.reset();
  view_.paper.reset();
  follow();
  return out;
}

}  // namespace hp::cli

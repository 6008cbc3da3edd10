#include "cli/key_screen.h"

#include <algorithm>

#include "cli/text_width.h"
#include "client/sheet_words.h"

namespace hp::cli {
namespace {

using client::KeyMode;
using client::KeyPad;
using client::StationView;

class Screen {
 public:
  Screen(ScreenSize size, Language language) : size_(size), language_(language) {}

  Language language() const { return language_; }
  std::string say(std::string_view vi, std::string_view en) const {
    return std::string(language_ == Language::kVietnamese ? vi : en);
  }
  void add(const std::string& text, LineStyle style = LineStyle::kPlain) {
    lines_.push_back({fitted(" " + text, size_.columns), style});
  }
  // Over as many lines as it takes, parted at spaces.
  void add_long(const std::string& text, LineStyle style) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t space = std::min(text.find(' ', at), text.size());
      const std::string word = text.substr(at, space - at);
      if (!line.empty() && width_of(line) + 1 + width_of(word) > size_.columns - 2) {
        add(line, style);
        line.clear();
      }
      line += (line.empty() ? "" : " ") + word;
      at = space + 1;
    }
    if (!line.empty()) add(line, style);
  }
  void rule() {
    std::string text;
    for (int i = 2; i < size_.columns; ++i) text += "─";
    add(text, LineStyle::kDim);
  }
  // What is above, then what is at the bottom as far as there is room.
  std::vector<ScreenLine> with_bottom(const Screen& bottom) && {
    const auto rows = static_cast<std::size_t>(std::max(1, size_.rows));
    if (lines_.size() + bottom.lines_.size() <= rows) {
      lines_.resize(rows - bottom.lines_.size(), {fitted("", size_.columns)});
      lines_.insert(lines_.end(), bottom.lines_.begin(), bottom.lines_.end());
    }
    lines_.resize(rows, {fitted("", size_.columns)});
    return std::move(lines_);
  }

 private:
  ScreenSize size_;
  Language language_;
  std::vector<ScreenLine> lines_;
};

std::string clock_time(UnixMs time) {
  return iso_vietnam(time).substr(11, 8);
}

void add_head(Screen& screen, const StationView& station, bool settling) {
  std::string title =
      settling ? screen.say("HÒM PHIẾU · ĐỌC LẠI PHIẾU KHÁC NHAU", "HÒM PHIẾU · THIRD LOOK")
               : screen.say("HÒM PHIẾU · NHẬP PHIẾU", "HÒM PHIẾU · KEYING");
  if (!station.person.empty()) title += " · " + station.person;
  screen.add(title, LineStyle::kBold);
  if (station.definition == nullptr) return screen.add("");
  const congress::Definition& d = *station.definition;
  std::string contest = d.body + screen.say(", lần bầu ", ", ballot ") + std::to_string(d.ballot) +
                        screen.say(": bầu ", ": ") + std::to_string(d.seats) +
                        screen.say(" trong ", " of ") + std::to_string(d.candidates.size()) +
                        screen.say(" người", " people");
  if (d.rehearsal) contest = screen.say("DIỄN TẬP · ", "REHEARSAL · ") + contest;
  screen.add(contest, d.rehearsal ? LineStyle::kAlarm : LineStyle::kPlain);
}

void add_network(Screen& screen, const KeySession& session, UnixMs now) {
  const StationView& station = session.station();
  const std::string waiting = std::to_string(station.waiting);
  if (station.stopped) {
    screen.add_long(describe(*station.stopped, screen.language()), LineStyle::kAlarm);
  } else if (!station.online) {
    screen.add_long(
        screen.say("MẤT MẠNG từ ", "NO NETWORK since ") + clock_time(station.online_since) +
            screen.say(": cứ nhập tiếp lô đang cầm. ", ": go on with the batch in hand. ") +
            waiting +
            screen.say(" phiếu giữ trên máy này, có mạng sẽ tự gửi.",
                       " papers are kept on this machine and sent with the network."),
        LineStyle::kAlarm);
    if (station.trouble) screen.add(session.text_of(*station.trouble), LineStyle::kDim);
  } else if (station.calling_since && now.value > station.calling_since->value + kSlowCall) {
    screen.add(screen.say("MẠNG CHẬM: máy chủ chưa trả lời từ ", "SLOW NETWORK: no answer since ") +
                   clock_time(*station.calling_since) +
                   screen.say(". Chờ gửi: ", ". To be sent: ") + waiting,
               LineStyle::kAlarm);
  } else {
    screen.add(screen.say("Mạng thông", "Network good") +
               (station.waiting == 0 ? screen.say(", đã gửi hết", ", all is sent")
                                     : screen.say(", chờ gửi ", ", to be sent: ") + waiting));
    if (station.trouble) {
      const bool idle = station.trouble->words.code == "nothing_to_key";
      screen.add_long(session.text_of(*station.trouble),
                      idle ? LineStyle::kPlain : LineStyle::kAlarm);
    }
    for (const client::Stop& one : station.stops) {
      screen.add_long(client::stop_words(one, screen.language()), LineStyle::kBold);
    }
  }
}

std::string how_to(const Screen& screen, const KeyPad& pad) {
  const bool struck = pad.mode() == KeyMode::kStruck;
  if (pad.one_name()) {
    return screen.say("1 đồng ý · 2 không đồng ý · 3 cả hai ô · 0 không ô nào, rồi Enter",
                      "1 agree · 2 disagree · 3 both boxes · 0 no box, then Enter");
  }
  if (pad.boxes()) {
    return struck ? screen.say(
                        "Mọi người ĐỒNG Ý; gõ số người KHÔNG ĐỒNG Ý rồi Enter; 5* cả hai "
                        "ô, 5/ không ô nào",
                        "All AGREE; type the numbers of DISAGREE, Enter after each; 5* both "
                        "boxes, 5/ none")
                  : screen.say(
                        "Mọi người KHÔNG ĐỒNG Ý; gõ số người ĐỒNG Ý rồi Enter; 5* cả hai "
                        "ô, 5/ không ô nào",
                        "All DISAGREE; type the numbers of AGREE, Enter after each; 5* both "
                        "boxes, 5/ none");
  }
  return struck ? screen.say("Gõ số của người BỊ GẠCH, Enter sau mỗi số; hết thì Enter lần nữa",
                             "Type the number of each STRUCK name, then Enter; Enter again ends")
                : screen.say("Gõ số của người ĐỂ LẠI, Enter sau mỗi số; hết thì Enter lần nữa",
                             "Type the number of each KEPT name, then Enter; Enter again ends");
}

std::string name_at(const KeyPad& pad, std::size_t number) {
  const auto& all = pad.definition().candidates;
  return number >= 1 && number <= all.size() ? all[number - 1].name : "";
}

std::string typed_words(const Screen& screen, const KeyPad& pad, Language language) {
  std::string out;
  for (const client::Typed& one : pad.typed()) {
    out += out.empty() ? "" : "  ";
    switch (one.what) {
      case client::Typed::What::kPosition:
        out += std::to_string(one.candidate.number);
        if (one.mark == rules::Mark::kBoth) out += "*";
        if (one.mark == rules::Mark::kNone) out += "/";
        break;
      case client::Typed::What::kDefect:
        out += "[" + std::string(client::defect_words(one.defect, language)) + "]";
        break;
      case client::Typed::What::kDoubt:
        out += screen.say("[nghi ngờ]", "[doubtful]");
        break;
    }
  }
  return out.empty() ? "–" : out;
}

void add_votes(Screen& screen, const KeyPad& pad) {
  const std::int64_t left = pad.votes_left();
  const std::string votes = screen.say("Phiếu bầu: ", "Votes: ") + std::to_string(pad.votes()) +
                            "/" + std::to_string(pad.definition().seats);
  if (left < 0) {
    screen.add(votes + screen.say(" · THỪA ", " · TOO MANY BY ") + std::to_string(-left),
               LineStyle::kBold);
  } else {
    screen.add(votes + screen.say(" · còn ", " · left: ") + std::to_string(left), LineStyle::kBold);
  }
}

void add_paper(Screen& screen, const KeySession& session, Language language) {
  const StationView& station = session.station();
  const KeyPad& pad = *session.pad();
  const client::Paper& paper = *station.paper;
  std::string where = screen.say("Lô ", "Batch ") + std::to_string(paper.batch);
  if (paper.count != 0)
    where += screen.say(", lần nhập ", ", count ") + std::to_string(paper.count);
  if (station.batch == paper.batch) {
    where += screen.say(": còn ", ": ") + std::to_string(station.left) +
             screen.say(" trong ", " left of ") + std::to_string(station.papers) +
             screen.say(" phiếu", " papers");
  }
  screen.add(where);
  screen.add(screen.say("PHIẾU SỐ ", "PAPER ") + std::to_string(paper.sheet) +
                 (paper.again ? screen.say(" · NHẬP LẠI, thay cho lần vừa nhập (u: thôi)",
                                           " · AGAIN, in place of the last entry (u: no)")
                              : ""),
             LineStyle::kBold);
  screen.add_long(how_to(screen, pad), LineStyle::kPlain);
  screen.add("");
  const std::string& field = pad.field();
  const std::string name = field.empty() || pad.alarm() != nullptr || pad.one_name()
                               ? ""
                               : name_at(pad, std::stoul(field));
  screen.add("▸ " + field + "_   " + name,
             pad.alarm() != nullptr ? LineStyle::kAlarm : LineStyle::kBold);
  screen.add_long(screen.say("Đã gõ: ", "Typed: ") + typed_words(screen, pad, language),
                  LineStyle::kPlain);
  if (!pad.typed().empty() && pad.typed().back().what == client::Typed::What::kPosition) {
    const auto number = pad.typed().back().candidate.number;
    screen.add(
        screen.say("Vừa gõ: ", "Just now: ") + std::to_string(number) + " " + name_at(pad, number),
        LineStyle::kDim);
  }
  if (!pad.one_name()) add_votes(screen, pad);
}

void add_work(Screen& screen, const KeySession& session, Language language) {
  const StationView& station = session.station();
  if (station.notice) {
    screen.add_long(session.text_of(*station.notice), LineStyle::kAlarm);
    screen.add("");
    screen.add(
        screen.say("Đọc xong, làm xong thì bấm d", "When you have read and done it, press d"),
        LineStyle::kBold);
  } else if (session.pad() != nullptr) {
    add_paper(screen, session, language);
  } else if (station.batch != 0) {
    screen.add(screen.say("Lô ", "Batch ") + std::to_string(station.batch) +
                   screen.say(" đã nhập hết, chờ gửi xong", " is keyed, waiting for the sending"),
               LineStyle::kBold);
  } else if (!station.stopped) {
    screen.add(screen.say("Chờ lô phiếu…", "Waiting for a batch …"), LineStyle::kBold);
  }
}

void add_help(Screen& screen, Language language) {
  screen.rule();
  std::string letters;
  for (std::size_t i = 0; i < rules::Words<rules::Defect>::of.size(); ++i) {
    const auto defect = static_cast<rules::Defect>(i);
    letters += (letters.empty() ? "" : " · ") + std::string(1, client::letter_of(defect)) + " " +
               std::string(client::defect_words(defect, language));
  }
  screen.add_long(letters, LineStyle::kDim);
  screen.add_long(screen.say("- bỏ cái vừa gõ · ? nghi ngờ · u lấy lại phiếu trước · Tab để phiếu "
                             "này sau · Ctrl-C thoát",
                             "- takes off the last · ? doubtful · u last paper back · Tab this one "
                             "later · Ctrl-C leaves"),
                  LineStyle::kDim);
}

std::string_view code_of(LineStyle style) {
  switch (style) {
    case LineStyle::kPlain:
      return "";
    case LineStyle::kBold:
      return "\x1b[1m";
    case LineStyle::kDim:
      return "\x1b[2m";
    case LineStyle::kAlarm:
      return "\x1b[1;7m";
  }
  return "";
}

}  // namespace

std::vector<ScreenLine> key_screen(const KeySession& session, const Heard& last, bool settling,
                                   UnixMs now, ScreenSize size, Language language) {
  Screen screen(size, language), help(size, language);
  add_head(screen, session.station(), settling);
  add_network(screen, session, now);
  screen.rule();
  add_work(screen, session, language);
  if (!last.text.empty()) {
    screen.add("");
    screen.add_long(last.text, last.refused ? LineStyle::kAlarm : LineStyle::kBold);
  }
  add_help(help, language);
  return std::move(screen).with_bottom(help);
}

std::string as_ansi(const std::vector<ScreenLine>& lines) {
  std::string out = "\x1b[H";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += "\r\n";
    out += code_of(lines[i].style);
    out += lines[i].text;
    out += "\x1b[0m\x1b[K";
  }
  return out + "\x1b[J";
}

}  // namespace hp::cli

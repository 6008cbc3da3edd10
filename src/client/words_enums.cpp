// What the words of proto and fold are for people.
#include <utility>

#include "client/words.h"
#include "client/words_parts.h"
#include "minutes/layout.h"

namespace hp::client {
namespace {

struct Pair {
  std::string_view vi, en;
};

std::string in(Language language, const Pair& pair) {
  return std::string(language == Language::kVietnamese ? pair.vi : pair.en);
}

constexpr Pair kUnknown{"không rõ", "unknown"};

}  // namespace

std::string level_word(v1::Level level, Language language) {
  const auto pair = [level]() -> Pair {
    switch (level) {
      case v1::LEVEL_CELL:
        return {"chi bộ", "cell"};
      case v1::LEVEL_GRASS_ROOTS:
        return {"cơ sở", "grass roots"};
      case v1::LEVEL_DISTRICT:
        return {"cấp trên trực tiếp của tổ chức cơ sở", "above the grass roots"};
      case v1::LEVEL_PROVINCE:
        return {"trực thuộc Trung ương", "province"};
      case v1::LEVEL_NATIONAL:
        return {"toàn quốc", "national"};
      default:
        return kUnknown;
    }
  };
  return in(language, pair());
}

std::string meeting_word(v1::Meeting meeting, Language language) {
  const auto pair = [meeting]() -> Pair {
    switch (meeting) {
      case v1::MEETING_DELEGATE_CONGRESS:
        return {"đại hội đại biểu", "congress of delegates"};
      case v1::MEETING_MEMBER_CONGRESS:
        return {"đại hội đảng viên", "congress of members"};
      case v1::MEETING_COMMITTEE_CONFERENCE:
        return {"hội nghị", "conference"};
      default:
        return kUnknown;
    }
  };
  return in(language, pair());
}

std::string sex_word(v1::Sex sex, Language language) {
  return in(language, sex == v1::SEX_MALE     ? Pair{"nam", "male"}
                      : sex == v1::SEX_FEMALE ? Pair{"nữ", "female"}
                                              : kUnknown);
}

std::string standing_word(v1::Standing standing, Language language) {
  const auto pair = [standing]() -> Pair {
    switch (standing) {
      case v1::STANDING_OFFICIAL:
        return {"chính thức", "official"};
      case v1::STANDING_ALTERNATE:
        return {"dự khuyết", "alternate"};
      case v1::STANDING_PROBATIONARY:
        return {"dự bị", "probationary"};
      case v1::STANDING_TEMPORARY_HERE:
        return {"sinh hoạt tạm thời tại đây", "temporarily here"};
      default:
        return kUnknown;
    }
  };
  return in(language, pair());
}

std::string basis_word(v1::Basis basis, Language language) {
  const auto pair = [basis]() -> Pair {
    switch (basis) {
      case v1::BASIS_ELECTED:
        return {"được bầu", "elected"};
      case v1::BASIS_EX_OFFICIO:
        return {"đương nhiên", "ex officio"};
      case v1::BASIS_APPOINTED:
        return {"được chỉ định", "appointed"};
      case v1::BASIS_MEMBER:
        return {"đảng viên, thành viên", "member"};
      default:
        return kUnknown;
    }
  };
  return in(language, pair());
}

std::string way_word(v1::Way way, Language language) {
  const auto pair = [way]() -> Pair {
    switch (way) {
      case v1::WAY_ELECTRONIC:
        return {"phiếu điện tử", "electronic ballots"};
      case v1::WAY_PAPER:
        return {"phiếu giấy", "paper ballots"};
      case v1::WAY_BOTH:
        return {"phiếu điện tử và phiếu giấy", "electronic and paper ballots"};
      default:
        return kUnknown;
    }
  };
  return in(language, pair());
}

std::string places_word(v1::Places places, Language language) {
  return in(language, places == v1::PLACES_OFFICIAL    ? Pair{"chính thức", "official"}
                      : places == v1::PLACES_ALTERNATE ? Pair{"dự khuyết", "alternate"}
                                                       : kUnknown);
}

std::string not_convened_word(v1::NotConvenedReason reason, Language language) {
  const auto pair = [reason]() -> Pair {
    switch (reason) {
      case v1::NOT_CONVENED_REASON_RETIRED:
        return {"đã nghỉ hưu, nghỉ việc", "retired"};
      case v1::NOT_CONVENED_REASON_TRANSFERRED:
        return {"đã chuyển công tác, sinh hoạt", "transferred"};
      case v1::NOT_CONVENED_REASON_SUSPENDED:
        return {"bị đình chỉ sinh hoạt", "suspended"};
      case v1::NOT_CONVENED_REASON_CHARGED:
        return {"bị khởi tố, truy tố hoặc tạm giam", "charged"};
      case v1::NOT_CONVENED_REASON_ELECTED_IN_BREACH:
        return {"được bầu không đúng quy định", "elected in breach of the rules"};
      default:
        return kUnknown;
    }
  };
  return in(language, pair());
}

std::string deduction_word(v1::DeductionKind kind, Language language) {
  const auto pair = [kind]() -> Pair {
    switch (kind) {
      case v1::DEDUCTION_KIND_CONVENING_COMMITTEE_ABSENT:
        return {"cấp ủy viên triệu tập đại hội vắng mặt suốt thời gian",
                "of the convening committee, absent throughout"};
      case v1::DEDUCTION_KIND_ABSENT_UNREPLACED:
        return {"vắng mặt suốt thời gian, không có dự khuyết thay",
                "absent throughout, without an alternate"};
      case v1::DEDUCTION_KIND_ACTIVE_ELSEWHERE:
        return {"sinh hoạt tạm thời ở nơi khác", "active elsewhere"};
      case v1::DEDUCTION_KIND_EXEMPTED_ABSENT:
        return {"được miễn công tác và sinh hoạt, không có mặt", "exempted and absent"};
      case v1::DEDUCTION_KIND_SUSPENDED:
        return {"bị đình chỉ sinh hoạt", "suspended"};
      case v1::DEDUCTION_KIND_CHARGED:
        return {"bị khởi tố, truy tố hoặc tạm giam", "charged"};
      case v1::DEDUCTION_KIND_ABSENT_EXCUSED:
        return {"vắng mặt suốt thời gian có lý do chính đáng", "absent throughout, excused"};
      default:
        return kUnknown;
    }
  };
  return in(language, pair());
}

std::string phase_word(congress::Phase phase, Language language) {
  const auto pair = [phase]() -> Pair {
    using enum congress::Phase;
    switch (phase) {
      case kApproved:
        return {"đã thông qua", "approved"};
      case kOpen:
        return {"đang bỏ phiếu", "open"};
      case kClosed:
        return {"đã đóng", "closed"};
      case kCounted:
        return {"đã kiểm phiếu", "counted"};
      case kDeclared:
        return {"đã lập kết quả", "declared"};
      case kSigned:
        return {"đã ký biên bản", "minutes signed"};
      case kAnnounced:
        return {"đã công bố", "announced"};
      case kWithdrawn:
        return {"đã rút", "withdrawn"};
      case kAnnulled:
        return {"đã hủy", "annulled"};
    }
    return kUnknown;
  };
  return in(language, pair());
}

std::string ceremony_word(congress::CeremonyPhase phase, Language language) {
  const auto pair = [phase]() -> Pair {
    using enum congress::CeremonyPhase;
    switch (phase) {
      case kCommit:
        return {"đang cam kết (bước 1)", "committing (step 1)"};
      case kReveal:
        return {"đang mở cam kết (bước 2)", "revealing (step 2)"};
      case kShare:
        return {"đang chia phần khóa (bước 3)", "sharing (step 3)"};
      case kAccept:
        return {"đang nhận khóa chung (bước 4)", "accepting the key (step 4)"};
      case kRehearse:
        return {"đang tập mở (bước 5)", "rehearsing (step 5)"};
      case kReady:
        return {"đã xong, dùng được", "done, ready for use"};
      case kComplaint:
        return {"có khiếu nại, phải làm lại", "a complaint was made, to be held again"};
    }
    return kUnknown;
  };
  return in(language, pair());
}

std::string next_word(std::string_view next, Language language) {
  struct Row {
    std::string_view json;
    Pair pair;
  };
  static constexpr Row kRows[] = {
      {"complete", {"đã bầu đủ số lượng", "every place is filled"}},
      {"tie_ballot", {"bầu lại giữa những người bằng phiếu", "a ballot among the tied"}},
      {"vote_again", {"bầu tiếp cho số còn thiếu", "a further ballot for the open places"}},
      {"congress_decides", {"đại hội quyết định có bầu tiếp hay không", "the congress decides"}},
      {"paused", {"tạm dừng, báo cáo cấp ủy cấp trên", "paused: the higher committee is asked"}},
      {"blocked", {"chưa đủ điều kiện xác định kết quả", "no result can be established"}},
  };
  if (next.empty()) return in(language, {"không có", "nothing"});
  for (const Row& row : kRows) {
    if (row.json == next) return in(language, row.pair);
  }
  return std::string(next);
}

std::string percent_text(std::string percent, Language language) {
  return language == Language::kVietnamese ? minutes::decimal_comma(std::move(percent)) : percent;
}

}  // namespace hp::client

// Error codes of a keying station.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kOutboxFolder{
    "outbox_folder", Status::kInternal,
    "Không đọc hoặc ghi được thư mục giữ phiếu đã nhập: dừng nhập, kiểm tra đĩa của máy này",
    "The folder that keeps keyed papers can't be read or written: stop, look at this disk"};
inline constexpr ErrorCode kOutboxInUse{
    "outbox_in_use", Status::kFailedPrecondition,
    "Một cửa sổ nhập phiếu khác trên máy này đang dùng khóa này: đóng nó trước",
    "Another keying program on this machine is using this key: close it first"};
inline constexpr ErrorCode kOutboxDamaged{
    "outbox_damaged", Status::kDataLoss,
    "Tệp giữ phiếu đã nhập bị hỏng: cất tệp ấy sang chỗ khác, báo trưởng ban, nhập lại phiếu",
    "A file that keeps a keyed paper is damaged: put it aside, tell the head, key the paper again"};
inline constexpr ErrorCode kOutboxWaits{
    "outbox_waits", Status::kUnavailable,
    "Còn phiếu đã nhập chưa gửi được, vẫn giữ trên máy này: chạy lại khi có mạng",
    "Keyed papers are not sent yet and stay on this machine: start again with the network"};
inline constexpr ErrorCode kNoPaperInHand{"no_paper_in_hand", Status::kFailedPrecondition,
                                          "Chưa có phiếu nào để nhập",
                                          "There is no paper to key now"};
inline constexpr ErrorCode kNoPaperBefore{"no_paper_before", Status::kFailedPrecondition,
                                          "Không có phiếu nào vừa nhập để lấy lại",
                                          "No paper was keyed before that could be taken back"};
inline constexpr ErrorCode kNoTakingBack{"no_taking_back", Status::kFailedPrecondition,
                                         "Phiếu đọc lần thứ ba không lấy lại được: báo trưởng ban",
                                         "A third look can't be taken back: tell the head"};
inline constexpr ErrorCode kSheetNotInHand{"sheet_not_in_hand", Status::kInvalidArgument,
                                           "Phiếu số này không còn phải nhập trong lô",
                                           "The paper of this number is not one to key here"};
inline constexpr ErrorCode kContestNotThere{"contest_not_there", Status::kNotFound,
                                            "Đại hội chưa có cuộc bầu mang tên này",
                                            "The congress has no contest of this name"};

}  // namespace hp::codes

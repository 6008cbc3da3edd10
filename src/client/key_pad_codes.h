// Error codes of a key pressed while a paper is keyed: what its keyer reads at once.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kPadKey{"pad_key", Status::kInvalidArgument, "Phím này không dùng ở đây",
                                   "This key has no use here"};
inline constexpr ErrorCode kPadPosition{
    "pad_position", Status::kInvalidArgument,
    "Không có số thứ tự này trên phiếu bầu: bấm xóa lùi (Backspace), xem lại số trước tên",
    "No candidate has this number: press Backspace, look at the number before the name"};
inline constexpr ErrorCode kPadTwice{
    "pad_position_twice", Status::kInvalidArgument,
    "Số này đã gõ cho phiếu này rồi: bấm xóa lùi (Backspace), xem lại phiếu",
    "This number is typed already on this paper: press Backspace, look at the paper"};
inline constexpr ErrorCode kPadMarkTwice{"pad_mark_twice", Status::kInvalidArgument,
                                         "Điều này đã ghi cho phiếu này rồi",
                                         "This is noted already on this paper"};
inline constexpr ErrorCode kPadNothingTyped{"pad_nothing_typed", Status::kFailedPrecondition,
                                            "Chưa gõ gì để bỏ", "Nothing is typed to take off"};
inline constexpr ErrorCode kPadUnfinished{
    "pad_number_unfinished", Status::kFailedPrecondition,
    "Còn số gõ dở: Enter để nhận, hoặc xóa lùi (Backspace)",
    "A number is being typed: Enter takes it, Backspace deletes"};
inline constexpr ErrorCode kPadUntouched{
    "pad_untouched", Status::kFailedPrecondition,
    "Phiếu này chưa gõ gì: nếu đúng là phiếu như vậy thì Enter lần nữa",
    "Nothing is typed for this paper: if the paper is like that, Enter once more"};
inline constexpr ErrorCode kPadChoose{
    "pad_choose", Status::kFailedPrecondition,
    "Chọn trước rồi Enter: 1 đồng ý, 2 không đồng ý, 3 cả hai ô, 0 không ô nào",
    "Choose, then Enter: 1 agree, 2 disagree, 3 both boxes, 0 no box"};
inline constexpr ErrorCode kPadBegun{
    "pad_paper_begun", Status::kFailedPrecondition,
    "Phiếu đang gõ dở: bỏ hết những gì đã gõ bằng phím - rồi mới làm việc này",
    "This paper is begun: take off with - what is typed before you do this"};

}  // namespace hp::codes

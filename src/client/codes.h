// Error codes of client.
#pragma once

#include "base/error.h"

namespace hp::codes {

// What a program finds wrong with what a server says.
inline constexpr ErrorCode kRecordForked{
    "record_forked", Status::kDataLoss,
    "Hồ sơ không nối tiếp bản đã thấy trước đó: đừng ký gì nữa, hãy báo đoàn chủ tịch",
    "The record does not continue what was seen before: sign nothing more, tell the presidium"};
inline constexpr ErrorCode kFoundingWrong{
    "founding_wrong", Status::kDataLoss, "Máy chủ đưa lệnh thành lập không đúng với mã đại hội",
    "The server's founding command is not the one that the congress id names"};
inline constexpr ErrorCode kAnswerWrong{"answer_wrong", Status::kDataLoss,
                                        "Câu trả lời của máy chủ không đúng dạng",
                                        "The server's answer is not in form"};
inline constexpr ErrorCode kDefinitionWrong{
    "definition_wrong", Status::kDataLoss,
    "Máy chủ đưa nội dung cuộc bầu không đúng với mã đã thông qua",
    "The server's contest definition does not fit the approved hash"};

// What a program refuses to do.
inline constexpr ErrorCode kNotSynced{"not_synced", Status::kFailedPrecondition,
                                      "Chưa tải hồ sơ về để đối chiếu",
                                      "The record was not fetched and checked yet"};
inline constexpr ErrorCode kNotConfirmed{"not_confirmed", Status::kCanceled,
                                         "Người dùng không xác nhận, chưa gửi gì",
                                         "Not confirmed by the user; nothing was sent"};
inline constexpr ErrorCode kProposalWrong{"proposal_wrong", Status::kDataLoss,
                                          "Đề nghị ký không đúng với nội dung của nó",
                                          "The proposal does not fit its own content"};
inline constexpr ErrorCode kRoundNotOpen{"round_not_open", Status::kFailedPrecondition,
                                         "Cuộc bầu này chưa mở hoặc đã đóng",
                                         "The contest is not open"};
inline constexpr ErrorCode kNoRoll{"no_roll", Status::kFailedPrecondition,
                                   "Chưa nhập danh sách đại biểu", "No roll was imported yet"};
inline constexpr ErrorCode kNothingDecided{"nothing_decided", Status::kFailedPrecondition,
                                           "Chưa quyết định bầu tiếp",
                                           "No further ballot was decided"};
inline constexpr ErrorCode kKeyNotOfficials{"key_not_officials", Status::kPermissionDenied,
                                            "Khóa này không phải khóa hiện dùng của người này",
                                            "This key is not the person's key in use"};

inline constexpr ErrorCode kExportNotWhole{
    "export_not_whole", Status::kPermissionDenied,
    "Chưa xuất được: máy chủ mới cho người này xem phần đầu của hồ sơ (số mục được xem/tổng số "
    "mục) và chỉ ký điểm kiểm cho toàn bộ; hãy xuất lại sau khi công bố kết quả, hoặc nhờ đoàn "
    "chủ tịch, giám sát",
    "Not exported: the server lets this person read the record's beginning only yet (entries "
    "readable/all) and signs a checkpoint of the whole alone; export again once the result is "
    "announced, or ask the presidium or an observer"};

inline constexpr ErrorCode kFontsNotFound{
    "fonts_not_found", Status::kNotFound,
    "Không tìm thấy thư mục phông chữ đi kèm chương trình (đặt HOMPHIEU_FONTS)",
    "The fonts that belong to the program are not found (set HOMPHIEU_FONTS)"};

inline constexpr ErrorCode kPrintedOther{
    "printed_other", Status::kDataLoss,
    "Máy chủ in ra một tài liệu khác với tài liệu mà máy này lập từ hồ sơ (hoặc hai chương trình "
    "khác phiên bản): đừng dùng, hãy in từ hồ sơ đã xuất",
    "The server prints something else than this machine makes from the record (or the two programs "
    "are of different versions): don't use it, print from an exported record"};
inline constexpr ErrorCode kPrintedMeanwhile{
    "printed_meanwhile", Status::kAborted,
    "Hồ sơ có thêm mục liên tục trong lúc in nên chưa đối chiếu được: hãy in lại",
    "The record kept growing while this was printed, so it could not be compared: print again"};

inline constexpr ErrorCode kSigningTurnOther{
    "signing_turn_other", Status::kDataLoss,
    "Máy chủ yêu cầu ký một nội dung khác với biên bản mà máy này lập: không ký",
    "The server asks to sign something else than this machine makes: not signed"};

}  // namespace hp::codes

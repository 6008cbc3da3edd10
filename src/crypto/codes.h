// Error codes of the cryptography.
#pragma once

#include "base/error.h"

namespace hp::codes {

// Bytes that stand for something.
inline constexpr ErrorCode kGroupElement{"group_element", Status::kInvalidArgument,
                                         "Điểm hoặc số không thuộc nhóm, hoặc sai độ dài",
                                         "Not a point or scalar of the group, or a wrong length"};
inline constexpr ErrorCode kSignatureWrong{"signature_wrong", Status::kUnauthenticated,
                                           "Chữ ký không đúng", "The signature does not hold"};
inline constexpr ErrorCode kSealBroken{"seal_broken", Status::kInvalidArgument,
                                       "Dữ liệu mã hóa không mở được bằng khóa này",
                                       "The sealed bytes do not open with this key"};
inline constexpr ErrorCode kTextForm{"text_form", Status::kInvalidArgument,
                                     "Mã gõ vào không đúng, xin kiểm tra lại từng ký tự",
                                     "The code as typed is not right: check every character"};
inline constexpr ErrorCode kNotBase64{"not_base64", Status::kInvalidArgument,
                                      "Không phải chuỗi base64 chuẩn", "Not strict base64"};

// Key files.
inline constexpr ErrorCode kKeyFile{"key_file", Status::kInvalidArgument,
                                    "Tệp khóa không đúng dạng", "Not a key file"};
inline constexpr ErrorCode kKeyFileKind{"key_file_kind", Status::kInvalidArgument,
                                        "Tệp khóa thuộc loại khác", "A key file of another kind"};
inline constexpr ErrorCode kPassphraseWrong{"passphrase_wrong", Status::kUnauthenticated,
                                            "Sai cụm mật khẩu, hoặc tệp khóa đã bị sửa",
                                            "Wrong passphrase, or the key file was changed"};

// Ballots.
inline constexpr ErrorCode kBallotShape{"ballot_shape", Status::kInvalidArgument,
                                        "Không có mẫu phiếu điện tử cho danh sách này",
                                        "No electronic ballot has this form"};
inline constexpr ErrorCode kBallotChoice{"ballot_choice", Status::kInvalidArgument,
                                         "Lựa chọn trên phiếu không đúng mẫu phiếu",
                                         "The marks break the form of the ballot"};
inline constexpr ErrorCode kBallotProof{"ballot_proof", Status::kInvalidArgument,
                                        "Bằng chứng của lá phiếu không đúng",
                                        "A proof of the ballot does not hold"};
inline constexpr ErrorCode kOpeningDiffers{
    "opening_differs", Status::kFailedPrecondition,
    "Lá phiếu mã hóa không đúng với lựa chọn mà thiết bị cho biết",
    "The encrypted ballot is not of the choices that the device shows"};

// Ceremony and tally.
inline constexpr ErrorCode kCeremonyNumbers{"ceremony_numbers", Status::kInvalidArgument,
                                            "Số người giữ khóa hoặc ngưỡng không hợp lệ",
                                            "The numbers of the ceremony can't be these"};
inline constexpr ErrorCode kRevealDiffers{"reveal_differs", Status::kFailedPrecondition,
                                          "Giá trị công bố không khớp cam kết",
                                          "The reveal does not give the commitment again"};
inline constexpr ErrorCode kProofWrong{"proof_wrong", Status::kFailedPrecondition,
                                       "Bằng chứng không đúng", "The proof does not hold"};
inline constexpr ErrorCode kShareWrong{"share_wrong", Status::kFailedPrecondition,
                                       "Mảnh khóa không khớp giá trị đã công bố",
                                       "A share does not fit what its sender revealed"};
inline constexpr ErrorCode kTallyFails{"tally_fails", Status::kDataLoss,
                                       "Không tìm được số phiếu khớp tổng đã giải mã",
                                       "No count in 0 … ballots fits the opened sum"};

}  // namespace hp::codes

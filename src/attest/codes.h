// Error codes of signed minutes: what makes a paper not the one it claims to be.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kMinutesNoJson{
    "minutes_no_json", Status::kInvalidArgument, "Tệp PDF không kèm đúng một tệp JSON của biên bản",
    "The PDF does not have exactly the one JSON of minutes attached"};
inline constexpr ErrorCode kMinutesPaperDiffers{
    "minutes_paper_differs", Status::kDataLoss,
    "Trang in không phải là trang mà chương trình này lập ra từ tệp JSON kèm theo",
    "The printed pages are not those that this program makes from the attached JSON"};
inline constexpr ErrorCode kMinutesNotOfRecord{
    "minutes_not_of_record", Status::kDataLoss,
    "Biên bản không phải của sổ ghi này: tệp JSON khác với tệp lập từ sổ ghi",
    "The minutes are not those of this record: the JSON is not the one made from it"};
inline constexpr ErrorCode kMinutesHashOther{"minutes_hash_other", Status::kDataLoss,
                                             "Trong sổ ghi, người ký đã ký một biên bản khác",
                                             "In the record the signatories signed other minutes"};
inline constexpr ErrorCode kMinutesSealFirst{
    "minutes_seal_first", Status::kFailedPrecondition,
    "Con dấu của sổ ghi phải là chữ ký đầu tiên và khóa nội dung (DocMDP, P = 2)",
    "The record's seal must be the first signature, and certify the content (DocMDP, P = 2)"};
inline constexpr ErrorCode kMinutesNoSuchField{"minutes_no_such_field", Status::kNotFound,
                                               "Biên bản không có ô chữ ký này",
                                               "The minutes have no such signature field"};
inline constexpr ErrorCode kMinutesSignedAlready{"minutes_signed_already", Status::kAlreadyExists,
                                                 "Ô chữ ký này đã có chữ ký",
                                                 "This field is signed already"};
inline constexpr ErrorCode kMinutesSignerOther{
    "minutes_signer_other", Status::kPermissionDenied,
    "Chứng thư không phải của người phải ký ở ô này",
    "The certificate is not that of the person who signs in this field"};
inline constexpr ErrorCode kMinutesSignerTwice{
    "minutes_signer_twice", Status::kPermissionDenied,
    "Một chứng thư hoặc một khóa ký ở hai nơi của hai người",
    "One certificate or key signs in the places of two people"};
inline constexpr ErrorCode kMinutesSignatureMissing{
    "minutes_signature_missing", Status::kFailedPrecondition, "Biên bản còn thiếu chữ ký",
    "A signature is still missing"};
inline constexpr ErrorCode kMinutesUploadOther{
    "minutes_upload_other", Status::kFailedPrecondition,
    "Tệp tải lên không bắt đầu bằng đúng bản hiện có, hoặc không thêm đúng một chữ ký",
    "The file uploaded does not begin with the current copy, or does not add one signature"};

}  // namespace hp::codes

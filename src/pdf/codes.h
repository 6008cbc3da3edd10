// Error codes of PDF: what paper can't be made of.
#pragma once

#include "base/error.h"

namespace hp::codes {

inline constexpr ErrorCode kPdfFont{"pdf_font", Status::kFailedPrecondition,
                                    "Tệp phông chữ không phải phông đi kèm chương trình",
                                    "A font file is not the one that belongs to the program"};
inline constexpr ErrorCode kPdfGlyphMissing{"pdf_glyph_missing", Status::kInvalidArgument,
                                            "Phông chữ không in được ký tự này",
                                            "The font cannot print this character"};
inline constexpr ErrorCode kPdfDoesNotFit{"pdf_does_not_fit", Status::kInvalidArgument,
                                          "Nội dung không vừa khổ giấy",
                                          "The content does not fit the paper"};
inline constexpr ErrorCode kPdfNamedTwice{
    "pdf_named_twice", Status::kInvalidArgument,
    "Hai ô chữ ký hoặc hai tệp đính kèm trùng tên, hoặc tên trống",
    "Two signature fields or two attachments have one name, or a name is empty"};

}  // namespace hp::codes

// Error codes of PDF: what paper can't be made of, and what is no signed paper.
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

// Signing.
inline constexpr ErrorCode kPdfNoField{"pdf_no_field", Status::kNotFound, "Không có ô chữ ký này",
                                       "There is no such signature field"};
inline constexpr ErrorCode kPdfFieldSigned{"pdf_field_signed", Status::kAlreadyExists,
                                           "Ô chữ ký này đã được ký",
                                           "This signature field is already signed"};
inline constexpr ErrorCode kPdfNotSigned{"pdf_not_signed", Status::kFailedPrecondition,
                                         "Tệp chưa có chữ ký nào", "The file has no signature yet"};
inline constexpr ErrorCode kPdfSignatureTooLong{
    "pdf_signature_too_long", Status::kInvalidArgument, "Chữ ký dài hơn chỗ dành sẵn trong tệp",
    "The signature is longer than the room reserved in the file"};
inline constexpr ErrorCode kPdfCertify{
    "pdf_certify", Status::kInvalidArgument,
    "Chứng thực văn bản (DocMDP) chỉ được ở chữ ký đầu tiên, mức P = 2",
    "Certifying (DocMDP) is for the first signature alone, with P = 2"};

// A file that can't be read.
inline constexpr ErrorCode kPdfTooLarge{"pdf_too_large", Status::kResourceExhausted,
                                        "Tệp PDF quá lớn hoặc có quá nhiều thành phần",
                                        "The PDF is too large or has too many parts"};
inline constexpr ErrorCode kPdfHeader{"pdf_header", Status::kInvalidArgument,
                                      "Tệp không bắt đầu như một tệp PDF",
                                      "The file does not begin as a PDF does"};
inline constexpr ErrorCode kPdfEnd{
    "pdf_end", Status::kInvalidArgument,
    "Tệp không kết thúc bằng startxref và %%EOF: bị cắt hoặc có thêm dữ liệu ở cuối",
    "The file does not end with startxref and %%EOF: it is cut, or has bytes after its end"};
inline constexpr ErrorCode kPdfSyntax{"pdf_syntax", Status::kInvalidArgument, "Cú pháp PDF sai",
                                      "The PDF's syntax is wrong"};
inline constexpr ErrorCode kPdfNesting{"pdf_nesting", Status::kInvalidArgument,
                                       "Các thành phần của PDF lồng nhau quá sâu",
                                       "The PDF's values are nested too deep"};
inline constexpr ErrorCode kPdfKeyTwice{"pdf_key_twice", Status::kInvalidArgument,
                                        "Một từ điển PDF có hai mục cùng tên",
                                        "A dictionary of the PDF has a key twice"};
inline constexpr ErrorCode kPdfEncrypted{"pdf_encrypted", Status::kInvalidArgument,
                                         "Tệp PDF bị mã hóa", "The PDF is encrypted"};
inline constexpr ErrorCode kPdfXrefStream{
    "pdf_xref_stream", Status::kInvalidArgument,
    "Bảng tham chiếu của PDF ở dạng luồng, không được nhận",
    "The PDF's cross-reference table is a stream, which is not accepted"};
inline constexpr ErrorCode kPdfObjectStream{
    "pdf_object_stream", Status::kInvalidArgument,
    "PDF gói các đối tượng trong luồng, không được nhận",
    "The PDF packs objects into a stream, which is not accepted"};
inline constexpr ErrorCode kPdfXref{"pdf_xref", Status::kInvalidArgument,
                                    "Bảng tham chiếu của PDF sai",
                                    "The PDF's cross-reference table is wrong"};
inline constexpr ErrorCode kPdfTrailer{"pdf_trailer", Status::kInvalidArgument,
                                       "Phần cuối (trailer) của PDF sai hoặc có mục lạ",
                                       "The PDF's trailer is wrong or has an unknown entry"};
inline constexpr ErrorCode kPdfPrev{"pdf_prev", Status::kInvalidArgument,
                                    "Các lần cập nhật của PDF không nối tiếp nhau",
                                    "The PDF's revisions do not follow one another"};
inline constexpr ErrorCode kPdfSize{"pdf_size", Status::kInvalidArgument,
                                    "Số đối tượng ghi trong PDF (Size) sai",
                                    "The PDF states a wrong number of objects (Size)"};
inline constexpr ErrorCode kPdfIdentityChanged{
    "pdf_identity_changed", Status::kInvalidArgument,
    "Lần cập nhật đổi gốc, thông tin hoặc mã của tệp (Root, Info, ID)",
    "A revision changes the file's Root, Info or ID"};
inline constexpr ErrorCode kPdfHidden{
    "pdf_hidden", Status::kInvalidArgument,
    "PDF có đối tượng không ghi trong bảng tham chiếu, hoặc bảng ghi đối tượng không có",
    "The PDF has an object that its table does not list, or lists one that is not there"};
inline constexpr ErrorCode kPdfOffset{"pdf_offset", Status::kInvalidArgument,
                                      "Bảng tham chiếu của PDF chỉ sai chỗ của đối tượng",
                                      "The PDF's table points to a wrong place for an object"};
inline constexpr ErrorCode kPdfGeneration{"pdf_generation", Status::kInvalidArgument,
                                          "Đối tượng PDF có số đời khác 0",
                                          "An object of the PDF has a generation other than 0"};
inline constexpr ErrorCode kPdfObjectTwice{"pdf_object_twice", Status::kInvalidArgument,
                                           "Một lần cập nhật PDF có hai đối tượng cùng số",
                                           "A revision of the PDF has two objects of one number"};
inline constexpr ErrorCode kPdfObjectRemoved{"pdf_object_removed", Status::kInvalidArgument,
                                             "Bảng tham chiếu của PDF xóa đối tượng",
                                             "The PDF's table removes an object"};
inline constexpr ErrorCode kPdfDangling{"pdf_dangling", Status::kInvalidArgument,
                                        "PDF tham chiếu đến đối tượng không có",
                                        "The PDF refers to an object that is not there"};
inline constexpr ErrorCode kPdfStreamLength{"pdf_stream_length", Status::kInvalidArgument,
                                            "Độ dài của luồng dữ liệu trong PDF sai",
                                            "A stream of the PDF has a wrong length"};
inline constexpr ErrorCode kPdfStructure{
    "pdf_structure", Status::kInvalidArgument,
    "Danh mục, trang hoặc biểu mẫu của PDF không như chương trình lập",
    "The PDF's catalog, pages or form are not as the program makes them"};
inline constexpr ErrorCode kPdfAttachment{"pdf_attachment", Status::kInvalidArgument,
                                          "Tệp đính kèm trong PDF không đọc được hoặc quá lớn",
                                          "An attachment of the PDF can't be read or is too large"};

// A revision that does more than to sign one field.
inline constexpr ErrorCode kPdfPageChanged{"pdf_page_changed", Status::kInvalidArgument,
                                           "Trang đã bị thay đổi sau khi lập văn bản",
                                           "A page was changed after the paper was made"};
inline constexpr ErrorCode kPdfCatalogChanged{"pdf_catalog_changed", Status::kInvalidArgument,
                                              "Danh mục của văn bản đã bị thay đổi",
                                              "The paper's catalog was changed"};
inline constexpr ErrorCode kPdfFormChanged{"pdf_form_changed", Status::kInvalidArgument,
                                           "Biểu mẫu chữ ký đã bị thay đổi",
                                           "The form of signature fields was changed"};
inline constexpr ErrorCode kPdfFieldChanged{"pdf_field_changed", Status::kInvalidArgument,
                                            "Ô chữ ký đã bị thay đổi ngoài việc ký",
                                            "A signature field was changed beyond being signed"};
inline constexpr ErrorCode kPdfMetadataChanged{"pdf_metadata_changed", Status::kInvalidArgument,
                                               "Thông tin về văn bản đã bị thay đổi",
                                               "What the paper says about itself was changed"};
inline constexpr ErrorCode kPdfAttachmentChanged{"pdf_attachment_changed", Status::kInvalidArgument,
                                                 "Tệp đính kèm đã bị thay đổi",
                                                 "An attachment was changed"};
inline constexpr ErrorCode kPdfObjectChanged{"pdf_object_changed", Status::kInvalidArgument,
                                             "Nội dung của văn bản đã bị thay đổi",
                                             "Something of the paper was changed"};
inline constexpr ErrorCode kPdfTwoFields{"pdf_two_fields", Status::kInvalidArgument,
                                         "Một lần cập nhật ký hai ô",
                                         "One revision signs two fields"};
inline constexpr ErrorCode kPdfNoSignature{"pdf_no_signature", Status::kInvalidArgument,
                                           "Một lần cập nhật không ký ô nào",
                                           "A revision signs no field"};
inline constexpr ErrorCode kPdfFieldTwice{"pdf_field_twice", Status::kInvalidArgument,
                                          "Một ô chữ ký được ký hai lần",
                                          "A signature field is signed twice"};
inline constexpr ErrorCode kPdfUnusedObject{
    "pdf_unused_object", Status::kInvalidArgument, "Lần ký thêm đối tượng không thuộc về chữ ký",
    "A signing revision adds an object that does not belong to the signature"};
inline constexpr ErrorCode kPdfForbiddenObject{
    "pdf_forbidden_object", Status::kInvalidArgument,
    "Lần ký thêm thứ không được thêm (hành động, chú thích, trang, tệp…)",
    "A signing revision adds what it must not (action, annotation, page, file…)"};
inline constexpr ErrorCode kPdfAppearance{
    "pdf_appearance", Status::kInvalidArgument, "Hình của ô chữ ký không phải do lần ký này vẽ",
    "The field's appearance is not one that this revision drew"};

// A signature that is not what the program takes.
inline constexpr ErrorCode kPdfSubFilter{"pdf_sub_filter", Status::kInvalidArgument,
                                         "Loại chữ ký không phải ETSI.CAdES.detached",
                                         "The signature is not of the kind ETSI.CAdES.detached"};
inline constexpr ErrorCode kPdfAdobeSignature{
    "pdf_adobe_signature", Status::kInvalidArgument,
    "Chữ ký thuộc loại cũ của Adobe (adbe.*); hãy chọn loại PAdES (ETSI.CAdES.detached)",
    "The signature is of Adobe's old kind (adbe.*); choose PAdES (ETSI.CAdES.detached)"};
inline constexpr ErrorCode kPdfSignatureEntry{
    "pdf_signature_entry", Status::kInvalidArgument, "Từ điển chữ ký sai hoặc có mục lạ",
    "The signature's dictionary is wrong or has an unknown entry"};
inline constexpr ErrorCode kPdfByteRange{
    "pdf_byte_range", Status::kInvalidArgument,
    "Chữ ký không bao trùm cả tệp trừ chính nó (ByteRange)",
    "The signature does not cover the whole file but itself (ByteRange)"};
inline constexpr ErrorCode kPdfContents{
    "pdf_contents", Status::kInvalidArgument,
    "Nội dung chữ ký (Contents) không phải một khối DER rồi toàn số 0",
    "The signature's Contents are not one DER value and then zeros"};

}  // namespace hp::codes

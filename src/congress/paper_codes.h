// Error codes of papers in the record. The Vietnamese and the English text each say what the
// person in front of the papers does next, and for a sum which paper figure to look at.
#pragma once

#include "base/error.h"

namespace hp::codes {

// The round and its papers.
inline constexpr ErrorCode kPapersToIssue{
    "papers_to_issue", Status::kFailedPrecondition,
    "Số phiếu giấy sẽ phát không hợp với cách bỏ phiếu, hoặc ít hơn mức giữ bí mật",
    "The papers to issue don't fit the way of voting, or are fewer than keeps them secret"};
inline constexpr ErrorCode kNoPaper{"no_paper", Status::kFailedPrecondition,
                                    "Lần bầu này không có phiếu giấy",
                                    "This round has no paper ballots"};
inline constexpr ErrorCode kPapersFixed{
    "papers_fixed", Status::kFailedPrecondition,
    "Phiếu giấy đã kiểm xong và được chốt: người giữ khóa đã nhận đầu hồ sơ, hoặc đã xác nhận "
    "kết quả",
    "The papers are counted for good: a trustee has accepted the closing head, or the result is "
    "declared"};
inline constexpr ErrorCode kPapersNotCounted{
    "papers_not_counted", Status::kFailedPrecondition,
    "Phiếu giấy chưa kiểm xong: còn lô chưa đóng hoặc số liệu chưa khớp",
    "The papers are not counted yet: a batch is not closed, or a sum does not fit"};
inline constexpr ErrorCode kRehearsal{
    "rehearsal", Status::kFailedPrecondition,
    "Đây là diễn tập: không bầu ai, không công bố, không lập biên bản",
    "This is a rehearsal: it elects nobody, is not declared and has no minutes"};

// The committee's own count.
inline constexpr ErrorCode kPaperNotRecorded{
    "paper_not_recorded", Status::kFailedPrecondition,
    "Ban kiểm phiếu chưa ghi số phiếu in, phát, hỏng, không dùng, thu về: trưởng ban ghi trước, "
    "rồi mới mở lô",
    "The committee's own count of papers is not recorded: the head records it first"};
inline constexpr ErrorCode kPaperRecorded{
    "paper_recorded", Status::kFailedPrecondition,
    "Số phiếu giấy đã ghi rồi; muốn sửa thì trưởng ban và đoàn chủ tịch sửa, có lý do",
    "The count of papers is recorded: head and presidium correct it, with a reason"};

// Batches.
inline constexpr ErrorCode kBatchNumber{
    "batch_number", Status::kFailedPrecondition,
    "Các lô đánh số 1, 2, 3… theo thứ tự mở: xem lại số trên bìa lô",
    "Batches are numbered 1, 2, 3 … as they are opened: look at the number on the cover"};
inline constexpr ErrorCode kBatchSize{"batch_size", Status::kInvalidArgument,
                                      "Một lô có từ 1 đến 50 phiếu: đếm lại, tách lô nếu cần",
                                      "A batch has 1 to 50 papers: count again, split it"};
inline constexpr ErrorCode kBatchUnknown{"batch_unknown", Status::kNotFound,
                                         "Lô này chưa mở: xem lại số trên bìa lô",
                                         "No such batch is open: look at the number on the cover"};
inline constexpr ErrorCode kBatchOpening{
    "batch_opening", Status::kFailedPrecondition,
    "Lô này đã được mở lại để kiểm từ đầu: bỏ phần đã nhập, lấy lại lô rồi nhập lại",
    "The batch was reopened and is counted anew: drop what you keyed and take the batch again"};
inline constexpr ErrorCode kBatchClosed{
    "batch_closed", Status::kFailedPrecondition,
    "Lô này đã đóng; muốn kiểm lại thì trưởng ban và đoàn chủ tịch mở lại, có lý do",
    "The batch is closed; to count it anew head and presidium reopen it, with a reason"};
inline constexpr ErrorCode kBatchMissing{
    "batch_papers_missing", Status::kFailedPrecondition,
    "Lô còn phiếu chưa được nhập đủ các lần: tìm các phiếu có số nêu kèm; nếu lô không có các "
    "phiếu ấy, trưởng ban mở lại lô với số phiếu đúng",
    "Papers of the batch are not keyed in every count: look for those numbers; if the batch does "
    "not have them, the head reopens it with the right number of papers"};
inline constexpr ErrorCode kBatchDiffering{
    "batch_papers_differ", Status::kFailedPrecondition,
    "Các lần nhập khác nhau ở những phiếu có số nêu kèm: cần người thứ ba đọc lại phiếu",
    "The counts differ on the papers with these numbers: a third person reads them"};
inline constexpr ErrorCode kBatchUndecided{
    "batch_papers_undecided", Status::kFailedPrecondition,
    "Những phiếu có số nêu kèm chờ ban kiểm phiếu kết luận",
    "The papers with these numbers wait for the committee's conclusion"};

// Keying.
inline constexpr ErrorCode kCountNumber{"count_number", Status::kInvalidArgument,
                                        "Cuộc bầu này không có lần nhập mang số đó",
                                        "The contest has no count of that number"};
inline constexpr ErrorCode kKeyedOtherCount{
    "keyed_other_count", Status::kPermissionDenied,
    "Anh/chị đã nhập lô này ở lần khác: hai lần phải do hai người khác nhau nhập, trả lô lại",
    "You keyed this batch in another count: the counts are of different people, give it back"};
inline constexpr ErrorCode kSheetsNone{"sheets_order", Status::kInvalidArgument,
                                       "Các phiếu phải có ít nhất một và theo thứ tự số tăng dần",
                                       "Sheets must be at least one, ascending by number"};
inline constexpr ErrorCode kSheetOutside{
    "sheet_outside_batch", Status::kFailedPrecondition,
    "Lô không có phiếu mang số này: xem lại số bút chì và số phiếu trên bìa; nếu lô có nhiều "
    "phiếu hơn đã khai, báo trưởng ban mở lại lô",
    "The batch has no paper of this number: look at the pencil number and at the cover; if there "
    "are more papers than stated, the head reopens the batch"};
inline constexpr ErrorCode kSheetKeyed{
    "sheet_keyed", Status::kAlreadyExists,
    "Anh/chị đã nhập phiếu này: xem lại số bút chì; muốn sửa thì lấy lại lần nhập trước",
    "You keyed this paper already: look at the pencil number; to mend it take the entry back"};
inline constexpr ErrorCode kSheetOfAnother{
    "sheet_of_another", Status::kPermissionDenied,
    "Phiếu này do người khác nhập trong cùng lần: chuyển sang phiếu sau",
    "Another person keyed this paper in the same count: go on with the next one"};
inline constexpr ErrorCode kNothingToTakeBack{
    "nothing_to_take_back", Status::kFailedPrecondition,
    "Anh/chị chưa nhập phiếu này nên không có gì để lấy lại: nhập bình thường",
    "You have not keyed this paper, so there is nothing to take back: key it"};
inline constexpr ErrorCode kSheetCompared{
    "sheet_compared", Status::kFailedPrecondition,
    "Phiếu này đã so với lần nhập khác hoặc đã kết luận, không lấy lại được: nếu nhập nhầm, người "
    "thứ ba sẽ đọc lại",
    "The paper was compared with another count, or concluded, and stays: if it was a slip a third "
    "person reads the paper"};
inline constexpr ErrorCode kSheetForm{
    "sheet_form", Status::kInvalidArgument,
    "Dấu không đúng mẫu phiếu của cuộc bầu này, hoặc không đủ một ô cho mỗi người",
    "The marks are not of this contest's form of ballot, or not one for each candidate"};
inline constexpr ErrorCode kSheetCandidate{
    "sheet_candidate", Status::kInvalidArgument,
    "Số thứ tự này không có trên phiếu bầu: xem lại số trước tên",
    "No candidate has this number: look at the number before the name"};
inline constexpr ErrorCode kSheetOrder{"sheet_order", Status::kInvalidArgument,
                                       "Số thứ tự phải tăng dần và không lặp lại",
                                       "Positions must ascend, none twice"};

// Settling.
inline constexpr ErrorCode kSheetNotDiffering{
    "sheet_not_differing", Status::kFailedPrecondition,
    "Phiếu này không cần người thứ ba đọc: các lần nhập chưa đủ, giống nhau, hoặc đã giải quyết",
    "The paper needs no third person: the counts are not all there, agree, or are settled"};
inline constexpr ErrorCode kThirdPersonKeyed{
    "third_person_keyed", Status::kPermissionDenied,
    "Anh/chị đã nhập phiếu này: người thứ ba phải là người chưa nhập nó ở lần nào",
    "You keyed this paper: the third person is one who keyed it in no count"};
inline constexpr ErrorCode kSheetNotUndecided{
    "sheet_not_undecided", Status::kFailedPrecondition,
    "Phiếu này không chờ ban kiểm phiếu kết luận",
    "The paper does not wait for the committee's conclusion"};
inline constexpr ErrorCode kConclusionContent{
    "conclusion_content", Status::kInvalidArgument,
    "Kết luận hợp lệ hay không phải đúng với nội dung phiếu theo quy chế, và không còn nghi ngờ",
    "Valid or not must follow from the content by the rules, and no doubt can be left"};

// The sample check.
inline constexpr ErrorCode kSampleSeed{
    "sample_seed", Status::kInvalidArgument,
    "Số gieo để rút mẫu có từ 1 đến 64 byte và chưa dùng trong lần bầu này: gieo số mới",
    "The seed of a sample is 1 to 64 bytes and was not used in this round before: throw a new one"};
inline constexpr ErrorCode kSamplePapers{
    "sample_papers", Status::kInvalidArgument,
    "Số phiếu rút mẫu phải từ 1 đến số phiếu trong các lô",
    "A sample has at least one paper and at most as many as the batches"};
inline constexpr ErrorCode kSampleSheet{
    "sample_sheet", Status::kInvalidArgument,
    "Phiếu này không thuộc mẫu đã rút, hoặc các phiếu không theo thứ tự: xem lại danh sách rút mẫu",
    "This paper is not of the sample drawn, or the papers don't ascend: look at the list drawn"};
inline constexpr ErrorCode kSampleDiffers{
    "sample_differs", Status::kFailedPrecondition,
    "Rút mẫu thấy phiếu khác với số đã nhập: mở lại lô có số nêu kèm để kiểm từ đầu",
    "The sample found a paper that is not as it was keyed: its batch is reopened and counted anew"};

// Sums, paper.md section 2.5. `where` is the figure, the detail both numbers.
inline constexpr ErrorCode kPaperBatchOpen{
    "paper_batch_open", Status::kFailedPrecondition,
    "Còn lô chưa đóng: người nhập hoàn thành lô có số nêu kèm, trưởng ban xem phiếu chờ kết luận",
    "A batch is not closed: its keyers finish it, the head looks at its undecided papers"};
inline constexpr ErrorCode kSumPrepared{
    "paper_sum_prepared", Status::kFailedPrecondition,
    "Số phiếu in khác tổng phát ra, hỏng và không dùng: đếm lại phiếu không dùng và phiếu hỏng đổi "
    "lại; trưởng ban sửa số liệu",
    "Prepared is not issued + spoiled + unused: count the unused and the spoiled papers again; the "
    "head corrects the figures"};
inline constexpr ErrorCode kSumCollected{
    "paper_sum_collected", Status::kFailedPrecondition,
    "Số phiếu thu về nhiều hơn số phát ra: đếm lại phiếu trong hòm và xem lại danh sách phát "
    "phiếu; tìm phiếu không do ban phát",
    "More collected than issued: count the papers of the box again and look at the list of issue; "
    "look for papers that were not issued"};
inline constexpr ErrorCode kSumIssued{
    "paper_sum_issued", Status::kFailedPrecondition,
    "Số phiếu phát ra nhiều hơn số được phát khi mở bỏ phiếu: xem lại danh sách phát phiếu",
    "More issued than the opening allowed: look at the list of issue"};
inline constexpr ErrorCode kSumBatches{
    "paper_sum_batches", Status::kFailedPrecondition,
    "Tổng số phiếu trong các lô khác số phiếu thu về: so số trên bìa các lô, tìm phiếu chưa vào "
    "lô; "
    "nếu đếm thu về sai thì trưởng ban sửa số thu về",
    "The papers of the batches are not the collected ones: add up the covers, look for papers in "
    "no "
    "batch; if collected was counted wrong the head corrects it"};
inline constexpr ErrorCode kSumValid{
    "paper_sum_valid", Status::kFailedPrecondition,
    "Tổng phiếu hợp lệ và không hợp lệ khác số phiếu thu về: xem phiếu chờ kết luận",
    "Valid + invalid is not collected: look at the papers that wait for a conclusion"};
inline constexpr ErrorCode kSumVotes{
    "paper_sum_votes", Status::kDataLoss,
    "Có người được nhiều phiếu hơn số phiếu hợp lệ: kiểm lại các lô",
    "A candidate has more votes than there are valid papers: count the batches anew"};
inline constexpr ErrorCode kSumBoxes{
    "paper_sum_boxes", Status::kDataLoss,
    "Tổng đồng ý, không đồng ý và không tính của một người khác số phiếu hợp lệ: kiểm lại các lô",
    "Agree + disagree + not counted of a candidate is not the number of valid papers: count the "
    "batches anew"};
inline constexpr ErrorCode kSumTotal{
    "paper_sum_total", Status::kDataLoss,
    "Tổng số phiếu bầu nhiều hơn số phiếu hợp lệ nhân số lượng bầu: kiểm lại các lô",
    "The votes together are more than valid papers × seats: count the batches anew"};

}  // namespace hp::codes

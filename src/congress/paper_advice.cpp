#include "congress/paper_advice.h"

#include <algorithm>
#include <array>

#include "congress/paper_codes.h"

namespace hp::congress {
namespace {

constexpr Advice kWait{"Không phải việc của người nhập: giữ nguyên lô, chờ trưởng ban.",
                       "Nothing for you to do: leave the batch as it is and wait for the head."};

const std::array kAdvice{
    PaperAdvice{
        &codes::kBatchMissing,
        {"Tìm trong lô những phiếu có số nêu kèm rồi nhập; lô không có thì báo trưởng ban, "
         "không nhập thay bằng phiếu khác.",
         "Look in the batch for the papers of these numbers and key them; if they are not "
         "there tell the head, and key no other paper in their stead."},
        {"Hỏi người giữ lô về những phiếu có số nêu kèm, so với bìa lô; lô không có thì mở "
         "lại lô với số phiếu đúng.",
         "Ask who has the batch for the papers of these numbers, look at the cover; if they "
         "are not there reopen the batch with the right number of papers."}},
    PaperAdvice{
        &codes::kBatchDiffering,
        {"Giao phiếu cho người thứ ba đọc; không hỏi người kia đã nhập gì và không nhập lại.",
         "Hand the paper to a third person; don't ask what the other keyed, don't key it "
         "again."},
        {"Cử một người chưa nhập lô này đọc những phiếu có số nêu kèm, tại máy của mình.",
         "Have somebody who keyed none of this batch read the papers of these numbers."}},
    PaperAdvice{
        &codes::kBatchUndecided,
        {"Đưa phiếu cho trưởng ban, kèm bìa lô.", "Bring the paper to the head with its cover."},
        {"Đưa những phiếu có số nêu kèm ra ban kiểm phiếu, biểu quyết, ghi kết luận.",
         "Put the papers of these numbers before the committee, vote, record the conclusion."}},
    PaperAdvice{&codes::kPaperNotRecorded,
                {kWait.vi, kWait.en},
                {"Đếm phiếu in, phát, hỏng đổi lại, không dùng, thu về; ghi trước khi mở lô đầu.",
                 "Count the papers prepared, issued, spoiled, unused and collected; record them "
                 "before the first batch."}},
    PaperAdvice{&codes::kPaperBatchOpen,
                {"Nhập nốt lô đang giữ, hoặc trả lại nếu không nhập được.",
                 "Finish the batch in your hands, or give it back if you can't."},
                {"Lô có số nêu kèm chưa đóng: xem lô ấy thiếu phiếu, lệch hay chờ kết luận.",
                 "The batch of this number is not closed: see whether papers are missing, differ, "
                 "or wait for a conclusion."}},
    PaperAdvice{&codes::kSumPrepared,
                {kWait.vi, kWait.en},
                {"Đếm lại phiếu không dùng và phiếu hỏng đổi lại, xem số in ở biên nhận; rồi cùng "
                 "đoàn chủ tịch sửa số sai, có lý do.",
                 "Count the unused and the spoiled papers again, look up how many were printed; "
                 "then correct the wrong figure with the presidium, with a reason."}},
    PaperAdvice{
        &codes::kSumCollected,
        {"Xem phiếu của lô đang giữ: phiếu lạ, không dấu thì nhập là phiếu không do ban phát.",
         "Look at the papers of your batch: one that is strange or has no seal is keyed as "
         "not issued."},
        {"Đếm lại phiếu thu về theo bìa các lô và xem lại danh sách ký nhận phiếu; thừa thật "
         "thì tìm phiếu không do ban phát, sai số thì sửa.",
         "Add up the covers again and look at the list of issue; if there are too many, find "
         "the papers that were not issued, else correct the figure."}},
    PaperAdvice{
        &codes::kSumIssued,
        {kWait.vi, kWait.en},
        {"Xem lại danh sách ký nhận phiếu: số phát ra nhiều hơn số được phát khi mở bỏ "
         "phiếu; ghi nhầm thì sửa.",
         "Look at the list of issue: more are issued than the opening allowed; correct it if "
         "it was written down wrong."}},
    PaperAdvice{
        &codes::kSumBatches,
        {"Đếm số phiếu của lô đang giữ, so với số ghi trên bìa; lệch thì báo trưởng ban.",
         "Count the papers of your batch against its cover; tell the head where they differ."},
        {"Cộng số phiếu trên bìa các lô, so với số thu về; tìm phiếu chưa vào lô, hoặc sửa số "
         "thu về nếu đếm sai.",
         "Add up the covers against the number collected; look for papers in no batch, or "
         "correct the number collected."}},
    PaperAdvice{
        &codes::kSumValid,
        {"Đưa phiếu còn nghi ngờ trong lô cho trưởng ban.",
         "Bring the papers that are in doubt to the head."},
        {"Xem lại các phiếu chờ kết luận: hợp lệ cộng không hợp lệ phải bằng số trong các lô.",
         "Look at the papers that wait for a conclusion: valid and invalid together are the "
         "papers of the batches."}},
    PaperAdvice{&codes::kSampleDiffers,
                {kWait.vi, kWait.en},
                {"Mở lại lô có phiếu khác, kiểm từ đầu, rồi rút mẫu lần nữa bằng số gieo mới.",
                 "Reopen the batch of that paper, count it anew, and draw another sample by a new "
                 "seed."}},
    PaperAdvice{
        &codes::kSumVotes,
        {kWait.vi, kWait.en},
        {"Có người được nhiều phiếu hơn số phiếu hợp lệ: giữ nguyên phiếu và máy, báo đoàn "
         "chủ tịch, mở lại các lô để kiểm từ đầu.",
         "A candidate has more votes than there are valid papers: leave papers and machines "
         "as they are, tell the presidium, reopen the batches and count anew."}},
    PaperAdvice{&codes::kSumBoxes,
                {kWait.vi, kWait.en},
                {"Tổng các ô của một người khác số phiếu hợp lệ: giữ nguyên phiếu và máy, báo đoàn "
                 "chủ tịch, mở lại các lô để kiểm từ đầu.",
                 "The boxes of a candidate don't add up to the valid papers: leave papers and "
                 "machines as they are, tell the presidium, reopen the batches and count anew."}},
    PaperAdvice{
        &codes::kSumTotal,
        {kWait.vi, kWait.en},
        {"Tổng số phiếu bầu vượt số phiếu hợp lệ nhân số lượng bầu: giữ nguyên phiếu và máy, "
         "báo đoàn chủ tịch, mở lại các lô để kiểm từ đầu.",
         "The votes together are more than valid papers times seats: leave papers and "
         "machines as they are, tell the presidium, reopen the batches and count anew."}},
};

}  // namespace

const PaperAdvice* paper_advice(const ErrorCode& code) {
  const auto* found = std::ranges::find(kAdvice, &code, &PaperAdvice::code);
  return found == kAdvice.end() ? nullptr : found;
}

}  // namespace hp::congress

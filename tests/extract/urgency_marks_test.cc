// HỎA TỐC, KHẨN, MẬT: on stamps apart from the page, as lines, and beside other text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using testing::Extract;
using testing::PageBuilder;
using testing::Rules;
using testing::StateLetterhead;

PageBuilder PlainLetter() {
  return StateLetterhead(1, {"SỞ Y TẾ"}, "Số: 15/SYT-NVY", "Đà Nẵng, ngày 05 tháng 9 năm 2022");
}

Document Stamped(const std::string& text) {
  PageBuilder page = PlainLetter();
  page.At(250, 420, {text}, BlockColumn::kLeft);
  FileLayout file{"scan.pdf", {page.Layout()}, {}};
  file.pages[0].blocks.back().stamp = true;
  return Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
}

TEST(UrgencyMarks, OnAStampALetterMayBeWrong) {
  EXPECT_EQ(Stamped("HÓA TÔC").urgency, "Hỏa tốc");
  EXPECT_EQ(Stamped("HỎA TÓE").urgency, "Hỏa tốc");
  EXPECT_EQ(Stamped("THƯỢNG KHÂN").urgency, "Thượng khẩn");
  EXPECT_EQ(Stamped("KHAN").urgency, "Khẩn");
  EXPECT_EQ(Stamped("MẶT").secrecy, "Mật");
  EXPECT_FALSE(Stamped("MAI").secrecy) << "of three letters all are right";
  EXPECT_FALSE(Stamped("ĐẾN").urgency);
}

// Two runs of words that wide white parts came out as one line.
Document Beside(const std::string& left, const std::string& right, int gap, float first) {
  PageBuilder page = PlainLetter();
  page.At(250, 520, {left + " " + right});
  FileLayout file{"scan.pdf", {page.Layout()}, {}};
  std::vector<Word>& words = file.pages[0].blocks.back().lines[0].words;
  words.front().confidence = first;
  const std::ptrdiff_t blanks = std::count(left.begin(), left.end(), ' ');
  for (size_t i = static_cast<size_t>(blanks) + 1; i < words.size(); ++i) {
    words[i].box.left += gap;
    words[i].box.right += gap;
  }
  return Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
}

TEST(UrgencyMarks, BesideOtherTextWhiteTellsThemApart) {
  EXPECT_EQ(Beside("HỎA TỐC", "lập trong thành phố;", 120, 0.9f).urgency, "Hỏa tốc");
  EXPECT_EQ(Beside("rn KHẨN", "Kính gửi các trường", 120, 0.3f).urgency, "Khẩn") << "the side of a frame";
  EXPECT_FALSE(Beside("HỎA TỐC", "lập trong thành phố;", 0, 0.9f).urgency);
  EXPECT_FALSE(Beside("các văn bản KHẨN", "của thành phố", 120, 0.9f).urgency);
}

}  // namespace
}  // namespace trichluc

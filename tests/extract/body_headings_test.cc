// Headings of the text that a table stands under.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::MakeTable;
using testing::PageBuilder;
using testing::Plan;

// Sections of the tasks of a table that begins at `top` of the plan's last page.
std::vector<std::vector<std::string>> Sections(const std::vector<PageBuilder>& pages, int top,
                                               const std::vector<std::vector<std::string>>& rows) {
  FileLayout file{"plan.pdf", {}, {}};
  for (const PageBuilder& page : pages) {
    file.pages.push_back(page.Layout());
    PageReading& reading = file.readings.emplace_back();
    reading.page = file.pages.back().page;
    reading.width = file.pages.back().width;
    reading.height = file.pages.back().height;
  }
  Table table = MakeTable(rows);
  table.page_from = table.page_to = file.pages.back().page;
  for (auto* part : {&table.header, &table.rows}) {
    for (TableRow& row : *part) {
      for (TableCell& cell : row.cells) {
        for (Line& line : cell.lines) {
          line.page = table.page_from;
          line.box = {300, top, 500, top + 30};
        }
      }
    }
  }
  std::vector<std::vector<std::string>> sections;
  const std::vector<Document> documents = Extractor(testing::Rules()).Extract(file, [&](int, int) { return std::vector<Table>{table}; });
  for (const Task& task : documents.at(0).tasks) sections.push_back(task.section);
  return sections;
}

const std::vector<std::vector<std::string>> kRows = {{"TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"},
                                                     {"I", "CÔNG TÁC CHỈ ĐẠO", "", ""},
                                                     {"1", "Xây dựng kế hoạch kiểm tra", "Sở Y tế", "Quý II"}};

TEST(BodyHeadings, ThoseOpenAboveTheTableAreOuterSections) {
  PageBuilder page = Plan();
  page.At(250, 760, {"I. MỤC ĐÍCH, YÊU CẦU"});
  page.At(250, 820, {"II. NHIỆM VỤ"});
  page.At(250, 880, {"1. Nhiệm vụ trọng tâm"});
  page.At(250, 2000, {"III. KINH PHÍ"});
  EXPECT_THAT(Sections({page}, 1000, kRows), ElementsAre(ElementsAre("NHIỆM VỤ", "Nhiệm vụ trọng tâm", "CÔNG TÁC CHỈ ĐẠO")));
}

// The sides of a stamp's frame read as numerals.
TEST(BodyHeadings, WordsOfUrgencyAreNone) {
  PageBuilder page = Plan();
  page.At(250, 760, {"I KHẨN I"});
  EXPECT_THAT(Sections({page}, 1000, kRows), ElementsAre(ElementsAre("CÔNG TÁC CHỈ ĐẠO")));
}

// A stroke of the pen before the title is read as a number.
TEST(BodyHeadings, TitlesOfWhoSignsAreNone) {
  PageBuilder page = Plan();
  page.At(250, 820, {"7. CHỦ TỊCH"});
  EXPECT_THAT(Sections({page}, 1000, kRows), ElementsAre(ElementsAre("CÔNG TÁC CHỈ ĐẠO")));
}

// A full line ends at the margin; this one leaves room for less than a word.
TEST(BodyHeadings, AlmostFullLineIsOne) {
  const std::string first = "Thực hiện nhiệm vụ được giao tại Thông báo số 99/TB-VPCP ngày 05/4/2022 của Văn phòng Chính phủ,";
  const std::string heading = "2. Rà soát, cập nhật chuẩn đầu ra và chương trình đào tạo các ngành đào tạo";
  const int margin = testing::MakeLine(1, 300, 620, first).box.right;
  for (const auto& [room, levels] : {std::pair(50, 2u), std::pair(16, 1u)}) {
    PageBuilder page = Plan();
    page.At(margin - room - testing::MakeLine(1, 0, 820, heading).box.right, 820, {heading});
    EXPECT_EQ(Sections({page}, 1000, kRows).at(0).size(), levels) << room;
  }
}

TEST(BodyHeadings, ArticlesAndSentencesThatIntroduceAreNone) {
  PageBuilder page = Plan();
  page.At(250, 820, {"Điều 2. Phân công nhiệm vụ"});
  page.At(250, 880, {"1. Các đơn vị thực hiện như sau:"});
  EXPECT_THAT(Sections({page}, 1000, kRows), ElementsAre(ElementsAre("CÔNG TÁC CHỈ ĐẠO")));
}

TEST(BodyHeadings, NothingOfTheBodyEnclosesAnAnnex) {
  PageBuilder page = Plan(), annex(2);
  page.At(250, 820, {"II. NHIỆM VỤ"});
  annex.Centred(200, {"PHỤ LỤC", "Danh mục nhiệm vụ của các sở, ban, ngành năm 2022"});
  EXPECT_THAT(Sections({page, annex}, 1000, kRows), ElementsAre(ElementsAre("CÔNG TÁC CHỈ ĐẠO")));
  annex.At(250, 400, {"A. VIỆC TRONG NĂM"});
  EXPECT_THAT(Sections({page, annex}, 1000, kRows), ElementsAre(ElementsAre("VIỆC TRONG NĂM", "CÔNG TÁC CHỈ ĐẠO")));
}

// Small offices part their papers by lines in capitals alone: two or more of them, where no Roman numeral parts the text.
TEST(BodyHeadings, LinesInCapitalsWithoutNumbers) {
  PageBuilder page = Plan();
  page.At(250, 700, {"Căn cứ tình hình thực tế, nhà trường xây dựng kế hoạch công tác như sau:"});
  page.At(250, 760, {"ĐÁNH GIÁ CÔNG TÁC THÁNG 9"});
  page.At(250, 820, {"- Tổ chức tốt Lễ khai giảng, ổn định nề nếp các lớp học."});
  PageBuilder two = page;
  two.At(250, 880, {"KẾ HOẠCH CỤ THỂ"});
  EXPECT_THAT(Sections({two}, 1000, kRows), ElementsAre(ElementsAre("KẾ HOẠCH CỤ THỂ", "CÔNG TÁC CHỈ ĐẠO")));
  EXPECT_THAT(Sections({page}, 1000, kRows), ElementsAre(ElementsAre("CÔNG TÁC CHỈ ĐẠO")));
  PageBuilder roman = two;
  roman.At(250, 940, {"II. NHIỆM VỤ"});
  EXPECT_THAT(Sections({roman}, 1000, kRows), ElementsAre(ElementsAre("NHIỆM VỤ", "CÔNG TÁC CHỈ ĐẠO")));
  PageBuilder annex(2);
  annex.At(250, 200, {"BẢNG KẾ HOẠCH CHI TIẾT NĂM 2018"});
  annex.At(250, 260, {"(Đính kèm Kế hoạch số 209/KH-BVĐT ngày 26/02/2018)"});
  EXPECT_THAT(Sections({two, annex}, 1000, kRows), ElementsAre(ElementsAre("CÔNG TÁC CHỈ ĐẠO")));
}

}  // namespace
}  // namespace trichluc

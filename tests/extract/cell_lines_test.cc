// Which line breaks of a cell part agencies.
#include "extract/cell_lines.h"

#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using testing::MakeLine;
using testing::Rules;

// What a cell of these lines says, below a cell that shows how wide the column is.
std::string Lines(const std::vector<std::string>& lines) {
  static const AgencyRegistry agencies(Rules());
  Table table;
  table.page_from = table.page_to = 1;
  table.columns = 1;
  TableCell wide, cell;
  wide.lines.push_back(MakeLine(1, 100, 100, "Văn phòng Đăng ký đất đai"));
  int top = 200;
  for (const std::string& line : lines) cell.lines.push_back(MakeLine(1, 100, top += 40, line));
  table.rows = {{1, 1, {wide}}, {1, 1, {cell}}};
  return CellLines(table, agencies).Of(&table.rows[1].cells[0], 0);
}

TEST(CellLines, PartsAgenciesWhereTheNextWordWouldHaveFitted) {
  EXPECT_EQ(Lines({"Tổ Toán - Tin", "Tổ Ngữ văn", "Ban Giám hiệu"}), "Tổ Toán - Tin;\nTổ Ngữ văn;\nBan Giám hiệu");
}

TEST(CellLines, PartsRegisteredNamesWhateverTheirWidth) {
  EXPECT_EQ(Lines({"Sở Nông nghiệp và Môi trường", "Sở Nội vụ"}), "Sở Nông nghiệp và Môi trường;\nSở Nội vụ");
}

TEST(CellLines, PartsWhatHardlyGoesOnWithAName) {
  EXPECT_EQ(Lines({"Phòng Giáo dục Trung học cơ sở", "Phòng Nghiệp vụ Y", "các đơn vị liên quan"}),
            "Phòng Giáo dục Trung học cơ sở;\nPhòng Nghiệp vụ Y;\ncác đơn vị liên quan");
}

TEST(CellLines, PartsUnitsFromOfficesOfTheirOwnPlace) {
  EXPECT_EQ(Lines({"Hội Nông dân tỉnh", "các huyện, thành phố"}), "Hội Nông dân tỉnh;\ncác huyện, thành phố");
  EXPECT_EQ(Lines({"Sở Nội vụ", "các huyện, thành phố"}), "Sở Nội vụ;\ncác huyện, thành phố");
}

TEST(CellLines, LeavesPartyBodiesWithTheirHouseAndWordsOfPlace) {
  EXPECT_EQ(Lines({"Ban cán sự đảng", "Tòa án nhân dân", "tỉnh"}), "Ban cán sự đảng\nTòa án nhân dân\ntỉnh");
  EXPECT_EQ(Lines({"VP. Tỉnh ủy, VPUBND", "Tỉnh; các sở,", "ban, ngành Tỉnh"}), "VP. Tỉnh ủy, VPUBND\nTỉnh; các sở,\nban, ngành Tỉnh");
  EXPECT_EQ(Lines({"Các bệnh viện", "các trung tâm y tế"}), "Các bệnh viện;\ncác trung tâm y tế");
}

TEST(CellLines, PartsBehindNamesWithCommas) {
  EXPECT_EQ(Lines({"Các sở, ban, ngành", "Trung tâm Xúc tiến đầu tư"}), "Các sở, ban, ngành;\nTrung tâm Xúc tiến đầu tư");
  EXPECT_EQ(Lines({"Sở Văn hóa, Thể", "thao và Du lịch", "Sở Nội vụ"}), "Sở Văn hóa, Thể\nthao và Du lịch;\nSở Nội vụ");
}

TEST(CellLines, PartsBehindCommasWhereTheNextWordWouldHaveFitted) {
  EXPECT_EQ(Lines({"Các khoa,", "Bộ môn,", "Chủ nhiệm học phần"}), "Các khoa;\nBộ môn;\nChủ nhiệm học phần");
  EXPECT_EQ(Lines({"Sở Văn hóa,", "Thể thao", "và Du lịch"}), "Sở Văn hóa,\nThể thao\nvà Du lịch");
}

TEST(CellLines, LeavesPersonsWithTheirPosts) {
  EXPECT_EQ(Lines({"Đ/c Lê Văn Hoa - Phó Chủ tịch", "UBND xã", "Đ/c Trần Văn Ba"}), "Đ/c Lê Văn Hoa - Phó Chủ tịch\nUBND xã;\nĐ/c Trần Văn Ba");
  EXPECT_EQ(Lines({"Ông Lâm Văn Tấn - PCT", "UBND xã,", "bà Huỳnh Thị"}), "Ông Lâm Văn Tấn - PCT\nUBND xã,\nbà Huỳnh Thị");
  EXPECT_EQ(Lines({"ĐD. Xuân,", "Tổ Quản lý", "BS. Nam,", "khoa Nội"}), "ĐD. Xuân,\nTổ Quản lý;\nBS. Nam,\nkhoa Nội");
}

TEST(CellLines, LeavesWrappedNamesWhole) {
  EXPECT_EQ(Lines({"Đảng ủy Khối", "các cơ quan và", "doanh nghiệp tỉnh"}), "Đảng ủy Khối\ncác cơ quan và\ndoanh nghiệp tỉnh");
  for (const std::vector<std::string>& lines : std::vector<std::vector<std::string>>{
           {"Các sở, cơ quan; Ủy ban nhân dân", "cấp huyện"},
           {"Phòng Văn", "hóa - Xã hội"},
           {"Chủ tịch", "Ủy ban nhân dân tỉnh"},
           {"Bộ Chỉ huy", "Bộ đội Biên phòng tỉnh"},
           {"Sở Tài chính và", "Sở Nội vụ"},
           {"Ủy ban nhân dân", "các xã, phường"},
           {"Hội LHPN", "các huyện, thành phố"},
           {"Trung tâm Y tế", "các huyện, thị xã"},
           {"Ủy ban Mặt trận", "Tổ quốc Việt Nam xã"},
           {"Ban Chỉ huy", "Phòng thủ dân sự xã"},
           {"Sở Tài chính;", "Sở Nội vụ"}}) {
    EXPECT_EQ(Lines(lines), lines[0] + "\n" + lines[1]);
  }
}

TEST(CellLines, LeavesPostsWithTheirHouses) {
  EXPECT_EQ(Lines({"Đ/c Dương Quốc Việt, Bí thư", "Đoàn trường"}), "Đ/c Dương Quốc Việt, Bí thư\nĐoàn trường");
  EXPECT_EQ(Lines({"Ủy ban Kiểm tra", "Đoàn trường"}), "Ủy ban Kiểm tra\nĐoàn trường");
  EXPECT_EQ(Lines({"Trung tâm Y tế", "các huyện, thành", "phố; Trạm Y tế xã"}), "Trung tâm Y tế\ncác huyện, thành\nphố; Trạm Y tế xã");
}

}  // namespace
}  // namespace trichluc

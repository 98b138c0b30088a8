// Letterhead and signature block: two columns, the left one first.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>

#include "layout/show_blocks.h"
#include "support/printed_page.h"

namespace trichluc {
namespace {

const char kBody[] =
    "Thực hiện Chương trình số 09-CTr/TU ngày 15/4/2021 của Tỉnh ủy về Chương trình hành động của Ban Chấp "
    "hành Đảng "
    "bộ tỉnh thực hiện Nghị quyết Đại hội XIII của Đảng, Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai "
    "thực hiện "
    "với những nội dung chủ yếu như sau:";

void PutMotto(PrintedPage& page) {
  page.Centre(148, 22, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12);
  page.Centre(148, 28, "Độc lập - Tự do - Hạnh phúc", 13);
}

void PutLetterhead(PrintedPage& page) {
  PutMotto(page);
  page.Centre(63, 22, "ỦY BAN NHÂN DÂN", 13);
  page.Centre(63, 28, "TỈNH KIÊN GIANG", 13);
  page.Centre(63, 37, "Số: 101/KH-UBND", 13);
  page.Centre(148, 37, "Kiên Giang, ngày 07 tháng 5 năm 2021", 13);
}

const char kLetterhead[] =
    "L ỦY BAN NHÂN DÂN\n TỈNH KIÊN GIANG\n Số: 101/KH-UBND\n"
    "R CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n Độc lập - Tự do - Hạnh phúc\n Kiên Giang, ngày 07 tháng 5 năm "
    "2021\n";

// The lines of a stamp, and those of the rest of the page, each ended by a stroke.
std::pair<std::string, std::string> StampAndRest(const PageReading& reading) {
  std::string stamp, rest;
  for (const Block& block : ArrangePage(reading).blocks) {
    for (const Line& line : block.lines) (block.stamp ? stamp : rest) += line.Text() + "|";
  }
  return {stamp, rest};
}

class LetterheadAtDpi : public testing::TestWithParam<int> {};

TEST_P(LetterheadAtDpi, LeftColumnFirst) {
  PrintedPage page(GetParam());
  PutLetterhead(page);
  page.Centre(111, 50, "KẾ HOẠCH", 14);
  page.Centre(111, 57, "Thực hiện Chương trình hành động của Ban Chấp hành", 14);
  page.Paragraph(30, 192, 70, 12, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;");
  EXPECT_EQ(ShowBlocks(page.reading()),
            std::string(kLetterhead) +
                "F KẾ HOẠCH\n Thực hiện Chương trình hành động của Ban Chấp hành\n"
                "F Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n");
}
INSTANTIATE_TEST_SUITE_P(Dpi, LetterheadAtDpi, testing::Values(100, 150, 200, 300, 400));

TEST(Letterhead, LinesNeedNotStandLevel) {
  PrintedPage page;
  PutMotto(page);
  page.Centre(63, 20, "UBND HUYỆN GÒ QUAO", 13);
  page.Centre(63, 25, "PHÒNG VĂN HÓA", 13);
  page.Centre(63, 30.5, "VÀ THÔNG TIN", 13);
  page.Centre(63, 39, "Số: 41 /PVH-TT", 13);
  page.Centre(148, 36, "Gò Quao, ngày 24 tháng 3 năm 2023", 13);
  page.Paragraph(30, 192, 60, 12, kBody);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_EQ(blocks.substr(0, blocks.find("\nF")),
            "L UBND HUYỆN GÒ QUAO\n PHÒNG VĂN HÓA\n VÀ THÔNG TIN\n Số: 41 /PVH-TT\n"
            "R CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n Độc lập - Tự do - Hạnh phúc\n Gò Quao, ngày 24 tháng 3 "
            "năm 2023");
}

TEST(Letterhead, NarrowGutter) {
  PrintedPage page;
  page.Text(22, 22, "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG", 13);
  const double left = 22 + page.Width("SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG", 13) / 200 * 25.4 + 5;
  page.Text(left, 22, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", 11);
  page.Text(left + 6, 28, "Độc lập - Tự do - Hạnh phúc", 12);
  page.Text(40, 28, "THÔN TỈNH AN GIANG", 13);
  page.Paragraph(30, 192, 60, 12, kBody);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_EQ(blocks.substr(0, blocks.find("\nF")),
            "L SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG\n THÔN TỈNH AN GIANG\n"
            "R CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\n Độc lập - Tự do - Hạnh phúc");
}

// The clerk's room in the form: nothing was read of the pen's figures.
TEST(Letterhead, FormsFilledInByHandStayOneLine) {
  PrintedPage page;
  PutMotto(page);
  page.Centre(63, 22, "ỦY BAN NHÂN DÂN", 13);
  page.Centre(63, 28, "TỈNH KIÊN GIANG", 13);
  page.Text(45, 37, "Số:", 13);
  page.Text(70, 37, "/KH-UBND", 13);
  page.Text(112, 37, "Kiên Giang, ngày", 13);
  page.Text(160, 37, "tháng", 13);
  page.Text(184, 37, "năm 2021", 13);
  page.Paragraph(30, 192, 60, 12, kBody);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_EQ(
      blocks.substr(0, blocks.find("\nF")),
      "L ỦY BAN NHÂN DÂN\n TỈNH KIÊN GIANG\n Số: /KH-UBND\n"
      "R CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n Độc lập - Tự do - Hạnh phúc\n Kiên Giang, ngày tháng năm 2021");
}

TEST(Letterhead, FragmentsOfTheNumberAreOneLine) {
  PrintedPage page;
  PutLetterhead(page);
  for (Word& word : page.reading().words) {
    if (word.text == "Số:") word.box.bottom += 3;  // a little lower than its neighbours
  }
  page.Text(52, 46, "Số:", 13);
  page.Text(60, 45.6, "112", 15);
  page.Text(69.5, 46.2, "/KH-UBND", 13);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_NE(blocks.find(" Số: 112 /KH-UBND\n"), std::string::npos) << blocks;
}

// Beside the clerk's pen the engine is sure of nothing; the slash before the symbol is no speck.
TEST(Letterhead, TheSlashBesideThePenStays) {
  PrintedPage page;
  PutLetterhead(page);
  for (Word& word : page.reading().words) {
    if (word.text == "Số:" || word.text == "101/KH-UBND") word.confidence = 0.2f;
  }
  const auto put = [&](double x, const char* text, float confidence) {
    page.Text(x, 46, text, 13);
    page.reading().words.back().confidence = confidence;
  };
  put(45, "Số:40", 0.2f);
  put(60, "12", 0.3f);
  put(68, "/", 0.41f);
  put(71, "SYT-", 0.4f);
  put(83, "NVY", 0.4f);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_NE(blocks.find(" Số:40 12 / SYT- NVY\n"), std::string::npos) << blocks;
}

TEST(Letterhead, SubjectMayReachOverTheGutter) {
  PrintedPage page;
  PutLetterhead(page);
  page.Centre(66, 45, "V/v Báo cáo đánh giá tình hình triển khai Thông", 12);
  page.Centre(66, 51, "tư số 02/2009/TT-BYT ngày 26/5/2009 của Bộ", 12);
  page.Centre(66, 57, "Y tế", 12);
  page.Text(70, 68, "Kính gửi:", 13);
  page.Text(95, 68, "- Sở Y tế;", 13);
  page.Text(95, 75, "- Trung tâm y tế dự phòng.", 13);
  page.Paragraph(30, 192, 88, 12, kBody);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_EQ(blocks.substr(0, blocks.find("\nF Thực")),
            "L ỦY BAN NHÂN DÂN\n TỈNH KIÊN GIANG\n Số: 101/KH-UBND\n V/v Báo cáo đánh giá tình hình triển "
            "khai Thông\n"
            " tư số 02/2009/TT-BYT ngày 26/5/2009 của Bộ\n Y tế\n"
            "R CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n Độc lập - Tự do - Hạnh phúc\n Kiên Giang, ngày 07 tháng "
            "5 năm 2021\n"
            "F Kính gửi: - Sở Y tế;\nF - Trung tâm y tế dự phòng.");
}

// The box of the incoming mail stands beside the number; its lines are never part of ours.
TEST(Letterhead, IncomingStampIsNotGlued) {
  PrintedPage page;
  PutMotto(page);
  page.Centre(50, 22, "ỦY BAN NHÂN DÂN", 13);
  page.Centre(50, 28, "TỈNH KIÊN GIANG", 13);
  page.Text(32, 37, "Số: 101/KH-UBND", 13);
  page.Centre(150, 37, "Kiên Giang, ngày 07 tháng 5 năm 2021", 12);
  page.Text(84, 37, "ĐẾN", 9);
  page.Text(82, 41, "Số: 1171", 9);
  page.Text(82, 45, "Ngày: 27/3", 9);
  page.Paragraph(30, 192, 70, 12, kBody);
  for (const Block& block : ArrangePage(page.reading()).blocks) {
    for (const Line& line : block.lines) {
      const std::string text = line.Text();
      EXPECT_FALSE(text.find("101/KH-UBND") != std::string::npos && text.find("ĐẾN") != std::string::npos)
          << text;
      EXPECT_FALSE(text.find("ĐẾN") != std::string::npos && text.find("Kiên Giang") != std::string::npos)
          << text;
    }
  }
}

// A red stamp left of the recipients: its lines are a block of their own, theirs go on.
TEST(Letterhead, AStampThatSaysSoIsApart) {
  PrintedPage page;
  page.Text(32, 60, "ĐẾN", 11);
  page.Text(32, 66, "Số: 1171", 11);
  page.Text(32, 72, "Ngày: 27/3", 11);
  page.Text(70, 60, "Kính gửi: - Phòng Nội vụ;", 13);
  page.Text(92, 66, "- Phòng Tài chính;", 13);
  page.Text(92, 72, "- Phòng Kinh tế.", 13);
  page.Paragraph(30, 192, 90, 12, kBody);
  PageReading reading = page.reading();
  const auto at = [&](double mm) { return static_cast<int>(mm / 25.4 * reading.dpi); };
  reading.regions.push_back({"stamp", {at(28), at(52), at(64), at(80)}, "red"});
  const auto [stamp, rest] = StampAndRest(reading);
  EXPECT_EQ(stamp, "ĐẾN|Số: 1171|Ngày: 27/3|");
  EXPECT_EQ(rest.substr(0, rest.find("|Thực")), "Kính gửi: - Phòng Nội vụ;|- Phòng Tài chính;|- Phòng Kinh tế.");
}

// The frame lies over the line below: its words are the page's, the stamp's end inside.
TEST(Letterhead, PrintThatAFrameCrossesStaysOnThePage) {
  PrintedPage page;
  page.Text(32, 60, "ĐẾN", 11);
  page.Text(32, 66, "Số: 158", 11);
  page.Text(32, 73, "Bãi bỏ một số văn bản quy phạm pháp luật", 13);
  PageReading reading = page.reading();
  const auto at = [&](double mm) { return static_cast<int>(mm / 25.4 * reading.dpi); };
  const Box line = std::find_if(reading.words.begin(), reading.words.end(), [](const Word& word) { return word.text == "bỏ"; })->box;
  reading.regions.push_back({"incoming", {at(28), at(52), at(74), line.CentreY() + 2}, "red"});
  const auto [stamp, rest] = StampAndRest(reading);
  EXPECT_EQ(stamp, "ĐẾN|Số: 158|");
  EXPECT_EQ(rest, "Bãi bỏ một số văn bản quy phạm pháp luật|");
}

// A stamp over the beginning of a line, whose words lie wholly inside.
TEST(Letterhead, ALineThatAStampWasSetUponIsThePages) {
  PrintedPage page;
  page.Text(32, 60, "ĐẾN", 11);
  page.Text(42, 60, "Số: 215", 9);
  page.Text(56, 68, "ỦY BAN NHÂN DÂN", 13);
  PageReading reading = page.reading();
  const auto at = [&](double mm) { return static_cast<int>(mm / 25.4 * reading.dpi); };
  const Box third = std::find_if(reading.words.begin(), reading.words.end(), [](const Word& word) { return word.text == "NHÂN"; })->box;
  reading.regions.push_back({"incoming", {at(28), at(52), third.left - 1, at(75)}, "red"});
  const auto [stamp, rest] = StampAndRest(reading);
  EXPECT_EQ(stamp, "ĐẾN Số: 215|");
  EXPECT_EQ(rest, "ỦY BAN NHÂN DÂN|");
}

// A title that reaches to a year under a seal says ĐẾN as well.
TEST(Letterhead, ATitleUnderASealIsNoStamp) {
  PrintedPage page;
  page.Centre(105, 60, "KẾ HOẠCH PHÁT TRIỂN ĐẾN NĂM 2030", 13);
  page.Paragraph(30, 192, 75, 12, kBody);
  PageReading reading = page.reading();
  reading.regions.push_back({"stamp", {0, 0, reading.width, reading.height / 3}, "red"});
  for (const Block& block : ArrangePage(reading).blocks) EXPECT_FALSE(block.stamp);
}

// HỎA TỐC, read apart from the page, beside the addressees: its words are no part of their lines.
TEST(Letterhead, AStampOfUrgencyIsApart) {
  PrintedPage page;
  page.Text(32, 66, "HỎA TỐC", 15);
  page.Text(70, 60, "Kính gửi: - Phòng Nội vụ;", 13);
  page.Text(92, 66, "- Phòng Tài chính;", 13);
  page.Paragraph(30, 192, 90, 12, kBody);
  PageReading reading = page.reading();
  const auto at = [&](double mm) { return static_cast<int>(mm / 25.4 * reading.dpi); };
  reading.regions.push_back({"label", {at(30), at(60), at(66), at(68)}, "black"});
  const auto [stamp, rest] = StampAndRest(reading);
  EXPECT_EQ(stamp, "HỎA TỐC|");
  EXPECT_EQ(rest.substr(0, rest.find("|Thực")), "Kính gửi: - Phòng Nội vụ;|- Phòng Tài chính;");
}

// The gap before a symbol is filled in by hand; one before a stroke of the pen parts recipients and title.
TEST(Signature, AStrokeBeforeTheTitleIsNoSlashOfANumber) {
  const auto lines = [](const char* left, const char* right) {
    PrintedPage page;
    page.Paragraph(30, 192, 40, 12, kBody);
    page.Text(30, 90, left, 12);
    page.Text(125, 90, right, 13);
    page.Text(30, 95, "- Như trên;", 11);
    std::string text;
    for (const Block& block : ArrangePage(page.reading()).blocks) {
      for (const Line& line : block.lines) text += line.Text() + "|";
    }
    return text;
  };
  EXPECT_NE(lines("Nơi nhận:", "/PHÓ HIỆU TRƯỞNG").find("|Nơi nhận:|"), std::string::npos);
  EXPECT_NE(lines("Nơi nhận:", "/ GIÁM ĐỐC").find("|Nơi nhận:|"), std::string::npos);
  EXPECT_NE(lines("Số: 15", "/QĐ-UBND").find("|Số: 15 /QĐ-UBND|"), std::string::npos);
  EXPECT_NE(lines("Số: AB", "/KCB").find("|Số: AB /KCB|"), std::string::npos) << "what a clerk wrote";
}

TEST(Signature, RecipientsFirstThenTitleAndName) {
  PrintedPage page;
  double y = page.Paragraph(30, 192, 40, 12, kBody);
  y = page.Paragraph(30, 192, y + 2, 12,
                     "Trên đây là Kế hoạch thực hiện Chương trình hành động của Ban Chấp hành Đảng bộ "
                     "tỉnh, yêu cầu Thủ trưởng các cơ quan nghiêm túc triển khai thực hiện./.");
  page.Text(30, y + 8, "Nơi nhận:", 12);
  page.Text(30, y + 13, "- Thường trực Tỉnh ủy;", 11);
  page.Text(30, y + 18, "- Các Sở, ban, ngành cấp tỉnh (Đảng, Chính", 11);
  page.Text(30, y + 23, "quyền, Đoàn thể);", 11);
  page.Text(30, y + 28, "- Lưu: VT, pxquyet.", 11);
  page.Centre(150, y + 8, "TM. ỦY BAN NHÂN DÂN", 13);
  page.Centre(150, y + 14, "CHỦ TỊCH", 13);
  page.Centre(150, y + 45, "Lâm Minh Thành", 13);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_EQ(blocks.substr(blocks.find("\nL") + 1),
            "L Nơi nhận:\n - Thường trực Tỉnh ủy;\n - Các Sở, ban, ngành cấp tỉnh (Đảng, Chính\n quyền, Đoàn "
            "thể);\n"
            " - Lưu: VT, pxquyet.\nR TM. ỦY BAN NHÂN DÂN\n CHỦ TỊCH\nR Lâm Minh Thành\n");
  EXPECT_NE(blocks.find(" thực hiện./.\nL"), std::string::npos)
      << "the paragraph's last line is body: " << blocks;
}

TEST(Signature, WithoutRecipients) {
  PrintedPage page;
  const double y = page.Paragraph(30, 192, 40, 12, kBody);
  page.Centre(150, y + 8, "KT. GIÁM ĐỐC", 13);
  page.Centre(150, y + 14, "PHÓ GIÁM ĐỐC", 13);
  page.Centre(150, y + 45, "Trần Văn Bình", 13);
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_NE(blocks.find("R KT. GIÁM ĐỐC\n PHÓ GIÁM ĐỐC\n"), std::string::npos) << blocks;
  EXPECT_NE(blocks.find("R Trần Văn Bình\n"), std::string::npos) << blocks;
}

TEST(Signature, StrokesOfThePenDoNotEndTheColumns) {
  PrintedPage page;
  const double y = page.Paragraph(30, 192, 40, 12, kBody);
  page.Text(30, y + 8, "Nơi nhận:", 12);
  page.Text(30, y + 13, "- Như trên;", 11);
  page.Text(30, y + 18, "- Lưu: VT.", 11);
  page.Centre(150, y + 8, "GIÁM ĐỐC", 13);
  page.Centre(150, y + 45, "Trần Văn Bình", 13);
  page.Centre(120, y + 22, "Ừ)", 20);
  page.Centre(112, y + 30, "ý", 9);
  page.reading().words.back().confidence = 0.7f;
  const std::string blocks = ShowBlocks(page.reading());
  EXPECT_NE(blocks.find("L Nơi nhận:\n - Như trên;\n - Lưu: VT.\n"), std::string::npos) << blocks;
  EXPECT_NE(blocks.find("R GIÁM ĐỐC\n"), std::string::npos) << blocks;
  EXPECT_NE(blocks.find(" Trần Văn Bình\n"), std::string::npos) << blocks;
}

// Whatever order words come in, and whatever a scan does to their boxes.
TEST(Letterhead, ShuffledAndShakenWords) {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    std::mt19937 random(seed);
    const int dpi = std::vector<int>{100, 150, 200, 300, 400}[seed % 5];
    PrintedPage page(dpi);
    PutLetterhead(page);
    page.Centre(111, 50, "KẾ HOẠCH", 14);
    page.Paragraph(30, 192, 70, 12, kBody);
    const std::string expected = ShowBlocks(page.reading());
    ASSERT_EQ(expected.substr(0, sizeof kLetterhead - 1), kLetterhead);
    const double slant = std::uniform_real_distribution<double>(-0.004, 0.004)(random);
    std::uniform_int_distribution<int> shake(-dpi / 150, dpi / 150);
    for (Word& word : page.reading().words) {
      const int down = static_cast<int>(slant * word.box.left);
      word.box = {word.box.left + shake(random), word.box.top + down + shake(random),
                  word.box.right + shake(random), word.box.bottom + down + shake(random)};
    }
    std::shuffle(page.reading().words.begin(), page.reading().words.end(), random);
    EXPECT_EQ(ShowBlocks(page.reading()), expected) << "seed " << seed;
  }
}

}  // namespace
}  // namespace trichluc

#include "layout/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "layout/glyphs.h"
#include "support/printed_page.h"

namespace trichluc {
namespace {

using testing::ElementsAre;

std::string Texts(const Block& block) {
  std::string text;
  for (const Line& line : block.lines) text += (text.empty() ? "" : " / ") + line.Text();
  return text;
}

// "L: …" left, "R: …" right, "…" full, "[0]" a grid; lines parted by " / ".
std::vector<std::string> Blocks(const PageReading& reading) {
  std::vector<std::string> blocks;
  for (const Block& block : ArrangePage(reading).blocks) {
    if (block.grid >= 0) {
      blocks.push_back("[" + std::to_string(block.grid) + "]");
      continue;
    }
    const char* column = block.column == BlockColumn::kLeft    ? "L: "
                         : block.column == BlockColumn::kRight ? "R: "
                                                               : "";
    blocks.push_back(column + Texts(block));
  }
  return blocks;
}

const char kBody[] =
    "Thực hiện Chương trình số 09-CTr/TU ngày 15/4/2021 của Tỉnh ủy về Chương trình hành động của Ban Chấp "
    "hành Đảng "
    "bộ tỉnh thực hiện Nghị quyết Đại hội XIII của Đảng, Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai "
    "thực hiện với "
    "những nội dung chủ yếu như sau:";

void PutLetterhead(PrintedPage& page) {
  page.Centre(63, 22, "ỦY BAN NHÂN DÂN", 13);
  page.Centre(63, 28, "TỈNH KIÊN GIANG", 13);
  page.Centre(145, 22, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12);
  page.Centre(145, 28, "Độc lập - Tự do - Hạnh phúc", 13);
  page.Centre(63, 37, "Số: 101/KH-UBND", 13);
  page.Centre(145, 37, "Kiên Giang, ngày 07 tháng 5 năm 2021", 13);
}

class AtDpi : public testing::TestWithParam<int> {};

TEST_P(AtDpi, LetterheadLeftColumnFirst) {
  PrintedPage page(GetParam());
  PutLetterhead(page);
  page.Centre(111, 50, "KẾ HOẠCH", 14);
  page.Centre(111, 57, "Thực hiện Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh", 14);
  page.Paragraph(30, 192, 70, 12, kBody);
  EXPECT_THAT(Blocks(page.reading()),
              ElementsAre("L: ỦY BAN NHÂN DÂN / TỈNH KIÊN GIANG / Số: 101/KH-UBND",
                          "R: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / "
                          "Kiên Giang, ngày 07 tháng 5 năm 2021",
                          "KẾ HOẠCH / Thực hiện Chương trình hành động của Ban Chấp hành Đảng bộ tỉnh",
                          testing::StartsWith("Thực hiện Chương trình số 09-CTr/TU")));
}
INSTANTIATE_TEST_SUITE_P(Dpi, AtDpi, testing::Values(100, 150, 200, 300, 400));

}  // namespace
}  // namespace trichluc

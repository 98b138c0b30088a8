// Scans that the corpus maker lays sideways, upside down, askew and inside a black border come out upright:
// maker → PDF → rendering → image work.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "base/files.h"
#include "corpus/make.h"
#include "corpus_support.h"
#include "image/analyse.h"
#include "image/turn.h"
#include "render/pdf.h"

namespace trichluc {
namespace {

using corpus::Described;

constexpr const char* kText =
    "Các sở, ban, ngành, Ủy ban nhân dân các huyện, thành phố căn cứ chức năng, nhiệm vụ được giao xây dựng "
    "kế hoạch chi tiết để triển khai thực hiện, bảo đảm đúng tiến độ, chất lượng; định kỳ báo cáo kết quả "
    "về Sở Nội vụ để tổng hợp, tham mưu Ủy ban nhân dân tỉnh xem xét, chỉ đạo kịp thời theo quy định của "
    "pháp luật hiện hành.";

std::string Blocks() {
  const std::string text = kText;
  return R"({"kind": "letterhead", "left": [{"text": "SỞ Y TẾ", "bold": true}], "number": "Số: 5/SYT", "date": "Hà Nội"},
      {"kind": "para", "text": ")" +
         text + R"("}, {"kind": "para", "text": ")" + text + R"("},
      {"kind": "table", "columns": [{"title": "TT", "width": 10}, {"title": "Nội dung", "width": 60},
        {"title": "Đơn vị", "width": 30}], "rows": [{"cells": ["1", "Xây dựng kế hoạch", "Sở Tài chính"]},
        {"cells": ["2", "Tổng hợp báo cáo kết quả thực hiện", "Sở Nội vụ"]}]})";
}

std::map<std::string, double> Measured(const PageImage& page) {
  std::map<std::string, double> values;
  for (const Measurement& measurement : page.measurements) values[measurement.name] = measurement.value;
  return values;
}

Image Scan(const std::string& quality) {
  const corpus::Description description = Described(Blocks());
  const std::string path = ::testing::TempDir() + "/upright_" + quality + ".pdf";
  WriteFileAtomically(
      path, corpus::MakeScan(description, corpus::Typeset(description), corpus::FindQuality(quality)));
  return Pdf(path).Render(1);
}

class Laid : public ::testing::TestWithParam<const char*> {};

TEST_P(Laid, ComesOutUpright) {
  const corpus::Quality& quality = corpus::FindQuality(GetParam());
  const PageImage page = Analyse(Scan(quality.name));
  std::map<std::string, double> values = Measured(page);
  EXPECT_EQ(values["turned_degrees"], quality.turn);
  EXPECT_LE(std::abs(values["skew_degrees"]), quality.skew + 0.3);
  EXPECT_GE(std::abs(values["skew_degrees"]), quality.least_skew - 0.3);
  EXPECT_EQ(values["border_share"] > 0, quality.border > 0);
  EXPECT_GT(page.upright.height, page.upright.width);
  ASSERT_EQ(page.grids.size(), 1u);
  EXPECT_EQ(page.grids[0].rows, 3);
  EXPECT_EQ(page.grids[0].columns, 3);
  // Looked at again, nothing is left to turn.
  std::map<std::string, double> again = Measured(Analyse(page.upright));
  EXPECT_EQ(again["turned_degrees"], 0);
  EXPECT_LT(std::abs(again["skew_degrees"]), 0.25);
}

INSTANTIATE_TEST_SUITE_P(Qualities, Laid,
                         ::testing::Values("usual200", "turn90", "turn180", "turn270", "skew5", "skew10",
                                           "border", "clean300", "poor150"));

TEST(TurnBack, FourQuarterTurnsAreNone) {
  const Image scan = Scan("usual200");
  Image turned = scan;
  for (int i = 0; i < 4; ++i) turned = TurnBack(turned, 90);
  EXPECT_EQ(turned.pixels, scan.pixels);
  EXPECT_EQ(TurnBack(TurnBack(scan, 90), 270).pixels, scan.pixels);
  EXPECT_EQ(TurnBack(scan, 90).width, scan.height);
}

}  // namespace
}  // namespace trichluc

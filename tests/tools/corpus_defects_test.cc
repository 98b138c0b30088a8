// What is wrong with paper and glass, knob by knob, and the lines that stamps lie over.
#include "corpus/defects.h"

#include <algorithm>

#include "corpus/make.h"
#include "corpus/stamping.h"
#include "corpus_support.h"

namespace trichluc::corpus {
namespace {

Raster White(int width, int height) {
  return {width, height, 1, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height, 255)};
}

int Darkest(const Raster& raster, int left, int right) {
  int darkest = 255;
  for (int y = 0; y < raster.height; ++y) {
    const auto row = raster.pixels.begin() + static_cast<std::ptrdiff_t>(y) * raster.width;
    darkest = std::min<int>(darkest, *std::min_element(row + left, row + right));
  }
  return darkest;
}

TEST(CorpusDefectsTest, TheBackIsSeenMirroredAndPale) {
  const Quality& quality = FindQuality("through");
  Raster front = White(400, 60), back = White(400, 60);
  for (int y = 20; y < 40; ++y) {  // a thick stroke at the left of the back
    for (int x = 40; x < 60; ++x) back.pixels[static_cast<std::size_t>(y) * 400 + x] = 0;
  }
  ShowThrough(quality, back, &front);
  EXPECT_EQ(Darkest(front, 0, 300), 255);
  const int seen = Darkest(front, 340, 360);
  EXPECT_LT(seen, 255 - 150 * quality.through);
  EXPECT_GE(seen, 255 * (1 - quality.through) - 1);  // never as dark as its own ink
}

TEST(CorpusDefectsTest, ABackOfAnotherSizeIsNotSeen) {
  Raster front = White(20, 30);
  Raster back = White(30, 20);
  back.pixels.assign(back.pixels.size(), 0);
  ShowThrough(FindQuality("through"), back, &front);
  EXPECT_EQ(Darkest(front, 0, 20), 255);
}

TEST(CorpusDefectsTest, LightFailsInTheFoldAndInTheCorner) {
  const Quality& quality = FindQuality("shadow");
  const Raster page{1654, 2339, 1, {}};
  const double middle = LightAt(quality, page, 827, 1170);
  EXPECT_GT(middle, 0.95);
  EXPECT_LT(LightAt(quality, page, 0, 1170), 0.3);
  EXPECT_LT(LightAt(quality, page, 236, 1170), 0.85);  // where text begins, 30 mm from the edge
  EXPECT_LT(LightAt(quality, page, 1653, 2338), 0.45);
  EXPECT_GT(LightAt(quality, page, 1653, 0), 0.95);
}

TEST(CorpusDefectsTest, ADarkExposureGreysThePaper) {
  Raster raster{3, 1, 1, {255, 238, 128}};
  Expose(FindQuality("dark"), &raster);
  EXPECT_EQ(raster.pixels[0], 255);
  EXPECT_NEAR(raster.pixels[1], 193, 2);
  EXPECT_LT(raster.pixels[2], 20);
}

TEST(CorpusDefectsTest, FaintInkIsPale) {
  const Description description = Described(R"({"kind": "para", "text": "Một dòng chữ."})");
  const Paper paper = Typeset(description);
  const auto darkest = [&](const char* name) {
    const Quality& quality = FindQuality(name);
    Random random(1, 1, name);
    Raster raster = Render(*paper.sheets[0], quality, &random);
    Spoil(quality, &random, &raster);
    std::nth_element(raster.pixels.begin(), raster.pixels.begin() + 300, raster.pixels.end());
    return static_cast<int>(raster.pixels[300]);
  };
  EXPECT_LT(darkest("usual200"), 110);
  EXPECT_GT(darkest("faint"), 120);
  EXPECT_LT(darkest("faint"), 210);
}

TEST(CorpusStampingTest, NamesTheLinesUnderItsInk) {
  const Description description = Described(
      R"({"kind": "para", "text": "Ủy ban nhân dân tỉnh ban hành kế hoạch thực hiện nghị quyết của Hội đồng nhân dân tỉnh về phát triển nông thôn, với các nội dung sau đây."},
      {"kind": "table", "columns": [{"title": "TT", "width": 1}, {"title": "Nội dung", "width": 3}], "rows": [{"cells": ["1", "Rà soát"]}]})");
  const Paper paper = Typeset(description);
  const StampedSheet stamped = Stamp(*paper.sheets[0], 2, "SỞ Y TẾ", "", Random(1, 1, "stamps"));
  EXPECT_TRUE(stamped.sheet->coloured());
  ASSERT_FALSE(stamped.under.empty());
  const std::vector<std::string> lines = paper.sheets[0]->Lines();
  for (const std::string& line : stamped.under) {
    EXPECT_NE(std::find(lines.begin(), lines.end(), line), lines.end()) << line;
  }
  const auto wide = [](const std::string& line) { return line.size() > 80; };
  EXPECT_TRUE(std::any_of(stamped.under.begin(), stamped.under.end(), wide));
  EXPECT_FALSE(std::all_of(stamped.under.begin(), stamped.under.end(), wide));
}

TEST(CorpusStampingTest, LinesFarFromItsInkAreNotNamed) {
  std::string blocks = R"({"kind": "para", "text": "Dòng đầu"})";
  for (int i = 0; i < 30; ++i) blocks += fmt::format(R"(, {{"kind": "para", "text": "Dòng {}"}})", i);
  const Description description = Described(blocks);
  const Paper paper = Typeset(description);
  const StampedSheet stamped = Stamp(*paper.sheets[0], 1, "SỞ Y TẾ", "", Random(1, 1, "stamps"));
  EXPECT_FALSE(stamped.under.empty());
  EXPECT_LT(stamped.under.size(), 16U);  // a seal is 35 mm high, a signature 25
}

TEST(CorpusStampingTest, APageWithoutTextStaysAsItIs) {
  const Sheet blank(595, 842);
  const StampedSheet stamped = Stamp(blank, 2, "SỞ Y TẾ", "", Random(1, 1, "stamps"));
  EXPECT_FALSE(stamped.sheet->coloured());
  EXPECT_TRUE(stamped.under.empty());
}

}  // namespace
}  // namespace trichluc::corpus

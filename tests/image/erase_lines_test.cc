#include "image/erase_lines.h"

#include <gtest/gtest.h>

namespace trichluc {
namespace {

constexpr int kDpi = 200, kWidth = 300, kLine = 30;

Image Paper() { return {kWidth, 60, 1, kDpi, std::vector<uint8_t>(kWidth * 60, 255)}; }

// An underline as a scanner sees it: grey, with a lighter row on either side.
void Print(Image& page, uint8_t core) {
  for (int x = 20; x < kWidth - 20; ++x) {
    page.Row(kLine)[x] = core;
    page.Row(kLine - 1)[x] = page.Row(kLine + 1)[x] = static_cast<uint8_t>((core + 255) / 2);
  }
}

// Ink darkens what it is printed over.
void Ink(Image& page, int left, int top, int right, int bottom) {
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) page.Row(y)[x] = static_cast<uint8_t>(page.Row(y)[x] * 70 / 255);
  }
}

RuledLine LineOf() {
  RuledLine line{20, kWidth - 20, 2, {}};
  for (int t = line.begin; t < line.end; t += RuledLine::kStep) line.across.push_back(kLine);
  return line;
}

int Darkest(const Image& page, int left, int right, int top, int bottom) {
  int darkest = 255;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) darkest = std::min<int>(darkest, page.Row(y)[x]);
  }
  return darkest;
}

TEST(EraseLines, AGreyLineGoesAndNothingIsLeft) {
  Image page = Paper();
  Print(page, 110);
  EraseHorizontal(page, LineOf());
  EXPECT_GE(Darkest(page, 0, kWidth, 0, 60), 250);
}

// The dot of ạ touches the underline; the foot of a g ends just below it.
TEST(EraseLines, DotsAndFeetOnAnUnderlineStay) {
  Image page = Paper();
  Print(page, 110);
  Ink(page, 100, kLine - 3, 103, kLine + 1);
  Ink(page, 150, kLine - 12, 153, kLine + 4);
  EraseHorizontal(page, LineOf());
  EXPECT_LT(Darkest(page, 100, 103, kLine - 3, kLine + 1), 120);
  EXPECT_LT(Darkest(page, 100, 103, kLine, kLine + 1), 140) << "what the line covered comes back";
  EXPECT_LT(Darkest(page, 150, 153, kLine + 2, kLine + 4), 120);
  EXPECT_GE(Darkest(page, 110, 140, 0, 60), 250);
}

// A black line hides what it crosses: there it is left where a stroke goes through.
TEST(EraseLines, ABlackLineIsLeftWhereAStrokeCrosses) {
  Image page = Paper();
  Print(page, 10);
  Ink(page, 150, kLine - 12, 154, kLine + 12);
  EraseHorizontal(page, LineOf());
  EXPECT_LT(Darkest(page, 151, 153, kLine, kLine + 1), 60);
  EXPECT_GE(Darkest(page, 30, 140, 0, 60), 230);
}

TEST(EraseLines, DownAsAcross) {
  Image across = Paper();
  Print(across, 110);
  Ink(across, 100, kLine - 3, 103, kLine + 1);
  Image down{across.height, across.width, 1, kDpi, std::vector<uint8_t>(across.pixels.size())};
  for (int y = 0; y < across.height; ++y) {
    for (int x = 0; x < across.width; ++x) down.Row(x)[y] = across.Row(y)[x];
  }
  EraseHorizontal(across, LineOf());
  EraseVertical(down, LineOf());
  for (int y = 0; y < across.height; ++y) {
    for (int x = 0; x < across.width; ++x) ASSERT_EQ(down.Row(x)[y], across.Row(y)[x]) << x << ' ' << y;
  }
}

}  // namespace
}  // namespace trichluc

// Where clerks write, found by the printed neighbours.
#include "pipeline/hand_spots.h"
#include "pipeline/number_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

// A page of 200 dpi whose type is 13 pt: an em is 36 pixels, capitals are 24 high.
PageReading SpotPage(const std::vector<Word>& words) {
  PageReading reading;
  reading.page = 1;
  reading.width = 1654;
  reading.height = 2339;
  reading.dpi = 200;
  reading.words = {{"CỘNG", {770, 200, 870, 232}, 0.95f, -1, -1},
                   {"HÒA", {880, 200, 955, 232}, 0.95f, -1, -1},
                   {"NHÂN", {300, 238, 400, 270}, 0.95f, -1, -1}};
  reading.words.insert(reading.words.end(), words.begin(), words.end());
  return reading;
}

Word At(const char* text, int left, int right, int top = 300, int bottom = 332, float confidence = 0.9f) {
  return {text, {left, top, right, bottom}, confidence, -1, -1};
}

TEST(HandSpots, StandBetweenThePrintedNeighbours) {
  const auto spots = FindHandSpots(
      SpotPage({At("Số:", 300, 347), At("2)2", 360, 430, 295, 340, 0.3f), At("/KH-SYT", 450, 600),
            At("Kiên", 800, 870), At("Giang,", 880, 970), At("ngày", 990, 1058), At("c1", 1070, 1110),
            At("tháng", 1125, 1207), At("3", 1220, 1238), At("năm", 1255, 1317), At("2018", 1330, 1402)}));
  ASSERT_THAT(spots, SizeIs(3));
  EXPECT_EQ(spots[0].kind, "number");
  EXPECT_EQ(spots[0].left, 347);
  EXPECT_NEAR(spots[0].right, 457, 8);
  EXPECT_EQ(spots[1].kind, "day");
  EXPECT_EQ(spots[1].left, 1058);
  EXPECT_EQ(spots[1].right, 1125);
  EXPECT_EQ(spots[2].kind, "month");
  EXPECT_EQ(spots[2].left, 1207);
  EXPECT_EQ(spots[2].right, 1255);
}

TEST(HandSpots, FiguresThatRanIntoTheirNeighboursAreCutAtTheNeighboursWidth) {
  // "Số:1943/SYT-NVY" as one word; "ngày" has swallowed the day, "tháng" the month and "năm"
  const auto spots = FindHandSpots(SpotPage({At("Số:1443/SYT-NVY", 300, 600), At("ngày", 990, 1112),
                                         At("thángj0hăm", 1125, 1300), At("2017", 1312, 1384)}));
  ASSERT_THAT(spots, SizeIs(3));
  EXPECT_NEAR(spots[0].left, 343, 8);
  EXPECT_NEAR(spots[0].right, 448, 22);
  EXPECT_NEAR(spots[1].left, 1058, 8);
  EXPECT_EQ(spots[1].right, 1125);
  EXPECT_NEAR(spots[2].left, 1207, 8);
  EXPECT_NEAR(spots[2].right, 1240, 16);
}

// A 1 that touches the word before it was read as a bracket or a stroke of it.
TEST(HandSpots, ABracketBehindANeighboursLettersIsAFigure) {
  const auto spots = FindHandSpots(SpotPage({At("ngày.", 990, 1068), At("tháng)", 1125, 1225), At("năm", 1255, 1317), At("2021", 1330, 1402)}));
  ASSERT_THAT(spots, SizeIs(2));
  EXPECT_NEAR(spots[0].left, 1062, 8);
  EXPECT_EQ(spots[0].right, 1125);
  EXPECT_NEAR(spots[1].left, 1212, 8);
  EXPECT_EQ(spots[1].right, 1255);
  const auto stopped = FindHandSpots(SpotPage({At("ngày.", 990, 1068), At("tháng", 1125, 1207), At("năm", 1255, 1317)}));
  EXPECT_EQ(stopped.at(0).left, 1068);
}

// "Số:4917/SYT" whose figures came out as "(/J": the symbol begins at the last slash.
TEST(HandSpots, ASymbolRightBehindAFigureIsPrint) {
  const auto spots = FindHandSpots(SpotPage({At("Số:", 300, 353), At("Í874QĐ-UBND", 365, 610)}));
  ASSERT_EQ(spots.size(), 1u);
  EXPECT_GT(spots[0].slash, 400);
  EXPECT_LT(spots[0].slash, 500);
}

TEST(HandSpots, ALoneCapitalBetweenSlashesIsTheClerks) {
  const auto spots = FindHandSpots(SpotPage({At("Số:(/J/SYT", 300, 520)}));
  ASSERT_THAT(spots, SizeIs(1));
  const auto clean = FindHandSpots(SpotPage({At("Số:4917/SYT", 300, 520)}));
  EXPECT_EQ(spots[0].right, clean.at(0).right);
}

TEST(HandSpots, SmallLettersAreNoSymbol) {
  EXPECT_EQ(SymbolIn("số/Tđj.......0QĐ-BXD"), std::string("số/Tđj.......0").size());
  EXPECT_EQ(SymbolIn("07/TTr-UBND"), 2u);
  EXPECT_EQ(SymbolIn("978/CĐ-TTg"), 3u);
}

// Number and date are often not level: the base line is that of the words beside the spot.
TEST(HandSpots, TheBaseLineIsThatOfTheirOwnColumn) {
  std::vector<Word> line = {At("Số:", 300, 347), At("/KH-SYT", 450, 600)};
  const int alone = FindHandSpots(SpotPage(line)).at(0).base;
  for (const Word& word : {At("Kiên", 800, 870, 290, 322), At("Giang,", 880, 970, 290, 329), At("ngày", 990, 1058, 290, 329),
                           At("tháng", 1125, 1207, 290, 329), At("năm", 1255, 1317, 290, 322)})
    line.push_back(word);
  const auto spots = FindHandSpots(SpotPage(line));
  ASSERT_THAT(spots, SizeIs(3));
  EXPECT_EQ(spots[0].kind, "day");
  EXPECT_LT(spots[0].base, alone - 4);
  EXPECT_EQ(spots[2].kind, "number");
  EXPECT_EQ(spots[2].base, alone);
}

// "Số:" came out with a part of the line below: the symbol tells.
TEST(HandSpots, ABoxOfTwoLinesTellsNoBaseLine) {
  const auto usual = FindHandSpots(SpotPage({At("Số:", 300, 347), At("/KH-SYT", 450, 600)}));
  const auto high = FindHandSpots(SpotPage({At("Số:", 300, 347, 300, 345), At("/KH-SYT", 450, 600)}));
  ASSERT_THAT(high, SizeIs(1));
  EXPECT_NEAR(high[0].base, usual.at(0).base, 8);
  EXPECT_LT(high[0].base, 335);
}

TEST(HandSpots, APlaceThatBeginsLikeNgayIsNone) {
  const auto spots =
      FindHandSpots(SpotPage({At("Ngã", 800, 850), At("Bảy,", 860, 930), At("ngày", 990, 1058), At("9", 1070, 1088),
                          At("tháng", 1125, 1207), At("02", 1220, 1256), At("năm", 1270, 1332), At("2015", 1345, 1417)}));
  ASSERT_THAT(spots, SizeIs(2));
  EXPECT_EQ(spots[0].kind, "day");
  EXPECT_EQ(spots[0].left, 1058);
}

TEST(HandSpots, PlacesAndTextAreNone) {
  EXPECT_THAT(FindHandSpots(SpotPage({At("Quảng", 800, 890), At("Ngãi,", 900, 970), At("Sở", 300, 340),
                                  At("Y", 350, 370), At("tế", 380, 410)})),
              IsEmpty());
  EXPECT_THAT(FindHandSpots(PageReading{}), IsEmpty());
}

void Fill(Image& image, const Box& box, uint8_t value) {
  for (int y = box.top; y < box.bottom; ++y)
    std::fill(image.Row(y) + box.left, image.Row(y) + box.right, value);
}

HandSpot Spot() { return {"day", {90, 60, 220, 160}, 100, 200, 140, 36}; }

Image Paper() { return {300, 200, 1, 200, std::vector<uint8_t>(300 * 200, 250)}; }

TEST(CutFigures, LeavesNeighboursAndOtherLinesOut) {
  Image page = Paper();
  Fill(page, {120, 105, 130, 142}, 30);  // a figure
  Fill(page, {150, 110, 160, 139}, 30);  // another, lower
  Fill(page, {90, 120, 106, 140}, 30);   // the neighbour's last letter
  Fill(page, {60, 60, 280, 66}, 30);     // a rule above
  const FigureCrop figures = CutFigures(Spot(), page);
  EXPECT_EQ(figures.box, (Box{113, 103, 167, 144}));
  EXPECT_EQ(figures.crop.Row(15)[10], 30);
  EXPECT_EQ(figures.typeset, 0);  // higher than print, and uneven
}

// A 1 across the edge is taken whole; a letter there reaches below the line, or is lower.
TEST(CutFigures, AFigureAcrossTheEdgeIsNotCut) {
  Image page = Paper();
  Fill(page, {96, 108, 103, 141}, 30);
  Fill(page, {120, 105, 130, 142}, 30);
  EXPECT_EQ(CutFigures(Spot(), page).box, (Box{90, 103, 137, 144}));
  Image letter = Paper();
  Fill(letter, {96, 108, 103, 150}, 30);
  Fill(letter, {120, 105, 130, 142}, 30);
  EXPECT_EQ(CutFigures(Spot(), letter).box.left, 113);
}

TEST(CutFigures, EvenFiguresOnTheLineAreTypeset) {
  Image page = Paper();
  Fill(page, {120, 116, 134, 140}, 30);
  Fill(page, {138, 116, 152, 140}, 30);
  EXPECT_EQ(CutFigures(Spot(), page).typeset, 1);
}

// A stroke from the foot at (left, bottom) to the head at (right, top).
void Slant(Image& image, const Box& box, int thick, uint8_t value) {
  for (int y = box.top; y < box.bottom; ++y) {
    const int x = box.left + (box.Width() - thick) * (box.bottom - 1 - y) / std::max(1, box.Height() - 1);
    Fill(image, {x, y, x + thick, y + 1}, value);
  }
}

TEST(CutFigures, TheSymbolsSlashIsNoOne) {
  Image page = Paper();
  Fill(page, {120, 105, 130, 142}, 30);
  Slant(page, {170, 116, 180, 141}, 3, 30);  // the printed slash: as high as capitals, on the line
  HandSpot spot = Spot();
  spot.kind = "number";
  EXPECT_EQ(CutFigures(spot, page).box.right, 187);  // nobody says that a slash is expected there
  spot.slash = 168;
  EXPECT_EQ(CutFigures(spot, page).box.right, 137);
  // A stroke as slanted, but taller, is a figure
  Image written = Paper();
  Fill(written, {120, 105, 130, 142}, 30);
  Slant(written, {170, 100, 184, 143}, 3, 30);
  EXPECT_EQ(CutFigures(spot, written).box.right, 191);
}

// Nothing was written: the slash alone is no one.
TEST(CutFigures, TheSlashOfABlankNumberIsNoFigure) {
  Image page = Paper();
  Slant(page, {170, 116, 180, 141}, 3, 30);
  HandSpot spot = Spot();
  spot.kind = "number";
  spot.slash = 168;
  EXPECT_TRUE(CutFigures(spot, page).box.Empty());
}

TEST(CutFigures, ASlashBeforeACapitalIsTheSymbols) {
  Image page = Paper();
  Fill(page, {110, 105, 120, 142}, 30);
  Slant(page, {140, 116, 150, 141}, 3, 30);
  Fill(page, {155, 116, 171, 140}, 30);
  HandSpot spot = Spot();
  spot.kind = "number";
  EXPECT_EQ(CutFigures(spot, page).box.right, 127);
}

TEST(CutFigures, NothingWrittenIsEmpty) {
  const FigureCrop figures = CutFigures(Spot(), Paper());
  EXPECT_TRUE(figures.box.Empty());
  EXPECT_TRUE(figures.crop.Empty());
}

}  // namespace
}  // namespace trichluc

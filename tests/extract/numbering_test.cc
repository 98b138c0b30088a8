#include "extract/numbering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Numbering, IntroducesItsSubNumbers) {
  EXPECT_TRUE(IntroducesNumber("4", "4.1"));
  EXPECT_TRUE(IntroducesNumber("4.", "4.1"));
  EXPECT_TRUE(IntroducesNumber("4", "4a"));
  EXPECT_FALSE(IntroducesNumber("4", "41"));
  EXPECT_FALSE(IntroducesNumber("4", "5"));
  EXPECT_FALSE(IntroducesNumber("", "1"));
}

TEST(SectionStack, DeeperRanksNestAndEqualOnesFollow) {
  SectionStack stack;
  stack.Open(2, "I");
  stack.Open(3, "1");
  EXPECT_THAT(stack.Titles(), ElementsAre("I", "1"));
  stack.CloseFor(4);
  EXPECT_THAT(stack.Titles(), ElementsAre("I", "1"));
  stack.CloseFor(3);
  EXPECT_THAT(stack.Titles(), ElementsAre("I"));
  stack.Open(2, "II");
  EXPECT_THAT(stack.Titles(), ElementsAre("II"));
  stack.CloseFor(0);
  EXPECT_THAT(stack.Titles(), ElementsAre("II"));
  stack.CloseFor(1);
  EXPECT_THAT(stack.Titles(), IsEmpty());
}

TEST(SectionStack, ARowThatLostItsNumberIsASiblingOfItsShape) {
  SectionStack stack;
  stack.Open(kUnnumberedRank, "Quý I", 7);
  stack.Open(2, "Quý II", 7);
  EXPECT_THAT(stack.Titles(), ElementsAre("Quý II"));
  stack.Open(kUnnumberedRank, "Quý III", 7);
  EXPECT_THAT(stack.Titles(), ElementsAre("Quý III"));
  stack.Open(3, "1", 9);
  EXPECT_THAT(stack.Titles(), ElementsAre("Quý III", "1"));
}

TEST(SectionStack, AnUnnumberedTitleBelowAnotherNests) {
  SectionStack stack;
  stack.Open(2, "III", 1 + 5 * SectionStack::kShapeOfWidth);
  stack.Open(kUnnumberedRank, "Nhóm một", 1 + SectionStack::kShapeOfWidth, true);
  EXPECT_THAT(stack.Titles(), ElementsAre("III", "Nhóm một"));
  stack.CloseFor(3);
  stack.Open(kUnnumberedRank, "Nhóm hai", 1 + SectionStack::kShapeOfWidth);
  EXPECT_THAT(stack.Titles(), ElementsAre("III", "Nhóm hai"));
}

TEST(Numbering, RepairsWhatTheRowAboveTells) {
  EXPECT_EQ(RepairSubNumber("2", 1, "21", "22"), "2.1");
  EXPECT_EQ(RepairSubNumber("2", 2, "22", "3"), "2.2");
  EXPECT_EQ(RepairSubNumber("2", 1, "3", "4"), "3");
  EXPECT_EQ(RepairSubNumber("5", 1, "511", "5.2"), "5.1");
  EXPECT_EQ(RepairSubNumber("5", 1, "511", "512"), "511");
  EXPECT_EQ(RepairSubNumber("1", 1, "4)", "b)"), "a)");
  EXPECT_EQ(RepairSubNumber("1", 2, "4)", "5)"), "4)");
}

TEST(Numbering, AStrokeAheadOfTwoIsOne) {
  static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  for (const char* two : {"2", "2.", "02", "002."}) EXPECT_EQ(RepairOne(*rules, "I", two), "1") << two;
  for (const char* other : {"", "II", "20", "2.1", "2)", "0002."})
    EXPECT_EQ(RepairOne(*rules, "I", other), "I") << other;
  EXPECT_EQ(RepairOne(*rules, "l.", "2"), "1");
  EXPECT_EQ(RepairOne(*rules, "II", "2"), "II");
  EXPECT_EQ(RepairOne(*rules, "", "2"), "");
}

TEST(Numbering, FiguresThatLookLikeTheOneThatBelongsThere) {
  EXPECT_EQ(RepairAlike("8", "8", "10"), "9");
  EXPECT_EQ(RepairAlike("8.", "8.", "10."), "9.");
  EXPECT_EQ(RepairAlike("2", "5", ""), "3");
  EXPECT_EQ(RepairAlike("1", "1", "3"), "1") << "1 and 2 do not look alike";
  EXPECT_EQ(RepairAlike("2", "3", ""), "3");
  EXPECT_EQ(RepairAlike("2", "7", ""), "7");
  EXPECT_EQ(RepairAlike("8", "8", "9"), "8");
}

TEST(Numbering, WhatIsNoNumberBetweenTwo) {
  const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  EXPECT_EQ(RepairBetween(*rules, "6", "ý", "8"), "7");
  EXPECT_EQ(RepairBetween(*rules, "6.", "?", "8."), "7.");
  EXPECT_EQ(RepairBetween(*rules, "6", "ý", "9"), "ý");
  EXPECT_EQ(RepairBetween(*rules, "6", "", "8"), "");
  EXPECT_EQ(RepairBetween(*rules, "6", "6.1", "8"), "6.1");
  EXPECT_EQ(RepairBetween(*rules, "1", "5", "3"), "2");
  EXPECT_EQ(RepairBetween(*rules, "10", "141", "12"), "11");
  EXPECT_EQ(RepairBetween(*rules, "b", "6", "d"), "c");
  EXPECT_EQ(RepairBetween(*rules, "1", "1", "3"), "1");
  EXPECT_EQ(RepairBetween(*rules, "1", "3", "3"), "3");
}

TEST(Numbering, TheFirstBelowAHeadThatLostIt) {
  EXPECT_EQ(RepairSubNumber("2", 1, "1", "2.2"), "2.1");
  EXPECT_EQ(RepairSubNumber("2", 1, "1", "2"), "1");
}

TEST(Numbering, DottedNumbersThatDifferInOneFigure) {
  EXPECT_EQ(RepairDotted("1", 1, "I1"), "1.1");
  EXPECT_EQ(RepairDotted("3", 1, "5.1"), "3.1");
  EXPECT_EQ(RepairDotted("3", 2, "3"), "3.2");
  EXPECT_EQ(RepairDotted("1", 3, "1.2"), "1.2");  // given twice
  EXPECT_EQ(RepairDotted("3", 1, "14"), "14");
}

// A colon introduces what stands below.
// "QUÝ I" over "Hội nghị Ban Chấp hành", both without a number and as wide: capitals are above.
TEST(SectionStack, CapitalsStandAboveWhatFollows) {
  SectionStack stack;
  const auto open = [&](const char* title, bool below) { stack.Open(kUnnumberedRank, title, SectionStack::ShapeOf(5, 1, title), below); };
  open("QUÝ I", false);
  open("Hội nghị Ban Chấp hành", true);
  EXPECT_THAT(stack.Titles(), ElementsAre("QUÝ I", "Hội nghị Ban Chấp hành"));
  open("Hội nghị Ban Thường vụ", false);
  EXPECT_THAT(stack.Titles(), ElementsAre("QUÝ I", "Hội nghị Ban Thường vụ"));
  open("QUÝ II", false);
  EXPECT_THAT(stack.Titles(), ElementsAre("QUÝ II"));
}

TEST(SectionStack, TitlesEndBeforeTheirColon) {
  SectionStack open;
  open.Open(2, "Về chủ trương điều chuyển :");
  EXPECT_THAT(open.Titles(), ::testing::ElementsAre("Về chủ trương điều chuyển"));
}

TEST(Numbering, LabelsFollowEachOther) {
  EXPECT_TRUE(FollowsLabel("a", "b"));
  EXPECT_TRUE(FollowsLabel("d", "đ"));
  EXPECT_TRUE(FollowsLabel("đ", "e"));
  EXPECT_TRUE(FollowsLabel("2", "3"));
  EXPECT_FALSE(FollowsLabel("a", "c"));
  EXPECT_FALSE(FollowsLabel("2", "2"));
  EXPECT_FALSE(FollowsLabel("", "a"));
}

}  // namespace
}  // namespace trichluc

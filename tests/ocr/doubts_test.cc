#include "ocr/doubts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

LetterDoubt Doubt(int at, const char* letter, float chance) { return {at, letter, chance}; }

// "tầm" as the network saw it, behind the white before it.
const LetterSteps kSteps = {{{{"", 0.9f}, {" ", 0.1f}}},
                            {{{"t", 1.0f}}, {{"t", 0.96f}, {"", 0.04f}}},
                            {{{"ầ", 0.75f}, {"â", 0.15f}, {"ấ", 0.005f}}, {{"ầ", 0.75f}, {"â", 0.35f}}},
                            {{{"m", 1.0f}}}};

TEST(DoubtsOf, AreWhatWasSeenBesideTheLetterGiven) {
  const std::vector<LetterDoubt> doubts = DoubtsOf("tầm", kSteps);
  ASSERT_EQ(doubts.size(), 1u) << "ấ was hardly seen";
  EXPECT_EQ(doubts[0].at, 1);
  EXPECT_EQ(doubts[0].letter, "â");
  EXPECT_NEAR(doubts[0].chance, 0.25, 1e-4);
}

TEST(DoubtsOf, TheWhiteBeforeAWordMayBeMissing) {
  EXPECT_EQ(DoubtsOf("tầm", {kSteps.begin() + 1, kSteps.end()}), DoubtsOf("tầm", kSteps));
}

TEST(DoubtsOf, StepsOfAnotherWordSayNothing) {
  EXPECT_THAT(DoubtsOf("tầ", kSteps), IsEmpty());
  EXPECT_THAT(DoubtsOf("tám", kSteps), IsEmpty());
  EXPECT_THAT(DoubtsOf("tầm", {}), IsEmpty());
}

TEST(DoubtsOf, ThreeOfALetterTheLikeliestFirst) {
  EXPECT_THAT(DoubtsOf("o", {{{{"o", 0.5f}, {"ó", 0.125f}, {"ò", 0.5f}, {"ỏ", 0.03f}, {"ọ", 0.25f}}}}),
              ElementsAre(Doubt(0, "ò", 0.5f), Doubt(0, "ọ", 0.25f / 0.75f), Doubt(0, "ó", 0.2f)));
}

}  // namespace
}  // namespace trichluc

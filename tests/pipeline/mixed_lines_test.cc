// Lines that the engine mixed up are read again by themselves.
#include "pipeline/mixed_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::PaintedPage;

// Says the same of whatever it is shown, and remembers what it was shown.
class TellingEngine : public OcrEngine {
 public:
  explicit TellingEngine(float confidence) : confidence_(confidence) {}
  std::string Name() const override { return "telling"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    EXPECT_EQ(mode, ReadAs::kBlock);
    seen.push_back(image);
    return {{"thành", {10, 10, 60, 30}, confidence_}, {"phần", {70, 10, 120, 30}, confidence_}, {"mời", {130, 10, 170, 30}, confidence_}};
  }
  std::vector<Image> seen;

 private:
  float confidence_;
};

constexpr double kLetter = 1.6, kStep = 2.2, kHigh = 2.4;  // mm

// `count` letters from x in a line at y.
void Letters(PaintedPage& page, double x, double y, int count) {
  for (int i = 0; i < count; ++i) page.Rectangle(x + i * kStep, y, kLetter, kHigh);
}

Word Over(const PaintedPage& page, const char* text, double x, double y, int count, float confidence = 0.95f) {
  return {text,
          {page.Pixels(x), page.Pixels(y), page.Pixels(x + count * kStep), page.Pixels(y + kHigh) + 1},
          confidence};
}

// A list at the left, a title at the right; the list's second line got no word.
struct Lists {
  PaintedPage page{210, 100, 200};
  std::vector<Word> words;
  Lists() {
    for (int line = 0; line < 3; ++line) Letters(page, 30, 40 + 5 * line, 12);
    Letters(page, 120, 42, 20);
    words = {Over(page, "danh", 30, 40, 12), Over(page, "sách", 30, 50, 12), Over(page, "TRƯỞNG", 120, 42, 20)};
  }
};

TEST(MixedLines, LettersWithoutAWordAreReadAgain) {
  Lists lists;
  TellingEngine engine(0.95f);
  ReadMixedLines(lists.page.image(), &lists.words, engine);
  ASSERT_THAT(engine.seen, SizeIs(1));
  // The block is the list, and nothing of what stands beside it.
  EXPECT_LT(engine.seen[0].width, lists.page.Pixels(40));
  EXPECT_GT(engine.seen[0].height, lists.page.Pixels(12));
  ASSERT_THAT(lists.words, SizeIs(4));
  EXPECT_EQ(lists.words[0].text, "TRƯỞNG");
  EXPECT_EQ(lists.words[1].text, "thành");
  EXPECT_NEAR(lists.words[1].box.left, lists.page.Pixels(30), 15);
}

TEST(MixedLines, WhatIsNoSurerChangesNothing) {
  Lists lists;
  TellingEngine engine(0.5f);
  ReadMixedLines(lists.page.image(), &lists.words, engine);
  EXPECT_THAT(engine.seen, SizeIs(1));
  ASSERT_THAT(lists.words, SizeIs(3));
  EXPECT_EQ(lists.words[0].text, "danh");
}

// Marks that became a line of their own: low words, and unsure.
TEST(MixedLines, MarksTakenForALineAreReadWithTheirLetters) {
  PaintedPage page(210, 100, 200);
  Letters(page, 60, 40, 24);
  std::vector<Word> words = {Over(page, "tiên", 60, 40, 12, 0.6f), Over(page, "đô", 60 + 12 * kStep, 40, 12, 0.6f)};
  for (const double x : {62.0, 75.0, 90.0}) {
    page.Rectangle(x, 38.6, 1, 0.6);
    words.push_back({"s3.", {page.Pixels(x), page.Pixels(38.5), page.Pixels(x + 2), page.Pixels(39.4)}, 0.2f});
  }
  TellingEngine engine(0.95f);
  ReadMixedLines(page.image(), &words, engine);
  ASSERT_THAT(words, SizeIs(3));
  EXPECT_EQ(words[0].text, "thành");
}

// The last word of a paragraph, alone on its line, where the lines begin; elsewhere two letters are dirt.
TEST(MixedLines, AShortLastLineIsRead) {
  for (const double left : {30.0, 70.0}) {
    PaintedPage page(210, 100, 200);
    std::vector<Word> words;
    for (int line = 0; line < 5; ++line) {
      Letters(page, 30, 30 + 7 * line, 40);
      words.push_back(Over(page, "dòng", 30, 30 + 7 * line, 40));
    }
    Letters(page, left, 65, 2);
    TellingEngine engine(0.95f);
    ReadMixedLines(page.image(), &words, engine);
    EXPECT_THAT(words, SizeIs(left == 30.0 ? 8 : 5));
  }
}

TEST(MixedLines, APageThatWasReadIsNotReadAgain) {
  Lists lists;
  lists.words.push_back(Over(lists.page, "giữa", 30, 45, 12));
  TellingEngine engine(0.95f);
  ReadMixedLines(lists.page.image(), &lists.words, engine);
  EXPECT_THAT(engine.seen, IsEmpty());
  EXPECT_THAT(lists.words, SizeIs(4));
}

}  // namespace
}  // namespace trichluc

// Lines into which a clerk wrote are read once more at the height of their print.
#include "pipeline/written_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::PaintedPage;

constexpr double kWrittenLine = 40, kCapital = 3.05, kSmall = 2.1, kPen = 9, kPenThickness = 0.7;  // mm; 13 pt

// Whether ink reaches from the first row of an image to its last in some column.
bool HasPen(const Image& image) {
  for (int x = 0; x < image.width; ++x) {
    bool all = true;
    for (int y = 0; y < image.height && all; ++y) all = image.Row(y)[x] < 128;
    if (all) return true;
  }
  return false;
}

// Reads print well where no pen stands in it.
class ScaledEngine : public OcrEngine {
 public:
  ScaledEngine(std::vector<std::string> with_pen, std::vector<std::string> without, int width = 50)
      : with_pen_(std::move(with_pen)), without_(std::move(without)), width_(width) {}
  std::string Name() const override { return "scaled"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    EXPECT_EQ(mode, ReadAs::kLine);
    seen.push_back(image);
    std::vector<Word> words;
    for (const std::string& text : HasPen(image) ? with_pen_ : without_) {
      const int left = 10 + (width_ + 10) * static_cast<int>(words.size());
      words.push_back({text, {left, 8, left + width_, 32}, 0.9f});
    }
    return words;
  }
  std::vector<Image> seen;

 private:
  std::vector<std::string> with_pen_, without_;
  int width_;
};

// A line that begins with a capital and has letters, a pen's stroke among them and capitals behind it; and a second line far
// below, read surely, that tells the size of print.
struct WrittenHead {
  PaintedPage page{210, 297, 200};
  PageReading reading;
  explicit WrittenHead(const std::vector<Word>& line) {
    page.Rectangle(30, kWrittenLine, 2, kCapital);
    page.Rectangle(33, kWrittenLine + kCapital - kSmall, 2, kSmall);
    page.Rectangle(40, kWrittenLine - 4, kPenThickness, kPen);
    for (int i = 0; i < 5; ++i) page.Rectangle(46 + 4 * i, kWrittenLine, 2.5, kCapital);
    reading.page = 1;
    reading.dpi = 200;
    reading.width = page.image().width;
    reading.height = page.image().height;
    reading.words = line;
    reading.words.push_back({"CỘNG", Place(30, 60, 12, 4), 0.95f});
    reading.words.push_back({"HÒA", Place(45, 60, 9, 4), 0.95f});
    reading.words.push_back({"cell", Place(30, 80, 9, 4), 0.1f, 0, 0});
  }
  Box Place(double x, double y, double w, double h) const {
    return {page.Pixels(x), page.Pixels(y), page.Pixels(x + w), page.Pixels(y + h)};
  }
};

Word Over(double left, double right, const char* text, float confidence) {
  const PaintedPage page(210, 297, 200);
  return {text, {page.Pixels(left), page.Pixels(kWrittenLine - 4), page.Pixels(right), page.Pixels(kWrittenLine + 5)}, confidence};
}

std::string TextOf(const PageReading& reading) {
  std::string text;
  for (const Word& word : reading.words) text += word.text + " ";
  return text;
}

TEST(WrittenLines, ASymbolIsSeenWhenThePenIsTakenOff) {
  WrittenHead head({Over(30, 66, "só,Iiimp-pcr", 0.1f)});
  ScaledEngine engine({"só,44"}, {"Số:", "/TB-DCT"});
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  ASSERT_THAT(engine.seen, SizeIs(2));
  EXPECT_TRUE(HasPen(engine.seen[0]));
  EXPECT_EQ(TextOf(head.reading), "Số: /TB-DCT CỘNG HÒA cell ");
  // Of the height that print has, and back on the page.
  EXPECT_LT(engine.seen[0].height, head.page.Pixels(6));
  const Box& box = head.reading.words[0].box;
  EXPECT_GT(box.bottom, head.page.Pixels(kWrittenLine));
  EXPECT_LT(box.bottom, head.page.Pixels(kWrittenLine + kCapital + 1));
}

// The columns of a letterhead stand close beside each other, and the o of "Số" went with the pen.
TEST(WrittenLines, TheNumberIsReadWithoutTheDateBesideIt) {
  const auto print = [](double left, double right, const char* text, float confidence) {
    Word word = Over(left, right, text, confidence);
    word.box.top = PaintedPage(210, 297, 200).Pixels(kWrittenLine);
    word.box.bottom = PaintedPage(210, 297, 200).Pixels(kWrittenLine + 4);
    return word;
  };
  WrittenHead head({print(30, 34, "s:", 0.7f), Over(37, 44, "427", 0.8f), print(46, 66, "moppT-CMTH", 0.4f), print(75, 82, "Mường", 0.9f),
                    print(83, 88, "La,", 0.9f), print(89, 96, "ngày", 0.9f), print(97, 106, "tháng", 0.9f), print(107, 116, "năm", 0.9f)});
  ScaledEngine engine({"Số:", "22", "PGDĐT-CMTH"}, {"Số:", "/PGDĐT-CMTH"});
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  EXPECT_EQ(TextOf(head.reading), "Số: /PGDĐT-CMTH Mường La, ngày tháng năm CỘNG HÒA cell ") << "the reading that has the slash";
  EXPECT_LT(engine.seen.at(0).width, head.page.Pixels(60));
}

TEST(WrittenLines, WhatIsSeenAtTheRightHeightKeepsThePensFigures) {
  WrittenHead head({Over(30, 66, "só,Iiimp-pcr", 0.1f)});
  ScaledEngine engine({"Số:", "1087", "/TB-DCT"}, {"Số:", "/TB-DCT"});
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  EXPECT_THAT(engine.seen, SizeIs(1));
  EXPECT_EQ(TextOf(head.reading), "Số: 1087 /TB-DCT CỘNG HÒA cell ");
}

TEST(WrittenLines, DatesThatRanTogetherAreParted) {
  WrittenHead head({Over(30, 38, "ngày)", 0.3f), Over(39, 56, "3hángnăm", 0.1f), Over(57, 66, "2023", 0.9f)});
  ScaledEngine engine({"ngày", "2", "3hángnăm", "2023"}, {"ngày", "tháng", "năm", "2023"});
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  EXPECT_EQ(TextOf(head.reading), "ngày tháng năm 2023 CỘNG HÒA cell ");
}

// Words that are read again as they were, to the last bit, are there once, and stay.
TEST(WrittenLines, WordsReadTheSameStay) {
  ScaledEngine engine({"ngày", "tháng", "năm"}, {});
  WrittenHead head({Over(30, 66, "ngày32 tháng năm", 0.3f)});  // one word: one part
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  ASSERT_EQ(TextOf(head.reading), "ngày tháng năm CỘNG HÒA cell ");
  head.reading.words[0].text = "32";
  head.reading.words[0].confidence = 0.3f;
  head.reading.words[0].box = Over(30, 36, "", 0).box;  // as far as the pen reaches
  const std::vector<Word> before = head.reading.words;
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  EXPECT_EQ(TextOf(head.reading), "ngày tháng năm CỘNG HÒA cell ");
  EXPECT_EQ(head.reading.words[1], before[1]);
}

// "tháng" as wide as the day and "tháng" together has swallowed the day.
TEST(WrittenLines, AWordThatSwallowedFiguresIsNoBetter) {
  WrittenHead head({Over(30, 38, "ngày", 0.9f), Over(39, 56, ")7tháng", 0.2f), Over(57, 66, "năm", 0.9f)});
  ScaledEngine engine({"ngày", "tháng", "năm"}, {"ngày", "tháng", "năm"}, 120);
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  EXPECT_EQ(TextOf(head.reading), "ngày )7tháng năm CỘNG HÒA cell ");
}

TEST(WrittenLines, WhatShowsNoMoreChangesNothing) {
  WrittenHead head({Over(30, 66, "só,Iiimp-pcr", 0.1f)});
  ScaledEngine engine({"so,x"}, {"so", "rp-dct"});
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  EXPECT_GE(engine.seen.size(), 2u);
  EXPECT_EQ(TextOf(head.reading), "só,Iiimp-pcr CỘNG HÒA cell ");
}

// Reads what stands behind the pen where the image begins there.
class BehindEngine : public OcrEngine {
 public:
  std::string Name() const override { return "behind"; }
  std::vector<Word> Read(const Image& image, ReadAs) override {
    widest = std::max(widest, image.width);
    const bool cut = 2 * image.width < widest + image.width / 2;
    return {{cut ? "/KH-HĐND" : "mu", {4, 8, image.width - 4, 32}, cut ? 0.9f : 0.2f}};
  }
  int widest = 0;
};

// Pen and print touch, so that neither the band of print nor the line without the pen shows more.
TEST(WrittenLines, TheSymbolIsReadBehindTheFigures) {
  for (const auto& [printed, label] : {std::pair{"s6:/l2.@-HĐND", "s6:"}, std::pair{"số.", "số."}}) {
    const bool alone = std::string(label) == printed;
    std::vector<Word> line{Over(30, alone ? 36 : 66, printed, alone ? 0.8f : 0.3f)};
    if (!alone) line[0].text = printed;
    if (alone) line.push_back(Over(40, 66, "-HĐND", 0.17f));
    WrittenHead head(line);
    BehindEngine engine;
    ReadWrittenLines(head.page.image(), &head.reading, engine);
    EXPECT_EQ(TextOf(head.reading), std::string(label) + " /KH-HĐND CỘNG HÒA cell ");
  }
  WrittenHead known({Over(30, 66, "Số:4016/KH-HĐND", 0.1f)});  // the word is doubted for its figures alone
  BehindEngine engine;
  ReadWrittenLines(known.page.image(), &known.reading, engine);
  EXPECT_EQ(TextOf(known.reading), "Số:4016/KH-HĐND CỘNG HÒA cell ");
}

class SureEngine : public OcrEngine {
 public:
  std::string Name() const override { return "sure"; }
  std::vector<Word> Read(const Image& image, ReadAs) override {
    return {{"Số:", {4, 8, 30, 32}, 0.9f}, {"356/TB-SYT", {34, 8, image.width - 4, 32}, 0.9f}};
  }
};

TEST(WrittenLines, ANumberThatIsReadTheSameOnceMoreIsSure) {
  WrittenHead head({Over(30, 36, "Số:", 0.9f), Over(37, 66, "356/TB-SYT", 0.3f)});
  SureEngine engine;
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  const auto number = std::find_if(head.reading.words.begin(), head.reading.words.end(), [](const Word& word) { return word.text == "356/TB-SYT"; });
  ASSERT_NE(number, head.reading.words.end());
  EXPECT_GT(number->confidence, 0.8);
}

TEST(WrittenLines, SoInFrontOfASymbolIsBelieved) {
  WrittenHead head({Over(30, 36, "số", 0), Over(37, 44, "7đ;", 0.1f), Over(46, 66, "/KH-SYT", 0.9f)});
  ScaledEngine engine({"x"}, {"x"});
  ReadWrittenLines(head.page.image(), &head.reading, engine);
  EXPECT_THAT(engine.seen, IsEmpty());
  EXPECT_GE(head.reading.words[0].confidence, 0.5f);
}

TEST(WrittenLines, LinesReadSurelyAndLinesOfOtherKindsAreLeftAlone) {
  ScaledEngine engine({"x"}, {"x"});
  for (const auto& line : {std::vector{Over(30, 66, "só,Iiimp-pcr", 0.9f)},                           // sure
                           std::vector{Over(30, 44, "Số:1Z", 0.3f), Over(46, 66, "/KH-SYT", 0.9f)},  // its symbol was seen
                           std::vector{Over(30, 66, "UBND", 0.2f)}}) {                              // no number, no date
    WrittenHead head(line);
    const std::string before = TextOf(head.reading);
    ReadWrittenLines(head.page.image(), &head.reading, engine);
    EXPECT_THAT(engine.seen, IsEmpty()) << before;
    EXPECT_EQ(TextOf(head.reading), before);
  }
}

}  // namespace
}  // namespace trichluc

// The strategy of reading a page, with an engine that sees ink but no letters.
#include "pipeline/read_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "image/analyse.h"
#include "pipeline/read_page_cells.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PaintedPage;

// "Reads" the ink of an image as one word that says how it was asked; blind to images of the modes in
// `blind`.
class PageEngine : public OcrEngine {
 public:
  std::string Name() const override { return "ink"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    asked.push_back(mode);
    if (std::find(blind.begin(), blind.end(), mode) != blind.end()) return {};
    const Box ink = InkBox(image, {0, 0, image.width, image.height});
    if (ink.Empty()) return {};
    const char* names[] = {"page", "block", "line", "word", "figures"};
    return {{names[static_cast<int>(mode)], ink, confidence}};
  }
  std::vector<ReadAs> asked, blind;
  float confidence = 0.9f;
};

constexpr double kLeft = 30, kTop = 60, kCellWidth = 50, kCellHeight = 12;

// Text above a table of 2 x 3; the cells (0,0), (0,1) and (1,2) hold a mark 4 mm wide and 2 mm high in their
// middle.
PaintedPage Painted(int dpi = 200) {
  PaintedPage page(210, 150, dpi);
  page.Rectangle(40, 30, 100, 3);
  for (int r = 0; r <= 2; ++r) page.Across(kLeft, kLeft + 3 * kCellWidth, kTop + r * kCellHeight);
  for (int c = 0; c <= 3; ++c) page.Down(kLeft + c * kCellWidth, kTop, kTop + 2 * kCellHeight);
  for (const auto& [r, c] : {std::pair{0, 0}, {0, 1}, {1, 2}}) {
    page.Rectangle(kLeft + c * kCellWidth + 23, kTop + r * kCellHeight + 5, 4, 2);
  }
  return page;
}

const Word* InCell(const PageReading& reading, int row, int column) {
  for (const Word& word : reading.words) {
    if (word.grid < 0) continue;
    const GridCell& cell =
        reading.grids[static_cast<size_t>(word.grid)].cells[static_cast<size_t>(word.cell)];
    if (cell.row == row && cell.column == column) return &word;
  }
  return nullptr;
}

// Reads thirty figures, surely where the page's mark stands in its upper half.
class PageNumberEngine : public OcrEngine {
 public:
  std::string Name() const override { return "figures"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    if (mode != ReadAs::kPage) return {};
    const bool upright = InkBox(image, {0, 0, image.width, image.height}).CentreY() < image.height / 2;
    std::vector<Word> words;
    for (int i = 0; i < 30; ++i) words.push_back({"12,5", {100, 20 + 30 * i, 160, 40 + 30 * i}, upright ? 0.9f : 0.3f});
    return words;
  }
};

TEST(ReadPageTest, APageOfFiguresIsReadTheWayThatMakesTheEngineSure) {
  for (const double top : {20.0, 120.0}) {
    PaintedPage page(210, 150, 150);
    page.Rectangle(40, top, 100, 6);
    PageNumberEngine engine;
    const PageReading reading = ReadPage(page.image(), 1, engine, nullptr);
    ASSERT_EQ(reading.words.size(), 30u);
    EXPECT_FLOAT_EQ(reading.words.front().confidence, 0.9f) << top;
  }
}

TEST(ReadPageTest, CellsAreReadAloneAndTheRestAsAPage) {
  PaintedPage page = Painted();
  PageEngine engine;
  const PageReading reading = ReadPage(page.image(), 7, engine);
  EXPECT_EQ(reading.page, 7);
  EXPECT_EQ(reading.dpi, 200);
  EXPECT_EQ(reading.engine, "ink");
  ASSERT_EQ(reading.grids.size(), 1u);
  ASSERT_EQ(reading.words.size(), 4u);
  EXPECT_THAT(engine.asked, ElementsAre(ReadAs::kPage, ReadAs::kBlock, ReadAs::kBlock, ReadAs::kBlock))
      << "empty cells are not read";

  const Word& rest = reading.words[0];
  EXPECT_EQ(rest.text, "page");
  EXPECT_EQ(rest.grid, -1);
  EXPECT_NEAR(rest.box.left, page.Pixels(40), 2);
  EXPECT_NEAR(rest.box.bottom, page.Pixels(33), 2) << "the table is not part of it";

  const Word* word = InCell(reading, 1, 2);
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->text, "block");
  EXPECT_NEAR(word->box.left, page.Pixels(kLeft + 2 * kCellWidth + 23), 2);
  EXPECT_NEAR(word->box.right, page.Pixels(kLeft + 2 * kCellWidth + 27), 2);
  EXPECT_NEAR(word->box.top, page.Pixels(kTop + kCellHeight + 5), 2);
  EXPECT_EQ(InCell(reading, 1, 0), nullptr);
}

TEST(ReadPageTest, ALoneFigureIsAskedForAgain) {
  PaintedPage page = Painted();
  PageEngine engine;
  engine.blind = {ReadAs::kBlock, ReadAs::kLine};
  const PageReading reading = ReadPage(page.image(), 1, engine);
  const Word* word = InCell(reading, 0, 1);
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->text, "word");
  // Read at twice the size; the box is the page's all the same.
  EXPECT_NEAR(word->box.left, page.Pixels(kLeft + kCellWidth + 23), 2);
  EXPECT_NEAR(word->box.Width(), page.Pixels(4), 3);
  EXPECT_NEAR(word->box.Height(), page.Pixels(2), 3);
}

// Gives the answers in turn to what is asked as a block; sees the figure 3 where it is asked for figures.
class PageTellingEngine : public OcrEngine {
 public:
  explicit PageTellingEngine(std::vector<std::string> answers) : answers_(std::move(answers)) {}
  std::string Name() const override { return "telling"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    const Box all{0, 0, image.width, image.height};
    if (mode == ReadAs::kFigures) return {{"3", all, sure}};
    if (mode != ReadAs::kBlock || next_ == answers_.size()) return {};
    const std::string& text = answers_[next_++];
    return text.empty() ? std::vector<Word>{} : std::vector<Word>{{text, all, 0.9f}};
  }
  float sure = 0.9f;

 private:
  std::vector<std::string> answers_;
  size_t next_ = 0;
};

// A table of one column whose cells hold these, read by such an engine.
std::vector<std::string> ReadColumn(const std::vector<std::string>& answers, float sure = 0.9f) {
  PaintedPage page(60, 120, 200);
  Grid grid;
  grid.columns = 1;
  grid.rows = static_cast<int>(answers.size());
  for (int r = 0; r < grid.rows; ++r) {
    page.Rectangle(14, 13 + 12 * r, 2, 3);
    grid.cells.push_back(
        {r, 0, 1, 1, {page.Pixels(10), page.Pixels(10 + 12 * r), page.Pixels(22), page.Pixels(20 + 12 * r)}});
  }
  PageTellingEngine engine(answers);
  engine.sure = sure;
  std::vector<std::string> texts(answers.size());
  for (const Word& word : ReadCells(page.image(), {grid}, engine))
    texts[static_cast<size_t>(word.cell)] += word.text;
  return texts;
}

TEST(ReadCellsTest, WhatIsNoNumberAmongNumbersIsReadAgainAsFigures) {
  EXPECT_THAT(ReadColumn({"1", "2", "gi", "4"}), ElementsAre("1", "2", "3", "4"));
  EXPECT_THAT(ReadColumn({"1", "2", "", "4"}), ElementsAre("1", "2", "3", "4"));
}

TEST(ReadCellsTest, FiguresMustBeSureAndOthersStay) {
  EXPECT_THAT(ReadColumn({"1", "2", "gi", "4"}, 0.3f), ElementsAre("1", "2", "gi", "4"));
  EXPECT_THAT(ReadColumn({"I", "1", "2", "3", "4"}), ElementsAre("I", "1", "2", "3", "4"))
      << "a section's number";
  EXPECT_THAT(ReadColumn({"1", "2", "Tổng", "4"}), ElementsAre("1", "2", "Tổng", "4"));
  EXPECT_THAT(ReadColumn({"a", "gi", "b", "4"}), ElementsAre("a", "gi", "b", "4")) << "no column of numbers";
}

// One word for each stretch of ink; as a page, the second and third of the first line are read as one.
class InkRunsEngine : public OcrEngine {
 public:
  std::string Name() const override { return "runs"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    if (mode != ReadAs::kPage && mode != ReadAs::kBlock) return {};
    std::vector<Word> words;
    const auto inked = [&](const Box& strip) { return !InkBox(image, strip).Empty(); };
    int line = 0;
    for (int y = 0; y < image.height; ++y) {
      const int top = y;
      while (y < image.height && inked({0, y, image.width, y + 1})) ++y;
      if (y == top) continue;
      const size_t first = words.size();
      for (int x = 0; x < image.width; ++x) {
        const int left = x;
        while (x < image.width && inked({x, top, x + 1, y})) ++x;
        if (x > left) words.push_back({"chữ", {left, top, x, y}, 0.9f});
      }
      if (mode == ReadAs::kPage && ++line == 1 && words.size() >= first + 3) {
        words[first + 1].box = words[first + 1].box.Union(words[first + 2].box);
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(first) + 2);
      }
    }
    return words;
  }
};

// Of a table without rules a line of the page was read over the gap of two columns: its cell, read alone, shows them.
TEST(ReadPageTest, AColumnOfAnOpenTableThatTheCellsShow) {
  PaintedPage page(210, 150, 150);
  for (int row = 0; row < 6; ++row) {
    for (const double x : {30.0, 70.0, 110.0, 150.0}) page.Rectangle(x, 40 + 8 * row, 30, 3);
  }
  InkRunsEngine engine;
  const PageReading reading = ReadPage(page.image(), 1, engine);
  ASSERT_EQ(reading.grids.size(), 1u);
  EXPECT_EQ(reading.grids[0].columns, 4);
  EXPECT_EQ(reading.words.size(), 24u);
  for (int row = 0; row < reading.grids[0].rows; ++row) EXPECT_NE(InCell(reading, row, 2), nullptr) << row;
}

TEST(ReadPageTest, MeasurementsSayWhatWasSeen) {
  PaintedPage page = Painted();
  PageEngine engine;
  const PageReading reading = ReadPage(page.image(), 1, engine);
  const auto value = [&](const std::string& name) {
    for (const Measurement& m : reading.measurements) {
      if (m.name == name) return m.value;
    }
    return -1.0;
  };
  EXPECT_EQ(value("image_dpi"), 200);
  EXPECT_NEAR(value("mean_confidence"), 0.9, 1e-6);
  EXPECT_NEAR(value("skew_degrees"), 0, 0.05);
  EXPECT_GT(value("grid_confidence"), 0.9);
}

TEST(ReadPageTest, AnEmptyPageIsAReadingWithoutWords) {
  PaintedPage page(210, 297, 100);
  PageEngine engine;
  const PageReading reading = ReadPage(page.image(), 1, engine);
  EXPECT_THAT(reading.words, IsEmpty());
  EXPECT_THAT(reading.grids, IsEmpty());
  EXPECT_EQ(reading.width, page.image().width);
}

TEST(ReadPageTest, WhatTheEngineCannotDoEndsThePage) {
  class BrokenEngine : public PageEngine {
    std::vector<Word> Read(const Image&, ReadAs) override {
      throw DocumentError(ErrorCode::kEngine, "ocr", "", 0, "simulated");
    }
  };
  PaintedPage page = Painted();
  BrokenEngine engine;
  EXPECT_THROW(ReadPage(page.image(), 1, engine), DocumentError);
}

TEST(InkBoxTest, LeavesSpecksAtTheRimOut) {
  PaintedPage page(60, 40, 200);
  page.Rectangle(20, 10, 8, 3);
  EXPECT_EQ(InkBox(page.image(), {0, 0, 400, 200}),
            (Box{page.Pixels(20), page.Pixels(10), page.Pixels(20) + page.Pixels(8),
                 page.Pixels(10) + page.Pixels(3)}));
  page.image().Row(2)[5] = 0;
  page.image().Row(200)[390] = 0;
  EXPECT_EQ(InkBox(page.image(), {0, 0, 400, 300}).left, page.Pixels(20));
  EXPECT_TRUE(InkBox(page.image(), {300, 250, 400, 300}).Empty());
  EXPECT_TRUE(InkBox(page.image(), {900, 900, 950, 950}).Empty());
}

// Reads words where the page is higher than wide, else garbage.
class UprightEngine : public OcrEngine {
 public:
  std::string Name() const override { return "upright"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    if (mode != ReadAs::kPage) return {};
    ++pages;
    const bool sense = image.height > image.width;
    std::vector<Word> words;
    for (int i = 0; i < 40; ++i) {
      words.push_back({sense ? "thực" : "tlụrc",
                       {100 + 20 * (i % 8), 100 + 40 * (i / 8), 115 + 20 * (i % 8), 120 + 40 * (i / 8)},
                       sense ? 0.95f : 0.4f});
    }
    return words;
  }
  int pages = 0;
};

TEST(ReadPageTest, APageThatMakesNoSenseIsReadAnotherWayUp) {
  UprightEngine engine;
  PaintedPage lying(297, 210, 100);
  const PageReading reading = ReadPage(lying.image(), 1, engine);
  EXPECT_GT(reading.height, reading.width);
  EXPECT_EQ(reading.words.front().text, "thực");
  EXPECT_EQ(engine.pages, 3);  // as it lies, upside down, sideways
  UprightEngine again;
  PaintedPage standing(210, 297, 100);
  ReadPage(standing.image(), 1, again);
  EXPECT_EQ(again.pages, 1);
}

// Below a black seal authority, title and name are read again by a reader of their own, all else by that of the page.
TEST(ReadPageTest, SignatureBlocksHaveASecondReaderOfTheirOwn) {
  const testing::Colour black{0, 0, 0};
  PaintedPage page(210, 297, 200);
  std::mt19937 random(7);
  for (double y = 40; y < 120; y += 8) page.TextLine(30, y, 160, random);
  page.TextLine(120, 140, 50, random);  // title
  page.Ring(125, 165, 17, 1, black);
  page.TextLine(120, 190, 50, random);  // name
  PageEngine first, again, signatures;
  first.confidence = 0.95f;
  const PageReading reading = ReadPage(page.image(), 1, first, nullptr, PageWork::kWhole, {&again, &signatures});
  ASSERT_EQ(std::count_if(reading.measurements.begin(), reading.measurements.end(),
                          [](const Measurement& one) { return one.name == "black_seals" && one.value > 0; }), 1);
  EXPECT_THAT(again.asked, ::testing::Contains(ReadAs::kPage));
  EXPECT_THAT(signatures.asked, ::testing::Not(IsEmpty()));
  EXPECT_THAT(signatures.asked, ::testing::Not(::testing::Contains(ReadAs::kPage)));
  PageEngine alone, unsure, unused;
  ReadPage(page.image(), 1, first, nullptr, PageWork::kWhole, {&alone});
  EXPECT_EQ(alone.asked.size(), again.asked.size() + signatures.asked.size()) << "without it the page's reader reads both";
  unsure.confidence = 0.8f;
  ReadPage(page.image(), 1, unsure, nullptr, PageWork::kWhole, {&again, &unused});
  EXPECT_THAT(unused.asked, IsEmpty()) << "of a page that may become the second reading";
}

// Gives the same words for every page.
class WordsEngine : public OcrEngine {
 public:
  explicit WordsEngine(std::vector<std::pair<const char*, float>> words, int height)
      : words_(std::move(words)), height_(height) {}
  std::string Name() const override { return "words"; }
  std::vector<Word> Read(const Image&, ReadAs mode) override {
    std::vector<Word> words;
    for (size_t i = 0; mode == ReadAs::kPage && i < words_.size(); ++i) {
      const int x = 100 + 60 * static_cast<int>(i);
      words.push_back({words_[i].first, {x, 100, x + 8, 100 + height_}, words_[i].second});
    }
    return words;
  }

 private:
  std::vector<std::pair<const char*, float>> words_;
  int height_;
};

// `height` in pixels of 200 dpi; 20 are 2.5 mm, print of 11 points.
std::vector<std::string> Kept(std::vector<std::pair<const char*, float>> words, int height = 20) {
  PaintedPage page(210, 297, 200);
  page.Rectangle(12.7, 12.7, 0.8, 0.8);  // some ink
  WordsEngine engine(std::move(words), height);
  std::vector<std::string> kept;
  for (const Word& word : ReadPage(page.image(), 1, engine).words) kept.push_back(word.text);
  return kept;
}

TEST(ReadPageTest, DirtIsNoWords) {
  EXPECT_THAT(Kept({{"5°", 0.3f}, {";9", 0.4f}, {"si.", 0.45f}, {"+.", 0.2f}, {"5", 0.85f}}), IsEmpty());
  EXPECT_THAT(Kept({{"2", 0.9f}}), ElementsAre("2")) << "the number of a page that is blank otherwise";
  EXPECT_THAT(Kept({{";9", 0.4f}, {"Lưu", 0.7f}}), ElementsAre(";9", "Lưu")) << "a word among specks";
  constexpr int kSpeck = 8;  // 1 mm
  EXPECT_THAT(Kept({{".", 0.9f}, {"°", 0.9f}, {"vi.", 0.8f}, {"%-", 0.9f}, {".", 0.9f}}, kSpeck), IsEmpty())
      << "no print is so low, however sure the engine is";
  EXPECT_THAT(Kept(std::vector<std::pair<const char*, float>>(60, {".", 0.9f}), kSpeck), IsEmpty());
  EXPECT_THAT(Kept({{"các", 0.9f}, {"nhà", 0.9f}, {".", 0.9f}}, kSpeck), ElementsAre("các", "nhà", "."))
      << "words of smallest print";
}

}  // namespace
}  // namespace trichluc

// How much of a text layer the picture bears out.
#include "pipeline/layer_proof.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace trichluc {
namespace {

constexpr const char* kLine = "chức lựa chọn nhà thầu";

// Reads the line where it stands alone; what is higher shows parts of its neighbours.
class AloneEngine : public OcrEngine {
 public:
  explicit AloneEngine(int most) : most_(most) {}
  std::string Name() const override { return "alone"; }
  std::vector<Word> Read(const Image& image, ReadAs) override {
    highest = std::max(highest, image.height);
    return {{image.height <= most_ ? kLine : "Hư. màn", {0, 0, image.width, image.height}, 0.9f}};
  }
  int highest = 0;

 private:
  int most_;
};

// Lines of a narrow cell, `leading` points apart, in boxes of 16 points as fonts have them; at 72 dpi points are pixels.
LayerProof Prove(double leading, OcrEngine& engine) {
  std::vector<LayerWord> words;
  for (int i = 0; i < 6; ++i) words.push_back({kLine, "Tinos", 20, 20 + leading * i, 180, 36 + leading * i});
  PageImage page;
  page.text.width = page.text.height = 200;
  page.text.pixels.assign(200 * 200, 255);
  return ProveLayer(words, page, 72, engine);
}

TEST(LayerProof, LinesThatStandCloseAreReadAlone) {
  AloneEngine engine(14);
  EXPECT_DOUBLE_EQ(Prove(13, engine).agrees, 1);
}

TEST(LayerProof, LinesWithRoomHaveWhiteAround) {
  AloneEngine engine(30);
  EXPECT_DOUBLE_EQ(Prove(30, engine).agrees, 1);
  EXPECT_GT(engine.highest, 20);
}

// Cells of three lines beside cells of two: half a line lower stands another line.
TEST(LayerProof, LinesOfTheCellBesideAreOtherLines) {
  std::vector<LayerWord> words;
  for (int i = 0; i < 6; ++i) {
    words.push_back({kLine, "Tinos", 10, 20.0 + 26 * i, 90, 36.0 + 26 * i});
    words.push_back({kLine, "Tinos", 102, 27.0 + 26 * i, 180, 43.0 + 26 * i});
  }
  PageImage page;
  page.text.width = page.text.height = 200;
  page.text.pixels.assign(200 * 200, 255);
  AloneEngine engine(26);
  EXPECT_DOUBLE_EQ(ProveLayer(words, page, 72, engine).agrees, 1);
}

}  // namespace
}  // namespace trichluc

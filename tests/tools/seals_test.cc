// The tool that trains the network of image/seal_network.h, and the model that came of it.
#include <gtest/gtest.h>

#include <cmath>

#include "base/files.h"
#include "corpus/seal.h"
#include "seals/draw.h"
#include "seals/sample.h"

namespace trichluc::seals {
namespace {

TEST(DrawAnySeal, HasTheSizeOfASeal) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed, 0, "test");
    corpus::Sheet sheet(200, 200);
    const double radius = DrawAnySeal(100, 100, {"SỞ NỘI VỤ & CÔNG NGHỆ", "TỈNH"}, &random, &sheet);
    EXPECT_GE(radius, corpus::Millimetres(13));
    EXPECT_LE(radius, corpus::Millimetres(21));
  }
}

// A bar of print, dark, and one of a seal.
Sample Bars() {
  Sample sample;
  sample.view.side = 16;
  sample.view.middle = 8;
  sample.view.radius = 6;
  sample.view.ink.assign(256, 0);
  sample.print.assign(256, 0);
  for (size_t x = 0; x < 16; ++x) {
    sample.view.ink[4 * 16 + x] = sample.print[4 * 16 + x] = 1;
    sample.view.ink[10 * 16 + x] = 0.75f;
  }
  return sample;
}

TEST(Told, CountsInkByHowDarkItIs) {
  std::vector<float> chances(256, 1);
  Told told;
  told.Add(Bars(), chances);
  EXPECT_DOUBLE_EQ(told.ink, 16 + 12);
  EXPECT_DOUBLE_EQ(told.right, 16);
  EXPECT_DOUBLE_EQ(told.print, told.kept);
  EXPECT_DOUBLE_EQ(told.gone, 0);
  EXPECT_DOUBLE_EQ(told.other, 12);
}

TEST(ExampleOf, TheLossFallsTowardsTheTruth) {
  const learn::Example example = ExampleOf(Bars());
  const learn::Extent extent{4, 8, 8};
  std::vector<float> none(256), right(256);
  const double unsure = example.loss(extent, &none);
  EXPECT_NEAR(unsure, std::log(2.0), 1e-6);
  // Row 4 is the upper row of cells of row 2: parts 0 and 1. Row 10, of row 5.
  for (size_t part = 0; part < 2; ++part) {
    for (size_t x = 0; x < 8; ++x) {
      right[part * 64 + 2 * 8 + x] = 5;
      right[part * 64 + 5 * 8 + x] = -5;
      EXPECT_LT(none[part * 64 + 2 * 8 + x], 0) << "more";
      EXPECT_GT(none[part * 64 + 5 * 8 + x], 0) << "less";
    }
  }
  EXPECT_LT(example.loss(extent, &right), 0.01);
}

// Layers that see far learn as those that see near.
TEST(Learner, GradientsAreTheSlopeOfTheLossOfSpreadWindows) {
  Random random(3, 0, "weights");
  std::vector<Layer> layers;
  for (const int apart : {1, 2}) {
    Layer layer{0, 5, 3, 3, 1, 1, {}, {}};
    layer.apart = apart;
    learn::AddLayer(kSealChannels, layer, &random, &layers);
  }
  learn::AddLayer(0, {0, 4, 1, 1, 1, 1, {}, {}}, &random, &layers);
  const learn::Example example = ExampleOf(Bars());
  learn::Learner learner(layers);
  learner.Add(example);
  for (size_t l = 0; l < layers.size(); ++l) {
    const std::vector<float> slopes = learner.WeightGradients()[l];
    size_t at = 0;
    for (size_t i = 0; i < slopes.size(); ++i) {
      if (std::abs(slopes[i]) > std::abs(slopes[at])) at = i;
    }
    constexpr float kShift = 2e-3f;
    double sides[2];
    for (int side = 0; side < 2; ++side) {
      std::vector<Layer> moved = layers;
      moved[l].weights[at] += side == 0 ? -kShift : kShift;
      sides[side] = learn::Learner(moved).Add(example);
    }
    const double slope = (sides[1] - sides[0]) / (2 * kShift);
    EXPECT_NEAR(slope, slopes[at], 0.05 * std::abs(slope) + 0.01) << "layer " << l;
  }
}

// The model in rules/models, on the corpus maker's seals, of which it learnt none, over its poor scans.
TEST(SealModel, TellsPrintFromSeals) {
  const SealNetwork network(ReadFile(std::string(TRICHLUC_SOURCE_DIR) + "/rules/models/seal.net"));
  Told told;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Random random(seed, 0, "test");
    corpus::Sheet clean(300, 300), stamped(300, 300);
    const corpus::SetText text(
        "Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân tỉnh giao các sở, ban, ngành, đoàn thể cấp tỉnh, Ủy ban nhân dân các "
        "huyện, thị xã, thành phố triển khai thực hiện những nhiệm vụ sau đây, báo cáo kết quả trước ngày 15 tháng 12 hằng năm để tổng hợp.",
        {.size = 13}, 240);
    for (corpus::Sheet* sheet : {&clean, &stamped}) sheet->Set(text, 30, 90);
    corpus::DrawSeal(150, 140, "ỦY BAN NHÂN DÂN TỈNH", "HÀ GIANG", &random, &stamped);
    for (const Sample& sample : SamplesOf(clean, stamped, {{150, 140, corpus::Millimetres(17.5) + 1}}, corpus::FindQuality("poor150"), false, &random))
      told.Add(sample, network.Print(sample.view));
  }
  EXPECT_GT(told.kept, 0.88 * told.print);
  EXPECT_GT(told.gone, 0.8 * told.other);
}

}  // namespace
}  // namespace trichluc::seals

#include "hand/network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace trichluc {
namespace {

Network Small() {
  Network network;
  network.signs = "01";
  network.softness = 2;
  Layer first{1, 2, 3, 3, 32, 2, {}, {0.5f, -0.25f}};
  for (int i = 0; i < 18; ++i) first.weights.push_back(static_cast<float>(std::sin(i * 0.7)));
  Layer last{2, 3, 1, 1, 1, 1, {0.5f, -1, 0.25f, 2, -0.75f, 1}, {0, 0.125f, 0}};
  network.layers = {first, last};
  return network;
}

Ink Stripes(int width) {
  Ink ink{width, kStripHeight, {}};
  for (int i = 0; i < width * kStripHeight; ++i) ink.values.push_back(static_cast<float>(i % 5 == 0));
  return ink;
}

TEST(Network, PackedWeightsComeBackNearlyTheSame) {
  const Network before = Small(), after = Unpack(Pack(before));
  EXPECT_EQ(after.signs, before.signs);
  EXPECT_EQ(after.softness, before.softness);
  for (size_t l = 0; l < before.layers.size(); ++l) {
    EXPECT_EQ(after.layers[l].bias, before.layers[l].bias);
    for (size_t i = 0; i < before.layers[l].weights.size(); ++i) {
      EXPECT_NEAR(after.layers[l].weights[i], before.layers[l].weights[i], 1e-4);
    }
  }
}

TEST(Network, DamagedModelsAreRefused) {
  const std::string good = Pack(Small());
  EXPECT_THROW(Unpack(""), std::runtime_error);
  EXPECT_THROW(Unpack("something else entirely"), std::runtime_error);
  for (size_t size = 16; size < good.size(); size += 7)
    EXPECT_THROW(Unpack(good.substr(0, size)), std::runtime_error) << size;
  EXPECT_THROW(Unpack(good + "x"), std::runtime_error);
}

TEST(Network, ChancesOfEachStepAddUpToOne) {
  for (int width : {1, 8, 9, 40}) {
    const auto steps = trichluc::Run(Small(), Stripes(width));
    EXPECT_EQ(steps.size(), static_cast<size_t>(std::max(1, width / 2)));
    for (const std::vector<float>& chances : steps) {
      ASSERT_EQ(chances.size(), 3u);
      EXPECT_NEAR(chances[0] + chances[1] + chances[2], 1, 1e-5);
    }
  }
}

// The slow way, pixel by pixel.
TEST(Network, ConvolutionIsWhatItSays) {
  Network network;
  network.signs = "0";
  Layer layer{1, 2, 32, 3, 1, 1, {}, {0.1f, -0.2f}};
  for (int i = 0; i < 2 * 96; ++i) layer.weights.push_back(static_cast<float>(std::cos(i * 0.3) * 0.1));
  network.layers = {layer};
  const Ink ink = Stripes(7);
  // An even window of 32 rows is padded by 15 on both sides: 31 rows come out, of which only a pool would be
  // read; take one row.
  network.layers[0].pool_rows = 31;
  const auto steps = trichluc::Run(network, ink);
  ASSERT_EQ(steps.size(), 7u);
  for (int x = 0; x < 7; ++x) {
    double best[2] = {0, 0};
    for (int c = 0; c < 2; ++c) {
      for (int y = 0; y < 31; ++y) {
        double sum = layer.bias[c];
        for (int dy = 0; dy < 32; ++dy) {
          for (int dx = 0; dx < 3; ++dx) {
            const int row = y + dy - 15, column = x + dx - 1;
            if (row < 0 || row > 31 || column < 0 || column > 6) continue;
            sum += layer.weights[c * 96 + dy * 3 + dx] * ink.values[row * 7 + column];
          }
        }
        best[c] = std::max(best[c], sum);
      }
    }
    EXPECT_NEAR(steps[x][1], 1 / (1 + std::exp(best[0] - best[1])), 1e-4) << x;
  }
}

}  // namespace
}  // namespace trichluc

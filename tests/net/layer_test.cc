#include "net/layer.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>

#include "net/matrix.h"

namespace trichluc {
namespace {

// By the definition, in the order that the readers on all machines add.
std::vector<float> Product(const std::vector<float>& a, const std::vector<float>& b, int m, int n, int k) {
  std::vector<float> c(static_cast<size_t>(m) * n, 0.5f);
  for (int i = 0; i < m; ++i) {
    for (int j = 0; j < n; ++j) {
      float sum = 0;
      for (int p = 0; p < k; ++p) sum += a[i * k + p] * b[p * n + j];
      c[i * n + j] += sum;
    }
  }
  return c;
}

TEST(AddProduct, IsTheSameToTheLastBitForEveryWidthOfVectors) {
  for (const auto& [m, n, k] : {std::array{1, 1, 1}, {4, 8, 3}, {5, 33, 7}, {9, 70, 20}, {17, 16, 40}}) {
    std::vector<float> a, b, turned(static_cast<size_t>(n) * k);
    for (int i = 0; i < m * k; ++i) a.push_back(static_cast<float>(std::sin(i * 0.7)));
    for (int i = 0; i < k * n; ++i) b.push_back(static_cast<float>(std::cos(i * 1.3)));
    for (int p = 0; p < k; ++p) {
      for (int j = 0; j < n; ++j) turned[j * k + p] = b[p * n + j];
    }
    const std::vector<float> truth = Product(a, b, m, n, k);
    std::vector<float> four(truth.size(), 0.5f), eight = four, sixteen = four, other = four;
    AddProduct<4>(a.data(), b.data(), four.data(), m, n, k);
    AddProduct<8>(a.data(), b.data(), eight.data(), m, n, k);
    AddProduct<16>(a.data(), b.data(), sixteen.data(), m, n, k);
    AddProduct<8>(a.data(), turned.data(), other.data(), m, n, k, true);
    EXPECT_EQ(four, truth) << m;
    EXPECT_EQ(eight, truth) << m;
    EXPECT_EQ(sixteen, truth) << m;
    EXPECT_EQ(other, truth) << m;
  }
}

Layer Waves(int in, int out, int rows, int columns, int apart) {
  Layer layer{in, out, rows, columns, 1, 1, {}, {}};
  layer.apart = apart;
  for (int i = 0; i < in * out * rows * columns; ++i) layer.weights.push_back(static_cast<float>(std::sin(i * 0.9)));
  for (int c = 0; c < out; ++c) layer.bias.push_back(static_cast<float>(c) - 0.5f);
  return layer;
}

Volume Noise(int channels, int height, int width) {
  Volume volume{channels, height, width, {}};
  for (int i = 0; i < channels * height * width; ++i) volume.values.push_back(static_cast<float>(std::cos(0.37 * i * i)));
  return volume;
}

// The slow way, tap by tap.
float Answer(const Layer& layer, const Volume& in, int c, int y, int x) {
  double sum = layer.bias[static_cast<size_t>(c)];
  size_t weight = static_cast<size_t>(c) * layer.in * layer.rows * layer.columns;
  for (int k = 0; k < in.channels; ++k) {
    for (int dy = 0; dy < layer.rows; ++dy) {
      for (int dx = 0; dx < layer.columns; ++dx, ++weight) {
        const int row = y + (dy - layer.rows / 2) * layer.apart, column = x + (dx - layer.columns / 2) * layer.apart;
        if (row < 0 || row >= in.height || column < 0 || column >= in.width) continue;
        sum += layer.weights[weight] * in.values[(static_cast<size_t>(k) * in.height + row) * in.width + column];
      }
    }
  }
  return static_cast<float>(sum);
}

TEST(Convolve, SeesNeighboursNearAndFar) {
  for (const int apart : {1, 2, 8}) {
    const Layer layer = Waves(2, 3, 3, 5, apart);
    const Volume in = Noise(2, 9, 13);
    const Volume kept = Convolve(layer, in, true), cut = Convolve(layer, in, false);
    ASSERT_EQ(kept.height, 9);
    ASSERT_EQ(kept.width, 13);
    for (int c = 0; c < 3; ++c) {
      for (int y = 0; y < 9; ++y) {
        for (int x = 0; x < 13; ++x) {
          const size_t at = (static_cast<size_t>(c) * 9 + y) * 13 + x;
          EXPECT_NEAR(kept.values[at], Answer(layer, in, c, y, x), 1e-4) << apart << " " << y << " " << x;
          EXPECT_EQ(cut.values[at], std::max(kept.values[at], 0.0f));
        }
      }
    }
  }
}

TEST(Convolve, LargeImagesAreDoneInPartsThatFitTogether) {
  const Layer layer = Waves(1, 1, 3, 3, 2);
  const Volume in = Noise(1, 300, 200), out = Convolve(layer, in, true);
  for (int y = 0; y < 300; y += 7) EXPECT_NEAR(out.values[static_cast<size_t>(y) * 200 + 5], Answer(layer, in, 0, y, 5), 1e-4) << y;
}

TEST(Convolve, ALayerForOtherChannelsIsRefused) {
  EXPECT_THROW(Convolve(Waves(2, 1, 3, 3, 1), Noise(1, 4, 4), true), std::runtime_error);
}

TEST(Pool, KeepsTheLargest) {
  Layer layer = Waves(1, 1, 1, 1, 1);
  layer.pool_rows = layer.pool_columns = 2;
  const Volume out = Pool(layer, {1, 2, 4, {1, 2, 3, 4, 5, 0, 7, 9}});
  EXPECT_EQ(out.values, (std::vector<float>{5, 9}));
}

TEST(Layers, ComeBackNearlyTheSame) {
  const std::vector<Layer> before = {Waves(7, 4, 3, 3, 8), Waves(4, 2, 1, 1, 1)};
  std::string bytes;
  PutLayers(before, true, &bytes);
  ByteSource source(bytes);
  const std::vector<Layer> after = TakeLayers(&source, true);
  EXPECT_TRUE(source.Empty());
  ASSERT_EQ(after.size(), 2u);
  for (size_t l = 0; l < 2; ++l) {
    EXPECT_EQ(after[l].apart, before[l].apart);
    EXPECT_EQ(after[l].bias, before[l].bias);
    ASSERT_EQ(after[l].weights.size(), before[l].weights.size());
    for (size_t i = 0; i < after[l].weights.size(); ++i) EXPECT_NEAR(after[l].weights[i], before[l].weights[i], 1e-4);
  }
}

TEST(Layers, BytesThatEndEarlyAreRefused) {
  std::string bytes;
  PutLayers({Waves(2, 2, 3, 3, 1)}, true, &bytes);
  for (size_t size = 0; size < bytes.size(); size += 5) {
    ByteSource source(std::string_view(bytes).substr(0, size));
    EXPECT_THROW(TakeLayers(&source, true), std::runtime_error) << size;
  }
}

}  // namespace
}  // namespace trichluc

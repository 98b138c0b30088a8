#include "image/seal_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

#include "image/lift_seal.h"
#include "support/painted_page.h"

namespace trichluc {
namespace {

using testing::PaintedPage;

// Print is what lies nearer to the centre than 0.8 of the radius.
std::string InnerIsPrint() {
  Layer layer{kSealChannels, 4, 1, 1, 1, 1, {}, {}};
  for (int part = 0; part < 4; ++part) {
    std::vector<float> weights(kSealChannels);
    weights[4] = -100;
    layer.weights.insert(layer.weights.end(), weights.begin(), weights.end());
    layer.bias.push_back(80);
  }
  return PackSealNetwork({layer});
}

TEST(SealView, IsASquareAroundTheSealAtOneSize) {
  for (const int dpi : {100, 150, 200, 300}) {
    PaintedPage page(120, 120, dpi);
    page.Ring(60, 60, 17, 0.6, testing::kBlack);
    const Ring ring{60 * dpi / 25.4, 60 * dpi / 25.4, 17 * dpi / 25.4, 1};
    const SealView view = ViewOf(page.image(), ring);
    EXPECT_NEAR(view.side, 2 * kSealReach * 17 * kSealDpi / 25.4, 5) << dpi;
    EXPECT_NEAR(view.radius, 17 * kSealDpi / 25.4, 1) << dpi;
    EXPECT_EQ(view.ink.size(), static_cast<size_t>(view.side) * view.side);
    // Ink on the ring, at half a dozen places, and none half way to it.
    for (int i = 0; i < 6; ++i) {
      const auto at = [&](double share) {
        const double x = view.middle + share * view.radius * std::cos(i), y = view.middle + share * view.radius * std::sin(i);
        return view.ink[static_cast<size_t>(y) * static_cast<size_t>(view.side) + static_cast<size_t>(x)];
      };
      EXPECT_GT(std::max({at(0.96), at(0.97), at(0.98), at(0.99), at(1), at(1.01), at(1.02), at(1.03)}), 0.3) << dpi << " " << i;
      EXPECT_LT(at(0.5), 0.1) << dpi << " " << i;
    }
  }
}

TEST(SealView, CellsSayWhereTheyLie) {
  PaintedPage page(120, 120, 150);
  const SealView view = ViewOf(page.image(), {300, 300, 100, 1});
  const Volume cells = CellsOf(view);
  EXPECT_EQ(cells.channels, kSealChannels);
  const auto at = [&](int channel, int x, int y) {
    return cells.values[(static_cast<size_t>(channel) * cells.height + y) * cells.width + x];
  };
  const int middle = cells.width / 2;
  EXPECT_NEAR(at(4, middle + 50, middle), 1.0, 0.02) << "fifty cells are a hundred pixels: the radius";
  EXPECT_NEAR(at(5, middle + 50, middle), 1, 0.02);
  EXPECT_NEAR(at(6, middle, middle - 50), -1, 0.02);
}

TEST(SealNetwork, WhitensWhatIsNoPrint) {
  for (const int dpi : {150, 300}) {
    PaintedPage page(120, 120, dpi);
    page.Ring(60, 60, 17, 0.6, testing::kBlack);
    page.Ring(60, 60, 8, 0.6, testing::kBlack);
    Image image = page.image();
    const double mm = dpi / 25.4;
    const Ring ring{60 * mm, 60 * mm, 17 * mm, 1};
    LiftSeal(&image, ring, nullptr);
    Image lifted = page.image();
    const SealNetwork network(InnerIsPrint());
    LiftSeal(&lifted, ring, &network);
    int outer = 0, inner = 0;
    for (int y = 0; y < lifted.height; ++y) {
      for (int x = 0; x < lifted.width; ++x) {
        if (lifted.Row(y)[x] > 100) continue;
        (std::hypot(x - ring.x, y - ring.y) > 12 * mm ? outer : inner)++;
      }
    }
    EXPECT_EQ(outer, 0) << dpi;
    EXPECT_GT(inner, 8 * 2 * M_PI * 0.4 * mm * mm) << dpi;
  }
}

TEST(SealNetwork, ASealAtTheEdgeOrBesideThePageIsNoHarm) {
  PaintedPage page(60, 60, 150);
  page.Ring(58, 30, 17, 0.6, testing::kBlack);
  const SealNetwork network(InnerIsPrint());
  Image image = page.image();
  network.Take(image, {58 * 150 / 25.4, 30 * 150 / 25.4, 17 * 150 / 25.4, 1}).TakeOff(&image);
  EXPECT_NE(image.pixels, page.image().pixels);
  image = page.image();
  network.Take(image, {-500, -500, 100, 1}).TakeOff(&image);
  EXPECT_EQ(image.pixels, page.image().pixels);
}

TEST(SealNetwork, DamagedModelsAreRefused) {
  const std::string good = InnerIsPrint();
  EXPECT_THROW(SealNetwork(""), std::runtime_error);
  EXPECT_THROW(SealNetwork("trichluc hand 1\nand more"), std::runtime_error);
  EXPECT_THROW(SealNetwork(good + "x"), std::runtime_error);
  EXPECT_THROW(SealNetwork(std::string_view(good).substr(0, good.size() - 3)), std::runtime_error);
  Layer other{3, 4, 1, 1, 1, 1, std::vector<float>(12), std::vector<float>(4)};
  EXPECT_THROW(SealNetwork(PackSealNetwork({other})), std::runtime_error) << "it sees other channels";
}

}  // namespace
}  // namespace trichluc

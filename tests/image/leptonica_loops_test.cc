// The program's own loops give the pixels of Leptonica's, which are asked by the library's own address.
#include "image/leptonica_loops.h"

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <random>
#include <vector>

#include "image/pix.h"

namespace trichluc {
namespace {

template <typename Function>
Function* Leptonicas(Function* ours, const char* name) {
  void* const library = dlopen("liblept.so.5", RTLD_NOW | RTLD_NOLOAD);
  auto* const theirs = library == nullptr ? nullptr : reinterpret_cast<Function*>(dlsym(library, name));
  EXPECT_NE(theirs, nullptr) << name;
  EXPECT_NE(theirs, ours) << name << " is Leptonica's";
  return theirs;
}

PixPtr Noise(int width, int height, int depth, unsigned seed) {
  std::mt19937 random(seed);
  PixPtr pix(pixCreate(width, height, depth));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) pixSetPixel(pix.get(), x, y, random() >> (32 - depth));
  }
  return pix;
}

bool SamePix(Pix* a, Pix* b) {
  l_int32 same = 0;
  pixEqual(a, b, &same);
  return same != 0;
}

TEST(LeptonicaLoopsTest, CombineAsLeptonicaDoes) {
  UseOwnLoops();
  const auto theirs = Leptonicas(&rasteropLow, "rasteropLow");
  ASSERT_NE(theirs, nullptr);
  const int operations[] = {PIX_SRC, PIX_NOT(PIX_SRC), PIX_SRC | PIX_DST, PIX_SRC & PIX_DST, PIX_SRC ^ PIX_DST, PIX_NOT(PIX_SRC) | PIX_DST,
                            PIX_NOT(PIX_SRC) & PIX_DST, PIX_SRC | PIX_NOT(PIX_DST), PIX_SRC & PIX_NOT(PIX_DST), PIX_NOT(PIX_SRC | PIX_DST),
                            PIX_NOT(PIX_SRC & PIX_DST), PIX_NOT(PIX_SRC ^ PIX_DST)};
  std::mt19937 random(5);
  const auto among = [&](int from, int to) { return from + static_cast<int>(random() % static_cast<unsigned>(to - from)); };
  for (int round = 0; round < 3000; ++round) {
    const int depth = round % 4 == 3 ? 8 : 1;
    const PixPtr from = Noise(among(1, 200), among(1, 9), depth, random()), to = Noise(among(1, 200), among(1, 9), depth, random());
    const PixPtr copy(pixCopy(nullptr, to.get()));
    const int operation = operations[round % 12], dx = among(-70, 200), dy = among(-3, 8), sx = among(-70, 200), sy = among(-3, 8),
              width = among(-1, 220), height = among(-1, 9);
    const auto call = [&](auto* function, Pix* d) {
      function(pixGetData(d), pixGetWidth(d), pixGetHeight(d), depth, pixGetWpl(d), dx, dy, width, height, operation, pixGetData(from.get()),
               pixGetWidth(from.get()), pixGetHeight(from.get()), pixGetWpl(from.get()), sx, sy);
    };
    call(&rasteropLow, to.get());
    call(theirs, copy.get());
    ASSERT_TRUE(SamePix(to.get(), copy.get())) << "round " << round << ", operation " << operation;
  }
}

TEST(LeptonicaLoopsTest, MakeBitsAsLeptonicaDoes) {
  const auto theirs = Leptonicas(&thresholdToBinaryLineLow, "thresholdToBinaryLineLow");
  ASSERT_NE(theirs, nullptr);
  for (const int width : {1, 3, 31, 32, 33, 70, 95, 96, 300}) {
    const PixPtr grey = Noise(width, 1, 8, static_cast<unsigned>(width)), sixteen = Noise(width, 1, 4, static_cast<unsigned>(width));
    for (const int limit : {-3, 0, 1, 2, 13, 100, 128, 200, 254, 255, 256, 300}) {
      for (Pix* pix : {grey.get(), sixteen.get()}) {
        std::vector<l_uint32> ours(12, 7), expected(12, 7);
        thresholdToBinaryLineLow(ours.data(), width, pixGetData(pix), pixGetDepth(pix), limit);
        theirs(expected.data(), width, pixGetData(pix), pixGetDepth(pix), limit);
        EXPECT_EQ(ours, expected) << width << " pixels below " << limit;
      }
    }
  }
}

TEST(LeptonicaLoopsTest, TurnAsLeptonicaDoes) {
  const auto theirs = Leptonicas(&pixRotateAMGray, "pixRotateAMGray");
  ASSERT_NE(theirs, nullptr);
  for (const auto& [width, height] : {std::pair{1, 1}, {2, 3}, {5, 40}, {64, 48}, {301, 211}, {150, 333}}) {
    const PixPtr grey = Noise(width, height, 8, static_cast<unsigned>(width + height));
    for (const float angle : {0.0005f, 0.0011f, -0.0123f, 0.05f, -0.21f, 1.3f}) {
      for (const l_uint8 outside : {0, 255}) {
        const PixPtr ours(pixRotateAMGray(grey.get(), angle, outside)), expected(theirs(grey.get(), angle, outside));
        EXPECT_TRUE(SamePix(ours.get(), expected.get())) << width << " × " << height << " by " << angle;
      }
    }
  }
}

}  // namespace
}  // namespace trichluc

// The tool that trains the reader of clerks' figures, and the model that came of it.
#include <gtest/gtest.h>

#include <cmath>

#include "base/files.h"
#include "clerk/grow.h"
#include "clerk/labels.h"
#include "clerk/learn.h"
#include "clerk/measure.h"
#include "clerk/scan.h"
#include "clerk/shapes.h"
#include "hand/reader.h"
#include "image/analyse.h"
#include "support/temp_folder.h"

namespace trichluc::clerk {
namespace {

Ink Noise(int width) {
  Ink ink{width, kStripHeight, {}};
  Random random(5, 0, "noise");
  for (int i = 0; i < width * kStripHeight; ++i) ink.values.push_back(static_cast<float>(random.Unit()));
  return ink;
}

TEST(Learner, GradientsAreTheSlopeOfTheLoss) {
  Random random(3, 0, "weights");
  const Network network = FreshNetwork("0123", &random);
  const Ink strip = Noise(40);
  Learner learner(network);
  const double loss = learner.Add(strip, "110");
  EXPECT_GT(loss, 0);
  for (size_t l = 0; l < network.layers.size(); ++l) {
    // The weight with the steepest slope: shifts of others drown in rounding.
    const std::vector<float> slopes = learner.WeightGradients()[l];
    size_t at = 0;
    for (size_t i = 0; i < slopes.size(); ++i) {
      if (std::abs(slopes[i]) > std::abs(slopes[at])) at = i;
    }
    constexpr float kShift = 2e-3f;
    double sides[2];
    for (int side = 0; side < 2; ++side) {
      Network moved = network;
      moved.layers[l].weights[at] += side == 0 ? -kShift : kShift;
      sides[side] = Learner(moved).Add(strip, "110");
    }
    const double slope = (sides[1] - sides[0]) / (2 * kShift);
    EXPECT_NEAR(slope, slopes[at], 0.05 * std::abs(slope) + 0.01) << "layer " << l;
  }
}

TEST(Stretched, KeepsTheInkAndItsPlace) {
  Ink bar{20, kStripHeight, std::vector<float>(20 * kStripHeight)};
  for (int y = 0; y < kStripHeight; ++y) bar.values[y * 20 + 10] = 1;
  EXPECT_EQ(Stretched(bar, 1).values, bar.values);
  const Ink wide = Stretched(bar, 2);
  EXPECT_EQ(wide.width, 40);
  float sum = 0;
  for (int x = 18; x < 24; ++x) sum += wide.values[x];
  EXPECT_NEAR(sum, 2, 1e-4);  // twice as wide
  EXPECT_EQ(Stretched(bar, 0.1).width, 8) << "no narrower than the network needs";
}

TEST(Lifted, MovesRowsAndLosesWhatLeaves) {
  Ink rows{8, kStripHeight, {}};
  for (int i = 0; i < 8 * kStripHeight; ++i) rows.values.push_back(static_cast<float>(i / 8 + 1));
  const Ink up = Lifted(rows, 2), down = Lifted(rows, -2);
  EXPECT_EQ(up.values[0], 3);
  EXPECT_EQ(up.values[8 * (kStripHeight - 3)], kStripHeight);
  EXPECT_EQ(up.values[8 * (kStripHeight - 2)], 0);
  EXPECT_EQ(down.values[8], 0);
  EXPECT_EQ(down.values[16], 1);
  EXPECT_EQ(Lifted(rows, 0).values, rows.values);
}

TEST(HandReader, LooksAgainWhereItDoubts) {
  const HandReader reader(ReadFile(std::string(TRICHLUC_SOURCE_DIR) + "/rules/models/hand.net"));
  Random random(11, 0, "doubts");
  int doubted = 0;
  for (int k = 0; k < 30; ++k) {
    Image noise{60, 40, 1, 200, std::vector<uint8_t>(60 * 40, 255)};
    for (int i = 0; i < 40 * k; ++i) noise.pixels[random.Next() % noise.pixels.size()] = 0;
    const std::vector<HandCandidate> once = reader.ReadOnce(noise), voted = reader.Read(noise);
    double sum = 0;
    for (size_t i = 0; i < voted.size(); ++i) {
      sum += voted[i].probability;
      if (i > 0) {
        EXPECT_LE(voted[i].probability, voted[i - 1].probability);
      }
    }
    EXPECT_LE(sum, 1 + 1e-6);
    if (once.front().probability >= kSureAtOnce) {
      EXPECT_EQ(once, voted);
    } else {
      ++doubted;
      EXPECT_NE(once, voted);
    }
  }
  EXPECT_GT(doubted, 5);
}

TEST(Learner, ATextThatDoesNotFitIsPassedOver) {
  Random random(3, 0, "weights");
  Learner learner(FreshNetwork("01", &random));
  EXPECT_LT(learner.Add(Noise(16), "111"), 0);  // four steps; three ones need five
  EXPECT_GT(learner.Add(Noise(16), "101"), 0);
}

// Strips by number, as AddMany wants them.
Lesson Numbered(int k) { return {Noise(24 + 4 * (k % 5)), k % 2 == 0 ? "10" : "01"}; }

TEST(Learner, ThreadsDoNotChangeTheWeights) {
  Random random(3, 0, "weights");
  const Network network = FreshNetwork("01", &random);
  Learner one(network), three(network);
  for (int step = 0; step < 2; ++step) {
    const double loss = one.AddMany(13, 1, Numbered);
    EXPECT_GT(loss, 0);
    EXPECT_EQ(loss, three.AddMany(13, 3, Numbered));
    one.Step(0.002), three.Step(0.002);
  }
  EXPECT_EQ(one.State(), three.State());
  Learner singly(network);
  double sum = 0;
  for (int k = 0; k < 13; ++k) sum += singly.Add(Numbered(k).strip, Numbered(k).text);
  EXPECT_NEAR(sum / 13, Learner(network).AddMany(13, 1, Numbered), 1e-9);
}

TEST(Learner, GoesOnWhereItWasStopped) {
  Random random(3, 0, "weights");
  const Network network = FreshNetwork("01", &random);
  Learner through(network), first(network), second(network);
  for (int step = 0; step < 4; ++step) {
    Learner& now = step < 2 ? first : second;
    if (step == 2) second.Restore(first.State());
    EXPECT_EQ(now.Steps(), step);
    for (Learner* learner : {&through, &now}) {
      learner->AddMany(8, 1, Numbered);
      learner->Step(0.002);
    }
  }
  EXPECT_EQ(through.State(), second.State());
  EXPECT_EQ(Pack(through.Averaged()), Pack(second.Averaged()));
  EXPECT_THROW(Learner(FreshNetwork("012", &random)).Restore(first.State()), std::runtime_error);
}

TEST(Learner, LearnsWhatItIsShown) {
  Random random(3, 0, "weights");
  Learner learner(FreshNetwork("01", &random));
  const Ink strip = Noise(40);
  const double before = learner.Add(strip, "101");
  for (int k = 0; k < 40; ++k) {
    learner.Step(0.002);
    learner.Add(strip, "101");
  }
  EXPECT_LT(learner.Add(strip, "101"), before / 4);
}

TEST(Grow, ReadsAsBeforeWithoutNoise) {
  Random random(3, 0, "weights");
  const Network small = FreshNetwork("0123", &random);
  const Network large = Grow(small, 1.5, 0, &random);
  ASSERT_EQ(large.layers.size(), small.layers.size() + 1);
  EXPECT_EQ(large.layers[0].out, 18);
  const auto before = trichluc::Run(small, Noise(40)), after = trichluc::Run(large, Noise(40));
  ASSERT_EQ(before.size(), after.size());
  for (size_t t = 0; t < before.size(); ++t) {
    for (size_t c = 0; c < before[t].size(); ++c)
      EXPECT_NEAR(before[t][c], after[t][c], 1e-4) << t << ' ' << c;
  }
  EXPECT_NE(Pack(Grow(small, 1.5, 0.1, &random)), Pack(large));
}

TEST(ReadLabels, GivesPicturesWithTheirTextAndOrigin) {
  const TempFolder folder;
  const Image dot{2, 1, 1, 100, {0, 255}};
  WriteFileAtomically(folder / "a.png", EncodePng(dot));
  WriteFileAtomically(folder / "b.png", EncodePng(dot));
  WriteFileAtomically(folder / "labels.tsv",
                      "crop\tink\tfile\ttext\n"
                      "a.png\tblue\tR12_a_plan.pdf\t239\n"
                      "b.png\tblack\tsome_office__17.pdf\t08\n"
                      "c.png\tblack\tcut off\n");
  const std::vector<LabelledCrop> crops = ReadLabels(folder.path());
  ASSERT_EQ(crops.size(), 2u);
  EXPECT_EQ(crops[0].text, "239");
  EXPECT_EQ(crops[0].origin, "file R12");
  EXPECT_EQ(crops[1].origin, "some_office");
  EXPECT_EQ(crops[1].image.width, 2);
}

TEST(Tally, CountsStringsFiguresAndConfidence) {
  Tally tally;
  tally.Add("a", "17", {{"17", 0.95}});
  tally.Add("a", "17", {{"11", 0.97}, {"17", 0.02}});
  tally.Add("b", "2013", {{"203", 0.4}});
  const std::string text = tally.Print();
  EXPECT_NE(text.find("all                                3   0.333   0.750     0.667     0.500"),
            std::string::npos)
      << text;
}

TEST(Tally, ShowsTheWorstFirst) {
  const Ink dark{40, kStripHeight, std::vector<float>(40 * kStripHeight, 1)};
  const Ink light{40, kStripHeight, std::vector<float>(40 * kStripHeight, 0)};
  std::string lines;
  const Image sheet = DecodePng(WorstSheet({{0.9, light, "sure"}, {0.1, dark, "worst"}}, &lines));
  EXPECT_EQ(lines, " 1 worst\n 2 sure\n");
  EXPECT_EQ(sheet.Row(20)[10], 0);
  EXPECT_EQ(sheet.Row(20)[180], 255);
}

// A number in copybook figures, without scanner or neighbours.
Image Written(const std::string& number, Random* random) {
  Sheet sheet(60 + 40 * static_cast<int>(number.size()), 60);
  double left = 20;
  for (char sign : number) {
    const Shape shape = DrawCopybook(sign, 0.02, random);
    double right = 0;
    for (const Stroke& stroke : shape.strokes) {
      for (const Point& point : stroke) right = std::max(right, point.x);
    }
    for (const Stroke& stroke : shape.strokes) {
      Stroke placed;
      for (const Point& point : stroke) placed.push_back({left + 40 * point.x, 10 + 40 * point.y});
      DrawLine(placed, 4, 1, &sheet);
    }
    left += 40 * right + 9;
  }
  Image image{sheet.width, sheet.height, 1, 200, {}};
  for (float ink : sheet.ink) image.pixels.push_back(static_cast<uint8_t>(255 - 235 * ink));
  return image;
}

TEST(HandModel, ReadsCopybookNumbers) {
  const HandReader reader(ReadFile(std::string(TRICHLUC_SOURCE_DIR) + "/rules/models/hand.net"));
  Random random(11, 0, "copybook");
  int right = 0;
  for (int k = 0; k < 100; ++k) {
    std::string number;
    for (int i = 0; i < 1 + k % 4; ++i) number += static_cast<char>('0' + random.Next() % 10);
    right += reader.Read(Written(number, &random), 1).front().text == number;
  }
  EXPECT_GE(right, 90);
}

}  // namespace
}  // namespace trichluc::clerk

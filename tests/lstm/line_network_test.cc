#include "lstm/line_network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "base/files.h"
#include "lstm/kernels.h"
#include "lstm/model.h"

namespace trichluc::lstm {
namespace {

const std::string& OwnModel() {
  static const std::string file = ReadFile(TRICHLUC_SOURCE_DIR "/rules/models/trichluc.traineddata");
  return file;
}

// Strokes on white, as dark and as fine as print.
std::vector<std::int8_t> Line(int height, int width, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::int8_t> out(static_cast<size_t>(height) * width, 127);
  for (int x = 2; x + 3 < width; x += 4 + static_cast<int>(random() % 6)) {
    const int top = static_cast<int>(random() % (height / 2)),
              length = height / 4 + static_cast<int>(random() % (height / 4));
    for (int y = top; y < top + length; ++y) {
      for (int dx = 0; dx < 3; ++dx)
        out[static_cast<size_t>(y) * width + x + dx] = static_cast<std::int8_t>(random() % 100 - 127);
    }
  }
  return out;
}

std::vector<float> Chances(LineNetwork* network, const std::vector<std::int8_t>& line) {
  const int width = static_cast<int>(line.size()) / network->Height();
  std::vector<float> out(static_cast<size_t>(network->Steps(width)) * network->Letters());
  network->Read(line.data(), width, out.data());
  return out;
}

TEST(ParseModel, TellsTheShapeOfTheProgramsOwnModel) {
  const auto model = ParseModel(OwnModel());
  ASSERT_TRUE(model);
  EXPECT_EQ(model->height, 36);
  EXPECT_EQ(model->convolution.outputs, 16);
  EXPECT_EQ(model->convolution.inputs, 9);
  EXPECT_EQ(model->columns.outputs, 48);
  ASSERT_EQ(model->rows.size(), 3u);
  EXPECT_FALSE(model->rows[0].reversed);
  EXPECT_TRUE(model->rows[1].reversed);
  EXPECT_EQ(model->rows[2].outputs, 192);
  EXPECT_EQ(model->letters.outputs, 269);
}

TEST(ParseModel, TakesNothingThatEndsEarlyOrIsSomethingElse) {
  const std::string& whole = OwnModel();
  for (size_t size = 0; size < whole.size(); size += size < 4000 ? 7 : 20011) {
    const auto model = ParseModel(std::string_view(whole).substr(0, size));
    EXPECT_FALSE(model && size < 430'000) << size << " bytes";
  }
  EXPECT_FALSE(ParseModel(std::string(5000, '\0')));
  EXPECT_FALSE(ParseModel(std::string(5000, '\xff')));
}

TEST(ParseModel, BytesTurnedOverDoNotBreakIt) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::string broken = OwnModel();
    for (int k = 0; k < 4; ++k) broken[random() % 1500] = static_cast<char>(random());
    const auto model = ParseModel(broken);
    EXPECT_TRUE(!model || model->letters.outputs > 0);
  }
}

TEST(LineNetwork, GivesTheSameBitsOnEveryKindOfProcessor) {
  const Model model = *ParseModel(OwnModel());
  LineNetwork plain(model, &kPlainKernels);
  for (const Kernels* kernels : KernelsHere()) {
    LineNetwork network(model, kernels);
    for (const int width : {3, 4, 11, 100, 331}) {
      const std::vector<std::int8_t> line = Line(plain.Height(), width, static_cast<unsigned>(width));
      EXPECT_EQ(Chances(&network, line), Chances(&plain, line))
          << network.KernelsName() << ", " << width << " pixels";
    }
  }
}

TEST(LineNetwork, GivesChancesAndForgetsTheLineBefore) {
  LineNetwork network(*ParseModel(OwnModel()));
  const std::vector<std::int8_t> line = Line(network.Height(), 200, 1);
  const std::vector<float> first = Chances(&network, line);
  Chances(&network, Line(network.Height(), 411, 2));
  EXPECT_EQ(Chances(&network, line), first);
  for (size_t step = 0; step < first.size(); step += network.Letters()) {
    EXPECT_NEAR(std::accumulate(&first[step], &first[step] + network.Letters(), 0.0), 1, 1e-4);
  }
}

// Sides that fill no whole vector.
TEST(LineNetwork, TakesLayersOfAnySize) {
  std::mt19937 random(5);
  const auto matrix = [&random](int outputs, int inputs) {
    Matrix out{outputs, inputs};
    for (int i = 0; i < outputs * (inputs + 1); ++i)
      out.weights.push_back(static_cast<std::int8_t>(random() % 255 - 127));
    out.scales.assign(outputs, 1.0f / 127 / 127 / 4);
    return out;
  };
  const auto memory = [&](int inputs, int outputs, bool reversed) {
    Memory out{.inputs = inputs, .outputs = outputs, .reversed = reversed};
    for (Matrix& gate : out.gates) gate = matrix(outputs, inputs + outputs);
    return out;
  };
  Model model{.height = 13,
              .half_width = 2,
              .half_height = 1,
              .convolution = matrix(7, 15),
              .pool_width = 2,
              .pool_height = 3};
  model.columns = memory(7, 21, false);
  model.rows = {memory(21, 19, true), memory(19, 33, false)};
  model.letters = matrix(10, 33);
  LineNetwork plain(model, &kPlainKernels);
  for (const Kernels* kernels : KernelsHere()) {
    LineNetwork network(model, kernels);
    const std::vector<std::int8_t> line = Line(13, 77, 9);
    const std::vector<float> chances = Chances(&network, line);
    EXPECT_EQ(chances, Chances(&plain, line)) << network.KernelsName();
    EXPECT_EQ(chances.size(), 380u);
  }
}

}  // namespace
}  // namespace trichluc::lstm

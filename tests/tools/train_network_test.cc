// Debian's models, made trainable and back again.
#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <filesystem>

#include "base/files.h"
#include "corpus/error.h"
#include "train/network_file.h"

namespace trichluc::train {
namespace {

constexpr const char* kVie = "/usr/share/tesseract-ocr/5/tessdata/vie.traineddata";
constexpr int kLstm = 17;  // the component's place in a .traineddata file

// The file begins with the number of components and an 8-byte offset for each, -1 when it is missing.
std::string Component(const std::string& path, int wanted) {
  const std::string bytes = ReadFile(path);
  std::uint32_t count = 0;
  std::memcpy(&count, bytes.data(), sizeof count);
  const auto offset = [&](std::uint32_t i) {
    std::int64_t at = -1;
    if (i < count) std::memcpy(&at, bytes.data() + 4 + 8 * i, sizeof at);
    return at;
  };
  std::uint32_t next = static_cast<std::uint32_t>(wanted) + 1;
  while (next < count && offset(next) < 0) ++next;
  const std::int64_t from = offset(static_cast<std::uint32_t>(wanted));
  const std::int64_t to = next < count ? offset(next) : static_cast<std::int64_t>(bytes.size());
  return bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
}

class TrainNetworkTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kVie)) GTEST_SKIP() << "apt install tesseract-ocr-vie";
    bytes_ = Component(kVie, kLstm);
  }
  std::string bytes_;
};

TEST_F(TrainNetworkTest, IsReadWhole) {
  const NetworkFile network = ParseNetwork(bytes_, "vie");
  EXPECT_EQ(network.spec, "[1,36,0,1Ct3,3,16Mp3,3Lfys48Lfx96Lrx96Lfx192O1c1]");
  EXPECT_EQ(network.matrices.size(), 1u + 4 * 4 + 1);
  std::size_t weights = 0;
  for (const Weights& matrix : network.matrices) weights += matrix.bytes.size();
  EXPECT_EQ(weights, 416301u);  // as the file's own head says
  EXPECT_EQ(WriteNetwork(network), bytes_);
}

TEST_F(TrainNetworkTest, EveryWeightComesBack) {
  const NetworkFile network = ParseNetwork(bytes_, "vie");
  const NetworkFile real = ParseNetwork(WriteNetwork(ToFloat(network)), "vie as doubles");
  for (const Weights& matrix : real.matrices) EXPECT_FALSE(matrix.integer);
  Difference difference = Compare(network, real);
  EXPECT_EQ(difference.weights, 416301u);
  EXPECT_EQ(difference.unequal, 0u);
  difference = Compare(network, ToInteger(real));
  EXPECT_EQ(difference.weights, 416301u);
  EXPECT_EQ(difference.unequal, 0u);
  EXPECT_EQ(WriteNetwork(ToInteger(real)), bytes_);
}

TEST_F(TrainNetworkTest, CompareSeesOneWeight) {
  const NetworkFile network = ParseNetwork(bytes_, "vie");
  NetworkFile changed = ToFloat(network);
  changed.matrices[3].values[5] += 0.25;
  const Difference difference = Compare(network, changed);
  EXPECT_EQ(difference.unequal, 1u);
  EXPECT_DOUBLE_EQ(difference.largest, 0.25);
  changed.matrices.pop_back();
  EXPECT_THROW(Compare(network, changed), corpus::Error);
}

TEST_F(TrainNetworkTest, MixLiesBetween) {
  const NetworkFile network = ParseNetwork(bytes_, "vie");
  NetworkFile changed = ToFloat(network);
  changed.matrices[3].values[5] += 0.25;
  EXPECT_EQ(Compare(network, Mix(network, changed, 0)).unequal, 0u);
  EXPECT_EQ(Compare(changed, Mix(network, changed, 1)).unequal, 0u);
  EXPECT_NEAR(Compare(network, Mix(network, changed, 0.75)).largest, 0.1875, 1e-12);
  changed.matrices.pop_back();
  EXPECT_THROW(Mix(network, changed, 0.5), corpus::Error);
}

// lstmtraining fills the scales up to whole registers; they are kept.
TEST_F(TrainNetworkTest, ScalesBehindTheLastRow) {
  NetworkFile network = ParseNetwork(bytes_, "vie");
  network.matrices.back().scales.resize(network.matrices.back().rows + 3);
  const std::string filled = WriteNetwork(network);
  EXPECT_EQ(filled.size(), bytes_.size() + 24);
  const NetworkFile read = ParseNetwork(filled, "filled");
  EXPECT_EQ(Compare(read, ParseNetwork(bytes_, "vie")).unequal, 0u);
  EXPECT_EQ(WriteNetwork(ToInteger(ToFloat(read))), bytes_);
}

TEST_F(TrainNetworkTest, DamageIsNamed) {
  for (const std::size_t length : {std::size_t{0}, std::size_t{9}, std::size_t{500}, bytes_.size() - 1}) {
    EXPECT_THROW(ParseNetwork(bytes_.substr(0, length), "cut"), corpus::Error) << length;
  }
  EXPECT_THROW(ParseNetwork(bytes_ + "x", "long"), corpus::Error);
  std::string strange = bytes_;
  strange.replace(strange.find("Convolve"), 8, "Convulse");
  try {
    ParseNetwork(strange, "strange.lstm");
    FAIL() << "an unknown layer was read";
  } catch (const corpus::Error& error) {
    EXPECT_NE(std::string(error.what()).find("strange.lstm"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("Convulse"), std::string::npos);
  }
}

}  // namespace
}  // namespace trichluc::train

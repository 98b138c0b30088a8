#include "ocr/own_network.h"

#include <gtest/gtest.h>
#include <tesseract/baseapi.h>

#include <filesystem>
#include <random>
#include <vector>

namespace trichluc {
namespace {

constexpr int kHeight = 48;

// Strokes that could be letters: what they are read as does not matter here.
std::vector<unsigned char> Strokes(int width, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<unsigned char> out(static_cast<size_t>(kHeight) * width, 255);
  for (int x = 12; x + 20 < width; x += 6 + static_cast<int>(random() % 8) + (random() % 7 == 0 ? 16 : 0)) {
    const int top = 10 + static_cast<int>(random() % 10), foot = 28 + static_cast<int>(random() % 10);
    for (int y = top; y < foot; ++y) {
      for (int dx = 0; dx < 3; ++dx)
        out[static_cast<size_t>(y) * width + x + dx] = static_cast<unsigned char>(random() % 90);
    }
    if (random() % 2 == 0) std::fill_n(&out[static_cast<size_t>(top) * width + x], 9, 20);
  }
  return out;
}

std::string Read(tesseract::TessBaseAPI* api, const std::vector<unsigned char>& line) {
  const int width = static_cast<int>(line.size()) / kHeight;
  api->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
  api->SetImage(line.data(), width, kHeight, 1, width);
  api->SetSourceResolution(300);
  if (api->Recognize(nullptr) != 0) return "gave up";
  const std::unique_ptr<char[]> text(api->GetTSVText(0));  // words with boxes and confidence
  return text.get();
}

class OwnNetworkTest : public ::testing::TestWithParam<const char*> {};

TEST_P(OwnNetworkTest, ReadsToTheBitAsTesseract) {
  const std::string folder = std::string(GetParam()) == "trichluc"
                                 ? std::string(TRICHLUC_SOURCE_DIR "/rules/models")
                                 : std::string("/usr/share/tesseract-ocr/5/tessdata");
  const std::string file = folder + "/" + GetParam() + ".traineddata";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
  if (std::string(tesseract::TessBaseAPI::Version()) != "5.3.0")
    GTEST_SKIP() << "Tesseract " << tesseract::TessBaseAPI::Version();
  const auto own = MakeOwnNetwork(file);
  ASSERT_TRUE(own);
  tesseract::TessBaseAPI api;
  ASSERT_EQ(api.Init(folder.c_str(), GetParam(), tesseract::OEM_LSTM_ONLY), 0);
  const int lines = 12;
  for (int i = 0; i < lines; ++i) {
    const std::vector<unsigned char> line = Strokes(150 + 97 * i, static_cast<unsigned>(i));
    const std::string theirs = Read(&api, line);
    const NetworkInUse in_use(own.get());
    EXPECT_EQ(Read(&api, line), theirs) << "line " << i;
    EXPECT_EQ(own->trust, OwnNetwork::kTrusted);
  }
  EXPECT_EQ(own->lines_by_tesseract, 1) << "the first, for comparison";
  EXPECT_GE(own->lines_here, lines - 1);
}

INSTANTIATE_TEST_SUITE_P(Models, OwnNetworkTest, ::testing::Values("trichluc", "vie"),
                         [](const auto& info) { return std::string(info.param); });

// A network that computes something else is found out by its first line and not asked again.
TEST(OwnNetworkTest, IsNotTrustedWhenItDiffers) {
  const std::string folder = TRICHLUC_SOURCE_DIR "/rules/models";
  const auto own = MakeOwnNetwork(folder + "/trichluc.traineddata");
  if (!own) GTEST_SKIP() << "Tesseract " << tesseract::TessBaseAPI::Version();
  const std::string vie = "/usr/share/tesseract-ocr/5/tessdata";
  tesseract::TessBaseAPI api;
  if (api.Init(vie.c_str(), "vie", tesseract::OEM_LSTM_ONLY) != 0) GTEST_SKIP() << "no model vie";
  const std::vector<unsigned char> line = Strokes(400, 1);
  const std::string theirs = Read(&api, line);
  const NetworkInUse in_use(own.get());
  EXPECT_EQ(Read(&api, line), theirs);
  EXPECT_EQ(Read(&api, line), theirs);
  EXPECT_EQ(own->trust, OwnNetwork::kRefuted);
  EXPECT_EQ(own->lines_here, 0);
}

TEST(OwnNetworkTest, NoneOfAFileThatIsNoModel) {
  EXPECT_EQ(MakeOwnNetwork(TRICHLUC_SOURCE_DIR "/rules/models/README.md"), nullptr);
}

}  // namespace
}  // namespace trichluc

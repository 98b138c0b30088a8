#include "ocr/recording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

Image Grey(uint8_t value) { return {4, 3, 1, 200, std::vector<uint8_t>(12, value)}; }

// Answers with its own question: one word that names the mode and the first pixel.
class EchoEngine : public OcrEngine {
 public:
  std::string Name() const override { return "echo"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    return {{std::to_string(static_cast<int>(mode)) + ":" + std::to_string(image.pixels[0]),
             {1, 2, 3, 4},
             0.9061f,
             -1,
             -1,
             {{0, "Ø", 0.1239f}}}};
  }
};

TEST(Recording, AnswersAreKeptExactlyAndOnlyForTheSameQuestion) {
  TempFolder folder;
  const std::string path = folder / "r.rec";
  RecordingEngine recorder(std::make_unique<EchoEngine>());
  const std::vector<Word> block = recorder.Read(Grey(7), ReadAs::kBlock);
  recorder.Save(path);

  const auto recorded = MakeRecordedEngine(path);
  EXPECT_EQ(recorded->Name(), "echo");
  EXPECT_EQ(recorded->Read(Grey(7), ReadAs::kBlock), block);
  EXPECT_THROW(recorded->Read(Grey(7), ReadAs::kLine), DocumentError) << "another mode";
  EXPECT_THROW(recorded->Read(Grey(8), ReadAs::kBlock), DocumentError) << "another image";
}

TEST(Recording, DamageIsAnError) { EXPECT_THROW(DecodeRecording("not zstd"), std::runtime_error); }

TEST(NullEngine, ReadsNothing) { EXPECT_TRUE(MakeNullEngine()->Read(Grey(1), ReadAs::kPage).empty()); }

TEST(Tesseract, MissingLanguageNamesThePackage) {
  try {
    MakeTesseract("xyz");
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("install them: apt install tesseract-ocr-xyz"));
  }
}

TEST(Tesseract, TheProgramsOwnModelIsLookedForInTheRules) {
  try {
    MakeTesseract("trichluc", "/nowhere");
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("rules folder"));
  }
}

TEST(Tesseract, AnEmptyPageHasNoWords) {
  const Image white{300, 200, 1, 200, std::vector<uint8_t>(300 * 200, 255)};
  EXPECT_TRUE(MakeTesseract("vie")->Read(white, ReadAs::kBlock).empty());
  const std::unique_ptr<OcrEngine> own = MakeTesseract("trichluc", TRICHLUC_SOURCE_DIR "/rules/models");
  EXPECT_THAT(own->Name(), ::testing::HasSubstr(" trichluc"));
  EXPECT_TRUE(own->Read(white, ReadAs::kBlock).empty());
}

}  // namespace
}  // namespace trichluc

// Blank sheets with specks, a streak and rings, with real recognition.
#include <gtest/gtest.h>

#include "corpus/make.h"
#include "pipeline/text_layer.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

class DirtySheets : public ::testing::TestWithParam<const char*> {};

TEST_P(DirtySheets, HaveNoWords) {
  corpus::Description description;
  description.seed = 745;
  corpus::Paper paper;
  for (int i = 0; i < 6; ++i) paper.sheets.push_back(std::make_shared<corpus::Sheet>(595.28, 841.89));
  TempFolder folder;
  const Pdf pdf(
      folder.Write("dirt.pdf", corpus::MakeScan(description, paper, corpus::FindQuality(GetParam()))));
  const std::unique_ptr<OcrEngine> engine = MakeTesseract("trichluc", TRICHLUC_SOURCE_DIR "/rules/models");
  for (int page = 1; page <= pdf.pages(); ++page) {
    const PageReading reading = ReadFilePage(pdf, page, *engine);
    EXPECT_TRUE(reading.words.empty()) << Dump(reading);
  }
}

INSTANTIATE_TEST_SUITE_P(Qualities, DirtySheets, ::testing::Values("dirt", "dirt150"));

}  // namespace
}  // namespace trichluc

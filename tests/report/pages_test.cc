#include "report/pages.h"

#include <gmock/gmock.h>

namespace trichluc {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PageReading Page(int page, std::vector<Measurement> measurements,
                 const std::string& engine = "tesseract 5 vie") {
  PageReading reading;
  reading.page = page;
  reading.dpi = 200;
  reading.engine = engine;
  reading.measurements = std::move(measurements);
  return reading;
}

TEST(DescribePages, SaysWhatDecided) {
  const std::vector<PageReading> readings = {
      Page(1, {}),
      Page(2,
           {{"text_layer_words", 412},
            {"text_layer_valid", 1},
            {"text_layer_encoding", 3},
            {"text_layer_hidden", 0},
            {"text_layer_covers", 0.97},
            {"text_layer_agrees", 1},
            {"text_layer_used", 1}},
           "text layer"),
      Page(3, {{"text_layer_words", 300},
               {"text_layer_valid", 0.4},
               {"text_layer_pictured", 1},
               {"text_layer_hidden", 1},
               {"text_layer_used", 0}}),
      Page(4, {{"text_layer_words", 14}, {"text_layer_valid", 0.9}, {"text_layer_used", 0}}),
      Page(5, {{"text_layer_words", 60},
               {"text_layer_valid", 1},
               {"text_layer_covers", 0.05},
               {"text_layer_agrees", 0.99},
               {"text_layer_used", 0}})};
  const std::string text = DescribePages(readings, 1, 4, 200);
  EXPECT_THAT(text, HasSubstr("page 1    picture; recognised at 200 dpi by tesseract 5 vie\n"));
  EXPECT_THAT(
      text,
      HasSubstr("page 2    text, 412 words in VNI: taken from the file's own text (100 % syllables; 97 % of "
                "the print under it, sampled lines 100 % as recognised)\n"));
  EXPECT_THAT(
      text,
      HasSubstr("page 3    scan with a text layer, 300 words: not trusted, 100 % of it is hidden behind the "
                "picture; recognised at 200 dpi by tesseract 5 vie\n"));
  EXPECT_THAT(text,
              HasSubstr("page 4    text, 14 words: not trusted, too few words or too few syllables (90 % are "
                        "syllables); recognised"));
  EXPECT_THAT(text, Not(HasSubstr("page 5")));
  EXPECT_THAT(DescribePages({Page(1, {{"spread_middle", 1654}})}, 1, 1, 200),
              HasSubstr("page 1    two pages on one sheet; picture; recognised at 200 dpi"));
  EXPECT_THAT(DescribePages(readings, 5, 5, 200), HasSubstr("not trusted, 5 % of the print under it"));
}

}  // namespace
}  // namespace trichluc

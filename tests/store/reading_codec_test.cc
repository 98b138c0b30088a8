#include "store/reading_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "support/sample_documents.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(ReadingCodec, RichReadingComesBackEqual) {
  const PageReading reading = RichReading(4);
  EXPECT_EQ(DecodeReading(EncodeReading(reading)), reading);
}

TEST(ReadingCodec, EmptyReadingComesBackEqual) {
  EXPECT_EQ(DecodeReading(EncodeReading(PageReading{})), PageReading{});
}

TEST(ReadingCodec, RandomReadingsComeBackEqual) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const PageReading reading = RandomRecords(seed).MakeReading(1);
    ASSERT_EQ(DecodeReading(EncodeReading(reading)), reading) << "seed " << seed;
  }
}

TEST(ReadingCodec, IsOneLineOfJsonWithShortNumbers) {
  PageReading reading;
  reading.words = {{"Số", {1, 2, 3, 4}, 0.87f, -1, -1}};
  const std::string text = Decompress(EncodeReading(reading));
  EXPECT_EQ(text.find('\n'), text.size() - 1);
  EXPECT_THAT(text, HasSubstr(R"("words":[["Số",1,2,3,4,0.87,-1,-1]])"));
}

TEST(ReadingCodec, DoubtsOfLettersComeBack) {
  PageReading reading;
  reading.words = {{"Số", {1, 2, 3, 4}, 0.5f, -1, -1, {{1, "ó", 0.25f}, {1, "o", 0.125f}}}};
  EXPECT_EQ(DecodeReading(EncodeReading(reading)), reading);
}

TEST(ReadingCodec, InvalidUtf8IsReplacedAndNotRefused) {
  PageReading reading;
  reading.words = {{"S\xff", {}, 0, -1, -1}};
  EXPECT_EQ(DecodeReading(EncodeReading(reading)).words[0].text, "S\uFFFD");
}

struct Damage {
  const char* what;
  std::string bytes;
};

class ReadingCodecDamage : public ::testing::TestWithParam<Damage> {};

TEST_P(ReadingCodecDamage, IsARuntimeError) {
  EXPECT_THROW(DecodeReading(GetParam().bytes), std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(All, ReadingCodecDamage,
                         ::testing::Values(Damage{"empty", ""}, Damage{"not_compressed", "{}\n"},
                                           Damage{"no_line", Compress("{}")},
                                           Damage{"not_json", Compress("{\n")},
                                           Damage{"wrong_shape", Compress("[]\n")},
                                           Damage{"missing_keys", Compress("{\"v\":1}\n")},
                                           Damage{"newer_form", Compress("{\"v\":2}\n")},
                                           Damage{"truncated", EncodeReading(RichReading(1)).substr(0, 60)}),
                         [](const auto& info) { return info.param.what; });

TEST(ReadingCodec, MissingPictureBytesAreDamage) {
  std::string text = Decompress(EncodeReading(RichReading(1)));
  text.pop_back();
  EXPECT_THROW(DecodeReading(Compress(text)), std::runtime_error);
}

}  // namespace
}  // namespace trichluc

#include "store/reading_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <utility>

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

// Each value of one page written by hand, once as it should be and then with one thing wrong.
TEST(ReadingCodec, WrongValuesAreDamage) {
  const std::string sound =
      R"({"v":1,"page":1,"width":2,"height":3,"dpi":4,"engine":"e","words":[["a",1,2,3,4,0.5,-1,-1,0,"b",0.25]],)"
      R"("grids":[],"regions":[["stamp",1,2,3,4,"red"]],"crops":[["number",1,2,3,4,0]],"measurements":[["skew",null]]})";
  const PageReading reading = DecodeReading(Compress(sound + "\n"));
  EXPECT_EQ(reading.words.front().doubts.size(), 1u);
  EXPECT_EQ(reading.regions.front().colour, "red");
  EXPECT_TRUE(std::isnan(reading.measurements.front().value));
  const std::pair<const char*, const char*> changes[] = {
      {"\"page\":1", "\"page\":\"1\""},  {"\"page\":1", "\"page\":4294967296"}, {"\"engine\":\"e\"", "\"engine\":1"},
      {"\"grids\":[]", "\"grids\":{}"},  {",\"b\",0.25]", ",\"b\"]"},             {"-1,-1,0", "-1"},
      {",4,\"red\"", ",4"},              {"3,4,0]", "3,4,-1]"},                    {"3,4,0]", "3,4,1]"},
      {"null", "nul"},                   {"[\"a\"", "[\"\xC3\""},                  {"[\"a\"", "[\"\\ud800\""}};
  for (const auto& [from, to] : changes) {
    std::string wrong = sound;
    ASSERT_NE(wrong.find(from), std::string::npos) << from;
    wrong.replace(wrong.find(from), std::string(from).size(), to);
    EXPECT_THROW(DecodeReading(Compress(wrong + "\n")), std::runtime_error) << wrong;
  }
}

TEST(ReadingCodec, MissingPictureBytesAreDamage) {
  std::string text = Decompress(EncodeReading(RichReading(1)));
  text.pop_back();
  EXPECT_THROW(DecodeReading(Compress(text)), std::runtime_error);
}

}  // namespace
}  // namespace trichluc

#include "pipeline/text_layer.h"

#include <gmock/gmock.h>

#include <sstream>

#include "support/pdf_builder.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using testing::PdfBuilder;

class SilentEngine : public OcrEngine {
 public:
  std::string Name() const override { return "silent"; }
  std::vector<Word> Read(const Image&, ReadAs) override {
    ++asked;
    return {};
  }
  int asked = 0;
};

// Words of 10 points, eight a line.
std::vector<LayerWord> Words(const std::string& text, const std::string& font, int times = 1) {
  std::vector<LayerWord> words;
  for (int i = 0; i < times; ++i) {
    std::istringstream in(text);
    for (std::string word; in >> word;) {
      const double x = 80 + 50.0 * (words.size() % 8), y = 80 + 14.0 * static_cast<double>(words.size() / 8);
      words.push_back({word, font, x, y, x + 40, y + 10});
    }
  }
  return words;
}

constexpr const char* kGood = "Căn cứ Luật Tổ chức chính quyền địa phương và đề nghị của Giám đốc Sở";

double Value(const TextLayer& layer, const std::string& name) {
  for (const Measurement& measurement : layer.measurements) {
    if (measurement.name == name) return measurement.value;
  }
  return -1;
}

TEST(TextLayerTest, BornDigitalTextIsBelieved) {
  const TextLayer layer = JudgeLayer({595, 842, 0, 0, false, 0, 900}, Words(kGood, "TimesNewRomanPSMT", 3));
  EXPECT_TRUE(layer.believable);
  EXPECT_EQ(Value(layer, "text_layer_used"), 1);
  EXPECT_EQ(Value(layer, "text_layer_words"), 48);
  EXPECT_EQ(Value(layer, "text_layer_valid"), 1);
}

TEST(TextLayerTest, ScansGarbageAndStampsAreReadAfresh) {
  EXPECT_FALSE(JudgeLayer({595, 842, 1, 200, true, 1.0, 900}, Words(kGood, "", 3)).believable) << "a scan";
  EXPECT_FALSE(JudgeLayer({595, 842, 0, 0, false, 0, 900},
                          Words("Cfin cui Lu4t T6 chirc chinh quyen dfa phucrng", "", 6))
                   .believable);
  EXPECT_FALSE(JudgeLayer({595, 842, 0, 0, false, 0, 60}, Words("Ký bởi Sở Y tế Ngày ký", "")).believable)
      << "the stamp alone";
  EXPECT_FALSE(JudgeLayer({595, 842, 0, 0, false, 0, 0}, {}).believable);
}

TEST(TextLayerTest, TextOfOldFontsIsConverted) {
  const char* tcvn3 = "C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph-¬ng vµ ®Ò nghÞ cña Gi¸m ®èc Së";
  for (const char* font : {".VnTime", "ABCDEF+.VnTime,Italic", "F1"}) {
    const TextLayer layer = JudgeLayer({595, 842, 0, 0, false, 0, 900}, Words(tcvn3, font, 3));
    EXPECT_TRUE(layer.believable) << font;
    std::string text;
    for (size_t i = 0; i < 16; ++i) text += (i > 0 ? " " : "") + layer.words[i].text;
    EXPECT_EQ(text, kGood) << font;
    EXPECT_EQ(Value(layer, "text_layer_encoding"), 1) << font;
  }
}

// A title in the font of capitals above a text in the ordinary one, and a Unicode font beside them; no name
// tells.
TEST(TextLayerTest, EachFontHasItsEncoding) {
  std::vector<LayerWord> words =
      Words("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM UBND TØNH QUYÕT §ÞNH VÒ QUY CHÕ LµM VIÖC CñA Së Y TÕ", "F2");
  for (LayerWord& word :
       Words("C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph-¬ng vµ ®Ò nghÞ cña Gi¸m ®èc Së", "F1", 3))
    words.push_back(word);
  for (LayerWord& word : Words("Hộ chiếu số", "F3")) words.push_back(word);
  for (LayerWord& word : Words("Së Y tÕ", "F4")) words.push_back(word);
  const TextLayer layer = JudgeLayer({595, 842, 0, 0, false, 0, 900}, words);
  std::string text;
  for (const LayerWord& word : layer.words) text += word.text + " ";
  EXPECT_TRUE(layer.believable);
  EXPECT_TRUE(text.starts_with("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM UBND TỈNH QUYẾT ĐỊNH VỀ")) << text;
  EXPECT_NE(text.find(kGood), std::string::npos) << text;
  EXPECT_TRUE(text.ends_with("Hộ chiếu số Sở Y tế ")) << text;
}

TEST(TextLayerTest, WordsStandWhereTheyArePrinted) {
  const TextLayer layer = JudgeLayer({595, 842, 0, 0, false, 0, 900}, Words(kGood, "", 3));
  Image page{1654, 2339, 1, 200};
  page.pixels.assign(static_cast<size_t>(page.width) * page.height, 255);
  const PageReading reading = ReadLayer(layer, page, 4);
  EXPECT_EQ(reading.page, 4);
  EXPECT_EQ(reading.engine, "text layer");
  ASSERT_EQ(reading.words.size(), 48u);
  EXPECT_EQ(reading.words[0].text, "Căn");
  EXPECT_EQ(reading.words[0].box, (Box{222, 222, 333, 250}));
  EXPECT_EQ(reading.words[0].confidence, 1);
}

TEST(TextLayerTest, OnlyPagesWithoutBelievableTextAreAskedOfTheEngine) {
  TempFolder folder;
  std::string content = "BT /F1 12 Tf 80 780 Td 14 TL ";
  for (int line = 0; line < 6; ++line)
    content += "(can cu nghi quy trinh theo cau hoi cho con trong nam nay) Tj T* ";
  PdfBuilder builder;
  builder.AddPage(595, 842, content + "ET");
  builder.AddPage(595, 842, "0 0 m 100 100 l S");
  folder.Write("a.pdf", builder.Bytes());
  const Pdf pdf(folder / "a.pdf");
  SilentEngine engine;
  const PageReading first = ReadFilePage(pdf, 1, engine);
  EXPECT_EQ(engine.asked, 0);
  EXPECT_EQ(first.engine, "text layer");
  EXPECT_EQ(first.words.size(), 78u);
  const PageReading second = ReadFilePage(pdf, 2, engine);
  EXPECT_GT(engine.asked, 0);
  EXPECT_EQ(second.engine, "silent");
  EXPECT_THAT(second.words, IsEmpty());
}

}  // namespace
}  // namespace trichluc

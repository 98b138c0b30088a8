#include "pipeline/text_layer.h"

#include <gmock/gmock.h>

#include <functional>
#include <sstream>

#include "support/pdf_builder.h"
#include "support/temp_folder.h"

namespace trichluc {
namespace {

using ::testing::IsEmpty;
using testing::PdfBuilder;

// Reads every line as `line`.
class LineEngine : public OcrEngine {
 public:
  explicit LineEngine(std::string line) : line_(std::move(line)) {}
  std::string Name() const override { return "line"; }
  std::vector<Word> Read(const Image& image, ReadAs mode) override {
    if (mode != ReadAs::kLine) ++pages;
    std::vector<Word> words;
    std::istringstream in(line_);
    for (std::string word; in >> word;) words.push_back({word, {0, 0, image.width, image.height}, 0.9f});
    return words;
  }
  int pages = 0;  // read otherwise than a line at a time

 private:
  std::string line_;
};

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
  EXPECT_EQ(Value(layer, "text_layer_words"), 48);
  EXPECT_EQ(Value(layer, "text_layer_valid"), 1);
}

// The last page of a document may hold its end and who signs; on a picture so few words are a signature's stamp.
TEST(TextLayerTest, FewWordsAreBelievedWhereNoPictureIs) {
  const std::vector<LayerWord> few = Words("Nơi nhận: Như trên; KT. GIÁM ĐỐC Nguyễn Văn Bình", "TimesNewRomanPSMT");
  EXPECT_TRUE(JudgeLayer({595, 842, 0, 0, false, 0, 900}, few).believable);
  EXPECT_FALSE(JudgeLayer({595, 842, 1, 200, true, 1.0, 900, 0}, few).believable);
}

TEST(TextLayerTest, ScansGarbageAndStampsAreReadAfresh) {
  EXPECT_FALSE(JudgeLayer({595, 842, 1, 200, true, 1.0, 900, 1.0}, Words(kGood, "", 3)).believable)
      << "hidden behind a scan";
  EXPECT_TRUE(JudgeLayer({595, 842, 1, 200, true, 1.0, 900, 0}, Words(kGood, "", 3)).believable)
      << "a picture behind the text";
  EXPECT_FALSE(JudgeLayer({595, 842, 0, 0, false, 0, 900},
                          Words("Cfin cui Lu4t T6 chirc chinh quyen dfa phucrng", "", 6))
                   .believable);
  EXPECT_FALSE(JudgeLayer({595, 842, 1, 200, true, 1.0, 60, 0}, Words("Ký bởi Sở Y tế Ngày ký", "")).believable)
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
  const PageReading reading = ReadLayer(layer, Analyse(page, 0), 4);
  EXPECT_EQ(reading.page, 4);
  EXPECT_EQ(reading.engine, "text layer");
  ASSERT_EQ(reading.words.size(), 48u);
  EXPECT_EQ(reading.words[0].text, "Căn");
  EXPECT_EQ(reading.words[0].box, (Box{222, 222, 333, 250}));
  EXPECT_EQ(reading.words[0].confidence, 1);
}

constexpr const char* kLayerLine = "can cu nghi quy trinh theo cau hoi cho con trong nam nay";

// Six lines of the same, by a content stream that draws them.
std::string SixLines(const std::string& more = "") {
  std::string content = "BT " + more + " /F1 12 Tf 80 780 Td 14 TL ";
  for (int line = 0; line < 6; ++line) content += "(" + std::string(kLayerLine) + ") Tj T* ";
  return content + "ET ";
}

struct Decision {
  std::string engine;
  double used, covers, agrees, hidden;
};

// One page of such content, with `engine` to read it.
Decision Decide(const std::string& content, OcrEngine& engine,
                const std::function<std::string(PdfBuilder&)>& before) {
  TempFolder folder;
  PdfBuilder builder;
  const std::string under = before(builder);
  builder.AddPage(595, 842, under + content);
  folder.Write("a.pdf", builder.Bytes());
  const PageReading reading = ReadFilePage(Pdf(folder / "a.pdf"), 1, engine);
  TextLayer layer;
  layer.measurements = reading.measurements;
  return {reading.engine, Value(layer, "text_layer_used"), Value(layer, "text_layer_covers"),
          Value(layer, "text_layer_agrees"), Value(layer, "text_layer_hidden")};
}

std::string Nothing(PdfBuilder&) { return ""; }

TEST(TextLayerTest, TextThatThePictureBearsOutIsUsed) {
  LineEngine engine(kLayerLine);
  const Decision decision = Decide(SixLines(), engine, Nothing);
  EXPECT_EQ(decision.engine, "text layer");
  EXPECT_EQ(decision.used, 1);
  EXPECT_EQ(decision.agrees, 1);
  EXPECT_GT(decision.covers, 0.95);
  EXPECT_EQ(engine.pages, 0) << "nothing but sampled lines is recognised";
}

// Syllables all, but not what is printed: a wrong map of the font.
TEST(TextLayerTest, TextThatReadsOtherwiseIsNot) {
  LineEngine engine("mot hai ba bon nam sau bay tam chin muoi la gi the");
  const Decision decision = Decide(SixLines(), engine, Nothing);
  EXPECT_EQ(decision.engine, "line");
  EXPECT_EQ(decision.used, 0);
  EXPECT_LT(decision.agrees, 0.5);
}

TEST(TextLayerTest, AFullPagePictureBehindVisibleTextIsNoHindrance) {
  LineEngine engine(kLayerLine);
  const Decision decision = Decide(SixLines(), engine, [](PdfBuilder& builder) {
    return "q 595 0 0 842 0 0 cm " + builder.AddImage(60, 84, "DeviceGray", "\xF0") + " Do Q ";
  });
  EXPECT_EQ(decision.engine, "text layer");
  EXPECT_EQ(decision.hidden, 0);
}

TEST(TextLayerTest, TextBehindThePictureOrInvisibleIsReadAfresh) {
  LineEngine engine(kLayerLine);
  TempFolder folder;
  PdfBuilder builder;
  const std::string image = builder.AddImage(60, 84, "DeviceGray", "\xF0");
  builder.AddPage(595, 842, SixLines() + "q 595 0 0 842 0 0 cm " + image + " Do Q ");
  builder.AddPage(595, 842, "q 595 0 0 842 0 0 cm " + image + " Do Q " + SixLines("3 Tr"));
  folder.Write("a.pdf", builder.Bytes());
  const Pdf pdf(folder / "a.pdf");
  for (const int page : {1, 2}) {
    EXPECT_EQ(pdf.Info(page).hidden, 1) << page;
    EXPECT_EQ(ReadFilePage(pdf, page, engine).engine, "line") << page;
  }
}

// Part of the page is text, the larger part a picture of text: the layer says nothing of that.
TEST(TextLayerTest, TextBesidesAPictureOfTextIsReadAfresh) {
  LineEngine engine(kLayerLine);
  const Decision decision = Decide(SixLines(), engine, [](PdfBuilder& builder) {
    std::string content;
    const std::string image = builder.AddImage(40, 2, "DeviceGray", std::string(1, '\0'));
    for (int line = 0; line < 20; ++line)
      content += "q 300 0 0 6 80 " + std::to_string(100 + 20 * line) + " cm " + image + " Do Q ";
    return content;
  });
  EXPECT_EQ(decision.engine, "line");
  EXPECT_LT(decision.covers, 0.5);
}

TEST(TextLayerTest, PagesOfAFileAreDecidedOneByOne) {
  TempFolder folder;
  PdfBuilder builder;
  builder.AddPage(595, 842, SixLines());
  builder.AddPage(595, 842, "0 0 m 100 100 l S");
  folder.Write("a.pdf", builder.Bytes());
  const Pdf pdf(folder / "a.pdf");
  LineEngine lines(kLayerLine);
  const PageReading first = ReadFilePage(pdf, 1, lines);
  EXPECT_EQ(first.engine, "text layer");
  EXPECT_EQ(first.words.size(), 78u);
  SilentEngine silent;
  const PageReading second = ReadFilePage(pdf, 2, silent);
  EXPECT_GT(silent.asked, 0);
  EXPECT_EQ(second.engine, "silent");
  EXPECT_THAT(second.words, IsEmpty());
}

}  // namespace
}  // namespace trichluc

#include "text/legacy.h"

#include <gmock/gmock.h>
#include <iconv.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "text/text.h"

namespace trichluc {
namespace {

// Every letter with marks, small and capital, in the order of the rows below.
constexpr const char* kSmall =
    "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù "
    "ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ";
constexpr const char* kTcvn3Small =
    "µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë ® Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä « å æ ç è é ¬ ê ë ì í î ï "
    "ñ ò ó ô \u00AD õ ö ÷ ø ù ú û ü ý þ";
constexpr const char* kVniSmall =
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû "
    "oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î";
constexpr const char* kVniCapitals =
    "AØ AÛ AÕ AÙ AÏ AÊ AÈ AÚ AÜ AÉ AË AÂ AÀ AÅ AÃ AÁ AÄ Ñ EØ EÛ EÕ EÙ EÏ EÂ EÀ EÅ EÃ EÁ EÄ Ì Æ Ó Í Ò OØ OÛ "
    "OÕ OÙ OÏ OÂ OÀ OÅ OÃ OÁ OÄ Ô ÔØ ÔÛ ÔÕ ÔÙ ÔÏ UØ UÛ UÕ UÙ UÏ Ö ÖØ ÖÛ ÖÕ ÖÙ ÖÏ YØ YÛ YÕ YÙ Î";

// As windows-1252 shows the codes.
constexpr const char* kVpsSmall =
    "à ä ã á å æ ¢ £ ¤ ¡ ¥ â À Ä Å Ã Æ Ç è È ë é Ë ê Š ‹ Í ‰ Œ ì Ì ï í Î ò Õ õ ó † ô Ò ° ‡ Ó ¶ Ö © ª « § ® ù "
    "û Û ú ø Ü Ø º » Ù ¿ ÿ › Ï š œ";
constexpr const char* kVpsCapitals =
    "€ \u0081 ‚ Á \u0002 ˆ Ž \u008F ð \u008D \u0004 Â „ … \u001C ƒ \u0003 ñ × Þ þ É \u0005 Ê “ ” • \u0090 "
    "\u0006 µ · ¸ ´ \u0010 ¼ ½ ¾ ¹ \u0011 Ô — ˜ ™ – \u0012 ÷ ž Ÿ ¦ \u009D \u0013 ¨ Ñ ¬ Ú \u0014 Ð ¯ ± \u001D "
    "\u00AD \u0015 ² ý ³ Ý \u0019";

std::vector<std::string> Split(const std::string& row) {
  std::istringstream in(row);
  return {std::istream_iterator<std::string>(in), {}};
}

// What the system's converter makes of a letter, each byte as the letter of Latin 1 that a layer gives for
// it.
std::string ToLayer(const std::string& letter, const char* charset) {
  const iconv_t converter = iconv_open(charset, "UTF-8");
  if (converter == iconv_t(-1)) return "";
  std::string in = letter, bytes(16, '\0');
  char *from = in.data(), *to = bytes.data();
  size_t left = in.size(), room = bytes.size();
  const bool known = iconv(converter, &from, &left, &to, &room) != size_t(-1);
  iconv(converter, nullptr, nullptr, &to, &room);
  iconv_close(converter);
  if (!known) return "";
  std::u32string points;
  for (size_t i = 0; i < bytes.size() - room; ++i) points += static_cast<unsigned char>(bytes[i]);
  return FromCodePoints(points);
}

// Lossless: no two letters share a code.
TEST(Legacy, EachLetterHasItsOwnCode) {
  for (const auto& rows : {std::pair{kTcvn3Small, "¡ ¢ £ ¤ ¥ ¦ §"}, std::pair{kVniSmall, kVniCapitals},
                           std::pair{kVpsSmall, kVpsCapitals}}) {
    std::vector<std::string> codes = Split(rows.first);
    EXPECT_EQ(codes.size(), Split(kSmall).size());
    for (const std::string& code : Split(rows.second)) codes.push_back(code);
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), codes.size());
  }
}

TEST(Legacy, ThereAndBackThroughTheSystemsConverter) {
  for (const std::string& letter : Split(kSmall)) {
    for (const std::string& either : {letter, ToUpper(letter)}) {
      EXPECT_EQ(FromLegacy(ToLayer(either, "CP1258"), LegacyEncoding::kWindows1258), either);
    }
    EXPECT_EQ(FromLegacy(ToLayer(letter, "TCVN5712-1"), LegacyEncoding::kTcvn3), letter);
    EXPECT_EQ(FromLegacy(ToLayer(letter, "TCVN5712-1"), LegacyEncoding::kTcvn3Capitals), ToUpper(letter));
  }
  for (const std::string& letter : Split("Ă Â Ê Ô Ơ Ư Đ")) {
    EXPECT_EQ(FromLegacy(ToLayer(letter, "TCVN5712-1"), LegacyEncoding::kTcvn3), letter);
  }
}

TEST(Legacy, WholeRepertoireOfVps) {
  EXPECT_EQ(FromLegacy(kVpsSmall, LegacyEncoding::kVps), kSmall);
  EXPECT_EQ(FromLegacy(kVpsCapitals, LegacyEncoding::kVps), ToUpper(kSmall));
  EXPECT_EQ(FromLegacy(kVpsSmall, LegacyEncoding::kVpsCapitals), ToUpper(kSmall));
  EXPECT_EQ(
      FromLegacy("\u0086 \u0087 \u0089 \u008A \u008B \u008C \u009A \u009B \u009C", LegacyEncoding::kVps),
      "ọ ỗ ế ề ể ệ ý ỷ ỵ")
      << "the same codes as control characters";
}

TEST(Legacy, WholeRepertoireOfTcvn3) {
  EXPECT_EQ(FromLegacy(kTcvn3Small, LegacyEncoding::kTcvn3), kSmall);
  EXPECT_EQ(FromLegacy(kTcvn3Small, LegacyEncoding::kTcvn3Capitals), ToUpper(kSmall));
  EXPECT_EQ(FromLegacy("¡ ¢ £ ¤ ¥ ¦ §", LegacyEncoding::kTcvn3), "Ă Â Ê Ô Ơ Ư Đ");
}

TEST(Legacy, WholeRepertoireOfVni) {
  EXPECT_EQ(FromLegacy(kVniSmall, LegacyEncoding::kVni), kSmall);
  EXPECT_EQ(FromLegacy(kVniCapitals, LegacyEncoding::kVni), ToUpper(kSmall));
}

// Vowel and tone are two codes; the vowels are those of Latin 1 but for ă, ơ, ư and đ.
TEST(Legacy, WholeRepertoireOfWindows1258) {
  const char* vowels[][2] = {{"a", "a"}, {"ã", "ă"}, {"â", "â"}, {"e", "e"}, {"ê", "ê"},
                             {"i", "i"}, {"o", "o"}, {"ô", "ô"}, {"õ", "ơ"}, {"u", "u"},
                             {"ý", "ư"}, {"y", "y"}, {"Ã", "Ă"}, {"Ý", "Ư"}};
  const char* tones[][2] = {
      {"Ì", "\u0300"}, {"Ò", "\u0309"}, {"Þ", "\u0303"}, {"ì", "\u0301"}, {"ò", "\u0323"}};
  for (const auto& vowel : vowels) {
    EXPECT_EQ(FromLegacy(vowel[0], LegacyEncoding::kWindows1258), vowel[1]);
    for (const auto& tone : tones) {
      EXPECT_EQ(FromLegacy(std::string(vowel[0]) + tone[0], LegacyEncoding::kWindows1258),
                Normalise(std::string(vowel[1]) + tone[1]));
    }
  }
  EXPECT_EQ(FromLegacy("ð Ð", LegacyEncoding::kWindows1258), "đ Đ");
}

TEST(Legacy, SentencesOfEach) {
  EXPECT_EQ(FromLegacy("Céng hoµ x· héi chñ nghÜa ViÖt Nam", LegacyEncoding::kTcvn3),
            "Cộng hoà xã hội chủ nghĩa Việt Nam");
  EXPECT_EQ(FromLegacy("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", LegacyEncoding::kVni),
            "Cộng hòa xã hội chủ nghĩa Việt Nam");
  EXPECT_EQ(FromLegacy("th-êng trùc, kinh tÕ - x· héi", LegacyEncoding::kTcvn3),
            "thường trực, kinh tế - xã hội");
  EXPECT_EQ(FromLegacy("(tr-íc ®ã), “-u ®·i”, c-íc; 10-12, Ph«-t«", LegacyEncoding::kTcvn3),
            "(trước đó), “ưu đãi”, cước; 10-12, Phô-tô");
  EXPECT_EQ(FromLegacy("Cµng hòa xã h¶i chü nghïa Vi®t Nam", LegacyEncoding::kNone),
            "Cµng hòa xã h¶i chü nghïa Vi®t Nam");
  EXPECT_EQ(FromLegacy("C¶ng hòa xã h¶i chû nghïa ViŒt Nam", LegacyEncoding::kVps),
            "Cộng hòa xã hội chủ nghĩa Việt Nam");
}

TEST(Legacy, FontsTell) {
  EXPECT_EQ(EncodingOfFont(".VnTime"), LegacyEncoding::kTcvn3);
  EXPECT_EQ(EncodingOfFont("ABCDEF+.VnArial-Bold"), LegacyEncoding::kTcvn3);
  EXPECT_EQ(EncodingOfFont(".VnTimeH,Bold"), LegacyEncoding::kTcvn3Capitals);
  EXPECT_EQ(EncodingOfFont("VNI-Times"), LegacyEncoding::kVni);
  EXPECT_EQ(EncodingOfFont(".VnArial NarrowH"), LegacyEncoding::kTcvn3Capitals);
  EXPECT_EQ(EncodingOfFont("ABCDEF+.VnTimeH-BoldItalic"), LegacyEncoding::kTcvn3Capitals);
  EXPECT_EQ(EncodingOfFont("VPS Times"), LegacyEncoding::kVps);
  EXPECT_EQ(EncodingOfFont("ABCDEF+VPSTimesHoa-Bold"), LegacyEncoding::kVpsCapitals);
  EXPECT_EQ(EncodingOfFont("TimesNewRomanPSMT"), LegacyEncoding::kNone);
  EXPECT_EQ(EncodingOfFont(""), LegacyEncoding::kNone);
}

constexpr const char* kOrdinary =
    "Quy định về chế độ làm việc của Uỷ ban nhân dân các huyện, thị xã trong tỉnh; các sở, ngành và đơn vị";

// Every code of `from` replaced by its counterpart in `to`.
std::string Recoded(std::string text, const std::string& from, const std::string& to) {
  const std::vector<std::string> letters = Split(from), codes = Split(to);
  std::string out;
  for (const char32_t point : ToCodePoints(text)) {
    const std::string letter = FromCodePoints({point});
    const auto at = std::find(letters.begin(), letters.end(), letter);
    out += at == letters.end() ? letter : codes[static_cast<size_t>(at - letters.begin())];
  }
  return out;
}

std::string InWindows1258(const std::string& text) {
  std::string out;
  for (const char32_t point : ToCodePoints(text)) out += ToLayer(FromCodePoints({point}), "CP1258");
  return out;
}

TEST(Legacy, StatisticsTellWhereFontsDoNot) {
  const std::pair<std::string, LegacyEncoding> cases[] = {
      {Recoded(kOrdinary, kSmall, kTcvn3Small), LegacyEncoding::kTcvn3},
      {Recoded(kOrdinary, kSmall, kVniSmall), LegacyEncoding::kVni},
      {Recoded(kOrdinary, kSmall, kVpsSmall), LegacyEncoding::kVps},
      {InWindows1258(kOrdinary), LegacyEncoding::kWindows1258}};
  for (const auto& [layer, encoding] : cases) {
    EXPECT_EQ(GuessEncoding(layer), encoding) << layer;
    EXPECT_EQ(FromLegacy(layer, encoding), kOrdinary);
  }
  EXPECT_EQ(GuessEncoding(kOrdinary), LegacyEncoding::kNone);
  EXPECT_EQ(GuessEncoding("quy ®Þnh"), LegacyEncoding::kNone) << "too little to say";
  EXPECT_EQ(GuessEncoding("Cfin cứ Lu4t Tổ chức chính quyền đ!a phương, theo đề nghị của Giám đốc Sở Nội vụ"),
            LegacyEncoding::kNone);
}

// "a" with its marks as characters of their own: no old encoding, NFC mends it.
TEST(Legacy, DecomposedTextIsUnicode) {
  std::string apart;
  for (const char32_t point : ToCodePoints(kOrdinary)) {
    const std::string marked = ToLayer(FromCodePoints({point}), "CP1258");
    if (Length(marked) < 2) {
      apart += FromCodePoints({point});
      continue;
    }
    const std::u32string codes = ToCodePoints(marked);
    const std::pair<char32_t, char32_t> tones[] = {
        {0xCC, 0x300}, {0xD2, 0x309}, {0xDE, 0x303}, {0xEC, 0x301}, {0xF2, 0x323}};
    const auto tone = std::find_if(std::begin(tones), std::end(tones),
                                   [&](const auto& known) { return known.first == codes[1]; });
    const std::string vowel = FromLegacy(FromCodePoints({codes[0]}), LegacyEncoding::kWindows1258);
    apart += vowel + FromCodePoints({tone->second});
  }
  ASSERT_NE(apart, kOrdinary);
  EXPECT_EQ(GuessEncoding(apart), LegacyEncoding::kNone);
  EXPECT_EQ(Normalise(apart), kOrdinary);
}

TEST(Legacy, StatisticsTellFontsOfCapitals) {
  const std::string locked =
      "CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM, UBND TØNH, QUYÕT §ÞNH VÒ QUY CHÕ LµM VIÖC CñA Së Y TÕ";
  EXPECT_EQ(GuessEncoding(locked), LegacyEncoding::kTcvn3Capitals);
  EXPECT_EQ(FromLegacy(locked, LegacyEncoding::kTcvn3Capitals),
            "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM, UBND TỈNH, QUYẾT ĐỊNH VỀ QUY CHẾ LÀM VIỆC CỦA SỞ Y TẾ");
  std::string vps =
      Recoded("CộNG HOà Xã HộI CHủ NGHĩA VIệT NAM, TỉNH, QUYếT địNH Về QUY CHế LàM VIệC", kSmall, kVpsSmall);
  EXPECT_EQ(GuessEncoding(vps), LegacyEncoding::kVpsCapitals);
}

}  // namespace
}  // namespace trichluc

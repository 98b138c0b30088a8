#include "text/legacy.h"

#include <gmock/gmock.h>

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
}

TEST(Legacy, FontsTell) {
  EXPECT_EQ(EncodingOfFont(".VnTime"), LegacyEncoding::kTcvn3);
  EXPECT_EQ(EncodingOfFont("ABCDEF+.VnArial-Bold"), LegacyEncoding::kTcvn3);
  EXPECT_EQ(EncodingOfFont(".VnTimeH,Bold"), LegacyEncoding::kTcvn3Capitals);
  EXPECT_EQ(EncodingOfFont("VNI-Times"), LegacyEncoding::kVni);
  EXPECT_EQ(EncodingOfFont("TimesNewRomanPSMT"), LegacyEncoding::kNone);
  EXPECT_EQ(EncodingOfFont(""), LegacyEncoding::kNone);
}

TEST(Legacy, StatisticsTellWhereFontsDoNot) {
  const std::string tcvn3 =
      "Quy ®Þnh vÒ chÕ ®é lµm viÖc cña Uû ban nh©n d©n c¸c huyÖn, thÞ x· trong tØnh; c¸c së, ngµnh vµ ®¬n vÞ";
  const std::string vni =
      "Quy ñònh veà cheá ñoä laøm vieäc cuûa Uûy ban nhaân daân caùc huyeän, thò xaõ trong tænh; caùc sôû, "
      "ngaønh";
  EXPECT_EQ(GuessEncoding(tcvn3), LegacyEncoding::kTcvn3);
  EXPECT_EQ(GuessEncoding(vni), LegacyEncoding::kVni);
  EXPECT_EQ(GuessEncoding(FromLegacy(tcvn3, LegacyEncoding::kTcvn3)), LegacyEncoding::kNone);
  EXPECT_EQ(GuessEncoding("quy ®Þnh"), LegacyEncoding::kNone) << "too little to say";
}

}  // namespace
}  // namespace trichluc

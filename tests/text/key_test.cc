#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "text/text.h"

namespace trichluc {
namespace {

struct Keyed {
  const char* text;
  const char* expected;
};

TEST(MakeKey, PlacesToneMarksInOneWay) {
  const Keyed rows[] = {
      {"hoà", "hòa"},         {"hòa", "hòa"},     {"HOÀ", "HÒA"},     {"Hoà", "Hòa"},
      {"khoẻ", "khỏe"},       {"thuỷ", "thủy"},   {"uỷ", "ủy"},       {"UỶ BAN", "ỦY BAN"},
      {"xoá", "xóa"},         {"loè", "lòe"},     {"quý", "quý"},     {"qúy", "quý"},
      {"QUÝ", "QUÝ"},         {"quí", "quí"},     {"quả", "quả"},     {"qủa", "quả"},
      {"quỹ", "quỹ"},         {"già", "già"},     {"giá", "giá"},     {"gía", "giá"},
      {"gì", "gì"},           {"gìn", "gìn"},     {"giờ", "giờ"},     {"giữa", "giữa"},
      {"giếng", "giếng"},     {"hoàn", "hoàn"},   {"hòan", "hoàn"},   {"huỳnh", "huỳnh"},
      {"hùynh", "huỳnh"},     {"khoán", "khoán"}, {"mía", "mía"},     {"miá", "mía"},
      {"của", "của"},         {"cuả", "của"},     {"mưa", "mưa"},     {"sữa", "sữa"},
      {"thuở", "thuở"},       {"thuế", "thuế"},   {"yếu", "yếu"},     {"tuyển", "tuyển"},
      {"người", "người"},     {"ngừơi", "người"}, {"ngoài", "ngoài"}, {"khuỷu", "khuỷu"},
      {"ngoẻo", "ngoẻo"},     {"được", "được"},   {"tiếp", "tiếp"},   {"đất", "đất"},
      {"kết quả", "kết quả"}, {"Xoong", "Xoong"}, {"hòà", "hòà"},  // two marks: misread, left alone
      {"ho", "ho"},           {"", ""},
      {"kaÁ\u0301", "kaÁ\u0301"},  // nor where another mark follows: moved, the tone would leave it its letter
  };
  for (const Keyed& row : rows) EXPECT_EQ(MakeKey(row.text).text, row.expected) << row.text;
}

TEST(MakeKey, GivesPrintedTwinsOneForm) {
  const Keyed rows[] = {
      {"Độc lập – Tự do — Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"},
      {"“Đề án” ‘x’ «y»", "\"Đề án\" 'x' \"y\""},
      {"a\u00A0b\u2003c\td\ne", "a b c\td\ne"},
      {"a\u2028b\u0085c", "a\nb\nc"},
      {"ÐỀ ÁN", "ĐỀ ÁN"},  // Eth for Đ
      {"1\u22122", "1-2"},
      {"x\u200By", "xy"},
      {"a\xFF", "a\uFFFD"},
      {"e\u0302\u0301", "ế"},
  };
  for (const Keyed& row : rows) EXPECT_EQ(MakeKey(row.text).text, row.expected) << row.text;
}

// A slow, obvious opinion: two spellings are the same syllable when their letters without tone, and their
// tone, are.
struct Spelling {
  std::u32string text;
  std::pair<std::u32string, size_t> syllable;
};

const std::u32string_view kVowels[] = {U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ", U"êềếểễệ", U"iìíỉĩị",
                                       U"oòóỏõọ", U"ôồốổỗộ", U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ"};

std::vector<Spelling> SpellingsOf(const std::u32string& onset, const std::vector<size_t>& vowels,
                                  const std::u32string& final) {
  std::u32string plain = onset;
  for (const size_t vowel : vowels) plain += kVowels[vowel][0];
  plain += final;
  std::vector<Spelling> out = {{plain, {plain, 0}}};
  for (size_t tone = 1; tone < 6; ++tone) {
    for (size_t place = 0; place < vowels.size(); ++place) {
      std::u32string text = plain;
      text[onset.size() + place] = kVowels[vowels[place]][tone];
      out.push_back({text, {plain, tone}});
    }
  }
  return out;
}

std::vector<std::vector<size_t>> AllVowelRuns() {
  std::vector<std::vector<size_t>> runs;
  for (size_t a = 0; a < 12; ++a) {
    runs.push_back({a});
    for (size_t b = 0; b < 12; ++b) {
      runs.push_back({a, b});
      for (size_t c = 0; c < 12; ++c) runs.push_back({a, b, c});
    }
  }
  return runs;
}

// Every run of up to three vowels, every tone at every place: equal keys exactly for equal syllables.
TEST(MakeKey, AgreesWithTheObviousOpinion) {
  std::map<std::string, std::pair<std::u32string, size_t>> of_key;
  std::map<std::pair<std::u32string, size_t>, std::string> key_of;
  size_t spellings = 0;
  for (const char32_t* onset : {U"", U"q", U"g", U"th"}) {
    for (const char32_t* final : {U"", U"n", U"ch"}) {
      for (const std::vector<size_t>& vowels : AllVowelRuns()) {
        for (const Spelling& spelling : SpellingsOf(onset, vowels, final)) {
          const std::string key = MakeKey(FromCodePoints(spelling.text)).text;
          ASSERT_EQ(of_key.emplace(key, spelling.syllable).first->second, spelling.syllable) << key;
          ASSERT_EQ(key_of.emplace(spelling.syllable, key).first->second, key)
              << FromCodePoints(spelling.text);
          ASSERT_EQ(MakeKey(key).text, key);
          ++spellings;
        }
      }
    }
  }
  EXPECT_EQ(spellings, 12u * (12 * (1 + 5) + 144 * (1 + 10) + 1728 * (1 + 15)));
}

TEST(MakeKey, LeadsBackToTheOriginal) {
  const std::string text = "Số\u00A0UỶ ban ho\u0323\u0302p \u200B– hoà";
  const Key key = MakeKey(text);
  ASSERT_EQ(key.origin.size(), key.text.size() + 1);
  EXPECT_EQ(key.origin.back(), text.size());
  for (size_t i = 1; i < key.origin.size(); ++i) EXPECT_LE(key.origin[i - 1], key.origin[i]) << i;
  const auto original = [&](std::string_view part) {
    const size_t at = key.text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return text.substr(key.origin[at], key.origin[at + part.size()] - key.origin[at]);
  };
  EXPECT_EQ(original("Số"), "Số");
  EXPECT_EQ(original(" ỦY"), "\u00A0UỶ");
  EXPECT_EQ(original("hộp"), "ho\u0323\u0302p");
  EXPECT_EQ(original("-"), "–");
  EXPECT_EQ(original("hòa"), "hoà");
}

TEST(FoldKey, IsTheSameForTheSameWords) {
  const Keyed rows[] = {
      {"SỞ Y TẾ", "Sở y tế"},
      {"UỶ  BAN\nNHÂN DÂN", "Ủy ban nhân dân"},
      {"uy\u0309 ban", "uỷ ban"},  // NFD
      {"HO\u0300A", "hoà"},
      {"Đơn vị chủ trì – phối hợp", "đơn vị chủ trì - phối hợp"},
      {" \n", ""},
  };
  for (const Keyed& row : rows) EXPECT_EQ(FoldKey(row.text), FoldKey(row.expected)) << row.text;
  EXPECT_EQ(FoldKey("UỶ  BAN"), "ủy ban");
  const std::pair<const char*, const char*> different[] = {
      {"quý", "quí"}, {"hòa", "hỏa"}, {"sơ", "sở"}, {"đ", "d"}};
  for (const auto& [a, b] : different) EXPECT_NE(FoldKey(a), FoldKey(b)) << a;
}

TEST(FoldKey, KnowsNoLongestText) {
  std::string text, folded, bare;
  for (int i = 0; i < 500; ++i) {
    text += "UỶ  BAN\U0001F600 ";
    folded += (i > 0 ? " " : "") + std::string("ủy ban\U0001F600");
    bare += (i > 0 ? " " : "") + std::string("uy ban\U0001F600");
  }
  EXPECT_EQ(FoldKey(text), folded);
  EXPECT_EQ(StripDiacritics(text), bare);
  EXPECT_EQ(Normalise(MakeKey(text).text), Normalise(MakeKey(Normalise(text)).text));
}

TEST(StripDiacritics, DropsAMarkThatStandsAlone) {
  EXPECT_EQ(StripDiacritics("\u0301 ủy"), " uy");
  EXPECT_EQ(StripDiacritics("ủy \u0301"), "uy ");
}

TEST(StripDiacritics, LeavesLetters) {
  const Keyed rows[] = {{"Ủy ban nhân dân tỉnh Đắk Lắk", "uy ban nhan dan tinh dak lak"},
                      {"uy\u0309  ban", "uy ban"},
                      {"ÐƯỜNG 3/2", "duong 3/2"},
                      {"\u0301", ""}};
  for (const Keyed& row : rows) EXPECT_EQ(StripDiacritics(row.text), row.expected) << row.text;
}

}  // namespace
}  // namespace trichluc

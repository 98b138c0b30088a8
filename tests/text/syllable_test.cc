#include "text/syllable.h"

#include <gmock/gmock.h>

#include <string>

#include "text/text.h"

namespace trichluc {
namespace {

TEST(Syllable, KnowsSyllablesOfEveryShape) {
  for (const char* word : {"ở",   "y",      "ý",     "nghị",  "quyết", "quy", "quốc",    "gì",    "giếng",
                           "giá", "khuyến", "huỳnh", "đường", "thủy",  "hòa", "nghiêng", "xoong", "lạp",
                           "các", "kỹ",     "ghi",   "ngoài", "thuở",  "uỷ",  "hoà"}) {
    EXPECT_TRUE(IsSyllable(FoldKey(word))) << word;
  }
}

TEST(Syllable, RefusesWhatTheLanguageDoesNotSpell) {
  for (const char* word : {"huỵện", "ngị", "làp", "cac", "ubnd", "covid", "kác", "cê", "gê", "", "b",
                           "thuơng", "đâuthâu", "ên1", "w", "thf", "hđnd", "quếyt"}) {
    EXPECT_FALSE(IsSyllable(FoldKey(word))) << word;
  }
}

TEST(Syllable, LettersHaveTones) {
  EXPECT_EQ(ToneOf(U'ấ'), 2);
  EXPECT_EQ(ToneOf(U'ự'), 5);
  EXPECT_EQ(ToneOf(U'ư'), 0);
  EXPECT_EQ(ToneOf(U'ỹ'), 4);
  EXPECT_EQ(LetterWithoutTone(U'ấ'), U'â');
}

}  // namespace
}  // namespace trichluc

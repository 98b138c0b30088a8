#include "rules/pattern.h"

#include <gtest/gtest.h>

#include <map>

#include "rules/letters.h"
#include "text/text.h"

namespace trichluc {
namespace {

const std::map<std::string, std::string>& TestMacros() {
  static const std::map<std::string, std::string> macros = {
      {"LETTER", "\\pL"}, {"AB", "a|b"}, {"NESTED", "x{{AB}}"}, {"DASHES", "–-"}, {"VOWELS", "oà"}};
  return macros;
}

#define LATIN "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"

std::string Prepare(const char* pattern) {
  return PreparePattern(pattern, [](const std::string& name) { return TestMacros().at(name); });
}

TEST(PreparePattern, SendsLiteralTextThroughTheKey) {
  struct Row {
    const char* pattern;
    const char* expected;
  };
  const Row rows[] = {
      {"", ""},
      {"quý", "quý"},
      {"e\u0302\u0301", "ế"},                      // NFD
      {"hoà bình", "(?:hòa|hoà)\\s+bình"},         // a mark that moves: as written too
      {"q(?:uý|uí)", "q(?:(?:úy|uý)|(?:úi|uí))"},  // pieces of a syllable
      {"a  b", "a\\s+b"},                          // blanks
      {"a ?b", "a ?b"},                            // a blank of its own
      {"a {2}b", "a {2}b"},
      {"ủ{1,2}y", "ủ{1,2}y"},  // the repeated letter stands apart
      {"thuỷ?", "thuỷ?"},
      {"x–y", "x-y"},
      {"“x”", "\"x\""},
      {"[oà]", "[oà]"},    // no mark moves inside a class
      {"[-–]", "[-\\-]"},  // nor does a dash become a range
      {"[a–z]", "[a\\-z]"},
      {"[a-z]", "[a-z]"},
      {"[^ –]", "[^ \\-]"},
      {"[]à]", "[]à]"},
      {"[^]o]à", "[^]o]à"},
      {"[[:alpha:] –]", "[[:alpha:] \\-]"},
      {"[’']", "['']"},
      {"[o\u0300]", "[ò]"},
      {"\\x{1EA1}\\.\\–\\d", "\\x{1EA1}\\.\\–\\d"},
      {"\\pL+", "[" LATIN "]+"},
      {"\\p{L}", "[" LATIN "]"},
      {"\\PL", "[^" LATIN "]"},
      {"[\\pL-]", "[" LATIN "-]"},
      {"[^\\PL]", "[^\\PL]"},
      {"\\pN\\p{Greek}", "\\pN\\p{Greek}"},  // RE2's own
      {"\\p", "\\p"},
      {"\\p{L", "\\p{L"},
      {"(?-i)hoà(?i:x)", "(?-i)(?:hòa|hoà)(?i:x)"},
      {"(?P<day>\\d+)", "(?P<day>\\d+)"},
      {"{{AB}}c", "(?:a|b)c"},
      {"{{NESTED}}", "(?:x(?:a|b))"},
      {"x{{AB}}", "x(?:a|b)"},
      {"{{AB}}{2}", "(?:a|b){2}"},
      {"[{{LETTER}}\\d]", "[" LATIN "\\d]"},
      {"[x{{DASHES}}]", "[x\\--]"},
      {"[{{VOWELS}}]", "[oà]"},
      {"x\\", "x\\"},  // RE2 says what is wrong
      {"[x", "[x"},
  };
  for (const Row& row : rows) EXPECT_EQ(Prepare(row.pattern), row.expected) << row.pattern;
}

bool InClass(const std::string& letter, const std::string& members) {
  const std::u32string points = ToCodePoints(members);
  const char32_t wanted = ToCodePoints(letter)[0];
  for (size_t i = 0; i < points.size(); ++i) {
    const bool range = i + 2 < points.size() && points[i + 1] == U'-';
    if (wanted >= points[i] && wanted <= points[range ? i + 2 : i]) return true;
    if (range) i += 2;
  }
  return false;
}

TEST(LatinClass, SplitsLettersByCase) {
  const std::string capitals = *LatinClass("Lu"), small = *LatinClass("Ll");
  EXPECT_EQ(capitals.substr(0, 3), "A-Z");
  EXPECT_EQ(small.substr(0, 3), "a-z");
  for (const char* letter : {"À", "Đ", "Ơ", "Ư", "Ỹ", "Ŭ", "Č"}) {
    EXPECT_TRUE(InClass(letter, capitals)) << letter;
    EXPECT_FALSE(InClass(letter, small)) << letter;
    EXPECT_TRUE(InClass(ToLower(letter), small)) << letter;
    EXPECT_FALSE(InClass(ToLower(letter), capitals)) << letter;
  }
  EXPECT_FALSE(LatinClass("Greek"));
}

TEST(PreparePattern, AsksForEachMacro) {
  std::vector<std::string> asked;
  PreparePattern("{{A}}[{{B}}]{{A}}", [&](const std::string& name) {
    asked.push_back(name);
    return "x";
  });
  EXPECT_EQ(asked, (std::vector<std::string>{"A", "B", "A"}));
  EXPECT_EQ(MacrosIn("{{A}}[{{B}}]{{A}}"), asked);
  EXPECT_TRUE(MacrosIn("a{1,2}").empty());
}

TEST(Quoted, MatchesLiterally) {
  EXPECT_EQ(Quoted("TP. Hồ Chí Minh (mới)"), "TP\\. Hồ Chí Minh \\(mới\\)");
  EXPECT_EQ(Quoted("a-b/c"), "a-b/c");
}

}  // namespace
}  // namespace trichluc

#include "rules/pattern.h"

#include <gtest/gtest.h>

#include <map>

namespace trichluc {
namespace {

const std::map<std::string, std::string>& TestMacros() {
  static const std::map<std::string, std::string> macros = {
      {"LETTER", "\\pL"}, {"AB", "a|b"}, {"NESTED", "x{{AB}}"}, {"DASHES", "–-"}, {"VOWELS", "oà"}};
  return macros;
}

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
      {"\\pL\\p{Lu}\\x{1EA1}\\.\\–", "\\pL\\p{Lu}\\x{1EA1}\\.\\–"},
      {"(?-i)hoà(?i:x)", "(?-i)(?:hòa|hoà)(?i:x)"},
      {"(?P<day>\\d+)", "(?P<day>\\d+)"},
      {"{{AB}}c", "(?:a|b)c"},
      {"{{NESTED}}", "(?:x(?:a|b))"},
      {"x{{AB}}", "x(?:a|b)"},
      {"{{AB}}{2}", "(?:a|b){2}"},
      {"[{{LETTER}}\\d]", "[\\pL\\d]"},
      {"[x{{DASHES}}]", "[x\\--]"},
      {"[{{VOWELS}}]", "[oà]"},
      {"x\\", "x\\"},  // RE2 says what is wrong
      {"[x", "[x"},
  };
  for (const Row& row : rows) EXPECT_EQ(Prepare(row.pattern), row.expected) << row.pattern;
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

// Mistakes in rule files: the whole message, as the author of a rule sees it.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <random>

#include "support/rule_folder.h"

namespace trichluc {
namespace {

struct Row {
  const char* text;
  const char* error;
};

TEST(Load, RefusesMacrosThatGrowWithoutEnd) {
  std::string text =
      "set = 'd'\n[[rule]]\nid = 'a'\nmatch = '{{M40}}'\nexamples = [ { text = 'x' } ]\n[macros]\nM0 = 'x'\n";
  for (int i = 1; i <= 40; ++i) text += fmt::format("M{} = '{{{{M{}}}}}{{{{M{}}}}}'\n", i, i - 1, i - 1);
  EXPECT_EQ(RuleFolder(text).Error(),
            "rules/a.toml:4:9: bad pattern: the macros of this pattern make it too long\n"
            "match = '{{M40}}'\n"
            "        ^");
}

TEST(Load, SaysWhereAndWhat) {
  const Row rows[] = {
      {"x",
       "rules/a.toml:1:2: Error while parsing key-value pair: encountered end-of-file\n"
       "x\n"
       " ^"},
      {"[[rul]]\nid = 'a'\n",
       "rules/a.toml:1:3: unknown key `rul` in a rule file\n"
       "[[rul]]\n"
       "  ^\n"
       "did you mean `rule`?"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmach = 'x'\n",
       "rules/a.toml:4:1: unknown key `mach` in [[rule]]\n"
       "mach = 'x'\n"
       "^\n"
       "did you mean `match`?"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = 5\nexamples = [ { text = 'x' } ]\n",
       "rules/a.toml:4:9: `match` in [[rule]] must be a text, not a number\n"
       "match = 5\n"
       "        ^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nexamples = [ { text = 'x' } ]\n",
       "rules/a.toml:2:1: [[rule]] needs `match`\n"
       "[[rule]]\n"
       "^"},
      {"[[rule]]\nid = 'a'\nmatch = 'x'\nexamples = [ { text = 'x' } ]\n",
       "rules/a.toml:1:1: rule `a` belongs to no set: give `set` in it or at the head of the file\n"
       "[[rule]]\n"
       "^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = 'x(y'\nexamples = [ { text = 'x' } ]\n",
       "rules/a.toml:4:9: bad pattern: missing ): x(y\n"
       "match = 'x(y'\n"
       "        ^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = '(\\pL*\\pN*\\pS*\\pP*\\pM*){1000}'\nexamples = [ { text = 'x' } ]\n",
       "rules/a.toml:4:9: pattern too large: it needs more than the 8 MB that one may have; part it, or repeat less\n"
       "match = '(\\pL*\\pN*\\pS*\\pP*\\pM*){1000}'\n"
       "        ^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = 'ngày {{DAI}}'\nexamples = [ { text = 'x' } ]\n[macros]\nDAY "
       "= '\\d'\n",
       "rules/a.toml:4:15: unknown macro `DAI`\n"
       "match = 'ngày {{DAI}}'\n"
       "              ^\n"
       "did you mean `DAY`?"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = 'x'\n",
       "rules/a.toml:2:1: rule `a` has no example\n"
       "[[rule]]\n"
       "^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = '(?P<year>x)'\nexamples = [ { text = 'x', yaer = 'x' } ]\n",
       "rules/a.toml:5:28: rule `a` yields no `yaer`\n"
       "examples = [ { text = 'x', yaer = 'x' } ]\n"
       "                           ^\n"
       "did you mean `year`?"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = '(?P<year>x)'\nexamples = [ 'x' ]\n",
       "rules/a.toml:5:14: an example must be written { text = \"…\", group = \"…\" }\n"
       "examples = [ 'x' ]\n"
       "             ^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = '(?P<year>x)'\ngives = { year = '1' }\nexamples = [ { text = "
       "'x' } ]\n",
       "rules/a.toml:5:9: rule `a` gives `year`, which is a group of its pattern too\n"
       "gives = { year = '1' }\n"
       "        ^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = '(?P<year>x+)'\nlongest = { yaer = 4 }\nexamples = [ { text = "
       "'x' } ]\n",
       "rules/a.toml:5:11: the pattern of rule `a` has no group `yaer`\n"
       "longest = { yaer = 4 }\n"
       "          ^\n"
       "did you mean `year`?"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = '(?P<year>x+)'\nlongest = { year = 0 }\nexamples = [ { text = "
       "'x' } ]\n",
       "rules/a.toml:5:20: `longest.year` in [[rule]] must be a whole number from 1\n"
       "longest = { year = 0 }\n"
       "                   ^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = 'x'\nconfidence = 98\nexamples = [ { text = 'x' } ]\n",
       "rules/a.toml:5:14: `confidence` in [[rule]] must lie between 0 and 1\n"
       "confidence = 98\n"
       "             ^"},
      {"set = 'd'\n[[rule]]\nid = 'a'\nmatch = 'x'\nexamples = [ { text = 'x' } ]\n[[rule]]\nid = 'a'\nmatch "
       "= 'x'\nexamples = [ { text = 'x' } ]\n",
       "rules/a.toml:7:6: rule `a` is already given at rules/a.toml:2\n"
       "id = 'a'\n"
       "     ^"},
      {"[macros]\nA = 'a{{B}}'\nB = '{{A}}'\n",
       "rules/a.toml:3:6: macro `A` uses itself: A -> B -> A\n"
       "B = '{{A}}'\n"
       "     ^"},
      {"[macros]\nA = 5\n",
       "rules/a.toml:2:5: macro `A` must be a text or a list of texts\n"
       "A = 5\n"
       "    ^"},
      {"[macros]\nA = []\n",
       "rules/a.toml:2:5: macro `A` must be a text or a list of texts\n"
       "A = []\n"
       "    ^"},
      {"[macros]\nA = [ 'a', 5 ]\n",
       "rules/a.toml:2:12: each alternative of macro `A` must be a text\n"
       "A = [ 'a', 5 ]\n"
       "           ^"},
      {"[[type]]\ncode = 'KH'\nname = 'Kế hoạch'\nfamily = 'stat'\n",
       "rules/a.toml:4:10: `family` in [[type]] must be one of state, party, legal, copy, not `stat`\n"
       "family = 'stat'\n"
       "         ^\n"
       "did you mean `state`?"},
      {"[[type]]\ncode = 'KH'\nname = 'Kế hoạch'\nfamily = 'state'\nexamples = [ 'KH-UBND', 'HK-UBND' ]\n",
       "rules/a.toml:5:12: example `HK-UBND` is no title and no symbol of type `KH`\n"
       "examples = [ 'KH-UBND', 'HK-UBND' ]\n"
       "           ^"},
      {"[[column]]\nmeaning = 'no'\ntitles = [ 'TT' ]\n[[column]]\nmeaning = 'lead'\ntitles = [ 'Chủ trì', "
       "'tt' ]\n",
       "rules/a.toml:6:10: title `tt` already means `no`\n"
       "titles = [ 'Chủ trì', 'tt' ]\n"
       "         ^"},
      {"[[agency]]\nid = 'a'\nname = 'A'\nlevel = 'province'\nvalid_to = '2/2025'\n",
       "rules/a.toml:5:12: `valid_to` in [[agency]] must be \"YYYY\", \"YYYY-MM\" or \"YYYY-MM-DD\"\n"
       "valid_to = '2/2025'\n"
       "           ^"},
      {"[[unit]]\nname = ' '\nkind = 'tỉnh'\n",
       "rules/a.toml:2:8: `name` in [[unit]] is empty\n"
       "name = ' '\n"
       "       ^"},
      {"[unit]\nname = 'x'\n",
       "rules/a.toml:1:1: `unit` must be written [[unit]], once for each entry\n"
       "[unit]\n"
       "^"},
      {"[lists]\na = [ 'x', 5 ]\n",
       "rules/a.toml:2:12: `a` in [lists] must be a list of texts, not a number\n"
       "a = [ 'x', 5 ]\n"
       "           ^"},
      {"[lists]\na = 'x'\n",
       "rules/a.toml:2:5: `a` in [lists] must be a list of texts, not a text\n"
       "a = 'x'\n"
       "    ^"},
      {"[lists]\na = [ \"\tđ\", 2020-01-01 ]",
       "rules/a.toml:2:13: `a` in [lists] must be a list of texts, not a date or time\n"
       "a = [ \"\tđ\", 2020-01-01 ]\n"
       "       \t    ^"},
      {"[[agency]]\nid = 'a'\nname = 'A'\nlevel = 'province'\nlocal = 'yes'\n",
       "rules/a.toml:5:9: `local` in [[agency]] must be true or false, not a text\n"
       "local = 'yes'\n"
       "        ^"},
      {"[[rule]]\nid = 'Quyết định này thì dài', mach = 5\n",
       "rules/a.toml:2:30: Error while parsing key-value pair: expected a comment or whitespace, saw ','\n"
       "id = 'Quyết định này thì dài', mach = 5\n"
       "                             ^"},
      {"[[agency]]\nid = 'a'\nname = 'A'\nlevel = 'front'\n[[agency]]\nid = 'a'\nname = 'B'\nlevel = "
       "'front'\n",
       "rules/a.toml:6:6: agency `a` is already given\n"
       "id = 'a'\n"
       "     ^"},
      {"[[agency]]\nid = 'so-y-te'\nname = 'A'\nlevel = 'province'\nsuccessor = 'so-yte'\n",
       "rules/a.toml:5:13: no agency has the id `so-yte`\n"
       "successor = 'so-yte'\n"
       "            ^\n"
       "did you mean `so-y-te`?"},
      {"[[unit]]\nname = 'An Giang'\nkind = 'tỉnh'\n[[unit]]\nname = 'Kiên Giang'\nkind = 'tỉnh'\nsuccessor "
       "= 'AnGiang'\n",
       "rules/a.toml:7:13: no unit without `province` has the name `AnGiang`\n"
       "successor = 'AnGiang'\n"
       "            ^\n"
       "did you mean `An Giang`?"},
      {"[[unit]]\nname = 'Kiên Giang'\nkind = 'tỉnh'\n[[unit]]\nname = 'Gò Quao'\nkind = 'huyện'\nprovince = "
       "'KiênGiang'\n",
       "rules/a.toml:7:12: no unit without `province` has the name `KiênGiang`\n"
       "province = 'KiênGiang'\n"
       "           ^\n"
       "did you mean `Kiên Giang`?"},
  };
  for (const Row& row : rows) EXPECT_EQ(RuleFolder(row.text).Error(), row.error) << row.text;
}

TEST(Load, SeesAllFilesAsOne) {
  RuleFolder folder("[macros]\nDAY = 'x'\n[lists]\na = [ 'x' ]\n");
  folder.Write("deeper/b.toml", "[macros]\nDAY = 'y'\n");
  EXPECT_EQ(folder.Error(),
            "rules/deeper/b.toml:2:1: macro `DAY` is already given at rules/a.toml:2\n"
            "DAY = 'y'\n"
            "^");
  folder.Write("deeper/b.toml", "[lists]\na = [ 'y' ]\n");
  EXPECT_EQ(folder.Error(),
            "rules/deeper/b.toml:2:1: list `a` is already given in another file\n"
            "a = [ 'y' ]\n"
            "^");
  folder.Write("deeper/b.toml", "[lists]\nb = [ 'y' ]\n[macros]\n'list:a' = 'z'\n");
  EXPECT_EQ(folder.Error(),
            "rules/deeper/b.toml:4:1: macro `list:a` is made by the program and cannot be given\n"
            "'list:a' = 'z'\n"
            "^");
  folder.Write("deeper/b.toml",
               "set = 's'\n[[rule]]\nid = 'r'\nmatch = '{{DAY}}'\nexamples = [ { text = 'x' } ]\n");
  EXPECT_EQ(folder.Error(), "");
}

TEST(Load, TakesOnlyRuleFiles) {
  RuleFolder folder;
  EXPECT_EQ(folder.Error(), "rules: no rule files (*.toml) below this folder");
  folder.Write(".#a.toml", "what an editor leaves");
  folder.Write("a.toml~", "what an editor leaves");
  EXPECT_EQ(folder.Error(), "rules: no rule files (*.toml) below this folder");
  folder.Write("a.toml", "[lists]\r\na = [ 'x' ]\r\n");
  EXPECT_EQ(folder.Error(), "");
  EXPECT_THROW(RuleSet::Load(folder.path() + "/none"), RuleError);
}

TEST(Load, PointsIntoLinesThatEndInCarriageReturns) {
  EXPECT_EQ(RuleFolder("[lists]\r\na = 5\r\n").Error(),
            "rules/a.toml:2:5: `a` in [lists] must be a list of texts, not a number\n"
            "a = 5\n"
            "    ^");
}

// Whatever stands in a file: it is accepted or refused with a place in it, and nothing else is thrown.
TEST(Load, SurvivesDamagedFiles) {
  const std::string good =
      "set = \"deadline\"\n[macros]\nDAY = '''[0-3]?\\d'''\n[[rule]]\nid = \"a.b\"\n"
      "match = '''ngày {{DAY}}[/–](?P<month>\\pL|\\p{Lu}{1,2})'''\ngives = { kind = \"date\" }\nconfidence = "
      "0.9\n"
      "examples = [ { text = \"ngày 3/x\", month = \"x\" } ]\nrejects = [ \"hoà\" ]\n"
      "[[type]]\ncode = \"KH\"\nname = \"Kế hoạch\"\nfamily = \"state\"\n[lists]\nunits = [ \"xã\" ]\n";
  ASSERT_EQ(RuleFolder(good).Error(), "");
  std::mt19937 random(5);
  const std::string bits = "[]{}()\"'\\=.,-#\n ?*+|^$P<>:xĐ\xFF";
  int refused = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text = good;
    for (int change = 0; change < 1 + round % 3; ++change) {
      const size_t at = random() % text.size();
      if (random() % 2 == 0) {
        text.erase(at, 1 + random() % 4);
      } else {
        text.insert(at, 1, bits[random() % bits.size()]);
      }
    }
    const std::string error = RuleFolder(text).Error();
    refused += !error.empty();
    EXPECT_TRUE(error.empty() || error.rfind("rules/a.toml:", 0) == 0) << error;
  }
  EXPECT_GT(refused, 200);
}

TEST(Load, HashesNamesAndContents) {
  RuleFolder folder("[lists]\na = [ 'x' ]\n");
  const std::string first = folder.Load()->hash();
  EXPECT_EQ(first.size(), 64u);
  EXPECT_EQ(folder.Load()->hash(), first);
  folder.Write("b.toml", "");
  const std::string second = folder.Load()->hash();
  EXPECT_NE(second, first);
  folder.Write("b.toml", "# a remark\n");
  EXPECT_NE(folder.Load()->hash(), second);
}

}  // namespace
}  // namespace trichluc

#include <gtest/gtest.h>

#include "support/rule_folder.h"
#include "text/text.h"

namespace trichluc {
namespace {

const char* const kRules = R"(
set = "deadline"

[[rule]]
id = "quarter"
match = '''quý\s+(?P<quarter>IV|I{1,3}|[1-4])(?:\s*/\s*(?P<year>\d{4}))?'''
gives = { kind = "quarter" }
confidence = 0.98
source = "a test"
examples = [ { text = "Quý I/2023", quarter = "I", year = "2023" } ]

[[rule]]
id = "year"
match = '''(?:năm\s+)?(?P<year>\d{4})'''
gives = { kind = "year" }
examples = [ { text = "năm 2023" } ]

[[rule]]
set = "word"
id = "word.hoa"
match = '''hòa'''
examples = [ { text = "hoà" } ]

[[rule]]
set = "word"
id = "word.any"
match = '''\pL+'''
examples = [ { text = "x" } ]

[[rule]]
set = "case"
id = "case.capitals"
match = '''(?-i)SỞ Y TẾ'''
examples = [ { text = "SỞ Y TẾ" } ]

[[rule]]
set = "label"
id = "label.roman"
match = '''(?-i)[IVX]+\.?'''
whole = true
examples = [ { text = "IV." } ]
rejects = [ "IV. MỤC TIÊU", "i" ]

[[rule]]
set = "empty"
id = "empty.blank"
match = '''\s*'''
examples = [ { text = "" } ]

[[rule]]
set = "start"
id = "start.word"
match = '''^\pL+'''
examples = [ { text = "x" } ]

[[rule]]
set = "value"
id = "value.rest"
match = '''căn (?P<value>.*(?s:.)*)'''
examples = [ { text = "căn cứ", value = "cứ" } ]

[[rule]]
set = "lines"
id = "lines.words"
match = '''đơn vị chủ trì'''
examples = [ { text = "Đơn vị\nchủ  trì" } ]
)";

class Matching : public testing::Test {
 protected:
  static std::shared_ptr<const RuleSet> rules() {
    static const auto loaded = RuleFolder(kRules).Load();
    return loaded;
  }
};

std::string Cut(const std::string& text, const Span& span) {
  return text.substr(span.begin, span.end - span.begin);
}

TEST_F(Matching, FirstGivesGroupsAndConstants) {
  const std::string text = "Hoàn thành trong Quý  III / 2023.";
  const std::optional<Match> match = rules()->First("deadline", text);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->rule->id, "quarter");
  EXPECT_EQ(match->rule->set, "deadline");
  EXPECT_EQ(match->rule->confidence, 0.98);
  EXPECT_EQ(match->rule->source, "a test");
  EXPECT_EQ(Cut(text, match->span), "Quý  III / 2023");
  EXPECT_EQ(match->Get("quarter"), "III");
  EXPECT_EQ(match->Get("year"), "2023");
  EXPECT_EQ(match->Get("kind"), "quarter");
  EXPECT_EQ(Cut(text, match->groups.at("year")), "2023");
}

TEST_F(Matching, AGroupThatTookNoPartIsAbsent) {
  const std::optional<Match> match = rules()->First("deadline", "quý I");
  ASSERT_TRUE(match);
  EXPECT_FALSE(match->Has("year"));
  EXPECT_EQ(match->Get("year"), "");
  EXPECT_EQ(match->groups.count("year"), 0u);
}

TEST_F(Matching, TheOrderOfRulesGoesBeforeThePlace) {
  const std::string text = "năm 2022, quý IV/2023";
  EXPECT_EQ(rules()->First("deadline", text)->rule->id, "quarter");
  EXPECT_FALSE(rules()->First("deadline", "quý báu"));
  EXPECT_FALSE(rules()->First("no such set", text));
}

TEST_F(Matching, ARefusedMatchLeavesThePlaceToLaterRules) {
  const std::string text = "năm 2022, quý IV/2023";
  const auto year = rules()->FirstThat("deadline", text, [](const Match& match) { return match.rule->id != "quarter"; });
  ASSERT_TRUE(year);
  EXPECT_EQ(year->rule->id, "year");
  EXPECT_FALSE(rules()->FirstThat("deadline", text, [](const Match&) { return false; }));
}

TEST_F(Matching, OffsetsAreThoseOfTheOriginal) {
  const std::string texts[] = {
      "trong Q\u0075\u0079\u0301\u00A0II/2023 nhé",  // NFD, no-break blank
      "Ủy\u200B ban – “qúy II/2023” ",               // zero-width, misplaced mark, dash and quotes
      "\xFF\xFEquý II/2023",                         // broken bytes in front
  };
  for (const std::string& text : texts) {
    const std::optional<Match> match = rules()->First("deadline", text);
    ASSERT_TRUE(match) << text;
    EXPECT_EQ(FoldKey(Cut(text, match->span)), "quý ii/2023") << text;
    EXPECT_EQ(Cut(text, match->groups.at("quarter")), "II") << text;
    EXPECT_EQ(Cut(text, match->groups.at("year")), "2023") << text;
  }
}

TEST_F(Matching, ValuesAreNormalised) {
  const std::optional<Match> match = rules()->Full("value", "Căn  cư\u0301\u00A0\nho\u0300a – hoà ");
  ASSERT_TRUE(match);
  EXPECT_EQ(match->Get("value"), "cứ hòa – hoà");
}

TEST_F(Matching, BothPlacementsAreOne) {
  for (const char* text : {"hòa", "hoà", "HOÀ", "HO\u0300A", "Hoa\u0300"}) {
    EXPECT_EQ(rules()->First("word", text)->rule->id, "word.hoa") << text;
  }
  EXPECT_EQ(rules()->First("word", "hỏa")->rule->id, "word.any");
  EXPECT_EQ(rules()->First("word", "hoàn")->rule->id, "word.any");
}

TEST_F(Matching, CaseCountsOnlyWhenAsked) {
  EXPECT_TRUE(rules()->First("deadline", "QUÝ iv"));
  EXPECT_TRUE(rules()->First("case", "SỞ Y TẾ"));
  EXPECT_FALSE(rules()->First("case", "Sở Y tế"));
}

TEST_F(Matching, FullTakesTheWholeText) {
  EXPECT_TRUE(rules()->Full("deadline", " \n Quý I/2023\u00A0"));
  EXPECT_FALSE(rules()->Full("deadline", "Trong Quý I/2023"));
  EXPECT_FALSE(rules()->Full("deadline", "Quý I/2023."));
  // A rule that matches only a part gives way to a later one that matches all.
  EXPECT_EQ(rules()->Full("word", "hòathuận")->rule->id, "word.any");
  EXPECT_EQ(rules()->Full("deadline", " năm 2023")->span, (Span{1, 10}));
}

TEST_F(Matching, WholeRulesTakeTheWholeTextEverywhere) {
  EXPECT_TRUE(rules()->First("label", " IV. "));
  EXPECT_FALSE(rules()->First("label", "Mục IV."));
  EXPECT_EQ(rules()->All("label", "IV").size(), 1u);
  EXPECT_TRUE(rules()->All("label", "IV V").empty());
}

TEST_F(Matching, AllGoesByPositionAndEarlierRulesWin) {
  const std::string text = "năm 2022; quý I/2023, 2024 và quý II";
  std::vector<std::string> found;
  for (const Match& match : rules()->All("deadline", text)) {
    found.push_back(match.rule->id + ": " + Cut(text, match.span));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"year: năm 2022", "quarter: quý I/2023", "year: 2024",
                                             "quarter: quý II"}));
  EXPECT_TRUE(rules()->All("deadline", "").empty());
}

TEST_F(Matching, AllSkipsWhatAnEarlierRuleTook) {
  std::vector<std::string> found;
  const std::string text = "khoan hòaxuân bình";
  for (const Match& match : rules()->All("word", text)) found.push_back(Cut(text, match.span));
  // "hòaxuân" as a word overlaps "hòa" of the earlier rule; what is left of it counts.
  EXPECT_EQ(found, (std::vector<std::string>{"khoan", "hòa", "xuân", "bình"}));
}

TEST_F(Matching, EmptyMatches) {
  EXPECT_EQ(rules()->First("empty", "")->span, (Span{0, 0}));
  EXPECT_EQ(rules()->First("empty", "x")->span, (Span{0, 0}));
  EXPECT_TRUE(rules()->Full("empty", " \n"));
  EXPECT_EQ(rules()->All("empty", "a b").size(), 1u);
  EXPECT_FALSE(rules()->First("deadline", std::string_view()));
}

TEST_F(Matching, TheBeginningIsThatOfTheText) {
  EXPECT_EQ(rules()->All("start", "một hai").size(), 1u);
  EXPECT_FALSE(rules()->First("start", " một"));
  EXPECT_TRUE(rules()->Full("start", " một "));
}

TEST_F(Matching, ABlankInAPatternIsAnyWhiteSpace) {
  for (const char* text : {"Đơn vị chủ trì", "ĐƠN VỊ\nCHỦ TRÌ", "đơn  vị \t chủ\u00A0trì"}) {
    EXPECT_TRUE(rules()->Full("lines", text)) << text;
  }
  EXPECT_FALSE(rules()->First("lines", "đơnvị chủ trì"));
}

TEST_F(Matching, AMatchWithALongerGroupIsNone) {
  const auto rules = RuleFolder(
      "set = 'law'\n[[rule]]\nid = 'law'\nmatch = '(?-i)Luật\\s(?P<title>[^.;]+?)\\ssố\\s(?P<number>\\d+)'\n"
      "longest = { title = 12 }\nexamples = [ { text = 'Luật Đất đai số 31' } ]\n").Load();
  EXPECT_EQ(rules->First("law", "Luật Điện ảnh mới số 5")->Get("title"), "Điện ảnh mới") << "twelve letters, more bytes";
  EXPECT_FALSE(rules->First("law", "Luật Điện ảnh mới 1 số 5"));
  const std::string later = "Luật này và mọi văn bản khác, như Luật Đất đai số 31";
  EXPECT_EQ(rules->First("law", later)->Get("title"), "Đất đai");
  EXPECT_EQ(rules->All("law", later + ", Luật Điện ảnh số 5").size(), 2u);
  std::string many;
  for (int i = 0; i < 100000; ++i) many += "Luật ";
  EXPECT_EQ(rules->First("law", many + "Đất đai số 31")->Get("number"), "31") << "and ends soon";
}

// What RE2 promises and a backtracking engine does not: time grows with the text alone.
TEST_F(Matching, HostileTextEnds) {
  RuleFolder folder(
      "set = 's'\n[[rule]]\nid = 'r'\nmatch = '(?:(?:\\pL+\\s*)*)*x{{END}}'\nexamples = [ { text = 'x!' } ]\n"
      "[macros]\nEND = '!'\n");
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "ủa ";
  EXPECT_FALSE(folder.Load()->First("s", text));
}

}  // namespace
}  // namespace trichluc

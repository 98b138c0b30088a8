#include <gmock/gmock.h>

#include "support/rule_folder.h"

namespace trichluc {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Entries, AreReadAsWritten) {
  const auto rules = RuleFolder(R"(
[[type]]
code = "KH"
name = "Kế  hoạch"
titles = [ "Kế hoạch phối hợp" ]
codes = [ "KHPH" ]
family = "state"
examples = [ "KẾ HOẠCH", "KHPH-UBND", "KH/TU" ]

[[column]]
meaning = "no"
titles = [ "TT", "STT" ]

[[column]]
meaning = "lead"
contains = [ "chủ trì" ]

[[agency]]
id = "so-y-te"
name = "Sở Y tế"
aliases = [ "SYT" ]
level = "province"
local = true
valid_to = "2025-03"
successor = "so-khac"

[[agency]]
id = "so-khac"
name = "Sở khác"
level = "province"

[[abbreviation]]
abbreviation = "UBND"
expansion = "Ủy ban nhân dân"

[[unit]]
name = "Kiên Giang"
kind = "tỉnh"

[[unit]]
name = "Gò Quao"
kind = "huyện"
province = "Kiên Giang"
valid_from = "1976"
)")
                         .Load();
  ASSERT_EQ(rules->types().size(), 1u);
  EXPECT_EQ(rules->types()[0].code, "KH");
  EXPECT_EQ(rules->types()[0].name, "Kế hoạch");
  EXPECT_THAT(rules->types()[0].titles, ElementsAre("Kế hoạch phối hợp"));
  EXPECT_THAT(rules->types()[0].codes, ElementsAre("KHPH"));
  EXPECT_EQ(rules->types()[0].family, "state");
  ASSERT_EQ(rules->columns().size(), 2u);
  EXPECT_EQ(rules->columns()[0].meaning, "no");
  EXPECT_THAT(rules->columns()[0].titles, ElementsAre("TT", "STT"));
  EXPECT_THAT(rules->columns()[1].contains, ElementsAre("chủ trì"));
  ASSERT_EQ(rules->agencies().size(), 2u);
  const AgencyEntry& agency = rules->agencies()[0];
  EXPECT_EQ(agency.id, "so-y-te");
  EXPECT_EQ(agency.name, "Sở Y tế");
  EXPECT_THAT(agency.aliases, ElementsAre("SYT"));
  EXPECT_EQ(agency.level, "province");
  EXPECT_TRUE(agency.local);
  EXPECT_EQ(agency.valid_from, "");
  EXPECT_EQ(agency.valid_to, "2025-03");
  EXPECT_EQ(agency.successor, "so-khac");
  ASSERT_EQ(rules->abbreviations().size(), 1u);
  EXPECT_EQ(rules->abbreviations()[0].abbreviation, "UBND");
  EXPECT_EQ(rules->abbreviations()[0].expansion, "Ủy ban nhân dân");
  ASSERT_EQ(rules->units().size(), 2u);
  EXPECT_EQ(rules->units()[1].name, "Gò Quao");
  EXPECT_EQ(rules->units()[1].kind, "huyện");
  EXPECT_EQ(rules->units()[1].province, "Kiên Giang");
  EXPECT_EQ(rules->units()[1].valid_from, "1976");
  EXPECT_THAT(rules->patterns(), IsEmpty());
}

TEST(Entries, ListsGoByName) {
  const auto rules = RuleFolder("[lists]\nurgency = [ 'Khẩn', 'Hỏa tốc' ]\nnone = []\n").Load();
  EXPECT_THAT(rules->List("urgency"), ElementsAre("Khẩn", "Hỏa tốc"));
  EXPECT_THAT(rules->List("none"), IsEmpty());
  try {
    rules->List("urgencies");
    FAIL() << "a list that does not exist";
  } catch (const RuleError& error) {
    EXPECT_STREQ(error.what(), "no list `urgencies` in the rules\ndid you mean `urgency`?");
  }
}

TEST(Entries, OfListsAreKeptAsTheyAreCompared) {
  const auto rules = RuleFolder("[lists]\ntitles = [ 'Giám đốc', 'Hoả tốc' ]\nnone = []\n").Load();
  const std::vector<ListEntry>& titles = rules->Entries("titles");
  ASSERT_EQ(titles.size(), 2u);
  EXPECT_EQ(titles[0].text, "Giám đốc");
  EXPECT_EQ(titles[1].folded, "hỏa tốc");
  EXPECT_EQ(titles[0].bare, "giam doc");
  EXPECT_EQ(titles[0].letters, U"giam doc");
  EXPECT_EQ(titles[0].length, 8u);
  EXPECT_TRUE(rules->Entries("none").empty());
  EXPECT_THROW(rules->Entries("title"), RuleError);
}

TEST(Entries, BecomeMacros) {
  const auto rules = RuleFolder(R"(
set = "title"
[lists]
words = [ "Khẩn", "Thượng khẩn", "a.b" ]
[macros]
DAY = [ '[0-3]?\d', 'mùng (?:một|hai)' ]
[[type]]
code = "TT"
name = "Thông tư"
family = "legal"
[[type]]
code = "TTLT"
name = "Thông tư liên tịch"
titles = [ "Thông tư liên bộ" ]
family = "legal"
[[rule]]
id = "title"
match = '''(?P<type>{{TYPE_NAME}})\s+số'''
examples = [ { text = "Thông tư liên tịch số", type = "Thông tư liên tịch" }, { text = "THÔNG TƯ LIÊN BỘ số" } ]
[[rule]]
set = "code"
id = "code"
match = '''(?P<code>{{TYPE_CODE}})'''
examples = [ { text = "TTLT", code = "TTLT" }, { text = "TT-", code = "TT" } ]
[[rule]]
set = "word"
id = "word"
match = '''^(?P<word>{{list:words}})'''
examples = [ { text = "Thượng khẩn", word = "Thượng khẩn" }, { text = "a.b" } ]
rejects = [ "axb" ]
[[rule]]
set = "day"
id = "day"
match = '''^ngày (?P<day>{{DAY}})$'''
examples = [ { text = "ngày 21", day = "21" }, { text = "ngày mùng hai", day = "mùng hai" } ]
rejects = [ "ngày mùng ba", "21" ]
)")
                         .Load();
  EXPECT_THAT(rules->Check(), IsEmpty());
}

}  // namespace
}  // namespace trichluc

// Descriptions → truth.json, and what the maker says about wrong ones.
#include "corpus_support.h"

namespace trichluc::corpus {
namespace {

constexpr const char* kDictionaries = R"(
  "agencies": {"Sở Nội vụ": [{"name": "Sở Nội vụ", "printed": "Sở Nội vụ"}],
               "Sở NN&PTNT": [{"name": "Sở Nông nghiệp và Phát triển nông thôn", "printed": "Sở NN&PTNT"}]},
  "deadlines": {"Quý I/2023": {"kind": "quarter", "from": "2023-01-01", "to": "2023-03-31", "recurrence": null}},)";

// A table of four columns with these rows.
std::string Table4(const std::string& rows, const std::string& more = "") {
  return R"({"kind": "table", "columns": [{"title": "TT", "width": 1}, {"title": "<b>Nội  dung</b>", "width": 5},
             {"title": "Chủ trì", "width": 3}, {"title": "Thời gian", "width": 2}],
             "map": {"no": 0, "content": 1, "lead": 2, "deadline": 3}, )" +
         more + R"("rows": [)" + rows + "]}";
}

Description WithTable(const std::string& rows) { return Described(Table4(rows), "[]", kDictionaries); }

TEST(CorpusTruthTest, KeysStandInTheContractsOrder) {
  const Json truth = TruthOf(Described(R"({"kind": "para", "text": "Chữ."})"));
  std::vector<std::string> keys;
  for (const auto& [key, value] : truth.items()) keys.push_back(key);
  const std::vector<std::string> expected = {
      "schema",    "page_from",  "page_to",  "number",        "number_seq", "symbol",  "doc_type",
      "issued_on", "place",      "issuer",   "parent_issuer", "subject",    "urgency", "secrecy",
      "signers",   "recipients", "incoming", "references",    "tables",     "tasks"};
  EXPECT_EQ(keys, expected);
  EXPECT_TRUE(truth["issuer"].contains("id"));
}

TEST(CorpusTruthTest, TaskOfARow) {
  const Json truth =
      TruthOf(WithTable(R"({"cells": ["1", "Xây dựng\nđề án", "Sở NN&amp;PTNT", "Quý I/2023"]})"));
  const Json& table = truth["tables"][0];
  EXPECT_EQ(table["columns"].dump(), R"(["TT","Nội dung","Chủ trì","Thời gian"])");
  EXPECT_EQ(table["rows"].dump(), R"([["1","Xây dựng đề án","Sở NN&PTNT","Quý I/2023"]])");
  const Json& task = truth["tasks"][0];
  EXPECT_EQ(task["no"], "1");
  EXPECT_EQ(task["content"], "Xây dựng đề án");
  EXPECT_EQ(task["lead"][0].dump(),
            R"({"id":null,"name":"Sở Nông nghiệp và Phát triển nông thôn","printed":"Sở NN&PTNT"})");
  EXPECT_EQ(
      task["deadline"].dump(),
      R"({"text":"Quý I/2023","kind":"quarter","from":"2023-01-01","to":"2023-03-31","recurrence":null})");
  EXPECT_EQ(task["source"], "table");
  EXPECT_TRUE(task["output"].is_null());
}

TEST(CorpusTruthTest, SectionsOpenAndClose) {
  const Json truth = TruthOf(WithTable(R"(
      {"cells": ["I", {"text": "NHIỆM VỤ", "cols": 3, "bold": true}, null, null], "section": 1, "title": "NHIỆM VỤ"},
      {"cells": ["5", "Về chủ trương:", "", ""], "section": 2},
      {"cells": ["5.1", "Một", "", ""]},
      {"cells": ["6", "Hai", "", ""], "end_section": 2},
      {"cells": ["", "Đề xuất", "", ""], "task": false},
      {"cells": ["II", "KHÁC", "", ""], "section": 1})"));
  ASSERT_EQ(truth["tasks"].size(), 2u);
  EXPECT_EQ(truth["tasks"][0]["section"].dump(), R"(["NHIỆM VỤ","Về chủ trương"])");
  EXPECT_EQ(truth["tasks"][1]["section"].dump(), R"(["NHIỆM VỤ"])");
  EXPECT_EQ(truth["tables"][0]["rows"][0].dump(), R"(["I","NHIỆM VỤ","",""])");
  EXPECT_EQ(truth["tables"][0]["rows"].size(), 6u);
}

TEST(CorpusTruthTest, ACellOverRowsCountsForEach) {
  const Json truth = TruthOf(WithTable(R"(
      {"cells": ["1", "Một", {"text": "Sở Nội vụ", "rows": 2}, ""]},
      {"cells": ["2", "Hai", null, ""], "task": {"deadline": "Quý I/2023"}})"));
  EXPECT_EQ(truth["tables"][0]["rows"][1][2], "Sở Nội vụ");
  EXPECT_EQ(truth["tasks"][1]["lead"][0]["name"], "Sở Nội vụ");
  EXPECT_EQ(truth["tasks"][1]["deadline"]["kind"], "quarter");
  EXPECT_TRUE(truth["tasks"][0]["deadline"].is_null());
}

TEST(CorpusTruthTest, TaskInRunningTextKnowsItsPages) {
  const Json truth = TruthOf(Described(
      Filler(50) + R"({"kind": "para", "text": "4. Sở Nội vụ: làm.", "task": {"no": "4", "content": "làm",
      "lead": "Sở Nội vụ"}})",
      "[]", kDictionaries));
  const Json& task = truth["tasks"][0];
  EXPECT_EQ(task["source"], "text");
  EXPECT_EQ(task["page_from"], 2);
  EXPECT_EQ(task["page_to"], 2);
  EXPECT_EQ(task["lead"][0]["printed"], "Sở Nội vụ");
}

TEST(CorpusTruthTest, ReferenceIsOnItsFirstPage) {
  const Json truth = TruthOf(Described(
      Filler(50) + R"({"kind": "para", "text": "Căn cứ Thông báo số 99/TB-VPCP."})",
      R"([{"type": "Thông báo", "number": "99/TB-VPCP", "date": null, "agency": null, "relation": "basis"},
          {"type": "Luật", "number": null, "date": null, "agency": null, "relation": "mentions", "find": "Dòng 2"}])"));
  EXPECT_EQ(truth["references"][0]["page"], 2);
  EXPECT_EQ(truth["references"][1]["page"], 1);
  EXPECT_FALSE(truth["references"][1].contains("find"));
}

TEST(CorpusTruthTest, ComplaintsNameTheirPlace) {
  EXPECT_EQ(
      Complaint([] { return WithTable(R"({"cells": ["1", "Một", "Sở Lạ", ""]})"); }),
      "x/description.json: /documents/0/blocks/0/rows/0: \"Sở Lạ\" is not in the dictionary \"agencies\"; "
      "add it there");
  EXPECT_EQ(Complaint([] { return WithTable(R"({"cells": ["1", "Một", ""]})"); }),
            "x/description.json: /documents/0/blocks/0/rows/0/cells: has 3 cells, the table has 4 columns; "
            "write null for what a span covers");
  EXPECT_EQ(Complaint([] { return WithTable(R"({"cells": ["1", "Một", null, ""]})"); }),
            "x/description.json: /documents/0/blocks/0/rows: row 0, cell 2: null, but no span covers it; "
            "write \"\" or widen a span");
  EXPECT_EQ(
      Complaint([] { return Described(R"({"kind": "para", "txt": "a"})"); }),
      "x/description.json: /documents/0/blocks/0: unknown key \"txt\"; known are kind, text, align, indent, "
      "footnotes, task");
  EXPECT_EQ(Complaint([] {
              return Described(R"({"kind": "para", "text": "a"})",
                               R"([{"type": null, "number": "1/QĐ", "date": null, "agency": null,
                                    "relation": "basis"}])");
            }),
            "x/description.json: /documents/0/truth/references/0: \"1/QĐ\" is on no page of the document; "
            "add \"find\" with a text that is printed");
  EXPECT_TRUE(Contains(Complaint([] { return Described(R"({"kind": "para", "text": "a & b"})"); }),
                       "/documents/0/blocks/0/text: wrong markup"));
}

TEST(CorpusTruthTest, ACellThatIsOverriddenNeedsNoDictionary) {
  const Json truth = TruthOf(WithTable(R"({"cells": ["1", "Một", "Sở Lạ", "sớm"],
      "task": {"lead": [{"name": "Sở Lạ", "printed": "Sở Lạ"}],
               "deadline": {"text": "sớm", "kind": "unknown", "from": null, "to": null, "recurrence": null}}})"));
  EXPECT_EQ(truth["tasks"][0]["lead"][0]["name"], "Sở Lạ");
  EXPECT_EQ(truth["tasks"][0]["deadline"]["kind"], "unknown");
}

}  // namespace
}  // namespace trichluc::corpus

#include "report/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "report/contract.h"
#include "report/tracker.h"
#include "support/sample_database.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<std::string> Lines(const std::string& text, const std::string& end) {
  std::vector<std::string> lines;
  size_t begin = 0;
  for (size_t at; (at = text.find(end, begin)) != std::string::npos; begin = at + end.size()) {
    lines.push_back(text.substr(begin, at - begin));
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

std::vector<std::string> Keys(const OrderedJson& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

StoredDocument Stored(const Document& document) {
  return {1, 1, "in/a.pdf", std::string(64, 'a'), 3, document, {}};
}

// The schema's own order, read from the schema: an export that reorders, drops or adds a key fails.
TEST(Contract, KeysStandInTheOrderOfTheSchema) {
  const OrderedJson schema =
      OrderedJson::parse(ReadFile(TRICHLUC_SOURCE_DIR "/src/report/export.schema.json")).at("properties");
  const OrderedJson json = ToContract(Stored(RichDocument()));
  EXPECT_EQ(Keys(json), Keys(schema));
  EXPECT_EQ(Keys(json["tasks"][0]), Keys(schema["tasks"]["items"]["properties"]));
  EXPECT_EQ(Keys(json["tasks"][0]["deadline"]),
            Keys(schema["tasks"]["items"]["properties"]["deadline"]["properties"]));
  EXPECT_EQ(Keys(json["references"][0]), Keys(schema["references"]["items"]["properties"]));
  EXPECT_EQ(Keys(json["tables"][0]), Keys(schema["tables"]["items"]["properties"]));
  EXPECT_EQ(Keys(json["signers"][0]), Keys(schema["signers"]["items"]["properties"]));
  EXPECT_EQ(Keys(json["incoming"]), Keys(schema["incoming"]["properties"]));
  EXPECT_EQ(Keys(json["electronic_signature"]), Keys(schema["electronic_signature"]["properties"]));
  EXPECT_EQ(Keys(json["file"]), Keys(schema["file"]["properties"]));
  EXPECT_EQ(Keys(json["flags"][0]), Keys(schema["flags"]["items"]["properties"]));
}

TEST(Contract, ValuesAreThoseOfTheRecord) {
  const OrderedJson json = ToContract(Stored(RichDocument()));
  EXPECT_EQ(json["schema"], "trichluc.document/1");
  EXPECT_EQ(json["file"]["path"], "in/a.pdf");
  EXPECT_EQ(json["number_seq"], 7);
  EXPECT_EQ(json["doc_type"]["code"], "KH");
  EXPECT_EQ(json["parent_issuer"]["id"], nullptr);
  EXPECT_EQ(json["issuer"]["printed"], "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ TIÊN");
  EXPECT_EQ(json["tables"][0]["rows"][1][1], "Lắp mạng; \"LAN\"");
  EXPECT_EQ(json["tasks"][0]["lead"][0]["name"], "Văn phòng HĐND và UBND");
  EXPECT_EQ(json["tasks"][0]["deadline"]["to"], "2024-03-31");
  EXPECT_EQ(json["tasks"][1]["deadline"]["recurrence"], "monthly");
  EXPECT_EQ(json["tasks"][1]["output"], nullptr);
  EXPECT_EQ(json["confidence"]["number"], 0.93);
  EXPECT_EQ(json["flags"][1]["page"], nullptr);
  EXPECT_EQ(json["id"], "Ủy ban nhân dân thành phố Hà Tiên|07/KH-UBND|2024-02-05");
}

TEST(Contract, AbsentIsNullOrEmptyAndOptionalKeysAreLeftOut) {
  const OrderedJson json = ToContract(Stored(BareDocument()));
  for (const char* key : {"number", "number_seq", "symbol", "doc_type", "issued_on", "place", "issuer",
                          "parent_issuer", "subject", "urgency", "secrecy", "incoming"}) {
    EXPECT_TRUE(json.at(key).is_null()) << key;
  }
  for (const char* key : {"signers", "recipients", "references", "tables", "tasks", "flags"}) {
    EXPECT_EQ(json.at(key), OrderedJson::array()) << key;
  }
  for (const char* key : {"id", "confidence", "electronic_signature"})
    EXPECT_FALSE(json.contains(key)) << key;
}

TEST(Contract, ConfidenceStaysBetweenNothingAndCertainty) {
  Document document = RichDocument();
  document.confidence = {{"number", 1.0000001}, {"place", -0.5}};
  document.tasks[0].confidence = 2;
  const OrderedJson json = ToContract(Stored(document));
  EXPECT_EQ(json["confidence"]["number"], 1);
  EXPECT_EQ(json["confidence"]["place"], 0);
  EXPECT_EQ(json["tasks"][0]["confidence"], 1);
}

TEST(Identity, HoldsWhatIsKnownAndNeedsANumber) {
  Document document = BareDocument();
  EXPECT_EQ(IdentityOf(document), "");
  document.number = "5/KH";
  EXPECT_EQ(IdentityOf(document), "|5/KH|");
  document.issuer = Agency{std::nullopt, "Sở Y tế", "SỞ Y TẾ"};
  document.issued_on = "2024-01-02";
  EXPECT_EQ(IdentityOf(document), "Sở Y tế|5/KH|2024-01-02");
}

TEST(ExportNdjson, IsOneLineADocumentInOrderOfPath) {
  SampleDatabase sample;
  sample.Add("b.pdf", {RichDocument()});
  sample.Add("a.pdf", {BareDocument()});
  std::ostringstream out;
  const ExportCounts counts = ExportNdjson(sample.database(), out);
  EXPECT_EQ(counts.documents, 2);
  EXPECT_EQ(counts.tasks, 2);
  const std::vector<std::string> lines = Lines(out.str(), "\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(nlohmann::json::parse(lines[0])["file"]["path"], "a.pdf");
  EXPECT_EQ(nlohmann::json::parse(lines[1])["file"]["path"], "b.pdf");
  EXPECT_EQ(out.str().back(), '\n');
}

TEST(ExportNdjson, PathThatIsNoUtf8IsStillValidJson) {
  SampleDatabase sample;
  sample.Add("c\xf4ng v\xe3n.pdf", {BareDocument()});
  std::ostringstream out;
  ExportNdjson(sample.database(), out);
  EXPECT_EQ(nlohmann::json::parse(out.str())["file"]["path"], "c\uFFFDng v\uFFFDn.pdf");
}

TEST(ExportCsv, IsRfc4180WithByteOrderMark) {
  SampleDatabase sample;
  sample.Add("a.pdf", {RichDocument()});
  std::ostringstream out;
  const ExportCounts counts = ExportCsv(sample.database(), out);
  EXPECT_EQ(counts.tasks, 2);
  const std::vector<std::string> lines = Lines(out.str(), "\r\n");
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_THAT(lines[0], StartsWith("\xEF\xBB\xBFSTT,Số/ký hiệu,Ngày ban hành,Cơ quan ban hành,"));
  EXPECT_EQ(
      lines[1],
      "1,07/KH-UBND,2024-02-05,Ủy ban nhân dân thành phố Hà Tiên,HẠ TẦNG › Mạng nội bộ,1,"
      "\"Lắp mạng; \"\"LAN\"\",\ncáp quang\",Văn phòng HĐND và UBND,Phòng Nội vụ; các phường,"
      "Ủy ban nhân dân thành phố Hà Tiên,Đề án: Biên bản,Quý I/2024,2024-01-01,2024-03-31,quý,,Nghị quyết 5,"
      "0.875,a.pdf,2-3");
  EXPECT_EQ(lines[2],
            "2,07/KH-UBND,2024-02-05,Ủy ban nhân dân thành phố Hà Tiên,,,Báo cáo kết quả,,,,,"
            "trước ngày 25 hằng tháng,,,hằng tháng,,,0.333333,a.pdf,3");
}

TEST(ExportCsv, DocumentWithoutTasksGivesNoRow) {
  SampleDatabase sample;
  sample.Add("a.pdf", {BareDocument()});
  std::ostringstream out;
  EXPECT_EQ(ExportCsv(sample.database(), out).documents, 1);
  EXPECT_EQ(Lines(out.str(), "\r\n").size(), 1u);
}

TEST(Tracker, RowsHaveOneCellAColumn) {
  const StoredDocument stored = Stored(RichDocument());
  for (const Task& task : stored.document.tasks)
    EXPECT_EQ(TaskRow(stored, task, 1).size(), TaskColumns().size());
  EXPECT_EQ(DocumentRow(stored, 1).size(), DocumentColumns().size());
  EXPECT_EQ(DocumentRow(Stored(BareDocument()), 1).size(), DocumentColumns().size());
}

TEST(ExportXlsx, FileThatCannotBeWrittenIsSaidAndLeavesNothing) {
  SampleDatabase sample;
  sample.Add("a.pdf", {RichDocument()});
  try {
    ExportXlsx(sample.database(), sample.folder() / "no/such/folder.xlsx");
    FAIL() << "no error";
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), HasSubstr("no/such/folder.xlsx: cannot be written"));
  }
}

TEST(ExportXlsx, IsAZipFileAndNothingElseIsLeft) {
  SampleDatabase sample;
  sample.Add("a.pdf", {RichDocument()});
  const std::string path = sample.folder() / "out.xlsx";
  EXPECT_EQ(ExportXlsx(sample.database(), path).tasks, 2);
  EXPECT_THAT(ReadFile(path), StartsWith("PK\x03\x04"));
  for (const auto& entry : std::filesystem::directory_iterator(sample.folder().path())) {
    EXPECT_THAT(entry.path().filename().string(), ::testing::AnyOf("out.xlsx", StartsWith("sample.db")));
  }
}

}  // namespace
}  // namespace trichluc

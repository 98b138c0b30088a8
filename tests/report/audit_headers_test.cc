#include "report/audit_headers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "support/audit_folder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;

constexpr const char* kHeaders = R"([{
 "id": "X", "file": "số 12.pdf", "number": "12/KH-SYT", "symbol": "KH-SYT", "issued_on": "2018-03-01", "place": "Kiên Giang",
 "doc_type": {"code": "KH", "printed": "KẾ HOẠCH"}, "issuer_printed": "SỞ Y TẾ", "parent_issuer_printed": null,
 "subject": "Tổ chức đấu thầu.", "urgency": null,
 "signer": {"name": "PGS.TS. Lê Thị Bích Hạnh", "title_printed": "PHÓ GIÁM ĐỐC", "authority": "KT.GIÁM ĐỐC"},
 "handwritten": ["number", "day"],
 "doubt": ["number 12: handwritten", "\"KT.\" before GIÁM ĐỐC: handwritten", "the name of Kiên Giang is hard to see"],
 "references_page_1": [{"type": "Luật", "number": "43/2013/QH13", "date_iso": "2013-11-26", "agency": null},
                       {"type": "Luật", "number": "5/2000/QH10", "date_iso": null, "agency": null}]}])";

Document MakeFound() {
  Document document = NumberedDocument("12/KH-SYT");
  document.symbol = "KH-SYT";
  document.issued_on = "2018-03-01";
  document.place = "Kiên Giang";
  document.doc_type = DocumentType{"KH", "Kế hoạch"};
  document.issuer = Agency{{}, "Sở Y tế tỉnh Kiên Giang", "Sở  Y TẾ"};
  document.subject = "tổ chức đấu thầu";
  document.signers = {{"Lê Thị Bích Hạnh", "Phó Giám đốc", "KT. GIÁM ĐỐC"}};
  document.references = {{"Luật", "43/2013/QH13", "2013-11-26", {}, "basis", 1},
                         {"Luật", "9/2013/QH13", {}, {}, "basis", 2}};
  return document;
}

HeadersReport RunOn(const std::vector<Document>& documents) {
  AuditFolder audit;
  const std::string file = audit.folder().Write("headers.json", kHeaders);
  audit.Store(audit.folder().Write("inbox/số 12.pdf", "bytes"), documents);
  return AuditHeaders(audit.database(), file, "a.db");
}

std::string Show(const HeadersReport& report, const char* field) {
  std::string text;
  for (const auto& [hand, outcome] : report.fields.at(field)) {
    text += std::string(NameOf(hand)) + " " + std::to_string(outcome.right) + " " +
            std::to_string(outcome.wrong) + " " + std::to_string(outcome.missing);
  }
  return text;
}

struct Row {
  const char* field;
  std::function<void(Document&)> change;
  const char* outcome;  // right, wrong, missing
};

const Row kRows[] = {
    {"number", [](Document&) {}, "handwritten 1 0 0"},
    {"number", [](Document& d) { d.number.reset(); }, "handwritten 0 0 1"},
    {"number", [](Document& d) { d.number = "17/KH-SYT"; }, "handwritten 0 1 0"},
    {"symbol", [](Document&) {}, "printed 1 0 0"},
    {"issued_on", [](Document& d) { d.issued_on = "2018-03-07"; }, "handwritten 0 1 0"},
    {"place", [](Document&) {}, "doubtful 1 0 0"},
    {"doc_type", [](Document& d) { d.doc_type->code = "TB"; }, "printed 0 1 0"},
    {"issuer", [](Document&) {}, "printed 1 0 0"},
    {"issuer", [](Document& d) { d.issuer->printed = "Sở Y"; }, "printed 0 1 0"},
    {"issuer_name", [](Document&) {}, "printed 1 0 0"},
    {"issuer_name", [](Document& d) { d.issuer->printed = "SỞ Y TẺ"; }, "printed 1 0 0"},
    {"issuer_name", [](Document& d) { d.issuer->name = "Sở Y tê tỉnh Kiên Giang"; }, "printed 0 1 0"},
    {"issuer_name", [](Document& d) { d.issuer.reset(); }, "printed 0 0 1"},
    {"parent_issuer", [](Document&) {}, "printed 1 0 0"},
    {"parent_issuer",
     [](Document& d) {
       d.parent_issuer = Agency{{}, "x", "x"};
     },
     "printed 0 1 0"},
    {"subject", [](Document&) {}, "printed 1 0 0"},
    {"urgency", [](Document& d) { d.urgency = "Khẩn"; }, "printed 0 1 0"},
    {"signer_name", [](Document&) {}, "printed 1 0 0"},
    {"signer_name", [](Document& d) { d.signers[0].name = "Bích Hạnh"; }, "printed 0 1 0"},
    {"signer_name", [](Document& d) { d.signers.clear(); }, "printed 0 0 1"},
    {"signer_title", [](Document&) {}, "printed 1 0 0"},
    {"signer_authority", [](Document&) {}, "handwritten 1 0 0"},
};

TEST(AuditHeaders, FieldsByHand) {
  for (const Row& row : kRows) {
    Document found = MakeFound();
    row.change(found);
    EXPECT_EQ(Show(RunOn({found}), row.field), row.outcome) << row.field;
  }
}

TEST(AuditHeaders, ReferencesOfPageOneByNumber) {
  Document found = MakeFound();
  found.references.push_back({"Luật", "7/2013/QH13", {}, {}, "basis", 1});
  const HeadersReport report = RunOn({found});
  EXPECT_EQ(report.references.matched, 1);
  EXPECT_EQ(report.references.expected, 2);
  EXPECT_EQ(report.references.found, 2);
  EXPECT_EQ(report.reference_dates.right, 1);
}

TEST(AuditHeaders, TheFirstDocumentOfABundleIsMeant) {
  Document second = NumberedDocument("99/KH");
  second.page_from = second.page_to = 2;
  EXPECT_EQ(Show(RunOn({MakeFound(), second}), "number"), "handwritten 1 0 0");
}

TEST(AuditHeaders, PrintsRightWrongNotGiven) {
  Document found = MakeFound();
  found.symbol = "KH-STC";
  const HeadersReport report = RunOn({found});
  EXPECT_THAT(PrintHeaders(report), HasSubstr("symbol                  0     1         0\n"));
  EXPECT_THAT(PrintHeaders(report), HasSubstr("references of page 1: 1 of 2 found, 0 beyond, F1 0.667"));
  EXPECT_THAT(HeadersAsJson(report, 9), HasSubstr("\"found\": \"KH-STC\""));
}

TEST(AuditHeaders, ATableOfNumbersAndDates) {
  AuditFolder audit;
  const std::string file =
      audit.folder().Write("headers.tsv",
                           "file\tnumber\tsymbol\tdate_iso\tplace\thandwritten\tdoubtful\n"
                           "số 12.pdf\t12/KH-SYT\tKH-SYT\t2018-03-07\tKiên Giang\tnumber,day\t\n");
  audit.Store(audit.folder().Write("inbox/số 12.pdf", "bytes"), {MakeFound()});
  const HeadersReport report = AuditHeaders(audit.database(), file, "a.db");
  EXPECT_EQ(Show(report, "number"), "handwritten 1 0 0");
  EXPECT_EQ(Show(report, "issued_on"), "handwritten 0 1 0");
  EXPECT_EQ(Show(report, "place"), "printed 1 0 0");
  EXPECT_THAT(PrintHeaders(report), HasSubstr("issued_on: given 1.000, right or not given 0.000 of 1\n"));
  const std::string bad = audit.folder().Write("bad.tsv", "name\tnumber\n");
  EXPECT_THAT(UsageErrorOf([&] { AuditHeaders(audit.database(), bad, "a.db"); }),
              HasSubstr("names no column \"file\""));
}

TEST(AuditHeaders, SaysHowToReadWhatIsMissing) {
  AuditFolder audit;
  const std::string file = audit.folder().Write("headers.json", kHeaders);
  EXPECT_EQ(UsageErrorOf([&] { AuditHeaders(audit.database(), file, "a.db"); }),
            file + ": none of its 1 files is in a.db; read them with: trichluc ingest --db a.db FOLDER");
}

}  // namespace
}  // namespace trichluc

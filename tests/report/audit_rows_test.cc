// Rows copied by people against a database.
#include "report/audit_rows.h"

#include <gtest/gtest.h>

#include "support/audit_folder.h"

namespace trichluc {
namespace {

TEST(AuditRows, ComparesTheTableThatAgreesMost) {
  AuditFolder audit;
  Document document = NumberedDocument("1/KH");
  document.tables = {
      {1, 1, {"A", "B"}, {{"x", "y"}}},
      {1, 2, {"TT", "Việc"}, {{"1", "Lập kế hoạch"}, {"2", "Trình phê duyêt"}, {"3", "Thực hiện"}}}};
  audit.Store(audit.WriteScan("R01", "plan"), {document});
  const std::string truth = audit.folder().Write(
      "rows.json", R"([{"id": "R01", "file": "a/plan.pdf", "table": "Bảng 1", "logical_rows": [
        {"cells": ["1", "Lập kế hoạch"]}, {"cells": ["2", "Trình phê duyệt"]}]},
        {"id": "R02", "file": "b.pdf", "table": "Bảng 2", "logical_rows": [{"cells": ["1", "a"]}]}])");
  const RowsReport report = AuditRows(audit.database(), truth);
  ASSERT_EQ(report.tables.size(), 2u);
  EXPECT_DOUBLE_EQ(report.tables[0].rows.F1(), 0.8);
  EXPECT_DOUBLE_EQ(report.tables[0].cells.Value(), 0.75);
  EXPECT_EQ(report.misses.at(0).field, "row 2 column 2");
  EXPECT_FALSE(report.tables[1].read);
  EXPECT_NE(PrintRows(report).find("not read"), std::string::npos);
}

TEST(AuditRows, TasksOfRunningText) {
  AuditFolder audit;
  Document document = NumberedDocument("1/KH");
  Task task;
  task.no = "1";
  task.content = "Quán triệt nghị quyết";
  document.tasks = {task};
  audit.Store(audit.WriteScan("x", "R28_3"), {document});
  const RowsReport report = AuditRows(
      audit.database(),
      audit.folder().Write("t.json",
                           R"({"id": "R28", "tasks": [{"tt": "1", "noi_dung": "Quán triệt nghị quyết"}]})"));
  EXPECT_DOUBLE_EQ(report.tables.at(0).rows.F1(), 1);
  EXPECT_DOUBLE_EQ(report.tables.at(0).cells.Value(), 1);
}

TEST(AuditRows, ADamagedFileIsAnError) {
  AuditFolder audit;
  const std::string path = audit.folder().Write("t.json", R"([{"id": "R28"}])");
  EXPECT_NE(UsageErrorOf([&] { AuditRows(audit.database(), path); }).find("logical_rows"), std::string::npos);
}

}  // namespace
}  // namespace trichluc

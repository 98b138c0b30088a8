// Writes exports of invented documents into a folder, for check_exports.py: out.ndjson, out.csv, out.xlsx.
#include <cstdio>
#include <fstream>

#include "report/export.h"
#include "support/sample_database.h"

namespace {

using namespace trichluc;

// Every kind of deadline and relation, every urgency and secrecy that the contract knows.
Document EveryEnumeration() {
  Document document = BareDocument();
  document.urgency = "Thượng khẩn";
  document.secrecy = "Tối mật";
  for (const char* kind : {"date", "month", "quarter", "half_year", "year", "range", "recurring", "ongoing",
                           "conditional", "unknown"}) {
    Task task;
    task.content = std::string("việc ") + kind;
    task.deadline = Deadline{kind, kind, std::nullopt, std::nullopt, std::nullopt};
    task.page_from = task.page_to = 1;
    document.tasks.push_back(task);
  }
  for (const char* recurrence : {"daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly"}) {
    Task task = document.tasks.front();
    task.source = "text";
    task.deadline = Deadline{recurrence, "recurring", std::nullopt, std::nullopt, recurrence};
    document.tasks.push_back(task);
  }
  for (const char* relation : {"basis", "implements", "amends", "replaces", "attached_to", "mentions"}) {
    document.references.push_back({"Luật", std::nullopt, std::nullopt, std::nullopt, relation, 1});
  }
  return document;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 1;
  const std::string folder = argv[1];
  SampleDatabase sample;
  Document second = BareDocument();
  second.page_from = second.page_to = 4;
  second.electronic_signature = ElectronicSignature{};
  second.incoming = Incoming{};
  sample.Add("in/Kế hoạch \"07\".pdf", {RichDocument(), second});
  sample.Add("in/every.pdf", {EveryEnumeration()});
  std::ofstream ndjson(folder + "/out.ndjson"), csv(folder + "/out.csv");
  ExportNdjson(sample.database(), ndjson);
  ExportCsv(sample.database(), csv);
  ExportXlsx(sample.database(), folder + "/out.xlsx");
  return ndjson.good() && csv.good() ? 0 : 1;
}

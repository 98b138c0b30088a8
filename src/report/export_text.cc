// The exports that are text: NDJSON and CSV.
#include <fmt/format.h>

#include "report/contract.h"
#include "report/export.h"
#include "report/tracker.h"

namespace trichluc {
namespace {

std::string Quote(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

struct CsvText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const std::string& text) const { return Quote(text); }
  std::string operator()(double number) const { return fmt::format("{:.6g}", number); }
  std::string operator()(const IsoDay& day) const { return Quote(day.text); }
};

template <typename T, typename Convert>
void WriteRow(std::ostream& out, const std::vector<T>& cells, Convert convert) {
  for (size_t i = 0; i < cells.size(); ++i) out << (i > 0 ? "," : "") << convert(cells[i]);
  out << "\r\n";
}

}  // namespace

std::string ExportOne(const StoredDocument& stored) { return ToLine(ToContract(stored)) + '\n'; }

ExportCounts ExportNdjson(const Database& database, std::ostream& out) {
  ExportCounts counts;
  database.ForEachDocument([&](const StoredDocument& stored) {
    out << ExportOne(stored);
    ++counts.documents;
    counts.tasks += static_cast<int>(stored.document.tasks.size());
    return out.good();
  });
  return counts;
}

ExportCounts ExportCsv(const Database& database, std::ostream& out) {
  ExportCounts counts;
  out << "\xEF\xBB\xBF";
  WriteRow(out, TaskColumns(), [](const SheetColumn& column) { return Quote(column.title); });
  database.ForEachDocument([&](const StoredDocument& stored) {
    ++counts.documents;
    for (const Task& task : stored.document.tasks) {
      WriteRow(out, TaskRow(stored, task, ++counts.tasks),
               [](const SheetCell& cell) { return std::visit(CsvText{}, cell); });
    }
    return out.good();
  });
  return counts;
}

}  // namespace trichluc

#include "report/list.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/text_layout.h"

namespace trichluc {
namespace {

std::string FileName(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

std::string NumberOf(const Document& document) {
  if (document.number) return *document.number;
  return document.symbol ? "…/" + *document.symbol : "";
}

std::vector<std::string> Row(const StoredDocument& stored) {
  const Document& d = stored.document;
  return {std::to_string(stored.id),
          NumberOf(d),
          d.issued_on.value_or(""),
          d.doc_type ? d.doc_type->code : "",
          d.issuer ? d.issuer->name : "",
          d.subject.value_or(""),
          d.tasks.empty() ? "" : std::to_string(d.tasks.size()),
          d.flags.empty() ? "" : std::to_string(d.flags.size()),
          FileName(stored.path)};
}

std::string Count(size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

std::string ListDocuments(const Database& database, size_t width) {
  std::vector<std::vector<std::string>> rows;
  size_t tasks = 0;
  database.ForEachDocument([&](const StoredDocument& stored) {
    rows.push_back(Row(stored));
    tasks += stored.document.tasks.size();
    return true;
  });
  const std::vector<StoredFile> files = database.Files();
  const auto failed = static_cast<size_t>(std::count_if(
      files.begin(), files.end(), [](const StoredFile& file) { return file.status != "done"; }));
  std::string text;
  if (!rows.empty()) {
    text = RenderTable({{"id", 0, true},
                        {"number", 0},
                        {"date", 0},
                        {"type", 0},
                        {"issuer", 12},
                        {"subject", 16},
                        {"tasks", 0, true},
                        {"flags", 0, true},
                        {"file", 12}},
                       rows, width);
  }
  text += Count(rows.size(), "document") + ", " + Count(tasks, "task") + " in " +
          Count(files.size() - failed, "file");
  if (failed > 0) text += "; " + Count(failed, "file") + " could not be read (`trichluc list --failed`)";
  return text + '\n';
}

std::string ListFailures(const Database& database, size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const StoredFile& file : database.Files()) {
    if (file.status != "done") rows.push_back({file.path, file.error_code, file.error});
  }
  if (rows.empty()) return "no file failed\n";
  return RenderTable({{"file", 24}, {"code", 0}, {"cause", 30}}, rows, width);
}

}  // namespace trichluc

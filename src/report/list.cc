#include "report/list.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/contract.h"
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
          AllFlags(stored).empty() ? "" : std::to_string(AllFlags(stored).size()),
          FileName(stored.path)};
}

std::vector<std::string> TaskLine(const StoredDocument& stored, const Task& task) {
  std::string lead;
  for (const Agency& agency : task.lead) lead += (lead.empty() ? "" : "; ") + agency.name;
  return {std::to_string(stored.id),
          NumberOf(stored.document),
          task.no.value_or(""),
          task.content,
          lead,
          task.deadline ? task.deadline->to.value_or("") : "",
          task.deadline ? task.deadline->text : ""};
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

std::string ListTasks(const Database& database, size_t width) {
  std::vector<std::vector<std::string>> rows;
  size_t documents = 0;
  database.ForEachDocument([&](const StoredDocument& stored) {
    ++documents;
    for (const Task& task : stored.document.tasks) rows.push_back(TaskLine(stored, task));
    return true;
  });
  std::string text;
  if (!rows.empty()) {
    text = RenderTable(
        {{"id", 0, true}, {"number", 10}, {"no"}, {"task", 40}, {"lead", 12}, {"until", 0}, {"deadline", 8}},
        rows, width);
  }
  return text + Count(rows.size(), "task") + " in " + Count(documents, "document") + '\n';
}

std::string ListFailures(const Database& database, size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const StoredFile& file : database.Files()) {
    if (file.status != "done") rows.push_back({file.path, file.error_code, file.error});
    if (file.failed_pages > 0) {
      rows.push_back({file.path, "pages",
                      fmt::format("{} of {} pages could not be read", file.failed_pages, file.pages)});
    }
  }
  if (rows.empty()) return "no file failed\n";
  return RenderTable({{"file", 24}, {"code", 0}, {"cause", 30}}, rows, width);
}

}  // namespace trichluc

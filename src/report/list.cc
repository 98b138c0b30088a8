#include "report/list.h"

#include <fmt/format.h>

#include "report/text_layout.h"

namespace trichluc {
namespace {

std::string FileName(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

std::vector<std::string> Row(const DocumentLine& line) {
  return {std::to_string(line.name.id),
          NumberOf(line.name),
          line.name.issued_on.value_or(""),
          line.type_code.value_or(""),
          line.issuer.value_or(""),
          line.subject.value_or(""),
          line.tasks == 0 ? "" : std::to_string(line.tasks),
          line.flags == 0 ? "" : std::to_string(line.flags),
          FileName(line.path)};
}

std::vector<std::string> Row(const TaskLine& line) {
  return {std::to_string(line.name.id), NumberOf(line.name),        line.no.value_or(""),
          line.content,                 line.lead.value_or(""),     line.until.value_or(""),
          line.deadline.value_or("")};
}

template <typename Line>
std::vector<std::vector<std::string>> Rows(const std::vector<Line>& lines) {
  std::vector<std::vector<std::string>> rows;
  for (const Line& line : lines) rows.push_back(Row(line));
  return rows;
}

std::string Count(long long count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// "" where all are shown.
std::string Missing(size_t shown, long long all, const ListRange& range) {
  if (static_cast<long long>(shown) == all) return "";
  std::string text = "\n";
  text += shown == 0 ? "none of these is shown" : fmt::format("{} to {} are shown", range.offset + 1, range.offset + shown);
  if (static_cast<long long>(range.offset + shown) < all)
    text += fmt::format("; --offset {} goes on", range.offset + shown);
  return text + ", --limit 0 shows all, `trichluc search WORDS` finds";
}

}  // namespace

std::string NumberOf(const DocumentName& name) {
  if (name.number) return *name.number;
  return name.symbol ? "…/" + *name.symbol : "";
}

std::string ListDocuments(const Database& database, size_t width, const ListRange& range) {
  const std::vector<std::vector<std::string>> rows = Rows(database.ListDocuments(range.limit, range.offset));
  const Totals totals = database.CountListed();
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
  text += Count(totals.documents, "document") + ", " + Count(totals.tasks, "task") + " in " +
          Count(totals.files, "file");
  if (totals.failed > 0)
    text += "; " + Count(totals.failed, "file") + " could not be read (`trichluc list --failed`)";
  return text + Missing(rows.size(), totals.documents, range) + '\n';
}

std::string ListTasks(const Database& database, size_t width, const ListRange& range) {
  const std::vector<std::vector<std::string>> rows = Rows(database.ListTasks(range.limit, range.offset));
  const Totals totals = database.CountListed();
  std::string text;
  if (!rows.empty()) {
    text = RenderTable(
        {{"id", 0, true}, {"number", 10}, {"no"}, {"task", 40}, {"lead", 12}, {"until", 0}, {"deadline", 8}},
        rows, width);
  }
  return text + Count(totals.tasks, "task") + " in " + Count(totals.documents, "document") +
         Missing(rows.size(), totals.tasks, range) + '\n';
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

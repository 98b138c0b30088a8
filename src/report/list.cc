#include "report/list.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "report/text_layout.h"

namespace trichluc {
namespace {

// The last `parts` parts of a path; all of it where it has fewer.
std::string EndOf(const std::string& path, size_t parts) {
  size_t slash = path.size();
  for (; parts > 0; --parts) {
    slash = slash == 0 ? std::string::npos : path.rfind('/', slash - 1);
    if (slash == std::string::npos) return path;
  }
  return path.substr(slash + 1);
}

// The names of files, with as many of their folders as tell two of one name apart.
std::map<std::string, std::string> FileNames(const std::vector<DocumentLine>& lines) {
  std::set<std::string> open;
  for (const DocumentLine& line : lines) open.insert(line.path);
  std::map<std::string, std::string> names;
  for (size_t parts = 1; !open.empty(); ++parts) {
    std::map<std::string, std::vector<std::string>> same;
    for (const std::string& path : open) same[EndOf(path, parts)].push_back(path);
    for (const auto& [name, paths] : same) {
      if (paths.size() > 1) continue;
      names[paths.front()] = name;
      open.erase(paths.front());
    }
  }
  return names;
}

std::vector<std::string> Row(const DocumentLine& line, const std::map<std::string, std::string>& files) {
  return {std::to_string(line.name.id),
          NumberOf(line.name),
          line.name.issued_on.value_or(""),
          line.type_code.value_or(""),
          line.issuer.value_or(""),
          line.subject.value_or(""),
          line.tasks == 0 ? "" : std::to_string(line.tasks),
          line.flags == 0 ? "" : std::to_string(line.flags),
          files.at(line.path)};
}

std::vector<std::string> Row(const TaskLine& line) {
  return {std::to_string(line.name.id), NumberOf(line.name),        line.no.value_or(""),
          line.content,                 line.lead.value_or(""),     line.until.value_or(""),
          line.deadline.value_or("")};
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
  const std::vector<DocumentLine> lines = database.ListDocuments(range.limit, range.offset);
  const std::map<std::string, std::string> files = FileNames(lines);
  std::vector<std::vector<std::string>> rows;
  for (const DocumentLine& line : lines) rows.push_back(Row(line, files));
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
  std::vector<std::vector<std::string>> rows;
  for (const TaskLine& line : database.ListTasks(range.limit, range.offset)) rows.push_back(Row(line));
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

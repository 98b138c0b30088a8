#include "report/audit_truth.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/error.h"
#include "base/files.h"

namespace trichluc {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

// Calls `read` with the value when it is there and not null.
template <typename Read>
void IfPresent(const json& object, const char* key, const Read& read) {
  if (const auto at = object.find(key); at != object.end() && !at->is_null()) read(*at);
}

// One item of a list each; their keys into `keys`, where it is given.
template <typename Item, typename Parse>
std::vector<Item> ParseList(const json& object, const char* key, const Parse& parse,
                            std::vector<Keys>* keys = nullptr) {
  std::vector<Item> items;
  IfPresent(object, key, [&](const json& list) {
    for (const json& item : list) {
      items.push_back(parse(item));
      if (keys == nullptr) continue;
      keys->emplace_back();
      for (const auto& entry : item.items()) keys->back().insert(entry.key());
    }
  });
  return items;
}

std::string ParseString(const json& value) { return value.get<std::string>(); }

Agency ParseAgency(const json& value) {
  return {TextAt(value, "id"), value.at("name").get<std::string>(), TextAt(value, "printed").value_or("")};
}

Signer ParseSigner(const json& value) {
  return {TextAt(value, "name").value_or(""), TextAt(value, "title"), TextAt(value, "authority")};
}

Reference ParseReference(const json& value) {
  return {TextAt(value, "type"),
          TextAt(value, "number"),
          TextAt(value, "date"),
          TextAt(value, "agency"),
          TextAt(value, "relation").value_or(""),
          value.value("page", 0)};
}

TableRecord ParseTable(const json& value) {
  TableRecord table;
  table.page_from = value.value("page_from", 0);
  table.page_to = value.value("page_to", 0);
  table.columns = ParseList<std::string>(value, "columns", ParseString);
  table.rows = value.value("rows", std::vector<std::vector<std::string>>{});
  return table;
}

Deadline ParseDeadline(const json& value) {
  return {TextAt(value, "text").value_or(""), TextAt(value, "kind").value_or(""), TextAt(value, "from"),
          TextAt(value, "to"), TextAt(value, "recurrence")};
}

Task ParseTask(const json& value) {
  Task task;
  task.no = TextAt(value, "no");
  task.section = ParseList<std::string>(value, "section", ParseString);
  task.kind = TextAt(value, "kind");
  task.content = TextAt(value, "content").value_or("");
  task.lead = ParseList<Agency>(value, "lead", ParseAgency);
  task.coordinators = ParseList<Agency>(value, "coordinators", ParseAgency);
  task.approver = ParseList<Agency>(value, "approver", ParseAgency);
  IfPresent(value, "deadline", [&](const json& deadline) { task.deadline = ParseDeadline(deadline); });
  task.output = TextAt(value, "output");
  task.basis = TextAt(value, "basis");
  task.source = TextAt(value, "source").value_or("table");
  task.page_from = value.value("page_from", 0);
  task.page_to = value.value("page_to", 0);
  return task;
}

void ParseHeader(const json& object, Document* document) {
  document->page_from = object.value("page_from", 0);
  document->page_to = object.value("page_to", 0);
  document->number = TextAt(object, "number");
  IfPresent(object, "number_seq", [&](const json& value) { document->number_seq = value.get<int>(); });
  document->symbol = TextAt(object, "symbol");
  IfPresent(object, "doc_type", [&](const json& value) {
    document->doc_type = {value.at("code").get<std::string>(), TextAt(value, "name").value_or("")};
  });
  document->issued_on = TextAt(object, "issued_on");
  document->place = TextAt(object, "place");
  IfPresent(object, "issuer", [&](const json& value) { document->issuer = ParseAgency(value); });
  IfPresent(object, "parent_issuer",
            [&](const json& value) { document->parent_issuer = ParseAgency(value); });
  document->subject = TextAt(object, "subject");
  document->urgency = TextAt(object, "urgency");
  document->secrecy = TextAt(object, "secrecy");
}

}  // namespace

std::optional<std::string> TextAt(const json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return std::nullopt;
  return at->is_number() ? at->dump() : at->get<std::string>();
}

TruthDocument ParseTruth(const json& object) {
  TruthDocument truth;
  for (const auto& entry : object.items()) truth.keys.insert(entry.key());
  Document& document = truth.document;
  ParseHeader(object, &document);
  document.signers = ParseList<Signer>(object, "signers", ParseSigner, &truth.signers);
  document.recipients = ParseList<std::string>(object, "recipients", ParseString);
  IfPresent(object, "incoming", [&](const json& value) {
    document.incoming = {TextAt(value, "agency"), TextAt(value, "number"), TextAt(value, "date")};
    for (const auto& entry : value.items()) truth.incoming.insert(entry.key());
  });
  document.references = ParseList<Reference>(object, "references", ParseReference, &truth.references);
  document.tables = ParseList<TableRecord>(object, "tables", ParseTable);
  document.tasks = ParseList<Task>(object, "tasks", ParseTask, &truth.tasks);
  return truth;
}

json ReadJsonFile(const std::string& path) {
  try {
    return json::parse(ReadFile(path));
  } catch (const json::exception& error) {
    throw UsageError(fmt::format("{}: no valid JSON: {}", path, error.what()));
  } catch (const std::system_error& error) {
    throw UsageError(error.what());
  }
}

std::vector<std::string> FindTruth(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code error;
  if (fs::exists(fs::path(folder) / "truth.json", error)) found.push_back(folder);
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (fs::exists(entry.path() / "truth.json", error)) found.push_back(entry.path().string());
  }
  if (found.empty()) {
    throw UsageError(
        fmt::format("{}: no truth here; name a folder of folders with a truth.json each", folder));
  }
  std::sort(found.begin(), found.end());
  return found;
}

Truth ReadTruth(const std::string& folder) {
  const std::string path = (fs::path(folder) / "truth.json").string();
  Truth truth;
  const json documents = ReadJsonFile(path);
  try {
    for (const json& object : documents.is_array() ? documents : json::array({documents})) {
      truth.documents.push_back(ParseTruth(object));
    }
  } catch (const json::exception& error) {
    throw UsageError(fmt::format("{}: not as the export contract says: {}", path, error.what()));
  }
  const fs::path text_path = fs::path(folder) / "truth.txt";
  truth.has_text = fs::exists(text_path);
  if (!truth.has_text) return truth;
  const std::string text = ReadFile(text_path.string());
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\f', at), text.size());
    truth.pages.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return truth;
}

std::vector<StampedLine> ReadStamps(const std::string& path) {
  std::vector<StampedLine> lines;
  if (!fs::exists(path)) return lines;
  const json list = ReadJsonFile(path);
  try {
    for (const json& item : list) {
      lines.push_back({item.at("page").get<int>(), item.at("line").get<std::string>()});
    }
  } catch (const json::exception& error) {
    throw UsageError(fmt::format("{}: no list of {{\"page\", \"line\"}}: {}", path, error.what()));
  }
  return lines;
}

}  // namespace trichluc

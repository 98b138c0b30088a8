// Tasks of a document: rows of the tables that map their columns, and paragraphs that assign work.
#include <fmt/format.h>

#include "corpus/plain.h"
#include "corpus/truth.h"

namespace trichluc::corpus {
namespace {

Json TextOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

// Finds the entry of a dictionary whose key is `text`, both normalised and without markup.
Node LookUp(const Node& dictionary, const std::string& text, const char* name, const Node& where) {
  for (const auto& [key, value] : dictionary.json().items()) {
    if (key == text || PlainText(key) == text) return dictionary.At(key);
  }
  where.Fail(fmt::format("\"{}\" is not in the dictionary \"{}\"; add it there", text, name));
}

class TaskMaker {
 public:
  TaskMaker(const Description& description, Json* tasks) : description_(description), tasks_(*tasks) {}

  void AddTable(const Table& table, const BlockPlace& place) {
    if (table.map.empty()) return;
    std::vector<std::string> section;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const Row& row = table.rows[r];
      if (row.end_section > 0) Close(row.end_section, &section);
      if (row.section > 0) Open(table, r, &section);
      if (row.is_task) tasks_.push_back(RowTask(table, r, section, place.rows[r]));
    }
  }

  void AddPara(const Para& para, const BlockPlace& place) {
    for (const Node& said : para.tasks) {
      said.AllowOnly({"no", "section", "kind", "content", "lead", "coordinators", "approver", "deadline",
                      "output", "basis"});
      Json task = Empty("text", place.pages);
      said.At("content");
      Override(said, &task);
      tasks_.push_back(task);
    }
  }

 private:
  static Json Empty(const char* source, PageSpan pages) {
    const Json none = Json::array();
    return {{"no", nullptr},      {"section", none},      {"kind", nullptr},  {"content", ""},
            {"lead", none},       {"coordinators", none}, {"approver", none}, {"deadline", nullptr},
            {"output", nullptr},  {"basis", nullptr},     {"source", source}, {"page_from", pages.from},
            {"page_to", pages.to}};
  }

  static void Close(int level, std::vector<std::string>* section) {
    if (static_cast<int>(section->size()) >= level) section->resize(level - 1);
  }

  // The title is given, or it is the text of the content column, or of the first other cell that has one. A colon that introduces
  // what stands below is no part of it.
  static void Open(const Table& table, std::size_t r, std::vector<std::string>* section) {
    const Row& row = table.rows[r];
    if (static_cast<int>(section->size()) < row.section - 1) {
      row.node.Fail(
          fmt::format("opens section level {}, but level {} is not open", row.section, row.section - 1));
    }
    std::string title = PlainText(row.title);
    if (title.empty()) title = PlainText(CellAt(table, r, table.map.at("content")).text);
    if (title.empty()) row.node.Fail("opens a section without a title; add \"title\"");
    if (title.ends_with(':')) title.pop_back();
    section->resize(row.section - 1);
    section->push_back(title);
  }

  Json RowTask(const Table& table, std::size_t r, const std::vector<std::string>& section,
               PageSpan pages) const {
    const Row& row = table.rows[r];
    Json task = Empty("table", pages);
    std::vector<std::string> titles = table.under;
    titles.insert(titles.end(), section.begin(), section.end());
    task["section"] = titles;
    for (const auto& [field, column] : table.map) {
      if (row.task && row.task->json().contains(field))
        continue;  // overridden below, the cell need not be known
      const std::string text = PlainText(CellAt(table, r, column).text);
      task[field] = Mapped(field, text, row.node);
    }
    if (row.task) Override(*row.task, &task);
    if (task["content"] == "") row.node.Fail("is a task without content; add \"task\": false or \"section\"");
    return task;
  }

  Json Mapped(const std::string& field, const std::string& text, const Node& where) const {
    if (field == "lead" || field == "coordinators" || field == "approver") return Agencies(text, where);
    if (field == "deadline") return Deadline(text, where);
    return field == "content" ? Json(text) : TextOrNull(text);
  }

  Json Agencies(const std::string& text, const Node& where) const {
    if (text.empty()) return Json::array();
    return AgencyList(LookUp(description_.agencies, text, "agencies", where));
  }

  static Json AgencyList(const Node& list) {
    Json result = Json::array();
    for (const Node& agency : list.Items()) result.push_back(Agency(agency));
    return result;
  }

  Json Deadline(const std::string& text, const Node& where) const {
    if (text.empty()) return nullptr;
    return DeadlineObject(LookUp(description_.deadlines, text, "deadlines", where), text);
  }

  static Json DeadlineObject(const Node& said, const std::string& text) {
    if (said.json().is_null()) return nullptr;
    said.AllowOnly({"text", "kind", "from", "to", "recurrence"});
    Json result{{"text", said.Has("text") ? PlainText(said.At("text").String()) : text}};
    if (!said.Has("kind")) said.Fail("lacks the key \"kind\"; add it");
    result["kind"] = said.Choice("kind", {"date", "month", "quarter", "half_year", "year", "range",
                                          "recurring", "ongoing", "conditional", "unknown"});
    for (const char* key : {"from", "to", "recurrence"}) {
      result[key] = said.Has(key) ? Json(said.At(key).String()) : Json(nullptr);
    }
    return result;
  }

  // Fields given outright; a string for agencies or a deadline is looked up in the dictionaries.
  void Override(const Node& said, Json* task) const {
    for (const auto& [field, value] : said.json().items()) {
      if (field == "comment") continue;
      const Node node = said.At(field);
      const bool agencies = field == "lead" || field == "coordinators" || field == "approver";
      if (value.is_string()) {
        (*task)[field] = Mapped(field, PlainText(node.String()), node);
      } else if (agencies && !value.is_null()) {
        (*task)[field] = AgencyList(node);
      } else if (agencies || (field == "section" && value.is_null())) {
        (*task)[field] = Json::array();
      } else if (field == "deadline" && !value.is_null()) {
        if (!node.Has("text")) node.Fail("lacks the key \"text\", the deadline as printed; add it");
        (*task)[field] = DeadlineObject(node, "");
      } else {
        (*task)[field] = NormalisedCopy(value);
      }
    }
  }

  const Description& description_;
  Json& tasks_;
};

}  // namespace

Json MakeTasks(const Description& description, const Document& document, const DocumentPlace& place) {
  Json tasks = Json::array();
  TaskMaker maker(description, &tasks);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto& body = document.blocks[i].body;
    if (const auto* table = std::get_if<Table>(&body)) maker.AddTable(*table, place.blocks[i]);
    if (const auto* para = std::get_if<Para>(&body)) maker.AddPara(*para, place.blocks[i]);
  }
  return tasks;
}

}  // namespace trichluc::corpus

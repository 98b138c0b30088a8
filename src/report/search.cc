#include "report/search.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/found_words.h"
#include "report/list.h"
#include "report/text_layout.h"

namespace trichluc {
namespace {

std::string PlaceOf(const SearchHit& hit) {
  if (hit.place == SearchHit::Place::kHead) return "head";
  if (hit.place == SearchHit::Place::kPage) return "page";
  return hit.task_no ? "task " + *hit.task_no : "task";
}

std::string Count(size_t count, bool more) {
  return fmt::format("{}{} place{}", more ? "the first " : "", count, count == 1 ? "" : "s");
}

}  // namespace

std::string ListHits(const Database& database, const std::vector<std::string>& terms, size_t limit,
                     size_t width) {
  std::vector<SearchHit> hits = database.Search(terms, limit == 0 ? 0 : limit + 1);
  if (hits.empty()) return "nothing found\n";
  const bool more = limit > 0 && hits.size() > limit;
  if (more) hits.resize(limit);
  std::vector<std::vector<std::string>> rows;
  for (const SearchHit& hit : hits) {
    rows.push_back({std::to_string(hit.name.id), NumberOf(hit.name), hit.name.issued_on.value_or(""),
                    std::to_string(hit.page), PlaceOf(hit), hit.text});
  }
  std::vector<TextColumn> columns = {{"id", 0, true},   {"number", 10}, {"date"},
                                     {"page", 0, true}, {"in"},         {"words", 30}};
  for (const SearchHit& hit : hits)  // wide enough for what was asked for, whatever the terminal's width
    columns.back().min_width = std::max(columns.back().min_width, DisplayWidth(WordsAround(hit, terms, 0)));
  if (const size_t room = ColumnWidths(columns, rows, width).back(); width > 0) {
    for (size_t i = 0; i < hits.size(); ++i) rows[i].back() = WordsAround(hits[i], terms, room);
  }
  return RenderTable(columns, rows, width) + Count(hits.size(), more) +
         (limit > 0 ? "; --limit 0 shows all, also more than three of one document" : "") + '\n';
}

}  // namespace trichluc

#include "report/find.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kTooFar = 0.5;       // share of the letters that may differ
constexpr double kPartOfAName = 0.1;  // a part is nearer than most mistakes, and farther than one

double Distance(const std::string& a, const std::string& b) {
  const std::string x = StripDiacritics(a), y = StripDiacritics(b);
  const size_t longer = std::max(Length(x), Length(y));
  if (longer == 0) return 0;
  const double distance = static_cast<double>(EditDistance(x, y)) / static_cast<double>(longer);
  const bool part = !x.empty() && Length(x) >= 2 && y.find(x) != std::string::npos;
  return part ? std::min(distance, kPartOfAName) : distance;
}

std::string Describe(const StoredDocument& stored) {
  const Document& d = stored.document;
  return fmt::format("\n  {}  {} of {} in {}, page {}", stored.id, d.number.value_or("(no number)"),
                     d.issued_on.value_or("(no date)"), stored.path, d.page_from);
}

}  // namespace

std::vector<std::string> Nearest(const std::string& key, const std::vector<std::string>& names,
                                 size_t count) {
  std::vector<std::pair<double, std::string>> ranked;
  for (const std::string& name : std::set<std::string>(names.begin(), names.end())) {
    const double distance = Distance(key, name);
    if (distance <= kTooFar) ranked.emplace_back(distance, name);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> nearest;
  for (size_t i = 0; i < ranked.size() && i < count; ++i) nearest.push_back(ranked[i].second);
  return nearest;
}

std::string DidYouMean(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    text += i == 0 ? "; did you mean " : i + 1 == names.size() ? " or " : ", ";
    text += "\"" + names[i] + "\"";
  }
  return text.empty() ? "" : text + "?";
}

std::vector<StoredDocument> FindDocumentsOrSuggest(const Database& database, const std::string& key) {
  std::vector<StoredDocument> found = database.FindDocuments(key);
  if (!found.empty()) return found;
  const std::vector<std::string> names = database.Names();
  if (names.empty())
    throw UsageError("the database holds no documents; read some with `trichluc ingest PATH…`");
  const std::vector<std::string> nearest = Nearest(key, names);
  throw UsageError("no document \"" + key + "\"" + DidYouMean(nearest) +
                   (nearest.empty() ? "; `trichluc list` shows all" : " `trichluc list` shows all"));
}

StoredDocument FindOneDocument(const Database& database, const std::string& key) {
  std::vector<StoredDocument> found = FindDocumentsOrSuggest(database, key);
  if (found.size() == 1) return std::move(found.front());
  std::string text = fmt::format("\"{}\" names {} documents; give the id of one of them:", key, found.size());
  for (const StoredDocument& stored : found) text += Describe(stored);
  throw UsageError(text);
}

}  // namespace trichluc

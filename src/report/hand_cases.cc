#include "report/hand_cases.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/error.h"
#include "report/audit_truth.h"
#include "report/headers_truth.h"
#include "text/text.h"

namespace trichluc {
namespace {

using nlohmann::json;
using Figures = std::optional<std::string>;

// "239/KH-SYT" → "239", "07-CTr/TU" → "07", "3176b/QĐ" → "3176b".
Figures NumberOf(const std::optional<std::string>& number) {
  if (!number) return std::nullopt;
  const std::string figures = number->substr(0, number->find_first_of("/- "));
  return figures.empty() ? std::nullopt : Figures(figures);
}

Figures DayOf(const std::optional<std::string>& iso) { return iso ? Figures(iso->substr(8, 2)) : std::nullopt; }
Figures MonthOf(const std::optional<std::string>& iso) { return iso ? Figures(iso->substr(5, 2)) : std::nullopt; }

// Kinds of a document's letterhead and stamp: which field they are part of, how a value gives their figures.
struct Kind {
  const char *name, *field, *spot, *crop;
  Figures (*of)(const std::optional<std::string>&);
};
constexpr Kind kKinds[] = {
    {"number", "number", "number", "number", NumberOf},
    {"day", "issued_on", "day", "date", DayOf},
    {"month", "issued_on", "month", "date", MonthOf},
    {"incoming number", "incoming/number", "incoming number", "incoming", NumberOf},
    {"incoming day", "incoming/date", "incoming day", "incoming", DayOf},
    {"incoming month", "incoming/date", "incoming month", "incoming", MonthOf},
};

std::optional<std::string> StoredValue(const Document& document, const std::string& field) {
  if (field == "number") return document.number;
  if (field == "issued_on") return document.issued_on;
  if (!document.incoming) return std::nullopt;
  return field == "incoming/number" ? document.incoming->number : document.incoming->date;
}

class Collector {
 public:
  Collector(const Database& database, std::vector<HandCase>& cases) : database_(database), cases_(cases) {}

  // `by_hand`: kinds that people say are handwritten; null: those that the program took for it.
  void Add(const StoredDocument& stored, const json* truth, const std::set<std::string>* by_hand) {
    const Document& document = stored.document;
    const std::vector<PageReading> readings = database_.Readings(stored.file_id);
    for (const Kind& kind : kKinds) {
      if (by_hand != nullptr && by_hand->count(kind.name) == 0) continue;
      int page = document.page_from;
      const HandReading* spot = SpotOf(document, kind, readings, by_hand != nullptr, &page);
      if (spot == nullptr && by_hand == nullptr) continue;
      HandCase one;
      one.file = std::filesystem::path(stored.path).filename().string();
      one.title = document.number.value_or(document.symbol.value_or(""));
      one.kind = kind.name;
      one.given = kind.of(StoredValue(document, kind.field));
      if (truth != nullptr) one.truth = kind.of(TextAt(*truth, kind.field));
      if (truth != nullptr && !one.truth) continue;
      for (const Flag& flag : document.flags) {
        if (flag.code == "handwritten" && flag.detail.starts_with(std::string(kind.field) + ":"))
          one.weighed = flag.detail.substr(std::string(kind.field).size() + 2);
      }
      if (spot != nullptr) {
        one.candidates = spot->candidates;
        one.box = spot->box;
      }
      for (Crop& crop : database_.Crops(stored.file_id, page)) {
        const bool holds = spot == nullptr || crop.box.Contains(spot->box.CentreX(), spot->box.CentreY());
        if (crop.kind == kind.crop && holds && one.crop.png.empty()) one.crop = std::move(crop);
      }
      cases_.push_back(std::move(one));
    }
  }

 private:
  // The spot that the document's evidence rests on; where people say that there is one, else the first.
  static const HandReading* SpotOf(const Document& document, const Kind& kind,
                                   const std::vector<PageReading>& readings, bool any, int* page) {
    const auto at = [&](int wanted, const Box* box) -> const HandReading* {
      for (const PageReading& reading : readings) {
        for (const HandReading& spot : reading.hand) {
          if (reading.page == wanted && spot.kind == kind.spot && (box == nullptr || spot.box == *box))
            return &spot;
        }
      }
      return nullptr;
    };
    for (const Evidence& evidence : document.evidence) {
      if (evidence.rule != "hand.reader" || evidence.field != kind.field) continue;
      if (const HandReading* spot = at(evidence.page, &evidence.box)) {
        *page = evidence.page;
        return spot;
      }
    }
    return any ? at(document.page_from, nullptr) : nullptr;
  }

  const Database& database_;
  std::vector<HandCase>& cases_;
};

}  // namespace

std::vector<HandCase> CollectHandCases(const Database& database, const std::string& truth) {
  std::vector<HandCase> cases;
  Collector collector(database, cases);
  if (truth.empty()) {
    database.ForEachDocument([&](const StoredDocument& stored) {
      collector.Add(stored, nullptr, nullptr);
      return true;
    });
    return cases;
  }
  const FirstDocuments documents(database);
  try {
    for (const json& one : ReadHeadersTruth(truth)) {
      const StoredDocument* stored = documents.Of(one);
      if (stored == nullptr) continue;
      std::set<std::string> by_hand;
      for (const json& part : one.value("handwritten", json::array())) by_hand.insert(part.get<std::string>());
      collector.Add(*stored, &one, &by_hand);
    }
  } catch (const json::exception& error) {
    throw UsageError(truth + ": not a list of letterheads: " + error.what());
  }
  return cases;
}

}  // namespace trichluc

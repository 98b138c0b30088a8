// Figures held against their floors.
#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "report/audit.h"
#include "report/audit_truth.h"

namespace trichluc {
namespace {

bool IsRate(const std::string& name) {
  return std::any_of(Figures().begin(), Figures().end(), [&](const Figure& figure) {
    return figure.kind == FigureKind::kRate && name == figure.key;
  });
}

// One line when the figure is below, else "".
std::string Complain(const std::string& quality, const Score& score, const std::string& name, double floor) {
  const std::optional<double> value = FigureValue(score, name);
  if (!value) return fmt::format("{}: {}: nothing to score; the floor is {}", quality, name, floor);
  if (IsRate(name)) {
    return *value <= floor ? "" : fmt::format("{}: {} is {:.4f}, above {}", quality, name, *value, floor);
  }
  return *value >= floor ? "" : fmt::format("{}: {} is {:.4f}, below {}", quality, name, *value, floor);
}

// "usual200/t-*": the floors of each single scan of that quality whose id matches.
struct FloorName {
  std::string quality, id;
  bool prefix = false;

  explicit FloorName(const std::string& name) : quality(name.substr(0, name.find('/'))) {
    if (quality.size() == name.size()) return;
    id = name.substr(quality.size() + 1);
    prefix = !id.empty() && id.back() == '*';
    if (prefix) id.pop_back();
  }
  bool OneScan() const { return prefix || !id.empty(); }
  bool Fits(const ScanScore& scan) const {
    return scan.quality == quality && (prefix ? scan.id.compare(0, id.size(), id) == 0 : scan.id == id);
  }
};

// What the floors are held against, by name. A scan of many that has nothing to score for a figure is passed
// over.
std::vector<std::pair<std::string, const Score*>> Holders(const AuditReport& report, const FloorName& name,
                                                          const Score& none) {
  std::vector<std::pair<std::string, const Score*>> holders;
  if (name.OneScan()) {
    for (const ScanScore& scan : report.scans) {
      if (name.Fits(scan)) holders.emplace_back(scan.quality + "/" + scan.id, &scan.score);
    }
    if (holders.empty()) holders.emplace_back(name.quality + "/" + name.id + (name.prefix ? "*" : ""), &none);
    return holders;
  }
  const auto at = report.qualities.find(name.quality);
  return {{name.quality, name.quality == "total"        ? &report.total
                         : at == report.qualities.end() ? &none
                                                        : &at->second}};
}

long CountUnread(const AuditReport& report, const std::string& quality) {
  return std::count_if(report.unread.begin(), report.unread.end(),
                       [&](const UnreadScan& scan) { return quality == "total" || scan.quality == quality; });
}

}  // namespace

std::vector<std::string> BelowFloors(const AuditReport& report, const std::string& floors,
                                     const std::string& quality) {
  const nlohmann::json file = ReadJsonFile(floors);
  std::vector<std::string> below;
  bool any = false;
  try {
    for (const auto& [name, figures] : file.get<std::map<std::string, std::map<std::string, double>>>()) {
      const FloorName wanted(name);
      if (!quality.empty() && wanted.quality != quality) continue;
      any = any || !figures.empty();
      if (const long unread = wanted.OneScan() ? 0 : CountUnread(report, name); unread > 0) {
        below.push_back(fmt::format("{}: {} scans of truth were not read", name, unread));
      }
      const Score none;
      for (const auto& [holder, score] : Holders(report, wanted, none)) {
        for (const auto& [figure, floor] : figures) {
          if (wanted.prefix && score != &none && !FigureValue(*score, figure)) continue;
          if (std::string line = Complain(holder, *score, figure, floor); !line.empty())
            below.push_back(std::move(line));
        }
      }
    }
  } catch (const nlohmann::json::exception& error) {
    throw UsageError(fmt::format("{}: not a list of floors ({{\"usual200\": {{\"cells\": 0.9}}}}): {}",
                                 floors, error.what()));
  }
  if (!any)
    throw UsageError(fmt::format("{}: no floors{}", floors, quality.empty() ? "" : " for " + quality));
  return below;
}

}  // namespace trichluc

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
      if (!quality.empty() && name != quality) continue;
      any = any || !figures.empty();
      if (const long unread = CountUnread(report, name); unread > 0) {
        below.push_back(fmt::format("{}: {} scans of truth were not read", name, unread));
      }
      const auto at = report.qualities.find(name);
      const Score score = name == "total"                ? report.total
                          : at == report.qualities.end() ? Score{}
                                                         : at->second;
      for (const auto& [figure, floor] : figures) {
        if (std::string line = Complain(name, score, figure, floor); !line.empty())
          below.push_back(std::move(line));
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
